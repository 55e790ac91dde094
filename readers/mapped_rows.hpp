#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/sink.hpp"

#include "mapping.hpp"

namespace graphwright {

/// Turns the rows of a table into the entities, events and facts of a mapping.
///
/// Each event and fact has the row as its evidence: the table's IRI and `#row=N` (RFC 7111, 2.1).
class MappedRows {
 public:
  /// Columns that the mapping uses and the header lacks are reported; `is_good` tells.
  MappedRows(const TableMapping& mapping, const CsvRecord& header, const ReadOptions& options, Sink& sink,
             Diagnostics& diagnostics);

  bool is_good() const { return is_good_; }
  /// Pushes what a row says; nothing of it where one of its values is bad.
  void push(const CsvRecord& row);

 private:
  /// The resources of one row by the names of their entities.
  using Resources = std::map<std::string_view, std::string>;

  /// What is known of a fact, with the texts that its view borrows.
  struct Scope {
    std::string time;
    std::string place;
    std::string speaker;
    std::string quote;
    FactView view;
    EvidenceView evidence;
  };

  struct Draft {
    std::string subject;
    std::string predicate;
    std::string object;
    std::string datatype;
    std::string language;
    Location location;
    const Scope* scope = nullptr;
    bool is_literal = false;
  };

  void find_columns(const CsvRecord& header);
  bool takes(const CsvRecord& row) const;
  void name_entities();
  const std::string* resource(const MappedEnd& end);
  bool is_evidence() const;
  void draft_row_source();
  void draft_entity(const MappedEntity& entity);
  void draft_value(const std::string& subject, const MappedValue& value);
  void draft_event(const MappedEntity& event, const std::string& subject);
  void draft_fact(const MappedFact& fact);
  const Scope* read_scope(const MappedScope& from);
  void read_modality(const MappedScope& from, Scope& scope);
  void read_confidence(const MappedScope& from, Scope& scope);
  std::optional<std::string> name(const MappingTemplate& from);
  void draft(Draft one) { drafts_.push_back(std::move(one)); }
  void push_drafts();

  const TableMapping& mapping_;
  const ReadOptions& options_;
  std::string base_;
  std::string document_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  MappedRow row_;
  std::string row_iri_;
  Resources resources_;
  std::vector<std::unique_ptr<Scope>> scopes_;
  std::vector<Draft> drafts_;
  bool is_good_ = true;
};

}  // namespace graphwright
