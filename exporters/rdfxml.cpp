#include "rdfxml.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "graphwright/graph_builder.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "rdfxml_names.hpp"
#include "turtle_layout.hpp"
#include "xml_name.hpp"
#include "xml_text.hpp"

namespace graphwright {
namespace {

/// Our own reader takes elements up to 256 deep.
constexpr std::size_t deepest_triple_term = 64;

/// Why a statement cannot be said in RDF/XML, empty where it can; the text is static.
std::string_view find_obstacle(const TermView& subject, const TermView& predicate, const TermView& object,
                               std::size_t depth = 0) {
  if (!predicate.is_iri() || !is_rdfxml_property(predicate.text)) return "predicate that is no XML name";
  if (!is_xml_text(subject.text) || !is_xml_text(object.text) || !is_xml_text(object.qualifier))
    return "text with a character that XML does not have";
  if (!object.is_triple()) return {};
  if (depth == deepest_triple_term) return "triple term that is nested too deep";
  return find_obstacle(object.triple->subject, object.triple->predicate, object.triple->object, depth + 1);
}

/// Writes one document.
class Document {
 public:
  Document(const Graph& graph, const PrefixMap& prefixes, Output& out)
      : graph_(graph),
        out_(out),
        text_(out),
        layout_(graph),
        names_(graph, prefixes),
        type_(graph.terms().find_iri(iri::rdf::type)) {
    find_open_lists();
  }

  void write() {
    out_.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
    for (const auto& [prefix, ns] : names_.namespaces()) {
      out_.write(prefix.empty() ? "\n    xmlns" : "\n    xmlns:");
      write_attribute(prefix, ns);
    }
    if (names_.needs_version_12()) out_.write("\n    rdf:version=\"1.2\"");
    if (names_.namespaces().contains("its")) out_.write("\n    its:version=\"2.0\"");
    out_.write(">\n");
    write_blocks(false);
    write_blocks(true);
    out_.write("</rdf:RDF>\n");
  }

 private:
  using Block = TurtleLayout::Block;

  bool is_about_facts(const Block& block) const {
    return graph_.view(block.subject).text.starts_with(iri::gw::id_ns) && graph_.view(block.subject).is_iri();
  }

  void write_blocks(bool about_facts) {
    for (const Block& block : layout_.blocks()) {
      const bool is_written_elsewhere = is_nested(block);
      if (is_written_elsewhere || is_about_facts(block) != about_facts) continue;
      out_.put('\n');
      write_node(block, true, 2);
    }
  }

  /// Whether a block stands inside another: reifiers and cells of open lists do not here.
  bool is_nested(const Block& block) const {
    return layout_.is_nested(block) && layout_.is_nested_object(block.subject) && !open_cells_.contains(&block);
  }

  /// Only nodes can be members of a collection; other lists are written cell by cell.
  void find_open_lists() {
    for (const Block& block : layout_.blocks())
      for (const TurtleLayout::Line& line : layout_.lines(block)) {
        const TermId head = line.object;
        if (!layout_.is_nested_object(head)) continue;
        const std::vector<TermId> members = layout_.list(head);
        if (members.empty() || can_be_members(members)) continue;
        TermId cell = head;
        for (std::size_t i = 0; i < members.size(); ++i) {
          const Block* const place = layout_.nested_block(cell);
          open_cells_.insert(place);
          cell = layout_.lines(*place).back().object;
        }
      }
  }

  bool can_be_members(const std::vector<TermId>& members) const {
    return std::all_of(members.begin(), members.end(), [&](TermId member) {
      return graph_.view(member).is_resource() && (!layout_.is_nested_object(member) || layout_.list(member).empty());
    });
  }

  void write_node(const Block& block, bool is_named, std::size_t indent) {
    const std::span<const TurtleLayout::Line> lines = layout_.lines(block);
    const StatementId typed = type_element_of(lines);
    const std::string element =
        typed == StatementId::none ? "rdf:Description" : *names_.node(graph_.view(graph_.statement(typed).object).text);
    begin(element, indent);
    if (is_named) write_subject(graph_.view(block.subject));
    if (lines.size() == 1 && typed != StatementId::none) return out_.write("/>\n");
    out_.write(">\n");
    for (const TurtleLayout::Line& line : lines)
      if (line.id != typed) write_property(graph_.statement(line.id), indent + 2);
    end(element, indent);
  }

  /// The statement whose class names the element of a node.
  StatementId type_element_of(std::span<const TurtleLayout::Line> lines) const {
    for (const TurtleLayout::Line& one : lines) {
      if (one.predicate == type_ && graph_.view(one.object).is_iri() && names_.node(graph_.view(one.object).text))
        return one.id;
    }
    return StatementId::none;
  }

  void write_subject(const TermView& subject) {
    out_.put(' ');
    if (subject.is_blank())
      write_attribute("rdf:nodeID", RdfXmlNames::label(subject.text));
    else
      write_attribute("rdf:about", subject.text);
  }

