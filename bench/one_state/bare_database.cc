#include "bench/one_state/bare_database.h"

namespace muragat::bench {

Status ToStatus(const rocksdb::Status& status) {
  return status.ok() ? Status::Ok() : Status::Io(status.ToString());
}

Result<std::unique_ptr<BareDatabase>> BareDatabase::Open(const std::string& path, bool read_only) {
  std::vector<std::string> names;
  MURAGAT_RETURN_IF_ERROR(ToStatus(rocksdb::DB::ListColumnFamilies({}, path, &names)));
  std::vector<rocksdb::ColumnFamilyDescriptor> wanted;
  for (const std::string& name : names) wanted.emplace_back(name, rocksdb::ColumnFamilyOptions());
  std::unique_ptr<BareDatabase> database(new BareDatabase);
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status =
      read_only ? rocksdb::DB::OpenForReadOnly({}, path, wanted, &database->families_, &db)
                : rocksdb::DB::Open({}, path, wanted, &database->families_, &db);
  database->db_.reset(db);
  MURAGAT_RETURN_IF_ERROR(ToStatus(status));
  return database;
}

BareDatabase::~BareDatabase() {
  for (auto* family : families_) db_->DestroyColumnFamilyHandle(family).PermitUncheckedError();
}

rocksdb::ColumnFamilyHandle* BareDatabase::Find(const std::string& family) const {
  for (auto* handle : families_) {
    if (handle->GetName() == family) return handle;
  }
  return nullptr;
}

}  // namespace muragat::bench
