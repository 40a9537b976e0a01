# What the pages load from npm packages (web/package.json): fetched once, when it is missing, and embedded like the
# other assets. Without npm or without a network the program is built all the same, and its pages are neither live nor
# drawn: they do not reload by themselves and show the trend as a table only.
set(DONDOC_NPM_ASSETS
  web/node_modules/htmx.org/dist/htmx.min.js
  web/node_modules/uplot/dist/uPlot.iife.min.js
  web/node_modules/uplot/dist/uPlot.min.css
)
option(DONDOC_FETCH_PAGE_ASSETS "Fetch the pages' assets by npm when they are missing" ON)

set(missing "")
foreach(asset IN LISTS DONDOC_NPM_ASSETS)
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
foreach(asset IN LISTS missing)
  list(REMOVE_ITEM DONDOC_NPM_ASSETS ${asset})
endforeach()
