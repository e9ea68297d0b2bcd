// WATCHES is UTF-8 lines, each with a line feed; fields have tabs between them and are percent-encoded:
//   muragat-watches 1
//   add      number commit query glob
//   given    number came|went date document section
//   remove   number
#include "tools/watch_file.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "muragat/store/archive_files.h"
#include "muragat/text/percent_code.h"

namespace muragat::tools {
namespace {

constexpr std::string_view kHead = "muragat-watches 1\n";

std::vector<std::string> FieldsOf(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const size_t tab = line.find('\t');
    fields.push_back(PercentDecode(line.substr(0, tab)));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::string LineOf(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) line += (line.empty() ? "" : "\t") + PercentEncode(field);
  return line + '\n';
}

std::optional<uint32_t> NumberIn(const std::string& text) {
  uint32_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

Status Failed(const std::string& what, const std::string& path) {
  return Status::Io("cannot " + what + " " + path + ": " + std::strerror(errno));
}

}  // namespace

Result<WatchFile> WatchFile::Open(const std::string& archive, Access access) {
  WatchFile file(archive + "/" + kWatchesFile);
  MURAGAT_RETURN_IF_ERROR(file.Load(access));
  return file;
}

WatchFile::WatchFile(WatchFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      whole_(other.whole_),
      last_number_(other.last_number_),
      watches_(std::move(other.watches_)) {}

WatchFile::~WatchFile() {
  if (file_ >= 0) ::close(file_);
}

Status WatchFile::Load(Access access) {
  if (access == Access::kWrite) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file_ < 0) return Failed("write", path_);
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0)
      return Status::Busy("another process is using " + path_ + ": try again when it is done");
  }
  std::ifstream in(path_, std::ios::binary);
  if (!in) return Status::Ok();
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) return Failed("read", path_);
  return TakeLines(text);
}

Status WatchFile::TakeLines(const std::string& text) {
  whole_ = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
  if (whole_ == 0) return Status::Ok();
  if (!text.starts_with(kHead))
    return text.starts_with("muragat-watches ")
               ? Status::Unsupported(path_ + " was written by a newer program: use that one")
               : Status::Corruption(path_ + " does not begin as a file of questions does: restore it");
  size_t number = 1;
  for (size_t at = kHead.size(); at < whole_;) {
    const size_t end = text.find('\n', at);
    ++number;
    if (!TakeLine(FieldsOf(std::string_view(text).substr(at, end - at))))
      return Status::Corruption("line " + std::to_string(number) + " of " + path_ +
                                " makes no sense: mend it, or remove the file and ask anew");
    at = end + 1;
  }
  return Status::Ok();
}

bool WatchFile::TakeLine(const std::vector<std::string>& fields) {
  const auto number = fields.size() > 1 ? NumberIn(fields[1]) : std::nullopt;
  if (!number || *number == 0) return false;
  if (fields[0] == "add" && fields.size() == 5) {
    const auto commit = NumberIn(fields[2]);
    if (!commit || *number <= last_number_) return false;
    last_number_ = *number;
    watches_[*number] = {.query = fields[3], .glob = fields[4], .since = {*commit}, .given = {}};
    return true;
  }
  const auto watch = watches_.find(*number);
  if (watch == watches_.end()) return false;
  if (fields[0] == "remove" && fields.size() == 2) {
    watches_.erase(watch);
    return true;
  }
  if (fields[0] != "given" || fields.size() != 6 || (fields[2] != "came" && fields[2] != "went"))
    return false;
  const auto date = ParseDate(fields[3]);
  const auto section = NumberIn(fields[5]);
  if (!date.ok() || !section) return false;
  watch->second.given.insert({fields[2] == "came", *date, fields[4], {*section}});
  return true;
}

Status WatchFile::Append(const std::string& lines) {
  const std::string written = (whole_ == 0 ? std::string(kHead) : "") + lines;
  // What a killed writer left goes first, so that no line is joined with it.
  if (::ftruncate(file_, static_cast<off_t>(whole_)) != 0) return Failed("write", path_);
  for (size_t done = 0; done < written.size();) {
    const ssize_t bytes =
        ::pwrite(file_, written.data() + done, written.size() - done, static_cast<off_t>(whole_ + done));
    if (bytes < 0 && errno == EINTR) continue;
    if (bytes <= 0) {
      const Status failed = Failed("write", path_);
      if (::ftruncate(file_, static_cast<off_t>(whole_)) != 0) return failed;
      return failed;
    }
    done += static_cast<size_t>(bytes);
  }
  if (::fsync(file_) != 0) return Failed("write", path_);
  whole_ += written.size();
  return Status::Ok();
}

Status WatchFile::Add(const Watch& watch) {
  const uint32_t number = next_number();
  MURAGAT_RETURN_IF_ERROR(Append(
      LineOf({"add", std::to_string(number), std::to_string(watch.since.value), watch.query, watch.glob})));
  last_number_ = number;
  watches_[number] = watch;
  return Status::Ok();
}

Status WatchFile::Remove(uint32_t number) {
  MURAGAT_RETURN_IF_ERROR(Append(LineOf({"remove", std::to_string(number)})));
  watches_.erase(number);
  return Status::Ok();
}

Status WatchFile::MarkGiven(uint32_t number, const std::vector<WatchEvent>& events) {
  std::string lines;
  for (const WatchEvent& event : events) {
    lines += LineOf({"given", std::to_string(number), event.came ? "came" : "went", FormatDate(event.date),
                     event.document, std::to_string(event.section.value)});
  }
  if (lines.empty()) return Status::Ok();
  MURAGAT_RETURN_IF_ERROR(Append(lines));
  watches_[number].given.insert(events.begin(), events.end());
  return Status::Ok();
}

}  // namespace muragat::tools
