#include "muragat/store/database.h"

#include <atomic>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include "muragat/store/fail_stop_env.h"
#include "muragat/store/manifest_state.h"
#include "muragat/store/merged_cursor.h"
#include "muragat/store/rocks_convert.h"
#include "muragat/store/rocks_options.h"
#include "muragat/store/table_load.h"
#include "muragat/store/writer_lock.h"

namespace muragat {
namespace {

constexpr int kMaxCatchUps = 32;
constexpr int kBottomLevel = 6;
constexpr uint64_t kMostPassingBlockBytes = uint64_t{64} << 10;
constexpr size_t kPassingReadBytes = size_t{64} << 10;

bool IsForWantOfAFile(const rocksdb::Status& status) {
  const std::string message = status.ToString();
  return status.IsPathNotFound() || message.find("No such file") != std::string::npos ||
         message.find("does not exist") != std::string::npos;
}

// The key behind all that begin with `prefix`; empty where there is none.
std::string EndOfPrefix(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && end.back() == '\xff') end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(end.back() + 1);
  return end;
}

class RocksCursor final : public Cursor {
 public:
  RocksCursor(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* family, std::string_view prefix,
              rocksdb::ReadOptions options = {})
      : begin_(prefix), end_(EndOfPrefix(prefix)), begin_slice_(begin_), end_slice_(end_) {
    if (!begin_.empty()) options.iterate_lower_bound = &begin_slice_;
    if (!end_.empty()) options.iterate_upper_bound = &end_slice_;
    iterator_.reset(db.NewIterator(options, family));
  }
  void Seek(std::string_view key) override { iterator_->Seek(ToSlice(key)); }
  void SeekForPrev(std::string_view key) override { iterator_->SeekForPrev(ToSlice(key)); }
  void Next() override { iterator_->Next(); }
  void Prev() override { iterator_->Prev(); }
  bool Valid() const override { return iterator_->Valid(); }
  std::string_view key() const override { return ToView(iterator_->key()); }
  std::string_view value() const override { return ToView(iterator_->value()); }
  Status status() const override { return ToStatus(iterator_->status()); }

 private:
  std::string begin_, end_;
  rocksdb::Slice begin_slice_, end_slice_;
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

// A secondary takes a damaged or missing table for one that a writer deleted meanwhile, and shows an older
// state as if nothing were wrong. So it is used beside a writer only, where opening strictly is not defined.
// It keeps nothing in its own folder as long as its log is silent, so the folder need not exist.
rocksdb::Status OpenToRead(const rocksdb::DBOptions& options, const std::string& path,
                           const std::vector<rocksdb::ColumnFamilyDescriptor>& descriptors, bool is_local,
                           std::vector<rocksdb::ColumnFamilyHandle*>& families, rocksdb::DB*& db) {
  if (is_local && !IsBeingWritten(path)) {
    const rocksdb::Status status = rocksdb::DB::OpenForReadOnly(options, path, descriptors, &families, &db);
    if (status.ok() || !IsBeingWritten(path)) return status;
  }
  return rocksdb::DB::OpenAsSecondary(options, path, path, descriptors, &families, &db);
}

Status CheckFiles(rocksdb::DB& db) {
  rocksdb::Status status = db.VerifyFileChecksums({});
  if (status.ok()) status = db.VerifyChecksum();
  return ToStatus(status);
}

Result<std::optional<std::string>> ToValue(const rocksdb::Status& status, std::string&& value) {
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) return ToStatus(status);
  return std::optional<std::string>(std::move(value));
}

// RocksDB writes 28 KB of options at each opening, of which it keeps two and reads none: ours are in the
// program.
void RemoveOptionsFiles(rocksdb::Env& env, const std::string& path) {
  std::vector<std::string> names;
  env.GetChildren(path, &names).PermitUncheckedError();
  for (const std::string& name : names) {
    if (name.starts_with("OPTIONS-")) env.DeleteFile(path + "/" + name).PermitUncheckedError();
  }
}

}  // namespace

// Handles are closed in the order families, database; cursors are closed before by their owners.
struct Database::Handles {
  std::unique_ptr<rocksdb::Env> memory;  // only where the database lives in it
  std::unique_ptr<rocksdb::Env> env;     // of one that writes
  std::unique_ptr<WriterMark> mark;      // where this process writes
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  bool writable = false;
  std::atomic<uint64_t> version{0};
  std::string path;
  ManifestState manifest;  // as it was before it was opened

