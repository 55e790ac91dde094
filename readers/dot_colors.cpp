#include "dot_colors.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "graphwright/ascii_case.hpp"

#include "name_characters.hpp"
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

/// Newer versions take one digit a channel too.
bool is_channels(std::string_view text) {
  const std::size_t count = text.size() - 1;
  return (count == 3 || count == 4 || count == 6 || count == 8) &&
         std::all_of(text.begin() + 1, text.end(), is_hex_digit);
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
    if (!scheme.empty() && scheme != "x11" && scheme != "svg") return true;
    name.erase(0, cut == std::string::npos ? 1 : cut + 1);
  }
  return is_name(name) || is_hsv(name);
}

}  // namespace

std::string_view find_unknown_color(std::string_view colors) {
  while (!colors.empty()) {
    const std::size_t end = std::min(colors.find(':'), colors.size());
    const std::string_view color = colors.substr(0, std::min(colors.find(';'), end));
    if (!is_known(color)) return color;
    colors.remove_prefix(std::min(end + 1, colors.size()));
  }
  return {};
}

}  // namespace graphwright