  void write_property(const Statement& one, std::size_t indent) {
    const std::string element = names_.property(graph_.view(one.predicate).text);
    const TermView object = graph_.view(one.object);
    begin(element, indent);
    if (object.is_literal()) return write_literal(object, element);
    if (object.is_triple()) return write_triple(*object.triple, element, indent);
    const Block* const block = layout_.is_nested_object(one.object) ? layout_.nested_block(one.object) : nullptr;
    if (block != nullptr && !open_cells_.contains(block)) {
      const std::vector<TermId> members = layout_.list(one.object);
      return members.empty() ? write_nested(*block, element, indent) : write_collection(members, element, indent);
    }
    write_reference(object);
  }

  void write_reference(const TermView& object) {
    out_.put(' ');
    if (object.is_blank())
      write_attribute("rdf:nodeID", RdfXmlNames::label(object.text));
    else
      write_attribute("rdf:resource", object.text);
    out_.write("/>\n");
  }

  void write_literal(const TermView& literal, std::string_view element) {
    if (literal.tagged) {
      out_.put(' ');
      write_attribute("xml:lang", literal.qualifier);
      if (literal.direction != Direction::none)
        out_.write(literal.direction == Direction::ltr ? " its:dir=\"ltr\"" : " its:dir=\"rtl\"");
    } else if (!literal.qualifier.empty() && literal.qualifier != iri::xsd::string) {
      out_.put(' ');
      write_attribute("rdf:datatype", literal.qualifier);
    }
    out_.put('>');
    text_.content(literal.text);
    end(element, 0);
  }

  void write_nested(const Block& block, std::string_view element, std::size_t indent) {
    out_.write(">\n");
    write_node(block, false, indent + 2);
    end(element, indent);
  }

  void write_collection(const std::vector<TermId>& members, std::string_view element, std::size_t indent) {
    out_.write(" rdf:parseType=\"Collection\">\n");
    for (TermId member : members) {
      const Block* const block = layout_.is_nested_object(member) ? layout_.nested_block(member) : nullptr;
      if (block != nullptr) {
        write_node(*block, false, indent + 2);
        continue;
      }
      begin("rdf:Description", indent + 2);
      write_subject(graph_.view(member));
      out_.write("/>\n");
    }
    end(element, indent);
  }

  /// A triple term (RDF 1.2 XML Syntax, draft, parseType="Triple").
  void write_triple(const TripleView& triple, std::string_view element, std::size_t indent) {
    out_.write(" rdf:parseType=\"Triple\">\n");
    begin("rdf:Description", indent + 2);
    write_subject(triple.subject);
    out_.write(">\n");
    const std::string property = names_.property(triple.predicate.text);
    begin(property, indent + 4);
    if (triple.object.is_literal())
      write_literal(triple.object, property);
    else if (triple.object.is_triple())
      write_triple(*triple.object.triple, property, indent + 4);
    else
      write_reference(triple.object);
    end("rdf:Description", indent + 2);
    end(element, indent);
  }

  void write_attribute(std::string_view name, std::string_view value) {
    out_.write(name);
    out_.write("=\"");
    text_.attribute(value);
    out_.put('"');
  }
  void begin(std::string_view element, std::size_t indent) {
    space(indent);
    out_.put('<');
    out_.write(element);
  }
  void end(std::string_view element, std::size_t indent) {
    space(indent);
    out_.write("</");
    out_.write(element);
    out_.write(">\n");
  }
  void space(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out_.put(' ');
  }

  const Graph& graph_;
  Output& out_;
  XmlText text_;
  TurtleLayout layout_;
  RdfXmlNames names_;
  TermId type_;
  std::unordered_set<const Block*> open_cells_;
};

class RdfXmlExporter : public Exporter {
 public:
  RdfXmlExporter(Output& out, const ExportOptions& options) : Exporter(options), out_(out), builder_(graph_) {}

  void prefix(std::string_view name, std::string_view iri) override { builder_.prefix(name, iri); }
  void statements(std::span<const StatementView> batch) override {
    for (StatementView one : batch) {
      if (!one.graph.is_absent()) count_loss("graph name");
      one.graph = {};
      const std::string_view obstacle = find_obstacle(one.subject, one.predicate, one.object);
      if (obstacle.empty())
        builder_.statement(one);
      else
        count_loss(obstacle);
    }
  }
  void node(const TermView&, Location) override { count_loss("resource without statements"); }

  void finish() override {
    PrefixMap prefixes = well_known_prefixes();
    const Graph& graph = graph_;
    for (const PrefixMap* own : {&graph.prefixes(), &options().prefixes})
      for (const auto& [name, iri] : own->by_name()) prefixes.add(name, iri);
    summary_.statements = graph_.statement_count();
    Document(graph_, prefixes, out_).write();
  }

 private:
  Output& out_;
  Graph graph_;
  GraphBuilder builder_;
};

}  // namespace

std::unique_ptr<Exporter> open_rdfxml(Output& out, const ExportOptions& options) {
  return std::make_unique<RdfXmlExporter>(out, options);
}

}  // namespace graphwright
