#include "page_data.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "attributes.hpp"
#include "page_text.hpp"
#include "picture_text.hpp"
#include "source_passages.hpp"

namespace graphwright {
namespace {

/// Writes one JSON object, key by key; what is empty is left out.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }

  JsonObject& text(std::string_view key, std::string_view value) {
    if (value.empty()) return *this;
    name(key);
    append_script_string(value, out_);
    return *this;
  }
  JsonObject& number(std::string_view key, std::size_t value) { return raw(key, std::to_string(value)); }
  JsonObject& raw(std::string_view key, std::string_view json) {
    name(key);
    out_ += json;
    return *this;
  }
  JsonObject& flag(std::string_view key, bool value) { return value ? raw(key, "true") : *this; }
  /// Begins a value; the caller appends it.
  void name(std::string_view key) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    out_.append("\"").append(key).append("\":");
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
  bool is_first_ = true;
};

/// Terms that are listed once, in the order of their labels and texts, and named by their numbers.
class Listing {
 public:
  Listing(const PropertyGraph& graph, const std::set<TermId>& terms) : terms_(terms.begin(), terms.end()) {
    std::sort(terms_.begin(), terms_.end(), [&](TermId a, TermId b) {
      const auto key = [&](TermId term) { return std::pair(graph.label(term), graph.graph().view(term).text); };
      return key(a) < key(b);
    });
    for (std::size_t i = 0; i < terms_.size(); ++i) numbers_.emplace(terms_[i], i);
  }

  const std::vector<TermId>& terms() const { return terms_; }
  std::size_t number(TermId term) const { return numbers_.at(term); }

 private:
  std::vector<TermId> terms_;
  std::unordered_map<TermId, std::size_t> numbers_;
};

std::string_view web_link(const Graph& graph, TermId term) {
  const TermView view = graph.view(term);
  const bool is_open = view.is_iri() && (view.text.starts_with("http://") || view.text.starts_with("https://"));
  return is_open ? view.text : std::string_view{};
}

std::set<TermId> shown_classes(const Picture& picture) {
  std::set<TermId> classes;
  for (std::uint32_t node = 0; node < picture.graph().node_count(); ++node)
    if (const TermId type = picture.shown_class(node); type != TermId::none) classes.insert(type);
  return classes;
}

/// Writes the data of one page.
class PageData {
 public:
  PageData(const Picture& picture, const PageLooks& looks, const Drawing& drawing, const ExportOptions& options)
      : picture_(picture),
        looks_(looks),
        graph_(picture.graph()),
        drawing_(drawing),
        passages_(options.sources),
        classes_(graph_, shown_classes(picture)),
        relations_(graph_, predicates()),
        sources_(graph_, documents()) {
    group_of_.resize(graph_.edge_count());
    for (std::size_t group = 0; group < drawing_.groups.size(); ++group)
      for (const EdgeText& text : drawing_.groups[group].texts)
        for (std::uint32_t edge : text.edges) group_of_[edge] = group;
    read_times();
    read_source_details();
  }

  std::string write() {
    list("{\"classes\":[", classes_.terms(), [this](TermId one) { write_class(one); });
    list("],\n\"relations\":[", relations_.terms(), [this](TermId one) { write_relation(one); });
    list("],\n\"sources\":[", sources_.terms(), [this](TermId one) { write_source(one); });
    list("],\n\"days\":[", days_, [this](const auto& day) { append_script_string(to_string(day.first), out_); });
    std::vector<std::uint32_t> numbers(std::max(graph_.node_count(), graph_.edge_count()));
    for (std::uint32_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
    list("],\n\"nodes\":[", std::span(numbers).first(graph_.node_count()), [this](auto node) { write_node(node); });
    list("],\n\"facts\":[", std::span(numbers).first(graph_.edge_count()), [this](auto edge) { write_fact(edge); });
    out_ += "]}";
    return std::move(out_);
  }

 private:
  template <typename Items, typename Write>
  void list(std::string_view opening, const Items& items, const Write& write_one) {
    out_ += opening;
    bool is_first = true;
    for (const auto& item : items) {
      out_ += is_first ? "\n" : ",\n";
      is_first = false;
      write_one(item);
    }
  }

  std::set<TermId> predicates() const {
    std::set<TermId> found;
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) found.insert(graph_.predicate(edge));
    return found;
  }

  std::set<TermId> documents() const {
    std::set<TermId> found;
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge)
      for (std::uint32_t row : graph_.evidence(edge))
        if (const TermId source = graph_.graph().evidence()[row].source; source != TermId::none) found.insert(source);
    return found;
  }

