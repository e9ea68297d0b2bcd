#include "muragat/base/unpacked_stream.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>

namespace muragat {
namespace {

constexpr size_t kBufferBytes = size_t{64} << 10;
constexpr uint64_t kMaxWindowBytes = uint64_t{128} << 20;

// What is still to be unpacked, and where that goes; a step moves both on.
struct Window {
  std::span<const char> in;
  std::span<char> out;
};

class Unpacker {
 public:
  enum class Step { kMore, kMemberEnds, kDamaged };
  virtual ~Unpacker() = default;
  virtual Step Go(Window& window) = 0;
  virtual bool Restart() = 0;  // for the next member
  virtual const char* Name() const = 0;
};

// Moves `window` on to what a library left of it.
void MoveOn(Window& window, size_t in_left, size_t out_left) {
  window.in = window.in.last(in_left);
  window.out = window.out.last(out_left);
}

class Gzip final : public Unpacker {
 public:
  Gzip() { started_ = inflateInit2(&stream_, kGzipWindow) == Z_OK; }
  ~Gzip() override { inflateEnd(&stream_); }
  Step Go(Window& window) override {
    if (!started_) return Step::kDamaged;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(window.in.data()));
    stream_.avail_in = static_cast<uInt>(window.in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(window.out.data());
    stream_.avail_out = static_cast<uInt>(window.out.size());
    const int code = inflate(&stream_, Z_NO_FLUSH);
    MoveOn(window, stream_.avail_in, stream_.avail_out);
    if (code == Z_STREAM_END) return Step::kMemberEnds;
    return code == Z_OK || code == Z_BUF_ERROR ? Step::kMore : Step::kDamaged;
  }
  bool Restart() override { return inflateReset(&stream_) == Z_OK; }
  const char* Name() const override { return "gzip"; }

 private:
  static constexpr int kGzipWindow = 15 + 16;
  z_stream stream_{};
  bool started_ = false;
};

class Bzip2 final : public Unpacker {
 public:
  Bzip2() { Restart(); }
  ~Bzip2() override { BZ2_bzDecompressEnd(&stream_); }
  Step Go(Window& window) override {
    stream_.next_in = const_cast<char*>(window.in.data());
    stream_.avail_in = static_cast<unsigned>(window.in.size());
    stream_.next_out = window.out.data();
    stream_.avail_out = static_cast<unsigned>(window.out.size());
    const int code = BZ2_bzDecompress(&stream_);
    MoveOn(window, stream_.avail_in, stream_.avail_out);
    if (code == BZ_STREAM_END) return Step::kMemberEnds;
    return code == BZ_OK ? Step::kMore : Step::kDamaged;
  }
  bool Restart() override {
    BZ2_bzDecompressEnd(&stream_);
    stream_ = {};
    return BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
  }
  const char* Name() const override { return "bzip2"; }

 private:
  bz_stream stream_{};
};

class Xz final : public Unpacker {
 public:
  Xz() { Restart(); }
  ~Xz() override { lzma_end(&stream_); }
  Step Go(Window& window) override {
    stream_.next_in = reinterpret_cast<const uint8_t*>(window.in.data());
    stream_.avail_in = window.in.size();
    stream_.next_out = reinterpret_cast<uint8_t*>(window.out.data());
    stream_.avail_out = window.out.size();
    const lzma_ret code = lzma_code(&stream_, LZMA_RUN);
    MoveOn(window, stream_.avail_in, stream_.avail_out);
    if (code == LZMA_STREAM_END) return Step::kMemberEnds;
    return code == LZMA_OK || code == LZMA_BUF_ERROR ? Step::kMore : Step::kDamaged;
  }
  bool Restart() override { return lzma_auto_decoder(&stream_, kMaxWindowBytes, 0) == LZMA_OK; }
  const char* Name() const override { return "xz"; }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

std::unique_ptr<Unpacker> FindUnpacker(std::string_view opening) {
  using std::string_view_literals::operator""sv;
  if (opening.starts_with("\x1f\x8b\x08")) return std::make_unique<Gzip>();
  if (opening.starts_with("BZh") && opening.substr(std::min<size_t>(opening.size(), 4)) == "1AY&SY") {
    return std::make_unique<Bzip2>();
  }
  if (opening.starts_with("\xfd"
                          "7zXZ\0"sv) ||
      opening.starts_with("\x5d\0\0"sv))
    return std::make_unique<Xz>();
  return nullptr;
}

class UnpackedSource final : public ByteSource {
 public:
  explicit UnpackedSource(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}

