include(CMakePackageConfigHelpers)

# The one target that an outside project links: all layers of the library.
add_library(graphwright INTERFACE)
add_library(graphwright::graphwright ALIAS graphwright)
get_property(layers GLOBAL PROPERTY GRAPHWRIGHT_LAYERS)
target_link_libraries(graphwright INTERFACE ${layers})
install(TARGETS graphwright EXPORT graphwright)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/graphwright)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/graphwrightConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/graphwrightConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/graphwrightConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT graphwright NAMESPACE graphwright:: FILE graphwrightTargets.cmake DESTINATION ${package_dir})
install(EXPORT graphwright_program NAMESPACE graphwright:: FILE graphwrightProgram.cmake DESTINATION ${package_dir})
install(FILES ${PROJECT_BINARY_DIR}/graphwrightConfig.cmake ${PROJECT_BINARY_DIR}/graphwrightConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/dependencies.cmake ${CMAKE_CURRENT_LIST_DIR}/graphwright_export.cmake
        DESTINATION ${package_dir})
