#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <rocksdb/db.h>

#include "muragat/base/status.h"

namespace muragat::bench {

// A RocksDB database of which nothing is known but its folder: all its column families, each with RocksDB's
// default options. Closes it when destroyed. Thread-safety: one thread.
class BareDatabase {
 public:
  // Errors: kIo: RocksDB's own message.
  static Result<std::unique_ptr<BareDatabase>> Open(const std::string& path, bool read_only);
  ~BareDatabase();
  BareDatabase(const BareDatabase&) = delete;
  BareDatabase& operator=(const BareDatabase&) = delete;

  rocksdb::DB& db() { return *db_; }
  const std::vector<rocksdb::ColumnFamilyHandle*>& families() const { return families_; }
  // Null where there is none of that name.
  rocksdb::ColumnFamilyHandle* Find(const std::string& family) const;

 private:
  BareDatabase() = default;
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> families_;
};

Status ToStatus(const rocksdb::Status& status);

}  // namespace muragat::bench
