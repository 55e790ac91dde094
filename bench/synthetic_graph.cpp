#include "synthetic_graph.hpp"

#include <array>
#include <cstdio>
#include <string_view>

namespace graphwright::bench {
namespace {

constexpr std::string_view entity_ns = "http://example.org/";
constexpr std::string_view diplomacy_ns = "https://w3id.org/graphwright/diplomacy#";
constexpr std::string_view vocabulary_ns = "https://w3id.org/graphwright/vocabulary#";
const std::string rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const std::string rdfs_label = "<http://www.w3.org/2000/01/rdf-schema#label>";
const std::string rdfs_comment = "<http://www.w3.org/2000/01/rdf-schema#comment>";

constexpr std::array<std::string_view, 8> kinds{"Person", "Person", "Person",       "City",
                                                "Region", "Polity", "Organization", "ArmedGroup"};
constexpr std::array<std::string_view, 12> relations{
    "met-with",  "hosted-talks",   "ceasefire-with",        "fought-war-with",    "represents",  "visited",
    "member-of", "region-part-of", "ceasefire-brokered-by", "deployed-troops-to", "allied-with", "criticized"};
constexpr std::array<std::string_view, 4> roles{"talks-host", "talks-guest", "talks-participant", "talks-mediator"};
constexpr std::array<std::string_view, 16> first_names{"Ada",   "Blerta", "Chidi", "Dao",  "Elif",  "Farid",
                                                       "Goran", "Hana",   "Ilham", "Jomo", "Kenji", "Lena",
                                                       "Maria", "Nikol",  "Omar",  "Petra"};
constexpr std::array<std::string_view, 16> last_names{"Smith",  "Hoxha",     "Okafor", "Nguyen",   "Demir", "Haddad",
                                                      "Petrov", "Sato",      "Aliyev", "Kenyatta", "Mori",  "Weber",
                                                      "Silva",  "Pashinyan", "Farouk", "Novak"};
constexpr std::array<std::string_view, 6> other_names{"Ադա Սմիթ\"@hy", "Ада Смит\"@ru", "エイダ・スミス\"@ja",
                                                      "Ада Сміт\"@uk", "آدا سميث\"@ar", "Áda Šmíð\"@is"};

std::string iri(std::string_view ns, std::string_view name) { return "<" + std::string(ns) + std::string(name) + ">"; }
std::string dip(std::string_view name) { return iri(diplomacy_ns, name); }
std::string gw(std::string_view name) { return iri(vocabulary_ns, name); }
std::string typed(const std::string& value, std::string_view type) {
  return "\"" + value + "\"^^<http://www.w3.org/2001/XMLSchema#" + std::string(type) + ">";
}

}  // namespace

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every machine.
std::uint64_t SyntheticGraph::random() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

/// A number of which the small ones are far likelier: the product of three even ones.
std::uint64_t SyntheticGraph::popular(std::uint64_t bound) {
  const std::uint64_t once = below(bound);
  const std::uint64_t twice = below(once + 1);
  return below(twice + 1);
}

std::string SyntheticGraph::actor(std::uint64_t number) const {
  return iri(entity_ns, std::string(first_names[number % 16]) + "-" + std::string(last_names[number / 16 % 16]) + "-" +
                            std::to_string(number));
}

std::string SyntheticGraph::date() {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", static_cast<int>(1950 + below(75)),
                static_cast<int>(1 + below(12)), static_cast<int>(1 + below(28)));
  return text.data();
}

bool SyntheticGraph::append(std::string& text) {
  text_ = &text;
  add_actor();
  add_relations();
  if (below(10) < 6) add_event();
  return written_ < wanted_;
}

void SyntheticGraph::line(const std::string& subject, const std::string& predicate, const std::string& object) {
  if (written_ == wanted_) return;
  ++written_;
  text_->append(subject).append(" ").append(predicate).append(" ").append(object).append(" .\n");
}

void SyntheticGraph::add_actor() {
  const std::uint64_t number = actors_++;
  const std::string self = actor(number);
  const std::string name = std::string(first_names[number % 16]) + " " + std::string(last_names[number / 16 % 16]);
  line(self, rdf_type, dip(kinds[number * 5 % kinds.size()]));
  line(self, rdfs_label, "\"" + name + " " + std::to_string(number) + "\"@en");
  if (below(2) == 0)
    line(self, rdfs_label, "\"" + std::to_string(number) + " " + std::string(other_names[below(other_names.size())]));
  if (below(2) == 0)
    line(self, dip(below(2) == 0 ? "born" : "founded"), typed(date(), "date"));
  else
    line(self, dip("population"), typed(std::to_string(below(5'000'000)), "integer"));
  if (below(4) == 0)
    line(self, rdfs_comment,
         "\"" + name + " was called \\\"the " + std::to_string(number) +
             "th\\\" by the press.\\nOthers disagree\\\\object.\"@en");
  line(self, dip("represents"), actor(popular(actors_)));
}

void SyntheticGraph::add_relations() {
  const std::string self = actor(popular(actors_));
  for (std::uint64_t left = 3 + below(6); left != 0; --left) {
    const std::string predicate = dip(relations[popular(relations.size())]);
    const std::string object = actor(popular(actors_));
    line(self, predicate, object);
    if (below(24) == 0) add_evidence(self, predicate, object);
  }
}

void SyntheticGraph::add_event() {
  const std::string number = std::to_string(events_++);
  const std::string self = iri(entity_ns, "event/talks-" + number);
  line(self, rdf_type, dip("Talks"));
  line(self, rdfs_label, "\"Talks number " + number + "\"@en");
  line(self, dip("time"), typed(date(), "date"));
  line(self, dip("place"), actor(popular(actors_)));
  for (std::uint64_t left = 2 + below(3); left != 0; --left)
    line(self, dip(roles[below(roles.size())]), actor(popular(actors_)));
}

void SyntheticGraph::add_evidence(const std::string& subject, const std::string& predicate, const std::string& object) {
  const std::string number = std::to_string(evidence_++);
  const std::string fact = iri(entity_ns, "fact/" + number);
  const std::string quoted = iri(entity_ns, "evidence/" + number);
  const std::uint64_t begin = below(20'000);
  line(fact, rdf_type, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement>");
  line(fact, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#subject>", subject);
  line(fact, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate>", predicate);
  line(fact, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#object>", object);
  line(fact, gw("hasEvidence"), quoted);
  line(quoted, "<http://www.w3.org/ns/prov#wasQuotedFrom>", iri(entity_ns, "report/" + std::to_string(evidence_ / 20)));
  line(quoted, "<http://www.w3.org/ns/oa#exact>",
       "\"The two sides “agreed to talk”, said the " + number + "th speaker: \\\"we shall see\\\".\"");
  line(quoted, "<http://www.w3.org/ns/oa#start>", typed(std::to_string(begin), "nonNegativeInteger"));
  line(quoted, "<http://www.w3.org/ns/oa#end>", typed(std::to_string(begin + 60), "nonNegativeInteger"));
}

}  // namespace graphwright::bench
