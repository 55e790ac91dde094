#pragma once

#include <functional>
#include <span>
#include <string_view>

#include <CLI/App.hpp>

#include "session.hpp"

namespace graphwright::cli {

/// A verb of the command line: one row of the table, one file of code.
struct Verb {
  std::string_view name;
  std::string_view summary;
  /// Declares the verb's options and returns what runs it; the result is the exit code.
  std::function<int(Session&)> (*declare)(CLI::App&);
  /// Whether its input may be a manifest, which may ask stores.
  bool reads_manifests = false;
};

std::span<const Verb> verbs();

std::function<int(Session&)> declare_build(CLI::App& app);
std::function<int(Session&)> declare_canonicalize(CLI::App& app);
std::function<int(Session&)> declare_check(CLI::App& app);
std::function<int(Session&)> declare_completion(CLI::App& app);
std::function<int(Session&)> declare_convert(CLI::App& app);
std::function<int(Session&)> declare_diff(CLI::App& app);
std::function<int(Session&)> declare_docs(CLI::App& app);
std::function<int(Session&)> declare_doctor(CLI::App& app);
std::function<int(Session&)> declare_explain(CLI::App& app);
std::function<int(Session&)> declare_extract(CLI::App& app);
std::function<int(Session&)> declare_formats(CLI::App& app);
std::function<int(Session&)> declare_infer(CLI::App& app);
std::function<int(Session&)> declare_init(CLI::App& app);
std::function<int(Session&)> declare_manual(CLI::App& app);
std::function<int(Session&)> declare_merge(CLI::App& app);
std::function<int(Session&)> declare_pull(CLI::App& app);
std::function<int(Session&)> declare_push(CLI::App& app);
std::function<int(Session&)> declare_query(CLI::App& app);
std::function<int(Session&)> declare_select(CLI::App& app);
std::function<int(Session&)> declare_stats(CLI::App& app);
std::function<int(Session&)> declare_why(CLI::App& app);

}  // namespace graphwright::cli
