#include <algorithm>
#include <fstream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "graphwright/diagnostics.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::size_t shown_line_bytes = 160;

/// Reads single lines of the inputs, remembering where it stands so that ascending requests are one pass.
class SourceLines {
 public:
  explicit SourceLines(const Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::string line(Location location) {
    if (location.file == FileId::none || location.line == 0) return {};
    const std::string path(diagnostics_.file_path(location.file));
    if (path.empty()) return {};
    if (path != path_ || location.line < next_) open(path);
    while (next_ <= location.line)
      if (!std::getline(stream_, line_))
        return {};
      else
        ++next_;
    return line_;
  }

 private:
  void open(const std::string& path) {
    path_ = path;
    next_ = 1;
    stream_ = std::ifstream(path, std::ios::binary);
  }

  const Diagnostics& diagnostics_;
  std::string path_;
  std::string line_;
  std::ifstream stream_;
  std::uint32_t next_ = 1;
};

/// Characters that would move the cursor of a terminal, give it commands, or turn the order of a line around.
bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Text with a blank for each control character and U+FFFD for each other that is unsafe or no UTF-8.
std::string safe(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::string_view valid = text.substr(0, find_invalid_utf8(text));
    for (std::size_t at = 0; at < valid.size();) {
      const std::size_t begin = at;
      const char32_t c = decode_utf8(valid, at);
      if (!is_unsafe(c))
        result += valid.substr(begin, at - begin);
      else
        result += c < 0x80 ? " " : "\uFFFD";
    }
    if (valid.size() < text.size()) result += "\uFFFD";
    text.remove_prefix(std::min(valid.size() + 1, text.size()));
  }
  return result;
}

/// The source line made safe for a terminal, cut where it is long.
std::string printable(std::string line) {
  if (line.size() > shown_line_bytes) {
    std::size_t cut = shown_line_bytes;
    while (cut > 0 && is_continuation_byte(line[cut])) --cut;
    line.resize(cut);
    line += "...";
  }
  return safe(line);
}

/// "name:line:column", as much of it as is known.
std::string place(const Diagnostics& diagnostics, Location location) {
  std::string text(diagnostics.file_name(location.file));
  if (location.line != 0) text += fmt::format(":{}", location.line);
  if (location.line != 0 && location.column != 0) text += fmt::format(":{}", location.column);
  return text.empty() ? std::string("graphwright") : safe(text);
}

class TextRenderer {
 public:
  TextRenderer(const Diagnostics& diagnostics, bool colour)
      : diagnostics_(diagnostics), lines_(diagnostics), colour_(colour) {}

  std::string render() {
    for (const Diagnostic& one : diagnostics_.all()) add(one);
    if (diagnostics_.dropped_count() != 0)
      text_ += fmt::format("and {} more messages (--max-errors shows more)\n", diagnostics_.dropped_count());
    return std::move(text_);
  }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }

  void add(const Diagnostic& one) {
    const auto* tint = one.severity == Severity::error ? "1;31" : "1;33";
    text_ += fmt::format("{}: {}: {} [{}]\n", paint("1", place(diagnostics_, one.location)),
                         paint(tint, name(one.severity)), safe(one.message), one.code);
    add_source_line(one.location);
    for (const Note& note : one.notes) add(note);
  }

  void add(const Note& note) {
    if (note.location.line != 0)
      text_ += fmt::format("{}: note: {}\n", place(diagnostics_, note.location), safe(note.message));
    else
      text_ += fmt::format("  note: {}\n", safe(note.message));
  }

  void add_source_line(Location location) {
    const std::string line = printable(lines_.line(location));
    if (line.empty()) return;
    text_ += fmt::format("{:>5} | {}\n", location.line, line);
    if (location.column == 0 || location.column > shown_line_bytes) return;
    text_ += fmt::format("      | {}{}\n", std::string(location.column - 1, ' '), paint("1;32", "^"));
  }

  const Diagnostics& diagnostics_;
  SourceLines lines_;
  bool colour_;
  std::string text_;
};

nlohmann::ordered_json json_place(const Diagnostics& diagnostics, Location location) {
  nlohmann::ordered_json place = nlohmann::ordered_json::object();
  if (location.file != FileId::none) place["file"] = diagnostics.file_name(location.file);
  if (location.line != 0) place["line"] = location.line;
  if (location.column != 0) place["column"] = location.column;
  return place;
}

