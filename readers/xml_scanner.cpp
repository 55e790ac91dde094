#include "xml_scanner.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "graphwright/ascii_case.hpp"

#include "byte_window.hpp"
#include "white_space.hpp"
#include "xml_bytes.hpp"
#include "xml_scopes.hpp"
#include "xml_tag.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> may_not_end{
    {{"<!--", "comment"}, {"<![CDATA[", "CDATA section"}, {"<?", "processing instruction"}}};

/// Drops white space before a text.
void skip_space(std::string_view& text) {
  const char* const end = text.data() + text.size();
  text.remove_prefix(static_cast<std::size_t>(skip_xml(text.data(), end, xml_space) - text.data()));
}

/// Takes something like ` version="1.0"` from a text; gives the value.
std::optional<std::string_view> take_setting(std::string_view& text, std::string_view name) {
  std::string_view rest = text;
  skip_space(rest);
  if (rest.size() == text.size() || !rest.starts_with(name)) return std::nullopt;
  rest.remove_prefix(name.size());
  skip_space(rest);
  if (!rest.starts_with('=')) return std::nullopt;
  rest.remove_prefix(1);
  skip_space(rest);
  const std::size_t end = rest.empty() ? std::string_view::npos : rest.find(rest.front(), 1);
  if (end == std::string_view::npos || (rest.front() != '"' && rest.front() != '\'')) return std::nullopt;
  text = rest.substr(end + 1);
  return rest.substr(1, end - 1);
}

/// Whether an XML declaration, without its ends, says what it may (XML 1.0, 2.8).
bool is_plain_declaration(std::string_view text) {
  if (take_setting(text, "version") != "1.0") return false;
  if (const auto encoding = take_setting(text, "encoding")) {
    const char* const end = encoding->data() + encoding->size();
    const bool begins_well = !encoding->empty() && is_xml(encoding->front(), xml_name_start);
    if (!begins_well || encoding->front() == '_' || skip_xml(encoding->data(), end, xml_name) != end) return false;
  }
  if (const auto standalone = take_setting(text, "standalone"))
    if (standalone != "yes" && standalone != "no") return false;
  skip_space(text);
  return text.empty();
}

/// Drops a text up to an end and with it; false where it has none.
bool skip_past(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at + end.size());
  return true;
}

/// Whether the root of a document begins in a text, with no document type before it.
bool begins_plainly(std::string_view text) {
  if (text.starts_with("<?xml") && !is_plain_declaration(text.substr(5, std::min(text.find("?>"), text.size()) - 5)))
    return false;
  for (;;) {
    skip_space(text);
    if (text.starts_with("<!--") && skip_past(text, "-->")) continue;
    if (text.starts_with("<?") && skip_past(text, "?>")) continue;
    return text.size() > 1 && text[0] == '<' && is_xml(text[1], xml_name_start);
  }
}

class Scanner {
 public:
  Scanner(XmlText& text, const ReadOptions& options, XmlHandler& handler)
      : text_(text),
        options_(options),
        handler_(handler),
        window_(text, options.block_bytes),
        position_{options.file, 1, 1} {}

  std::optional<XmlRest> run() {
    if (!begin()) return rest();
    while (at_ < window_.size() || slide()) {
      const XmlScanned scanned = scan();
      if (scanned == XmlScanned::odd) return rest();
      if (scanned == XmlScanned::cut && !slide()) return unended_rest();
    }
    const bool is_at_end = window_.is_last() && at_ == window_.size() && text_.error().empty();
    return is_at_end && is_behind_root() ? std::nullopt : std::optional(rest());
  }

 private:
  std::string_view ahead() const { return window_.text(at_, window_.size()); }
  bool is_behind_root() const { return has_root_ && scopes_.depth() == 0; }

  /// Goes behind the byte order mark and the XML declaration; false where the document does not begin plainly.
  bool begin() {
    const std::size_t mark = ahead().starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    if (window_.first_bad() < window_.size() || !begins_plainly(ahead().substr(mark))) return false;
    at_ = counted_ = mark;
    has_begun_ = true;
    if (ahead().starts_with("<?xml")) at_ += ahead().find("?>") + 2;
    return true;
  }

