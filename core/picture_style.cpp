#include "graphwright/picture_style.hpp"

#include <algorithm>
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

}  // namespace

std::string mixed_colour(std::string_view a, std::string_view b, double share) {
  std::string result = "#";
  for (std::size_t at = 1; at < 7; at += 2)
    result += fmt::format("{:02x}", std::lround(channel(a, at) * (1 - share) + channel(b, at) * share));
  return result;
}

bool means(std::string_view name, std::string_view iri) {
  if (name.find(':') != std::string_view::npos) return name == iri;
  const std::string last = readable_name(iri);
  return std::equal(name.begin(), name.end(), last.begin(), last.end(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

}  // namespace graphwright