std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string render_json(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics.all()) {
    nlohmann::ordered_json json{{"severity", name(one.severity)}, {"code", one.code}};
    json.update(json_place(diagnostics, one.location));
    json["message"] = one.message;
    for (const Note& note : one.notes) {
      nlohmann::ordered_json entry = json_place(diagnostics, note.location);
      entry["message"] = note.message;
      json["notes"].push_back(std::move(entry));
    }
    text += dump(json) + "\n";
  }
  return text;
}

/// A file name as a URI reference (RFC 3986, 4.2): what may not stand in a path is percent-encoded.
std::string uri_reference(std::string_view name) {
  constexpr std::string_view plain = "-._~/!$&'()*+,;=@";
  std::string uri;
  for (const char byte : name) {
    const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= 'a' && byte <= 'z') || plain.find(byte) != std::string_view::npos;
    uri += is_plain ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return uri;
}

nlohmann::ordered_json sarif_location(const Diagnostics& diagnostics, Location location) {
  const std::string uri = uri_reference(diagnostics.file_name(location.file));
  nlohmann::ordered_json physical{{"artifactLocation", {{"uri", uri}}}};
  if (location.line != 0) physical["region"]["startLine"] = location.line;
  if (location.line != 0 && location.column != 0) physical["region"]["startColumn"] = location.column;
  return {{"physicalLocation", physical}};
}

/// Notes are related locations (SARIF 2.1.0, 3.27.22); what has no place keeps its message alone.
nlohmann::ordered_json sarif_notes(const Diagnostics& diagnostics, const std::vector<Note>& notes) {
  auto related = nlohmann::ordered_json::array();
  for (const Note& note : notes) {
    nlohmann::ordered_json place = nlohmann::ordered_json::object();
    if (note.location.file != FileId::none) place = sarif_location(diagnostics, note.location);
    place["message"]["text"] = note.message;
    related.push_back(std::move(place));
  }
  return related;
}

/// SARIF 2.1.0, 3.27 result object.
nlohmann::ordered_json sarif_result(const Diagnostics& diagnostics, const Diagnostic& one) {
  nlohmann::ordered_json result{
      {"ruleId", one.code}, {"level", name(one.severity)}, {"message", {{"text", one.message}}}};
  if (one.location.file != FileId::none)
    result["locations"] = nlohmann::ordered_json::array({sarif_location(diagnostics, one.location)});
  if (!one.notes.empty()) result["relatedLocations"] = sarif_notes(diagnostics, one.notes);
  return result;
}

/// The codes that occur, each once with its explanation (SARIF 2.1.0, 3.19.23).
nlohmann::ordered_json sarif_rules(const Diagnostics& diagnostics) {
  std::set<std::string_view> codes;
  for (const Diagnostic& one : diagnostics.all()) codes.insert(one.code);
  auto rules = nlohmann::ordered_json::array();
  for (const std::string_view code : codes) {
    nlohmann::ordered_json rule{{"id", code}};
    if (const DiagnosticCode* known = find_diagnostic_code(code)) rule["fullDescription"]["text"] = known->explanation;
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::string render_sarif(const Diagnostics& diagnostics) {
  auto results = nlohmann::ordered_json::array();
  for (const Diagnostic& one : diagnostics.all()) results.push_back(sarif_result(diagnostics, one));
  const nlohmann::ordered_json driver{{"name", "graphwright"}, {"rules", sarif_rules(diagnostics)}};
  nlohmann::ordered_json run{{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  nlohmann::ordered_json log{{"version", "2.1.0"},
                             {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                             {"runs", nlohmann::ordered_json::array({run})}};
  return log.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// Escapes what a GitHub workflow command reads specially.
std::string command_value(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '%' || c == '\n' || c == '\r' || c == ':' || c == ',')
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

std::string render_github(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics.all()) {
    text += fmt::format("::{} file={}", name(one.severity), command_value(diagnostics.file_name(one.location.file)));
    if (one.location.line != 0) text += fmt::format(",line={}", one.location.line);
    if (one.location.column != 0) text += fmt::format(",col={}", one.location.column);
    text += fmt::format(",title={}::{}\n", one.code, command_value(one.message));
  }
  return text;
}

}  // namespace

std::string render(const Diagnostics& diagnostics, MessageFormat format, bool colour) {
  switch (format) {
    case MessageFormat::text:
      return TextRenderer(diagnostics, colour).render();
    case MessageFormat::json:
      return render_json(diagnostics);
    case MessageFormat::sarif:
      return render_sarif(diagnostics);
    case MessageFormat::github:
      return render_github(diagnostics);
  }
  return {};
}

}  // namespace graphwright
