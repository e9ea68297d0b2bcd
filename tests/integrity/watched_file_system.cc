#include "tests/integrity/watched_file_system.h"

#include <utility>

#include <rocksdb/system_clock.h>

namespace muragat::integrity {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using Kind = FileOperation::Kind;

class WatchedWriter final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  WatchedWriter(std::unique_ptr<rocksdb::FSWritableFile> file, WatchedFileSystem& system, uint64_t number,
                std::string path)
      : FSWritableFileOwnerWrapper(std::move(file)),
        system_(system),
        number_(number),
        path_(std::move(path)) {}

  IOStatus Append(const rocksdb::Slice& bytes, const IOOptions& options, IODebugContext* debug) override {
    const auto append = [&](size_t size) {
      const rocksdb::Slice part(bytes.data(), size);
      return [this, part, &options, debug] { return target()->Append(part, options, debug); };
    };
    size_t done = bytes.size();
    const auto halve = [&] {
      done = bytes.size() / 2;
      return append(done)();
    };
    return system_.Ask("append to " + path_, true, append(bytes.size()), halve, [&](auto& operations) {
      operations.push_back(
          {.kind = Kind::kAppend, .file = number_, .bytes = std::string(bytes.data(), done)});
    });
  }
  IOStatus Append(const rocksdb::Slice& bytes, const IOOptions& options, const rocksdb::DataVerificationInfo&,
                  IODebugContext* debug) override {
    return Append(bytes, options, debug);
  }
  IOStatus PositionedAppend(const rocksdb::Slice&, uint64_t, const IOOptions&, IODebugContext*) override {
    return IOStatus::NotSupported("writing past the page cache is not watched");
  }
  IOStatus PositionedAppend(const rocksdb::Slice& bytes, uint64_t offset, const IOOptions& options,
                            const rocksdb::DataVerificationInfo&, IODebugContext* debug) override {
    return PositionedAppend(bytes, offset, options, debug);
  }
  IOStatus Truncate(uint64_t size, const IOOptions& options, IODebugContext* debug) override {
    return Note([&] { return target()->Truncate(size, options, debug); },
                {.kind = Kind::kTruncate, .file = number_, .size = size});
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    return Note([&] { return target()->Sync(options, debug); }, {.kind = Kind::kSync, .file = number_});
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override { return Sync(options, debug); }

 private:
  IOStatus Note(const std::function<IOStatus()>& act, FileOperation operation) {
    return system_.Ask("sync or truncate " + path_, true, act, nullptr,
                       [&](auto& operations) { operations.push_back(std::move(operation)); });
  }

  WatchedFileSystem& system_;
  const uint64_t number_;
  const std::string path_;
};

class WatchedFolder final : public rocksdb::FSDirectoryWrapper {
 public:
  WatchedFolder(std::unique_ptr<rocksdb::FSDirectory>&& folder, WatchedFileSystem& system, std::string path)
      : FSDirectoryWrapper(std::move(folder)), system_(system), path_(std::move(path)) {}
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return system_.Ask(
        "sync folder " + path_, true, [&] { return FSDirectoryWrapper::Fsync(options, debug); }, nullptr,
        [&](auto& operations) { operations.push_back({.kind = Kind::kSyncFolder, .path = path_}); });
  }
  IOStatus FsyncWithDirOptions(const IOOptions& options, IODebugContext* debug,
                               const rocksdb::DirFsyncOptions&) override {
    return Fsync(options, debug);
  }

 private:
  WatchedFileSystem& system_;
  const std::string path_;
};

class SleeplessClock final : public rocksdb::SystemClockWrapper {
 public:
  SleeplessClock() : SystemClockWrapper(rocksdb::SystemClock::Default()) {}
  const char* Name() const override { return "SleeplessClock"; }
  void SleepForMicroseconds(int) override {}
};

class WatchedEnv final : public rocksdb::EnvWrapper {
 public:
  explicit WatchedEnv(const std::shared_ptr<WatchedFileSystem>& system)
      : EnvWrapper(rocksdb::NewCompositeEnv(system)) {
    system_clock_ = std::make_shared<SleeplessClock>();
  }
  const char* Name() const override { return "WatchedEnv"; }
};

const auto kNoNote = [](std::vector<FileOperation>&) {};

