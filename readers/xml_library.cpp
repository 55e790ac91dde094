#include "xml_library.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} * 1024;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view view(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

/// One reading of a document: what the parser's callbacks need.
class Reading {
 public:
  Reading(XmlText& text, const XmlRest& rest, const ReadOptions& options, XmlHandler& handler, Diagnostics& diagnostics)
      : text_(text),
        options_(options),
        handler_(handler),
        diagnostics_(diagnostics),
        starts_to_skip_(rest.open_lines.size()),
        ends_to_skip_(rest.is_behind_root ? 1 : 0),
        lines_(rest.open_lines),
        position_(rest.location),
        kept_begin_(rest.open_tags.size()),
        counted_(rest.open_tags.size()),
        has_element_(!rest.open_lines.empty()) {
    declare_callbacks();
  }

  bool run(const XmlRest& rest) {
    const GlobalErrors errors(this);
    parser_.reset(xmlCreatePushParserCtxt(&callbacks_, this, nullptr, 0, nullptr));
    if (!parser_) throw std::bad_alloc();
    xmlCtxtUseOptions(parser_.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
    parse(rest.open_tags);
    feed(rest.bytes);
    std::array<char, block_bytes> block;
    std::size_t size = 0;
    do {
      size = text_.read(block.data(), block.size());
      if (size == 0 && !text_.error().empty() && !has_failed_) {
        count_to(kept_begin_ + kept_.size());
        fail(position_, text_.error());
      }
      feed({block.data(), size}, size == 0);
    } while (size != 0 && !has_failed_);
    if (!has_failed_ && (!has_element_ || !lines_.empty())) fail(here(), wrong_end());
    return !has_failed_ && parser_->wellFormed == 1;
  }

 private:
  struct FreeParser {
    void operator()(xmlParserCtxt* parser) const {
      if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
      xmlFreeParserCtxt(parser);
    }
  };

  /// Some errors, such as those of encodings, know no parser; they go where the others go.
  class GlobalErrors {
   public:
    explicit GlobalErrors(Reading* reading) {
      xmlSetStructuredErrorFunc(reading, [](void* context, xmlErrorPtr error) { self(context).on_error(*error); });
    }
    GlobalErrors(const GlobalErrors&) = delete;
    GlobalErrors& operator=(const GlobalErrors&) = delete;
    ~GlobalErrors() { xmlSetStructuredErrorFunc(nullptr, nullptr); }
  };

  void feed(std::string_view bytes, bool is_last = false) {
    keep(bytes);
    parse(bytes, is_last);
  }

  void parse(std::string_view bytes, bool is_last = false) {
    xmlParseChunk(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), is_last ? 1 : 0);
  }

  static Reading& self(void* context) { return *static_cast<Reading*>(context); }

  /// The declarations go to the parser's own tree, which knows entities; elements and text do not.
  void declare_callbacks() {
    callbacks_.initialized = XML_SAX2_MAGIC;
    callbacks_.startDocument = [](void* context) { xmlSAX2StartDocument(self(context).parser_.get()); };
    callbacks_.internalSubset = [](void* context, const xmlChar* name, const xmlChar* external, const xmlChar* system) {
      xmlSAX2InternalSubset(self(context).parser_.get(), name, external, system);
    };
    callbacks_.entityDecl = [](void* context, const xmlChar* name, int type, const xmlChar* external,
                               const xmlChar* system, xmlChar* content) {
      if (type == XML_INTERNAL_GENERAL_ENTITY)
        xmlSAX2EntityDecl(self(context).parser_.get(), name, type, external, system, content);
    };
    callbacks_.getEntity = [](void* context, const xmlChar* name) {
      return xmlSAX2GetEntity(self(context).parser_.get(), name);
    };
    callbacks_.startElementNs = on_start;
    callbacks_.endElementNs = [](void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
      self(context).on_end();
    };
    callbacks_.characters = on_text;
    callbacks_.ignorableWhitespace = on_text;
    callbacks_.cdataBlock = on_text;
    callbacks_.comment = [](void* context, const xmlChar* text) {
      Reading& reading = self(context);
      if (!reading.has_failed_) reading.handler_.comment(view(text));
    };
    callbacks_.processingInstruction = [](void* context, const xmlChar* target, const xmlChar* data) {
      Reading& reading = self(context);
      if (!reading.has_failed_) reading.handler_.instruction(view(target), view(data));
    };
    callbacks_.serror = [](void* context, xmlErrorPtr error) { self(context).on_error(*error); };
  }

