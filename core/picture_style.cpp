#include "graphwright/picture_style.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/resource_id.hpp"

namespace graphwright {
namespace {

int channel(std::string_view colour, std::size_t at) {
  const auto digit = [&](std::size_t place) {
    const char letter = ascii_lower(colour[place]);
    return letter <= '9' ? letter - '0' : letter - 'a' + 10;
  };
  return digit(at) * 16 + digit(at + 1);
}

/// The linear light of a channel (WCAG 2.2, relative luminance), by its value: pictures ask for it at every node.
std::array<double, 256> linear_levels() {
  std::array<double, 256> levels{};
  for (std::size_t value = 0; value < levels.size(); ++value) {
    const double level = static_cast<double>(value) / 255.0;
    levels[value] = level <= 0.04045 ? level / 12.92 : std::pow((level + 0.055) / 1.055, 2.4);
  }
  return levels;
}

}  // namespace

std::string mixed_colour(std::string_view a, std::string_view b, double share) {
  std::string result = "#";
  for (std::size_t at = 1; at < 7; at += 2)
    result += fmt::format("{:02x}", std::lround(channel(a, at) * (1 - share) + channel(b, at) * share));
  return result;
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool is_dark(std::string_view colour) {
  constexpr std::array<double, 3> weights{0.2126, 0.7152, 0.0722};
  constexpr double dark_ink = 0.0103;  // the luminance of #1a1a1a
  static const std::array<double, 256> levels = linear_levels();
  double luminance = 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    luminance += weights[i] * levels[static_cast<std::size_t>(channel(colour, 1 + 2 * i))];
  return 1.05 / (luminance + 0.05) > (luminance + 0.05) / (dark_ink + 0.05);
}

bool means(std::string_view name, std::string_view iri) {
  if (name.find(':') != std::string_view::npos) return name == iri;
  const std::string last = readable_name(iri);
  return std::equal(name.begin(), name.end(), last.begin(), last.end(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

}  // namespace graphwright