  TimeSpan span_of(std::uint32_t edge) const {
    const Fact* fact = graph_.fact(edge);
    if (fact == nullptr || fact->time == TermId::none) return {};
    return parse_time(graph_.graph().view(fact->time).text).span.value_or(TimeSpan{});
  }

  void read_times() {
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
      const TimeSpan span = span_of(edge);
      if (span.earliest) days_.emplace(*span.earliest, 0);
      if (span.latest) days_.emplace(*span.latest, 0);
    }
    std::size_t number = 0;
    for (auto& [day, place] : days_) place = number++;
  }

  /// What a manifest, or whoever wrote the graph, says of the sources.
  void read_source_details() {
    const Graph& graph = graph_.graph();
    constexpr std::array<std::string_view, 3> wanted{iri::dcterms::publisher, iri::dcterms::date, iri::dcterms::source};
    std::array<TermId, 3> properties = nothing_known;
    for (std::size_t i = 0; i < wanted.size(); ++i) properties[i] = graph.terms().find_iri(wanted[i]);
    const std::set<TermId> known(sources_.terms().begin(), sources_.terms().end());
    for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
      const Statement one = graph.statement(static_cast<StatementId>(row));
      const auto at = std::find(properties.begin(), properties.end(), one.predicate);
      if (at == properties.end() || one.predicate == TermId::none || !known.contains(one.subject)) continue;
      auto& details = details_.try_emplace(one.subject, nothing_known).first->second;
      TermId& detail = details[static_cast<std::size_t>(at - properties.begin())];
      if (detail == TermId::none || graph.view(one.object).text < graph.view(detail).text) detail = one.object;
    }
  }

  void write_relation(TermId term) {
    JsonObject(out_).text("label", graph_.relation_label(term)).text("iri", graph_.shown_iri(term)).end();
  }

  /// With the look of its members, where they have one.
  void write_class(TermId type) {
    JsonObject object(out_);
    object.text("label", graph_.label(type)).text("iri", graph_.shown_iri(type));
    std::set<std::size_t> looks;
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
      if (picture_.shown_class(node) == type) looks.insert(looks_.of_node(node));
    if (looks.size() == 1) object.number("look", *looks.begin());
    object.end();
  }

  void write_source(TermId source) {
    JsonObject object(out_);
    object.text("label", graph_.label(source)).text("id", graph_.id_of(source));
    std::string_view link = web_link(graph_.graph(), source);
    if (const auto at = details_.find(source); at != details_.end()) {
      const auto [publisher, date, original] = at->second;
      if (publisher != TermId::none) object.text("publisher", graph_.label(publisher));
      if (date != TermId::none) object.text("date", graph_.graph().view(date).text);
      if (original != TermId::none && !web_link(graph_.graph(), original).empty())
        link = web_link(graph_.graph(), original);
    }
    object.text("link", link).end();
  }

  void write_node(std::uint32_t node) {
    JsonObject object(out_);
    object.text("id", graph_.id(node)).text("label", graph_.label(graph_.resource(node)));
    if (const TermId type = picture_.shown_class(node); type != TermId::none)
      object.number("class", classes_.number(type));
    object.number("look", looks_.of_node(node));
    object.text("types", type_words(node)).text("link", picture_.node_link(node));
    if (const std::vector<ShownValue> values = picture_.node_attributes(node); !values.empty()) {
      object.name("attributes");
      write_values(values);
    }
    object.end();
  }

  std::string type_words(std::uint32_t node) const {
    std::string words;
    for (TermId type : graph_.types(node)) words.append(words.empty() ? "" : ", ").append(graph_.label(type));
    return words;
  }

  /// A list a name: the name and its values.
  void write_values(const std::vector<ShownValue>& values) {
    out_ += '[';
    std::string_view before;
    for (const ShownValue& one : values) {
      if (one.name != before) {
        out_ += before.empty() ? "[" : "],[";
        append_script_string(one.name, out_);
        before = one.name;
      }
      out_ += ',';
      append_script_string(one.value, out_);
    }
    out_ += "]]";
  }

  void write_fact(std::uint32_t edge) {
    const RelationGraph::Edge ends = graph_.edge(edge);
    JsonObject object(out_);
    std::string id;
    graph_.append_edge_id(edge, id);
    object.text("id", id).number("group", group_of_[edge]).number("s", ends.source).number("o", ends.target);
    object.number("r", relations_.number(graph_.predicate(edge)));
    object.text("time", picture_.time(edge));
    const TimeSpan span = span_of(edge);
    if (span.earliest) object.number("from", days_.at(*span.earliest));
    if (span.latest) object.number("to", days_.at(*span.latest));
    if (const Fact* fact = graph_.fact(edge); fact != nullptr && fact->place != TermId::none)
      object.text("place", graph_.label(fact->place));
    object.text("claim", picture_.claim(edge));
    object.text("held", line_style_names[static_cast<std::size_t>(picture_.line_style(edge))]);
    if (graph_.rule(edge) != TermId::none) object.text("rule", graph_.label(graph_.rule(edge)));
    object.flag("undirected", graph_.is_symmetric(edge));
    if (const std::vector<ShownValue> values = picture_.edge_attributes(edge); !values.empty()) {
      object.name("attributes");
      write_values(values);
    }
    if (const std::vector<std::uint32_t> rows = graph_.evidence(edge); !rows.empty()) {
      object.name("evidence");
      write_evidence(rows);
    }
    object.end();
  }

  /// Quotes that are read together are one passage.
  void write_evidence(const std::vector<std::uint32_t>& rows) {
    out_ += '[';
    for (auto first = rows.begin(); first != rows.end();) {
      auto last = std::next(first);
      while (last != rows.end() && are_one_passage(*std::prev(last), *last)) ++last;
      if (first != rows.begin()) out_ += ',';
      write_passage(std::span(first, last));
      first = last;
    }
    out_ += ']';
  }

  const Evidence& evidence(std::uint32_t row) const { return graph_.graph().evidence()[row]; }
  std::string_view text(TermId term) const {
    return term == TermId::none ? std::string_view{} : graph_.graph().view(term).text;
  }

  /// What stands around a quote in its source, where that is at hand.
  std::optional<QuoteContext> context(const Evidence& one) const {
    if (one.source == TermId::none || one.quote == TermId::none || one.begin == EvidenceView::no_offset)
      return std::nullopt;
    return passages_.around(text(one.source), one.begin, one.end, text(one.quote));
  }

  bool are_one_passage(std::uint32_t row, std::uint32_t next_row) const {
    const Evidence& one = evidence(row);
    const Evidence& next = evidence(next_row);
    return one.source == next.source && one.confidence == next.confidence && context(one) && context(next) &&
           passages_.between(text(one.source), one.end, next.begin);
  }

  /// The text of a passage is a list: words of the source and quotes by turns.
  void write_passage(std::span<const std::uint32_t> rows) {
    const Evidence& first = evidence(rows.front());
    JsonObject object(out_);
    if (first.source != TermId::none) object.number("source", sources_.number(first.source));
    if (first.confidence >= 0) object.raw("confidence", confidence_text(first.confidence));
    if (first.quote != TermId::none) {
      object.name("text");
      write_quotes(rows);
    }
    object.end();
  }

  void write_quotes(std::span<const std::uint32_t> rows) {
    const std::optional<QuoteContext> beginning = context(evidence(rows.front()));
    const std::optional<QuoteContext> ending = context(evidence(rows.back()));
    out_ += '[';
    append_script_string(beginning ? beginning->before : "", out_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Evidence& one = evidence(rows[i]);
      out_ += ',';
      append_script_string(text(one.quote), out_);
      out_ += ',';
      if (i + 1 < rows.size())
        append_script_string(*passages_.between(text(one.source), one.end, evidence(rows[i + 1]).begin), out_);
      else
        append_script_string(ending ? ending->after : "", out_);
    }
    out_ += ']';
  }

  static constexpr std::array<TermId, 3> nothing_known{TermId::none, TermId::none, TermId::none};

  const Picture& picture_;
  const PageLooks& looks_;
  const PropertyGraph& graph_;
  const Drawing& drawing_;
  SourcePassages passages_;
  Listing classes_;
  Listing relations_;
  Listing sources_;
  std::map<Date, std::size_t> days_;
  std::map<TermId, std::array<TermId, 3>> details_;
  std::vector<std::size_t> group_of_;
  std::string out_;
};

}  // namespace

PageLooks::PageLooks(const Picture& picture) {
  for (std::uint32_t node = 0; node < picture.graph().node_count(); ++node)
    nodes_.push_back(number(picture.style(node)));
  for (std::uint32_t edge = 0; edge < picture.graph().edge_count(); ++edge)
    lines_.push_back(number(picture.line_colours(edge)));
}

std::size_t PageLooks::number(const ClassStyle& style) {
  const auto [at, is_new] = numbers_.try_emplace({style.fill, style.line}, colours_.size());
  if (is_new) colours_.emplace_back(style.fill, style.line);
  return at->second;
}

std::string page_data(const Picture& picture, const PageLooks& looks, const Drawing& drawing,
                      const ExportOptions& options) {
  return PageData(picture, looks, drawing, options).write();
}

}  // namespace graphwright
