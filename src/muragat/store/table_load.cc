#include "muragat/store/table_load.h"

#include <algorithm>
#include <string>
#include <vector>

#include <rocksdb/env.h>
#include <rocksdb/sst_file_writer.h>

#include "muragat/store/rocks_convert.h"
#include "muragat/store/rocks_options.h"

namespace muragat {
namespace {

// Table files on their way into a database; whatever has not got there is deleted with this.
class LoadFiles {
 public:
  LoadFiles(rocksdb::DB& db, std::string path) : db_(db), path_(std::move(path)) {}
  LoadFiles(const LoadFiles&) = delete;
  LoadFiles& operator=(const LoadFiles&) = delete;
  ~LoadFiles() {
    for (const auto& arg : args_) {
      for (const std::string& file : arg.external_files)
        db_.GetEnv()->DeleteFile(file).PermitUncheckedError();
    }
  }

  Status Add(Family family, rocksdb::ColumnFamilyHandle* handle, const PendingWrites& writes) {
    const std::string name = path_ + "/" + std::string(kLoadPrefix) + std::string(FamilyName(family));
    rocksdb::IngestExternalFileArg arg;
    arg.column_family = handle;
    arg.external_files = {name};
    arg.options.move_files = true;
    arg.options.write_global_seqno = false;    // the file stays as it was synced
    arg.options.verify_file_checksum = false;  // it was made while the file was written
    args_.push_back(arg);
    rocksdb::SstFileWriter writer(rocksdb::EnvOptions(),
                                  rocksdb::Options(db_.GetDBOptions(), MakeLoadOptions(family)), handle,
                                  /*invalidate_page_cache=*/false);  // it is read again soon
    MURAGAT_RETURN_IF_ERROR(ToStatus(writer.Open(name)));
    Bounds bounds{.handle = handle};
    MURAGAT_RETURN_IF_ERROR(writes.VisitInOrder(family, [&](std::string_view key, std::string_view value) {
      if (bounds.first.empty()) bounds.first = key;
      bounds.last = key;
      return ToStatus(writer.Put(ToSlice(key), ToSlice(value)));
    }));
    bounds_.push_back(bounds);
    rocksdb::ExternalSstFileInfo info;
    MURAGAT_RETURN_IF_ERROR(ToStatus(writer.Finish(&info)));
    args_.back().files_checksums = {info.file_checksum};
    args_.back().files_checksum_func_names = {info.file_checksum_func_name};
    return Status::Ok();
  }

  Status TakeIn() { return args_.empty() ? Status::Ok() : ToStatus(db_.IngestExternalFiles(args_)); }

  // Whether the database finds the first and the last key of each table.
  bool AreFound() const {
    const auto is_found = [&](const Bounds& bounds, std::string_view key) {
      rocksdb::PinnableSlice value;
      return db_.Get({}, bounds.handle, ToSlice(key), &value).ok();
    };
    return std::all_of(bounds_.begin(), bounds_.end(), [&](const Bounds& bounds) {
      return is_found(bounds, bounds.first) && is_found(bounds, bounds.last);
    });
  }

 private:
  struct Bounds {
    rocksdb::ColumnFamilyHandle* handle;
    std::string_view first = {}, last = {};  // keys of the writes
  };

  rocksdb::DB& db_;
  std::string path_;
  std::vector<rocksdb::IngestExternalFileArg> args_;
  std::vector<Bounds> bounds_;
};

}  // namespace

Status TakeInTables(rocksdb::DB& db, const std::vector<rocksdb::ColumnFamilyHandle*>& families,
                    const PendingWrites& writes) {
  LoadFiles files(db, db.GetName());
  for (const Family family : kFamilies) {
    if (writes.Empty(family)) continue;
    MURAGAT_RETURN_IF_ERROR(files.Add(family, families[static_cast<size_t>(family)], writes));
  }
  MURAGAT_RETURN_IF_ERROR(files.TakeIn());
  if (files.AreFound()) return Status::Ok();
  return Status::Corruption("tables that were just taken in do not hold what was written to them");
}

void RemoveLoadFiles(rocksdb::Env& env, const std::string& path) {
  std::vector<std::string> names;
  env.GetChildren(path, &names).PermitUncheckedError();
  for (const std::string& name : names) {
    if (name.starts_with(kLoadPrefix)) env.DeleteFile(path + "/" + name).PermitUncheckedError();
  }
}

}  // namespace muragat
