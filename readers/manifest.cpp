#include "graphwright/manifest.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/format.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/lexical_form.hpp"
#include "graphwright/picture_style.hpp"
#include "graphwright/table_mapping.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "fact_name.hpp"
#include "literal_checks.hpp"
#include "selection_form.hpp"
#include "yaml_document.hpp"
#include "yaml_form.hpp"

namespace graphwright {
namespace {

constexpr std::string_view built_in_ontology = "diplomacy";

constexpr std::array<std::string_view, 9> manifest_keys{"graphwright", "title",  "base",    "prefixes", "ontology",
                                                        "sources",     "inputs", "exports", "infer"};
constexpr std::array<std::string_view, 7> source_keys{"file", "title",  "publisher", "date",
                                                      "url",  "sha256", "language"};
constexpr std::array<std::string_view, 4> input_keys{"file", "format", "base", "mapping"};
constexpr std::array<std::string_view, 4> store_keys{"store", "kind", "graph", "construct"};
constexpr std::string_view default_graph = "default";
constexpr std::array<std::string_view, 13> export_keys{"file",   "format",  "statements", "derived", "assert",
                                                       "claims", "events",  "flavour",    "cluster", "table",
                                                       "select", "measure", "style"};

constexpr std::array<std::string_view, 4> statement_modes{"rdf11", "rdf12", "named-graph", "none"};
constexpr std::array<std::string_view, 3> derived_modes{"none", "relations", "all"};
constexpr std::array<std::string_view, 2> assert_modes{"asserted", "attributed"};
constexpr std::array<std::string_view, 2> tables{"nodes", "edges"};

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool leaves_folder(const std::filesystem::path& path) {
  return path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end();
}

/// Reads one manifest.
class ManifestReader {
 public:
  ManifestReader(std::filesystem::path folder, Diagnostics& diagnostics)
      : folder_(std::move(folder)), diagnostics_(diagnostics), form_(diagnostics) {}

  Manifest read(const YamlDocument& document) {
    const YamlNode& root = document.root();
    if (!form_.check_version(document)) return std::move(manifest_);
    form_.check_keys(root, manifest_keys, "the manifest");
    read_text(root, "title", manifest_.title);
    read_base(root, document.is_complete());
    if (const YamlNode* prefixes = form_.find(root, "prefixes")) read_prefixes(*prefixes);
    read_ontologies(form_.find(root, "ontology"), root.location);
    if (const YamlNode* sources = form_.find(root, "sources")) read_sources(*sources);
    read_inputs(document.is_complete() ? form_.require(root, "inputs", "the manifest") : form_.find(root, "inputs"));
    if (const YamlNode* exports = form_.find(root, "exports")) read_exports(*exports);
    read_flag(root, "infer", manifest_.infer);
    return std::move(manifest_);
  }

 private:
  Location read_text(const YamlNode& map, std::string_view key, std::string& into) {
    const YamlNode* node = form_.find(map, key);
    if (node == nullptr) return {};
    into = form_.text(*node, key).value_or("");
    return node->location;
  }

  void read_flag(const YamlNode& map, std::string_view key, bool& into) {
    if (const YamlNode* node = form_.find(map, key)) into = form_.boolean(*node, key).value_or(into);
  }

  void read_iri(const YamlNode& map, std::string_view key, std::string& into) {
    std::string iri;
    const Location location = read_text(map, key, iri);
    if (!iri.empty() && check_absolute_iri(iri, location, diagnostics_)) into = iri;
  }

  void read_word(const YamlNode& map, std::string_view key, std::span<const std::string_view> known,
                 std::string& into) {
    std::string word;
    const Location location = read_text(map, key, word);
    if (word.empty()) return;
    if (std::find(known.begin(), known.end(), word) != known.end()) {
      into = word;
      return;
    }
    diagnostics_.error("unknown-word", location,
                       fmt::format("'{}' takes {}, not '{}'", key, fmt::join(known, ", "), word),
                       did_you_mean(nearest_name(word, {known.begin(), known.end()})));
  }

  void read_format(const YamlNode& map, std::string& into) {
    std::string name;
    const Location location = read_text(map, "format", name);
    if (name.empty()) return;
    if (const Format* format = find_format(name)) {
      into = format->name;
      return;
    }
    std::vector<std::string_view> known;
    for (const Format& one : formats()) known.push_back(one.name);
    diagnostics_.error("unknown-format", location, fmt::format("unknown format '{}'", name),
                       did_you_mean(nearest_name(name, known)));
  }

  std::string resolve(std::string_view file) const {
    return (folder_ / std::filesystem::path(file)).lexically_normal().string();
  }

  void read_base(const YamlNode& root, bool is_complete) {
    const YamlNode* node = is_complete ? form_.require(root, "base", "the manifest") : form_.find(root, "base");
    if (node == nullptr) return;
    const std::string base(form_.text(*node, "base").value_or(""));
    if (base.empty() || !check_absolute_iri(base, node->location, diagnostics_)) return;
    if (!is_namespace(base))
      diagnostics_.error("bad-base", node->location,
                         fmt::format("the base ends in '/', '#' or ':', else names run into it: '{}'", base),
                         did_you_mean(base + "/"));
    manifest_.base = base;
  }

