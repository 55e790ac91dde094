#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/term.hpp"

namespace graphwright {

/// Appends a number, seven bits a byte, the lowest first.
void append_number(std::uint64_t number, std::string& bytes);
/// Takes a number off the front of bytes.
std::uint64_t take_number(std::string_view& bytes);

/// Appends a term: its kind, then its texts behind their lengths, or the three terms of a triple term.
void append_term(const TermView& term, std::string& bytes);

/// Reads terms back; what is inside triple terms lives here until `clear`.
class TermBytesReader {
 public:
  /// Takes a term off the front of bytes, which its texts point into.
  TermView take(std::string_view& bytes);
  void clear() { triples_.clear(); }

 private:
  std::vector<std::unique_ptr<TripleView>> triples_;
};

/// A copy of a term with texts of its own.
class KeptTerm {
 public:
  KeptTerm() = default;
  KeptTerm(const KeptTerm&) = delete;
  KeptTerm& operator=(const KeptTerm&) = delete;

  void keep(const TermView& term);
  const TermView& view() const { return view_; }

 private:
  std::string bytes_;
  TermBytesReader reader_;
  TermView view_;
};

}  // namespace graphwright
