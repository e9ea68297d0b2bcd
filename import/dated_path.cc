#include "import/dated_path.h"

#include <algorithm>
#include <array>

#include "muragat/text/ascii.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxEndingBytes = 10;
constexpr auto kPackers = std::to_array<std::string_view>({".gz", ".zst", ".bz2", ".xz", ".lzma"});

std::optional<ValidDate> DateOf(std::string_view text) {
  constexpr size_t kMonthBytes = 7;  // "2019-07"
  if (text.size() < kMonthBytes) return std::nullopt;
  const auto date = ParseDate(text);
  return date.ok() ? std::optional<ValidDate>(*date) : std::nullopt;
}

bool IsLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string_view WithoutEnding(std::string_view name) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return name;
  const std::string_view ending = name.substr(dot + 1);
  const bool is_ending = !ending.empty() && ending.size() <= kMaxEndingBytes &&
                         std::ranges::all_of(ending, IsLetterOrDigit) &&
                         !(ending.front() >= '0' && ending.front() <= '9');
  return is_ending ? name.substr(0, dot) : name;
}

std::string_view WithoutPacker(std::string_view name) {
  const auto packer = std::ranges::find_if(kPackers, [&](std::string_view ending) {
    return name.size() > ending.size() && name.ends_with(ending);
  });
  return packer == kPackers.end() ? name : name.substr(0, name.size() - packer->size());
}

// Takes every date off the path, and holds them against each other.
class PathReader {
 public:
  Status Note(const ValidDate& date) {
    if (found_.date && *found_.date != date) {
      return Status::InvalidArgument("its path holds two dates, " + FormatDate(*found_.date) + " and " +
                                     FormatDate(date));
    }
    found_.date = date;
    return Status::Ok();
  }

  // The date at the end of `name`, which is taken off.
  Status TakeLast(std::string_view& name) {
    if (const auto whole = DateOf(name)) {
      name = {};
      return Note(*whole);
    }
    for (size_t at = name.find_last_of(".@"); at != std::string_view::npos && at > 0;
         at = name.find_last_of(".@", at - 1)) {
      if (const auto date = DateOf(name.substr(at + 1))) {
        name = name.substr(0, at);
        return Note(*date);
      }
      if (name.size() - at > 40) break;  // longer than any date
    }
    return Status::Ok();
  }

  Status ReadName(std::string_view name) {
    name = WithoutPacker(name);
    MURAGAT_RETURN_IF_ERROR(TakeLast(name));
    name = WithoutEnding(name);
    MURAGAT_RETURN_IF_ERROR(TakeLast(name));
    Append(name);
    return Status::Ok();
  }

  Status ReadFolder(std::string_view name) {
    if (const auto date = DateOf(name)) return Note(*date);
    Append(name);
    return Status::Ok();
  }

  DatedPath found() && { return std::move(found_); }

 private:
  void Append(std::string_view part) {
    if (part.empty()) return;
    if (!found_.document.empty()) found_.document += '/';
    found_.document += part;
  }

  DatedPath found_;
};

}  // namespace

Result<DatedPath> ReadDatedPath(std::string_view path) {
  PathReader reader;
  while (true) {
    const size_t slash = path.find('/');
    if (slash == std::string_view::npos) break;
    MURAGAT_RETURN_IF_ERROR(reader.ReadFolder(path.substr(0, slash)));
    path.remove_prefix(slash + 1);
  }
  MURAGAT_RETURN_IF_ERROR(reader.ReadName(path));
  return std::move(reader).found();
}

bool IsHiddenPath(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

}  // namespace muragat::import
