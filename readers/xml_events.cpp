#include "xml_events.hpp"

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

#include "xml_text.hpp"

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
  Reading(const ReadOptions& options, XmlHandler& handler, Diagnostics& diagnostics)
      : options_(options), handler_(handler), diagnostics_(diagnostics) {
    declare_callbacks();
  }

  bool run(ByteSource& source) {
    const GlobalErrors errors(this);
    std::array<char, block_bytes> block;
    XmlText text(source);
    std::size_t size = text.read(block.data(), 4);
    // The first bytes alone, so that the parser can tell the encoding.
    keep({block.data(), size});
    parser_.reset(xmlCreatePushParserCtxt(&callbacks_, this, block.data(), static_cast<int>(size), nullptr));
    if (!parser_) throw std::bad_alloc();
    xmlCtxtUseOptions(parser_.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
    do {
      size = text.read(block.data(), block.size());
      if (size == 0 && !text.error().empty() && !has_failed_) {
        count_to(kept_begin_ + kept_.size());
        fail(position_, text.error());
      }
      keep({block.data(), size});
      xmlParseChunk(parser_.get(), block.data(), static_cast<int>(size), size == 0 ? 1 : 0);
    } while (size != 0 && !has_failed_);
    if (!has_failed_ && !has_element_) fail(here(), "the document has no element");
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
    namespaces_.clear();
    for (std::size_t i = 0; i < namespaces.size(); i += 2)
      namespaces_.push_back({view(namespaces[i]), view(namespaces[i + 1])});
    attributes_.clear();
    for (std::size_t i = 0; i < attributes.size(); i += 5)
      attributes_.push_back({view(attributes[i + 1]), view(attributes[i]), view(attributes[i + 2]),
                             view(attributes[i + 3], attributes[i + 4])});
    const Location location = start_of_tag();
    if (++depth_ > options_.max_depth)
      return fail(location, fmt::format("elements are nested deeper than {}", options_.max_depth));
    handler_.start({view(prefix), view(local), view(ns), attributes_, namespaces_, location});
  }

  void on_end() {
    if (has_failed_) return;
    --depth_;
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
    return depth_ > 0 ? "the document ends within an element" : "the document goes on after its root element";
  }

  /// The error in one line, in the same words however the document is cut into blocks.
  std::string words_of(const xmlError& error) const {
    std::string message = error.message == nullptr ? "not well-formed" : error.message;
    if (message.starts_with("Input is not proper UTF-8") || (error.code == XML_ERR_INTERNAL_ERROR && is_at_no_utf8()))
      return "these bytes are no UTF-8, and no other encoding is declared";
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

  const ReadOptions& options_;
  XmlHandler& handler_;
  Diagnostics& diagnostics_;
  xmlSAXHandler callbacks_{};
  std::unique_ptr<xmlParserCtxt, FreeParser> parser_;
  std::vector<XmlAttribute> attributes_;
  std::vector<XmlNamespace> namespaces_;
  std::size_t depth_ = 0;
  Location position_{options_.file, 1, 1};
  std::string kept_;            // the bytes from `kept_begin_` that the parser has been given
  std::size_t kept_begin_ = 0;  // at most `counted_`
  std::size_t counted_ = 0;     // bytes up to `position_`
  bool has_element_ = false;
  bool has_failed_ = false;
};

const XmlAttribute* plain_attribute(const XmlElement& element, std::string_view name) {
  const auto at = std::find_if(element.attributes.begin(), element.attributes.end(),
                               [=](const XmlAttribute& one) { return one.local == name && one.prefix.empty(); });
  return at == element.attributes.end() ? nullptr : &*at;
}

}  // namespace

std::string_view attribute(const XmlElement& element, std::string_view name) {
  const XmlAttribute* found = plain_attribute(element, name);
  return found == nullptr ? std::string_view{} : found->value;
}

bool has_attribute(const XmlElement& element, std::string_view name) {
  return plain_attribute(element, name) != nullptr;
}

std::string_view local_attribute(const XmlElement& element, std::string_view name) {
  for (const XmlAttribute& one : element.attributes)
    if (one.local == name) return one.value;
  return {};
}

bool read_xml(ByteSource& source, const ReadOptions& options, XmlHandler& handler, Diagnostics& diagnostics) {
  return Reading(options, handler, diagnostics).run(source);
}

}  // namespace graphwright
