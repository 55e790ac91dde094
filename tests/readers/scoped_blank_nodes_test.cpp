#include "graphwright/scoped_blank_nodes.hpp"

#include <gtest/gtest.h>

#include "recording_sink.hpp"

namespace graphwright {
namespace {

TEST(ScopedBlankNodes, RenamesLabelsAtEveryPlaceAndNothingElse) {
  RecordingSink sink;
  ScopedBlankNodes scoped(sink, "i1");
  const TripleView inner{TermView::blank("a"), TermView::iri("p:"), TermView::blank("b")};
  const TripleView outer{TermView::blank("c"), TermView::iri("p:"), TermView::triple_term(inner)};
  scoped.prefix("x", "http://x/");
  scoped.statement({TermView::blank("a"), TermView::iri("p:"), TermView::triple_term(outer), TermView::blank("g"), {}});
  scoped.statement({TermView::iri("a:"), TermView::iri("p:"), TermView::literal("_:a"), {}, {}});
  scoped.node(TermView::blank("lone"), {});
  scoped.finish();
  EXPECT_EQ(sink.text,
            "prefix x http://x/\n"
            "_:i1_a <p:> <<( _:i1_c <p:> <<( _:i1_a <p:> _:i1_b )>> )>> _:i1_g .\n"
            "<a:> <p:> \"_:a\" .\n"
            "node _:i1_lone\n"
            "finish\n");
}

class FactSink : public Sink {
 public:
  void statements(std::span<const StatementView> batch) override {
    const FactView& fact = *batch.front().fact;
    text = fmt::format("{} {} {}", fact.place.text, fact.speaker.text, fact.evidence.front().source.text);
  }
  std::string text;
};

TEST(ScopedBlankNodes, RenamesLabelsInFacts) {
  FactSink sink;
  ScopedBlankNodes scoped(sink, "i2");
  EvidenceView evidence;
  evidence.source = TermView::blank("d");
  FactView fact;
  fact.place = TermView::blank("p");
  fact.speaker = TermView::iri("s:");
  fact.evidence = {&evidence, 1};
  scoped.statement({TermView::blank("a"), TermView::iri("p:"), TermView::blank("b"), {}, {}, &fact});
  EXPECT_EQ(sink.text, "i2_p s: i2_d");
}

}  // namespace
}  // namespace graphwright
