#include "shapes_graph.hpp"

#include <algorithm>
#include <set>

#include "graphwright/vocabulary_iris.hpp"

#include "shacl_vocabulary.hpp"

namespace graphwright::shacl {

std::vector<TermId> ShapesGraph::values(TermId node, std::string_view local) const {
  std::vector<TermId> found;
  for (const IndexedStatement& row : index_.of_subject(node, iri(sh(local)))) found.push_back(row.object);
  make_unique(found);
  return found;
}

TermId ShapesGraph::value(TermId node, std::string_view local) const {
  const TermId property = iri(sh(local));
  return property == TermId::none ? TermId::none : index_.object(node, property);
}

bool ShapesGraph::is_true(TermId node, std::string_view local) const {
  const std::vector<TermId> all = values(node, local);
  return std::any_of(all.begin(), all.end(),
                     [&](TermId id) { return view(id) == TermView::literal("true", iri::xsd::boolean); });
}

std::optional<std::vector<TermId>> ShapesGraph::list(TermId head) const {
  std::vector<TermId> members;
  std::set<TermId> seen;
  const TermId first = iri(iri::rdf::first);
  const TermId rest = iri(iri::rdf::rest);
  for (const TermId nil = iri(iri::rdf::nil); head != nil; head = index_.object(head, rest)) {
    if (head == TermId::none || !has_one(head, first) || !has_one(head, rest) || !seen.insert(head).second)
      return std::nullopt;
    members.push_back(index_.object(head, first));
  }
  return members;
}

std::vector<TermId> ShapesGraph::with_subclasses(std::string_view class_iri) const {
  const TermId subclass = iri(iri::rdfs::sub_class_of);
  std::vector<TermId> classes{iri(class_iri)};
  for (std::size_t at = 0; at < classes.size(); ++at)
    for (const IndexedStatement& row : index_.of_object(classes[at], subclass))
      if (std::find(classes.begin(), classes.end(), row.subject) == classes.end()) classes.push_back(row.subject);
  return classes;
}

bool ShapesGraph::is_instance(TermId node, std::string_view class_iri) const {
  const TermId type = iri(iri::rdf::type);
  const std::vector<TermId> classes = with_subclasses(class_iri);
  return std::any_of(classes.begin(), classes.end(), [&](TermId one) { return index_.contains(node, type, one); });
}

Location ShapesGraph::location(TermId node) const {
  Location first;
  for (const IndexedStatement& row : index_.of_subject(node)) {
    const Location here = graph_.location(row.id);
    if (here.line != 0 && (first.line == 0 || here < first)) first = here;
  }
  return first;
}

Location ShapesGraph::location(TermId node, std::string_view local, TermId value) const {
  for (const IndexedStatement& row : index_.of_subject(node, iri(sh(local))))
    if (row.object == value) return graph_.location(row.id);
  return location(node);
}

void ShapesGraph::make_unique(std::vector<TermId>& nodes) const {
  std::sort(nodes.begin(), nodes.end(), [&](TermId a, TermId b) { return compare(view(a), view(b)) < 0; });
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace graphwright::shacl
