#pragma once

#include <CLI/Formatter.hpp>

namespace graphwright::cli {

/// Writes `--help` from the same rows as the manual pages and the completion.
class Help : public CLI::Formatter {
 public:
  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_desc(const CLI::Option* option) const override;
};

}  // namespace graphwright::cli
