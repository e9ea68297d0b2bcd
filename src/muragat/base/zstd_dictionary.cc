#include "muragat/base/zstd_dictionary.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <zstd.h>

namespace muragat {
namespace {

constexpr size_t kMostHeld = 8;
constexpr size_t kComparedBytes = 256;  // of the tables that a dictionary begins with

struct Free {
  void operator()(ZSTD_DDict* made) const { ZSTD_freeDDict(made); }
};

}  // namespace

struct ZstdDictionaries::Held {
  unsigned id;
  size_t size_bytes;
  std::string beginning;
  std::unique_ptr<ZSTD_DDict, Free> made;
};

ZstdDictionaries::ZstdDictionaries() = default;
ZstdDictionaries::~ZstdDictionaries() = default;

const ZSTD_DDict_s* ZstdDictionaries::Find(const void* bytes, size_t size_bytes) {
  const unsigned id = ZSTD_getDictID_fromDict(bytes, size_bytes);
  if (id == 0) return nullptr;
  const std::string_view beginning(static_cast<const char*>(bytes), std::min(size_bytes, kComparedBytes));
  const auto found = std::find_if(held_.begin(), held_.end(), [&](const Held& held) {
    return held.id == id && held.size_bytes == size_bytes && held.beginning == beginning;
  });
  if (found != held_.end()) return found->made.get();
  std::unique_ptr<ZSTD_DDict, Free> made(ZSTD_createDDict(bytes, size_bytes));
  if (!made) return nullptr;
  if (held_.size() == kMostHeld) held_.erase(held_.begin());
  held_.push_back({id, size_bytes, std::string(beginning), std::move(made)});
  return held_.back().made.get();
}

}  // namespace muragat
