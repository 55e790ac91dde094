#include "own_names.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "graphwright/vocabulary_iris.hpp"

#include "rows_ahead.hpp"

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
    std::vector<TermId> first(graph_.columns().size(), TermId::none);
    std::vector<bool> is_mixed(first.size());
    for_each_node(graph_, [&](std::uint32_t node) {
      for (const NodeAttribute& one : graph_.attributes(node)) {
        TermId& known = first[one.column];
        if (known == TermId::none) known = one.value;
        if (!is_mixed[one.column] && !are_alike(known, one.value)) is_mixed[one.column] = true;
      }
    });
    for (std::size_t number = 0; number < first.size(); ++number) {
      const NodeColumn& column = graph_.columns()[number];
      std::string rest = "n_" + column.id;
      if (first[number] != TermId::none && !is_mixed[number])
        rest += " " + kind_of(first[number]);
      else if (!column.language.empty())
        rest += " @" + column.language;
      if (column.is_list) rest += " list";
      line("key", graph_.graph().view(column.property).text, rest);
    }
  }

  /// Whether two values are told from their texts in the same way.
  bool are_alike(TermId a, TermId b) const {
    const TermView one = graph_.graph().view(a);
    const TermView other = graph_.graph().view(b);
    if (one.is_resource() || other.is_resource()) return one.is_resource() && other.is_resource();
    return one.tagged == other.tagged && one.qualifier == other.qualifier;
  }

  /// How a value is told from its text: a datatype, `@` and a language, or `iri`.
  std::string kind_of(TermId value) const {
    const TermView view = graph_.graph().view(value);
    if (view.is_resource()) return "iri";
    if (view.tagged) return "@" + std::string(view.qualifier);
    return std::string(view.qualifier.empty() ? iri::xsd::string : view.qualifier);
  }

  /// Adds a resource once; only IRIs need a name.
  void take(TermId resource) {
    if (resource == TermId::none || is_taken_[index(resource)]) return;
    is_taken_[index(resource)] = true;
    if (graph_.graph().view(resource).is_iri()) taken_.push_back(resource);
  }

  /// Classes go by the last part of their IRI; of others only those that are no nodes need a name.
  void write_names() {
    std::map<std::string_view, std::vector<std::string_view>> classes;
    is_taken_.assign(graph_.graph().terms().size(), false);
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
      for (TermId type : graph_.types(node)) take(type);
    for (TermId type : std::exchange(taken_, {})) classes[graph_.name(type)].push_back(graph_.graph().view(type).text);
    for (const auto& [name, iris] : classes)
      if (iris.size() == 1)
        line("class", iris.front(), name);
      else
        ambiguous_ += iris.size();
    is_taken_.assign(is_taken_.size(), false);
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) take_of_edge(edge);
    std::map<std::string, std::string_view> names;
    for (TermId resource : taken_)
      if (graph_.node(resource) == RelationGraph::none)
        names.emplace(graph_.id_of(resource), graph_.graph().view(resource).text);
    for (const auto& [name, iri] : names) line("name", iri, name);
  }

  void take_of_edge(std::uint32_t edge) {
    take(graph_.graph_name(edge));
    const Fact* fact = graph_.fact(edge);
    if (fact == nullptr) return;
    take(fact->place);
    take(fact->speaker);
    for (std::uint32_t row : graph_.evidence(edge)) take(graph_.graph().evidence()[row].source);
  }

  const PropertyGraph& graph_;
  Output& output_;
  std::vector<bool> is_taken_;
  std::vector<TermId> taken_;
  std::size_t ambiguous_ = 0;
};

}  // namespace

std::size_t write_own_names(const PropertyGraph& graph, Output& output) {
  return graph.foreign().empty() ? OwnNames(graph, output).write() : 0;
}

}  // namespace graphwright
