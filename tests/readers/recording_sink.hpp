#pragma once

#include <string>

#include <fmt/format.h>

#include "graphwright/ntriples_text.hpp"
#include "graphwright/sink.hpp"

namespace graphwright {

/// Writes down every call, one a line, with the location of each statement if asked.
class RecordingSink : public Sink {
 public:
  explicit RecordingSink(bool with_locations = false) : with_locations_(with_locations) {}

  void base(std::string_view iri) override { text += fmt::format("base {}\n", iri); }
  void prefix(std::string_view name, std::string_view iri) override {
    text += fmt::format("prefix {} {}\n", name, iri);
  }
  void statements(std::span<const StatementView> batch) override {
    for (const StatementView& one : batch) add(one);
  }
  void node(const TermView& resource, Location) override {
    text += "node ";
    append_ntriples(resource, text);
    text += '\n';
  }
  void finish() override { text += "finish\n"; }

  std::string text;
  std::size_t count = 0;

 private:
  void add(const StatementView& one) {
    ++count;
    if (with_locations_) text += fmt::format("{}:{} ", one.location.line, one.location.column);
    for (const TermView* term : {&one.subject, &one.predicate, &one.object, &one.graph}) {
      if (term->is_absent()) continue;
      append_ntriples(*term, text);
      text += ' ';
    }
    text += ".\n";
  }

  bool with_locations_;
};

}  // namespace graphwright
