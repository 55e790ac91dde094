#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graphwright/prefix_map.hpp"
#include "graphwright/table_mapping.hpp"

#include "csv_records.hpp"
#include "mapping_template.hpp"

namespace graphwright {

/// One end of a relation: an entity of the mapping, or an IRI in full where `entity` is empty.
struct MappedEnd {
  std::string entity;
  std::string iri;
};

/// What is said of facts: when, where, by whom, how sure, in which words.
struct MappedScope {
  std::optional<MappingTemplate> time;
  std::optional<MappedEnd> place;
  std::optional<MappedEnd> speaker;
  std::optional<MappingTemplate> modality;
  std::optional<MappingTemplate> confidence;
  std::optional<MappingTemplate> quote;
};

/// A property with a value made of columns; an empty language and datatype leave it plain text.
struct MappedValue {
  std::string property;
  MappingTemplate value;
  std::string datatype;
  std::string language;
};

/// A role of an event, and who plays it.
struct MappedRole {
  std::string property;
  std::vector<MappedEnd> players;
};

/// An entity, or an event with roles.
struct MappedEntity {
  std::string name;
  MappingTemplate iri;
  std::vector<MappingTemplate> classes;
  std::vector<MappedValue> values;
  std::vector<MappedRole> roles;
  MappedScope scope;
  bool is_event = false;
};

struct MappedFact {
  MappedEnd subject;
  MappingTemplate relation;
  MappedEnd object;
  MappedScope scope;
};

/// A condition on a column: its value is (or is not) among some; `*` is any that is not empty.
struct RowCondition {
  std::string column;
  std::vector<std::string> values;
  bool must_be_among = true;
  Location location;
};

struct TableMapping {
  CsvDialect dialect;
  bool has_delimiter = false;
  /// The names of the columns where the file has no header.
  std::vector<std::string> columns;
  PrefixMap prefixes;
  /// What plain names of classes and relations begin with.
  std::string vocabulary;
  std::map<std::string, ValueMap, std::less<>> maps;
  std::vector<RowCondition> conditions;
  /// Where a row's facts were first published: a description of the row.
  std::optional<MappingTemplate> source;
  std::vector<MappedEntity> entities;
  std::vector<MappedFact> facts;
  /// All uses of columns, to be looked for in a header.
  std::vector<ColumnUse> uses;
};

/// The IRI of `<IRI>`, `prefix:name` or a plain name of the vocabulary; nothing where it is ill-formed.
std::optional<std::string> mapped_name(std::string_view text, const TableMapping& mapping);

}  // namespace graphwright
