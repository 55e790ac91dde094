include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(GRAPHWRIGHT_CCACHE ccache)
  if(GRAPHWRIGHT_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${GRAPHWRIGHT_CCACHE})
  endif()
endif()

add_library(graphwright_options INTERFACE)
# What g++ 12 says of inlined copies of std::string when it optimises is not so (its bugs 105329 and 105651).
set(is_optimised_gnu $<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>,$<NOT:$<CONFIG:Debug>>>)
target_compile_options(
  graphwright_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                $<$<BOOL:${GRAPHWRIGHT_WARNINGS_AS_ERRORS}>:-Werror>
                                $<${is_optimised_gnu}:-Wno-restrict>
                                $<${is_optimised_gnu}:-Wno-stringop-overread>
                                $<${is_optimised_gnu}:-Wno-stringop-overflow>
                                $<${is_optimised_gnu}:-Wno-array-bounds>)

# graphwright_precompile(<target> <headers>): the standard's and these headers are read once for the target.
function(graphwright_precompile target)
  if(GRAPHWRIGHT_PRECOMPILE)
    target_precompile_headers(
      ${target} PRIVATE <algorithm> <functional> <map> <memory> <optional> <span> <string> <unordered_map> <vector>
                        <fmt/format.h> ${ARGN})
  endif()
endfunction()

# graphwright_layer(<name> SOURCES <files> SEES <layers> PRIVATE <third-party targets>)
#
# Declares the library graphwright_<name> of the folder <name>. Its public headers are those in
# <name>/graphwright/; it sees the public headers of the layers it names and of no other.
function(graphwright_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;SEES;PRIVATE" ${ARGN})
  set(target graphwright_${name})
  add_library(${target} STATIC ${LAYER_SOURCES})
  add_library(graphwright::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(
    ${target}
    PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  foreach(layer IN LISTS LAYER_SEES)
    target_link_libraries(${target} PUBLIC graphwright_${layer})
  endforeach()
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:graphwright_options> ${LAYER_PRIVATE})
  graphwright_precompile(${target})
  set_property(GLOBAL APPEND PROPERTY GRAPHWRIGHT_LAYERS ${target})
  install(TARGETS ${target} EXPORT graphwright ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
  install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/graphwright DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
          COMPONENT development)
endfunction()
