#include "help.hpp"

#include <CLI/CLI.hpp>

#include "option_rows.hpp"

namespace graphwright::cli {

std::string Help::make_option_opts(const CLI::Option* option) const {
  const OptionRow row = option_row(*option);
  if (row.value.empty()) return {};
  return (row.value == row.label ? std::string{} : " " + row.value) + (row.is_repeated ? " ..." : "");
}

std::string Help::make_option_desc(const CLI::Option* option) const { return option_row(*option).text; }

}  // namespace graphwright::cli
