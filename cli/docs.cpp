#include "graphwright/builtin_ontology.hpp"
#include "graphwright/ontology_page.hpp"
#include "graphwright/output.hpp"

#include "knowledge.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct DocsCommand {
  std::vector<std::string> ontologies;
  std::string path = "-";
};

int write_page(DocsCommand& command, Session& session) {
  if (command.ontologies.empty()) command.ontologies.emplace_back(default_ontology);
  const Knowledge knowledge(command.ontologies, session);
  const std::unique_ptr<Output> output = open_output(command.path);
  output->write(ontology_page(knowledge.axioms(), knowledge.ontology()));
  if (!session.has_failed()) output->commit();
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_docs(CLI::App& app) {
  auto command = std::make_shared<DocsCommand>();
  app.add_option("ONTOLOGY", command->ontologies, "ontology files in any RDF syntax (default: diplomacy)")
      ->type_name("diplomacy|FILE");
  app.add_option("-o,--output", command->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  return [command](Session& session) { return write_page(*command, session); };
}

}  // namespace graphwright::cli
