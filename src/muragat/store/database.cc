#include "muragat/store/database.h"

#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/utilities/write_batch_with_index.h>

#include "muragat/store/rocks_options.h"
#include "muragat/store/writer_lock.h"

namespace muragat {
namespace {

constexpr int kMaxCatchUps = 32;

rocksdb::Slice ToSlice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view ToView(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

Status ToStatus(const rocksdb::Status& status) {
  if (status.ok()) return Status::Ok();
  const std::string message = status.ToString();
  if (status.IsNoSpace() || message.find("No space left") != std::string::npos) {
    return Status::Io("the disk is full (" + message + "): make room, then run the same command again");
  }
  // RocksDB has no code of its own for a lock that somebody holds.
  const bool held = message.find("While lock file") != std::string::npos ||
                    message.find("lock hold by current process") != std::string::npos;
  if (status.IsIOError() && held) {
    return Status::Busy("another process is writing to the archive: wait for it to end, then try again");
  }
  if (status.IsCorruption()) return Status::Corruption(message);
  return Status::Io(message);
}

bool IsForWantOfAFile(const rocksdb::Status& status) {
  const std::string message = status.ToString();
  return status.IsPathNotFound() || message.find("No such file") != std::string::npos ||
         message.find("does not exist") != std::string::npos;
}

class RocksCursor final : public Cursor {
 public:
  explicit RocksCursor(rocksdb::Iterator* iterator) : iterator_(iterator) {}
  void Seek(std::string_view key) override { iterator_->Seek(ToSlice(key)); }
  void SeekForPrev(std::string_view key) override { iterator_->SeekForPrev(ToSlice(key)); }
  void Next() override { iterator_->Next(); }
  void Prev() override { iterator_->Prev(); }
  bool Valid() const override { return iterator_->Valid(); }
  std::string_view key() const override { return ToView(iterator_->key()); }
  std::string_view value() const override { return ToView(iterator_->value()); }
  Status status() const override { return ToStatus(iterator_->status()); }

 private:
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

// A secondary takes a damaged or missing table for one that a writer deleted meanwhile, and shows an older
// state as if nothing were wrong. So it is used beside a writer only, where opening strictly is not defined.
// It keeps nothing in its own folder as long as its log is silent, so the folder need not exist.
rocksdb::Status OpenToRead(const rocksdb::DBOptions& options, const std::string& path,
                           const std::vector<rocksdb::ColumnFamilyDescriptor>& descriptors, bool is_local,
                           std::vector<rocksdb::ColumnFamilyHandle*>& families, rocksdb::DB*& db,
                           bool& secondary) {
  if (is_local && !IsBeingWritten(path)) {
    const rocksdb::Status status = rocksdb::DB::OpenForReadOnly(options, path, descriptors, &families, &db);
    if (status.ok() || !IsBeingWritten(path)) return status;
  }
  secondary = true;
  return rocksdb::DB::OpenAsSecondary(options, path, path, descriptors, &families, &db);
}

Result<std::optional<std::string>> ToValue(const rocksdb::Status& status, std::string&& value) {
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) return ToStatus(status);
  return std::optional<std::string>(std::move(value));
}

}  // namespace

// Handles are closed in the order families, database; cursors are closed before by their owners.
struct Database::Handles {
  std::unique_ptr<rocksdb::Env> memory;  // only where the database lives in it
  std::unique_ptr<WriterMark> mark;      // where this process writes
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  bool writable = false;
  bool secondary = false;  // opened beside a writer
  std::string path;

  rocksdb::ColumnFamilyHandle* Of(Family family) const { return families[static_cast<size_t>(family)]; }

