#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "muragat/base/sha256.h"

namespace muragat {

// Records that are hashed are UTF-8 lines `key SP value LF` in a fixed order; the first one is the record's
// kind and version. In a value a backslash is written `\\` and a line feed `\n`, so that one value has one
// line.

// Puts a record together, a line a call.
class RecordWriter {
 public:
  void Text(std::string_view key, std::string_view value);
  void Number(std::string_view key, uint64_t value);
  void Hash(std::string_view key, const Digest& value);
  // The record; the writer is done with then.
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Takes a record apart. A line that is not as expected gives an empty value and makes `ok()` false for good.
// What was read must be written again and compared: other spellings of a value are not found here. The bytes
// must outlive the reader.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

  std::string Text(std::string_view key);
  uint64_t Number(std::string_view key, uint64_t most = UINT64_MAX);
  uint32_t Number32(std::string_view key) { return static_cast<uint32_t>(Number(key, UINT32_MAX)); }
  Digest Hash(std::string_view key);
  // The line as it stands, without its key.
  std::string_view Line(std::string_view key);
  void Fail() { ok_ = false; }

  bool ok() const { return ok_; }
  bool AtEnd() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

// A number in decimal, at most `most`; nothing where `text` is none.
std::optional<uint64_t> ParseDecimal(std::string_view text, uint64_t most = UINT64_MAX);

}  // namespace muragat
