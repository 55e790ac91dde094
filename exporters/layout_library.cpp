#include "layout_library.hpp"

#include <dlfcn.h>

#include <filesystem>
#include <map>
#include <system_error>

namespace graphwright {
namespace {

/// Where this process has the library itself; its plugins lie beside it, under the same version.
std::filesystem::path library_file() {
  Dl_info found{};
  if (dladdr(reinterpret_cast<void*>(&gvContextPlugins), &found) == 0 || found.dli_fname == nullptr) return {};
  return found.dli_fname;
}

[[noreturn]] void fail(const std::string& engine, const std::string& reason) {
  throw std::system_error(
      std::make_error_code(std::errc::function_not_supported),
      "the picture cannot be laid out, since Graphviz has no working '" + engine + "': " + reason);
}

/// Loads a plugin for the rest of the process.
gvplugin_library_t* load_plugin(const std::string& engine, const std::string& name) {
  const std::filesystem::path library = library_file();
  const std::string file_name = library.filename().string();
  const std::string version = file_name.substr(std::min(file_name.find(".so"), file_name.size()));
  const std::string file = (library.parent_path() / "graphviz" / ("libgvplugin_" + name + version)).string();
  void* plugin = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (plugin == nullptr) fail(engine, dlerror());
  void* table = dlsym(plugin, ("gvplugin_" + name + "_LTX_library").c_str());
  if (table == nullptr) fail(engine, dlerror());
  return static_cast<gvplugin_library_t*>(table);
}

}  // namespace

GVC_t* layout_library(const std::string& engine) {
  static GVC_t* const context = gvContextPlugins(nullptr, 0);
  static std::map<std::string, gvplugin_library_t*> plugins;
  const std::string name = engine == "dot" ? "dot_layout" : "neato_layout";
  if (plugins.find(name) == plugins.end()) {
    gvplugin_library_t* plugin = load_plugin(engine, name);
    gvAddLibrary(context, plugin);
    plugins.emplace(name, plugin);
  }
  return context;
}

}  // namespace graphwright