  void read_prefixes(const YamlNode& node) {
    if (!form_.expect_map(node, "prefixes")) return;
    for (const YamlEntry& entry : node.entries) {
      if (!is_plain_name(entry.key) || entry.key.find('.') != std::string::npos)
        report_bad_name(entry.key, entry.location, diagnostics_);
      else if (const auto iri = form_.text(entry.value, entry.key);
               iri && check_absolute_iri(*iri, entry.value.location, diagnostics_))
        manifest_.prefixes.add(entry.key, *iri);
    }
  }

  void read_ontologies(const YamlNode* node, Location location) {
    if (node == nullptr) {
      manifest_.ontologies.push_back({std::string(built_in_ontology), true, location});
      return;
    }
    for (const YamlNode* one : form_.texts(*node, "ontology")) {
      if (one->text == built_in_ontology) {
        manifest_.ontologies.push_back({one->text, true, one->location});
      } else if (format_of_path(one->text) != nullptr || one->text.ends_with(".n3")) {
        manifest_.ontologies.push_back({resolve(one->text), false, one->location});
      } else {
        diagnostics_.error("unknown-ontology", one->location,
                           fmt::format("'{}' is neither a built-in ontology nor an RDF file", one->text),
                           did_you_mean(nearest_name(one->text, {built_in_ontology})));
      }
    }
  }

  void read_sources(const YamlNode& node) {
    if (!form_.expect_map(node, "sources")) return;
    for (const YamlEntry& entry : node.entries) {
      if (!is_plain_name(entry.key)) {
        report_bad_name(entry.key, entry.location, diagnostics_);
      } else if (form_.expect_map(entry.value, entry.key)) {
        read_source(entry);
      }
    }
  }

  void read_source(const YamlEntry& entry) {
    const YamlNode& node = entry.value;
    form_.check_keys(node, source_keys, "a source");
    ManifestSource source;
    source.name = entry.key;
    source.iri = manifest_.base + entry.key;
    source.location = entry.location;
    std::string file;
    source.path_location = read_text(node, "file", file);
    if (!file.empty()) source.path = resolve(file);
    read_text(node, "title", source.title);
    read_text(node, "publisher", source.publisher);
    read_date(node, source.date);
    read_iri(node, "url", source.url);
    read_language(node, source.language);
    read_sha256(node, source);
    if (find_entry(node, "file") == nullptr && find_entry(node, "url") == nullptr)
      diagnostics_.error(
          "missing-key", entry.location,
          fmt::format("the source '{}' needs a 'file', in which its quotes are looked up, or a 'url'", entry.key));
    manifest_.sources.push_back(std::move(source));
  }

  void read_date(const YamlNode& node, std::string& into) {
    const Location location = read_text(node, "date", into);
    if (into.empty()) return;
    for (std::string_view datatype : {iri::xsd::date, iri::xsd::g_year_month, iri::xsd::g_year})
      if (!find_lexical_error(into, datatype)) return;
    diagnostics_.error("bad-literal", location,
                       fmt::format("'{}' is no date such as 2022-11-10, 2022-11 or 2022 that exists", into));
    into.clear();
  }

  void read_language(const YamlNode& node, std::string& into) {
    const Location location = read_text(node, "language", into);
    if (!into.empty() && !check_language(into, location, diagnostics_)) into.clear();
  }