class WatchedReader final : public rocksdb::FSRandomAccessFileOwnerWrapper {
 public:
  WatchedReader(std::unique_ptr<rocksdb::FSRandomAccessFile>&& file, WatchedFileSystem& system)
      : FSRandomAccessFileOwnerWrapper(std::move(file)), system_(system) {}
  IOStatus Read(uint64_t offset, size_t size, const IOOptions& options, rocksdb::Slice* result, char* scratch,
                IODebugContext* debug) const override {
    return system_.Ask(
        "read", false, [&] { return target()->Read(offset, size, options, result, scratch, debug); }, nullptr,
        kNoNote);
  }

 private:
  WatchedFileSystem& system_;
};

class WatchedStream final : public rocksdb::FSSequentialFileOwnerWrapper {
 public:
  WatchedStream(std::unique_ptr<rocksdb::FSSequentialFile>&& file, WatchedFileSystem& system)
      : FSSequentialFileOwnerWrapper(std::move(file)), system_(system) {}
  IOStatus Read(size_t size, const IOOptions& options, rocksdb::Slice* result, char* scratch,
                IODebugContext* debug) override {
    return system_.Ask(
        "read", false, [&] { return target()->Read(size, options, result, scratch, debug); }, nullptr,
        kNoNote);
  }

 private:
  WatchedFileSystem& system_;
};

}  // namespace

WatchedFileSystem::WatchedFileSystem() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}

std::vector<FileOperation> WatchedFileSystem::Operations() const {
  const std::lock_guard lock(mutex_);
  return operations_;
}

size_t WatchedFileSystem::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_.size();
}

uint64_t WatchedFileSystem::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void WatchedFileSystem::FailAt(uint64_t request, Failure failure) {
  const std::lock_guard lock(mutex_);
  fail_at_ = request;
  failure_ = failure;
  failed_ = false;
}

std::string WatchedFileSystem::failed_request() const {
  const std::lock_guard lock(mutex_);
  return failed_request_;
}

bool WatchedFileSystem::has_failed() const {
  const std::lock_guard lock(mutex_);
  return failed_;
}

// The lock is held while the machine does it, so that the notes are in the order of the deeds.
IOStatus WatchedFileSystem::Ask(const std::string& what, bool writes, const std::function<IOStatus()>& act,
                                const std::function<IOStatus()>& halve,
                                const std::function<void(std::vector<FileOperation>&)>& note) {
  const std::lock_guard lock(mutex_);
  const uint64_t request = requests_++;
  const bool is_hit = failure_ == Failure::kFromThereOn ? writes && request >= fail_at_ : request == fail_at_;
  if (failure_ != Failure::kNone && is_hit) {
    if (!failed_) failed_request_ = what;
    failed_ = true;
    if (failure_ == Failure::kShort && halve && halve().ok()) note(operations_);
    return failure_ == Failure::kFromThereOn ? IOStatus::NoSpace("planted: no space left on device")
                                             : IOStatus::IOError("planted: input/output error");
  }
  IOStatus status = act();
  if (status.ok()) note(operations_);
  return status;
}

IOStatus WatchedFileSystem::Change(FileOperation operation, const std::function<IOStatus()>& act) {
  const bool needs_room = operation.kind != Kind::kDelete;
  return Ask("change name " + operation.path, needs_room, act, nullptr, [&](auto& operations) {
    const bool moves = operation.kind == Kind::kRename, links = operation.kind == Kind::kLink;
    if (moves || links) files_[operation.to] = files_[operation.path];
    if (moves || operation.kind == Kind::kDelete) files_.erase(operation.path);
    operations.push_back(std::move(operation));
  });
}

IOStatus WatchedFileSystem::OpenToWrite(const std::string& path, bool anew,
                                        const std::function<IOStatus()>& open,
                                        std::unique_ptr<rocksdb::FSWritableFile>* file) {
  uint64_t number = 0;
  IOStatus status = Ask("open " + path, true, open, nullptr, [&](auto& operations) {
    const auto known = files_.find(path);
    if (!anew && known != files_.end()) {
      number = known->second;
      return;
    }
    number = files_[path] = ++last_file_;
    operations.push_back({.kind = Kind::kCreate, .file = number, .path = path});
  });
  if (status.ok()) *file = std::make_unique<WatchedWriter>(std::move(*file), *this, number, path);
  return status;
}