  Result<size_t> Read(std::span<char> buffer) override {
    if (failure_.ok() && !opened_) failure_ = Open();
    if (!failure_.ok()) return failure_;
    Result<size_t> count = unpacker_ ? ReadPacked(buffer) : ReadPlain(buffer);
    if (!count.ok()) failure_ = count.status();
    return count;
  }

 private:
  Status Open() {
    opened_ = true;
    std::array<char, 10> opening{};
    size_t size = 0;
    while (size < opening.size()) {
      MURAGAT_ASSIGN_OR_RETURN(const size_t count, inner_->Read(std::span(opening).subspan(size)));
      if (count == 0) break;
      size += count;
    }
    unpacker_ = FindUnpacker({opening.data(), size});
    packed_.assign(opening.begin(), opening.begin() + static_cast<std::ptrdiff_t>(size));
    rest_ = packed_;
    return Status::Ok();
  }

  Result<size_t> ReadPlain(std::span<char> buffer) {
    if (rest_.empty()) return inner_->Read(buffer);
    const size_t count = std::min(buffer.size(), rest_.size());
    std::copy_n(rest_.data(), count, buffer.data());
    rest_ = rest_.subspan(count);
    return count;
  }

  Status Fill() {
    packed_.resize(kBufferBytes);
    MURAGAT_ASSIGN_OR_RETURN(const size_t count, inner_->Read(packed_));
    rest_ = std::span(packed_).first(count);
    at_end_ = count == 0;
    return Status::Ok();
  }

  // Between two members: passes over zeros; false at the end of the stream.
  Result<bool> FindNextMember() {
    while (true) {
      while (!rest_.empty() && rest_.front() == '\0') rest_ = rest_.subspan(1);
      if (!rest_.empty()) break;
      if (at_end_) return false;
      MURAGAT_RETURN_IF_ERROR(Fill());
    }
    if (!unpacker_->Restart()) return Status::Io("no memory to unpack");
    between_ = false;
    return true;
  }

  Result<size_t> ReadPacked(std::span<char> buffer) {
    Window window{{}, buffer};
    while (window.out.size() == buffer.size() && !buffer.empty()) {
      if (between_) {
        MURAGAT_ASSIGN_OR_RETURN(const bool more, FindNextMember());
        if (!more) return 0;
      }
      if (rest_.empty() && !at_end_ && !holds_more_) MURAGAT_RETURN_IF_ERROR(Fill());
      window.in = rest_;
      const Unpacker::Step step = unpacker_->Go(window);
      rest_ = std::span<char>(const_cast<char*>(window.in.data()), window.in.size());
      if (step == Unpacker::Step::kDamaged) {
        return Status::Corruption("the " + std::string(unpacker_->Name()) + " stream is damaged");
      }
      between_ = step == Unpacker::Step::kMemberEnds;
      holds_more_ = !between_ && window.out.empty();
      if (at_end_ && rest_.empty() && !between_ && window.out.size() == buffer.size()) {
        return Status::Corruption("the " + std::string(unpacker_->Name()) + " stream ends too early");
      }
    }
    return buffer.size() - window.out.size();
  }

  std::unique_ptr<ByteSource> inner_;
  std::unique_ptr<Unpacker> unpacker_;  // null: the stream is plain
  Status failure_;
  bool opened_ = false, at_end_ = false;
  bool between_ = false;     // two members
  bool holds_more_ = false;  // the unpacker may give more without new bytes
  std::vector<char> packed_;
  std::span<char> rest_;  // of it
};

}  // namespace

std::unique_ptr<ByteSource> Unpack(std::unique_ptr<ByteSource> inner) {
  return std::make_unique<UnpackedSource>(std::move(inner));
}

}  // namespace muragat
