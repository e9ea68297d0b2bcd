#pragma once

#include <string_view>

#include <rocksdb/slice.h>
#include <rocksdb/status.h>

#include "muragat/base/status.h"

namespace muragat {

inline rocksdb::Slice ToSlice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
inline std::string_view ToView(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

// What RocksDB says, in our words: kBusy where somebody holds the lock, kIo with what to do where the disk is
// full, kCorruption, and kIo for all else.
Status ToStatus(const rocksdb::Status& status);

}  // namespace muragat
