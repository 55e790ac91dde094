#pragma once

#include "property_roles.hpp"

namespace graphwright {

/// Fills in the types and literal attributes of the nodes of a property graph whose nodes and labels are known, and
/// counts what is lost of attributes.
///
/// @complexity linear in statements, n log n in the values of a node
void fill_in_attributes(const PropertyRoles& roles, const GraphProfile& profile, PropertyGraph& result);

}  // namespace graphwright
