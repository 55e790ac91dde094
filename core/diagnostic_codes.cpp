#include <algorithm>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

const std::vector<DiagnosticCode>& diagnostic_codes() {
  static const std::vector<DiagnosticCode> codes{
      // In the order of the alphabet.
      {"syntax",
       "The input breaks the grammar of its format at this place. Reading goes on at the next statement, so "
       "that later errors are found too; nothing of the broken statement is kept."},
  };
  return codes;
}

const DiagnosticCode* find_diagnostic_code(std::string_view code) {
  const auto& codes = diagnostic_codes();
  const auto at = std::find_if(codes.begin(), codes.end(), [&](const DiagnosticCode& one) { return one.code == code; });
  return at == codes.end() ? nullptr : &*at;
}

}  // namespace graphwright
