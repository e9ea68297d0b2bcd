// The file MURAGAT: "muragat archive" LF "format " version LF. It is written last, so that a directory
// without it is no archive.
#include "muragat/store/archive.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarkerName = "MURAGAT";
constexpr std::string_view kMarkerHead = "muragat archive\nformat ";
constexpr std::string_view kDatabaseName = "db";

std::string ToPath(const std::string& location) {
  constexpr std::string_view kScheme = "file://";
  return location.starts_with(kScheme) ? location.substr(kScheme.size()) : location;
}

// The version in the marker file; nothing where there is no marker. A marker that makes no sense is no
// archive's.
Result<std::optional<int>> ReadMarker(const fs::path& path) {
  std::error_code error;
  const fs::path marker = path / kMarkerName;
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

Status WriteDurably(const fs::path& path, std::string_view text) {
  const auto fail = [&](int descriptor) {
    const Status status = Status::Io("cannot write " + path.string() + ": " + std::strerror(errno));
    if (descriptor >= 0) ::close(descriptor);
    return status;
  };
  const fs::path temporary = path.string() + ".new";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return fail(-1);
  if (::write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size())) return fail(file);
  if (::fsync(file) != 0) return fail(file);
  ::close(file);
  if (::rename(temporary.c_str(), path.c_str()) != 0) return fail(-1);
  const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0 || ::fsync(folder) != 0) return fail(folder);
  ::close(folder);
  return Status::Ok();
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
  for (const auto& entry : fs::directory_iterator(path, error)) {
    const std::string name = entry.path().filename().string();
    has_database = has_database || name == kDatabaseName;
    if (name == kDatabaseName || name == std::string(kMarkerName) + ".new") continue;
    return Status::Conflict(path.string() + " holds something else: choose an empty or a new directory");
  }
  if (error) return Status::Io("cannot look into " + path.string() + ": " + error.message());
  if (!has_database) return Status::Ok();
  const auto database = Database::Open((path / kDatabaseName).string(), Database::Mode::kRead);
  if (!database.ok() && database.status().code() == StatusCode::kBusy) return database.status();
  bool empty = database.ok() || IsUnfinished(path / kDatabaseName);
  for (const Family family : kFamilies) {
    if (!empty || !database.ok()) break;
    const auto cursor = (*database)->NewCursor(family);
    cursor->Seek("");
    while (cursor->At("o")) cursor->Next();  // settings are written before the marker
    empty = !cursor->Valid() && cursor->status().ok();
  }
  if (empty) return Status::Ok();
  return Status::Conflict(path.string() + " holds a database without the file " + std::string(kMarkerName) +
                          ": nothing was touched, choose another directory");
}

// Makes the database and, last, the marker.
Result<std::unique_ptr<Database>> FillDirectory(const fs::path& path, const std::string& origin,
                                                const Clock& clock, rocksdb::Env* env) {
  const std::string database_path = (path / kDatabaseName).string();
  MURAGAT_ASSIGN_OR_RETURN(auto database, Database::Open(database_path, Database::Mode::kCreate, env));
  const auto batch = database->NewBatch();
  batch->Put(Family::kCatalog, SettingKey("origin"), origin);
  batch->Put(Family::kCatalog, SettingKey("created"), FormatInstant(clock.Now()));
  MURAGAT_RETURN_IF_ERROR(batch->Commit());
  MURAGAT_RETURN_IF_ERROR(WriteDurably(fs::absolute(path) / kMarkerName,
                                       std::string(kMarkerHead) + std::to_string(kFormatVersion) + "\n"));
  return database;
}

// Takes away what FillDirectory left before it failed, in a directory that held nothing before.
void ClearDirectory(const fs::path& path, bool with_directory) {
  std::error_code ignored;
  fs::remove_all(path / kDatabaseName, ignored);
  fs::remove(path / (std::string(kMarkerName) + ".new"), ignored);
  if (with_directory) fs::remove(path, ignored);
}

}  // namespace

Archive::Archive(std::string path, std::unique_ptr<Database> database)
    : path_(std::move(path)), database_(std::move(database)), reader_(std::make_unique<Reader>(*database_)) {}

Result<bool> Archive::Exists(const std::string& location) {
  MURAGAT_ASSIGN_OR_RETURN(const auto version, ReadMarker(ToPath(location)));
  if (version && *version > kFormatVersion) {
    return Status::Unsupported("the archive " + location + " has format " + std::to_string(*version) +
                               ", this program knows formats up to " + std::to_string(kFormatVersion) +
                               ": use a newer program");
  }
  return version.has_value();
}

Result<std::unique_ptr<Archive>> Archive::Open(const std::string& location, Access access,
                                               rocksdb::Env* env) {
  const std::string path = ToPath(location);
  MURAGAT_ASSIGN_OR_RETURN(const bool exists, Exists(location));
  if (!exists) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      return Status::NotFound("there is no archive at " + location +
                              ": make one with init or import, or name one with -C");
    }
    return Status::NotFound(location + " is no archive: name one with -C");
  }
  const auto mode = access == Access::kRead ? Database::Mode::kRead : Database::Mode::kWrite;
  MURAGAT_ASSIGN_OR_RETURN(auto database,
                           Database::Open((fs::path(path) / kDatabaseName).string(), mode, env));
  return std::unique_ptr<Archive>(new Archive(path, std::move(database)));
}

Status Archive::CheckFree(const std::string& location) {
  const fs::path path = ToPath(location);
  MURAGAT_ASSIGN_OR_RETURN(const bool exists, Exists(location));
  if (exists) return Status::Conflict("there is an archive at " + location + " already");
  std::error_code error;
  if (!fs::exists(path, error)) return Status::Ok();
  if (!fs::is_directory(path, error)) return Status::Conflict(location + " is no directory: choose another");
  return CheckContents(path);
}

Result<std::unique_ptr<Archive>> Archive::Create(const std::string& location, const std::string& origin,
                                                 const Clock& clock, rocksdb::Env* env) {
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(origin, "the origin"));
  MURAGAT_RETURN_IF_ERROR(CheckFree(location));
  const fs::path path = ToPath(location);
  std::error_code error;
  const bool is_new = !fs::exists(path, error);
  const bool had_database = fs::exists(path / kDatabaseName, error);
  fs::create_directories(path, error);
  if (error) return Status::Io("cannot make the directory " + location + ": " + error.message());
  auto database = FillDirectory(path, origin, clock, env);
  if (!database.ok()) {
    const bool busy = database.status().code() == StatusCode::kBusy;
    if (!busy && !had_database) ClearDirectory(path, is_new);
    return database.status();
  }
  return std::unique_ptr<Archive>(new Archive(path.string(), *std::move(database)));
}

}  // namespace muragat
