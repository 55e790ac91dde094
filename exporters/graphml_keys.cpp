#include "graphml_keys.hpp"

#include <algorithm>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "graphml_text.hpp"
#include "xml_fragment.hpp"

namespace graphwright {
namespace {

/// The type of GraphML that a literal has by its datatype.
std::string_view type_of(const TermView& value) {
  if (!value.is_literal() || value.tagged || !value.qualifier.starts_with(iri::xsd::ns)) return "string";
  const std::string_view name = value.qualifier.substr(iri::xsd::ns.size());
  for (std::string_view type : {"boolean", "int", "long", "float", "double"})
    if (name == type) return type;
  return graphml_type(value_type(value));
}

int rank(std::string_view type) {
  constexpr std::array<std::string_view, 4> numbers{"int", "long", "float", "double"};
  const auto at = std::find(numbers.begin(), numbers.end(), type);
  return at == numbers.end() ? -1 : static_cast<int>(at - numbers.begin());
}

/// The narrowest type that holds the values of both; a long is not a float, but is read as a double.
std::string_view joined(std::string_view a, std::string_view b) {
  if (a == b || b.empty()) return a;
  if (a.empty()) return b;
  if (rank(a) < 0 || rank(b) < 0) return "string";
  const std::string_view wide = rank(a) > rank(b) ? a : b;
  const std::string_view narrow = rank(a) > rank(b) ? b : a;
  return wide == "float" && narrow == "long" ? std::string_view("double") : wide;
}

}  // namespace

GraphmlKeys::GraphmlKeys(const Graph& graph, const GraphIndex& index) : graph_(graph) {
  for (const IndexedStatement& one : index.of_object(word(iri::gw::key), word(iri::rdf::type)))
    read(index, one.subject);
  std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
    if (a.id.size() != b.id.size()) return a.id.size() < b.id.size();
    return a.id != b.id ? a.id < b.id : a.domain < b.domain;
  });
  for (std::uint32_t at = 0; at < keys_.size(); ++at) by_property_[keys_[at].property].push_back(at);
}

void GraphmlKeys::read(const GraphIndex& index, TermId resource) {
  const auto object = [&](std::string_view property) {
    const TermId id = word(property);
    return id == TermId::none ? TermId::none : index.object(resource, id);
  };
  Key key;
  key.property = object(iri::gw::property);
  if (key.property == TermId::none) return;
  key.id = text(object(iri::gw::key_id));
  const TermId name = object(iri::gw::key_name);
  key.has_name = name != TermId::none;
  if (key.has_name) key.name = text(name);
  key.type = text(object(iri::gw::key_type));
  key.domain = text(object(iri::gw::key_for));
  key.preset = object(iri::gw::key_default);
  if (const TermId comment = object(iri::rdfs::comment); comment != TermId::none) key.description = text(comment);
  if (const TermId id = word(iri::gw::xml_attribute); id != TermId::none)
    for (const IndexedStatement& one : index.of_subject(resource, id))
      key.xml_attributes.emplace_back(text(one.object));
  std::sort(key.xml_attributes.begin(), key.xml_attributes.end());
  keys_.push_back(std::move(key));
}

GraphmlKeys::Key* GraphmlKeys::find(GraphmlDomain domain, TermId property) {
  const auto at = by_property_.find(property);
  if (at == by_property_.end()) return nullptr;
  Key* other = nullptr;
  for (std::uint32_t number : at->second) {
    Key& key = keys_[number];
    if (key.domain == graphml_domains[static_cast<std::size_t>(domain)] || key.domain == "all") return &key;
    if (other == nullptr) other = &key;
  }
  return other;
}

const GraphmlKeys::Key* GraphmlKeys::find(GraphmlDomain domain, TermId property) const {
  return const_cast<GraphmlKeys*>(this)->find(domain, property);
}

void GraphmlKeys::use(GraphmlDomain domain, TermId property, TermId value, bool is_in_list) {
  Key* key = find(domain, property);
  if (key == nullptr) return;
  const auto place = static_cast<std::size_t>(domain);
  key->used[place] = true;
  key->is_list[place] = key->is_list[place] || is_in_list;
  key->types[place] = key->is_list[place] ? "string" : joined(key->types[place], type_of(graph_.view(value)));
}

