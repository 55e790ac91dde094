include(CMakePackageConfigHelpers)

# Two components: `program`, and `development` for those who link the library.

# The one target that an outside project links: all layers of the library.
add_library(graphwright INTERFACE)
add_library(graphwright::graphwright ALIAS graphwright)
get_property(layers GLOBAL PROPERTY GRAPHWRIGHT_LAYERS)
target_link_libraries(graphwright INTERFACE ${layers})
install(TARGETS graphwright EXPORT graphwright COMPONENT development)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/graphwright)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/graphwrightConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/graphwrightConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/graphwrightConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT graphwright NAMESPACE graphwright:: FILE graphwrightTargets.cmake DESTINATION ${package_dir}
        COMPONENT development)
install(EXPORT graphwright_program NAMESPACE graphwright:: FILE graphwrightProgram.cmake DESTINATION ${package_dir})
install(FILES ${PROJECT_BINARY_DIR}/graphwrightConfig.cmake ${PROJECT_BINARY_DIR}/graphwrightConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/graphwright_export.cmake
        DESTINATION ${package_dir})
install(FILES ${CMAKE_CURRENT_LIST_DIR}/dependencies.cmake DESTINATION ${package_dir} COMPONENT development)

# pkg-config: the layers in the order in which a linker wants them, each before what it sees.
set(layer_libraries)
foreach(layer IN LISTS layers)
  list(PREPEND layer_libraries -l${layer})
endforeach()
list(JOIN layer_libraries " " layer_libraries)
set(pkgconfig_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH prefix_from_pkgconfig /${pkgconfig_dir} /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/graphwright.pc.in ${PROJECT_BINARY_DIR}/graphwright.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/graphwright.pc DESTINATION ${pkgconfig_dir} COMPONENT development)
