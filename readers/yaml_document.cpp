#include "yaml_document.hpp"

#include <algorithm>
#include <istream>
#include <stdexcept>
#include <streambuf>
#include <unordered_map>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "yaml_screen.hpp"
#include "yaml_syntax.hpp"

namespace graphwright {
namespace {

constexpr std::size_t max_bytes = std::size_t{64} << 20;
/// What our files need is 8 deep; the limit keeps every walk over the nodes from running out of stack.
constexpr std::size_t deepest = 64;

/// Reads bytes that lie in memory without a copy.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string& text) { setg(text.data(), text.data(), text.data() + text.size()); }
};

/// Ends the parser's run; what is wrong is reported already.
struct StopParsing {};

}  // namespace

/// Builds the nodes of one document from the parser's events.
class YamlTreeBuilder : public YAML::EventHandler {
 public:
  YamlTreeBuilder(YamlDocument& document, std::size_t max_depth, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics), max_depth_(max_depth) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const std::size_t at = offset(mark);
    const bool is_marked = std::string_view(document_.text_).substr(at).starts_with("---");
    diagnostics_.error("yaml-documents", document_.locate(at),
                       is_marked ? "a second document in one file; write it to a file of its own"
                                 : "this line does not go on what stands above it; check its indentation");
    throw StopParsing{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    YamlNode node = begin(mark, YamlNode::Kind::missing);
    const std::string_view rest = std::string_view(document_.text_).substr(node.offset);
    for (std::string_view word : {"null", "Null", "NULL"})
      if (rest.starts_with(word)) {
        node.kind = YamlNode::Kind::scalar;
        node.text = word;
      }
    refuse_anchor(node, anchor);
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    YamlNode node = begin(mark, YamlNode::Kind::unreadable);
    diagnostics_.error("yaml-anchor", node.location,
                       "an alias ('*'); write the value itself, or put text that begins with '*' in quotation marks");
    add(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = begin(mark, YamlNode::Kind::scalar);
    node.text = value;
    refuse_anchor(node, anchor);
    refuse_tag(node, tag);
    if (find_unclosed_quote(document_.text_, node.offset)) {
      diagnostics_.error("yaml-syntax", node.location, "the quotation mark is never closed");
      throw StopParsing{};
    }
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(begin(mark, YamlNode::Kind::sequence), tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(begin(mark, YamlNode::Kind::map), tag, anchor);
  }
  void OnMapEnd() override { close(); }

  /// Closes what an error left open, and gives the root.
  ///
  /// The last thing that was read is not to be trusted: the error may have cut it off.
  YamlNode finish() {
    is_finishing_ = true;
    if (!open_.empty()) distrust_last(open_.back());
    while (!open_.empty()) {
      open_.back().node.is_cut = true;
      close();
    }
    return std::move(root_);
  }
  /// Where the innermost list or map that is still open begins.
  const YamlNode* innermost() const { return open_.empty() ? nullptr : &open_.back().node; }

 private:
  struct Open {
    YamlNode node;
    std::unordered_map<std::string, Location> keys;
    bool has_key = false;
    bool is_key_good = false;
  };

  static std::size_t offset(const YAML::Mark& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

  YamlNode begin(const YAML::Mark& mark, YamlNode::Kind kind) const {
    const std::size_t at = std::min(offset(mark), document_.text_.size());
    YamlNode node;
    node.kind = kind;
    node.offset = at;
    node.location = document_.locate(at);
    return node;
  }

  static void distrust_last(Open& open) {
    if (!open.node.items.empty()) open.node.items.back() = unreadable(open.node.items.back());
    if (!open.node.entries.empty()) open.node.entries.back().value = unreadable(open.node.entries.back().value);
  }

  static YamlNode unreadable(const YamlNode& node) {
    YamlNode replacement;
    replacement.kind = YamlNode::Kind::unreadable;
    replacement.location = node.location;
    return replacement;
  }

  void refuse_anchor(const YamlNode& node, YAML::anchor_t anchor) {
    if (anchor == YAML::NullAnchor) return;
    diagnostics_.error("yaml-anchor", node.location, "an anchor ('&'); name what is shared once, in a block");
  }

  void refuse_tag(const YamlNode& node, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    diagnostics_.error("yaml-anchor", node.location,
                       "a tag ('!'); all values are text, put text that begins with '!' in quotation marks");
  }

  void open(YamlNode node, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(node, anchor);
    refuse_tag(node, tag);
    if (open_.size() == max_depth_) {
      diagnostics_.error("too-deep", node.location, fmt::format("more than {} levels of nesting", max_depth_));
      throw StopParsing{};
    }
    open_.push_back({std::move(node), {}, false, false});
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (open_.empty())
      root_ = std::move(node);
    else if (open_.back().node.is_sequence())
      open_.back().node.items.push_back(std::move(node));
    else if (open_.back().has_key)
      add_value(open_.back(), std::move(node));
    else
      add_key(open_.back(), node);
  }

  void add_value(Open& map, YamlNode node) {
    map.has_key = false;
    YamlEntry& entry = map.node.entries.back();
    if (node.kind == YamlNode::Kind::missing) node.location = entry.location;
    if (map.is_key_good)
      entry.value = std::move(node);
    else
      map.node.entries.pop_back();
  }

  void add_key(Open& map, const YamlNode& node) {
    map.has_key = true;
    map.is_key_good = node.is_scalar();
    map.node.entries.push_back({node.text, node.location, {}});
    map.node.entries.back().value.kind = YamlNode::Kind::unreadable;
    map.node.entries.back().value.location = node.location;
    if (!node.is_scalar()) {
      if (!node.is_unreadable() && !is_finishing_)
        diagnostics_.error("wrong-type", node.location, "a key is a word, not a list or a map");
      return;
    }
    const auto [first, is_new] = map.keys.emplace(node.text, node.location);
    if (is_new) return;
    map.is_key_good = false;
    diagnostics_.error("duplicate-key", node.location, fmt::format("the key '{}' stands twice in one block", node.text),
                       {{first->second, "first here"}});
  }

  YamlDocument& document_;
  Diagnostics& diagnostics_;
  std::size_t max_depth_;
  std::size_t documents_ = 0;
  bool is_finishing_ = false;
  std::vector<Open> open_;
  YamlNode root_;
};

YamlDocument YamlDocument::read(ByteSource& source, const ReadOptions& options, Diagnostics& diagnostics) {
  YamlDocument document;
  document.file_ = options.file;
  try {
    document.text_ = read_all(source, max_bytes);
  } catch (const std::length_error&) {
    diagnostics.error("too-large", {options.file},
                      fmt::format("a YAML file of more than {} MiB; split it", max_bytes >> 20U));
    return document;
  }
  if (screen_yaml(document.text_, options.file, diagnostics))
    document.parse(std::min(options.max_depth, deepest), diagnostics);
  return document;
}

void YamlDocument::parse(std::size_t max_depth, Diagnostics& diagnostics) {
  lines_.assign(1, 0);
  for (std::size_t at = 0; at < text_.size(); ++at)
    if (text_[at] == '\n') lines_.push_back(at + 1);
  code_points_ = CodePointIndex(text_);
  YamlTreeBuilder builder(*this, max_depth, diagnostics);
  try {
    TextBuffer buffer(text_);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    is_complete_ = true;
  } catch (const YAML::Exception& error) {
    const std::size_t at = std::min(static_cast<std::size_t>(std::max(error.mark.pos, 0)), text_.size());
    std::vector<Note> notes;
    if (const YamlNode* open = builder.innermost(); open != nullptr && is_flow_start(text_, open->offset))
      notes.push_back({open->location, fmt::format("'{}' opened here", text_[open->offset])});
    diagnostics.error("yaml-syntax", locate(at), explain_yaml_error(text_, at, error.msg), std::move(notes));
  } catch (const StopParsing&) {
    is_complete_ = false;
  }
  root_ = builder.finish();
}

Location YamlDocument::locate(std::size_t offset) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const std::size_t line = static_cast<std::size_t>(next - lines_.begin());
  if (line == 0) return {file_, 1, 1};
  const std::size_t begin = lines_[line - 1];
  const std::uint32_t column = code_points_.before(text_, offset) - code_points_.before(text_, begin) + 1;
  return {file_, static_cast<std::uint32_t>(line), column};
}

Location YamlDocument::locate(const YamlNode& scalar, std::size_t text_offset) const {
  return locate(find_raw_offset(text_, scalar.offset, scalar.text, text_offset));
}

}  // namespace graphwright
