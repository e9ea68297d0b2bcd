#include <algorithm>
#include <array>
#include <cstdio>

#include "muragat/base/hash.h"
#include "muragat/render/page.h"
#include "muragat/text/ascii.h"
#include "muragat/text/percent_code.h"

namespace muragat {
namespace {

constexpr size_t kMaxPartBytes = 200;
constexpr std::string_view kEnding = ".html";

// Names that are devices on Windows, whatever ending follows them.
bool IsDevice(std::string_view segment) {
  static constexpr std::array<std::string_view, 6> kDevices = {"con", "prn",    "aux",
                                                               "nul", "conin$", "conout$"};
  const std::string name = LowerAscii(segment.substr(0, segment.find('.')));
  if (std::find(kDevices.begin(), kDevices.end(), name) != kDevices.end()) return true;
  return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) && name[3] >= '0' &&
         name[3] <= '9';
}

// One segment of an id as a part of a path, `room_bytes` long at most. No two segments give one name.
std::string EncodePart(std::string_view segment, bool is_folder, bool is_index, size_t room_bytes) {
  const bool ends_like_a_page = is_folder && LowerAscii(segment).ends_with(kEnding);
  const size_t last_dot = ends_like_a_page ? segment.size() - kEnding.size() : std::string_view::npos;
  const bool first_encoded = is_index || IsDevice(segment);
  std::string out;
  if (segment.empty()) out = "%";
  for (size_t i = 0; i < segment.size(); ++i) {
    const bool outer_dot = segment[i] == '.' && (i == 0 || i + 1 == segment.size() || i == last_dot);
    if (!IsUnreserved(segment[i]) || outer_dot || (i == 0 && first_encoded)) {
      AppendPercentEncoded(out, segment[i]);
    } else {
      out.push_back(segment[i]);
    }
  }
  if (out.size() <= room_bytes) return out;
  char suffix[24];
  std::snprintf(suffix, sizeof suffix, "-%016llx", static_cast<unsigned long long>(Hash64(segment)));
  out.resize(room_bytes - std::string_view(suffix).size());
  if (const size_t percent = out.rfind('%'); percent != std::string::npos && percent + 3 > out.size()) {
    out.resize(percent);
  }
  return out + suffix;
}

}  // namespace

std::string PageFileName(const std::string& document) {
  std::string out;
  size_t begin = 0;
  for (size_t slash = document.find('/'); slash != std::string::npos; slash = document.find('/', begin)) {
    out.append(
        EncodePart(std::string_view(document).substr(begin, slash - begin), true, false, kMaxPartBytes));
    out.push_back('/');
    begin = slash + 1;
  }
  const std::string_view last = std::string_view(document).substr(begin);
  const bool is_index = begin == 0 && LowerAscii(last) == "index";
  out.append(EncodePart(last, false, is_index, kMaxPartBytes - kEnding.size()));
  return out.append(kEnding);
}

std::string PageLink(const std::string& from_file, const std::string& to_file) {
  size_t common = 0;  // bytes of the folders that both share
  for (size_t i = 0; i < from_file.size() && i < to_file.size() && from_file[i] == to_file[i]; ++i) {
    if (from_file[i] == '/') common = i + 1;
  }
  std::string out;
  const auto ups = std::count(from_file.begin() + static_cast<std::ptrdiff_t>(common), from_file.end(), '/');
  for (std::ptrdiff_t i = 0; i < ups; ++i) out.append("../");
  for (const char c : std::string_view(to_file).substr(common)) {
    if (IsUnreserved(c) || c == '/') {
      out.push_back(c);
    } else {
      AppendPercentEncoded(out, c);
    }
  }
  return out;
}

}  // namespace muragat
