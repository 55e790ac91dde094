#pragma once

#include <string_view>

namespace graphwright::page {

/// The style sheet of the page (`page/page.css`).
extern const std::string_view css;
/// The script of the page (`page/page.js`).
extern const std::string_view js;

}  // namespace graphwright::page
