# How our own code is compiled. Third-party code gets none of this.

# dondoc_settings: the language and the one include directory, the project's root ("engine/time/time.h").
add_library(dondoc_settings INTERFACE)
target_compile_features(dondoc_settings INTERFACE cxx_std_20)
target_include_directories(dondoc_settings INTERFACE ${PROJECT_SOURCE_DIR})
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# __FILE__ and debug information name "engine/check.cpp", whatever folder the project was built in; the second one
# is for the relative paths that ccache makes of them (see below).
file(RELATIVE_PATH path_to_root ${CMAKE_BINARY_DIR} ${PROJECT_SOURCE_DIR})
target_compile_options(dondoc_settings INTERFACE
  "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=" "-fmacro-prefix-map=${path_to_root}=")

# dondoc_warnings: linked privately by every target of ours.
option(DONDOC_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" ON)
add_library(dondoc_warnings INTERFACE)
target_compile_options(dondoc_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
  # clang's -Wconversion contains -Wsign-conversion, g++'s does not: one rule for both.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>
  $<$<BOOL:${DONDOC_WARNINGS_AS_ERRORS}>:-Werror>)

# DONDOC_SANITIZE: "address", "thread" or empty. Global, because it changes what is linked.
set(DONDOC_SANITIZE "" CACHE STRING "Sanitizer: address (with undefined behaviour), thread, or none")
set_property(CACHE DONDOC_SANITIZE PROPERTY STRINGS "" address thread)
if(DONDOC_SANITIZE STREQUAL "address")
  # A null or too small object is AddressSanitizer's business; checking it twice costs a fifth of the compile time.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-sanitize=null,object-size
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(DONDOC_SANITIZE STREQUAL "thread")
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
elseif(DONDOC_SANITIZE)
  message(FATAL_ERROR "DONDOC_SANITIZE is \"${DONDOC_SANITIZE}\"; it can be address, thread or empty")
endif()

# DONDOC_FUZZ: only what tests/fuzz needs, with the marks libFuzzer steers by; clang++ only.
option(DONDOC_FUZZ "Build the fuzz targets and nothing else" OFF)
if(DONDOC_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# ccache, when there is one. The base directory lets two clones of the project share their objects.
find_program(CCACHE_PROGRAM ccache)
mark_as_advanced(CCACHE_PROGRAM)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()
