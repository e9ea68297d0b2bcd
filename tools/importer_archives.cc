#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/archive_reader.h"
#include "import/dated_path.h"
#include "import/foreign_file.h"
#include "muragat/text/utf8.h"
#include "tools/importer.h"
#include "tools/progress_line.h"

namespace muragat::tools {
namespace {

// So much of an archive is held at once and brought into the order of its dates.
constexpr size_t kMaxHeldBytes = size_t{32} << 20;

// A file on disk, of which any place can be read.
class FileSource final : public import::RandomSource {
 public:
  static Result<std::unique_ptr<FileSource>> Open(const std::string& path) {
    const int descriptor = path == "-" ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info {};
    if (descriptor < 0 || ::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
      if (descriptor >= 0) ::close(descriptor);
      return Status::InvalidArgument("a zip archive is read from its end: give it as a file");
    }
    return std::unique_ptr<FileSource>(new FileSource(descriptor, static_cast<uint64_t>(info.st_size)));
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override { ::close(descriptor_); }

  Result<size_t> ReadAt(uint64_t at, std::span<char> buffer) override {
    while (true) {
      if (Interrupted()) return Status::Cancelled("interrupted: what was committed stays");
      const ssize_t size = ::pread(descriptor_, buffer.data(), buffer.size(), static_cast<off_t>(at));
      if (size >= 0) return static_cast<size_t>(size);
      if (errno != EINTR) return Status::Io(std::string("cannot read: ") + std::strerror(errno));
    }
  }
  uint64_t size_bytes() const override { return size_bytes_; }

 private:
  FileSource(int descriptor, uint64_t size_bytes) : descriptor_(descriptor), size_bytes_(size_bytes) {}
  int descriptor_;
  uint64_t size_bytes_;
};

// The folder's part of a path, with the slash behind it, and the last part.
std::pair<std::string, std::string> CutPath(const std::string& path) {
  const size_t begin = path.rfind('/') + 1;  // 0 where there is none
  return {path.substr(0, begin), path.substr(begin)};
}

}  // namespace

Status Importer::ImportArchive(const PlannedFile& file, InputFormat format, Input& input) {
  std::unique_ptr<FileSource> zip;
  std::unique_ptr<import::ArchiveReader> reader;
  if (format == InputFormat::kZip) {
    MURAGAT_ASSIGN_OR_RETURN(zip, FileSource::Open(file.path));
    auto opened = import::ArchiveReader::OpenZip(*zip);
    if (!opened.ok()) return OfInput(file.place, opened.status());
    reader = *std::move(opened);
  } else {
    auto opened = import::ArchiveReader::OpenTar(input.stream(), [&input] { return input.bytes_read(); });
    if (!opened.ok()) return OfInput(file.place, opened.status());
    reader = *std::move(opened);
  }
  const auto [folder, root] = CutPath(file.below);
  std::vector<PlannedFile> held;
  std::vector<std::string> hidden;
  size_t held_bytes = 0;
  bool in_parts = false;
  Status end = Status::Ok();
  for (import::ArchiveEntry entry;;) {
    const Result<bool> found = reader->ReadInto(entry);
    end = found.status();
    if (!found.ok() || !*found) break;
    if (import::IsHiddenPath(entry.name) && entry.bytes.ok()) {
      hidden.push_back(entry.name);
      continue;
    }
    auto planned = PlanEntry(file.place, root, folder, entry);
    if (!planned.ok()) {
      Refuse(VisibleText(file.place + " " + entry.name), planned.status());
      continue;
    }
    if (!held.empty() && held_bytes + planned->bytes->size() > kMaxHeldBytes) {
      in_parts = true;
      held_bytes = 0;
      MURAGAT_RETURN_IF_ERROR(ImportPlanned(std::exchange(held, {})));
    }
    held_bytes += planned->bytes->size();
    held.push_back(*std::move(planned));
  }
  // What cannot be read on leaves the archive as it was, unless so much of it came before that it is
  // recorded.
  const bool of_the_file =
      end.code() == StatusCode::kCorruption || end.code() == StatusCode::kInvalidArgument;
  if (!end.ok() && !(in_parts && of_the_file))
    return OfInput(file.place, end.WithContext(VisibleText(file.place)));
  MURAGAT_RETURN_IF_ERROR(ImportPlanned(std::move(held)));
  if (!end.ok()) Refuse(VisibleText(file.place), end);
  NotePassedOver(file.place, hidden);
  if (in_parts)
    context_.Note("muragat: " + VisibleText(file.place) +
                  ": it is large, so its dates were brought into order part by part");
  return Status::Ok();
}

Result<PlannedFile> Importer::PlanEntry(const std::string& place, const std::string& root,
                                        const std::string& folder, import::ArchiveEntry& entry) {
  MURAGAT_RETURN_IF_ERROR(entry.bytes.status());
  MURAGAT_RETURN_IF_ERROR(import::CheckMayBeDocument(entry.name, ""));
  MURAGAT_ASSIGN_OR_RETURN(FileFacts facts, FactsWithin(root, folder + entry.name));
  return PlannedFile{
      .place = place + " " + entry.name, .bytes = *std::move(entry.bytes), .facts = std::move(facts)};
}

}  // namespace muragat::tools
