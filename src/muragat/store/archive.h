#pragma once

#include <memory>
#include <string>

#include "muragat/base/clock.h"
#include "muragat/base/status.h"
#include "muragat/store/database.h"
#include "muragat/store/log_head.h"
#include "muragat/store/reader.h"
#include "muragat/store/writer.h"

namespace muragat {

// The version of the format that this program writes (doc/format.md); it reads this and all before it.
constexpr int kFormatVersion = 2;

// An Archive is the append-only history of documents kept in one directory.
// Thread-safety: one thread; several processes may read one archive beside one that writes.
// Destruction closes it; readers and writers must be gone by then.
class Archive {
 public:
  enum class Access {
    kRead,
    kWrite,   // refused where the log is not the one that the checkpoint is of
    kRepair,  // as kWrite, but takes the log as it is
  };

  // Opens the archive in the directory `location` (a path, or a URI "file:///…"). kRead changes no byte.
  // Errors: kNotFound     there is nothing, or a directory that is no archive;
  //         kUnsupported  it was written by a newer program (nothing was touched);
  //         kBusy         another process is writing (not kRead);
  //         kCorruption   (kWrite) the archive has lost commits that were acknowledged, or its checkpoint, or
  //                       its history was rewritten: nothing was changed;
  //         kCorruption, kIo.
  static Result<std::unique_ptr<Archive>> Open(const std::string& location, Access access,
                                               rocksdb::Env* env = nullptr);

  // Makes an empty archive; the directory must be missing or empty (or what a killed Create left). `origin`
  // names the archive to the world and may be empty: then its log gets a name that no other has. Errors:
  // kConflict  there is an archive already, or a directory with something else in it;
  //         kInvalidArgument  a control character, a space or a + in `origin`; kIo. On failure nothing is
  //         left behind that Create would refuse.
  static Result<std::unique_ptr<Archive>> Create(const std::string& location, const std::string& origin,
                                                 const Clock& clock, rocksdb::Env* env = nullptr);

  // Whether Create would find nothing in its way; changes nothing. Errors: as Create's kConflict,
  // kUnsupported, kIo.
  static Status CheckFree(const std::string& location);

  // Whether `location` holds an archive. Errors: as Open's kUnsupported and kIo.
  static Result<bool> Exists(const std::string& location);

  // The path that a location names. Errors: kInvalidArgument: it is a URI of another kind.
  static Result<std::string> PathOf(const std::string& location);

  const Reader& reader() const { return *reader_; }
  Database& database() { return *database_; }
  const Database& database() const { return *database_; }
  const std::string& path() const { return path_; }

  // --- the log of commits; an archive of format 1 keeps none
  bool keeps_log() const { return database_->keeps_log(); }
  // Checkpoint and verifier key as they were when the archive was opened, or are since.
  const LogHead& head() const { return head_; }
  // The first line of its checkpoints. Errors: kCorruption: it is missing.
  Result<std::string> LogName() const;
  // Signs the checkpoint of each commit from now on; and now, where the log goes beyond it, or it is not
  // signed (kWrite). Errors: as LogHead::UseKey and LogHead::Write.
  Status UseKey(SigningKey key);
  // Writes a checkpoint of the log as it is (kRepair). Errors: kIo, kCorruption: the log cannot be read.
  Status RenewCheckpoint();

 private:
  Archive(std::string path, std::unique_ptr<Database> database, LogHead head);

  std::string path_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Reader> reader_;
  LogHead head_;
};

}  // namespace muragat
