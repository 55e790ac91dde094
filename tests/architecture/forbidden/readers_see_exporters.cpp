// Compiled with the include path of the readers: this header must not be found.
#include "graphwright/exporter.hpp"
