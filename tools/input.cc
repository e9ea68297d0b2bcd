#include "tools/input.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/foreign_file.h"
#include "import/format.h"
#include "import/git_objects.h"
#include "import/mediawiki.h"
#include "import/warc.h"
#include "muragat/base/unpacked_stream.h"
#include "muragat/text/byte_order_mark.h"
#include "muragat/text/utf8.h"
#include "tools/progress_line.h"

namespace muragat::tools {
namespace {

constexpr size_t kPeekBytes = 4096;
constexpr size_t kReadBytes = size_t{64} << 10;

// Whether `descriptor` has something to read, or is at its end, within so many milliseconds.
bool IsReadable(int descriptor, int milliseconds) {
  pollfd waiting{.fd = descriptor, .events = POLLIN, .revents = 0};
  return ::poll(&waiting, 1, milliseconds) > 0;
}

// Reads a descriptor, counts what is read, and ends the wait for more when the user or the program asks to
// stop.
class WatchedSource final : public ByteSource {
 public:
  explicit WatchedSource(int descriptor) : descriptor_(descriptor), inner_(ReadDescriptor(descriptor)) {}
  Result<size_t> Read(std::span<char> buffer) override {
    MURAGAT_RETURN_IF_ERROR(Wait());
    auto size = inner_->Read(buffer);
    if (size.ok()) bytes_read_ += *size;
    return size;
  }

  void OnWait(std::function<void()> on_wait) { on_wait_ = std::move(on_wait); }
  void Stop() { stopped_ = true; }
  uint64_t bytes_read() const { return bytes_read_; }

 private:
  Status Wait() {
    // A signal between the question and the wait is seen at the next turn.
    constexpr int kTurnMilliseconds = 200;
    for (int turn = 0;; ++turn) {
      if (Interrupted() || stopped_) return Status::Cancelled("interrupted: what was committed stays");
      if (turn == 1 && on_wait_) on_wait_();
      if (IsReadable(descriptor_, turn == 0 ? 0 : kTurnMilliseconds)) return Status::Ok();
    }
  }

  int descriptor_;
  std::unique_ptr<ByteSource> inner_;
  std::function<void()> on_wait_;
  std::atomic<bool> stopped_ = false;
  uint64_t bytes_read_ = 0;
};

// Gives `head` before what `inner` gives.
class HeadedSource final : public ByteSource {
 public:
  explicit HeadedSource(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}
  Result<size_t> Read(std::span<char> buffer) override {
    if (at_ == head_.size()) return inner_->Read(buffer);
    const size_t size = std::min(buffer.size(), head_.size() - at_);
    std::memcpy(buffer.data(), head_.data() + at_, size);
    at_ += size;
    return size;
  }
  Result<std::string_view> Peek() {
    while (head_.size() < kPeekBytes) {
      std::vector<char> buffer(kPeekBytes - head_.size());
      MURAGAT_ASSIGN_OR_RETURN(const size_t size, inner_->Read(buffer));
      if (size == 0) break;
      head_.append(buffer.data(), size);
    }
    return std::string_view(head_);
  }

