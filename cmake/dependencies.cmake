# The libraries, all from Debian 12 (scripts/packages.txt). Imported targets are SYSTEM: their headers never warn.

find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)              # headers only: Boost::headers
find_package(OpenSSL 3 REQUIRED)               # OpenSSL::SSL, OpenSSL::Crypto
find_package(SQLite3 REQUIRED)                 # SQLite::SQLite3
find_package(SQLiteCpp 3.2 CONFIG REQUIRED)    # SQLiteCpp
find_package(nlohmann_json 3.11 CONFIG REQUIRED)  # nlohmann_json::nlohmann_json
find_package(fmt 9 CONFIG REQUIRED)            # fmt::fmt
find_package(simdjson 3 CONFIG REQUIRED)        # simdjson::simdjson
find_package(spdlog 1.10 CONFIG REQUIRED)      # spdlog::spdlog
find_package(CLI11 2 CONFIG REQUIRED)          # CLI11::CLI11
find_package(tl-expected CONFIG REQUIRED)      # tl::expected

# dondoc_import(TARGET HEADER LIBRARY): a library whose Debian package has no CMake files. LIBRARY may be NONE.
function(dondoc_import target header library)
  string(MAKE_C_IDENTIFIER ${target} id)
  find_path(${id}_INCLUDE_DIR ${header} REQUIRED)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${${id}_INCLUDE_DIR})
  mark_as_advanced(${id}_INCLUDE_DIR)
  if(NOT library STREQUAL "NONE")
    find_library(${id}_LIBRARY ${library} REQUIRED)
    target_link_libraries(${target} INTERFACE ${${id}_LIBRARY})
    mark_as_advanced(${id}_LIBRARY)
  endif()
endfunction()

# Its own CMake files also ask for what its HTTP server and its push client need; of it only the text format is used.
dondoc_import(prometheus::core prometheus/text_serializer.h prometheus-cpp-core)
dondoc_import(qrencode::qrencode qrencode.h qrencode)
dondoc_import(utf8proc::utf8proc utf8proc.h utf8proc)
dondoc_import(sodium::sodium sodium.h sodium)
dondoc_import(kainjow::mustache kainjow/mustache.hpp NONE)
# libzip's own CMake files ask for its tools.
dondoc_import(libzip::zip zip.h zip)
dondoc_import(pugixml::pugixml pugixml.hpp pugixml)
dondoc_import(poppler::cpp poppler/cpp/poppler-document.h poppler-cpp)
dondoc_import(libical::ical libical/ical.h ical)

# libpqxx's own file for pkg-config names the server's headers too.
dondoc_import(pqxx::pqxx pqxx/pqxx pqxx)

# Debian compiles cpp-httplib with these three: the header must be read with the same ones.
dondoc_import(httplib::httplib httplib.h cpp-httplib)
target_compile_definitions(httplib::httplib INTERFACE
  CPPHTTPLIB_OPENSSL_SUPPORT CPPHTTPLIB_ZLIB_SUPPORT CPPHTTPLIB_BROTLI_SUPPORT)
target_link_libraries(httplib::httplib INTERFACE OpenSSL::SSL OpenSSL::Crypto Threads::Threads)