IOStatus WatchedFileSystem::NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                              std::unique_ptr<rocksdb::FSSequentialFile>* file,
                                              IODebugContext* debug) {
  IOStatus status = Ask(
      "open " + path, false, [&] { return target()->NewSequentialFile(path, options, file, debug); }, nullptr,
      kNoNote);
  if (status.ok()) *file = std::make_unique<WatchedStream>(std::move(*file), *this);
  return status;
}

IOStatus WatchedFileSystem::NewRandomAccessFile(const std::string& path, const rocksdb::FileOptions& options,
                                                std::unique_ptr<rocksdb::FSRandomAccessFile>* file,
                                                IODebugContext* debug) {
  IOStatus status = Ask(
      "open " + path, false, [&] { return target()->NewRandomAccessFile(path, options, file, debug); },
      nullptr, kNoNote);
  if (status.ok()) *file = std::make_unique<WatchedReader>(std::move(*file), *this);
  return status;
}

IOStatus WatchedFileSystem::NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                            std::unique_ptr<rocksdb::FSWritableFile>* file,
                                            IODebugContext* debug) {
  return OpenToWrite(
      path, true, [&] { return target()->NewWritableFile(path, options, file, debug); }, file);
}

IOStatus WatchedFileSystem::ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                               std::unique_ptr<rocksdb::FSWritableFile>* file,
                                               IODebugContext* debug) {
  return OpenToWrite(
      path, false, [&] { return target()->ReopenWritableFile(path, options, file, debug); }, file);
}

IOStatus WatchedFileSystem::ReuseWritableFile(const std::string&, const std::string&,
                                              const rocksdb::FileOptions&,
                                              std::unique_ptr<rocksdb::FSWritableFile>*, IODebugContext*) {
  return IOStatus::NotSupported("using a file again is not watched");
}

IOStatus WatchedFileSystem::NewDirectory(const std::string& path, const IOOptions& options,
                                         std::unique_ptr<rocksdb::FSDirectory>* folder,
                                         IODebugContext* debug) {
  IOStatus status = Ask(
      "open " + path, false, [&] { return target()->NewDirectory(path, options, folder, debug); }, nullptr,
      kNoNote);
  if (status.ok()) *folder = std::make_unique<WatchedFolder>(std::move(*folder), *this, path);
  return status;
}

IOStatus WatchedFileSystem::CreateDir(const std::string& path, const IOOptions& options,
                                      IODebugContext* debug) {
  return Change({.kind = Kind::kMakeFolder, .path = path},
                [&] { return target()->CreateDir(path, options, debug); });
}

IOStatus WatchedFileSystem::CreateDirIfMissing(const std::string& path, const IOOptions& options,
                                               IODebugContext* debug) {
  return Change({.kind = Kind::kMakeFolder, .path = path},
                [&] { return target()->CreateDirIfMissing(path, options, debug); });
}

IOStatus WatchedFileSystem::DeleteFile(const std::string& path, const IOOptions& options,
                                       IODebugContext* debug) {
  return Change({.kind = Kind::kDelete, .path = path},
                [&] { return target()->DeleteFile(path, options, debug); });
}

IOStatus WatchedFileSystem::RenameFile(const std::string& from, const std::string& to,
                                       const IOOptions& options, IODebugContext* debug) {
  return Change({.kind = Kind::kRename, .path = from, .to = to},
                [&] { return target()->RenameFile(from, to, options, debug); });
}

IOStatus WatchedFileSystem::LinkFile(const std::string& from, const std::string& to, const IOOptions& options,
                                     IODebugContext* debug) {
  return Change({.kind = Kind::kLink, .path = from, .to = to},
                [&] { return target()->LinkFile(from, to, options, debug); });
}

IOStatus WatchedFileSystem::Truncate(const std::string& path, size_t size, const IOOptions& options,
                                     IODebugContext* debug) {
  return Ask(
      "truncate " + path, true, [&] { return target()->Truncate(path, size, options, debug); }, nullptr,
      [&](auto& operations) {
        operations.push_back({.kind = Kind::kTruncate, .file = files_[path], .size = size});
      });
}

std::unique_ptr<rocksdb::Env> NewEnv(const std::shared_ptr<WatchedFileSystem>& system) {
  return std::make_unique<WatchedEnv>(system);
}

}  // namespace muragat::integrity
