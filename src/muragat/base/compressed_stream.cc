#include "muragat/base/compressed_stream.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#define ZSTD_STATIC_LINKING_ONLY  // for a decompressor with its own memory
#include <poll.h>
#include <unistd.h>
#include <zstd.h>

#include "muragat/base/huge_pages.h"

namespace muragat {
namespace {

constexpr int kMaxWindowLog = 27;  // 128 MiB

class DescriptorSource final : public ByteSource {
 public:
  explicit DescriptorSource(int descriptor) : descriptor_(descriptor) {}

  Result<size_t> Read(std::span<char> buffer) override {
    while (true) {
      const ssize_t count = ::read(descriptor_, buffer.data(), buffer.size());
      if (count >= 0) return static_cast<size_t>(count);
      if (errno == EINTR) continue;
      if (errno != EAGAIN && errno != EWOULDBLOCK) {
        return Status::Io("cannot read: " + std::generic_category().message(errno));
      }
      // A pipe that another program made non-blocking is waited for, not refused.
      pollfd waiting{.fd = descriptor_, .events = POLLIN, .revents = 0};
      ::poll(&waiting, 1, -1);
    }
  }

 private:
  int descriptor_;
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : rest_(bytes) {}

  Result<size_t> Read(std::span<char> buffer) override {
    const size_t count = rest_.copy(buffer.data(), buffer.size());
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

// Whether a stream that opens with these four bytes is zstd: a frame, or a skippable frame before one.
bool IsZstdMagic(const char* bytes) {
  uint32_t magic = 0;
  for (int i = 3; i >= 0; --i) magic = (magic << 8) | static_cast<uint8_t>(bytes[i]);
  return magic == ZSTD_MAGICNUMBER || (magic & ZSTD_MAGIC_SKIPPABLE_MASK) == ZSTD_MAGIC_SKIPPABLE_START;
}

// A decompressor's memory: its window may be large, and is read from all over.
void* AllocateWindow(void*, size_t size_bytes) {
  constexpr size_t kLargeBytes = size_t{4} << 20, kAlignment = size_t{2} << 20;
  if (size_bytes < kLargeBytes) return std::malloc(size_bytes);
  void* const bytes = std::aligned_alloc(kAlignment, (size_bytes + kAlignment - 1) / kAlignment * kAlignment);
  if (bytes != nullptr) PreferHugePages(bytes, size_bytes);
  return bytes;
}
void FreeWindow(void*, void* bytes) { std::free(bytes); }

class DecompressedSource final : public ByteSource {
 public:
  explicit DecompressedSource(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}

  Result<size_t> Read(std::span<char> buffer) override {
    if (failure_.ok() && kind_ == Kind::kUnknown) failure_ = Open();
    if (!failure_.ok()) return failure_;
    Result<size_t> count = kind_ == Kind::kZstd ? ReadZstd(buffer) : ReadPlain(buffer);
    if (!count.ok()) failure_ = count.status();
    return count;
  }

 private:
  enum class Kind { kUnknown, kPlain, kZstd };
  struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };

  // Reads the first bytes, which may come one at a time, and decides what the stream is.
  Status Open() {
    while (opening_size_ < opening_.size()) {
      const auto rest = std::span(opening_).subspan(opening_size_);
      MURAGAT_ASSIGN_OR_RETURN(const size_t count, inner_->Read(rest));
      if (count == 0) break;
      opening_size_ += count;
    }
    kind_ = opening_size_ == opening_.size() && IsZstdMagic(opening_.data()) ? Kind::kZstd : Kind::kPlain;
    if (kind_ == Kind::kPlain) return Status::Ok();
    context_.reset(ZSTD_createDCtx_advanced({AllocateWindow, FreeWindow, nullptr}));
    if (!context_ ||
        ZSTD_isError(ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kMaxWindowLog))) {
      return Status::Io("no memory to decompress");
    }
    compressed_.resize(ZSTD_DStreamInSize());
    std::copy_n(opening_.data(), opening_size_, compressed_.data());
    input_ = {compressed_.data(), opening_size_, 0};
    return Status::Ok();
  }

  Result<size_t> ReadPlain(std::span<char> buffer) {
    if (opening_at_ == opening_size_) return inner_->Read(buffer);
    const size_t count = std::min(buffer.size(), opening_size_ - opening_at_);
    std::copy_n(opening_.data() + opening_at_, count, buffer.data());
    opening_at_ += count;
    return count;
  }

  Result<size_t> ReadZstd(std::span<char> buffer) {
    ZSTD_outBuffer output{buffer.data(), buffer.size(), 0};
    while (output.pos == 0 && !buffer.empty()) {
      if (input_.pos == input_.size && !may_hold_more_) {
        MURAGAT_ASSIGN_OR_RETURN(const size_t count, inner_->Read(compressed_));
        if (count == 0) {
          if (in_frame_) return Status::Corruption("the zstd stream ends in the middle of a frame");
          break;
        }
        input_ = {compressed_.data(), count, 0};
      }
      const size_t left = ZSTD_decompressStream(context_.get(), &output, &input_);
      if (ZSTD_isError(left)) {
        return Status::Corruption(std::string("the zstd stream is damaged: ") + ZSTD_getErrorName(left));
      }
      in_frame_ = left != 0;
      may_hold_more_ = in_frame_ && output.pos == output.size;
    }
    return output.pos;
  }

  std::unique_ptr<ByteSource> inner_;
  Kind kind_ = Kind::kUnknown;
  Status failure_;
  std::array<char, 4> opening_{};
  size_t opening_size_ = 0;
  size_t opening_at_ = 0;
  std::unique_ptr<ZSTD_DCtx, FreeContext> context_;
  std::vector<char> compressed_;
  ZSTD_inBuffer input_{nullptr, 0, 0};
  bool in_frame_ = true;        // a frame has begun and not ended; the first one has by its magic
  bool may_hold_more_ = false;  // the decoder filled the buffer and may give more without new input
};

}  // namespace

std::unique_ptr<ByteSource> ReadDescriptor(int descriptor) {
  return std::make_unique<DescriptorSource>(descriptor);
}

std::unique_ptr<ByteSource> Decompress(std::unique_ptr<ByteSource> inner) {
  return std::make_unique<DecompressedSource>(std::move(inner));
}

std::unique_ptr<ByteSource> ReadMemory(std::string_view bytes) {
  return std::make_unique<MemorySource>(bytes);
}

}  // namespace muragat
