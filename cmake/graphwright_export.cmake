# graphwright_export(<target> MANIFEST <graph.yaml> [OUTPUT_DIRECTORY <folder>] [OPTIONS <options>] [ALL])
#
# Adds a target that builds a graph whenever a file that it is made from has changed: the manifest, its
# inputs, sources and ontologies. The paths of the exports are left in <target>_OUTPUTS; a command that
# depends on one of them runs again only when its bytes have changed (with Ninja; Make looks at times).
function(graphwright_export target)
  cmake_parse_arguments(PARSE_ARGV 1 EXPORT "ALL" "MANIFEST;OUTPUT_DIRECTORY" "OPTIONS")
  if(NOT EXPORT_MANIFEST OR EXPORT_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "graphwright_export(<target> MANIFEST <file> [OUTPUT_DIRECTORY <folder>] [OPTIONS ...] [ALL])")
  endif()
  cmake_path(ABSOLUTE_PATH EXPORT_MANIFEST BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  if(NOT EXPORT_OUTPUT_DIRECTORY)
    set(EXPORT_OUTPUT_DIRECTORY ${target})
  endif()
  cmake_path(ABSOLUTE_PATH EXPORT_OUTPUT_DIRECTORY BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)

  # The manifest says what is written, so a change of it configures anew.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${EXPORT_MANIFEST}")
  get_target_property(program graphwright::program LOCATION)
  execute_process(
    COMMAND "${program}" build --list-outputs "${EXPORT_MANIFEST}" -o "${EXPORT_OUTPUT_DIRECTORY}"
    OUTPUT_VARIABLE outputs
    ERROR_VARIABLE complaint
    RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "graphwright_export: the manifest cannot be read\n${complaint}")
  endif()
  string(STRIP "${outputs}" outputs)
  string(REPLACE ";" "\\;" outputs "${outputs}")
  string(REPLACE "\n" ";" outputs "${outputs}")

  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${target}.stamp")
  add_custom_command(
    OUTPUT "${stamp}" ${outputs}
    COMMAND graphwright::program build -q "${EXPORT_MANIFEST}" -o "${EXPORT_OUTPUT_DIRECTORY}" --stamp "${stamp}"
            --depfile "${stamp}.d" ${EXPORT_OPTIONS}
    DEPENDS "${EXPORT_MANIFEST}" "${program}"
    DEPFILE "${stamp}.d"
    COMMENT "Building the graph ${target}"
    VERBATIM)
  if(EXPORT_ALL)
    set(EXPORT_ALL ALL)
  else()
    set(EXPORT_ALL)
  endif()
  add_custom_target(${target} ${EXPORT_ALL} DEPENDS "${stamp}")
  set(${target}_OUTPUTS "${outputs}" PARENT_SCOPE)
endfunction()
