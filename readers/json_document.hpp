#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

struct JsonMember;

/// A value of a JSON document and where it begins; it lives as long as its document.
///
/// `text` is what a string says, without escapes, or a number as it was written.
struct JsonValue {
  JsonKind kind = JsonKind::null;
  bool is_true = false;
  Location location{};
  std::string_view text{};
  std::span<const JsonValue> items{};
  std::span<const JsonMember> members{};
  const std::uint32_t* by_key = nullptr;  // the members in the order of their keys, where there are many

  bool is_null() const { return kind == JsonKind::null; }
  bool is_boolean() const { return kind == JsonKind::boolean; }
  bool is_number() const { return kind == JsonKind::number; }
  bool is_string() const { return kind == JsonKind::string; }
  bool is_array() const { return kind == JsonKind::array; }
  bool is_object() const { return kind == JsonKind::object; }
  bool is_scalar() const { return is_boolean() || is_number() || is_string(); }

  /// The value of a key; null where the object has none.
  ///
  /// @complexity logarithmic in the members
  const JsonValue* find(std::string_view key) const;
  /// The items of an array, or this one value.
  std::span<const JsonValue> as_array() const { return is_array() ? items : std::span(this, 1); }
};

/// A member of an object, and where its key stands.
struct JsonMember {
  std::string_view key;
  Location location;
  JsonValue value;
};

/// Whether two values are the same; the order of members makes no difference, numbers are compared as written.
bool is_equal(const JsonValue& a, const JsonValue& b);

/// How JSON is read.
struct JsonOptions {
  FileId file = FileId::none;
  /// Take what I-JSON forbids: of equal keys the last counts, half a surrogate pair becomes U+FFFD.
  bool lenient = false;
  std::size_t max_depth = 500;
};

/// A JSON text (RFC 8259, restricted to I-JSON, RFC 7493) in memory, each value with its place.
///
/// The reader keeps a stack of its own, so that nesting cannot exhaust ours.
class JsonDocument {
 public:
  explicit JsonDocument(std::string text) : text_(std::move(text)) {}

  /// Reads the text; the first error is reported and ends the reading with false.
  ///
  /// @complexity linear, but for the sorting of objects with more than 16 members
  bool read(const JsonOptions& options, Diagnostics& diagnostics);

  const JsonValue& root() const { return root_; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::pmr::monotonic_buffer_resource memory_;
  JsonValue root_;
};

}  // namespace graphwright
