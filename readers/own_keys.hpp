#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace graphwright {

/// The keys of a file of ours by numbers: first the words that every export has, then those that the file declares.
class OwnKeys {
 public:
  enum Word : std::uint32_t {
    unknown,
    n_label,
    n_name,
    n_type,
    n_types,
    n_iri,
    e_label,
    e_type,
    e_interaction,
    e_iri,
    e_weight,
    // An edge that has one of the following is more than a bare statement.
    e_place,
    e_speaker,
    e_graph,
    e_time,
    e_modality,
    e_sources,
    e_quotes,
    e_offsets,
    e_confidence,
    e_confidences,
    word_count
  };

  /// How the values of a key become terms.
  struct Meaning {
    /// An IRI; empty where values say nothing of their own.
    std::string property;
    /// A datatype, `@` and a language, `iri`; empty: plain text.
    std::string kind;
    bool is_list = false;
  };

  OwnKeys();

  /// Says what a key stands for; what was said first stays.
  void declare(std::string_view id, Meaning meaning);
  /// The number of a key, `unknown` where nothing declared it.
  ///
  /// @complexity one comparison where keys follow each other as they did before, else expected constant
  std::uint32_t number(std::string_view id);
  const Meaning& meaning(std::uint32_t number) const { return keys_[number].meaning; }

 private:
  struct Key {
    std::string id;
    Meaning meaning;
    std::uint32_t next = unknown;  // the key that followed this one last
  };

  std::uint32_t add(std::string_view id);

  std::vector<Key> keys_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::uint32_t last_ = unknown;
};

}  // namespace graphwright
