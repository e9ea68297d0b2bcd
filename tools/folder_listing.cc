#include "tools/folder_listing.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "muragat/text/utf8.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;
constexpr size_t kMaxFiles = 1'000'000;

Status CannotList(const fs::path& where, const std::error_code& error) {
  return Status::InvalidArgument("cannot list \"" + VisibleText(where.string()) + "\": " + error.message());
}

bool IsArchive(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "MURAGAT", error) && fs::is_directory(folder / "db", error);
}

std::string KindOf(fs::file_type type) {
  return type == fs::file_type::symlink ? "a symbolic link" : "no regular file";
}

}  // namespace

Result<FolderListing> ListFolder(const std::string& path) {
  FolderListing listing;
  std::error_code error;
  std::vector<std::string> open = {""};  // folders to go into, below `path`
  while (!open.empty()) {
    const std::string below = std::move(open.back());
    open.pop_back();
    const fs::path folder = below.empty() ? fs::path(path) : fs::path(path) / below;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      const std::string name = at->path().filename().string();
      const std::string place = below.empty() ? name : below + "/" + name;
      std::error_code unknown;
      const fs::file_type type = at->symlink_status(unknown).type();
      if (name.starts_with('.')) {
        listing.hidden.push_back(place);
      } else if (type == fs::file_type::directory) {
        if (IsArchive(at->path())) {
          listing.hidden.push_back(place);
        } else {
          open.push_back(place);
        }
      } else if (type == fs::file_type::regular) {
        listing.files.push_back(place);
      } else {
        listing.not_regular.emplace_back(place, KindOf(type));
      }
      if (listing.files.size() + open.size() > kMaxFiles) {
        return Status::InvalidArgument("\"" + VisibleText(path) +
                                       "\" holds more than a million files: name folders in it");
      }
    }
    if (error) return CannotList(folder, error);
  }
  std::ranges::sort(listing.files);
  std::ranges::sort(listing.hidden);
  std::ranges::sort(listing.not_regular);
  return listing;
}

std::string NameOfPath(const std::string& path) {
  std::error_code error;
  fs::path whole = fs::absolute(path, error).lexically_normal();
  if (error) return {};
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole.filename().string();
}

}  // namespace muragat::tools