  static void on_text(void* context, const xmlChar* text, int size) {
    Reading& reading = self(context);
    if (!reading.has_failed_)
      reading.handler_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }

  static void on_start(void* context, const xmlChar* local, const xmlChar* prefix, const xmlChar* ns, int ns_count,
                       const xmlChar** namespaces, int attribute_count, int /*defaulted*/, const xmlChar** attributes) {
    self(context).start(local, prefix, ns, {namespaces, static_cast<std::size_t>(ns_count) * 2},
                        {attributes, static_cast<std::size_t>(attribute_count) * 5});
  }

  /// Namespaces come as pairs of prefix and IRI; attributes as local name, prefix, namespace and the
  /// two ends of the value.
  void start(const xmlChar* local, const xmlChar* prefix, const xmlChar* ns, std::span<const xmlChar*> namespaces,
             std::span<const xmlChar*> attributes) {
    if (has_failed_) return;
    has_element_ = true;
    if (starts_to_skip_ > 0) {
      --starts_to_skip_;
      return;
    }
    namespaces_.clear();
    for (std::size_t i = 0; i < namespaces.size(); i += 2)
      namespaces_.push_back({view(namespaces[i]), view(namespaces[i + 1])});
    attributes_.clear();
    for (std::size_t i = 0; i < attributes.size(); i += 5)
      attributes_.push_back({view(attributes[i + 1]), view(attributes[i]), view(attributes[i + 2]),
                             view(attributes[i + 3], attributes[i + 4])});
    const Location location = start_of_tag();
    lines_.push_back(location.line);
    if (lines_.size() > options_.max_depth)
      return fail(location, fmt::format("elements are nested deeper than {}", options_.max_depth));
    handler_.start({view(prefix), view(local), view(ns), attributes_, namespaces_, location});
  }

  void on_end() {
    if (has_failed_) return;
    lines_.pop_back();
    if (ends_to_skip_ > 0)
      --ends_to_skip_;
    else
      handler_.end();
  }

  /// The parser is not stopped, which it does not bear at every place, but given nothing more.
  void fail(Location location, std::string message) {
    has_failed_ = true;
    diagnostics_.error("xml", location, std::move(message));
  }

  void on_error(const xmlError& error) {
    if (error.level == XML_ERR_WARNING || error.code == XML_NS_ERR_XML_NAMESPACE || has_failed_) return;
    // Namespaces must be absolute IRIs by no rule that binds; a relative one is only deprecated.
    if (error.code == XML_WAR_NS_URI_RELATIVE || error.code == XML_WAR_NS_URI) return;
    fail(here(), error.code == XML_ERR_DOCUMENT_END ? wrong_end() : words_of(error));
  }

  /// The library has one word for all that can be wrong with the end of a document.
  std::string wrong_end() const {
    if (!has_element_) return "the document has no element";
    return !lines_.empty() ? "the document ends within an element" : "the document goes on after its root element";
  }

  /// The error in one line, in the same words however the document is cut into blocks.
  std::string words_of(const xmlError& error) const {
    std::string message = error.message == nullptr ? "not well-formed" : error.message;
    if (message.starts_with("Input is not proper UTF-8") || (error.code == XML_ERR_INTERNAL_ERROR && is_at_no_utf8()))
      return "these bytes are no UTF-8, and no other encoding is declared";
    if (error.code == XML_ERR_TAG_NAME_MISMATCH && !lines_.empty() && error.str1 != nullptr)
      return fmt::format("the element '{}' of line {} ends as '{}'", error.str1, lines_.back(),
                         error.str2 == nullptr ? "" : error.str2);
    if (error.code == XML_ERR_DOCUMENT_EMPTY) return "this is no XML, which begins with '<'";
    message.erase(std::min(message.find('\n'), message.size()));
    while (message.ends_with(' ')) message.pop_back();
    return message;
  }

