#include "graphwright/table_mapping.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "builtin_mappings.hpp"
#include "fact_name.hpp"
#include "literal_checks.hpp"
#include "mapping.hpp"
#include "yaml_document.hpp"
#include "yaml_form.hpp"

namespace graphwright {
namespace {

constexpr std::string_view default_vocabulary = "https://w3id.org/graphwright/diplomacy#";

constexpr std::array<std::string_view, 10> mapping_keys{"graphwright", "table",  "prefixes", "vocabulary", "values",
                                                        "rows",        "source", "entities", "events",     "facts"};
constexpr std::array<std::string_view, 3> table_keys{"delimiter", "quotes", "columns"};
constexpr std::array<std::string_view, 2> row_keys{"take", "skip"};
constexpr std::array<std::string_view, 4> entity_keys{"iri", "class", "label", "attributes"};
constexpr std::array<std::string_view, 11> event_keys{"iri",   "class",   "label",    "attributes", "roles", "time",
                                                      "place", "speaker", "modality", "confidence", "quote"};
constexpr std::array<std::string_view, 9> fact_keys{"subject", "relation", "object",     "time", "place",
                                                    "speaker", "modality", "confidence", "quote"};
constexpr std::array<std::string_view, 3> value_keys{"value", "datatype", "language"};

/// Reads one mapping.
class MappingReader {
 public:
  explicit MappingReader(Diagnostics& diagnostics) : diagnostics_(diagnostics), form_(diagnostics) {}

  TableMapping read(const YamlDocument& document) {
    mapping_.vocabulary = default_vocabulary;
    const YamlNode& root = document.root();
    if (!form_.check_version(document)) return std::move(mapping_);
    form_.check_keys(root, mapping_keys, "a mapping");
    if (const YamlNode* table = form_.find(root, "table")) read_table(*table);
    if (const YamlNode* prefixes = form_.find(root, "prefixes")) read_prefixes(*prefixes);
    if (const YamlNode* vocabulary = form_.find(root, "vocabulary")) read_vocabulary(*vocabulary);
    if (const YamlNode* values = form_.find(root, "values")) read_maps(*values);
    if (const YamlNode* rows = form_.find(root, "rows")) read_rows(*rows);
    mapping_.source = optional_template(root, "source");
    read_entities(root, "entities", false);
    read_entities(root, "events", true);
    if (const YamlNode* facts = form_.find(root, "facts")) read_facts(*facts);
    check_ends();
    if (mapping_.entities.empty() && document.is_complete())
      diagnostics_.error("missing-key", root.location, "a mapping needs 'entities' or 'events'");
    return std::move(mapping_);
  }

 private:
  // The table.

  void read_table(const YamlNode& node) {
    if (!form_.expect_map(node, "table")) return;
    form_.check_keys(node, table_keys, "'table'");
    if (const YamlNode* delimiter = form_.find(node, "delimiter")) read_delimiter(*delimiter);
    if (const YamlNode* quotes = form_.find(node, "quotes"))
      mapping_.dialect.quotes = form_.boolean(*quotes, "quotes").value_or(true);
    if (const YamlNode* columns = form_.find(node, "columns"))
      for (const YamlNode* one : form_.texts(*columns, "columns")) mapping_.columns.push_back(one->text);
  }

  void read_delimiter(const YamlNode& node) {
    const auto text = form_.text(node, "delimiter");
    if (!text) return;
    mapping_.has_delimiter = true;
    if (*text == "tab")
      mapping_.dialect.delimiter = '\t';
    else if (text->size() == 1 && std::string_view("\"\r\n").find(text->front()) == std::string_view::npos)
      mapping_.dialect.delimiter = text->front();
    else
      diagnostics_.error("unknown-word", node.location, "'delimiter' takes one character of ASCII, or tab");
    mapping_.dialect.strict_quotes = mapping_.dialect.delimiter != '\t';
  }

  void read_prefixes(const YamlNode& node) {
    if (!form_.expect_map(node, "prefixes")) return;
    for (const YamlEntry& entry : node.entries)
      if (const auto iri = form_.text(entry.value, entry.key);
          iri && check_absolute_iri(*iri, entry.value.location, diagnostics_))
        mapping_.prefixes.add(entry.key, *iri);
  }

  void read_vocabulary(const YamlNode& node) {
    const auto iri = form_.text(node, "vocabulary");
    if (iri && check_absolute_iri(*iri, node.location, diagnostics_)) mapping_.vocabulary = *iri;
  }

