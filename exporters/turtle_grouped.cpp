#include "turtle_grouped.hpp"

#include <algorithm>
#include <vector>

#include "graphwright/vocabulary_iris.hpp"

#include "turtle_layout.hpp"
#include "turtle_names.hpp"
#include "turtle_terms.hpp"

namespace graphwright {
namespace {

/// For each IRI that is written the namespace that shortens it; a literal's place holds that of its datatype.
class IriNames {
 public:
  IriNames(const Graph& graph, const TurtleLayout& layout, const PrefixMap& prefixes)
      : names_(prefixes), number_(graph.terms().size(), PrefixedNames::none) {
    const std::vector<TermId> unwritten = layout.unwritten();
    for (std::uint32_t id = 0; id < number_.size(); ++id)
      if (std::find(unwritten.begin(), unwritten.end(), static_cast<TermId>(id)) == unwritten.end())
        number_[id] = names_.use(graph.view(static_cast<TermId>(id)));
  }

  /// The namespace of an IRI; null where it is written in full.
  const PrefixedNames::Namespace* operator[](TermId id) const {
    const std::uint32_t number = number_[index(id)];
    return number == PrefixedNames::none ? nullptr : &names_[number];
  }
  void write_prefixes(Output& out) const { names_.write_prefixes(out); }

 private:
  TurtleNames names_;
  std::vector<std::uint32_t> number_;  // by term
};

/// Writes one document.
class Document {
 public:
  Document(const Graph& graph, const TurtleOptions& options, Output& out)
      : graph_(graph),
        options_(options),
        out_(out),
        layout_(graph),
        names_(graph, layout_, options.prefixes),
        literals_(out),
        terms_(out),
        type_(graph.terms().find_iri(iri::rdf::type)),
        reifies_(graph.terms().find_iri(iri::rdf::reifies)),
        nil_(graph.terms().find_iri(iri::rdf::nil)) {}

  /// Gives the number of statements.
  std::size_t write() {
    if (layout_.needs_version_12()) out_.write("VERSION \"1.2\"\n");
    names_.write_prefixes(out_);
    // What the program says of facts and evidence comes after what is said of the world.
    write_blocks(false);
    if (has_blocks_about_facts_) write_blocks(true);
    end_graph();
    return layout_.lines().size();
  }

 private:
  using Block = TurtleLayout::Block;

  bool is_about_facts(const Block& block) const { return graphwright::is_about_facts(graph_.view(block.subject)); }

  void write_blocks(bool about_facts) {
    for (const Block& block : layout_.blocks()) {
      prefetch_after(block);
      if (layout_.is_nested(block)) continue;
      if (is_about_facts(block) != about_facts) {
        has_blocks_about_facts_ = true;
        continue;
      }
      begin_graph(block.graph);
      out_.put('\n');
      write_block(block);
    }
  }

  /// Fetches the records of the terms some lines ahead and the texts of those nearer, since they lie
  /// all over the memory: without it two thirds of the time of writing is waiting.
  void prefetch_after(const Block& block) {
    constexpr std::size_t records_ahead = 48;
    constexpr std::size_t texts_ahead = 24;
    const std::span<const TurtleLayout::Line> lines = layout_.lines();
    for (; fetched_ < std::min<std::size_t>(block.end + records_ahead, lines.size()); ++fetched_) {
      graph_.terms().prefetch(lines[fetched_].object);
      if (fetched_ >= texts_ahead) graph_.terms().prefetch_text(lines[fetched_ - texts_ahead].object);
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
    write_properties(layout_.lines(block), margin_ + 4);
    out_.write(" .\n");
  }

  /// Predicates, one a line, with their objects.
  void write_properties(std::span<const TurtleLayout::Line> lines, std::size_t indent) {
    for (std::size_t i = 0; i < lines.size();) {
      const TermId predicate = lines[i].predicate;
      std::size_t end = i;
      while (end < lines.size() && lines[end].predicate == predicate) ++end;
      if (i != 0) {
        out_.write(" ;");
        new_line(indent);
      }
      write_predicate(predicate);
      write_objects(lines.subspan(i, end - i), indent, predicate == type_);
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
  void write_objects(std::span<const TurtleLayout::Line> lines, std::size_t indent, bool on_one_line) {
    const bool is_one = lines.size() == 1 || on_one_line;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i != 0) out_.write(is_one ? "," : " ,");
      if (is_one)
        out_.put(' ');
      else
        new_line(indent + 4);
      write_object(lines[i].object, is_one ? indent : indent + 4);
      if (layout_.has_annotations()) write_annotations(lines[i].id, indent + 4);
    }
  }

  /// A block belongs to the reifier before it, so that one without a label says `~` where that has no block.
  void write_annotations(StatementId statement, std::size_t indent) {
    bool is_open = false;
    for (TermId reifier : layout_.annotations(statement)) {
      const bool is_called = graph_.view(reifier).is_iri() || layout_.needs_label(reifier);
      std::vector<TurtleLayout::Line> inside;
      for (const TurtleLayout::Line& line : layout_.lines(*layout_.nested_block(reifier)))
        if (line.predicate != reifies_) inside.push_back(line);
      if (is_called || is_open || inside.empty()) out_.write(" ~");
      if (is_called) {
        out_.put(' ');
        write_name(reifier);
      }
      is_open = inside.empty();
      if (!is_open) write_annotation_block(inside, indent);
    }
  }

  void write_annotation_block(std::span<const TurtleLayout::Line> inside, std::size_t indent) {
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
    write_properties(layout_.lines(*block), indent + 4);
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

  void write_iri(const PrefixedNames::Namespace* name, std::string_view iri) {
    if (name == nullptr) return terms_.write_iri(iri);
    out_.write(name->prefix);
    out_.write(iri.substr(name->iri.size()));
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
  std::size_t fetched_ = 0;
  bool has_blocks_about_facts_ = false;
};

}  // namespace

std::size_t write_turtle(const Graph& graph, const TurtleOptions& options, Output& out) {
  return Document(graph, options, out).write();
}

}  // namespace graphwright
