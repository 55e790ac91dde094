#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graphwright/prefix_map.hpp"
#include "graphwright/term.hpp"

namespace graphwright {

/// The last part of an IRI, after `#`, `/` or `:`; the whole of it where that is empty.
std::string_view short_name(std::string_view iri);

/// The last part of an IRI as people read it: percent-encoded characters as themselves, where encoding them again
/// gives the same (RFC 3987, 3.1 and 3.2), so that the IRI can be told from it.
std::string readable_name(std::string_view iri);

/// The text that a name is the encoding of, where `readable_name` leaves it so since it is no line; else nothing.
std::optional<std::string> text_in_name(std::string_view name);

/// Whether a text is the last part of an IRI, as it is written or as people read it.
bool is_name_of(std::string_view text, std::string_view iri);

/// Whether a text can be the id of something in any XML file: letters of the common scripts, digits, `-` and `_`, in no
/// more than 200 bytes.
bool is_plain_id(std::string_view text);

/// Whether an edge's id was made for an edge that had none in its graph file: `~` and digits.
bool is_made_edge_id(std::string_view id);
/// Such an id; of one length up to a hundred million, so that such edges keep their order.
std::string made_edge_id(std::size_t number);

/// A 64-bit hash of a text that is the same on every machine and in every release (FNV-1a, then mixed).
std::uint64_t stable_hash(std::string_view text);
/// Mixes a further hash into one; the order matters.
std::uint64_t mix_hash(std::uint64_t hash, std::uint64_t next);
/// Appends a hash as 16 hexadecimal digits.
void append_hex(std::uint64_t hash, std::string& out);

/// Names resources for graph formats by short texts that depend on nothing but the resource.
///
/// A resource below the base is named by the rest of its IRI (`armenia`), one in a namespace that has a
/// prefix as there (`wd:Q399`), a blank node by its label (`_:b0`), any other by the last part of its
/// IRI and a hash of the whole (`armenia.1f9e6a0b6a7c2d3e`), or of what is behind a base that only says where a file
/// lies. An id is a Nmtoken (XML 1.0, 2.3).
class ResourceIds {
 public:
  ResourceIds(PrefixMap prefixes, std::string base, bool is_base_a_place = false)
      : prefixes_(std::move(prefixes)), base_(std::move(base)), is_base_a_place_(is_base_a_place) {}

  void append(const TermView& resource, std::string& out) const;
  std::string operator()(const TermView& resource) const {
    std::string id;
    append(resource, id);
    return id;
  }
  /// Names a property as an attribute: as a resource, but below the base with a colon before it (`:alias`),
  /// so that the name never lacks a colon or a point.
  void append_property(std::string_view iri, std::string& out) const;

 private:
  void append_iri(std::string_view iri, std::string& out) const;

  PrefixMap prefixes_;
  std::string base_;
  bool is_base_a_place_;
};

}  // namespace graphwright
