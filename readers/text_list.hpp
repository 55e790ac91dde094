#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphwright {

/// The elements of a JSON list of texts, numbers and truth values, each as text (RFC 8259); nothing where
/// the text is no such list.
std::optional<std::vector<std::string>> read_text_list(std::string_view json);

/// The elements of such a list, else the text as the only one, nothing where it is empty.
std::vector<std::string> texts_of(std::string_view cell);

}  // namespace graphwright
