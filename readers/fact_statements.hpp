#pragma once

#include <string>
#include <string_view>

#include "graphwright/sink.hpp"

#include "fact_description.hpp"
#include "fact_line.hpp"
#include "fact_names.hpp"
#include "fact_scope.hpp"
#include "yaml_document.hpp"
#include "yaml_form.hpp"

namespace graphwright {

/// Turns the entities, events and facts of one fact file into statements.
class FactStatements {
 public:
  FactStatements(const YamlDocument& document, FactNames& names, FactScopeReader& scopes, Sink& sink,
                 Diagnostics& diagnostics)
      : document_(document),
        names_(names),
        scopes_(scopes),
        sink_(sink),
        diagnostics_(diagnostics),
        form_(diagnostics),
        description_(names, sink, diagnostics) {}

  void push();

 private:
  void push_entity(const YamlEntry& entry);
  void push_event(const YamlEntry& entry, const FactScope& file_scope);
  void push_event_scope(const YamlNode& map, const std::string& event, const FactScope& scope, const FactView* holding);
  void push_role(const YamlEntry& role, const std::string& event, const FactView* fact);
  void report_unknown_role(const YamlEntry& role);

  void push_facts(const YamlNode& node, const FactScope& scope);
  void push_block(const YamlNode& block, const FactScope& outer);
  void push_line(const YamlNode& node, const FactScope& scope, const FactView* fact);
  void push_relation(const YamlNode& node, const FactLine& line, const std::string& subject,
                     const FactProperty* property, const FactView* fact);
  void push_literal(const YamlNode& node, const FactLine& line, const std::string& subject,
                    const FactProperty& property, const FactView* fact);
  Location locate(const YamlNode& node, const FactWord& word) const { return document_.locate(node, word.offset); }

  const YamlDocument& document_;
  FactNames& names_;
  FactScopeReader& scopes_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  YamlForm form_;
  FactDescription description_;
};

}  // namespace graphwright
