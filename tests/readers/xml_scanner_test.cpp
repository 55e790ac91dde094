#include "xml_scanner.hpp"

#include <array>
#include <random>
#include <utility>

#include <gtest/gtest.h>

#include "reading.hpp"
#include "xml_events.hpp"
#include "xml_library.hpp"

namespace graphwright {
namespace {

/// The library leaves carriage returns in CDATA sections, and those that stand alone.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] != '\r')
      out += text[at];
    else if (!text.substr(at).starts_with("\r\n"))
      out += '\n';
  return out;
}

/// Writes events down, one a line; text that comes in pieces is one.
class Events : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    tell();
    line(fmt::format("{}:{} <{}|{}|{}", element.location.line, element.location.column, element.prefix, element.local,
                     element.ns));
    for (const XmlNamespace& one : element.namespaces) line(fmt::format("  xmlns {}={}", one.prefix, one.iri));
    for (const XmlAttribute& one : element.attributes)
      line(fmt::format("  {}|{}|{}={}", one.prefix, one.local, one.ns, one.value));
  }
  void end() override { line(">"); }
  void text(std::string_view text) override { run_ += with_line_feeds(text); }
  void comment(std::string_view text) override { line(fmt::format("comment {}", with_line_feeds(text))); }
  void instruction(std::string_view target, std::string_view data) override {
    line(fmt::format("instruction {}={}", target, with_line_feeds(data)));
  }
  /// Without text that something wrong cuts off, of which some may have been told.
  std::string take() { return std::move(lines_); }

 private:
  void tell() {
    if (!run_.empty()) lines_ += fmt::format("text {}\n", std::exchange(run_, {}));
  }
  void line(const std::string& text) {
    tell();
    lines_.append(text).append("\n");
  }

  std::string lines_;
  std::string run_;
};

enum class By : std::uint8_t { library, both };

std::string read(std::string_view document, By by, std::size_t chunk = 0) {
  Diagnostics diagnostics;
  ReadOptions options;
  options.file = diagnostics.add_file("in");
  options.block_bytes = 64;
  options.max_depth = 5;
  Events events;
  const auto source = memory_source(document, chunk);
  bool is_well_formed = false;
  if (by == By::both) {
    is_well_formed = read_xml(*source, options, events, diagnostics);
  } else {
    XmlText text(*source);
    is_well_formed = read_xml_by_library(text, {.location = {options.file, 1, 1}}, options, events, diagnostics);
  }
  return events.take() + (is_well_formed ? "well-formed\n" : "") + messages_of(diagnostics);
}

/// Whether the scanner reads all of a document.
bool is_plain(std::string_view document) {
  const auto source = memory_source(document);
  XmlText text(*source);
  Events events;
  return !scan_xml(text, {}, events).has_value();
}

TEST(XmlScanner, ReadsWhatGraphFilesAreMadeOf) {
  EXPECT_TRUE(
      is_plain("\xEF\xBB\xBF<?xml version='1.0' encoding=\"UTF-8\" standalone='no' ?>\r\n<!-- a -->\n<?b c?>\n"
               "<a xmlns='n:' xmlns:p=\"m:\" x=' &lt;&#x41;\n' p:y='\"'>\r\n<b/>t &amp;&#233; \xC3\xA9 ]] "
               "<![CDATA[<&]]><!--c--></a >\n<!-- z -->"));
}

TEST(XmlScanner, LeavesTheRestToTheLibrary) {
  for (const std::string_view document : {"",
                                          " ",
                                          "a",
                                          "<a>",
                                          "<a></b>",
                                          "<a/><b/>",
                                          "<a/>b",
                                          "<a b='1' b='2'/>",
                                          "<a b=1/>",
                                          "<a b='<'/>",
                                          "<a>&b;</a>",
                                          "<a>]]></a>",
                                          "<a>\x01</a>",
                                          "<a>\xFF</a>",
                                          "<a>\xEF\xBF\xBF</a>",
                                          "<a b='&#0;'/>",
                                          "<a><!-- -- --></a>",
                                          "<p:a/>",
                                          "<a p:b=''/>",
                                          "<a xmlns:p=''/>",
                                          "<a xmlns:xml='b'/>",
                                          "<!DOCTYPE a><a/>",
                                          "<?xml version='1.1'?><a/>",
                                          "<a><?XML b?></a>",
                                          "<\xC3\xA9/>",
                                          "<a:b:c/>",
                                          "<a xmlns:p='n:' xmlns:q='n:' p:b='' q:b=''/>"})
    EXPECT_FALSE(is_plain(document)) << document;
}

