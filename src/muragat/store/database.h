#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/sha256.h"
#include "muragat/store/pending_writes.h"
#include "muragat/store/view.h"

namespace rocksdb {
class Env;
}

namespace muragat {

// The RocksDB database inside an archive, with one column family a kind of record.
// Thread-safety: const methods may run concurrently; Write and Compact from one thread.
// Destruction flushes a writable database, so that its write-ahead log is empty at rest, and closes it.
class Database final : public StoreView {
 public:
  enum class Mode {
    kRead,    // also beside a writer, from a read-only or full disk; changes no byte
    kWrite,   // the only writer
    kCreate,  // the only writer of a database that need not exist yet
  };

  // Opens the database in the folder `path`. `env` null: the machine's file system.
  // Errors: kBusy: another process is writing; kCorruption, kIo: it cannot be opened.
  static Result<std::unique_ptr<Database>> Open(const std::string& path, Mode mode,
                                                rocksdb::Env* env = nullptr);
  // An empty database in memory, which is gone with the object: for trials and tests.
  static Result<std::unique_ptr<Database>> OpenInMemory();
  ~Database() override;

  using StoreView::NewCursor;
  Result<std::optional<std::string>> Get(Family family, std::string_view key) const override;
  std::unique_ptr<Cursor> NewCursor(Family family, std::string_view prefix) const override;
  std::unique_ptr<Cursor> NewPassingCursor(Family family) const override;
  std::unique_ptr<Cursor> NewPassingCursor(Family family, std::string_view prefix) const override;
  std::optional<uint64_t> version() const override;

  // Writes that are seen through this view at once, and by nobody else before Commit. One at a time a
  // database, which must outlive it.
  class Batch;
  std::unique_ptr<Batch> NewBatch();

  // Takes away all records whose keys begin with `prefix`, which is not empty: of what can be made anew.
  // Errors: kIo: some may be gone.
  Status Drop(Family family, std::string_view prefix);

  // Whether commits are hashed into a log: so it is unless somebody says otherwise.
  bool keeps_log() const { return keeps_log_; }
  void set_keeps_log(bool keeps_log) { keeps_log_ = keeps_log; }
  // What is told of each commit once it is durable, and before its writer says so: how many commits there
  // are, and the root of their log. Where it fails, the commit stays, and its writer fails.
  using CommitListener = std::function<Status(uint64_t commits, const Digest& root)>;
  void set_commit_listener(CommitListener listener) { commit_listener_ = std::move(listener); }
  Status TellOfCommit(uint64_t commits, const Digest& root) {
    return commit_listener_ ? commit_listener_(commits, root) : Status::Ok();
  }

  // Brings everything into its final order and compression. Errors: kIo, kCorruption.
  Status Compact();

  // Checks the checksum of every table file and of every block in it. Errors: kCorruption, kIo.
  Status VerifyBlocks() const;

  // About how many records a family holds; 0 where nobody knows.
  uint64_t EstimateRecords(Family family) const;

  // Bytes of the table files of one family.
  uint64_t FamilyBytes(Family family) const;

 private:
  Status CompactFamily(Family family);
  struct Handles;
  explicit Database(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
  bool keeps_log_ = true;
  CommitListener commit_listener_;
};

class Database::Batch final : public StoreView {
 public:
  explicit Batch(Database& database);
  ~Batch() override;

  using StoreView::NewCursor;
  Result<std::optional<std::string>> Get(Family family, std::string_view key) const override;
  std::unique_ptr<Cursor> NewCursor(Family family, std::string_view prefix) const override;
  std::optional<uint64_t> version() const override { return std::nullopt; }

  void Put(Family family, std::string_view key, std::string_view value);
  size_t size_bytes() const;

  // Remembers what was written so far; DropWrites forgets all writes since then.
  void Mark();
  void DropWrites();

  // Makes all writes durable in one atomic step, then holds none: a few by one synced write, many as table
  // files that are taken in together. Errors: kIo (disk full): nothing was written.
  Status Commit();
  // Forgets all writes.
  void Clear();

 private:
  Status Write() const;

  Database& database_;
  PendingWrites writes_;
};

}  // namespace muragat
