#include "fact_evidence.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 5> evidence_keys{"source", "quote", "prefix", "suffix", "confidence"};

/// How many places of an ambiguous quote are counted.
constexpr std::size_t max_places = 16;

}  // namespace

void refuse_both(const YamlNode& map, std::string_view one, std::string_view other, FactScope& scope,
                 Diagnostics& diagnostics) {
  const YamlEntry* first = find_entry(map, one);
  const YamlEntry* second = find_entry(map, other);
  if (first == nullptr || second == nullptr) return;
  scope.is_broken = true;
  const auto [earlier, later] = std::minmax(first->location, second->location);
  diagnostics.error("conflicting-keys", later, fmt::format("'{}' and '{}' exclude each other", one, other),
                    {{earlier, "the other one is here"}});
}

const SourceDocument* FactEvidenceReader::read_source(const YamlNode& node) {
  const auto name = form_.text(node, "source");
  if (!name) return nullptr;
  const SourceDocument* document = sources_ == nullptr ? nullptr : sources_->find(*name);
  if (document == nullptr)
    diagnostics_.error("unknown-source", node.location, fmt::format("the manifest has no source '{}'", *name),
                       did_you_mean(sources_ == nullptr ? "" : suggest(*name, sources_->names(), diagnostics_)));
  return document;
}

void FactEvidenceReader::read(const YamlNode& map, FactScope& scope) {
  refuse_both(map, "quote", "evidence", scope, diagnostics_);
  const YamlNode* quotes = form_.find(map, "quote");
  const YamlNode* evidence = form_.find(map, "evidence");
  if (find_entry(map, "quote") != nullptr || find_entry(map, "evidence") != nullptr) scope.evidence.clear();
  if (quotes != nullptr)
    read_quotes(map, *quotes, scope);
  else if (evidence != nullptr)
    read_list(*evidence, scope);
  if (find_entry(map, "quote") != nullptr) return;
  for (std::string_view key : {"prefix", "suffix"})
    if (const YamlEntry* entry = find_entry(map, key))
      diagnostics_.error("conflicting-keys", entry->location, fmt::format("'{}' stands beside a 'quote'", key));
}

std::string FactEvidenceReader::selector_text(const YamlNode& map, std::string_view key) {
  const YamlNode* node = form_.find(map, key);
  return node == nullptr ? std::string{} : std::string(form_.text(*node, key).value_or(""));
}

void FactEvidenceReader::read_quotes(const YamlNode& map, const YamlNode& node, FactScope& scope) {
  const std::vector<const YamlNode*> quotes = form_.texts(node, "quote");
  const std::string prefix = selector_text(map, "prefix");
  const std::string suffix = selector_text(map, "suffix");
  scope.is_broken |= quotes.empty();
  if (quotes.size() > 1 && !(prefix.empty() && suffix.empty())) {
    scope.is_broken = true;
    diagnostics_.error("conflicting-keys", node.location,
                       "'prefix' and 'suffix' stand beside a single quote; write a list of 'evidence' for several");
    return;
  }
  for (const YamlNode* quote : quotes) add_quote(*quote, {quote->text, prefix, suffix}, scope.source, {}, scope);
}

void FactEvidenceReader::read_list(const YamlNode& node, FactScope& scope) {
  for (const YamlNode& item : form_.list(node, "evidence")) {
    if (!form_.expect_map(item, "evidence")) {
      scope.is_broken = true;
      continue;
    }
    form_.check_keys(item, evidence_keys, "a piece of evidence");
    const SourceDocument* source = scope.source;
    if (const YamlNode* named = form_.find(item, "source")) source = read_source(*named);
    std::optional<double> confidence;
    if (const YamlNode* number = form_.find(item, "confidence")) confidence = form_.confidence(*number);
    const YamlNode* quote = form_.require(item, "quote", "a piece of evidence");
    const std::string prefix = selector_text(item, "prefix");
    const std::string suffix = selector_text(item, "suffix");
    if (quote != nullptr && form_.text(*quote, "quote") && (source != nullptr || find_entry(item, "source") == nullptr))
      add_quote(*quote, {quote->text, prefix, suffix}, source, confidence, scope);
    else
      scope.is_broken = true;
  }
}

