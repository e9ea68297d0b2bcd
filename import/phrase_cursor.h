#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/text/ordinal_word.h"
#include "muragat/text/quotation.h"

namespace muragat::import {

// Walks over a line of instructions. Every method that finds nothing leaves the cursor where it was. The line
// must outlive it.
class PhraseCursor {
 public:
  explicit PhraseCursor(std::string_view line) : line_(line) {}

  std::string_view Rest() const { return line_.substr(at_); }
  bool AtEnd() const { return at_ == line_.size(); }
  size_t at() const { return at_; }
  void MoveTo(size_t at) { at_ = at; }

  bool Skip(std::string_view words) {
    if (!Rest().starts_with(words)) return false;
    at_ += words.size();
    return true;
  }
  std::optional<std::string> ReadQuotation() { return muragat::ReadQuotation(line_, at_); }
  // What stands before the next `mark`, which is passed over.
  std::optional<std::string> ReadTo(std::string_view mark) {
    const size_t end = line_.find(mark, at_);
    if (end == std::string_view::npos) return std::nullopt;
    std::string text(line_.substr(at_, end - at_));
    at_ = end + mark.size();
    return text;
  }
  // "third"
  std::optional<uint32_t> ReadOrdinal() {
    const size_t end = std::min(line_.find_first_of(" ,", at_), line_.size());
    const std::optional<uint32_t> number = ReadOrdinalWord(line_.substr(at_, end - at_));
    if (number) at_ = end;
    return number;
  }
  std::optional<size_t> ReadNumber() {
    size_t number = 0, end = at_;
    for (; end < line_.size() && end < at_ + 15 && line_[end] >= '0' && line_[end] <= '9'; ++end)
      number = number * 10 + static_cast<size_t>(line_[end] - '0');
    if (end == at_) return std::nullopt;
    at_ = end;
    return number;
  }

 private:
  std::string_view line_;
  size_t at_ = 0;
};

}  // namespace muragat::import
