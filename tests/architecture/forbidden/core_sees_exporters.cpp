// Compiled with the include path of core: this header must not be found.
#include "graphwright/exporter.hpp"
