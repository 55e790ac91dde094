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

/// Reads the quotes of a scope and looks them up in their sources.
class FactEvidenceReader {
 public:
  FactEvidenceReader(const SourceLibrary* sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics), form_(diagnostics) {}

  /// The source that is named; null where there is none of that name, which is reported.
  const SourceDocument* read_source(const YamlNode& node);
  /// Takes the quotes of a map into a scope, in place of those of the scope around it.
  void read(const YamlNode& map, FactScope& scope);

 private:
  void read_list(const YamlNode& node, FactScope& scope);
  void read_quotes(const YamlNode& map, const YamlNode& node, FactScope& scope);
  std::string selector_text(const YamlNode& map, std::string_view key);
  void add_quote(const YamlNode& quote, const QuoteSelector& selector, const SourceDocument* source,
                 std::optional<double> confidence, FactScope& scope);
  bool find_quote(const YamlNode& quote, const QuoteSelector& selector, const SourceDocument& source,
                  FactEvidence& into);
  void report_absent(const YamlNode& quote, const QuoteSelector& selector, const SourceDocument& source);
  void report_ambiguous(const YamlNode& quote, const SourceDocument& source, const std::vector<Passage>& found);
  std::optional<NearestPassage> find_nearest(const SourceDocument& source, std::string_view quote) const;
  Location place_of(const SourceDocument& source, const Passage& passage) const;

  const SourceLibrary* sources_;
  Diagnostics& diagnostics_;
  YamlForm form_;
  std::set<std::string> unchecked_sources_;
};

/// Reports two keys of a map that exclude each other, and breaks the scope.
void refuse_both(const YamlNode& map, std::string_view one, std::string_view other, FactScope& scope,
                 Diagnostics& diagnostics);

}  // namespace graphwright
