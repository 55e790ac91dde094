#include "graphwright/regular_expression.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace graphwright {
namespace {

// ICU counts steps of the match engine in units of about a millisecond.
constexpr std::int32_t time_limit = 2000;

std::uint32_t icu_flags(std::string_view flags) {
  std::uint32_t bits = 0;
  for (char flag : flags) {
    if (flag == 'i') bits |= UREGEX_CASE_INSENSITIVE;
    if (flag == 's') bits |= UREGEX_DOTALL;
    if (flag == 'm') bits |= UREGEX_MULTILINE;
    if (flag == 'x') bits |= UREGEX_COMMENTS;
    if (flag == 'q') bits |= UREGEX_LITERAL;
  }
  return bits;
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

struct RegularExpression::Program {
  std::unique_ptr<icu::RegexPattern> pattern;
};

RegularExpression::RegularExpression(std::string_view pattern, std::string_view flags) {
  if (flags.find_first_not_of("smixq") != std::string_view::npos) return;
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<icu::RegexPattern> compiled(
      icu::RegexPattern::compile(unicode(pattern), icu_flags(flags), where, status));
  if (U_SUCCESS(status)) program_ = std::make_unique<Program>(Program{std::move(compiled)});
}

RegularExpression::RegularExpression(RegularExpression&&) noexcept = default;
RegularExpression& RegularExpression::operator=(RegularExpression&&) noexcept = default;
RegularExpression::~RegularExpression() = default;

bool RegularExpression::finds_in(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString subject = unicode(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(program_->pattern->matcher(subject, status));
  if (U_FAILURE(status)) return false;
  matcher->setTimeLimit(time_limit, status);
  const bool found = matcher->find(status) != 0;
  return U_SUCCESS(status) && found;
}

}  // namespace graphwright
