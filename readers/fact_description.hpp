#pragma once

#include <string>
#include <string_view>

#include "graphwright/sink.hpp"

#include "fact_names.hpp"
#include "yaml_document.hpp"
#include "yaml_form.hpp"

namespace graphwright {

/// Pushes what entities and events have in common: classes, labels, links and attributes.
///
/// Nothing is pushed about an empty subject, but all that is wrong is reported. `fact` says how an
/// event that is not asserted is held; null for the rest.
class FactDescription {
 public:
  FactDescription(FactNames& names, Sink& sink, Diagnostics& diagnostics)
      : names_(names), sink_(sink), diagnostics_(diagnostics), form_(diagnostics) {}

  void push_classes(const YamlNode& map, const std::string& subject, const FactView* fact, std::string_view what);
  void push_rest(const YamlNode& map, const std::string& subject, const FactView* fact);

 private:
  struct Target {
    const std::string& subject;
    std::string_view property;
    const FactView* fact;
  };

  void push_text(const YamlNode& map, std::string_view key, const Target& target);
  void push_texts(const YamlNode& map, std::string_view key, const Target& target);
  void push_same_as(const YamlNode& node, const Target& target);
  void push_attribute(const YamlEntry& entry, const std::string& subject, const FactView* fact);
  void push_translations(const YamlEntry& entry, const FactProperty& property, const Target& target);
  void push(const Target& target, const TermView& object, Location location);

  FactNames& names_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  YamlForm form_;
};

/// Whether values of a datatype of the ontology may have a language.
bool takes_language(std::string_view datatype);

/// A literal of a datatype of the ontology; without one, or with that of all literals, a plain text.
TermView typed_literal(std::string_view text, std::string_view datatype);

/// A datatype as messages call it: `xsd:date`, or the IRI in angle brackets.
std::string short_name(std::string_view datatype);

}  // namespace graphwright
