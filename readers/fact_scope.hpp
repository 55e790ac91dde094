#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/fact.hpp"
#include "graphwright/source_library.hpp"

#include "fact_names.hpp"
#include "yaml_form.hpp"

namespace graphwright {

/// A quote that was looked up in its source.
struct FactEvidence {
  std::string source;
  std::string quote;
  std::uint32_t begin = EvidenceView::no_offset;
  std::uint32_t end = EvidenceView::no_offset;
  std::optional<double> confidence;
  Location location;
};

/// What blocks and events say of their lines and roles; the nearest block counts.
struct FactScope {
  std::string time;
  std::string place;
  std::string speaker;
  Modality modality = Modality::asserted;
  Location modality_location;
  std::optional<double> confidence;
  Location confidence_location;
  const SourceDocument* source = nullptr;
  /// The source that was named is unknown, which was reported.
  bool is_source_unknown = false;
  std::vector<FactEvidence> evidence;
  /// Something in it was wrong, so that what lies in it must not be pushed.
  bool is_broken = false;
};

/// A scope as a sink takes it; borrows from the scope.
class FactScopeView {
 public:
  explicit FactScopeView(const FactScope& scope);
  FactScopeView(const FactScopeView&) = delete;
  FactScopeView& operator=(const FactScopeView&) = delete;

  /// All that is known of a line; null where it is nothing.
  const FactView* whole() const { return is_plain_ ? nullptr : &whole_; }
  /// Only how it is held and by whom, for what describes an event; null where it is simply so.
  const FactView* holding() const { return holding_.modality == Modality::asserted ? nullptr : &holding_; }

 private:
  std::vector<EvidenceView> evidence_;
  FactView whole_;
  FactView holding_;
  bool is_plain_;
};

/// The keys that scopes are made of.
std::span<const std::string_view> fact_scope_keys();

/// Reads scopes: checks times, modalities and speakers, and looks quotes up.
class FactScopeReader {
 public:
  FactScopeReader(FactNames& names, const SourceLibrary* sources, Diagnostics& diagnostics)
      : names_(names), sources_(sources), diagnostics_(diagnostics), form_(diagnostics) {}

  /// The source that a file or block names; null where there is none, which is reported.
  const SourceDocument* read_source(const YamlNode& node);
  /// The scope of a map that lies in another scope.
  FactScope read(const YamlNode& map, const FactScope& outer);
  /// Checks what must hold once lines lie in a scope: an attributed fact has a speaker, a confidence a
  /// source. False, and reported, where it does not.
  bool check(const FactScope& scope);

 private:
  void read_time(const YamlNode& node, FactScope& scope);
  void read_speaker(const YamlNode& map, FactScope& scope);
  void read_modality(const YamlNode& node, FactScope& scope);
  void read_evidence(const YamlNode& map, FactScope& scope);
  void read_evidence_list(const YamlNode& node, FactScope& scope);
  void read_quotes(const YamlNode& map, const YamlNode& node, FactScope& scope);
  void refuse_both(const YamlNode& map, std::string_view one, std::string_view other, FactScope& scope);
  std::string selector_text(const YamlNode& map, std::string_view key);
  void add_quote(const YamlNode& quote, const QuoteSelector& selector, const SourceDocument* source,
                 std::optional<double> confidence, FactScope& scope);
  bool find_quote(const YamlNode& quote, const QuoteSelector& selector, const SourceDocument& source,
                  FactEvidence& into);
  void report_absent(const YamlNode& quote, const QuoteSelector& selector, const SourceDocument& source);
  void report_ambiguous(const YamlNode& quote, const SourceDocument& source, const std::vector<Passage>& found);
  std::optional<NearestPassage> find_nearest(const SourceDocument& source, std::string_view quote) const;
  Location place_of(const SourceDocument& source, const Passage& passage) const;

  FactNames& names_;
  const SourceLibrary* sources_;
  Diagnostics& diagnostics_;
  YamlForm form_;
  std::set<std::string> unchecked_sources_;
  std::set<Location> reported_;
};

}  // namespace graphwright
