#include "record_label.hpp"

namespace graphwright {
namespace {

constexpr std::string_view open_brace = "a '{' is not closed";
constexpr std::string_view open_angle = "a '<' is not closed";
constexpr std::string_view lone_angle = "a '>' closes nothing; write '\\>' for the letter";
constexpr std::string_view two_ports = "a field has one port, so that a '|' is missing between two";
constexpr std::string_view mixed = "a field holds a text or further fields in braces, never both";

/// Walks through the characters. What stands around braces is always a field of which nothing else is known, so that
/// their depth is all that is kept of it.
class RecordParser {
 public:
  RecordParser(std::string_view text, bool is_html) : text_(text), is_html_(is_html) {}

  RecordLabel parse() {
    while (at_ < text_.size() && label_.fault.empty() && !label_.is_cut) step();
    if (label_.fault.empty()) end_field();
    if (label_.fault.empty() && depth_ > 0 && !label_.is_cut) label_.fault = open_brace;
    return std::move(label_);
  }

 private:
  void step() {
    const char c = text_[at_++];
    const bool is_control = static_cast<unsigned char>(c) < ' ';
    if (is_control) return;
    if (c == '{') return open();
    if (c == '}') return close();
    if (c == '|') return end_field();
    if (c == '<' && !is_html_) return open_port();
    if (c == '>' && !is_html_) return close_port();
    if (c == '\\' && at_ < text_.size()) return escaped();
    take(c);
  }

  void open() {
    if (has_port_ || in_port_ || has_text_ || has_fields_) return fail(mixed);
    if (at_ == text_.size()) return fail(open_brace);
    ++depth_;
  }

  void close() {
    end_field();
    if (depth_ == 0)
      label_.is_cut = true;
    else
      --depth_;
    has_fields_ = true;
  }

  void end_field() {
    if (in_port_) return fail(open_angle);
    if (has_port_) label_.ports.insert(port_);
    port_.clear();
    has_port_ = has_text_ = has_fields_ = false;
  }

  void open_port() {
    if (has_port_) return fail(two_ports);
    if (has_fields_) return fail(mixed);
    has_port_ = in_port_ = true;
  }

  void close_port() {
    if (!in_port_) return fail(lone_angle);
    if (port_.size() > 1 && port_.back() == ' ' && !ends_in_hard_space_) port_.pop_back();
    in_port_ = false;
  }

  /// Behind a backslash a mark is a letter and a space stays; a backslash before any other letter is text itself.
  void escaped() {
    const char next = text_[at_++];
    const bool is_mark = std::string_view("{}|<>").find(next) != std::string_view::npos;
    is_hard_ = next == ' ' && !is_html_;
    if (!is_mark && !is_hard_) has_text_ = true;
    take(next);
    is_hard_ = false;
  }

  /// Takes a character of a port or a text; a port that follows its text is lost, since its letters go to the text.
  void take(char c) {
    if (has_fields_ && c != ' ') return fail(mixed);
    if (!in_port_ || has_text_) {
      has_text_ = has_text_ || c != ' ';
      return;
    }
    if (c == ' ' && !is_hard_ && (port_.empty() || port_.back() == ' ')) return;
    port_ += c;
    ends_in_hard_space_ = is_hard_;
  }

  void fail(std::string_view why) {
    if (label_.fault.empty()) label_.fault = why;
  }

  std::string_view text_;
  bool is_html_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  RecordLabel label_;
  std::string port_;
  bool has_port_ = false;
  bool in_port_ = false;
  bool has_text_ = false;
  bool has_fields_ = false;
  bool is_hard_ = false;
  bool ends_in_hard_space_ = false;
};

}  // namespace

RecordLabel parse_record_label(std::string_view text, bool is_html) { return RecordParser(text, is_html).parse(); }

}  // namespace graphwright
