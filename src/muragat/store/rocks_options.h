#pragma once

#include <rocksdb/options.h>

#include "muragat/store/view.h"

namespace muragat {

// How RocksDB is set up for an archive; doc/decisions.md says why. `rocksdb::kDefaultColumnFamilyName` is the
// catalog.
rocksdb::DBOptions MakeDatabaseOptions(bool create, rocksdb::Env* env);
rocksdb::ColumnFamilyOptions MakeFamilyOptions(Family family);

// The name of a family inside RocksDB.
std::string RocksFamilyName(Family family);

}  // namespace muragat