  void read_maps(const YamlNode& node) {
    if (!form_.expect_map(node, "values")) return;
    for (const YamlEntry& map : node.entries) {
      if (!form_.expect_map(map.value, map.key)) continue;
      ValueMap& values = mapping_.maps[map.key];
      for (const YamlEntry& one : map.value.entries)
        if (one.value.is_scalar())
          values.values.emplace(one.key, one.value.text);
        else
          form_.text(one.value, one.key);
    }
  }

  void read_rows(const YamlNode& node) {
    if (!form_.expect_map(node, "rows")) return;
    form_.check_keys(node, row_keys, "'rows'");
    for (std::string_view key : row_keys) {
      const YamlNode* conditions = form_.find(node, key);
      if (conditions == nullptr || !form_.expect_map(*conditions, key)) continue;
      for (const YamlEntry& entry : conditions->entries) {
        RowCondition& condition = mapping_.conditions.emplace_back();
        condition.column = entry.key;
        condition.must_be_among = key == "take";
        condition.location = entry.location;
        for (const YamlNode* value : form_.texts(entry.value, entry.key)) condition.values.push_back(value->text);
        mapping_.uses.push_back({entry.key, {}, entry.location});
      }
    }
  }

  // Templates and names.

  MappingTemplate read_template(const YamlNode& node) {
    MappingTemplate made = read_mapping_template(node.text, node.location, mapping_.maps, diagnostics_);
    mapping_.uses.insert(mapping_.uses.end(), made.uses.begin(), made.uses.end());
    return made;
  }

  std::optional<MappingTemplate> optional_template(const YamlNode& map, std::string_view key) {
    const YamlNode* node = form_.find(map, key);
    if (node == nullptr || !form_.text(*node, key)) return std::nullopt;
    return read_template(*node);
  }

  /// A template that gives the name of a class or relation; a constant one is checked now.
  MappingTemplate read_name(const YamlNode& node) {
    MappingTemplate made = read_template(node);
    if (made.is_constant()) name_of(node.text, node.location);
    return made;
  }

  std::string name_of(const std::string& text, Location location) {
    const auto iri = mapped_name(text, mapping_);
    if (!iri)
      diagnostics_.error("mapping-name", location,
                         fmt::format("'{}' is no name: write a name of the vocabulary, prefix:name or <IRI>", text));
    return iri.value_or("");
  }

  MappedEnd read_end(const YamlNode& node) {
    if (node.text.find(':') != std::string::npos || node.text.starts_with('<'))
      return {{}, name_of(node.text, node.location)};
    mentions_.emplace_back(node.text, node.location);
    return {node.text, {}};
  }

  std::optional<MappedEnd> optional_end(const YamlNode& map, std::string_view key) {
    const YamlNode* node = form_.find(map, key);
    if (node == nullptr || !form_.text(*node, key)) return std::nullopt;
    return read_end(*node);
  }

  void check_ends() {
    std::vector<std::string_view> known;
    for (const MappedEntity& one : mapping_.entities) known.push_back(one.name);
    for (const auto& [name, location] : mentions_)
      if (std::find(known.begin(), known.end(), name) == known.end())
        diagnostics_.error("unknown-entity", location, fmt::format("the mapping has no entity or event '{}'", name),
                           did_you_mean(nearest_name(name, known)));
  }

  // Entities, events, facts.

  void read_entities(const YamlNode& root, std::string_view key, bool are_events) {
    const YamlNode* node = form_.find(root, key);
    if (node == nullptr || !form_.expect_map(*node, key)) return;
    for (const YamlEntry& entry : node->entries)
      if (form_.expect_map(entry.value, entry.key)) read_entity(entry, are_events);
  }

  void read_entity(const YamlEntry& entry, bool is_event) {
    const YamlNode& map = entry.value;
    MappedEntity entity;
    entity.name = entry.key;
    entity.is_event = is_event;
    if (is_event)
      form_.check_keys(map, event_keys, "an event");
    else
      form_.check_keys(map, entity_keys, "an entity");
    if (const YamlNode* iri = form_.require(map, "iri", "an entity"))
      if (form_.text(*iri, "iri")) entity.iri = read_template(*iri);
    if (const YamlNode* classes = form_.require(map, "class", "an entity"))
      for (const YamlNode* one : form_.texts(*classes, "class")) entity.classes.push_back(read_name(*one));
    if (auto label = optional_template(map, "label"))
      entity.values.push_back({std::string(iri::rdfs::label), std::move(*label), {}, {}});
    if (const YamlNode* attributes = form_.find(map, "attributes")) read_attributes(*attributes, entity);
    if (const YamlNode* roles = is_event ? form_.find(map, "roles") : nullptr) read_roles(*roles, entity);
    if (is_event) entity.scope = read_scope(map);
    mapping_.entities.push_back(std::move(entity));
  }

