# cmake -D OUTPUT=<file.cpp> -D FOLDER=<data/mappings> -P embed_mappings.cmake: the mappings as constants of C++.
set(text "#include \"builtin_mappings.hpp\"\n\nnamespace graphwright {\nnamespace {\n")
foreach(name IN ITEMS acled gdelt ucdp)
  file(READ ${FOLDER}/${name}.yaml yaml)
  string(APPEND text "\nconstexpr std::string_view ${name} = R\"yaml(${yaml})yaml\";\n")
  string(APPEND choices "  if (name == \"${name}\") return ${name};\n")
endforeach()
string(APPEND text "\n}  // namespace\n\nstd::string_view builtin_mapping(std::string_view name) {\n${choices}  return {};\n}\n\n}  // namespace graphwright\n")
file(WRITE ${OUTPUT} "${text}")
