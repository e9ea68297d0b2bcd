#pragma once

#include <memory>

#include <rocksdb/file_checksum.h>

namespace muragat {

// Checksums of whole table files, which RocksDB keeps in its manifest: XXH3-64, since CRC-32C is slow in
// Debian's build; files that carry a CRC-32C are still checked by it.
std::shared_ptr<rocksdb::FileChecksumGenFactory> MakeFileChecksumFactory();

}  // namespace muragat
