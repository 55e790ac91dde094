# Libraries that are loaded by the runs that need them: they bring thirty others along, 3 ms of every start.
find_package(CURL REQUIRED)
pkg_check_modules(raptor2 REQUIRED raptor2)

# graphwright_loads(<layer> <macro> <library> <include folders>)
#
# The layer sees the headers of the library and its file name with the major version, by which it loads it.
function(graphwright_loads name macro library folders)
  file(REAL_PATH ${library} file)
  get_filename_component(file ${file} NAME)
  string(REGEX MATCH "^.*\\.so\\.[0-9]+" file_name ${file})
  if(NOT file_name)
    message(FATAL_ERROR "${library} is no shared library with a version")
  endif()
  target_compile_definitions(graphwright_${name} PRIVATE ${macro}="${file_name}")
  target_include_directories(graphwright_${name} SYSTEM PRIVATE ${folders})
endfunction()
