// The file MURAGAT: "muragat archive" LF "format " version LF. It is written last, so that a directory
// without it is no archive.
#include "muragat/store/archive.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "muragat/base/hash.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/archive_files.h"
#include "muragat/store/commit_log.h"
#include "muragat/store/durable_file.h"
#include "muragat/text/ascii.h"
#include "muragat/text/percent_code.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarkerHead = "muragat archive\nformat ";
constexpr int kFirstLoggedFormat = 2;
constexpr std::string_view kNameSetting = "log";  // the name of the log: the first line of its checkpoints

// The version in the marker file; nothing where there is no marker. A marker that makes no sense is no
// archive's.
Result<std::optional<int>> ReadMarker(const fs::path& path) {
  std::error_code error;
  const fs::path marker = path / kMarkerFile;
  if (!fs::exists(marker, error)) {
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory) {
      return Status::Io("cannot look into " + path.string() + ": " + error.message());
    }
    return std::optional<int>();
  }
  std::ifstream file(marker, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) return Status::Io("cannot read " + marker.string());
  int version = 0;
  const char* end = text.data() + text.size();
  const bool head = text.starts_with(kMarkerHead) && text.ends_with('\n');
  const auto parsed =
      head ? std::from_chars(text.data() + kMarkerHead.size(), end, version) : std::from_chars_result{};
  if (!head || parsed.ec != std::errc() || parsed.ptr != end - 1 || version < 1) {
    return Status::Corruption("the file " + marker.string() + " is damaged");
  }
  return std::optional<int>(version);
}

// Whether a folder holds what RocksDB writes first when it makes a database, and no table yet.
bool IsUnfinished(const fs::path& path) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path, error)) {
    const std::string name = entry.path().filename().string();
    const bool first = name == "LOCK" || name == "IDENTITY" || name == "CURRENT" ||
                       name.starts_with("MANIFEST-") || name.starts_with("OPTIONS-") ||
                       name.ends_with(".dbtmp") || name.ends_with(".log");
    if (!first) return false;
  }
  return !error;
}

// What stands in the way of making an archive in the directory `path`; kOk where nothing does. A killed
// Create leaves a database without a record, which may be used; any other is somebody's, and is not touched.
Status CheckContents(const fs::path& path) {
  std::error_code error;
  bool has_database = false;
  const auto is_of_log = [](std::string name) {
    if (name.ends_with(".new")) name.resize(name.size() - 4);
    return name == kCheckpointFile || name == kVerifierKeyFile;
  };
  for (const auto& entry : fs::directory_iterator(path, error)) {
    const std::string name = entry.path().filename().string();
    has_database = has_database || name == kDatabaseFolder;
    if (name == kDatabaseFolder || name == std::string(kMarkerFile) + ".new") continue;
    if (is_of_log(name)) continue;
    return Status::Conflict(path.string() + " holds something else: choose an empty or a new directory");
  }
  if (error) return Status::Io("cannot look into " + path.string() + ": " + error.message());
  if (!has_database) return Status::Ok();
  const auto database = Database::Open((path / kDatabaseFolder).string(), Database::Mode::kRead);
  if (!database.ok() && database.status().code() == StatusCode::kBusy) return database.status();
  bool empty = database.ok() || IsUnfinished(path / kDatabaseFolder);
  for (const Family family : kFamilies) {
    if (!empty || !database.ok()) break;
    const auto cursor = (*database)->NewCursor(family);
    cursor->Seek("");
    while (cursor->At("o")) cursor->Next();  // settings are written before the marker
    empty = !cursor->Valid() && cursor->status().ok();
  }
  if (empty) return Status::Ok();
  return Status::Conflict(path.string() + " holds a database without the file " + std::string(kMarkerFile) +
                          ": nothing was touched, choose another directory");
}

// The name that the log's checkpoints will have: the origin, or one that no other archive has.
Result<std::string> NameLog(const std::string& origin) {
  if (!origin.empty()) return origin;
  MURAGAT_ASSIGN_OR_RETURN(const SigningKey random, SigningKey::Generate("muragat"));
  constexpr size_t kNameDigits = 16;
  return "muragat/" + Sha256Hex(random.verifier().public_key()).substr(0, kNameDigits);
}

