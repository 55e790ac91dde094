#include <fmt/format.h>

#include "graphwright/shacl.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "shacl_vocabulary.hpp"

namespace graphwright::shacl {
namespace {

/// Pushes the statements of a report one by one.
class ReportWriter {
 public:
  ReportWriter(const Shapes& shapes, const Graph& data, Sink& sink)
      : shapes_(shapes), data_(data), sink_(sink), scope_(unused_label(data.terms())) {}

  void write(const Report& report) {
    const std::string own = scope_ + "report";
    sink_.prefix("sh", sh_ns);
    add(own, iri::rdf::type, TermView::iri(sh("ValidationReport")));
    add(own, sh("conforms"), TermView::literal(report.conforms ? "true" : "false", iri::xsd::boolean));
    for (std::size_t i = 0; i < report.results.size(); ++i) {
      const std::string name = fmt::format("{}result{}", scope_, i + 1);
      add(own, sh("result"), TermView::blank(name));
      write(name, report.results[i]);
    }
    sink_.finish();
  }

 private:
  /// A beginning that no blank node of the data has, so that the report's own nodes are apart from them.
  static std::string unused_label(const TermTable& terms) {
    std::string label;
    for (std::uint32_t row = 0; row < terms.size(); ++row)
      if (const TermView term = terms.view(static_cast<TermId>(row)); term.is_blank())
        while (is_taken(term.text, label)) label += 'r';
    return label;
  }
  static bool is_taken(std::string_view text, std::string_view label) {
    return text.starts_with(label) &&
           (text.substr(label.size()).starts_with("report") || text.substr(label.size()).starts_with("result") ||
            text.substr(label.size()).starts_with("path"));
  }

  std::string next_path() { return fmt::format("{}path{}", scope_, ++paths_); }

  void add(std::string_view subject, std::string_view predicate, const TermView& object) {
    if (!object.is_absent()) sink_.statement({TermView::blank(subject), TermView::iri(predicate), object, {}});
  }

  void write(const std::string& name, const Result& result) {
    const Shape& shape = shapes_.at(result.shape);
    add(name, iri::rdf::type, TermView::iri(sh("ValidationResult")));
    add(name, sh("focusNode"), data_.view(result.focus));
    if (result.path != TermId::none)
      add(name, sh("resultPath"), data_.view(result.path));
    else if (shape.path)
      write_path(name, sh("resultPath"), *shape.path);
    add(name, sh("value"), data_.view(result.value));
    add(name, sh("sourceShape"), data_.view(shape.node));
    add(name, sh("sourceConstraintComponent"), TermView::iri(component_iri(result.component)));
    add(name, sh("resultSeverity"), data_.view(shape.severity));
    if (shape.messages.empty()) add(name, sh("resultMessage"), TermView::literal(result.message));
    for (TermId message : shape.messages) add(name, sh("resultMessage"), data_.view(message));
  }

  void write_path(const std::string& subject, const std::string& predicate, const Path& path) {
    if (path.kind == Path::Kind::predicate) return add(subject, predicate, data_.view(path.predicate));
    const std::string name = next_path();
    add(subject, predicate, TermView::blank(name));
    switch (path.kind) {
      case Path::Kind::sequence:
        return write_list(name, path);
      case Path::Kind::alternative: {
        const std::string list = next_path();
        add(name, sh("alternativePath"), TermView::blank(list));
        return write_list(list, path);
      }
      case Path::Kind::inverse:
        return write_path(name, sh("inversePath"), path.parts.front());
      case Path::Kind::zero_or_more:
        return write_path(name, sh("zeroOrMorePath"), path.parts.front());
      case Path::Kind::one_or_more:
        return write_path(name, sh("oneOrMorePath"), path.parts.front());
      case Path::Kind::zero_or_one:
        return write_path(name, sh("zeroOrOnePath"), path.parts.front());
      case Path::Kind::predicate:
        return;
    }
  }

  void write_list(std::string head, const Path& path) {
    for (std::size_t i = 0; i < path.parts.size(); ++i) {
      write_path(head, std::string(iri::rdf::first), path.parts[i]);
      if (i + 1 == path.parts.size()) break;
      const std::string next = next_path();
      add(head, iri::rdf::rest, TermView::blank(next));
      head = next;
    }
    add(head, iri::rdf::rest, TermView::iri(iri::rdf::nil));
  }

  const Shapes& shapes_;
  const Graph& data_;
  Sink& sink_;
  std::string scope_;
  std::size_t paths_ = 0;
};

}  // namespace

void report_results(const Report& report, const Shapes& shapes, const Graph& data, Diagnostics& diagnostics) {
  for (const Result& result : report.results) {
    const Shape& shape = shapes.at(result.shape);
    const bool is_error = data.view(shape.severity).text == sh("Violation");
    std::vector<Note> notes;
    if (shape.location.line != 0) notes.push_back({shape.location, "the shape is declared here"});
    diagnostics.report(
        {is_error ? Severity::error : Severity::warning, "shape", result.location, result.message, std::move(notes)});
  }
  if (report.is_cut)
    diagnostics.error("limit", {}, fmt::format("more than {} results; the rest is not told", report.results.size()));
}

void write_report(const Report& report, const Shapes& shapes, const Graph& data, Sink& sink) {
  ReportWriter(shapes, data, sink).write(report);
}

}  // namespace graphwright::shacl
