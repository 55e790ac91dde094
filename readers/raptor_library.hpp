#pragma once

#include <raptor2/raptor2.h>

namespace graphwright {

/// The functions of Raptor that we call; it is loaded by the first file of a syntax that it reads.
struct RaptorLibrary {
  // raptor_new_world() is a macro for this.
  decltype(&raptor_new_world_internal) new_world;
  decltype(&raptor_world_set_log_handler) set_log_handler;
  decltype(&raptor_new_parser) new_parser;
  decltype(&raptor_parser_set_option) set_option;
  decltype(&raptor_parser_set_statement_handler) set_statement_handler;
  decltype(&raptor_parser_parse_start) parse_start;
  decltype(&raptor_parser_parse_chunk) parse_chunk;
  decltype(&raptor_new_uri) new_uri;
  decltype(&raptor_uri_as_counted_string) uri_text;
};

/// The library, loaded once a process.
///
/// @throws std::system_error where it is not installed
const RaptorLibrary& raptor_library();

}  // namespace graphwright
