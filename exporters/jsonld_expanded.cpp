#include "jsonld_expanded.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "graphwright/canonical_order.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "json_tree.hpp"
#include "jsonld_lists.hpp"
#include "jsonld_literal.hpp"

namespace graphwright {
namespace {

std::vector<StatementId> asserted_statements(const Graph& graph) {
  std::vector<StatementId> order = canonical_statements(graph);
  std::erase_if(order, [&](StatementId id) { return !graph.is_asserted(id); });
  return order;
}

std::string identifier(const TermView& resource) {
  return resource.is_blank() ? "_:" + std::string(resource.text) : std::string(resource.text);
}

/// Nodes written by their names, in an order that depends on nothing else.
struct ByText {
  const Graph* graph;
  bool operator()(TermId a, TermId b) const { return compare(graph->view(a), graph->view(b)) < 0; }
};

class Serialization {
 public:
  Serialization(const Graph& graph, const JsonLdWriteOptions& options)
      : graph_(graph),
        options_(options),
        order_(asserted_statements(graph)),
        lists_(graph, order_, !options.is_version_10),
        type_(graph.terms().find_iri(iri::rdf::type)) {
    find_compounds();
  }

  void write(Output& out) {
    std::map<TermId, Nodes, ByText> graphs(ByText{&graph_});
    Nodes nodes(ByText{&graph_});
    collect(nodes, graphs);
    out.put('[');
    bool is_first = true;
    for (const auto& [subject, statements] : nodes) {
      JsonTree node = node_of(subject, statements);
      if (const auto named = graphs.find(subject); named != graphs.end()) node.add("@graph", graph_of(named->second));
      if (node.size() < 2) continue;
      out.write(is_first ? "\n  " : ",\n  ");
      node.write(out, 2);
      is_first = false;
    }
    out.write(is_first ? "]\n" : "\n]\n");
  }

  std::size_t refused_count() const { return refused_; }

 private:
  using Nodes = std::map<TermId, std::span<const StatementId>, ByText>;
  /// A node that stands for a text with a direction (JSON-LD 1.1, 10.2.2).
  struct Compound {
    TermId value = TermId::none;
    TermId language = TermId::none;
    TermId direction = TermId::none;
    bool is_right = true;
  };

  /// The nodes of each graph; the default graph has one for each named graph too.
  void collect(Nodes& nodes, std::map<TermId, Nodes, ByText>& graphs) const {
    for (std::size_t begin = 0; begin < order_.size();) {
      const Statement first = graph_.statement(order_[begin]);
      std::size_t end = begin;
      while (end < order_.size() && graph_.statement(order_[end]).graph == first.graph &&
             graph_.statement(order_[end]).subject == first.subject)
        ++end;
      const std::span<const StatementId> statements = std::span(order_).subspan(begin, end - begin);
      begin = end;
      const bool is_written = !lists_.is_cell(first.subject) && !compounds_.contains(first.subject);
      if (first.graph == TermId::none) {
        if (is_written) nodes[first.subject] = statements;
        continue;
      }
      nodes.try_emplace(first.graph);
      Nodes& inside = graphs.try_emplace(first.graph, ByText{&graph_}).first->second;
      if (is_written) inside[first.subject] = statements;
    }
  }

  JsonTree graph_of(const Nodes& nodes) {
    JsonTree array = JsonTree::array();
    array.spread();
    for (const auto& [subject, statements] : nodes) array.push(node_of(subject, statements));
    return array;
  }

  JsonTree node_of(TermId subject, std::span<const StatementId> statements) {
    JsonTree node = JsonTree::object();
    node.spread().add("@id", JsonTree::string(identifier(graph_.view(subject))));
    JsonTree types = JsonTree::array();
    for (StatementId id : statements)
      if (is_type(id)) types.push(JsonTree::string(identifier(graph_.view(graph_.statement(id).object))));
    if (types.size() > 0) node.add("@type", std::move(types));
    for (std::size_t i = 0; i < statements.size();) {
      const TermId predicate = graph_.statement(statements[i]).predicate;
      JsonTree values = JsonTree::array();
      for (; i < statements.size() && graph_.statement(statements[i]).predicate == predicate; ++i)
        if (!is_type(statements[i])) values.push(value_of(statements[i]));
      if (values.size() > 0) node.add(identifier(graph_.view(predicate)), std::move(values));
    }
    return node;
  }

