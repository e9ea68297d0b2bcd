#pragma once

#include <cstddef>
#include <memory>
#include <vector>

struct ZSTD_DDict_s;

namespace muragat {

// Dictionaries of zstd in the form that decompression works with; to make it takes longer than to decompress
// a block of 8 KB. Of those asked for last, eight are held. Thread-safety: one thread.
class ZstdDictionaries {
 public:
  ZstdDictionaries();
  ~ZstdDictionaries();

  // The dictionary of these bytes; good until the next call. Null where they are no dictionary with an id:
  // then there is nothing to be made beforehand. Bytes of equal id, size and beginning are taken for the
  // same.
  const ZSTD_DDict_s* Find(const void* bytes, size_t size_bytes);

 private:
  struct Held;
  std::vector<Held> held_;
};

}  // namespace muragat
