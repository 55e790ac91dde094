#include <array>

#include "graphwright/article.hpp"
#include "graphwright/code_point_index.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "entity_names.hpp"

namespace graphwright {
namespace {

constexpr std::string_view diplomacy = "https://w3id.org/graphwright/diplomacy#";

/// Pushes the claims of several articles into one sink.
class ClaimPusher {
 public:
  ClaimPusher(const std::vector<ReadArticle>& articles, std::string_view base, Sink& sink)
      : names_(articles), base_(base), sink_(sink) {}

  void entities() {
    for (const auto& [id, one] : names_.entries()) {
      const std::string subject = base_ + id;
      for (const std::string& name : one.classes()) type(subject, name);
      push(subject, iri::rdfs::label, TermView::literal(one.label), nullptr);
    }
  }

  void article(const ReadArticle& one) {
    const CodePointIndex index(one.article.text);
    const std::string source = one.article.info.url.empty() ? base_ + one.name : one.article.info.url;
    for (const Claim& claim : one.claims) fact(claim, one.article.text, index, source);
  }

 private:
  void push(const std::string& subject, std::string_view predicate, const TermView& object, const FactView* fact) {
    sink_.statement({TermView::iri(subject), TermView::iri(predicate), object, {}, {}, fact});
  }
  void type(const std::string& subject, const std::string& name) {
    const std::string class_iri = std::string(diplomacy) + name;
    push(subject, iri::rdf::type, TermView::iri(class_iri), nullptr);
  }

  void fact(const Claim& claim, std::string_view text, const CodePointIndex& index, const std::string& source) {
    const std::string subject = base_ + names_.id(claim.subject, claim.subject_class);
    const std::string object = base_ + names_.id(claim.object, claim.object_class);
    const std::string place = claim.place.empty() ? "" : base_ + names_.id(claim.place, "Place");
    const std::string speaker = claim.speaker.empty() ? "" : base_ + names_.id(claim.speaker, claim.speaker_class);
    EvidenceView evidence;
    evidence.source = TermView::iri(source);
    evidence.quote = text.substr(claim.begin, claim.end - claim.begin);
    evidence.begin = index.before(text, claim.begin);
    evidence.end = index.before(text, claim.end);
    evidence.confidence = claim.confidence;
    FactView view;
    view.time = claim.time;
    if (!place.empty()) view.place = TermView::iri(place);
    if (!speaker.empty()) view.speaker = TermView::iri(speaker);
    view.modality = claim.modality;
    view.evidence = {&evidence, 1};
    push(subject, std::string(diplomacy) + claim.relation, TermView::iri(object), &view);
  }

  extraction::EntityNames names_;
  std::string base_;
  Sink& sink_;
};

}  // namespace

void push_claims(const std::vector<ReadArticle>& articles, std::string_view base, Sink& sink) {
  ClaimPusher pusher(articles, base, sink);
  sink.base(base);
  sink.prefix("dip", diplomacy);
  pusher.entities();
  for (const ReadArticle& one : articles) pusher.article(one);
}

}  // namespace graphwright