  /// Reads on, and keeps what stands ahead; false where nothing follows or it is not plain.
  bool slide() {
    if (window_.is_last() || (at_ == 0 && window_.size() > most_bytes)) return false;
    locate(at_);
    window_.slide(at_);
    counted_ -= at_;
    at_ = 0;
    return window_.size() > 0 && window_.first_bad() >= window_.size();
  }

  /// Counts lines and columns up to an offset, each byte once.
  Location locate(std::size_t at) {
    const std::string_view passed = window_.text(0, at);
    for (std::size_t feed = 0; (feed = passed.find('\n', counted_)) != std::string_view::npos; counted_ = feed + 1) {
      ++position_.line;
      position_.column = 1;
    }
    position_.column += static_cast<std::uint32_t>(window_.count_code_points(counted_, at));
    counted_ = at;
    return position_;
  }

  XmlRest rest() {
    // Behind white space nothing is taken for an XML declaration.
    if (has_begun_ && !has_root_) return {" ", {}, false, std::string(ahead()), locate(at_)};
    if (is_behind_root()) return {"<a/>", {0}, true, std::string(ahead()), locate(at_)};
    return {scopes_.open_tags(), scopes_.open_lines(), false, std::string(ahead()), locate(at_)};
  }

  XmlRest unended_rest() {
    XmlRest rest = this->rest();
    if (!window_.is_last() || window_.first_bad() < window_.size()) return rest;
    for (const auto& [begin, what] : may_not_end)
      if (rest.bytes.starts_with(begin)) rest.unended = what;
    return rest;
  }

  XmlScanned scan() {
    if (window_[at_] != '<') return scan_text();
    switch (at_ + 1 < window_.size() ? window_[at_ + 1] : '\0') {
      case '\0':
        return XmlScanned::cut;
      case '/':
        return scan_end_tag();
      case '!':
        return scan_comment_or_section();
      case '?':
        return scan_instruction();
      default:
        return scan_start_tag();
    }
  }

  XmlScanned scan_start_tag() {
    const XmlScanned scanned = tag_.scan(ahead());
    if (scanned != XmlScanned::whole) return scanned;
    if (is_behind_root() || scopes_.depth() >= options_.max_depth) return XmlScanned::odd;
    const Location location = locate(at_);
    scopes_.open(tag_.name(), tag_.namespaces(), location.line);
    std::string_view ns;
    if (!find_namespace(tag_.prefix(), ns) || !find_attribute_namespaces()) {
      scopes_.close();
      return XmlScanned::odd;
    }
    has_root_ = true;
    handler_.start({tag_.prefix(), tag_.local(), ns, tag_.attributes(), tag_.namespaces(), location});
    at_ += tag_.size();
    if (tag_.is_empty_element()) close();
    return XmlScanned::whole;
  }

  bool find_namespace(std::string_view prefix, std::string_view& ns) const {
    const std::optional<std::string_view> iri = scopes_.find(prefix);
    ns = iri.value_or(std::string_view{});
    return iri || prefix.empty();
  }

  /// False also where two attributes of one name are in the same namespace by different prefixes.
  bool find_attribute_namespaces() {
    if (!tag_.has_prefixed_attributes()) return true;
    const std::span<XmlAttribute> all = tag_.attributes();
    for (auto one = all.begin(); one != all.end(); ++one) {
      if (one->prefix.empty()) continue;
      if (!find_namespace(one->prefix, one->ns)) return false;
      if (std::any_of(all.begin(), one,
                      [=](const XmlAttribute& other) { return other.local == one->local && other.ns == one->ns; }))
        return false;
    }
    return true;
  }

  void close() {
    scopes_.close();
    handler_.end();
  }