void FactEvidenceReader::add_quote(const YamlNode& quote, const QuoteSelector& selector, const SourceDocument* source,
                                   std::optional<double> confidence, FactScope& scope) {
  if (source == nullptr) {
    scope.is_broken = true;
    if (!scope.is_source_unknown)
      diagnostics_.error("quote-without-source", quote.location,
                         "a quote needs a source: write 'source: NAME' at the top of the file or in the block");
    return;
  }
  FactEvidence evidence{.source = source->iri, .quote = {}, .confidence = confidence, .location = quote.location};
  if (find_quote(quote, selector, *source, evidence))
    scope.evidence.push_back(std::move(evidence));
  else
    scope.is_broken = true;
}

bool FactEvidenceReader::find_quote(const YamlNode& quote, const QuoteSelector& selector, const SourceDocument& source,
                                    FactEvidence& into) {
  if (source.is_unreadable) return false;
  if (!source.text) {
    into.quote = quote.text;
    if (unchecked_sources_.insert(source.name).second)
      diagnostics_.warning("quote-unchecked", quote.location,
                           fmt::format("the source '{}' names no file, so its quotes cannot be checked", source.name));
    return true;
  }
  const std::vector<Passage> found = source.text->find(selector, max_places);
  if (found.empty()) {
    report_absent(quote, selector, source);
    return false;
  }
  if (found.size() > 1) report_ambiguous(quote, source, found);
  into.quote = found.front().text;
  into.begin = found.front().begin;
  into.end = found.front().end;
  return true;
}

std::optional<NearestPassage> FactEvidenceReader::find_nearest(const SourceDocument& source,
                                                               std::string_view quote) const {
  constexpr std::size_t most_errors = 200;
  if (diagnostics_.error_count() >= most_errors) return std::nullopt;
  return source.text->find_nearest(quote);
}

Location FactEvidenceReader::place_of(const SourceDocument& source, const Passage& passage) const {
  const TextPosition position = source.text->position(passage.begin);
  return {source.file, position.line, position.column};
}

void FactEvidenceReader::report_absent(const YamlNode& quote, const QuoteSelector& selector,
                                       const SourceDocument& source) {
  std::vector<Note> notes;
  std::string message = fmt::format("this quote does not stand in the source '{}'", source.name);
  const std::vector<Passage> bare = source.text->find({selector.quote, {}, {}}, 1);
  if (!bare.empty()) {
    const std::string where = selector.suffix.empty()   ? fmt::format("after '{}'", selector.prefix)
                              : selector.prefix.empty() ? fmt::format("before '{}'", selector.suffix)
                                                        : "between this prefix and suffix";
    message = fmt::format("this quote stands in the source '{}', but not {}", source.name, where);
    notes.push_back({place_of(source, bare.front()), "it stands here"});
  } else if (const auto near = find_nearest(source, selector.quote)) {
    notes.push_back({place_of(source, near->passage),
                     near->next.empty() ? fmt::format("its first {} words stand here, at the end", near->words)
                                        : fmt::format("its first {} words stand here, then comes '{}', not '{}'",
                                                      near->words, near->next, near->wanted)});
  }
  diagnostics_.error("quote-not-found", quote.location, std::move(message), std::move(notes));
}

void FactEvidenceReader::report_ambiguous(const YamlNode& quote, const SourceDocument& source,
                                          const std::vector<Passage>& found) {
  diagnostics_.warning("quote-ambiguous", quote.location,
                       fmt::format("this quote stands {}{} times in the source '{}'; the first is taken",
                                   found.size() == max_places ? "at least " : "", found.size(), source.name),
                       {{place_of(source, found[0]), "first here"},
                        {place_of(source, found[1]), "then here; a 'prefix' or 'suffix' settles which is meant"}});
}

}  // namespace graphwright