  bool is_type(StatementId id) const {
    const Statement one = graph_.statement(id);
    return one.predicate == type_ && !options_.rdf_type && graph_.view(one.object).is_resource();
  }

  JsonTree value_of(StatementId id) {
    if (const std::vector<StatementId>* const items = lists_.list_of(id)) {
      JsonTree list = JsonTree::array();
      for (StatementId item : *items) list.push(value_of(item));
      return std::move(JsonTree::object().add("@list", std::move(list)));
    }
    const TermId object = graph_.statement(id).object;
    const TermView term = graph_.view(object);
    if (const auto compound = compounds_.find(object); compound != compounds_.end())
      return compound_of(compound->second);
    if (term.is_resource()) return std::move(JsonTree::object().add("@id", JsonTree::string(identifier(term))));
    return literal_of(term);
  }

  /// RDF to Object Conversion (JSON-LD 1.1 API, 8.5).
  JsonTree literal_of(const TermView& literal) {
    JsonTree value = JsonTree::object();
    if (literal.tagged) {
      value.add("@value", JsonTree::string(literal.text)).add("@language", JsonTree::string(literal.qualifier));
      if (literal.direction != Direction::none)
        value.add("@direction", JsonTree::string(literal.direction == Direction::ltr ? "ltr" : "rtl"));
      return value;
    }
    if (literal.qualifier == iri::rdf::json) {
      if (is_json(literal.text))
        return std::move(
            value.add("@value", JsonTree::raw(std::string(literal.text))).add("@type", JsonTree::string("@json")));
      ++refused_;
    }
    const auto i18n =
        options_.direction == DirectionForm::i18n_datatype ? i18n_datatype(literal.qualifier) : std::nullopt;
    if (i18n) {
      value.add("@value", JsonTree::string(literal.text));
      if (!i18n->language.empty()) value.add("@language", JsonTree::string(i18n->language));
      return std::move(value.add("@direction", JsonTree::string(i18n->direction)));
    }
    if (options_.native_types) {
      if (auto number = native_json_of(literal))
        return std::move(value.add("@value", JsonTree::raw(std::move(*number))));
    }
    value.add("@value", JsonTree::string(literal.text));
    if (!literal.qualifier.empty() && literal.qualifier != iri::xsd::string)
      value.add("@type", JsonTree::string(literal.qualifier));
    return value;
  }

  JsonTree compound_of(const Compound& compound) {
    JsonTree value = JsonTree::object();
    value.add("@value", JsonTree::string(graph_.view(compound.value).text));
    if (compound.language != TermId::none)
      value.add("@language", JsonTree::string(graph_.view(compound.language).text));
    const std::string_view direction = graph_.view(compound.direction).text;
    if (direction != "ltr" && direction != "rtl") ++refused_;
    return std::move(value.add("@direction", JsonTree::string(direction)));
  }

  /// Blank nodes with rdf:direction and rdf:value that are named once and say nothing else.
  void find_compounds() {
    if (options_.direction != DirectionForm::compound_literal) return;
    std::unordered_map<TermId, Compound> found;
    for (StatementId id : order_) {
      const Statement one = graph_.statement(id);
      Compound& compound = found[one.subject];
      const std::string_view predicate = graph_.view(one.predicate).text;
      TermId* const slot = predicate == iri::rdf::value       ? &compound.value
                           : predicate == iri::rdf::language  ? &compound.language
                           : predicate == iri::rdf::direction ? &compound.direction
                                                              : nullptr;
      if (slot == nullptr || *slot != TermId::none || !graph_.view(one.object).is_literal())
        compound.is_right = false;
      else
        *slot = one.object;
      const StatementId use = lists_.only_use(one.subject);
      if (use == StatementId::none || graph_.statement(use).graph != one.graph) compound.is_right = false;
    }
    for (const auto& [node, compound] : found)
      if (compound.is_right && compound.value != TermId::none && compound.direction != TermId::none)
        compounds_.emplace(node, compound);
  }

  const Graph& graph_;
  const JsonLdWriteOptions& options_;
  std::vector<StatementId> order_;
  JsonLdLists lists_;
  TermId type_;
  std::unordered_map<TermId, Compound> compounds_;
  std::size_t refused_ = 0;
};

}  // namespace

std::size_t write_expanded(const Graph& graph, const JsonLdWriteOptions& options, Output& out) {
  Serialization serialization(graph, options);
  serialization.write(out);
  return serialization.refused_count();
}

}  // namespace graphwright
