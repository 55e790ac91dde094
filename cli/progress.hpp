#pragma once

#include <chrono>
#include <cstddef>

#include "graphwright/sink.hpp"

namespace graphwright::cli {

/// Passes everything on and, once work has lasted a second on a terminal, shows how far it is.
class ProgressSink : public Sink {
 public:
  ProgressSink(Sink& next, bool is_shown);
  ~ProgressSink() override;

  void base(std::string_view iri) override { next_.base(iri); }
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }
  void relation_label(std::string_view iri, std::string_view label) override { next_.relation_label(iri, label); }
  void statements(std::span<const StatementView> batch) override;
  void node(const TermView& resource, Location location) override { next_.node(resource, location); }
  std::uint32_t hold(const TermView& resource) override { return next_.hold(resource); }
  void finish() override;

 private:
  void show();
  void clear();

  Sink& next_;
  bool is_shown_;
  bool has_line_ = false;
  std::size_t count_ = 0;
  std::chrono::steady_clock::time_point shown_at_;
};

}  // namespace graphwright::cli
