#include "import/archive_reader.h"

#include <algorithm>
#include <clocale>
#include <optional>
#include <utility>
#include <vector>

#include "import/archive_library.h"
#include "import/zip_directory.h"
#include "muragat/model/document_id.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kBlockBytes = size_t{64} << 10;
constexpr int kMiscellaneous = -1;  // the number of an error that no system call gave

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view WithoutDotSlash(std::string_view name) {
  while (name.starts_with("./")) name.remove_prefix(2);
  return name;
}

// libarchive converts names by the locale of the thread, and in that of C loses what is not ASCII: while one
// of these lives, the thread's is UTF-8.
class Utf8Names {
 public:
  explicit Utf8Names(locale_t utf8) : set_(utf8 != nullptr), before_(set_ ? ::uselocale(utf8) : nullptr) {}
  ~Utf8Names() {
    if (set_) ::uselocale(before_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  bool set_;
  locale_t before_;
};

}  // namespace

// libarchive calls back into it: no exception and no early end of the program may come of that.
struct ArchiveReader::Impl {
  explicit Impl(const ArchiveLibrary& of, const ArchiveLimits& given) : library(of), limits(given) {}
  ~Impl() {
    if (handle != nullptr) library.read_free(handle);
    if (utf8 != nullptr) ::freelocale(utf8);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  const ArchiveLibrary& library;
  ArchiveLimits limits;
  ::archive* handle = nullptr;
  locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  ByteSource* stream = nullptr;  // tar …
  std::function<uint64_t()> packed_bytes;
  RandomSource* file = nullptr;  // … or zip
  uint64_t at = 0;               // in `file`
  uint64_t unpacked_bytes = 0;
  uint64_t entries = 0;
  std::vector<char> buffer = std::vector<char>(kBlockBytes);  // of the source …
  std::vector<char> block = std::vector<char>(kBlockBytes);   // … and of an entry
  Status failure = Status::Ok();                              // of the source, or a limit

  uint64_t PackedBytes() const { return file != nullptr ? file->size_bytes() : packed_bytes(); }

  Status CountUnpacked(size_t bytes) {
    unpacked_bytes += bytes;
    const uint64_t allowed = limits.free_bytes + limits.max_ratio * PackedBytes();
    if (unpacked_bytes <= allowed) return Status::Ok();
    return Status::InvalidArgument("the archive unpacks to more than " + std::to_string(limits.max_ratio) +
                                   " times its size: unpack it, and import the folder");
  }

  Result<size_t> Fill() {
    if (file != nullptr) {
      MURAGAT_ASSIGN_OR_RETURN(const size_t size, file->ReadAt(at, buffer));
      at += size;
      return size;
    }
    MURAGAT_ASSIGN_OR_RETURN(const size_t size, stream->Read(buffer));
    MURAGAT_RETURN_IF_ERROR(CountUnpacked(size));
    return size;
  }

  static la_ssize_t OnRead(::archive* handle, void* self, const void** bytes) {
    auto& impl = *static_cast<Impl*>(self);
    const Result<size_t> size = impl.Fill();
    *bytes = impl.buffer.data();
    if (size.ok()) return static_cast<la_ssize_t>(*size);
    impl.failure = size.status();
    impl.library.set_error(handle, kMiscellaneous, "the source failed");
    return ARCHIVE_FATAL;
  }

  static la_int64_t OnSeek(::archive*, void* self, la_int64_t offset, int whence) {
    auto& impl = *static_cast<Impl*>(self);
    const auto size = static_cast<la_int64_t>(impl.file->size_bytes());
    const la_int64_t from = whence == SEEK_SET   ? 0
                            : whence == SEEK_CUR ? static_cast<la_int64_t>(impl.at)
                                                 : size;
    const la_int64_t to = std::clamp<la_int64_t>(from + offset, 0, size);
    impl.at = static_cast<uint64_t>(to);
    return to;
  }

  Status Open() {
    handle = library.read_new();
    if (handle == nullptr) return Status::Io("libarchive does not start");
    const int supported = file != nullptr ? library.read_support_format_zip_seekable(handle)
                                          : library.read_support_format_tar(handle);
    if (supported < ARCHIVE_WARN) return Failure();
    library.read_set_read_callback(handle, OnRead);
    if (file != nullptr) library.read_set_seek_callback(handle, OnSeek);
    library.read_set_callback_data(handle, this);
    return library.read_open1(handle) < ARCHIVE_WARN ? Failure() : Status::Ok();
  }

  Status Failure() const {
    if (!failure.ok()) return failure;
    const char* const why = library.error_string(handle);
    return Status::Corruption("the archive is damaged" +
                              (why != nullptr ? ": " + VisibleText(why) : std::string()));
  }

  std::string NameOf(::archive_entry* entry) const {
    const char* name = library.entry_pathname_utf8(entry);
    if (name == nullptr) name = library.entry_pathname(entry);
    return name == nullptr ? std::string() : std::string(WithoutDotSlash(name));
  }

  // Why a file of a good name is not read.
  Status CheckKind(::archive_entry* entry) const {
    if (library.entry_hardlink(entry) != nullptr) return Status::InvalidArgument("it is a link");
    const auto type = library.entry_filetype(entry);
    if (type == AE_IFLNK) return Status::InvalidArgument("it is a symbolic link");
    if (type != AE_IFREG && type != 0) return Status::InvalidArgument("it is no regular file");
    if (library.entry_is_encrypted(entry) == 1) return Status::InvalidArgument("it is encrypted");
    if (library.entry_size_is_set(entry) != 0 && IsTooLarge(library.entry_size(entry))) return TooLarge();
    return Status::Ok();
  }

  bool IsTooLarge(la_int64_t bytes) const {
    return bytes < 0 || static_cast<uint64_t>(bytes) > limits.max_entry_bytes;
  }

  Status TooLarge() const {
    return Status::InvalidArgument("it is longer than " + std::to_string(limits.max_entry_bytes >> 20) +
                                   " MiB");
  }

  Status TooMany() const {
    return Status::InvalidArgument("the archive holds more than " + std::to_string(limits.max_entries) +
                                   " files");
  }

  // The bytes of `entry`, whose header was read last, or why there are none; errors of the archive as a whole
  // go to `fatal`.
  Result<std::string> ReadBytes(::archive_entry* entry, Status& fatal) {
    std::string bytes;
    if (library.entry_size_is_set(entry) != 0) bytes.reserve(static_cast<size_t>(library.entry_size(entry)));
    while (true) {
      const la_ssize_t size = library.read_data(handle, block.data(), block.size());
      if (size == 0) {
        if (bytes.capacity() > 2 * bytes.size()) bytes.shrink_to_fit();  // its header promised more
        return bytes;
      }
      if (size < 0) {
        const Status status = Failure();
        if (!failure.ok() || size == ARCHIVE_FATAL) fatal = status;
        return Status::InvalidArgument(status.message());
      }
      const auto count = static_cast<size_t>(size);
      if (file != nullptr) {
        fatal = CountUnpacked(count);
        if (!fatal.ok()) return fatal;
      }
      if (bytes.size() + count > limits.max_entry_bytes) return TooLarge();
      bytes.append(block.data(), count);
    }
  }
};

ArchiveReader::ArchiveReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ArchiveReader::~ArchiveReader() = default;

auto ArchiveReader::OpenTar(ByteSource& source, std::function<uint64_t()> packed_bytes,
                            const ArchiveLimits& limits) -> Result<std::unique_ptr<ArchiveReader>> {
  MURAGAT_ASSIGN_OR_RETURN(const ArchiveLibrary* const library, LoadArchiveLibrary());
  auto impl = std::make_unique<Impl>(*library, limits);
  impl->stream = &source;
  impl->packed_bytes = std::move(packed_bytes);
  MURAGAT_RETURN_IF_ERROR(impl->Open());
  return std::unique_ptr<ArchiveReader>(new ArchiveReader(std::move(impl)));
}

auto ArchiveReader::OpenZip(RandomSource& source, const ArchiveLimits& limits)
    -> Result<std::unique_ptr<ArchiveReader>> {
  MURAGAT_ASSIGN_OR_RETURN(const ArchiveLibrary* const library, LoadArchiveLibrary());
  auto impl = std::make_unique<Impl>(*library, limits);
  // Before it is read: libarchive holds every entry of it, and each takes it some system calls.
  MURAGAT_ASSIGN_OR_RETURN(const uint64_t entries, CountZipEntries(source, limits.max_entries + 1));
  if (entries > limits.max_entries) return impl->TooMany();
  impl->file = &source;
  MURAGAT_RETURN_IF_ERROR(impl->Open());
  return std::unique_ptr<ArchiveReader>(new ArchiveReader(std::move(impl)));
}

Result<bool> ArchiveReader::ReadInto(ArchiveEntry& entry) {
  const ArchiveLibrary& library = impl_->library;
  const Utf8Names names(impl_->utf8);
  while (true) {
    ::archive_entry* header = nullptr;
    const int code = library.read_next_header(impl_->handle, &header);
    if (code == ARCHIVE_EOF) return false;
    if (code < ARCHIVE_WARN) return impl_->Failure();
    if (++impl_->entries > impl_->limits.max_entries) return impl_->TooMany();
    entry.name = impl_->NameOf(header);
    if (library.entry_filetype(header) == AE_IFDIR) continue;
    Status status = CheckEntryName(entry.name);
    if (status.ok()) status = impl_->CheckKind(header);
    if (!status.ok()) {
      entry.bytes = status;
      return true;
    }
    Status fatal = Status::Ok();
    entry.bytes = impl_->ReadBytes(header, fatal);
    if (!fatal.ok()) return fatal;
    return true;
  }
}

Status CheckEntryName(std::string_view name) {
  if (name.size() > 1 && name[1] == ':' && IsLetter(name[0]))
    return Status::InvalidArgument("its name begins with a drive's letter");
  if (name.find('\\') != std::string_view::npos) return Status::InvalidArgument("its name holds a backslash");
  return DocumentId::Parse(name).status();
}

}  // namespace muragat::import
