#include "own_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

/// Collects and writes the names of one graph.
class OwnNames {
 public:
  OwnNames(const PropertyGraph& graph, Output& output) : graph_(graph), output_(output) {}

  /// The number of classes whose name means several.
  std::size_t write() {
    output_.write("  <?graphwright file 1?>\n");
    if (!graph_.graph().base().empty()) line("base", graph_.graph().base(), {});
    for (const auto& [name, iri] : graph_.graph().prefixes().by_name())
      if (!name.empty()) line("prefix", iri, name);
    write_keys();
    write_names();
    return ambiguous_;
  }

 private:
  /// A line; one that would end the instruction too early or is no XML is left out.
  void line(std::string_view word, std::string_view iri, std::string_view rest) {
    const auto is_safe = [](std::string_view text) {
      return text.find("?>") == std::string_view::npos && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
             });
    };
    if (!is_safe(iri) || !is_safe(rest)) return;
    output_.write("  <?graphwright ");
    output_.write(word);
    output_.put(' ');
    output_.write(iri);
    if (!rest.empty()) output_.put(' ');
    output_.write(rest);
    output_.write("?>\n");
  }

  void write_keys() {
    std::vector<std::set<std::string>> kinds(graph_.columns().size());
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
      for (const NodeAttribute& one : graph_.attributes(node)) kinds[one.column].insert(kind_of(one.value));
    for (std::size_t number = 0; number < kinds.size(); ++number) {
      const NodeColumn& column = graph_.columns()[number];
      std::string rest = "n_" + column.id;
      if (kinds[number].size() == 1)
        rest += " " + *kinds[number].begin();
      else if (!column.language.empty())
        rest += " @" + column.language;
      if (column.is_list) rest += " list";
      line("key", graph_.graph().view(column.property).text, rest);
    }
  }

  /// How a value is told from its text: a datatype, `@` and a language, or `iri`.
  std::string kind_of(TermId value) const {
    const TermView view = graph_.graph().view(value);
    if (view.is_resource()) return "iri";
    if (view.tagged) return "@" + std::string(view.qualifier);
    return std::string(view.qualifier.empty() ? iri::xsd::string : view.qualifier);
  }

  void add(TermId resource, std::string name) {
    const TermView view = graph_.graph().view(resource);
    if (view.is_iri()) names_[std::move(name)].insert(view.text);
  }

  void add_node_name(TermId resource) {
    if (resource != TermId::none && graph_.node(resource) == RelationGraph::none) add(resource, graph_.id_of(resource));
  }

  /// Classes go by the last part of their IRI; of others only those that are no nodes need a name.
  void write_names() {
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
      for (TermId type : graph_.types(node)) add(type, std::string(short_name(graph_.graph().view(type).text)));
    for (const auto& [name, iris] : names_)
      if (iris.size() == 1)
        line("class", *iris.begin(), name);
      else
        ambiguous_ += iris.size();
    names_.clear();
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
      add_node_name(graph_.graph_name(edge));
      if (const Fact* fact = graph_.fact(edge)) {
        add_node_name(fact->place);
        add_node_name(fact->speaker);
      }
      for (std::uint32_t row : graph_.evidence(edge)) add_node_name(graph_.graph().evidence()[row].source);
    }
    for (const auto& [name, iris] : names_)
      for (std::string_view iri : iris) line("name", iri, name);
  }

  const PropertyGraph& graph_;
  Output& output_;
  std::map<std::string, std::set<std::string_view>> names_;
  std::size_t ambiguous_ = 0;
};

}  // namespace

std::size_t write_own_names(const PropertyGraph& graph, Output& output) {
  return graph.foreign().empty() ? OwnNames(graph, output).write() : 0;
}

}  // namespace graphwright