void GraphmlKeys::settle() {
  for (Key& key : keys_) {
    for (std::size_t place = 0; place < graphml_domains.size(); ++place) {
      const auto domain = static_cast<GraphmlDomain>(place);
      // Of several keys for one property the first has the values of all.
      const bool is_declared = key.domain == graphml_domains[place] && find(domain, key.property) == &key;
      if (key.used[place] || is_declared) settle(key, domain);
    }
  }
}

void GraphmlKeys::settle(Key& key, GraphmlDomain domain) {
  const auto place = static_cast<std::size_t>(domain);
  Written one;
  one.id = free_id(key.id.empty() ? "key" : key.id, domain);
  one.domain = domain;
  one.has_name = key.has_name;
  one.xml_attributes = &key.xml_attributes;
  one.preset = key.preset;
  one.description = key.description;
  one.type = joined(key.type, key.types[place]);
  if (key.type.empty()) one.type.clear();
  one.name = key.name.empty() ? one.id : key.name;
  if (one.has_name) one.name = free_name(one);
  written_.push_back(std::move(one));
  key.written[place] = written_.size();
}

std::string GraphmlKeys::add(GraphmlDomain domain, const AttributeColumn& column) {
  Written one;
  one.id = free_id(std::string(domain == GraphmlDomain::edge ? "e_" : "n_").append(column.id), domain);
  one.domain = domain;
  one.name = column.name;
  one.name = free_name(one);
  one.type = graphml_type(column.type);
  written_.push_back(std::move(one));
  return written_.back().id;
}

std::string GraphmlKeys::free_id(std::string id, GraphmlDomain domain) const {
  const auto is_taken = [&](const Written& other) { return other.id == id; };
  if (std::any_of(written_.begin(), written_.end(), is_taken))
    id.append("_").append(graphml_domains[static_cast<std::size_t>(domain)]);
  while (std::any_of(written_.begin(), written_.end(), is_taken)) id += '_';
  return id;
}

std::string GraphmlKeys::free_name(const Written& key) const {
  const auto is_taken = [&](const Written& other) {
    return other.domain == key.domain && other.has_name && other.name == key.name;
  };
  return std::any_of(written_.begin(), written_.end(), is_taken) ? key.name + "." + key.id : key.name;
}

std::string_view GraphmlKeys::id(GraphmlDomain domain, TermId property) const {
  const Key* key = find(domain, property);
  if (key == nullptr) return {};
  const std::size_t number = key->written[static_cast<std::size_t>(domain)];
  return number == 0 ? std::string_view{} : std::string_view(written_[number - 1].id);
}

bool GraphmlKeys::is_list(GraphmlDomain domain, TermId property) const {
  const Key* key = find(domain, property);
  return key != nullptr && key->is_list[static_cast<std::size_t>(domain)];
}

void GraphmlKeys::write(Output& output, XmlText& xml) const {
  const auto attribute = [&](std::string_view name, std::string_view value) {
    output.put(' ');
    output.write(name);
    output.write("=\"");
    xml.attribute(value);
    output.put('"');
  };
  for (const Written& one : written_) {
    output.write("  <key");
    attribute("id", one.id);
    attribute("for", graphml_domains[static_cast<std::size_t>(one.domain)]);
    if (one.has_name) attribute("attr.name", one.name);
    if (!one.type.empty()) attribute("attr.type", one.type);
    if (one.xml_attributes != nullptr)
      for (const std::string& more : *one.xml_attributes)
        if (const std::size_t cut = more.find('='); more.starts_with("yfiles.") && cut != std::string::npos)
          attribute(more.substr(0, cut), std::string_view(more).substr(cut + 1));
    const std::string_view preset = one.preset == TermId::none ? std::string_view{} : text(one.preset);
    const bool has_preset = !preset.empty() && is_xml_fragment(preset);
    if (!has_preset && one.description.empty()) {
      output.write("/>\n");
      continue;
    }
    output.put('>');
    if (!one.description.empty()) {
      output.write("<desc>");
      xml.content(one.description);
      output.write("</desc>");
    }
    if (has_preset) {
      output.write("<default>");
      output.write(preset);
      output.write("</default>");
    }
    output.write("</key>\n");
  }
}

}  // namespace graphwright
