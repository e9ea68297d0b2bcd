#include "muragat/store/backup.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include "muragat/store/archive_files.h"
#include "muragat/store/commit_log.h"
#include "muragat/store/durable_file.h"

namespace muragat {
namespace {

namespace fs = std::filesystem;

constexpr size_t kFirstCopyBatchBytes = size_t{16} << 20;
constexpr std::string_view kUnfinished = ".unfinished";  // what a first copy is called until it is whole
constexpr uint64_t kRecordsAReport = 4'096;

// Copies records from one database to another, and counts them.
class RecordCopier {
 public:
  RecordCopier(const Database& source, Database& target, ProgressSink& progress)
      : source_(source), target_(target), batch_(target.NewBatch()), progress_(progress) {
    for (const Family family : kFamilies) total_ += source.EstimateRecords(family);
  }

  // Everything, into a database that holds nothing.
  Status CopyAll() {
    for (const Family family : kFamilies) {
      const auto from = source_.NewPassingCursor(family);
      for (from->Seek(""); from->Valid(); from->Next()) {
        Put(family, *from);
        MURAGAT_RETURN_IF_ERROR(Advance());
        if (batch_->size_bytes() >= kFirstCopyBatchBytes) MURAGAT_RETURN_IF_ERROR(batch_->Commit());
      }
      MURAGAT_RETURN_IF_ERROR(from->status());
    }
    MURAGAT_RETURN_IF_ERROR(batch_->Commit());
    return target_.Compact();
  }

  // What the target does not have yet, in one step.
  Status CopyNew() {
    for (const Family family : kFamilies) {
      if (family != Family::kDerived) MURAGAT_RETURN_IF_ERROR(CopyNewOf(family));
    }
    MURAGAT_RETURN_IF_ERROR(CopyDerived());
    return batch_->Commit();
  }

  uint64_t records() const { return records_; }
  uint64_t bytes() const { return bytes_; }

 private:
  void Put(Family family, const Cursor& from) {
    batch_->Put(family, from.key(), from.value());
    ++records_;
    bytes_ += from.key().size() + from.value().size();
  }
  Status Advance() {
    if (++seen_ % kRecordsAReport != 0) return Status::Ok();
    progress_.Report("records", seen_, std::max(seen_, total_));
    return progress_.Cancelled() ? Status::Cancelled("the copy was stopped") : Status::Ok();
  }
  Status CopyNewOf(Family family) {
    MURAGAT_ASSIGN_OR_RETURN(const bool has_more, Compare(family, true));
    if (!has_more) return Status::Ok();
    return Status::Conflict("it holds records that the archive does not have: choose another directory");
  }
  // What was made anew since may be fewer records: then those of that kind that the target has go first.
  Status CopyDerived() {
    MURAGAT_ASSIGN_OR_RETURN(const bool has_more, Compare(Family::kDerived, false));
    if (has_more) {
      for (const char* prefix : kDroppedInTurn)
        MURAGAT_RETURN_IF_ERROR(target_.Drop(Family::kDerived, prefix));
    }
    return Compare(Family::kDerived, true).status();
  }
  // Walks both side by side, and copies what the target does not have where that is wanted. Whether the
  // target has a record that the source does not have.
  Result<bool> Compare(Family family, bool copies) {
    const auto from = source_.NewPassingCursor(family);
    const auto to = target_.NewPassingCursor(family);
    bool has_more = false;
    to->Seek("");
    for (from->Seek(""); from->Valid(); from->Next()) {
      while (to->Valid() && to->key() < from->key()) {
        has_more = true;
        to->Next();
      }
      const bool is_there = to->Valid() && to->key() == from->key();
      if (copies && (!is_there || to->value() != from->value())) Put(family, *from);
      if (is_there) to->Next();
      MURAGAT_RETURN_IF_ERROR(Advance());
    }
    has_more = has_more || to->Valid();
    MURAGAT_RETURN_IF_ERROR(from->status());
    MURAGAT_RETURN_IF_ERROR(to->status());
    return has_more;
  }

  // The word index's own mark goes first: without it nobody relies on what is left of its lists.
  static constexpr std::array kDroppedInTurn = {"j", "t", "i", "w", "g"};

