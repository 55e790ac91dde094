#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/fact.hpp"

#include "fact_evidence.hpp"
#include "fact_names.hpp"
#include "yaml_form.hpp"

namespace graphwright {

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

/// Reads scopes: checks times, modalities and speakers, and looks quotes up.
class FactScopeReader {
 public:
  FactScopeReader(FactNames& names, const SourceLibrary* sources, Diagnostics& diagnostics)
      : names_(names), diagnostics_(diagnostics), form_(diagnostics), evidence_(sources, diagnostics) {}

  /// The source that a file names; null where there is none of that name, which is reported.
  const SourceDocument* read_source(const YamlNode& node) { return evidence_.read_source(node); }
  /// The scope of a map that lies in another scope.
  FactScope read(const YamlNode& map, const FactScope& outer);
  /// Checks what must hold once lines lie in a scope: an attributed fact has a speaker, a confidence a
  /// source. False, and reported, where it does not.
  bool check(const FactScope& scope);

 private:
  void read_time(const YamlNode& node, FactScope& scope);
  void read_speaker(const YamlNode& map, FactScope& scope);
  void read_modality(const YamlNode& node, FactScope& scope);

  FactNames& names_;
  Diagnostics& diagnostics_;
  YamlForm form_;
  FactEvidenceReader evidence_;
  std::set<Location> reported_;
};

/// The keys that scopes are made of.
std::span<const std::string_view> fact_scope_keys();

}  // namespace graphwright
