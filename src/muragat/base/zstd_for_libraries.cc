// RocksDB, as Debian builds it, reads a dictionary's tables anew for every block that it decompresses. Where
// the large libraries are linked into the program, the linker has them call this in place of zstd's function
// (cmake/MuragatDependencies.cmake).
#include <zstd.h>

#include "muragat/base/zstd_dictionary.h"

extern "C" {

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the linker's names
size_t __real_ZSTD_decompress_usingDict(ZSTD_DCtx* context, void* to, size_t to_bytes, const void* from,
                                        size_t from_bytes, const void* dictionary, size_t dictionary_bytes);

size_t __wrap_ZSTD_decompress_usingDict(ZSTD_DCtx* context, void* to, size_t to_bytes, const void* from,
                                        size_t from_bytes, const void* dictionary, size_t dictionary_bytes) {
  thread_local muragat::ZstdDictionaries dictionaries;
  const ZSTD_DDict* made = dictionaries.Find(dictionary, dictionary_bytes);
  if (made != nullptr) return ZSTD_decompress_usingDDict(context, to, to_bytes, from, from_bytes, made);
  return __real_ZSTD_decompress_usingDict(context, to, to_bytes, from, from_bytes, dictionary,
                                          dictionary_bytes);
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
}
