#pragma once

#include <string_view>
#include <vector>

#include <rocksdb/db.h>

#include "muragat/base/status.h"
#include "muragat/store/pending_writes.h"

namespace muragat {

// From this size on, writes are made into table files at once: neither a write-ahead log nor a memtable sees
// them, and nothing is sorted twice.
constexpr size_t kBulkBytes = size_t{256} << 10;

// What the names of such files begin with until they are taken in.
constexpr std::string_view kLoadPrefix = "load-";

// Writes table files of `writes`, one a family, synced, and makes them part of `db` in one atomic step.
// `families` are in the order of kFamilies. Errors: kIo (disk full): nothing was taken in, and the files are
// gone; kCorruption: what was taken in is not all there. Cost: linear, plus putting the keys in order.
Status TakeInTables(rocksdb::DB& db, const std::vector<rocksdb::ColumnFamilyHandle*>& families,
                    const PendingWrites& writes);

// Takes away what a TakeInTables that was killed left in the database's folder.
void RemoveLoadFiles(rocksdb::Env& env, const std::string& path);

}  // namespace muragat
