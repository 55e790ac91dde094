#include "dot_colors.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "graphwright/ascii_case.hpp"

#include "name_characters.hpp"
#include "white_space.hpp"
#include "word_list.hpp"

namespace graphwright {
namespace {

/// Each has four shades, `blue1` to `blue4`.
constexpr std::array<std::string_view, 80> shaded{
    "antiquewhite",  "aquamarine",     "azure",          "bisque",        "blue",
    "brown",         "burlywood",      "cadetblue",      "chartreuse",    "chocolate",
    "coral",         "cornsilk",       "cyan",           "darkgoldenrod", "darkolivegreen",
    "darkorange",    "darkorchid",     "darkseagreen",   "darkslategray", "deeppink",
    "deepskyblue",   "dodgerblue",     "firebrick",      "gold",          "goldenrod",
    "gray",          "green",          "grey",           "honeydew",      "hotpink",
    "indianred",     "ivory",          "khaki",          "lavenderblush", "lemonchiffon",
    "lightblue",     "lightcyan",      "lightgoldenrod", "lightpink",     "lightsalmon",
    "lightskyblue",  "lightsteelblue", "lightyellow",    "magenta",       "maroon",
    "mediumorchid",  "mediumpurple",   "mistyrose",      "navajowhite",   "olivedrab",
    "orange",        "orangered",      "orchid",         "palegreen",     "paleturquoise",
    "palevioletred", "peachpuff",      "pink",           "plum",          "purple",
    "red",           "rosybrown",      "royalblue",      "salmon",        "seagreen",
    "seashell",      "sienna",         "skyblue",        "slateblue",     "slategray",
    "snow",          "springgreen",    "steelblue",      "tan",           "thistle",
    "tomato",        "turquoise",      "violetred",      "wheat",         "yellow"};
constexpr std::array<std::string_view, 85> others{"aliceblue",
                                                  "aqua",
                                                  "beige",
                                                  "black",
                                                  "blanchedalmond",
                                                  "blueviolet",
                                                  "cornflowerblue",
                                                  "crimson",
                                                  "darkblue",
                                                  "darkcyan",
                                                  "darkgray",
                                                  "darkgreen",
                                                  "darkgrey",
                                                  "darkkhaki",
                                                  "darkmagenta",
                                                  "darkred",
                                                  "darksalmon",
                                                  "darkslateblue",
                                                  "darkslategrey",
                                                  "darkturquoise",
                                                  "darkviolet",
                                                  "dimgray",
                                                  "dimgrey",
                                                  "floralwhite",
                                                  "forestgreen",
                                                  "fuchsia",
                                                  "gainsboro",
                                                  "ghostwhite",
                                                  "greenyellow",
                                                  "indigo",
                                                  "invis",
                                                  "lavender",
                                                  "lawngreen",
                                                  "lightcoral",
                                                  "lightgoldenrodyellow",
                                                  "lightgray",
                                                  "lightgreen",
                                                  "lightgrey",
                                                  "lightseagreen",
                                                  "lightslateblue",
                                                  "lightslategray",
                                                  "lightslategrey",
                                                  "lime",
                                                  "limegreen",
                                                  "linen",
                                                  "mediumaquamarine",
                                                  "mediumblue",
                                                  "mediumseagreen",
                                                  "mediumslateblue",
                                                  "mediumspringgreen",
                                                  "mediumturquoise",
                                                  "mediumvioletred",
                                                  "midnightblue",
                                                  "mintcream",
                                                  "moccasin",
                                                  "navy",
                                                  "navyblue",
                                                  "none",
                                                  "oldlace",
                                                  "olive",
                                                  "palegoldenrod",
                                                  "papayawhip",
                                                  "peru",
                                                  "powderblue",
                                                  "rebeccapurple",
                                                  "saddlebrown",
                                                  "sandybrown",
                                                  "silver",
                                                  "slategrey",
                                                  "teal",
                                                  "transparent",
                                                  "violet",
                                                  "webgray",
                                                  "webgreen",
                                                  "webgrey",
                                                  "webmaroon",
                                                  "webpurple",
                                                  "white",
                                                  "whitesmoke",
                                                  "x11gray",
                                                  "x11green",
                                                  "x11grey",
                                                  "x11maroon",
                                                  "x11purple",
                                                  "yellowgreen"};

bool is_name(std::string_view name) {
  const std::size_t digits = std::min(name.find_first_of("0123456789"), name.size());
  const std::string_view base = name.substr(0, digits);
  const std::string_view number = name.substr(digits);
  if (number.empty()) return has(shaded, base) || has(others, base);
  if (has(others, name)) return true;
  if (number.size() == 1 && number >= "1" && number <= "4" && has(shaded, base)) return true;
  unsigned percent = 101;
  std::from_chars(number.data(), number.data() + number.size(), percent);
  const bool is_shortest = number.size() == 1 || number.front() != '0';
  return (base == "gray" || base == "grey") && is_shortest && percent <= 100;
}

/// As Graphviz reads it: three pairs of hexadecimal digits, the last of which may lack one, and blanks before each.
bool is_channels(std::string_view text) {
  text.remove_prefix(1);
  for (int channel = 0; channel < 3; ++channel) {
    while (!text.empty() && white_space.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    if (text.empty() || !is_hex_digit(text.front())) return false;
    text.remove_prefix(text.size() > 1 && is_hex_digit(text[1]) ? 2 : 1);
  }
  return true;
}

/// Hue, saturation and value, with commas or spaces between them.
bool is_hsv(std::string_view text) {
  int numbers = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(", "), text.size());
    if (end > 0) {
      double number = 0;
      const auto [at, error] = std::from_chars(text.data(), text.data() + end, number);
      if (error != std::errc() || at != text.data() + end) return false;
      ++numbers;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return numbers == 3;
}

/// Behind `/` stands a scheme and behind that, perhaps, a name.
bool is_known(std::string_view color) {
  if (color.empty()) return true;
  if (color.front() == '#') return is_channels(color);
  std::string name = ascii_lower(color);
  if (name.front() == '/') {
    const std::size_t cut = name.find('/', 1);
    const std::string scheme = cut == std::string::npos ? std::string() : name.substr(1, cut - 1);
    name.erase(0, cut == std::string::npos ? 1 : cut + 1);
    if (!scheme.empty() && scheme != "x11" && scheme != "svg") return is_brewer_color(scheme, name);
  }
  return is_name(name) || is_hsv(name);
}

/// The schemes of ColorBrewer, and of how many colors the largest of each is; the smallest is of three.
struct BrewerScheme {
  std::string_view name;
  unsigned most;
};
constexpr std::array<BrewerScheme, 35> brewer_schemes{
    {{"accent", 8}, {"blues", 9}, {"brbg", 11},     {"bugn", 9},    {"bupu", 9},    {"dark2", 8},   {"gnbu", 9},
     {"greens", 9}, {"greys", 9}, {"oranges", 9},   {"orrd", 9},    {"paired", 12}, {"pastel1", 9}, {"pastel2", 8},
     {"piyg", 11},  {"prgn", 11}, {"pubu", 9},      {"pubugn", 9},  {"puor", 11},   {"purd", 9},    {"purples", 9},
     {"rdbu", 11},  {"rdgy", 11}, {"rdpu", 9},      {"rdylbu", 11}, {"rdylgn", 11}, {"reds", 9},    {"set1", 9},
     {"set2", 8},   {"set3", 12}, {"spectral", 11}, {"ylgn", 9},    {"ylgnbu", 9},  {"ylorbr", 9},  {"ylorrd", 9}}};

/// A whole number without zeros before it; 0 for what is none.
unsigned count_of(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && text.front() != '0' ? number : 0;
}

}  // namespace

bool is_brewer_color(std::string_view scheme, std::string_view color) {
  const std::string word = ascii_lower(scheme);
  return std::any_of(brewer_schemes.begin(), brewer_schemes.end(), [&](const BrewerScheme& one) {
    if (!word.starts_with(one.name)) return false;
    const unsigned size = count_of(std::string_view(word).substr(one.name.size()));
    return size >= 3 && size <= one.most && count_of(color) >= 1 && count_of(color) <= size;
  });
}

bool is_short_color(std::string_view color) {
  return color.starts_with('#') && color.size() == 4 && std::all_of(color.begin() + 1, color.end(), is_hex_digit);
}

std::string_view find_unknown_color(std::string_view colors, ColorCount count) {
  const bool is_list = count != ColorCount::one && colors.find(':') != std::string_view::npos;
  const bool has_weights = is_list && count == ColorCount::weighed;
  while (!colors.empty()) {
    const std::size_t end = std::min(colors.find(':'), colors.size());
    const std::string_view color = colors.substr(0, has_weights ? std::min(colors.find(';'), end) : end);
    if (!is_known(color)) return color;
    if (!is_list) return {};
    colors.remove_prefix(std::min(end + 1, colors.size()));
  }
  return {};
}

}  // namespace graphwright
