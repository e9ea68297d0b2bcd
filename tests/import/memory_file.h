#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "import/archive_reader.h"

namespace muragat::import {

// A file that is in memory.
class MemoryFile final : public RandomSource {
 public:
  explicit MemoryFile(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<size_t> ReadAt(uint64_t at, std::span<char> buffer) override {
    const size_t size = at < bytes_.size() ? std::min(buffer.size(), bytes_.size() - at) : 0;
    if (size > 0) std::memcpy(buffer.data(), bytes_.data() + at, size);
    return size;
  }
  uint64_t size_bytes() const override { return bytes_.size(); }

 private:
  std::string bytes_;
};

}  // namespace muragat::import