  bool is_at_no_utf8() const {
    const xmlParserInput* input = document();
    if (input == nullptr || input->cur >= input->end) return false;
    const auto size = std::min<std::size_t>(static_cast<std::size_t>(input->end - input->cur), 4);
    return find_invalid_utf8({reinterpret_cast<const char*>(input->cur), size}) == 0;
  }

  /// The document itself, also while an entity of it is being read.
  const xmlParserInput* document() const { return parser_ && parser_->inputNr > 0 ? parser_->inputTab[0] : nullptr; }

  Location here() {
    advance();
    return position_;
  }

  /// Keeps what the parser is about to be given until it is counted, which is where a tag begins or something is
  /// wrong: the parser drops what it has read in the middle of long comments and tags.
  void keep(std::string_view bytes) {
    advance();
    kept_.erase(0, counted_ - kept_begin_);
    kept_begin_ = counted_;
    kept_.append(bytes);
  }

  static std::size_t offset(const xmlParserInput& input, const xmlChar* at) {
    return input.consumed + static_cast<std::size_t>(at - input.base);
  }

  void advance() {
    if (const xmlParserInput* input = document()) count_to(offset(*input, input->cur));
  }

  /// Counts lines and columns up to an offset, each byte once.
  void count_to(std::size_t end) {
    end = std::min(end, kept_begin_ + kept_.size());
    if (counted_ == 0 && end >= 3 && kept_.starts_with("\xEF\xBB\xBF")) counted_ = 3;
    if (counted_ >= end) return;
    count(std::string_view(kept_).substr(counted_ - kept_begin_, end - counted_));
    counted_ = end;
  }

  /// Only what stands on the last line counts for the column.
  void count(std::string_view text) {
    for (std::size_t feed = text.find('\n'); feed != std::string_view::npos; feed = text.find('\n')) {
      ++position_.line;
      position_.column = 1;
      text.remove_prefix(feed + 1);
    }
    position_.column += static_cast<std::uint32_t>(count_code_points(text));
  }

  /// Where the tag that was just read begins: the last `<` before here, for none stands in a tag.
  Location start_of_tag() {
    const xmlParserInput* input = document();
    if (input != parser_->input) return here();
    const std::size_t end = std::min(offset(*input, input->cur) - kept_begin_ + 1, kept_.size());
    const void* begin = ::memrchr(kept_.data(), '<', end);
    if (begin != nullptr)
      count_to(kept_begin_ + static_cast<std::size_t>(static_cast<const char*>(begin) - kept_.data()));
    return position_;
  }

  XmlText& text_;
  const ReadOptions& options_;
  XmlHandler& handler_;
  Diagnostics& diagnostics_;
  // Of the elements that were open before, and are told to the parser alone.
  std::size_t starts_to_skip_;
  std::size_t ends_to_skip_;
  xmlSAXHandler callbacks_{};
  std::unique_ptr<xmlParserCtxt, FreeParser> parser_;
  std::vector<XmlAttribute> attributes_;
  std::vector<XmlNamespace> namespaces_;
  std::vector<std::uint32_t> lines_;  // of the open elements
  Location position_;
  std::string kept_;        // the bytes from `kept_begin_` that the parser has been given
  std::size_t kept_begin_;  // at most `counted_`
  std::size_t counted_;     // bytes up to `position_`
  bool has_element_;
  bool has_failed_ = false;
};

}  // namespace

bool read_xml_by_library(XmlText& text, const XmlRest& rest, const ReadOptions& options, XmlHandler& handler,
                         Diagnostics& diagnostics) {
  return Reading(text, rest, options, handler, diagnostics).run(rest);
}

}  // namespace graphwright