// Makes the database and, last, the marker.
Result<std::unique_ptr<Database>> FillDirectory(const fs::path& path, const std::string& origin,
                                                const Clock& clock, rocksdb::Env* env) {
  const std::string database_path = (path / kDatabaseFolder).string();
  MURAGAT_ASSIGN_OR_RETURN(auto database, Database::Open(database_path, Database::Mode::kCreate, env));
  const auto batch = database->NewBatch();
  batch->Put(Family::kCatalog, SettingKey("origin"), origin);
  batch->Put(Family::kCatalog, SettingKey("created"), FormatInstant(clock.Now()));
  MURAGAT_ASSIGN_OR_RETURN(const std::string name, NameLog(origin));
  batch->Put(Family::kCatalog, SettingKey(kNameSetting), name);
  MURAGAT_RETURN_IF_ERROR(batch->Commit());
  // What a killed one left of an earlier attempt is of another name.
  std::error_code ignored;
  fs::remove(path / kVerifierKeyFile, ignored);
  MURAGAT_ASSIGN_OR_RETURN(LogHead head, LogHead::Read(path.string(), env));
  MURAGAT_RETURN_IF_ERROR(head.Write({.origin = name, .size = 0, .root = HashEmpty()}));
  MURAGAT_RETURN_IF_ERROR(WriteDurably(
      (path / kMarkerFile).string(), std::string(kMarkerHead) + std::to_string(kFormatVersion) + "\n", env));
  return database;
}

// Takes away what FillDirectory left before it failed, in a directory that held nothing before.
void ClearDirectory(const fs::path& path, bool with_directory) {
  std::error_code ignored;
  fs::remove(path / kMarkerFile, ignored);  // which may be there, and not durable
  fs::remove_all(path / kDatabaseFolder, ignored);
  fs::remove(path / (std::string(kMarkerFile) + ".new"), ignored);
  fs::remove(path / kCheckpointFile, ignored);
  fs::remove(path / (std::string(kCheckpointFile) + ".new"), ignored);
  if (with_directory) fs::remove(path, ignored);
}

}  // namespace

Archive::Archive(std::string path, std::unique_ptr<Database> database, LogHead head)
    : path_(std::move(path)),
      database_(std::move(database)),
      reader_(std::make_unique<Reader>(*database_)),
      head_(std::move(head)) {
  if (!database_->keeps_log()) return;
  database_->set_commit_listener([this](uint64_t commits, const Digest& root) -> Status {
    MURAGAT_ASSIGN_OR_RETURN(const std::string name, LogName());
    const Status written = head_.Write({.origin = name, .size = commits, .root = root});
    return written.WithContext("commit " + std::to_string(commits) + " is stored, but not acknowledged");
  });
}

Result<std::string> Archive::LogName() const {
  MURAGAT_ASSIGN_OR_RETURN(auto name, reader_->ReadSetting(std::string(kNameSetting)));
  if (!name) return Status::Corruption("the name of the log is missing");
  return *std::move(name);
}

Status Archive::UseKey(SigningKey key) {
  MURAGAT_RETURN_IF_ERROR(head_.UseKey(std::move(key)));
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader_->LastCommit());
  return head_.IsCurrent(last.value) ? Status::Ok() : RenewCheckpoint();
}

Status Archive::RenewCheckpoint() {
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader_->LastCommit());
  MURAGAT_ASSIGN_OR_RETURN(const std::string name, LogName());
  MURAGAT_ASSIGN_OR_RETURN(const Digest root, CommitLog(*database_).ReadRoot(last.value));
  return head_.Write({.origin = name, .size = last.value, .root = root});
}

Result<std::string> Archive::PathOf(const std::string& location) {
  const size_t mark = location.find("://");
  const std::string scheme = mark == std::string::npos ? "" : LowerAscii(location.substr(0, mark));
  const bool is_uri = !scheme.empty() && scheme.find_first_not_of(
                                             "abcdefghijklmnopqrstuvwxyz0123456789+-.") == std::string::npos;
  if (!is_uri) return location;
  std::string_view rest = std::string_view(location).substr(mark + 3);
  if (rest.starts_with("localhost/")) rest.remove_prefix(std::string_view("localhost").size());
  std::string path = PercentDecode(rest);
  if (scheme == "file" && rest.starts_with('/') && path.find('\0') == std::string::npos) return path;
  return Status::InvalidArgument("no archive can be at " + location +
                                 ": name a directory, or a URI such as file:///srv/kz.archive");
}

