#pragma once

#include "graphwright/sink.hpp"

namespace graphwright::cli {

/// Keeps one reader's `finish` from ending the stream while further inputs follow.
class UnfinishedSink : public Sink {
 public:
  explicit UnfinishedSink(Sink& next) : next_(next) {}
  void base(std::string_view iri) override { next_.base(iri); }
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }
  void relation_label(std::string_view iri, std::string_view label) override { next_.relation_label(iri, label); }
  void statements(std::span<const StatementView> batch) override { next_.statements(batch); }
  void node(const TermView& resource, Location location) override { next_.node(resource, location); }
  std::uint32_t hold(const TermView& resource) override { return next_.hold(resource); }

 private:
  Sink& next_;
};

}  // namespace graphwright::cli