  void read_attributes(const YamlNode& node, MappedEntity& entity) {
    if (!form_.expect_map(node, "attributes")) return;
    for (const YamlEntry& entry : node.entries) {
      MappedValue value;
      value.property = name_of(entry.key, entry.location);
      const YamlNode* text = &entry.value;
      if (entry.value.is_map()) {
        form_.check_keys(entry.value, value_keys, "a value");
        text = form_.require(entry.value, "value", "a value");
        if (const YamlNode* datatype = form_.find(entry.value, "datatype"))
          value.datatype = name_of(datatype->text, datatype->location);
        if (const YamlNode* language = form_.find(entry.value, "language"))
          if (check_language(language->text, language->location, diagnostics_)) value.language = language->text;
      }
      if (text == nullptr || !form_.text(*text, entry.key)) continue;
      value.value = read_template(*text);
      entity.values.push_back(std::move(value));
    }
  }

  void read_roles(const YamlNode& node, MappedEntity& entity) {
    if (!form_.expect_map(node, "roles")) return;
    for (const YamlEntry& entry : node.entries) {
      MappedRole role{name_of(entry.key, entry.location), {}};
      for (const YamlNode* one : form_.texts(entry.value, entry.key)) role.players.push_back(read_end(*one));
      entity.roles.push_back(std::move(role));
    }
  }

  MappedScope read_scope(const YamlNode& map) {
    MappedScope scope;
    scope.time = optional_template(map, "time");
    scope.place = optional_end(map, "place");
    scope.speaker = optional_end(map, "speaker");
    scope.modality = optional_template(map, "modality");
    scope.confidence = optional_template(map, "confidence");
    scope.quote = optional_template(map, "quote");
    return scope;
  }

  void read_facts(const YamlNode& node) {
    for (const YamlNode& item : form_.list(node, "facts")) {
      if (!form_.expect_map(item, "facts")) continue;
      form_.check_keys(item, fact_keys, "a fact");
      const YamlNode* subject = form_.require(item, "subject", "a fact");
      const YamlNode* relation = form_.require(item, "relation", "a fact");
      const YamlNode* object = form_.require(item, "object", "a fact");
      if (subject == nullptr || relation == nullptr || object == nullptr) continue;
      mapping_.facts.push_back({read_end(*subject), read_name(*relation), read_end(*object), read_scope(item)});
    }
  }

  Diagnostics& diagnostics_;
  YamlForm form_;
  TableMapping mapping_;
  std::vector<std::pair<std::string, Location>> mentions_;
};

}  // namespace

std::optional<std::string> mapped_name(std::string_view text, const TableMapping& mapping) {
  std::string iri;
  if (text.starts_with('<') && text.ends_with('>')) {
    iri = text.substr(1, text.size() - 2);
  } else if (text.find(':') == std::string_view::npos) {
    iri = mapping.vocabulary + std::string(text);
  } else if (const auto own = mapping.prefixes.expand(text)) {
    iri = *own;
  } else if (const auto known = well_known_prefixes().expand(text)) {
    iri = *known;
  }
  if (text.empty() || iri.empty() || !has_scheme(iri) || find_iri_error(iri)) return std::nullopt;
  return iri;
}

bool is_builtin_mapping(std::string_view name) { return !builtin_mapping(name).empty(); }

std::shared_ptr<const TableMapping> read_table_mapping(const std::string& name_or_path, Diagnostics& diagnostics) {
  const std::string_view builtin = builtin_mapping(name_or_path);
  const std::unique_ptr<ByteSource> source = builtin.empty() ? open_source(name_or_path) : memory_source(builtin);
  ReadOptions options;
  options.file = builtin.empty() ? diagnostics.add_file(name_or_path, name_or_path)
                                 : diagnostics.add_file(fmt::format("<{}>", name_or_path));
  const std::size_t errors_before = diagnostics.error_count();
  const YamlDocument document = YamlDocument::read(*source, options, diagnostics);
  auto mapping = std::make_shared<TableMapping>();
  // Templates point into the value maps, which keep their places when a map is moved.
  *mapping = MappingReader(diagnostics).read(document);
  return diagnostics.error_count() == errors_before ? mapping : nullptr;
}

}  // namespace graphwright