  rocksdb::ColumnFamilyHandle* Of(Family family) const { return families[static_cast<size_t>(family)]; }

  ~Handles() {
    if (!db) return;
    if (writable) db->Flush({}, families).PermitUncheckedError();
    for (auto* family : families) db->DestroyColumnFamilyHandle(family).PermitUncheckedError();
    if (writable) RemoveOptionsFiles(*db->GetEnv(), path);
    db->Close().PermitUncheckedError();
  }
};

Result<std::unique_ptr<Database>> Database::Open(const std::string& path, Mode mode, rocksdb::Env* env) {
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const Family family : kFamilies)
    descriptors.emplace_back(RocksFamilyName(family), MakeFamilyOptions(family, mode == Mode::kRead));
  auto handles = std::make_unique<Handles>();
  handles->path = path;
  handles->manifest = ReadManifestState(path);
  rocksdb::DB* db = nullptr;
  if (mode != Mode::kRead) handles->env = NewFailStopEnv(env != nullptr ? *env : *rocksdb::Env::Default());
  const rocksdb::DBOptions options =
      MakeDatabaseOptions(mode == Mode::kCreate, handles->env ? handles->env.get() : env);
  rocksdb::Status status;
  if (mode == Mode::kRead) {
    for (int attempt = 0; attempt < kMaxCatchUps; ++attempt) {
      status = OpenToRead(options, path, descriptors, env == nullptr, handles->families, db);
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
  if (handles->writable) RemoveLoadFiles(*db->GetEnv(), path);
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

std::unique_ptr<Cursor> Database::NewCursor(Family family, std::string_view prefix) const {
  return std::make_unique<RocksCursor>(*handles_->db, handles_->Of(family), prefix);
}

std::unique_ptr<Cursor> Database::NewPassingCursor(Family family) const {
  rocksdb::TablePropertiesCollection tables;
  handles_->db->GetPropertiesOfAllTables(handles_->Of(family), &tables).PermitUncheckedError();
  uint64_t raw_bytes = 0, blocks = 1;
  for (const auto& [name, table] : tables) {
    raw_bytes += table->raw_key_size + table->raw_value_size;
    blocks += table->num_data_blocks;
  }
  // A large block would be decompressed again for each step back in it.
  if (raw_bytes / blocks > kMostPassingBlockBytes) return NewCursor(family, {});
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  options.readahead_size = kPassingReadBytes;
  return std::make_unique<RocksCursor>(*handles_->db, handles_->Of(family), "", options);
}

std::unique_ptr<Cursor> Database::NewPassingCursor(Family family, std::string_view prefix) const {
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  return std::make_unique<RocksCursor>(*handles_->db, handles_->Of(family), prefix, options);
}

std::optional<uint64_t> Database::version() const { return handles_->version.load(); }

std::unique_ptr<Database::Batch> Database::NewBatch() { return std::make_unique<Batch>(*this); }

Status Database::Drop(Family family, std::string_view prefix) {
  const std::string end = EndOfPrefix(prefix);
  if (end.empty()) return Status::InvalidArgument("no prefix of what is to be dropped");
  rocksdb::WriteOptions options;
  options.sync = true;
  ++handles_->version;
  const rocksdb::Status status =
      handles_->db->DeleteRange(options, handles_->Of(family), ToSlice(prefix), ToSlice(end));
  ++handles_->version;
  return ToStatus(status);
}

Status Database::Compact() {
  MURAGAT_RETURN_IF_ERROR(ToStatus(handles_->db->Flush({}, handles_->families)));
  for (const Family family : kFamilies) MURAGAT_RETURN_IF_ERROR(CompactFamily(family));
  return Status::Ok();
}

// Merges all tables of a family into the bottom level at once. By levels, as CompactRange goes, tables that
// were loaded above each other would be written anew at each.
Status Database::CompactFamily(Family family) {
  rocksdb::DB& db = *handles_->db;
  auto* handle = handles_->Of(family);
  rocksdb::TablePropertiesCollection tables;
  MURAGAT_RETURN_IF_ERROR(ToStatus(db.GetPropertiesOfAllTables(handle, &tables)));
  if (tables.empty()) return Status::Ok();
  uint64_t raw_bytes = 0;
  for (const auto& [name, table] : tables) raw_bytes += table->raw_key_size + table->raw_value_size;
  MURAGAT_RETURN_IF_ERROR(ToStatus(db.SetOptions(handle, MakeColdOptions(family, raw_bytes))));
  rocksdb::ColumnFamilyMetaData figures;
  db.GetColumnFamilyMetaData(handle, &figures);
  std::vector<std::string> files;
  for (const auto& level : figures.levels) {
    for (const auto& file : level.files) files.push_back(file.relative_filename);
  }
  rocksdb::CompactionOptions at_once;
  at_once.compression = rocksdb::kDisableCompressionOption;  // as the family's options say
  at_once.output_file_size_limit = kMaxTableBytes;
  if (db.CompactFiles(at_once, handle, files, kBottomLevel).ok()) return Status::Ok();
  // A merge in the background holds some of them.
  rocksdb::CompactRangeOptions in_turn;
  in_turn.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  in_turn.change_level = true;
  in_turn.target_level = kBottomLevel;
  return ToStatus(db.CompactRange(in_turn, handle, nullptr, nullptr));
}

// The files are opened anew to be checked, and a writer may have merged some of them into others since they
// were opened first; it need not be there any more. So what is wrong with them counts only if nobody has
// written; else the files of today are checked. What is read through those that are open is checked block by
// block in any case.
Status Database::VerifyBlocks() const {
  Status status = CheckFiles(*handles_->db);
  if (handles_->writable) return status;
  ManifestState seen = handles_->manifest;
  for (int attempt = 0; !status.ok() && attempt < kMaxCatchUps; ++attempt) {
    const ManifestState now = ReadManifestState(handles_->path);
    if (now == seen && !IsBeingWritten(handles_->path)) return status;
    seen = now;
    const auto today = Open(handles_->path, Mode::kRead);
    status = today.ok() ? CheckFiles(*(*today)->handles_->db) : today.status();
  }
  return Status::Ok();
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

Database::Batch::Batch(Database& database) : database_(database) {}
Database::Batch::~Batch() = default;

Result<std::optional<std::string>> Database::Batch::Get(Family family, std::string_view key) const {
  if (const auto pending = writes_.Get(family, key)) return std::optional<std::string>(*pending);
  return database_.Get(family, key);
}

std::unique_ptr<Cursor> Database::Batch::NewCursor(Family family, std::string_view prefix) const {
  auto stored = database_.NewCursor(family, prefix);
  if (writes_.Empty(family)) return stored;
  return std::make_unique<MergedCursor>(writes_.NewCursor(family, prefix), std::move(stored));
}

void Database::Batch::Put(Family family, std::string_view key, std::string_view value) {
  writes_.Put(family, key, value);
}

size_t Database::Batch::size_bytes() const { return writes_.size_bytes(); }

void Database::Batch::Mark() { writes_.Mark(); }
void Database::Batch::DropWrites() { writes_.DropWrites(); }

Status Database::Batch::Write() const {
  rocksdb::WriteBatch batch(0, 0, 8, 0);
  for (const Family family : kFamilies) {
    auto* handle = database_.handles_->Of(family);
    MURAGAT_RETURN_IF_ERROR(writes_.VisitInOrder(family, [&](std::string_view key, std::string_view value) {
      return ToStatus(batch.Put(handle, ToSlice(key), ToSlice(value)));
    }));
  }
  rocksdb::WriteOptions options;
  options.sync = true;
  return ToStatus(database_.handles_->db->Write(options, &batch));
}

Status Database::Batch::Commit() {
  ++database_.handles_->version;
  if (writes_.size_bytes() >= kBulkBytes) {
    const Handles& handles = *database_.handles_;
    MURAGAT_RETURN_IF_ERROR(TakeInTables(*handles.db, handles.families, writes_));
  } else {
    MURAGAT_RETURN_IF_ERROR(Write());
  }
  ++database_.handles_->version;
  Clear();
  return Status::Ok();
}

void Database::Batch::Clear() { writes_.Clear(); }

}  // namespace muragat
