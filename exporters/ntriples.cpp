#include "ntriples.hpp"

#include "term_writer.hpp"

namespace graphwright {
namespace {

template <bool quads>
class LineExporter : public Exporter {
 public:
  LineExporter(Output& out, const ExportOptions& options) : Exporter(options), out_(out), terms_(out) {}

  void statements(std::span<const StatementView> batch) override {
    for (const StatementView& one : batch) write_statement(one);
    summary_.statements += batch.size();
  }
  void node(const TermView&, Location) override { count_loss("resource without statements"); }

 private:
  void write_statement(const StatementView& one) {
    terms_.write(one.subject);
    out_.put(' ');
    terms_.write(one.predicate);
    out_.put(' ');
    terms_.write(one.object);
    if (!one.graph.is_absent()) {
      if constexpr (quads) {
        out_.put(' ');
        terms_.write(one.graph);
      } else {
        count_loss("graph name");
      }
    }
    out_.write(" .\n");
  }

  Output& out_;
  TermWriter terms_;
};

}  // namespace

std::unique_ptr<Exporter> open_ntriples(Output& out, const ExportOptions& options) {
  return std::make_unique<LineExporter<false>>(out, options);
}

std::unique_ptr<Exporter> open_nquads(Output& out, const ExportOptions& options) {
  return std::make_unique<LineExporter<true>>(out, options);
}

}  // namespace graphwright
