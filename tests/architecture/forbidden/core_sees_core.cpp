// Compiled with the include path of core: this one must be found, so that the test can fail.
#include "graphwright/sink.hpp"