  void read_sha256(const YamlNode& node, ManifestSource& source) {
    source.sha256_location = read_text(node, "sha256", source.sha256);
    std::transform(source.sha256.begin(), source.sha256.end(), source.sha256.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (source.sha256.empty() || is_sha256(source.sha256)) return;
    diagnostics_.error("bad-literal", source.sha256_location,
                       "a SHA-256 has 64 hexadecimal digits; `sha256sum FILE` shows it");
    source.sha256.clear();
  }

  void read_inputs(const YamlNode* node) {
    if (node == nullptr) return;
    for (const YamlNode& item : form_.list(*node, "inputs")) {
      if (item.is_map() && form_.find(item, "store") != nullptr)
        read_store(item);
      else
        read_input(item);
    }
  }

  void read_input(const YamlNode& item) {
    ManifestInput input;
    input.location = item.location;
    const auto file = read_file(item, input_keys, "an input");
    if (!file) return;
    input.path = resolve(*file);
    input.name = *file;
    if (item.is_map()) {
      read_format(item, input.format);
      read_iri(item, "base", input.base);
      read_text(item, "mapping", input.mapping);
      if (!input.mapping.empty() && !is_builtin_mapping(input.mapping)) input.mapping = resolve(input.mapping);
    }
    manifest_.inputs.push_back(std::move(input));
  }

  void read_store(const YamlNode& item) {
    form_.check_keys(item, store_keys, "an input from a store");
    ManifestInput input;
    input.location = item.location;
    read_iri(item, "store", input.store.address);
    read_text(item, "kind", input.store.kind);
    if (const YamlNode* graphs = form_.find(item, "graph"))
      for (const YamlNode* name : form_.texts(*graphs, "graph")) read_graph_name(*name, input.store.graphs);
    std::string construct;
    read_text(item, "construct", construct);
    if (!construct.empty()) input.store.construct = resolve(construct);
    if (form_.find(item, "graph") == nullptr && construct.empty())
      diagnostics_.error("missing-key", item.location,
                         "an input from a store needs a 'graph' to take, or a file with a 'construct' query");
    if (input.is_store()) manifest_.inputs.push_back(std::move(input));
  }

  void read_graph_name(const YamlNode& node, std::vector<std::string>& into) {
    if (node.text == default_graph)
      into.emplace_back();
    else if (check_absolute_iri(node.text, node.location, diagnostics_))
      into.push_back(node.text);
  }

  void read_exports(const YamlNode& node) {
    std::map<std::string, Location> written;
    for (const YamlNode& item : form_.list(node, "exports")) {
      ManifestExport one;
      one.location = item.location;
      const auto file = read_file(item, export_keys, "an export");
      if (!file) continue;
      one.file = std::filesystem::path(*file).lexically_normal().string();
      if (leaves_folder(one.file))
        diagnostics_.error("bad-path", item.location, fmt::format("'{}' leaves the output directory", *file));
      const auto [first, is_new] = written.emplace(one.file, item.location);
      if (!is_new)
        diagnostics_.error("duplicate-export", item.location, fmt::format("'{}' is written twice", one.file),
                           {{first->second, "first here"}});
      if (item.is_map()) read_export_keys(item, one);
      manifest_.exports.push_back(std::move(one));
    }
  }

  void read_export_keys(const YamlNode& item, ManifestExport& one) {
    read_format(item, one.format);
    read_word(item, "statements", statement_modes, one.statements);
    read_word(item, "derived", derived_modes, one.derived);
    read_word(item, "assert", assert_modes, one.assert_modality);
    read_word(item, "cluster", cluster_words, one.cluster);
    read_word(item, "table", tables, one.table);
    read_text(item, "flavour", one.flavour);
    std::string style;
    read_text(item, "style", style);
    if (!style.empty()) one.style = resolve(style);
    read_flag(item, "claims", one.claims);
    read_flag(item, "events", one.events);
    if (const YamlNode* select = form_.find(item, "select")) one.select = read_selection(*select, form_, diagnostics_);
    if (const YamlNode* names = form_.find(item, "measure"))
      for (const YamlNode* name : form_.texts(*names, "measure")) one.measures.push_back(name->text);
  }

  /// The file of an item that is a file name or a map with the key `file`.
  std::optional<std::string> read_file(const YamlNode& item, std::span<const std::string_view> keys,
                                       std::string_view what) {
    const YamlNode* file = &item;
    if (item.is_map()) {
      form_.check_keys(item, keys, what);
      file = form_.require(item, "file", what);
    }
    if (file == nullptr) return std::nullopt;
    const auto name = form_.text(*file, "file");
    return name ? std::optional<std::string>(*name) : std::nullopt;
  }

  std::filesystem::path folder_;
  Diagnostics& diagnostics_;
  YamlForm form_;
  Manifest manifest_;
};

std::string_view date_datatype(const std::string& date) {
  if (date.size() == 4) return iri::xsd::g_year;
  return date.size() == 7 ? iri::xsd::g_year_month : iri::xsd::date;
}

void push_source(const ManifestSource& source, Sink& sink) {
  const auto push = [&](std::string_view property, const TermView& value) {
    if (!value.text.empty())
      sink.statement({TermView::iri(source.iri), TermView::iri(property), value, {}, source.location});
  };
  const auto text = [&](const std::string& value) {
    return source.language.empty() ? TermView::literal(value) : TermView::tagged_literal(value, source.language);
  };
  push(iri::rdf::type, TermView::iri(iri::gw::source));
  push(iri::dcterms::title, text(source.title));
  push(iri::dcterms::publisher, TermView::literal(source.publisher));
  push(iri::dcterms::date, TermView::literal(source.date, date_datatype(source.date)));
  push(iri::dcterms::language, TermView::literal(source.language));
  push(iri::dcterms::source, TermView::iri(source.url));
  push(iri::gw::sha256, TermView::literal(source.sha256));
}

}  // namespace

Manifest read_manifest(const std::string& path, Diagnostics& diagnostics) {
  const std::unique_ptr<ByteSource> source = open_source(path);
  const FileId file = diagnostics.add_file(path, path);
  ReadOptions options;
  options.file = file;
  const YamlDocument document = YamlDocument::read(*source, options, diagnostics);
  return ManifestReader(std::filesystem::path(path).parent_path(), diagnostics).read(document);
}

void push_manifest(const Manifest& manifest, Sink& sink) {
  sink.base(manifest.base);
  sink.prefix("", manifest.base);
  for (const auto& [name, iri] : manifest.prefixes.by_name()) sink.prefix(name, iri);
  for (const ManifestSource& source : manifest.sources) push_source(source, sink);
}

}  // namespace graphwright