 private:
  std::unique_ptr<ByteSource> inner_;
  std::string head_;
  size_t at_ = 0;
};

using NamedFormat = std::pair<std::string_view, InputFormat>;
constexpr auto kFormatNames = std::to_array<NamedFormat>({
    {"text", InputFormat::kText},
    {"markdown", InputFormat::kMarkdown},
    {"html", InputFormat::kHtml},
    {"wikitext", InputFormat::kWikitext},
    {"akn", InputFormat::kAkn},
    {"jsonl", InputFormat::kJsonLines},
    {"mediawiki", InputFormat::kMediaWiki},
    {"warc", InputFormat::kWarc},
    {"git", InputFormat::kGit},
    {"zip", InputFormat::kZip},
    {"tar", InputFormat::kTar},
});

InputFormat InputFormatOf(import::Format format) {
  switch (format) {
    case import::Format::kText:
      return InputFormat::kText;
    case import::Format::kMarkdown:
      return InputFormat::kMarkdown;
    case import::Format::kWikitext:
      return InputFormat::kWikitext;
    case import::Format::kAkn:
      return InputFormat::kAkn;
    case import::Format::kHtml:
      break;
  }
  return InputFormat::kHtml;
}

bool EndsIn(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

struct Input::Impl {
  int descriptor = -1;
  bool owned = false;
  uint64_t size_bytes = 0;
  std::string bytes;                 // where it is no file
  WatchedSource* watched = nullptr;  // within the stream; null where it is no file
  std::unique_ptr<HeadedSource> stream;
  ~Impl() {
    if (owned) ::close(descriptor);
  }
};

Input::Input(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Input::~Input() = default;

Result<std::unique_ptr<Input>> Input::Open(const std::string& path, int standard_input) {
  auto impl = std::make_unique<Impl>();
  impl->descriptor = standard_input;
  if (path != "-") {
    impl->descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (impl->descriptor < 0) {
      return Status::InvalidArgument("cannot open \"" + VisibleText(path) + "\": " + std::strerror(errno));
    }
    impl->owned = true;
  }
  struct stat info {};
  if (::fstat(impl->descriptor, &info) == 0) {
    if (S_ISDIR(info.st_mode)) {
      return Status::InvalidArgument("\"" + VisibleText(path) + "\" is a directory: name the files in it");
    }
    if (S_ISREG(info.st_mode)) impl->size_bytes = static_cast<uint64_t>(info.st_size);
  }
  auto watched = std::make_unique<WatchedSource>(impl->descriptor);
  impl->watched = watched.get();
  impl->stream = std::make_unique<HeadedSource>(Decompress(Unpack(std::move(watched))));
  return std::unique_ptr<Input>(new Input(std::move(impl)));
}

std::unique_ptr<Input> Input::OfBytes(std::string bytes) {
  auto impl = std::make_unique<Impl>();
  impl->bytes = std::move(bytes);
  impl->size_bytes = impl->bytes.size();
  impl->stream = std::make_unique<HeadedSource>(Decompress(Unpack(ReadMemory(impl->bytes))));
  return std::unique_ptr<Input>(new Input(std::move(impl)));
}

Result<std::string_view> Input::Peek() { return impl_->stream->Peek(); }
ByteSource& Input::stream() { return *impl_->stream; }
void Input::OnWait(std::function<void()> on_wait) {
  if (impl_->watched != nullptr) impl_->watched->OnWait(std::move(on_wait));
}
void Input::Stop() {
  if (impl_->watched != nullptr) impl_->watched->Stop();
}
uint64_t Input::bytes_read() const {
  return impl_->watched != nullptr ? impl_->watched->bytes_read() : impl_->bytes.size();
}
uint64_t Input::size_bytes() const { return impl_->size_bytes; }

Result<std::string> Input::ReadAll(size_t max_bytes) {
  std::string text;
  std::vector<char> buffer(kReadBytes);
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(const size_t size, impl_->stream->Read(buffer));
    if (size == 0) return text;
    text.append(buffer.data(), size);
    if (text.size() > max_bytes) {
      return Status::InvalidArgument("the text is longer than " + std::to_string(max_bytes >> 20) + " MiB");
    }
  }
}

std::string_view NameOfFormat(InputFormat format) {
  return std::ranges::find(kFormatNames, format, &NamedFormat::second)->first;
}

Result<InputFormat> ChooseFormat(const std::string& option, const std::string& path, Input& input) {
  if (option != "auto") {
    const auto named = std::ranges::find(kFormatNames, option, &NamedFormat::first);
    if (named != kFormatNames.end()) return named->second;
    return Status::InvalidArgument(
        "there is no reader for the format \"" + VisibleText(option) +
        "\": use auto, text, markdown, html, wikitext, akn, jsonl, mediawiki, warc, git, zip or tar");
  }
  MURAGAT_ASSIGN_OR_RETURN(std::string_view head, input.Peek());
  head = SkipByteOrderMark(head);
  const size_t first = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  if (EndsIn(path, {".jsonl", ".ndjson", ".jsonl.zst", ".ndjson.zst"})) return InputFormat::kJsonLines;
  if (head.substr(first).starts_with("{\"") || head.substr(first).starts_with("{ \""))
    return InputFormat::kJsonLines;
  if (import::LooksLikeMediaWiki(head)) return InputFormat::kMediaWiki;
  if (import::LooksLikeWarc(head)) return InputFormat::kWarc;
  if (import::LooksLikeGitBundle(head)) return InputFormat::kGit;
  if (import::LooksLikeOfficeDocument(head))
    return Status::InvalidArgument("there is no reader for books and office documents: \"" +
                                   VisibleText(path) + "\" was not read");
  if (import::LooksLikeZip(head)) return InputFormat::kZip;
  if (import::LooksLikeTar(head)) return InputFormat::kTar;
  const std::string_view media_type = import::MediaTypeOfName(path);
  if (!media_type.empty()) {
    const auto format = import::FormatOfMediaType(media_type);
    if (!format) {
      return Status::InvalidArgument("there is no reader for " + std::string(media_type) + ": \"" +
                                     VisibleText(path) + "\" was not read");
    }
    return InputFormatOf(*format);
  }
  return InputFormatOf(import::GuessFormat(head));
}

}  // namespace muragat::tools
