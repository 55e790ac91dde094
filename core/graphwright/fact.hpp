#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "graphwright/location.hpp"
#include "graphwright/term.hpp"

namespace graphwright {

/// How a fact is held. Only asserted facts become plain triples and plain edges.
enum class Modality : std::uint8_t { asserted, attributed, hypothetical, denied };

inline constexpr std::array<std::string_view, 4> modality_names{"asserted", "attributed", "hypothetical", "denied"};

constexpr std::string_view name(Modality modality) { return modality_names[static_cast<std::size_t>(modality)]; }

/// Where a fact was stated: a source document and the quote in it.
///
/// `begin` and `end` count code points of the raw source; the slice between them is exactly `quote`.
struct EvidenceView {
  static constexpr std::uint32_t no_offset = 0xFFFFFFFF;

  TermView source;
  std::string_view quote;
  std::uint32_t begin = no_offset;
  std::uint32_t end = no_offset;
  std::optional<double> confidence;
  Location location;
};

/// What is known of a statement beyond its four terms.
///
/// `time` is an EDTF level 1 string (empty: not known); place and speaker are resources or absent.
/// A speaker on an asserted fact says according to whom a disputed fact holds; an attributed fact
/// needs one. `edge` is the edge of a foreign graph file that says it: its id, a plain literal, or the IRI of
/// a resource of which the file says more.
struct FactView {
  std::string_view time;
  TermView place;
  TermView speaker;
  Modality modality = Modality::asserted;
  TermView edge;
  std::span<const EvidenceView> evidence;
};

}  // namespace graphwright
