# dondoc_embed(TARGET FILE...): compiles files into TARGET, where app/embedded_files.h finds them. Their paths are from
# the project's root, or from the folder that TARGET is built in when the build makes them. The assembler reads them
# (.incbin), which takes no compile time; a file that changed is embedded anew by the next build.
function(dondoc_embed target)
  set(assembly "")
  set(symbols "")
  set(rows "")
  set(paths "")
  list(LENGTH ARGN count)
  set(number 0)
  foreach(name IN LISTS ARGN)
    set(symbol dondoc_file_${number})
    string(APPEND assembly
      "    \"${symbol}: .incbin \\\"${name}\\\"\\n${symbol}_end: .byte 0\\n\"\n")
    string(APPEND symbols "extern const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "      row(\"${name}\", ${symbol}, ${symbol}_end),\n")
    if(EXISTS ${PROJECT_SOURCE_DIR}/${name})
      list(APPEND paths ${PROJECT_SOURCE_DIR}/${name})
    else()
      list(APPEND paths ${CMAKE_CURRENT_BINARY_DIR}/${name})
    endif()
    math(EXPR number "${number} + 1")
  endforeach()
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded_files.cpp.in ${generated} @ONLY)
  set_source_files_properties(${generated} PROPERTIES
    OBJECT_DEPENDS "${paths}" COMPILE_OPTIONS "-Wa,-I,${PROJECT_SOURCE_DIR};-Wa,-I,${CMAKE_CURRENT_BINARY_DIR}")
  target_sources(${target} PRIVATE ${generated})
endfunction()