TEST(XmlScanner, SaysWhereWhatDoesNotEndBegins) {
  const std::string lines(200, '\n');
  EXPECT_EQ(read("<a>\n <!-- b>" + lines + "</a>", By::both),
            "1:1 <|a|\nerror 2:2 the comment that begins here does not end [xml]\n");
  EXPECT_EQ(read("<a>\n <![CDATA[b]>" + lines, By::both, 1),
            "1:1 <|a|\nerror 2:2 the CDATA section that begins here does not end [xml]\n");
  EXPECT_EQ(read("<a/>\n<?b" + lines + "<a>", By::both),
            "1:1 <|a|\n>\nerror 2:1 the processing instruction that begins here does not end [xml]\n");
}

TEST(XmlScanner, TakesNothingForUnendedBecauseOfBytesBehindIt) {
  const std::string document = "<a>" + std::string(58, ' ') + "<!-- b -->" + std::string(40, ' ') + "\xFF</a>";
  EXPECT_EQ(read(document, By::both), read(document, By::library));
  EXPECT_EQ(read(document, By::both).find("does not end"), std::string::npos);
}

TEST(XmlScanner, SaysWhichElementEndsByAnotherName) {
  EXPECT_EQ(read("<a><b\n><c/></a>", By::both),
            "1:1 <|a|\n1:4 <|b|\n2:2 <|c|\n>\nerror 2:10 the element 'b' of line 1 ends as 'a' [xml]\n");
}

/// Pieces of XML, right and wrong, of which documents are put together.
constexpr std::array<std::string_view, 58> pieces{
    "<a>",
    "</a>",
    "<b ",
    "</b>",
    "<p:a>",
    "</p:a>",
    "<c/>",
    "<a b='1'>",
    "x='2' ",
    "p:y=\"3\" ",
    "xmlns='n:' ",
    "xmlns:p='m:' ",
    "xmlns='' ",
    ">",
    "/>",
    "&lt;",
    "&amp;",
    "&#65;",
    "&#xE9;",
    "&#xD800;",
    "&#0;",
    "&e;",
    "&",
    "]]>",
    "]]",
    "<![CDATA[",
    "<!--",
    "-->",
    "--",
    "<?i ",
    "?>",
    "<?xml ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\xC3\xA9",
    "\xF0\x9F\x98\x80",
    "\xC3",
    "\xEF\xBF\xBF",
    "\xEF\xBF\xBD",
    "\x01",
    "text ",
    "'",
    "\"",
    "=",
    "<",
    ">",
    ":",
    "xml:lang='de' ",
    "q:z='' ",
    "</",
    "<d><d><d><d>",
    "</d></d></d></d>",
    "a-long-text-that-reaches-over-the-end-of-a-window-of-sixty-four-bytes",
    "<!DOCTYPE a [<!ENTITY e 'x'>]>",
    "version='1.0'"};

std::string random_document(std::mt19937& random) {
  static constexpr std::array<std::string_view, 5> beginnings{"<a xmlns:p='m:'>",
                                                              "<?xml version='1.0'?>\n<a xmlns='n:' xmlns:p='m:'>",
                                                              "<a>", "\xEF\xBB\xBF<a xmlns:p='m:' x=\"1\">\n", ""};
  std::string document(beginnings[random() % beginnings.size()]);
  for (std::size_t left = random() % 12; left > 0; --left) document += pieces[random() % pieces.size()];
  if (random() % 4 != 0) document += "</a>";
  return document;
}

/// The library places what does not end by how it gets the document.
bool is_unended(std::string_view told) {
  return told.ends_with("does not end [xml]\n") || told.find("Comment not terminated") != std::string_view::npos ||
         told.find("never end ...") != std::string_view::npos;
}

TEST(XmlScanner, TellsWhatTheLibraryTells) {
  std::mt19937 random(20261128);
  std::size_t plain = 0;
  for (int round = 0; round < 60'000; ++round) {
    const std::string document = random_document(random);
    if (document.size() < 4) continue;  // too little for the library to begin
    const std::string told = read(document, By::both, random() % 3 == 0 ? 1 : 0);
    if (is_unended(told)) continue;
    ASSERT_EQ(told, read(document, By::library)) << document;
    if (is_plain(document)) ++plain;
  }
  EXPECT_GT(plain, 1000U);
}

}  // namespace
}  // namespace graphwright