Result<bool> Archive::Exists(const std::string& location) {
  MURAGAT_ASSIGN_OR_RETURN(const std::string path, PathOf(location));
  MURAGAT_ASSIGN_OR_RETURN(const auto version, ReadMarker(path));
  if (version && *version > kFormatVersion) {
    return Status::Unsupported("the archive " + location + " has format " + std::to_string(*version) +
                               ", this program knows formats up to " + std::to_string(kFormatVersion) +
                               ": use a newer program");
  }
  return version.has_value();
}

Result<std::unique_ptr<Archive>> Archive::Open(const std::string& location, Access access,
                                               rocksdb::Env* env) {
  MURAGAT_ASSIGN_OR_RETURN(const std::string path, PathOf(location));
  MURAGAT_ASSIGN_OR_RETURN(const bool exists, Exists(location));
  if (!exists) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      return Status::NotFound("there is no archive at " + location +
                              ": make one with init or import, or name one with -C");
    }
    return Status::NotFound(location + " is no archive: name one with -C");
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto version, ReadMarker(path));
  // Read before the database is, so that no commit of a writer that goes on is taken for one that was lost.
  MURAGAT_ASSIGN_OR_RETURN(LogHead head, LogHead::Read(path, env));
  const auto mode = access == Access::kRead ? Database::Mode::kRead : Database::Mode::kWrite;
  MURAGAT_ASSIGN_OR_RETURN(auto database,
                           Database::Open((fs::path(path) / kDatabaseFolder).string(), mode, env));
  database->set_keeps_log(version.value_or(kFormatVersion) >= kFirstLoggedFormat);
  std::unique_ptr<Archive> archive(new Archive(path, std::move(database), std::move(head)));
  if (access == Access::kWrite && archive->database_->keeps_log()) {
    // Another process may have written between the two readings.
    MURAGAT_ASSIGN_OR_RETURN(archive->head_, LogHead::Read(path, env));
    MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, archive->reader_->LastCommit());
    MURAGAT_RETURN_IF_ERROR(archive->head_.Check(*archive->database_, last.value));
  }
  return archive;
}

Status Archive::CheckFree(const std::string& location) {
  MURAGAT_ASSIGN_OR_RETURN(const fs::path path, PathOf(location));
  MURAGAT_ASSIGN_OR_RETURN(const bool exists, Exists(location));
  if (exists) return Status::Conflict("there is an archive at " + location + " already");
  std::error_code error;
  if (!fs::exists(path, error)) return Status::Ok();
  if (!fs::is_directory(path, error)) return Status::Conflict(location + " is no directory: choose another");
  return CheckContents(path);
}

Result<std::unique_ptr<Archive>> Archive::Create(const std::string& location, const std::string& origin,
                                                 const Clock& clock, rocksdb::Env* env) {
  if (!origin.empty()) MURAGAT_RETURN_IF_ERROR(CheckKeyName(origin).WithContext("the origin"));
  MURAGAT_RETURN_IF_ERROR(CheckFree(location));
  MURAGAT_ASSIGN_OR_RETURN(const fs::path path, PathOf(location));
  std::error_code error;
  const bool is_new = !fs::exists(path, error);
  const bool had_database = fs::exists(path / kDatabaseFolder, error);
  fs::create_directories(path, error);
  if (error) return Status::Io("cannot make the directory " + location + ": " + error.message());
  auto database = FillDirectory(path, origin, clock, env);
  if (!database.ok()) {
    const bool busy = database.status().code() == StatusCode::kBusy;
    if (!busy && !had_database) ClearDirectory(path, is_new);
    return database.status();
  }
  MURAGAT_ASSIGN_OR_RETURN(LogHead head, LogHead::Read(path.string(), env));
  return std::unique_ptr<Archive>(new Archive(path.string(), *std::move(database), std::move(head)));
}

}  // namespace muragat
