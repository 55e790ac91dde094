#include "raptor_library.hpp"

#include "graphwright/shared_library.hpp"

namespace graphwright {
namespace {

RaptorLibrary load() {
  const SharedLibrary file(GRAPHWRIGHT_RAPTOR_FILE);
  RaptorLibrary raptor{};
  file.find("raptor_new_world_internal", raptor.new_world);
  file.find("raptor_world_set_log_handler", raptor.set_log_handler);
  file.find("raptor_new_parser", raptor.new_parser);
  file.find("raptor_parser_set_option", raptor.set_option);
  file.find("raptor_parser_set_statement_handler", raptor.set_statement_handler);
  file.find("raptor_parser_parse_start", raptor.parse_start);
  file.find("raptor_parser_parse_chunk", raptor.parse_chunk);
  file.find("raptor_new_uri", raptor.new_uri);
  file.find("raptor_uri_as_counted_string", raptor.uri_text);
  return raptor;
}

}  // namespace

const RaptorLibrary& raptor_library() {
  static const RaptorLibrary raptor = load();
  return raptor;
}

}  // namespace graphwright
