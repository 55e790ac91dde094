#include "jsonld_compact.hpp"

#include <vector>

#include "graphwright/vocabulary_iris.hpp"

#include "json_tree.hpp"
#include "jsonld_literal.hpp"
#include "jsonld_names.hpp"
#include "turtle_layout.hpp"

namespace graphwright {
namespace {

class Document {
 public:
  Document(const Graph& graph, const PrefixMap& prefixes, const JsonLdWriteOptions& options, Output& out)
      : graph_(graph),
        options_(options),
        out_(out),
        layout_(graph),
        names_(graph, prefixes),
        type_(graph.terms().find_iri(iri::rdf::type)),
        nil_(graph.terms().find_iri(iri::rdf::nil)) {}

  void write() {
    out_.write("{\n  ");
    if (const auto context = names_.context()) {
      out_.write("\"@context\": ");
      context->write(out_, 2);
      out_.write(",\n  ");
    }
    out_.write("\"@graph\": [");
    // What the program says of facts and evidence comes after what is said of the world.
    write_blocks(false);
    write_blocks(true);
    out_.write(is_first_ ? "]\n}\n" : "\n  ]\n}\n");
  }

 private:
  using Block = TurtleLayout::Block;

  bool is_about_facts(const Block& block) const {
    return graph_.view(block.subject).text.starts_with(iri::gw::id_ns) && graph_.view(block.subject).is_iri();
  }

  void write_blocks(bool about_facts) {
    std::vector<JsonTree> named;
    TermId graph = TermId::none;
    for (const Block& block : layout_.blocks()) {
      if (layout_.is_nested(block) || is_about_facts(block) != about_facts) continue;
      if (block.graph != graph) write_graph(graph, named);
      graph = block.graph;
      JsonTree node = node_of(block);
      if (graph == TermId::none)
        write_item(node);
      else
        named.push_back(std::move(node));
    }
    write_graph(graph, named);
  }

  void write_graph(TermId name, std::vector<JsonTree>& nodes) {
    if (nodes.empty()) return;
    JsonTree array = JsonTree::array();
    array.spread();
    for (JsonTree& node : nodes) array.push(std::move(node));
    nodes.clear();
    JsonTree graph = JsonTree::object();
    graph.spread().add("@id", JsonTree::string(names_.identifier(graph_.view(name)))).add("@graph", std::move(array));
    write_item(graph);
  }

  void write_item(const JsonTree& item) {
    out_.write(is_first_ ? "\n    " : ",\n    ");
    item.write(out_, 4);
    is_first_ = false;
  }

  JsonTree node_of(const Block& block) {
    JsonTree node = JsonTree::object();
    node.spread().add("@id", JsonTree::string(names_.identifier(graph_.view(block.subject))));
    add_properties(block, node);
    return node;
  }

  void add_properties(const Block& block, JsonTree& node) {
    using Line = TurtleLayout::Line;
    const std::span<const Line> lines = layout_.lines(block);
    std::vector<JsonTree> types;
    for (const Line& line : lines)
      if (is_type(line)) types.push_back(JsonTree::string(word_of(graph_.view(line.object))));
    if (!types.empty()) node.add("@type", JsonTree::one_or_array(std::move(types)));
    for (std::size_t i = 0; i < lines.size();) {
      const TermId predicate = lines[i].predicate;
      std::vector<JsonTree> values;
      for (; i < lines.size() && lines[i].predicate == predicate; ++i)
        if (!is_type(lines[i])) values.push_back(value_of(lines[i].object));
      if (!values.empty()) node.add(word_of(graph_.view(predicate)), JsonTree::one_or_array(std::move(values)));
    }
  }

  /// Whether a statement is said by @type; a nested node cannot stand there.
  bool is_type(const TurtleLayout::Line& one) const {
    if (one.predicate != type_ || options_.rdf_type || !graph_.view(one.object).is_resource()) return false;
    return layout_.nested_block(one.object) == nullptr || !layout_.is_nested_object(one.object);
  }

  std::string word_of(const TermView& resource) const {
    return resource.is_blank() ? names_.identifier(resource) : names_.word(resource.text);
  }

  JsonTree value_of(TermId object) {
    const TermView term = graph_.view(object);
    if (term.is_literal()) return literal_of(term);
    if (object == nil_) return std::move(JsonTree::object().add("@list", JsonTree::array()));
    if (layout_.is_nested_object(object)) {
      if (const std::vector<TermId> members = layout_.list(object); !members.empty()) return list_of(members);
      if (const Block* const block = layout_.nested_block(object)) {
        JsonTree node = JsonTree::object();
        add_properties(*block, node.spread());
        return node;
      }
    }
    return std::move(JsonTree::object().add("@id", JsonTree::string(names_.identifier(term))));
  }

  JsonTree list_of(const std::vector<TermId>& members) {
    JsonTree list = JsonTree::array();
    for (TermId member : members) list.push(value_of(member));
    return std::move(JsonTree::object().add("@list", std::move(list)));
  }

  JsonTree literal_of(const TermView& literal) {
    JsonTree value = JsonTree::object();
    if (literal.tagged) {
      value.add("@language", JsonTree::string(literal.qualifier));
      if (literal.direction != Direction::none)
        value.add("@direction", JsonTree::string(literal.direction == Direction::ltr ? "ltr" : "rtl"));
      return std::move(value.add("@value", JsonTree::string(literal.text)));
    }
    if (literal.qualifier.empty() || literal.qualifier == iri::xsd::string) return JsonTree::string(literal.text);
    if (auto native = exact_json_of(literal)) return JsonTree::raw(std::move(*native));
    if (options_.native_types)
      if (auto number = native_json_of(literal)) return JsonTree::raw(std::move(*number));
    if (literal.qualifier == iri::rdf::json && is_canonical_json(literal.text))
      return std::move(
          value.add("@type", JsonTree::string("@json")).add("@value", JsonTree::raw(std::string(literal.text))));
    value.add("@type", JsonTree::string(names_.word(literal.qualifier)));
    return std::move(value.add("@value", JsonTree::string(literal.text)));
  }

  const Graph& graph_;
  const JsonLdWriteOptions& options_;
  Output& out_;
  TurtleLayout layout_;
  JsonLdNames names_;
  TermId type_;
  TermId nil_;
  bool is_first_ = true;
};

}  // namespace

void write_compact(const Graph& graph, const PrefixMap& prefixes, const JsonLdWriteOptions& options, Output& out) {
  Document(graph, prefixes, options, out).write();
}

}  // namespace graphwright
