#pragma once

#include <string>

#include <graphviz/gvc.h>

namespace graphwright {

/// The one context of the Graphviz library, which offers the layout that is named (`dot`, `sfdp`) and nothing else.
///
/// The library's own list of plugins would also load what draws and what measures text by the machine's fonts: 15 ms,
/// forty libraries, and pictures that differ from machine to machine. Labels are therefore given by their size.
/// Call it from one thread at a time. The context is never freed: its plugins remember it.
///
/// @throws std::system_error where the plugin of the layout is not installed
GVC_t* layout_library(const std::string& engine);

}  // namespace graphwright
