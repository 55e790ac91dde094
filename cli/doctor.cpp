#include <fmt/format.h>

#include "graphwright/graph_doctor.hpp"

#include "inputs.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct DoctorCommand {
  std::vector<std::string> files;
  std::string format;
  bool lists_rules = false;
  std::size_t max_depth = ReadOptions{}.max_depth;
};

int list_rules() {
  for (const DoctorRule& one : doctor_rules())
    fmt::print("{:<22} {:<12} {:<16} {}\n", one.code, one.reader, one.formats, one.effect);
  return exit_fine;
}

void examine_file(const std::string& path, const DoctorCommand& command, Session& session) {
  if (command.format.empty() && path == "-")
    throw UsageError("the standard input has no suffix: name its format with -i");
  const Format* format = command.format.empty() ? format_of_path(path) : find_format(command.format);
  const std::unique_ptr<ByteSource> source = open_source(path);
  ReadOptions options;
  options.file = session.diagnostics().add_file(path == "-" ? "<stdin>" : path, path == "-" ? std::string{} : path);
  options.base = "urn:graphwright:examined";
  options.max_depth = command.max_depth;
  if (format == nullptr || !examine(format->name, *source, options, session.diagnostics()))
    throw UsageError(fmt::format("{}: the doctor knows graphml, gexf and dot: name one with -i", path));
}

int doctor(const DoctorCommand& command, Session& session) {
  if (command.lists_rules) return list_rules();
  if (command.files.empty()) throw UsageError("name a file, or --rules");
  for (const std::string& path : command.files) examine_file(path, command, session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_doctor(CLI::App& app) {
  auto command = std::make_shared<DoctorCommand>();
  app.add_option("FILE", command->files, "GraphML, GEXF or DOT files, - for the standard input")->type_name("FILE");
  app.add_option("-i,--input-format", command->format, "format of the files (default: by suffix)")
      ->type_name("graphml|gexf|dot");
  app.add_flag("--rules", command->lists_rules, "list what is looked for, and in whose name");
  app.add_option("--max-depth", command->max_depth, "refuse deeper nesting than this")->capture_default_str();
  return [command](Session& session) { return doctor(*command, session); };
}

}  // namespace graphwright::cli
