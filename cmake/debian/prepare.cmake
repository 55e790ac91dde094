# Makes of the installed files what Debian asks for: manual pages and changelogs compressed, completion for zsh
# where Debian's zsh looks. CPack runs it on the folder of files before it packs them.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY})

file(GLOB_RECURSE pages ${root}/*/usr/share/man/*.1 ${root}/*/usr/share/doc/*/changelog)
foreach(page IN LISTS pages)
  execute_process(COMMAND gzip -9nf ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

file(GLOB zsh ${root}/*/usr/share/zsh/site-functions)
foreach(folder IN LISTS zsh)
  cmake_path(REPLACE_FILENAME folder vendor-completions OUTPUT_VARIABLE vendor)
  file(RENAME ${folder} ${vendor})
endforeach()

# No file is younger than the source: the package of a commit is the same whenever it is made.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND find ${root} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +
                  COMMAND_ERROR_IS_FATAL ANY)
endif()
