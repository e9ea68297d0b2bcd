# `cmake --install` gives the program and nothing that a user has to compile against yet.
include(GNUInstallDirs)
install(TARGETS muragat_program RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
