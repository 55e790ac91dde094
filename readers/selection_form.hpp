#pragma once

#include "graphwright/diagnostics.hpp"
#include "graphwright/manifest_selection.hpp"

#include "yaml_document.hpp"
#include "yaml_form.hpp"

namespace graphwright {

/// Reads the key `select` of an export; what is wrong is reported.
ManifestSelection read_selection(const YamlNode& node, YamlForm& form, Diagnostics& diagnostics);

}  // namespace graphwright
