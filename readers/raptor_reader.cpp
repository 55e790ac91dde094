#include "raptor_reader.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "graphwright/ntriples_text.hpp"

#include "ntriples.hpp"
#include "raptor_library.hpp"

namespace graphwright {
namespace {

constexpr std::size_t max_input_bytes = std::size_t{64} << 20;
constexpr std::size_t max_tag_bytes = 255;
constexpr rlim_t child_cpu_seconds = 60;
constexpr rlim_t child_memory_bytes = rlim_t{2} << 30;

// The last byte that a child sends tells how it went; N-Quads never end without a line feed.
constexpr char mark_fine = '+';
constexpr char mark_refused = '-';

/// Raptor 2.0.15 overflows its heap on a longer tag; in these syntaxes tags are plain runs of letters,
/// digits and hyphens behind `lang`.
bool has_long_language_tag(std::string_view text) {
  for (std::size_t at = text.find("lang"); at != std::string_view::npos; at = text.find("lang", at + 4)) {
    std::size_t end = std::min(text.size(), at + 4);
    while (end < text.size() && std::strchr("\"'= :\t\r\n", text[end]) != nullptr && text[end] != '\0') ++end;
    const std::size_t begin = end;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-')) ++end;
    if (end - begin > max_tag_bytes) return true;
  }
  return false;
}

/// What is wrong with an input that Raptor must not see, empty where it may.
std::string screen(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return "the input has a character U+0000";
  if (has_long_language_tag(text)) return fmt::format("a language tag is longer than {} bytes", max_tag_bytes);
  if (text.find("<!ENTITY") != std::string_view::npos) return "entity declarations are not read in this format";
  return {};
}

std::string_view text_of(const unsigned char* text, std::size_t size) {
  return {reinterpret_cast<const char*>(text), size};
}

TermView view(const raptor_term* term) {
  if (term == nullptr) return {};
  if (term->type == RAPTOR_TERM_TYPE_URI) {
    std::size_t size = 0;
    const unsigned char* text = raptor_library().uri_text(term->value.uri, &size);
    return TermView::iri(text_of(text, size));
  }
  if (term->type == RAPTOR_TERM_TYPE_BLANK)
    return TermView::blank(text_of(term->value.blank.string, term->value.blank.string_len));
  const raptor_term_literal_value& literal = term->value.literal;
  const std::string_view text = text_of(literal.string, literal.string_len);
  if (literal.language != nullptr && literal.language_len > 0)
    return TermView::tagged_literal(text, text_of(literal.language, literal.language_len));
  if (literal.datatype == nullptr) return TermView::literal(text);
  std::size_t size = 0;
  const unsigned char* datatype = raptor_library().uri_text(literal.datatype, &size);
  return TermView::literal(text, text_of(datatype, size));
}

/// What the child does: parse, write N-Quads and a last byte to the pipe, and leave without clean-up.
class Child {
 public:
  explicit Child(int pipe) : pipe_(pipe) {}

  [[noreturn]] void run(const char* syntax, const std::string& base, std::string_view text) {
    limit();
    const RaptorLibrary& raptor = raptor_library();
    raptor_world* world = raptor.new_world(RAPTOR_VERSION);
    raptor.set_log_handler(world, this, [](void* self, raptor_log_message* message) {
      if (message->level >= RAPTOR_LOG_LEVEL_ERROR) static_cast<Child*>(self)->message_ = message->text;
    });
    raptor_parser* parser = raptor.new_parser(world, syntax);
    raptor.set_option(parser, RAPTOR_OPTION_NO_NET, nullptr, 1);
    raptor.set_option(parser, RAPTOR_OPTION_NO_FILE, nullptr, 1);
    raptor.set_statement_handler(
        parser, this, [](void* self, raptor_statement* statement) { static_cast<Child*>(self)->write(*statement); });
    raptor_uri* base_uri = raptor.new_uri(world, reinterpret_cast<const unsigned char*>(base.c_str()));
    raptor.parse_start(parser, base_uri);
    raptor.parse_chunk(parser, reinterpret_cast<const unsigned char*>(text.data()), text.size(), 1);
    if (!message_.empty()) out_ += message_;
    out_ += message_.empty() ? mark_fine : mark_refused;
    flush();
    _exit(0);
  }

 private:
  static void limit() {
    const rlimit cpu{child_cpu_seconds, child_cpu_seconds};
    const rlimit core{0, 0};
    setrlimit(RLIMIT_CPU, &cpu);
    setrlimit(RLIMIT_CORE, &core);
#ifndef __SANITIZE_ADDRESS__
    const rlimit memory{child_memory_bytes, child_memory_bytes};
    setrlimit(RLIMIT_AS, &memory);
#endif
  }

  void write(const raptor_statement& statement) {
    for (const raptor_term* term : {statement.subject, statement.predicate, statement.object}) {
      append_ntriples(view(term), out_);
      out_ += ' ';
    }
    out_ += ".\n";
    if (out_.size() > (std::size_t{1} << 16)) flush();
  }

  void flush() {
    for (std::string_view left = out_; !left.empty();) {
      const ssize_t count = ::write(pipe_, left.data(), left.size());
      if (count <= 0) _exit(1);
      left.remove_prefix(static_cast<std::size_t>(count));
    }
    out_.clear();
  }

  int pipe_;
  std::string out_;
  std::string message_;
};

/// Reads all that a child writes and waits for its end.
std::string harvest(int pipe, pid_t child) {
  std::string text;
  std::string block(std::size_t{1} << 16, '\0');
  while (true) {
    const ssize_t count = ::read(pipe, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    text.append(block.data(), static_cast<std::size_t>(count));
  }
  close(pipe);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return text;
}

std::string run_in_child(const char* syntax, const std::string& base, std::string_view text) {
  // Before the process is doubled, where another thread could hold the loader's lock.
  raptor_library();
  int ends[2];
  if (pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) {
    close(ends[0]);
    Child(ends[1]).run(syntax, base, text);
  }
  close(ends[1]);
  return harvest(ends[0], child);
}

void read_with_raptor(const char* syntax, ByteSource& source, const ReadOptions& options, Sink& sink,
                      Diagnostics& diagnostics) {
  const Location whole{options.file, 0, 0};
  const auto refuse = [&](std::string message) {
    diagnostics.error("syntax", whole, std::move(message));
    sink.finish();
  };
  const std::string text = read_all(source, max_input_bytes);
  if (const std::string fault = screen(text); !fault.empty()) return refuse(fault);
  std::string result = run_in_child(syntax, options.base.empty() ? "http://localhost/" : options.base, text);
  const char mark = result.empty() ? '\0' : result.back();
  if (mark != mark_fine && mark != mark_refused)
    return refuse("the input made the parser crash or run out of time or memory");
  result.pop_back();
  const std::size_t end = result.rfind('\n') == std::string::npos ? 0 : result.rfind('\n') + 1;
  if (mark == mark_refused) diagnostics.error("syntax", whole, result.substr(end));
  const auto statements = memory_source(std::string_view(result).substr(0, end));
  ReadOptions inner = options;
  inner.file = FileId::none;
  read_ntriples(*statements, inner, sink, diagnostics);
}

}  // namespace

void read_rdfa(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read_with_raptor("rdfa", source, options, sink, diagnostics);
}

void read_rdfjson(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read_with_raptor("json", source, options, sink, diagnostics);
}

void read_rss(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read_with_raptor("rss-tag-soup", source, options, sink, diagnostics);
}

}  // namespace graphwright
