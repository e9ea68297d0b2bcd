# Puts files into the library: run as a script (cmake -P) it writes OUTPUT, which defines for each of FILES a
# std::string_view named after it (page.css: kPageCss), as HEADER declares them. A last line feed is left out.
if(CMAKE_SCRIPT_MODE_FILE)
  set(code "// Made by MuragatEmbed.cmake.\n#include \"${HEADER}\"\n\nnamespace muragat {\n")
  string(REPLACE "|" ";" FILES "${FILES}")
  foreach(file IN LISTS FILES)
    get_filename_component(name "${file}" NAME)
    string(REGEX MATCHALL "[A-Za-z0-9]+" parts "${name}")
    set(constant k)
    foreach(part IN LISTS parts)
      string(SUBSTRING "${part}" 0 1 initial)
      string(SUBSTRING "${part}" 1 -1 rest)
      string(TOUPPER "${initial}" initial)
      string(APPEND constant "${initial}${rest}")
    endforeach()
    file(READ "${file}" content)
    string(REGEX REPLACE "\n$" "" content "${content}")
    string(APPEND code "\nconst std::string_view ${constant} = R\"muragat(${content})muragat\";\n")
  endforeach()
  file(WRITE "${OUTPUT}" "${code}\n}  // namespace muragat\n")
  return()
endif()

set(MURAGAT_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

# Adds the constants of the files after `header` to `target`; they are written anew when a file changes.
function(muragat_embed target header)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${header}.cc")
  list(JOIN ARGN "|" files)
  add_custom_command(OUTPUT "${output}"
                     COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DHEADER=${header}" "-DFILES=${files}"
                             -P "${MURAGAT_EMBED_SCRIPT}"
                     DEPENDS ${ARGN} "${MURAGAT_EMBED_SCRIPT}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
