#include "turtle_grouped.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "graphwright/vocabulary_iris.hpp"

#include "turtle_layout.hpp"
#include "turtle_terms.hpp"

namespace graphwright {
namespace {

/// The text of each IRI as it is written: shortened by a prefix, or in angle brackets.
class IriNames {
 public:
  IriNames(const Graph& graph, const PrefixMap& prefixes) : begin_(graph.terms().size() + 1) {
    for (std::uint32_t id = 0; id + 1 < begin_.size(); ++id) {
      begin_[id] = text_.size();
      const TermView term = graph.view(static_cast<TermId>(id));
      // rdf:type is written `a` wherever it is a predicate.
      if (term.is_iri() && term.text != iri::rdf::type) add(term.text, prefixes);
      if (term.is_literal() && !term.tagged) add_datatype(term, prefixes);
    }
    begin_.back() = text_.size();
  }

  /// Empty where the IRI is written in full.
  std::string_view operator[](TermId id) const {
    return std::string_view(text_).substr(begin_[index(id)], begin_[index(id) + 1] - begin_[index(id)]);
  }
  const std::set<std::string, std::less<>>& used_prefixes() const { return used_; }

 private:
  void add(std::string_view iri, const PrefixMap& prefixes) {
    const auto name = prefixes.shorten(iri);
    if (!name) return;
    text_ += *name;
    used_.insert(name->substr(0, name->find(':')));
  }
  /// A literal's slot holds the name of its datatype.
  void add_datatype(const TermView& literal, const PrefixMap& prefixes) {
    if (!literal.qualifier.empty() && literal.qualifier != iri::xsd::string && !is_bare_literal(literal))
      add(literal.qualifier, prefixes);
  }

  std::string text_;
  std::vector<std::size_t> begin_;
  std::set<std::string, std::less<>> used_;
};

/// Writes one document.
class Document {
 public:
  Document(const Graph& graph, const TurtleOptions& options, Output& out)
      : graph_(graph),
        options_(options),
        out_(out),
        layout_(graph),
        names_(graph, options.prefixes),
        literals_(out),
        terms_(out),
        type_(graph.terms().find_iri(iri::rdf::type)),
        reifies_(graph.terms().find_iri(iri::rdf::reifies)),
        nil_(graph.terms().find_iri(iri::rdf::nil)) {}

  void write() {
    if (layout_.needs_version_12()) out_.write("VERSION \"1.2\"\n");
    for (const std::string& prefix : names_.used_prefixes()) write_prefix(prefix);
    // What the program says of facts and evidence comes after what is said of the world.
    write_blocks(false);
    write_blocks(true);
    end_graph();
  }

 private:
  using Block = TurtleLayout::Block;

  void write_prefix(std::string_view prefix) {
    out_.write("@prefix ");
    out_.write(prefix);
    out_.write(": ");
    terms_.write_iri(*options_.prefixes.find(prefix));
    out_.write(" .\n");
  }

  bool is_about_facts(const Block& block) const {
    return graph_.view(block.subject).text.starts_with(iri::gw::id_ns) && graph_.view(block.subject).is_iri();
  }

  void write_blocks(bool about_facts) {
    for (const Block& block : layout_.blocks()) {
      if (layout_.is_nested(block) || is_about_facts(block) != about_facts) continue;
      begin_graph(block.graph);
      out_.put('\n');
      write_block(block);
    }
  }

  void begin_graph(TermId graph) {
    if (!options_.has_graphs || graph == current_graph_) return;
    end_graph();
    current_graph_ = graph;
    if (graph == TermId::none) return;
    out_.put('\n');
    write_name(graph);
    out_.write(" {");
    margin_ = 4;
  }

  void end_graph() {
    if (current_graph_ != TermId::none) out_.write("}\n");
    current_graph_ = TermId::none;
    margin_ = 0;
  }

  void new_line(std::size_t indent) {
    out_.put('\n');
    space(indent);
  }
  void space(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out_.put(' ');
  }

  void write_block(const Block& block) {
    space(margin_);
    write_name(block.subject);
    out_.put(' ');
    write_properties(layout_.statements(block), margin_ + 4);
    out_.write(" .\n");
  }

