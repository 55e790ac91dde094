#include "trip.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graphwright/exporter.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/isomorphism.hpp"

namespace graphwright {
namespace {

constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::string write(std::string_view format, StatementMode mode, const Graph& graph, LossCounts& losses) {
  StringOutput out;
  ExportOptions options;
  options.view.statements = mode;
  const auto exporter = find_exporter(format)->open(out, options);
  exporter->write(graph);
  for (const Loss& one : exporter->summary().losses) losses[std::string(one.kind)] = one.count;
  return out.take();
}

/// Characters of XML (XML 1.0, 2.2) among those that valid RDF text may hold.
bool has_only_xml_characters(std::string_view text) {
  const bool has_control = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  });
  return !has_control && text.find("\xEF\xBF\xBE") == text.npos && text.find("\xEF\xBF\xBF") == text.npos;
}

/// Whether an IRI ends in a name of XML, with something before it, and means no syntax of RDF/XML (5.1 there).
bool is_xml_property(std::string_view iri) {
  constexpr std::array<std::string_view, 14> syntax{
      "RDF",    "ID",          "about",      "parseType",       "resource",
      "nodeID", "datatype",    "aboutEach",  "aboutEachPrefix", "bagID",
      "li",     "Description", "annotation", "annotationNodeID"};
  if (iri.starts_with(rdf) && std::find(syntax.begin(), syntax.end(), iri.substr(rdf.size())) != syntax.end())
    return false;
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const auto may_begin = [&](char c) { return is_letter(c) || c == '_' || static_cast<signed char>(c) < 0; };
  const auto may_follow = [&](char c) { return may_begin(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
  std::size_t at = iri.size();
  while (at > 0 && may_follow(iri[at - 1])) --at;
  if (at > 0 && iri[at - 1] == '%') at += 2;
  while (at < iri.size() && !may_begin(iri[at])) ++at;
  return at > 0 && at < iri.size();
}

/// Passes on what a syntax can say.
class Carrier : public Sink {
 public:
  Carrier(std::string_view format, Graph& carried, LossCounts& losses)
      : format_(format), builder_(carried), losses_(losses) {}

  void statements(std::span<const StatementView> batch) override {
    for (StatementView one : batch) {
      if (format_ == "jsonld" && one.object.is_triple()) {
        ++losses_["triple term"];
        continue;
      }
      if (!one.graph.is_absent() && format_ != "nquads" && format_ != "trig" && format_ != "jsonld") {
        ++losses_["graph name"];
        one.graph = {};
      }
      if (const std::string_view obstacle = obstacle_of(one.predicate, one.object); !obstacle.empty())
        ++losses_[std::string(obstacle)];
      else
        builder_.statement(one);
    }
  }

 private:
  std::string_view obstacle_of(const TermView& predicate, const TermView& object) const {
    if (format_ != "rdfxml") return {};
    if (!is_xml_property(predicate.text)) return "predicate that is no XML name";
    if (!has_only_xml_characters(object.text)) return "text with a character that XML does not have";
    return object.is_triple() ? obstacle_of(object.triple->predicate, object.triple->object) : std::string_view{};
  }

  std::string_view format_;
  GraphBuilder builder_;
  LossCounts& losses_;
};

std::string told(const LossCounts& losses) { return fmt::format("{}", losses); }

}  // namespace

std::string read_into(std::string_view format, std::string_view text, const std::string& base, Graph& graph) {
  GraphBuilder builder(graph);
  Diagnostics diagnostics;
  ReadOptions options;
  options.base = base;
  options.jsonld.direction = JsonLdDirection::rdf12;
  find_reader(format)->read(*memory_source(text), options, builder, diagnostics);
  return diagnostics.has_errors() ? render(diagnostics, MessageFormat::text) : std::string{};
}

LossCounts carry(std::string_view format, StatementMode mode, const Graph& graph, Graph& carried) {
  LossCounts losses;
  const std::string quads = write("nquads", mode, graph, losses);
  Carrier carrier(format, carried, losses);
  Diagnostics diagnostics;
  find_reader("nquads")->read(*memory_source(quads), {}, carrier, diagnostics);
  return losses;
}

std::string make_trip(std::string_view format, const Graph& graph, LossCounts& losses, StatementMode mode) {
  const std::string text = write(format, mode, graph, losses);
  Graph carried;
  const LossCounts expected = carry(format, mode, graph, carried);
  if (losses != expected) return fmt::format("it reports {} instead of {}", told(losses), told(expected));
  Graph back;
  if (std::string fault = read_into(format, text, {}, back); !fault.empty())
    return "what was written is refused: " + fault + text.substr(0, 2000);
  return is_isomorphic(carried, back) ? std::string{} : "it comes back changed:\n" + text.substr(0, 2000);
}

}  // namespace graphwright
