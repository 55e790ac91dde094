#include "style_names.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "graphwright/resource_id.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright::cli {
namespace {

/// The IRIs of classes, or of relations, that a style may name.
std::vector<std::string_view> known_iris(const Graph& graph, const GraphProfile& profile, bool are_classes) {
  std::vector<std::string_view> iris;
  for (const auto& [iri, label] : profile.labels) iris.push_back(iri);
  if (are_classes)
    for (const std::string& iri : profile.class_order) iris.push_back(iri);
  std::vector<bool> is_taken(graph.terms().size());
  const TermId type = graph.terms().find_iri(iri::rdf::type);
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const Statement one = graph.statement(StatementId{row});
    if (are_classes && one.predicate != type) continue;
    const TermId name = are_classes ? one.object : one.predicate;
    if (is_taken[index(name)] || !graph.view(name).is_iri()) continue;
    is_taken[index(name)] = true;
    iris.push_back(graph.view(name).text);
  }
  return iris;
}

void check_names(const PictureStyle& style, const std::vector<std::string_view>& iris, bool are_classes,
                 Session& session) {
  std::vector<std::string> names(iris.size());
  std::transform(iris.begin(), iris.end(), names.begin(), readable_name);
  for (const StyleName& one : style.names) {
    const auto is_meant = [&](std::string_view iri) { return means(one.name, iri); };
    if (one.is_class != are_classes || std::any_of(iris.begin(), iris.end(), is_meant)) continue;
    const std::string nearest = nearest_name(one.name, {names.begin(), names.end()});
    session.diagnostics().warning("style-unknown-name", one.location,
                                  fmt::format("no {} is called '{}'{}", are_classes ? "class" : "relation", one.name,
                                              nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest)));
  }
}

}  // namespace

void check_style_names(const Graph& graph, const ExportOptions& settings, Session& session) {
  if (!settings.style || settings.style->names.empty()) return;
  for (bool are_classes : {true, false})
    check_names(*settings.style, known_iris(graph, settings.profile, are_classes), are_classes, session);
}

}  // namespace graphwright::cli
