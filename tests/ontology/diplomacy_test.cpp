#include <gtest/gtest.h>

#include "graphwright/check.hpp"
#include "graphwright/infer.hpp"

#include "graph_text.hpp"

namespace graphwright {
namespace {

/// The built-in ontology on small graphs.
class Diplomacy : public testing::Test {
 protected:
  void SetUp() override {
    ontology_ = test::diplomacy();
    ASSERT_NE(ontology_, nullptr);
  }

  /// The direct relations that follow, without their rules.
  std::string relations(std::string_view lines) const {
    Graph graph = test::graph_of(lines);
    Diagnostics diagnostics;
    check(graph, *ontology_, {}, diagnostics);
    infer(graph, *ontology_, {}, diagnostics);
    EXPECT_EQ(test::messages_of(diagnostics), "");
    std::string text;
    const std::string all = test::statements_of(graph);
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = all.find('\n', at);
      const std::string line = all.substr(at, end - at);
      if (line.ends_with("(relation)")) text += line.substr(0, line.find(" <- ")) + "\n";
      at = end + 1;
    }
    return text;
  }

  const Ontology* ontology_ = nullptr;
};

TEST_F(Diplomacy, IsReadWithoutAWord) {
  EXPECT_TRUE(ontology_->owns("https://w3id.org/graphwright/diplomacy#Persn"));
  EXPECT_EQ(ontology_->shared_role_rules().size(), 4U);
  EXPECT_EQ(ontology_->representation_rules().size(), 1U);
}

TEST_F(Diplomacy, HostsGuestsAndMediatorsOfTalks) {
  EXPECT_EQ(relations("t a dip:Talks\n"
                      "t dip:talks-host us\n"
                      "t dip:talks-guest armenia\n"
                      "t dip:talks-guest azerbaijan\n"
                      "t dip:talks-mediator un\n"),
            "armenia dip:met-with azerbaijan\n"
            "un dip:mediated-for armenia\n"
            "un dip:mediated-for azerbaijan\n"
            "us dip:hosted-talks armenia\n"
            "us dip:hosted-talks azerbaijan\n");
}

TEST_F(Diplomacy, AHostMetTheGuestsOnlyWhereItTookPart) {
  EXPECT_EQ(relations("t dip:talks-host us\nt dip:talks-participant us\nt dip:talks-guest armenia\n"),
            "armenia dip:met-with us\n"
            "us dip:hosted-talks armenia\n");
}

TEST_F(Diplomacy, RepresentativesActForTheirStates) {
  EXPECT_EQ(relations("t dip:talks-host blinken\n"
                      "t dip:talks-guest mirzoyan\n"
                      "blinken dip:represents us\n"
                      "mirzoyan dip:represents armenia\n"),
            "blinken dip:hosted-talks mirzoyan\n"
            "us dip:hosted-talks armenia\n");
}

TEST_F(Diplomacy, PartiesAndBrokersOfCeasefiresAndAgreements) {
  EXPECT_EQ(relations("c dip:ceasefire-party armenia\n"
                      "c dip:ceasefire-party azerbaijan\n"
                      "c dip:ceasefire-broker russia\n"
                      "d dip:agreement-party serbia\n"
                      "d dip:agreement-party kosovo\n"
                      "d dip:agreement-mediator eu\n"),
            "armenia dip:ceasefire-brokered-by russia\n"
            "armenia dip:ceasefire-with azerbaijan\n"
            "azerbaijan dip:ceasefire-brokered-by russia\n"
            "eu dip:mediated-for kosovo\n"
            "eu dip:mediated-for serbia\n"
            "kosovo dip:signed-agreement-with serbia\n");
}

TEST_F(Diplomacy, PartiesOfAWarFightEachOtherAndAlliesDoNot) {
  EXPECT_EQ(relations("w dip:war-party armenia\n"
                      "w dip:war-party azerbaijan\n"
                      "w dip:conflict-over karabakh\n"
                      "x dip:conflict-side-a uk\n"
                      "x dip:conflict-side-a us\n"
                      "x dip:conflict-side-b iraq\n"),
            "armenia dip:disputes-territory karabakh\n"
            "armenia dip:fought-war-with azerbaijan\n"
            "azerbaijan dip:disputes-territory karabakh\n"
            "iraq dip:fought-war-with uk\n"
            "iraq dip:fought-war-with us\n");
}

TEST_F(Diplomacy, VisitsAttacksSeizuresDeploymentsWithdrawalsAndSanctions) {
  EXPECT_EQ(relations("v dip:visit-visitor nancy\n"
                      "v dip:visit-destination yerevan\n"
                      "a1 dip:attack-by azerbaijan\n"
                      "a1 dip:attack-on goris\n"
                      "s dip:seizure-by separatists\n"
                      "s dip:seizure-of karabakh\n"
                      "s dip:seizure-from azerbaijan\n"
                      "d dip:deployment-by russia\n"
                      "d dip:deployment-to karabakh\n"
                      "w dip:withdrawal-by russia\n"
                      "w dip:withdrawal-from karabakh\n"
                      "e dip:sanctions-by eu\n"
                      "e dip:sanctions-on russia\n"),
            "azerbaijan dip:attacked goris\n"
            "azerbaijan dip:lost-control-of karabakh\n"
            "eu dip:sanctioned russia\n"
            "nancy dip:visited yerevan\n"
            "russia dip:deployed-troops-to karabakh\n"
            "russia dip:withdrew-troops-from karabakh\n"
            "separatists dip:seized-territory karabakh\n");
}

TEST_F(Diplomacy, ACountryIsAPolityAndAPlace) {
  EXPECT_EQ(relations("georgia a dip:Polity\n"
                      "georgia a dip:Place\n"
                      "armenia a dip:Country\n"
                      "armenia dip:region-part-of caucasus\n"
                      "georgia dip:recognized armenia\n"),
            "");
}

TEST_F(Diplomacy, TheExampleOfTheDesignIsAnError) {
  Diagnostics diagnostics;
  check(test::graph_of("antony-blinken a dip:Person\nantony-blinken dip:region-part-of us\n"), *ontology_, {},
        diagnostics);
  EXPECT_EQ(test::messages_of(diagnostics),
            "2:error: 'region-part-of' needs a Place as subject, but 'antony-blinken' is a Person [domain]\n"
            "  1: 'antony-blinken' is declared here\n");
}

}  // namespace
}  // namespace graphwright
