#include "text_width.hpp"

#include <array>

#include "graphwright/letter_kind.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

// Thousandths of the font's size, from the space to the tilde.
constexpr char32_t first_known = ' ';
constexpr std::array<int, 95> known_widths{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};

/// The mean of the font's letters of a kind, over all scripts that it has.
int mean_width(LetterKind kind) {
  switch (kind) {
    case LetterKind::no_width:
      return 0;
    case LetterKind::full_width:
      return 1000;
    case LetterKind::capital:
      return 730;
    case LetterKind::small:
      return 625;
    case LetterKind::other:
      break;
  }
  return 740;
}

int width_of(char32_t letter) {
  const std::size_t place = letter - first_known;
  return letter >= first_known && place < known_widths.size() ? known_widths[place] : mean_width(letter_kind(letter));
}

}  // namespace

double text_width(std::string_view text, double font) {
  int thousandths = 0;
  for (std::size_t at = 0; at < text.size();) thousandths += width_of(decode_utf8(text, at));
  return thousandths * font / 1000;
}

}  // namespace graphwright
