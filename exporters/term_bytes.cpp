#include "term_bytes.hpp"

namespace graphwright {
namespace {

constexpr unsigned kind_bits = 3;  // then one for a language tag, two for a direction

void append_text(std::string_view text, std::string& bytes) {
  append_number(text.size(), bytes);
  bytes.append(text);
}

std::string_view take_text(std::string_view& bytes) {
  const std::size_t size = take_number(bytes);
  const std::string_view text = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return text;
}

}  // namespace

void append_number(std::uint64_t number, std::string& bytes) {
  for (; number >= 0x80; number >>= 7U) bytes.push_back(static_cast<char>(number | 0x80U));
  bytes.push_back(static_cast<char>(number));
}

std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return number;
  }
}

void append_term(const TermView& term, std::string& bytes) {
  const unsigned tagged = term.tagged ? 1U : 0U;
  bytes.push_back(static_cast<char>(static_cast<unsigned>(term.kind) | tagged << kind_bits |
                                    static_cast<unsigned>(term.direction) << (kind_bits + 1)));
  if (term.is_absent()) return;
  if (term.is_triple()) {
    append_term(term.triple->subject, bytes);
    append_term(term.triple->predicate, bytes);
    return append_term(term.triple->object, bytes);
  }
  append_text(term.text, bytes);
  if (term.is_literal()) append_text(term.qualifier, bytes);
}

TermView TermBytesReader::take(std::string_view& bytes) {
  const auto head = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  TermView term{.text = {}, .qualifier = {}, .kind = static_cast<TermKind>(head & ((1U << kind_bits) - 1))};
  term.tagged = (head >> kind_bits & 1U) != 0;
  term.direction = static_cast<Direction>(head >> (kind_bits + 1));
  if (term.is_absent()) return term;
  if (term.is_triple()) {
    auto triple = std::make_unique<TripleView>();
    triple->subject = take(bytes);
    triple->predicate = take(bytes);
    triple->object = take(bytes);
    term.triple = triple.get();
    triples_.push_back(std::move(triple));
    return term;
  }
  term.text = take_text(bytes);
  if (term.is_literal()) term.qualifier = take_text(bytes);
  return term;
}

void KeptTerm::keep(const TermView& term) {
  bytes_.clear();
  append_term(term, bytes_);
  reader_.clear();
  std::string_view rest = bytes_;
  view_ = reader_.take(rest);
}

}  // namespace graphwright