  const Database& source_;
  Database& target_;
  std::unique_ptr<Database::Batch> batch_;
  ProgressSink& progress_;
  uint64_t total_ = 0, seen_ = 0, records_ = 0, bytes_ = 0;
};

Result<BackupReport> Report(const Archive& source, uint64_t commits_before, const RecordCopier& copier) {
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, source.reader().LastCommit());
  return BackupReport{.commits_before = commits_before,
                      .commits = last.value,
                      .records = copier.records(),
                      .bytes = copier.bytes()};
}

// The small files beside the database, as they were when the source was opened; standing questions as they
// are.
Status CopyHead(const Archive& source, const fs::path& target) {
  const LogHead& head = source.head();
  if (head.verifier_key())
    MURAGAT_RETURN_IF_ERROR(WriteDurably((target / kVerifierKeyFile).string(), *head.verifier_key()));
  if (head.checkpoint())
    MURAGAT_RETURN_IF_ERROR(WriteDurably((target / kCheckpointFile).string(), *head.checkpoint()));
  MURAGAT_ASSIGN_OR_RETURN(const auto watches,
                           ReadSmallFile((fs::path(source.path()) / kWatchesFile).string()));
  return watches ? WriteDurably((target / kWatchesFile).string(), *watches) : Status::Ok();
}

// Last of all: a folder without the marker is no archive.
Status CopyMarker(const Archive& source, const fs::path& target) {
  MURAGAT_ASSIGN_OR_RETURN(const auto marker,
                           ReadSmallFile((fs::path(source.path()) / kMarkerFile).string()));
  if (!marker) return Status::NotFound("the archive " + source.path() + " is gone");
  return WriteDurably((target / kMarkerFile).string(), *marker);
}

Result<BackupReport> CopyWhole(const Archive& source, const fs::path& target, ProgressSink& progress) {
  const fs::path unfinished = target.string() + std::string(kUnfinished);
  std::error_code error;
  fs::remove_all(unfinished, error);  // of a copy that was killed
  fs::create_directories(unfinished, error);
  if (error) return Status::Io("cannot make the directory " + unfinished.string() + ": " + error.message());
  const auto copied = [&]() -> Result<BackupReport> {
    MURAGAT_ASSIGN_OR_RETURN(const auto database, Database::Open((unfinished / kDatabaseFolder).string(),
                                                                 Database::Mode::kCreate));
    RecordCopier copier(source.database(), *database, progress);
    MURAGAT_RETURN_IF_ERROR(copier.CopyAll());
    return Report(source, 0, copier);
  }();  // the database is closed here
  Status status = copied.status();
  if (status.ok()) status = CopyHead(source, unfinished);
  if (status.ok()) status = CopyMarker(source, unfinished);
  if (status.ok()) {
    fs::remove(target, error);  // an empty one
    status = RenameDurably(unfinished.string(), target.string());
  }
  if (!status.ok()) {
    fs::remove_all(unfinished, error);
    return status;
  }
  return copied;
}

// Whether `copy` is of the log of `source`, and not ahead of it.
Status CheckIsEarlier(const Archive& source, const Archive& copy) {
  const std::string advice = ": choose another directory";
  if (source.keeps_log() != copy.keeps_log())
    return Status::Conflict("it holds an archive of another format" + advice);
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, source.reader().LastCommit());
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber copied, copy.reader().LastCommit());
  if (copied > last)
    return Status::Conflict("it has " + std::to_string(copied.value) + " commits, the archive only " +
                            std::to_string(last.value) + ": restore it, or choose another directory");
  if (!source.keeps_log()) return Status::Ok();
  MURAGAT_ASSIGN_OR_RETURN(const std::string name, source.LogName());
  MURAGAT_ASSIGN_OR_RETURN(const std::string copied_name, copy.LogName());
  if (name != copied_name) return Status::Conflict("it holds another archive, " + copied_name + advice);
  MURAGAT_ASSIGN_OR_RETURN(const Digest root, CommitLog(copy.database()).ReadRoot(copied.value));
  MURAGAT_ASSIGN_OR_RETURN(const bool extends,
                           CommitLog(source.database()).Extends({.size = copied.value, .root = root}));
  if (extends) return Status::Ok();
  return Status::Conflict("its log is not the beginning of the archive's: one of them was rewritten" +
                          advice);
}

Result<BackupReport> BringUpToDate(const Archive& source, const std::string& target, uint64_t commits_before,
                                   ProgressSink& progress) {
  MURAGAT_ASSIGN_OR_RETURN(const auto copy, Archive::Open(target, Archive::Access::kWrite));
  RecordCopier copier(source.database(), copy->database(), progress);
  MURAGAT_RETURN_IF_ERROR(copier.CopyNew());
  MURAGAT_RETURN_IF_ERROR(CopyHead(source, target));
  return Report(source, commits_before, copier);
}

// Without the slash at its end that a shell adds.
fs::path FolderOf(const std::string& target) {
  const fs::path path = fs::absolute(target).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

Result<std::optional<uint64_t>> CheckBackUp(const Archive& source, const std::string& target) {
  const fs::path folder = FolderOf(target);
  std::error_code error;
  const bool is_there = fs::exists(folder, error);
  if (is_there && fs::equivalent(source.path(), folder, error))
    return Status::Conflict(target + " is the archive itself: choose another directory");
  MURAGAT_ASSIGN_OR_RETURN(const bool is_archive, Archive::Exists(folder.string()));
  if (is_archive) {
    MURAGAT_ASSIGN_OR_RETURN(const auto copy, Archive::Open(folder.string(), Archive::Access::kRead));
    MURAGAT_RETURN_IF_ERROR(CheckIsEarlier(source, *copy).WithContext(target));
    MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, copy->reader().LastCommit());
    return std::optional<uint64_t>(last.value);
  }
  if (is_there && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)))
    return Status::Conflict(target + " holds something else: choose an empty or a new directory");
  return std::optional<uint64_t>();
}

Result<BackupReport> BackUp(const Archive& source, const std::string& target, ProgressSink& progress) {
  MURAGAT_ASSIGN_OR_RETURN(const auto commits_before, CheckBackUp(source, target));
  if (!commits_before) return CopyWhole(source, FolderOf(target), progress);
  auto report = BringUpToDate(source, target, *commits_before, progress);
  if (!report.ok()) return report.status().WithContext(target);
  return report;
}

}  // namespace muragat
