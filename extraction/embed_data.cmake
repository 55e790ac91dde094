# cmake -D OUTPUT=<file.cpp> -P embed_data.cmake: the tables in data/ as constants of C++.
set(text "#include \"data_files.hpp\"\n\nnamespace graphwright::extraction::data {\n")
foreach(name IN ITEMS words offices nouns verbs irregular states places bodies rules)
  file(READ ${CMAKE_CURRENT_LIST_DIR}/data/${name}.txt table)
  string(APPEND text "\nconst std::string_view ${name} = R\"table(${table})table\";\n")
endforeach()
string(APPEND text "\n}  // namespace graphwright::extraction::data\n")
file(WRITE ${OUTPUT} "${text}")
