#include "graphwright/ontology_page.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"
#include "graphwright/prefix_map.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "axiom_iris.hpp"

namespace graphwright {
namespace {

constexpr std::string_view skos_definition = "http://www.w3.org/2004/02/skos/core#definition";
constexpr std::string_view dcterms_title = "http://purl.org/dc/terms/title";
constexpr std::string_view dcterms_description = "http://purl.org/dc/terms/description";
constexpr std::string_view skos_example = "http://www.w3.org/2004/02/skos/core#example";

/// Text as one cell of a table.
std::string cell(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '|' || c == '\\' || c == '<' || c == '`' || c == '*' || c == '_') out += '\\';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between = ", ") {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
  return text;
}

class OntologyPage {
 public:
  OntologyPage(const Graph& axioms, const Ontology& ontology) : axioms_(axioms), ontology_(ontology) { read_texts(); }

  std::string write() {
    write_head();
    write_classes();
    write_properties("Relations", [](const Property& one) {
      return one.kind == PropertyKind::object || one.kind == PropertyKind::unspecified;
    });
    write_properties("Attributes", [](const Property& one) {
      return one.kind == PropertyKind::datatype || one.kind == PropertyKind::annotation;
    });
    return std::move(page_);
  }

 private:
  struct Texts {
    std::string comment;
    std::string language;
    std::vector<std::string> examples;
  };

  static int rank(std::string_view language) { return language == "en" ? 0 : language.empty() ? 1 : 2; }

  void read_texts() {
    for (StatementId id : canonical_statements(axioms_)) {
      const Statement one = axioms_.statement(id);
      const TermView object = axioms_.view(one.object);
      const std::string_view predicate = axioms_.view(one.predicate).text;
      if (predicate == iri::rdf::type && object.text == axiom::owl_ontology)
        headings_.emplace_back(axioms_.view(one.subject).text);
      if (!object.is_literal()) continue;
      Texts& texts = texts_[std::string(axioms_.view(one.subject).text)];
      if (predicate == skos_example) texts.examples.emplace_back(object.text);
      const bool is_comment =
          predicate == iri::rdfs::comment || predicate == skos_definition || predicate == dcterms_description;
      if (is_comment && (texts.comment.empty() || rank(object.language()) < rank(texts.language))) {
        texts.comment = object.text;
        texts.language = object.language();
      }
      if (predicate == iri::rdfs::label || predicate == dcterms_title)
        labels_.try_emplace(std::string(axioms_.view(one.subject).text), object.text);
    }
  }

  std::string name(std::string_view iri) const {
    if (ontology_.owns(iri) && !local_name(iri).empty()) return fmt::format("`{}`", local_name(iri));
    for (const PrefixMap* map : {&axioms_.prefixes(), &well_known_prefixes()})
      if (const std::optional<std::string> shortened = map->shorten(iri)) return fmt::format("`{}`", *shortened);
    return fmt::format("<{}>", iri);
  }

  std::string meaning(std::string_view iri) const {
    const auto at = texts_.find(iri);
    if (at == texts_.end()) return {};
    std::string text = cell(at->second.comment);
    for (const std::string& one : at->second.examples)
      text.append(text.empty() ? "" : " ").append("For example: ").append(cell(one));
    return text;
  }

  void write_head() {
    std::vector<std::string> titles;
    for (const std::string& iri : headings_)
      if (const auto at = labels_.find(iri); at != labels_.end()) titles.push_back(at->second);
    page_ += fmt::format("# {}\n", titles.empty() ? "Ontology" : joined(titles, "; "));
    for (const std::string& iri : headings_)
      if (const std::string text = meaning(iri); !text.empty()) page_ += fmt::format("\n{}\n", text);
  }

  void write_classes() {
    page_ += "\n## Classes\n\n| class | is a | meaning |\n|---|---|---|\n";
    for (const OntologyClass& one : ontology_.classes()) {
      if (!one.is_declared) continue;
      page_ += fmt::format("| {} | {} | {} |\n", name(one.iri), above(one), meaning(one.iri));
    }
  }

  /// The superclasses that are not above another of them.
  std::string above(const OntologyClass& one) const {
    const std::span<const ClassId> all = ontology_.superclasses(ontology_.find_class(one.iri));
    std::vector<std::string> nearest;
    for (ClassId candidate : all) {
      const bool is_implied = std::any_of(all.begin(), all.end(), [&](ClassId other) {
        return other != candidate && ontology_.is_subclass(other, candidate) &&
               !ontology_.is_subclass(candidate, other);
      });
      if (!is_implied) nearest.push_back(name(ontology_.at(candidate).iri));
    }
    return joined(nearest);
  }

  template <typename Wanted>
  void write_properties(std::string_view title, Wanted is_wanted) {
    std::string rows;
    for (const Property& one : ontology_.properties())
      if (one.is_declared && is_wanted(one))
        rows += fmt::format("| {} | {} | {} | {} | {} |\n", name(one.iri), classes(one.domains), range(one),
                            traits(one), meaning(one.iri));
    if (!rows.empty())
      page_ += fmt::format("\n## {}\n\n| name | of | to | | meaning |\n|---|---|---|---|---|\n{}", title, rows);
  }

  std::string classes(const std::vector<ClassUnion>& unions) const {
    std::vector<std::string> all;
    for (const ClassUnion& one : unions) {
      std::vector<std::string> names;
      for (ClassId id : one) names.push_back(name(ontology_.at(id).iri));
      all.push_back(joined(names, " or "));
    }
    return joined(all, " and ");
  }

  std::string range(const Property& one) const {
    std::vector<std::string> names;
    for (const std::string& datatype : one.datatypes) names.push_back(name(datatype));
    return names.empty() ? classes(one.ranges) : joined(names, " or ");
  }

  std::string traits(const Property& one) const {
    std::vector<std::string> all;
    const auto add = [&](std::string_view what, const std::vector<PropertyId>& others) {
      for (PropertyId id : others) all.push_back(fmt::format("{} {}", what, name(ontology_.at(id).iri)));
    };
    if (one.is_symmetric) all.emplace_back("symmetric");
    if (one.is_transitive) all.emplace_back("transitive");
    add("inverse of", one.inverses);
    add("below", one.superproperties);
    for (const std::vector<ChainLink>& chain : one.chains) {
      std::vector<std::string> links;
      links.reserve(chain.size());
      for (const ChainLink& link : chain)
        links.push_back(
            fmt::format("{}{}", link.is_inverse ? "inverse of " : "", name(ontology_.at(link.property).iri)));
      all.push_back(fmt::format("follows from {}", joined(links, ", then ")));
    }
    return joined(all, "; ");
  }

  const Graph& axioms_;
  const Ontology& ontology_;
  std::map<std::string, Texts, std::less<>> texts_;
  std::map<std::string, std::string, std::less<>> labels_;
  std::vector<std::string> headings_;
  std::string page_;
};

}  // namespace

std::string ontology_page(const Graph& axioms, const Ontology& ontology) {
  return OntologyPage(axioms, ontology).write();
}

}  // namespace graphwright
