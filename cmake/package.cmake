# Two Debian packages by CPack (scripts/package.sh): the program, and the library for those who link it.
set(GRAPHWRIGHT_MAINTAINER "Graphwright contributors <graphwright@localhost>" CACHE STRING "Maintainer of the package")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME graphwright)
set(CPACK_PACKAGE_CONTACT "${GRAPHWRIGHT_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "knowledge graphs as code")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian/prepare.cmake)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME graphwright)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# These are loaded, so no tool sees that they are needed.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libcurl3-gnutls, libraptor2-0")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "graphviz, python3-rdflib")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
    "Reads what people know about who did what to whom from fact files, RDF, tables,
graph files and news text, holds it in one graph in which every relation can
say where it was stated, checks it against an ontology, and writes Turtle,
GraphML, GEXF, DOT and other files, or sends the graph to a SPARQL store.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libgraphwright-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "graphwright (= ${PROJECT_VERSION}), libboost-graph-dev, libfmt-dev, libgraphviz-dev, \
libicu-dev, libpugixml-dev, libssl-dev, libxml2-dev, libyaml-cpp-dev, libzstd-dev, \
nlohmann-json3-dev, zlib1g-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
    "Headers, static libraries, and files for CMake and pkg-config of the library
that graphwright is made of: read, check, infer, run Boost.Graph algorithms
on, and export knowledge graphs from C++20.")
include(CPack)

set(doc ${CMAKE_INSTALL_DATADIR}/doc)
execute_process(
  COMMAND date -u -R -d "${GRAPHWRIGHT_RELEASE_DATE}" OUTPUT_VARIABLE changelog_date OUTPUT_STRIP_TRAILING_WHITESPACE
                                                                     COMMAND_ERROR_IS_FATAL ANY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/debian/changelog.in ${PROJECT_BINARY_DIR}/debian/changelog @ONLY)
foreach(package IN ITEMS program:graphwright development:libgraphwright-dev)
  string(REPLACE ":" ";" package ${package})
  list(GET package 0 component)
  list(GET package 1 name)
  install(FILES ${CMAKE_CURRENT_LIST_DIR}/debian/copyright ${PROJECT_BINARY_DIR}/debian/changelog
          DESTINATION ${doc}/${name} COMPONENT ${component})
endforeach()
install(FILES ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${doc}/graphwright)
