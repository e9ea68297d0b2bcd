#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include <rocksdb/options.h>

#include "muragat/store/view.h"

namespace muragat {

// No table file is larger than about this.
constexpr uint64_t kMaxTableBytes = uint64_t{256} << 20;

// How RocksDB is set up for an archive; doc/decisions.md says why. `rocksdb::kDefaultColumnFamilyName` is the
// catalog.
rocksdb::DBOptions MakeDatabaseOptions(bool create, rocksdb::Env* env);
// `for_reading`: with a cache of blocks for many questions, else with a small one.
rocksdb::ColumnFamilyOptions MakeFamilyOptions(Family family, bool for_reading);

// What to change of a family's options (see rocksdb::DB::SetOptions) before its tables are brought into their
// final form, `raw_bytes` of keys and values in all.
std::unordered_map<std::string, std::string> MakeColdOptions(Family family, uint64_t raw_bytes);

// The same for table files that a bulk import makes: fast to write and to read, until they are compacted.
rocksdb::ColumnFamilyOptions MakeLoadOptions(Family family);

// The name of a family inside RocksDB.
std::string RocksFamilyName(Family family);

}  // namespace muragat
