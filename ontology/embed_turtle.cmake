# cmake -D OUTPUT=<file.cpp> -P embed_turtle.cmake: the Turtle files as constants of C++.
set(text "#include \"builtin_turtle.hpp\"\n\nnamespace graphwright::builtin {\n")
foreach(name IN ITEMS vocabulary diplomacy diplomacy-shapes)
  file(READ ${CMAKE_CURRENT_LIST_DIR}/${name}.ttl turtle)
  string(REPLACE "-" "_" constant ${name})
  string(APPEND text "\nconst std::string_view ${constant} = R\"turtle(${turtle})turtle\";\n")
endforeach()
string(APPEND text "\n}  // namespace graphwright::builtin\n")
file(WRITE ${OUTPUT} "${text}")
