#include "rules.hpp"

#include <algorithm>
#include <array>

#include "table_lines.hpp"

namespace graphwright::extraction {
namespace {

constexpr std::uint8_t person = bit(NameKind::person), polity = bit(NameKind::polity),
                       body = bit(NameKind::organization), group = bit(NameKind::group),
                       alliance = bit(NameKind::alliance), place = bit(NameKind::place);
constexpr std::uint8_t actor = person | polity | body | group | alliance;
constexpr std::uint8_t collective = polity | body | group | alliance;

constexpr auto relations = std::to_array<RelationType>({
    {"accused", actor, actor},
    {"attacked", actor, static_cast<std::uint8_t>(actor | place)},
    {"backs", static_cast<std::uint8_t>(person | polity | body | alliance), actor},
    {"capital-of", place, static_cast<std::uint8_t>(polity | place)},
    {"ceasefire-brokered-by", static_cast<std::uint8_t>(polity | group | person | body),
     static_cast<std::uint8_t>(person | polity | body | alliance)},
    {"ceasefire-with", static_cast<std::uint8_t>(polity | group | person | body),
     static_cast<std::uint8_t>(polity | group | person | body), true},
    {"condemned", static_cast<std::uint8_t>(person | polity | body | alliance), actor},
    {"cut-ties-with", polity, polity},
    {"deployed-troops-to", collective, static_cast<std::uint8_t>(place | polity)},
    {"disputes-territory", static_cast<std::uint8_t>(polity | group), place},
    {"fought-war-with", collective, collective, true},
    {"hosted-talks", static_cast<std::uint8_t>(person | polity | body | alliance), actor},
    {"leads", static_cast<std::uint8_t>(person | polity), static_cast<std::uint8_t>(body | group | alliance)},
    {"lost-control-of", static_cast<std::uint8_t>(polity | group | body), place},
    {"mediated-for", static_cast<std::uint8_t>(person | polity | body | alliance), actor},
    {"member-of", actor, static_cast<std::uint8_t>(body | alliance)},
    {"met-with", actor, actor, true},
    {"praised", static_cast<std::uint8_t>(person | polity | body | alliance), actor},
    {"recognized", static_cast<std::uint8_t>(polity | person), static_cast<std::uint8_t>(polity | place)},
    {"region-part-of", place, static_cast<std::uint8_t>(place | polity)},
    {"represents", person, actor},
    {"restored-ties-with", polity, polity, true},
    {"sanctioned", static_cast<std::uint8_t>(polity | body | alliance), actor},
    {"seized-territory", static_cast<std::uint8_t>(polity | group), static_cast<std::uint8_t>(place | polity)},
    {"signed-agreement-with", actor, actor, true},
    {"spokesperson-of", person, actor},
    {"visited", static_cast<std::uint8_t>(person | polity), static_cast<std::uint8_t>(place | polity)},
    {"withdrew-troops-from", collective, static_cast<std::uint8_t>(place | polity)},
    {"holds-office", person, 0},
    {"held-office", person, 0},
});

Slot slot(std::string_view word) {
  Slot one;
  const std::size_t dot = word.find('.');
  if (dot != std::string_view::npos) {
    one.of = word.substr(0, dot);
    word.remove_prefix(dot + 1);
  }
  constexpr auto names =
      std::to_array<std::string_view>({"subj", "obj", "owner", "agent", "parties", "context", "compound", "self",
                                       "body", "other", "main", "clause", "holder"});
  const auto at = std::find(names.begin(), names.end(), word);
  one.kind = static_cast<SlotKind>(at - names.begin());
  if (one.kind == SlotKind::preposition) one.preposition = word;
  return one;
}

std::vector<SlotGroup> slots(const std::string& text) {
  std::vector<SlotGroup> groups;
  for (const std::string& group_text : split(text, '/')) {
    SlotGroup one;
    for (const std::string& word : split(group_text, '+')) one.push_back(slot(word));
    groups.push_back(std::move(one));
  }
  return groups;
}

std::string read_trigger(const std::string& text, Lexicon& lexicon, Rule& rule) {
  const std::vector<std::string> words = split(text, ' ');
  if (words.size() < 2) return "a trigger is 'verb CLASS', 'noun CLASS' or 'compound WORDS'";
  if (words[0] == "verb") {
    rule.trigger = TriggerKind::verb;
    rule.trigger_class = lexicon.find_class("v-" + words[1]);
  } else if (words[0] == "noun") {
    rule.trigger = TriggerKind::noun;
    rule.trigger_class = lexicon.find_class(words[1]);
  } else if (words[0] == "compound") {
    rule.trigger = TriggerKind::compound;
    rule.participles = split(words[1], ',');
  } else {
    return "a trigger begins with 'verb', 'noun' or 'compound', not '" + words[0] + "'";
  }
  if (rule.trigger != TriggerKind::compound && rule.trigger_class == ClassId::none)
    return "no class of words is called '" + words[1] + "'";
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] == "real" || words[i] == "active" || words[i] == "agreed") {
      (words[i] == "real" ? rule.is_real : words[i] == "active" ? rule.is_active : rule.is_agreed) = true;
      continue;
    }
    const std::size_t colon = words[i].find_first_of(":!");
    if (colon == std::string::npos) return "a condition is ARGUMENT:CLASS, not '" + words[i] + "'";
    Condition condition;
    condition.argument = words[i].substr(0, colon);
    condition.is_negative = words[i][colon] == '!';
    for (const std::string& name : split(words[i].substr(colon + 1), ',')) {
      const ClassId noun = lexicon.find_class(name);
      if (name == "actor") {
        condition.takes_actor = true;
      } else if (name == "place") {
        condition.takes_place = true;
      } else if (name == "group") {
        condition.takes_group = true;
      } else if (name == "any") {
        condition.takes_any = true;
      } else if (name == "person") {
        condition.takes_person = true;
      } else if (noun == ClassId::none) {
        return "no class of words is called '" + name + "'";
      } else {
        condition.nouns.push_back(noun);
      }
    }
    rule.conditions.push_back(std::move(condition));
  }
  return {};
}

}  // namespace

const RelationType* find_relation(std::string_view relation) {
  const auto at = std::find_if(relations.begin(), relations.end(),
                               [&](const RelationType& one) { return one.relation == relation; });
  return at == relations.end() ? nullptr : &*at;
}

std::vector<Rule> read_rules(std::string_view text, Lexicon& lexicon,
                             std::vector<std::pair<std::uint32_t, std::string>>& faults) {
  std::vector<Rule> rules;
  for (const TableLine& line : table_lines(text)) {
    const std::vector<std::string> fields = split(line.whole, '|');
    if (fields.size() != 7) {
      faults.emplace_back(line.number,
                          "a rule has 7 fields between bars: name, relation, trigger, first, second, example, facts");
      continue;
    }
    Rule rule;
    rule.text = {fields[0], fields[1], fields[2], fields[3],
                 fields[4], fields[5], fields[6], {FileId::none, line.number, 1}};
    const RelationType* type = find_relation(fields[1]);
    std::string fault =
        type == nullptr ? "no relation is called '" + fields[1] + "'" : read_trigger(fields[2], lexicon, rule);
    if (!fault.empty()) {
      faults.emplace_back(line.number, std::move(fault));
      continue;
    }
    rule.is_symmetric = type->is_symmetric;
    rule.first = slots(fields[3]);
    rule.second = slots(fields[4]);
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace graphwright::extraction