  XmlScanned scan_end_tag() {
    if (scopes_.depth() == 0) return XmlScanned::odd;
    const std::string_view name = scopes_.innermost();
    std::string_view text = ahead().substr(2);
    if (!text.starts_with(name)) return text.size() < name.size() ? XmlScanned::cut : XmlScanned::odd;
    text.remove_prefix(name.size());
    skip_space(text);
    if (text.empty()) return XmlScanned::cut;
    if (text.front() != '>') return XmlScanned::odd;
    at_ = window_.size() - text.size() + 1;
    close();
    return XmlScanned::whole;
  }

  XmlScanned scan_text() {
    const std::size_t end = ahead().find('<');
    const std::string_view text = ahead().substr(0, end);
    if (scopes_.depth() == 0) {
      if (!is_blank_text(text)) return XmlScanned::odd;
      at_ += text.size();
      return XmlScanned::whole;
    }
    if (end == std::string_view::npos) return XmlScanned::cut;
    return tell_text(text, XmlPiece::text, text.size());
  }

  /// Tells the handler of a text and goes as far as it takes.
  XmlScanned tell_text(std::string_view text, XmlPiece what, std::size_t size) {
    if (!decode(text, what)) return XmlScanned::odd;
    handler_.text(text);
    at_ += size;
    return XmlScanned::whole;
  }

  /// Puts what a piece says in its place; false where it is not plain.
  bool decode(std::string_view& piece, XmlPiece what) {
    const char* const end = piece.data() + piece.size();
    if (skip_xml(piece.data(), end, xml_text) == end) return true;
    decoded_.clear();
    const bool is_decoded = decode_xml(piece, what, decoded_);
    piece = decoded_;
    return is_decoded;
  }

  XmlScanned scan_comment_or_section() {
    constexpr std::string_view section = "<![CDATA[";
    std::string_view text = ahead();
    const bool is_comment = text.starts_with("<!--");
    if (!is_comment && (!text.starts_with(section) || scopes_.depth() == 0))
      return text.size() < section.size() ? XmlScanned::cut : XmlScanned::odd;
    text.remove_prefix(is_comment ? 4 : section.size());
    const std::size_t end = text.find(is_comment ? "-->" : "]]>");
    if (end == std::string_view::npos) return XmlScanned::cut;
    const std::size_t size = window_.size() - at_ - text.size() + end + 3;
    text = text.substr(0, end);
    if (!is_comment) return tell_text(text, XmlPiece::verbatim, size);
    if (text.find("--") != std::string_view::npos || text.ends_with('-') || !decode(text, XmlPiece::verbatim))
      return XmlScanned::odd;
    handler_.comment(text);
    at_ += size;
    return XmlScanned::whole;
  }

  XmlScanned scan_instruction() {
    const std::size_t end = ahead().find("?>");
    if (end == std::string_view::npos) return XmlScanned::cut;
    std::string_view data = ahead().substr(2, end - 2);
    const char* const name_end = skip_xml(data.data(), data.data() + data.size(), xml_name);
    const std::string_view target = data.substr(0, static_cast<std::size_t>(name_end - data.data()));
    data.remove_prefix(target.size());
    const bool is_named = !target.empty() && is_xml(target.front(), xml_name_start) && !is_reserved(target);
    if (!is_named || (!data.empty() && !is_xml(data.front(), xml_space))) return XmlScanned::odd;
    skip_space(data);
    if (!decode(data, XmlPiece::verbatim)) return XmlScanned::odd;
    handler_.instruction(target, data);
    at_ += end + 2;
    return XmlScanned::whole;
  }

  /// Names like that of the XML declaration (XML 1.0, 2.6).
  static bool is_reserved(std::string_view target) { return target.size() == 3 && ascii_lower(target) == "xml"; }

  XmlText& text_;
  const ReadOptions& options_;
  XmlHandler& handler_;
  ByteWindow window_;
  XmlScopes scopes_;
  XmlTag tag_;
  Location position_;
  std::size_t counted_ = 0;  // bytes up to `position_`
  std::size_t at_ = 0;
  std::string decoded_;
  bool has_begun_ = false;
  bool has_root_ = false;
};

}  // namespace

std::optional<XmlRest> scan_xml(XmlText& text, const ReadOptions& options, XmlHandler& handler) {
  return Scanner(text, options, handler).run();
}

}  // namespace graphwright
