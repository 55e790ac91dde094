#include "layout_library.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include <dlfcn.h>

#include "graphwright/shared_library.hpp"

namespace graphwright {
namespace {

/// Where this process has the library itself; its plugins lie beside it, under the same version.
std::filesystem::path library_file() {
  Dl_info found{};
  if (dladdr(reinterpret_cast<void*>(&gvContextPlugins), &found) == 0 || found.dli_fname == nullptr) return {};
  return found.dli_fname;
}

/// Loads a plugin for the rest of the process.
gvplugin_library_t* load_plugin(const std::string& name) {
  const std::filesystem::path library = library_file();
  const std::string file_name = library.filename().string();
  const std::string version = file_name.substr(std::min(file_name.find(".so"), file_name.size()));
  const SharedLibrary plugin((library.parent_path() / "graphviz" / ("libgvplugin_" + name + version)).string());
  gvplugin_library_t* table = nullptr;
  plugin.find(("gvplugin_" + name + "_LTX_library").c_str(), table);
  return table;
}

}  // namespace

GVC_t* layout_library(const std::string& engine) {
  static GVC_t* const context = gvContextPlugins(nullptr, 0);
  static std::map<std::string, gvplugin_library_t*> plugins;
  const std::string name = engine == "dot" ? "dot_layout" : "neato_layout";
  if (plugins.find(name) == plugins.end()) {
    gvplugin_library_t* plugin = load_plugin(name);
    gvAddLibrary(context, plugin);
    plugins.emplace(name, plugin);
  }
  return context;
}

}  // namespace graphwright
