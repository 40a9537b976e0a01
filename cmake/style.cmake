# `format` rewrites the sources by .clang-format. .clang-tidy is run by the preset `lint`, while it builds.
find_program(CLANG_FORMAT_PROGRAM clang-format)
mark_as_advanced(CLANG_FORMAT_PROGRAM)
if(CLANG_FORMAT_PROGRAM)
  set(folders "")
  foreach(folder engine storage bots intake reports web app tests bench simulation)
    if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/${folder})
      list(APPEND folders ${folder})
    endif()
  endforeach()
  add_custom_target(format
    COMMAND find ${folders} "(" -name "*.h" -o -name "*.cpp" ")" -exec ${CLANG_FORMAT_PROGRAM} -i {} +
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()
