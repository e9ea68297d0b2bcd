# Everything comes from Debian's packages; scripts/setup.sh installs them by name.
find_package(RocksDB CONFIG REQUIRED)
find_package(zstd CONFIG REQUIRED)  # after RocksDB, which brings a module of the same name
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(simdjson CONFIG REQUIRED)
find_package(Threads REQUIRED)
find_path(MURAGAT_XXHASH_INCLUDE xxhash.h REQUIRED)
find_path(MURAGAT_JSON_INCLUDE nlohmann/json.hpp REQUIRED)
find_path(MURAGAT_MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
find_path(MURAGAT_CLI11_INCLUDE CLI/CLI.hpp REQUIRED)
if(MURAGAT_BUILD_TESTS)
  find_package(GTest CONFIG REQUIRED)
endif()
