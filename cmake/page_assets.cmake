# What the pages load from npm packages (web/package.json): fetched once, when it is missing, and embedded like the
# other assets. The chart library and our drawings (web/charts) become one script while the program is built. Without
# node, npm or a network the program is built all the same, and its pages are neither live nor drawn: they do not reload
# by themselves and say as tables and lists what the charts show.
set(DONDOC_NPM_ASSETS web/node_modules/htmx.org/dist/htmx.min.js)
set(DONDOC_BUNDLED web/node_modules/echarts/package.json web/node_modules/esbuild/bin/esbuild)
option(DONDOC_FETCH_PAGE_ASSETS "Fetch the pages' assets by npm when they are missing" ON)

set(missing "")
foreach(asset IN LISTS DONDOC_NPM_ASSETS DONDOC_BUNDLED)
  if(NOT EXISTS ${PROJECT_SOURCE_DIR}/${asset})
    list(APPEND missing ${asset})
  endif()
endforeach()
if(missing AND DONDOC_FETCH_PAGE_ASSETS)
  find_program(NPM_PROGRAM npm)
  mark_as_advanced(NPM_PROGRAM)
  set(why "npm was not found; install nodejs and npm")
  if(NPM_PROGRAM)
    execute_process(COMMAND ${NPM_PROGRAM} ci --ignore-scripts --no-audit --no-fund
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/web OUTPUT_QUIET ERROR_VARIABLE why RESULT_VARIABLE failed)
    if(NOT failed)
      set(missing "")
    endif()
  endif()
  if(missing)
    message(WARNING "The pages' assets could not be fetched (npm ci in web/): ${why}\n"
      "The program is built without them: its pages will not reload by themselves and will draw no chart. "
      "Configure again when npm works.")
  endif()
endif()

# The charts. esbuild is a program of this machine's kind: it is asked whether it runs.
find_program(NODE_PROGRAM NAMES node nodejs)
mark_as_advanced(NODE_PROGRAM)
set(bundler_fails TRUE)
if(NODE_PROGRAM AND NOT missing)
  execute_process(COMMAND ${NODE_PROGRAM} web/node_modules/esbuild/bin/esbuild --version
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_QUIET ERROR_VARIABLE why RESULT_VARIABLE bundler_fails)
  if(bundler_fails)
    message(WARNING "esbuild does not run here, so the pages will draw no chart: ${why}")
  endif()
endif()
if(NOT bundler_fails)
  set(bundle ${CMAKE_CURRENT_BINARY_DIR}/web/built/charts.js)
  set(bundle_version ${CMAKE_CURRENT_BINARY_DIR}/web/built/charts.version)
  set(drawings "")
  foreach(drawing IN LISTS DONDOC_DRAWINGS)
    list(APPEND drawings ${PROJECT_SOURCE_DIR}/${drawing})
  endforeach()
  add_custom_command(OUTPUT ${bundle} ${bundle_version}
    COMMAND ${NODE_PROGRAM} web/node_modules/esbuild/bin/esbuild web/charts/charts.js
      --bundle --minify --format=iife --target=es2018 "--define:process.env.NODE_ENV=\"production\""
      --legal-comments=inline --log-level=warning --outfile=${bundle}
    COMMAND ${CMAKE_COMMAND} -D FILE=${bundle} -D VERSION_FILE=${bundle_version}
      -P ${PROJECT_SOURCE_DIR}/cmake/file_version.cmake
    DEPENDS ${drawings} ${PROJECT_SOURCE_DIR}/web/package-lock.json
      ${PROJECT_SOURCE_DIR}/cmake/file_version.cmake
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} COMMENT "Bundling the charts" VERBATIM)
  list(APPEND DONDOC_NPM_ASSETS web/built/charts.js web/built/charts.version)
endif()

foreach(asset IN LISTS missing)
  list(REMOVE_ITEM DONDOC_NPM_ASSETS ${asset})
endforeach()
