#include <algorithm>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

const std::vector<DiagnosticCode>& diagnostic_codes() {
  static const std::vector<DiagnosticCode> codes{
      // In the order of the alphabet.
      {"loss",
       "The format cannot carry something that the graph holds; the message counts it. The file is written all the "
       "same, "
       "without it. With --fail-on-loss it is an error. docs/formats.md says what each format cannot carry."},
      {"shape",
       "A statement, or the lack of one, breaks a SHACL shape. The message names the constraint; the note shows where "
       "the "
       "shape is declared. A shape of severity sh:Violation makes an error, any other a warning."},
      {"shape-ill-formed",
       "A shape has a parameter that SHACL does not allow it (SHACL, appendix A: for instance two sh:path, or a "
       "sh:pattern "
       "that is not a regular expression). The shape is left out; the others are checked."},
      {"shape-recursive",
       "A shape refers to itself, directly or through others. SHACL leaves open what that means (3.4.3), so the shape "
       "is "
       "left out. Write the recursion as a property path (sh:zeroOrMorePath) instead."},
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