  /// Predicates, one a line, with their objects.
  void write_properties(std::span<const StatementId> statements, std::size_t indent) {
    for (std::size_t i = 0; i < statements.size();) {
      const TermId predicate = graph_.statement(statements[i]).predicate;
      std::size_t end = i;
      while (end < statements.size() && graph_.statement(statements[end]).predicate == predicate) ++end;
      if (i != 0) {
        out_.write(" ;");
        new_line(indent);
      }
      write_predicate(predicate);
      write_objects(statements.subspan(i, end - i), indent, predicate == type_);
      i = end;
    }
  }

  void write_predicate(TermId predicate) {
    if (predicate == type_)
      out_.put('a');
    else
      write_name(predicate);
  }

  /// One object stands behind its predicate; several stand one a line, but for classes.
  void write_objects(std::span<const StatementId> statements, std::size_t indent, bool on_one_line) {
    const bool is_one = statements.size() == 1 || on_one_line;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      if (i != 0) out_.write(is_one ? "," : " ,");
      if (is_one)
        out_.put(' ');
      else
        new_line(indent + 4);
      write_object(graph_.statement(statements[i]).object, is_one ? indent : indent + 4);
      write_annotations(statements[i], indent + 4);
    }
  }

  void write_annotations(StatementId statement, std::size_t indent) {
    for (TermId reifier : layout_.annotations(statement)) {
      const bool is_called = graph_.view(reifier).is_iri() || layout_.needs_label(reifier);
      if (is_called) {
        out_.write(" ~ ");
        write_name(reifier);
      }
      std::vector<StatementId> inside;
      for (StatementId id : layout_.statements(*layout_.nested_block(reifier)))
        if (graph_.statement(id).predicate != reifies_) inside.push_back(id);
      if (inside.empty() && is_called) continue;
      write_annotation_block(inside, indent);
    }
  }

  void write_annotation_block(std::span<const StatementId> inside, std::size_t indent) {
    if (inside.empty()) {
      out_.write(" ~");
      return;
    }
    out_.write(" {|");
    new_line(indent);
    write_properties(inside, indent);
    out_.write(" |}");
  }

  void write_object(TermId object, std::size_t indent) {
    if (object == nil_) return out_.write("()");
    if (!layout_.is_nested_object(object)) return write_name(object);
    if (const std::vector<TermId> members = layout_.list(object); !members.empty()) return write_list(members, indent);
    const Block* block = layout_.nested_block(object);
    if (block == nullptr) return out_.write("[]");
    out_.put('[');
    new_line(indent + 4);
    write_properties(layout_.statements(*block), indent + 4);
    new_line(indent);
    out_.put(']');
  }

  void write_list(const std::vector<TermId>& members, std::size_t indent) {
    out_.write("( ");
    for (TermId member : members) {
      write_object(member, indent);
      out_.put(' ');
    }
    out_.put(')');
  }

  void write_name(TermId id) {
    const TermView term = graph_.view(id);
    switch (term.kind) {
      case TermKind::absent:
        return;
      case TermKind::iri:
        return write_iri(names_[id], term.text);
      case TermKind::blank:
        out_.write("_:");
        return out_.write(term.text);
      case TermKind::literal:
        if (literals_.write(term)) write_iri(names_[id], term.qualifier);
        return;
      case TermKind::triple:
        return write_triple(graph_.terms().triple(id));
    }
  }

  void write_iri(std::string_view name, std::string_view iri) {
    if (name.empty())
      terms_.write_iri(iri);
    else
      out_.write(name);
  }

  void write_triple(const TripleIds& triple) {
    out_.write("<<( ");
    write_name(triple.subject);
    out_.put(' ');
    write_name(triple.predicate);
    out_.put(' ');
    write_name(triple.object);
    out_.write(" )>>");
  }

  const Graph& graph_;
  const TurtleOptions& options_;
  Output& out_;
  TurtleLayout layout_;
  IriNames names_;
  TurtleLiteralWriter literals_;
  TermWriter terms_;
  TermId type_;
  TermId reifies_;
  TermId nil_;
  TermId current_graph_ = TermId::none;
  std::size_t margin_ = 0;
};

}  // namespace

void write_turtle(const Graph& graph, const TurtleOptions& options, Output& out) {
  Document(graph, options, out).write();
}

}  // namespace graphwright
