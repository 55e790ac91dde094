#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "graphwright/output.hpp"

#include "manual_page.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct ManualCommand {
  std::string verb;
  std::string folder;
};

void write_page(const std::string& path, const std::string& page) {
  const std::unique_ptr<Output> output = open_output(path);
  output->write(page);
  output->commit();
}

void write_all(const std::string& folder, std::span<const VerbRow> verbs) {
  std::filesystem::create_directories(folder);
  write_page(fmt::format("{}/graphwright.1", folder), program_page(verbs));
  for (const VerbRow& verb : verbs) write_page(fmt::format("{}/graphwright-{}.1", folder, verb.name), verb_page(verb));
}

std::string page_of(const std::string& name, std::span<const VerbRow> verbs) {
  if (name.empty()) return program_page(verbs);
  for (const VerbRow& verb : verbs)
    if (verb.name == name) return verb_page(verb);
  throw UsageError(fmt::format("unknown verb '{}'; graphwright --help lists them", name));
}

int run(const ManualCommand& command, const CLI::App& program, Session& session) {
  const std::vector<VerbRow> verbs = verb_rows(program);
  if (command.folder.empty())
    write_page("-", page_of(command.verb, verbs));
  else
    write_all(command.folder, verbs);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_manual(CLI::App& app) {
  auto command = std::make_shared<ManualCommand>();
  CLI::Option* verb =
      app.add_option("VERB", command->verb, "whose page to print (default: that of the program)")->type_name("VERB");
  app.add_option("-o,--output", command->folder, "folder to write all pages to")->type_name("DIR")->excludes(verb);
  return [command, program = app.get_parent()](Session& session) { return run(*command, *program, session); };
}

}  // namespace graphwright::cli
