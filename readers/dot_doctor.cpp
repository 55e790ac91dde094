#include "dot_doctor.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include <fmt/format.h>
#include <graphviz/cgraph.h>

#include "dot_tokens.hpp"
#include "xml_events.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;
constexpr std::array<std::string_view, 5> kept_by_gephi{"label", "color", "pos", "style", "weight"};
constexpr std::array<std::string_view, 10> compass{"n", "ne", "e", "se", "s", "sw", "w", "nw", "c", "_"};

template <std::size_t count>
bool has(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What the library says goes to the one place that its interface allows.
std::string library_words;

int keep_words(char* words) {
  library_words += words;
  return 0;
}

/// The line in `syntax error in line 3 near 'x'`; 1 where there is none.
std::uint32_t line_in(std::string_view message) {
  const std::size_t at = message.find("line ");
  std::uint32_t line = 1;
  if (at != std::string_view::npos) std::from_chars(message.data() + at + 5, message.data() + message.size(), line);
  return std::max(line, 1U);
}

/// Lets the library parse; it says the line of the first error.
bool parse(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  library_words.clear();
  const auto before = agseterrf(keep_words);
  Agraph_t* graph = agmemread(std::string(bytes).c_str());
  agseterrf(before);
  const bool is_right = graph != nullptr;
  if (is_right) agclose(graph);
  while (!library_words.empty() && library_words.back() == '\n') library_words.pop_back();
  if (is_right && library_words.find("error") == std::string::npos) return true;
  std::string message = "Graphviz refuses the file: ";
  message += library_words.empty() ? "it holds no graph" : library_words;
  std::replace(message.begin(), message.end(), '\n', ' ');
  diagnostics.error("syntax", {file, line_in(library_words), 1}, std::move(message));
  return false;
}

class NothingHeard : public XmlHandler {
 public:
  void start(const XmlElement& /*element*/) override {}
  void end() override {}
  void text(std::string_view /*text*/) override {}
};

/// Whether a label between angle brackets is XML, its named characters aside, which Graphviz knows.
bool is_xml(std::string_view label) {
  std::string document = "<x>";
  for (std::size_t at = 0; at < label.size(); ++at) {
    const std::size_t end = label[at] == '&' ? label.find(';', at) : std::string_view::npos;
    const bool is_named =
        end != std::string_view::npos && end > at + 1 && end - at < 12 &&
        std::all_of(label.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                    label.begin() + static_cast<std::ptrdiff_t>(end),
                    [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    if (is_named)
      at = end;
    else
      document += label[at];
  }
  document += "</x>";
  NothingHeard handler;
  Diagnostics said_of_the_label;
  return read_xml(*memory_source(document), {}, handler, said_of_the_label);
}

/// Walks through the tokens and looks at names, ports and attributes.
class DotDoctor {
 public:
  DotDoctor(std::string_view bytes, FileId file, DoctorFindings& findings)
      : bytes_(bytes), tokens_(bytes, file), findings_(findings) {}

  void run() {
    const bool has_ports = bytes_.find("record") != std::string_view::npos || finds_port();
    for (DotToken token = tokens_.next(); token.kind != DotToken::Kind::end; token = tokens_.next()) {
      if (token.kind == DotToken::Kind::mark && token.text == "[") ++brackets_;
      if (token.kind == DotToken::Kind::mark && token.text == "]" && brackets_ > 0) --brackets_;
      const bool is_value = before_.text == "=" && before_.kind == DotToken::Kind::mark;
      const bool is_port = before_.text == ":" && before_.kind == DotToken::Kind::mark;
      if (is_value) examine_attribute(before_that_, token);
      if (is_port && brackets_ == 0 && !has_ports) examine_port(before_that_, token);
      before_that_ = before_;
      before_ = token;
    }
    if (cluster_end_.line != 0 && !is_compound_)
      findings_.add("graphviz-cluster", cluster_end_, "Graphviz ignores lhead and ltail unless compound is true");
  }

 private:
  bool finds_port() const {
    return bytes_.find("PORT") != std::string_view::npos || bytes_.find("port") != std::string_view::npos;
  }

  void examine_port(const DotToken& name, const DotToken& port) {
    if (name.kind != DotToken::Kind::name || has(compass, port.text)) return;
    findings_.add("graphviz-port", name.location,
                  fmt::format("Graphviz takes '{}' in '{}:{}' for a port; put the name in quotation marks", port.text,
                              name.text, port.text));
  }

  void examine_attribute(const DotToken& name, const DotToken& value) {
    if (name.text == "compound" && (value.text == "true" || value.text == "1")) is_compound_ = true;
    if (name.text == "lhead" || name.text == "ltail") cluster_end_ = name.location;
    if (name.text.ends_with("label")) examine_label(value);
    if (brackets_ > 0 && !has(kept_by_gephi, name.text))
      findings_.add("gephi-dot", name.location,
                    fmt::format("Gephi drops '{}': it keeps of DOT only label, color, pos, style and weight; give it "
                                "GEXF",
                                name.text));
  }

  void examine_label(const DotToken& value) {
    if (value.kind == DotToken::Kind::html && !is_xml(value.text))
      findings_.add("graphviz-html", value.location, "Graphviz will refuse this label: it is not well-formed XML");
    if (value.kind != DotToken::Kind::quoted) return;
    for (std::size_t at = 0; at + 1 < value.text.size(); ++at) {
      if (value.text[at] != '\\') continue;
      const char next = value.text[++at];
      if (std::string_view("NGETHL").find(next) != std::string_view::npos)
        findings_.add("graphviz-escape", value.location,
                      fmt::format("Graphviz will put a name in place of '\\{}'; write '\\\\{}' if the letters are "
                                  "meant",
                                  next, next));
    }
  }

  std::string_view bytes_;
  DotTokens tokens_;
  DoctorFindings& findings_;
  DotToken before_;
  DotToken before_that_;
  std::size_t brackets_ = 0;
  Location cluster_end_;
  bool is_compound_ = false;
};

}  // namespace

void examine_dot(std::string_view bytes, const ReadOptions& options, DoctorFindings& findings,
                 Diagnostics& diagnostics) {
  if (bytes.size() > most_bytes)
    return diagnostics.error("too-large", {options.file, 1, 1}, "DOT above 64 MiB is not examined");
  if (bytes.find('\0') != std::string_view::npos)
    return diagnostics.error("control-character", {options.file, 1, 1}, "the file holds U+0000, so it is no text");
  if (parse(bytes, options.file, diagnostics)) DotDoctor(bytes, options.file, findings).run();
}

}  // namespace graphwright
