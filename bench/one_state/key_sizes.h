#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "muragat/base/status.h"

namespace muragat::bench {

// How much one key and its value hold, and in which column family of RocksDB.
struct KeySize {
  std::string family;
  uint64_t key_bytes = 0;
  uint64_t value_bytes = 0;
};

// The keys of the database `after` that `before` does not have, or has with another value. Both are folders
// of RocksDB; nothing is changed. Cost: reads both in full. Errors: kIo: RocksDB's own message.
Result<std::vector<KeySize>> FindNewKeys(const std::string& before, const std::string& after);

// One line each: `family TAB bytes of the key TAB bytes of the value`. Errors: kIo, kInvalidArgument.
Status WriteKeySizes(const std::vector<KeySize>& sizes, const std::string& path);
Result<std::vector<KeySize>> ReadKeySizes(const std::string& path);

}  // namespace muragat::bench
