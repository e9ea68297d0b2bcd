# Warnings and sanitizers, for this project's own targets only.
add_library(muragat_compiler INTERFACE)
target_compile_options(muragat_compiler INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                                                  -Wno-missing-field-initializers
                                                  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(MURAGAT_WARNINGS_AS_ERRORS)
  target_compile_options(muragat_compiler INTERFACE -Werror)
endif()
if(MURAGAT_SANITIZE)
  target_compile_options(muragat_compiler INTERFACE -fsanitize=${MURAGAT_SANITIZE} -fno-sanitize-recover=all
                                                   -fno-omit-frame-pointer)
  target_link_options(muragat_compiler INTERFACE -fsanitize=${MURAGAT_SANITIZE})
endif()

find_program(MURAGAT_CCACHE ccache)
if(MURAGAT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${MURAGAT_CCACHE}")
endif()
