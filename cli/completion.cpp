#include <memory>

#include "graphwright/output.hpp"

#include "choice.hpp"
#include "completion_scripts.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

using Script = std::string (*)(std::span<const VerbRow>);

constexpr std::array<std::pair<std::string_view, Script>, 3> shells{
    {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}}};

struct CompletionCommand {
  std::string shell;
  std::string path = "-";
};

int write_script(const CompletionCommand& command, const CLI::App& program, Session& session) {
  const Script script = choose("SHELL", command.shell, shells);
  const std::unique_ptr<Output> output = open_output(command.path);
  output->write(script(verb_rows(program)));
  output->commit();
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_completion(CLI::App& app) {
  auto command = std::make_shared<CompletionCommand>();
  app.add_option("SHELL", command->shell, "whose completion to write")->type_name(words(shells))->required();
  app.add_option("-o,--output", command->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  return [command, program = app.get_parent()](Session& session) { return write_script(*command, *program, session); };
}

}  // namespace graphwright::cli