  ~Handles() {
    if (!db) return;
    if (writable) db->Flush({}, families).PermitUncheckedError();
    for (auto* family : families) db->DestroyColumnFamilyHandle(family).PermitUncheckedError();
    db->Close().PermitUncheckedError();
  }
};

Result<std::unique_ptr<Database>> Database::Open(const std::string& path, Mode mode, rocksdb::Env* env) {
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const Family family : kFamilies)
    descriptors.emplace_back(RocksFamilyName(family), MakeFamilyOptions(family));
  auto handles = std::make_unique<Handles>();
  handles->path = path;
  rocksdb::DB* db = nullptr;
  const rocksdb::DBOptions options = MakeDatabaseOptions(mode == Mode::kCreate, env);
  rocksdb::Status status;
  if (mode == Mode::kRead) {
    for (int attempt = 0; attempt < kMaxCatchUps; ++attempt) {
      status =
          OpenToRead(options, path, descriptors, env == nullptr, handles->families, db, handles->secondary);
      if (status.ok() || !IsForWantOfAFile(status)) break;  // a writer may just have merged a file away
    }
  } else {
    if (env == nullptr) handles->mark = std::make_unique<WriterMark>(path);
    status = rocksdb::DB::Open(options, path, descriptors, &handles->families, &db);
  }
  if (!status.ok()) {
    const Status failure = ToStatus(status);
    const bool damaged = mode != Mode::kCreate && IsForWantOfAFile(status);
    return damaged ? Status::Corruption(failure.message()) : failure;
  }
  handles->db.reset(db);
  handles->writable = mode != Mode::kRead;
  return std::unique_ptr<Database>(new Database(std::move(handles)));
}

Result<std::unique_ptr<Database>> Database::OpenInMemory() {
  std::unique_ptr<rocksdb::Env> memory(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  MURAGAT_ASSIGN_OR_RETURN(auto database, Open("/db", Mode::kCreate, memory.get()));
  database->handles_->memory = std::move(memory);
  return database;
}

Database::Database(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
Database::~Database() = default;

Result<std::optional<std::string>> Database::Get(Family family, std::string_view key) const {
  std::string value;
  const rocksdb::Status status = handles_->db->Get({}, handles_->Of(family), ToSlice(key), &value);
  return ToValue(status, std::move(value));
}

std::unique_ptr<Cursor> Database::NewCursor(Family family) const {
  return std::make_unique<RocksCursor>(handles_->db->NewIterator({}, handles_->Of(family)));
}

std::unique_ptr<Database::Batch> Database::NewBatch() { return std::make_unique<Batch>(*this); }

Status Database::Compact() {
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  MURAGAT_RETURN_IF_ERROR(ToStatus(handles_->db->Flush({}, handles_->families)));
  for (const Family family : kFamilies) {
    MURAGAT_RETURN_IF_ERROR(
        ToStatus(handles_->db->CompactRange(options, handles_->Of(family), nullptr, nullptr)));
  }
  return Status::Ok();
}

Status Database::VerifyBlocks() const {
  for (int attempt = 0;; ++attempt) {
    rocksdb::Status status = handles_->db->VerifyFileChecksums({});
    if (status.ok()) status = handles_->db->VerifyChecksum();
    // Both open the files anew; beside a writer one may just have been merged into another.
    if (!IsForWantOfAFile(status) || handles_->writable || !IsBeingWritten(handles_->path))
      return ToStatus(status);
    // What is read through the files that are open still is checked block by block.
    if (!handles_->secondary || attempt == kMaxCatchUps) return Status::Ok();
    MURAGAT_RETURN_IF_ERROR(ToStatus(handles_->db->TryCatchUpWithPrimary()));
  }
}

uint64_t Database::EstimateRecords(Family family) const {
  uint64_t records = 0;
  const std::string name = rocksdb::DB::Properties::kEstimateNumKeys;
  return handles_->db->GetIntProperty(handles_->Of(family), name, &records) ? records : 0;
}

uint64_t Database::FamilyBytes(Family family) const {
  rocksdb::ColumnFamilyMetaData figures;
  handles_->db->GetColumnFamilyMetaData(handles_->Of(family), &figures);
  return figures.size;
}

struct Database::Batch::Writes {
  rocksdb::WriteBatchWithIndex batch{rocksdb::BytewiseComparator(), 0, true, 0, 8};
};

Database::Batch::Batch(Database& database) : database_(database), writes_(std::make_unique<Writes>()) {}
Database::Batch::~Batch() = default;

Result<std::optional<std::string>> Database::Batch::Get(Family family, std::string_view key) const {
  std::string value;
  const rocksdb::Status status = writes_->batch.GetFromBatchAndDB(
      database_.handles_->db.get(), {}, database_.handles_->Of(family), ToSlice(key), &value);
  return ToValue(status, std::move(value));
}

std::unique_ptr<Cursor> Database::Batch::NewCursor(Family family) const {
  auto* handle = database_.handles_->Of(family);
  rocksdb::Iterator* stored = database_.handles_->db->NewIterator({}, handle);
  return std::make_unique<RocksCursor>(writes_->batch.NewIteratorWithBase(handle, stored));
}

void Database::Batch::Put(Family family, std::string_view key, std::string_view value) {
  writes_->batch.Put(database_.handles_->Of(family), ToSlice(key), ToSlice(value)).PermitUncheckedError();
}

size_t Database::Batch::size_bytes() const { return writes_->batch.GetWriteBatch()->GetDataSize(); }

void Database::Batch::Mark() { writes_->batch.SetSavePoint(); }
void Database::Batch::KeepWrites() { writes_->batch.PopSavePoint().PermitUncheckedError(); }
void Database::Batch::DropWrites() { writes_->batch.RollbackToSavePoint().PermitUncheckedError(); }

Status Database::Batch::Commit() {
  rocksdb::WriteOptions options;
  options.sync = true;
  options.protection_bytes_per_key = 8;
  const rocksdb::Status status = database_.handles_->db->Write(options, writes_->batch.GetWriteBatch());
  if (status.ok()) Clear();
  return ToStatus(status);
}

void Database::Batch::Clear() { writes_->batch.Clear(); }

}  // namespace muragat
