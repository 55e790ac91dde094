#pragma once

#include <span>
#include <string_view>

#include "graphwright/diagnostics.hpp"
#include "graphwright/picture_style.hpp"

#include "yaml_document.hpp"

namespace graphwright {

/// Reads the template of a label: `{name}` is a value, `[...]` a part that goes where a value is not known, and a mark
/// that stands twice is the character itself. `known` are names of values beside those of attributes.
///
/// What is wrong is reported where it stands; the template is then empty.
LabelTemplate read_label_template(const YamlDocument& document, const YamlNode& node,
                                  std::span<const std::string_view> known, Diagnostics& diagnostics);

}  // namespace graphwright
