#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

namespace muragat::integrity {

// One thing that a program asked of a file system and that changes it. Files are told by numbers, for their
// names change; paths are those of the program.
struct FileOperation {
  enum class Kind { kCreate, kAppend, kTruncate, kSync, kRename, kLink, kDelete, kMakeFolder, kSyncFolder };
  Kind kind;
  uint64_t file = 0;       // kCreate, kAppend, kTruncate, kSync
  std::string path = {};   // of all but kAppend, kTruncate, kSync
  std::string to = {};     // kRename, kLink
  std::string bytes = {};  // kAppend
  uint64_t size = 0;       // kTruncate
};

// The machine's file system, which writes down what is asked of it, and fails where it is told to.
// Thread-safe.
class WatchedFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  WatchedFileSystem();

  static const char* kClassName() { return "WatchedFileSystem"; }
  const char* Name() const override { return kClassName(); }

  // Everything up to now, in the order in which it was carried out.
  std::vector<FileOperation> Operations() const;
  size_t operations() const;
  // How often anything was asked, reading too.
  uint64_t requests() const;

  enum class Failure { kNone, kOnce, kShort, kFromThereOn };
  // The request with this number (from 0) fails: as a failing disk does, once; a write after half of its
  // bytes, once; or all that write, from there on, as on a full disk.
  void FailAt(uint64_t request, Failure failure);
  bool has_failed() const;
  // What the request was that failed, such as "sync MANIFEST-000005".
  std::string failed_request() const;

  rocksdb::IOStatus NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* file,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& path, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* file,
                                        rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* file,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReuseWritableFile(const std::string& path, const std::string& old_path,
                                      const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSWritableFile>* file,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& path, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* folder,
                                 rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus CreateDir(const std::string& path, const rocksdb::IOOptions& options,
                              rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus CreateDirIfMissing(const std::string& path, const rocksdb::IOOptions& options,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& path, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to,
                             const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus Truncate(const std::string& path, size_t size, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override;

  // For the files that it hands out: asks for one thing, which `what` names, and notes it where it was done.
  // `halve` does half of it, where a write is cut short.
  rocksdb::IOStatus Ask(const std::string& what, bool writes, const std::function<rocksdb::IOStatus()>& act,
                        const std::function<rocksdb::IOStatus()>& halve,
                        const std::function<void(std::vector<FileOperation>&)>& note);

 private:
  rocksdb::IOStatus Change(FileOperation operation, const std::function<rocksdb::IOStatus()>& act);
  rocksdb::IOStatus OpenToWrite(const std::string& path, bool anew,
                                const std::function<rocksdb::IOStatus()>& open,
                                std::unique_ptr<rocksdb::FSWritableFile>* file);

  mutable std::mutex mutex_;
  std::vector<FileOperation> operations_;
  std::map<std::string, uint64_t> files_;  // by path
  uint64_t last_file_ = 0;
  uint64_t requests_ = 0;
  uint64_t fail_at_ = 0;
  Failure failure_ = Failure::kNone;
  bool failed_ = false;
  std::string failed_request_;
};

// An environment on this file system, in which nobody sleeps after a failure, as RocksDB does for a second.
std::unique_ptr<rocksdb::Env> NewEnv(const std::shared_ptr<WatchedFileSystem>& system);

}  // namespace muragat::integrity
