# Everything comes from Debian's packages; scripts/setup.sh installs them by name.
find_package(RocksDB CONFIG REQUIRED)
find_package(zstd CONFIG REQUIRED)  # after RocksDB, which brings a module of the same name
set(OPENSSL_USE_STATIC_LIBS ${MURAGAT_LINK_STATICALLY})
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(simdjson CONFIG REQUIRED)
find_path(MURAGAT_GUMBO_INCLUDE gumbo.h REQUIRED)
find_path(MURAGAT_PUGIXML_INCLUDE pugixml.hpp REQUIRED)
find_path(MURAGAT_EXPAT_INCLUDE expat.h REQUIRED)
find_path(MURAGAT_GIT_INCLUDE git2.h REQUIRED)  # the library is loaded when it is needed
find_path(MURAGAT_LIBARCHIVE_INCLUDE archive.h REQUIRED)  # likewise
find_path(MURAGAT_STEMMER_INCLUDE libstemmer.h REQUIRED)
foreach(name gumbo pugixml expat bz2 lzma stemmer)
  string(TOUPPER "MURAGAT_${name}" variable)
  if(MURAGAT_LINK_STATICALLY)
    find_library(${variable} NAMES "lib${name}.a" REQUIRED)
  else()
    find_library(${variable} NAMES ${name} REQUIRED)
  endif()
endforeach()
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_path(MURAGAT_XXHASH_INCLUDE xxhash.h REQUIRED)
find_path(MURAGAT_JSON_INCLUDE nlohmann/json.hpp REQUIRED)
find_path(MURAGAT_CLI11_INCLUDE CLI/CLI.hpp REQUIRED)
if(MURAGAT_BUILD_TESTS)
  find_package(GTest CONFIG REQUIRED)
endif()

# The large libraries, as muragat_libraries. Where they are linked statically, the program starts in half the
# time: the loader has next to nothing to bind. Debian has no static simdjson and md4c.
add_library(muragat_libraries INTERFACE)
if(MURAGAT_LINK_STATICALLY)
  foreach(name rocksdb snappy z bz2 lz4 zstd icui18n icuuc icudata)
    find_library(MURAGAT_STATIC_${name} NAMES "lib${name}.a" REQUIRED)
    target_link_libraries(muragat_libraries INTERFACE "${MURAGAT_STATIC_${name}}")
  endforeach()
  target_link_libraries(muragat_libraries INTERFACE OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS})
  target_link_options(muragat_libraries INTERFACE -no-pie -Wl,--gc-sections -Wl,--as-needed)
  # RocksDB decompresses through src/muragat/base/zstd_for_libraries.cc.
  target_link_options(muragat_libraries INTERFACE -Wl,--wrap=ZSTD_decompress_usingDict
                      -Wl,-u,__wrap_ZSTD_decompress_usingDict)
else()
  target_link_libraries(muragat_libraries INTERFACE RocksDB::rocksdb-shared zstd::libzstd_shared OpenSSL::Crypto
                                                    ICU::uc ICU::i18n ZLIB::ZLIB Threads::Threads)
endif()
