#pragma once

#include <array>
#include <cstring>
#include <string_view>

namespace muragat::import {

// One line of a text, as offsets in bytes.
struct Line {
  size_t begin = 0;
  size_t end = 0;   // behind its last character
  size_t next = 0;  // behind its line end: LF, CR LF or CR
};

// Cuts a text into lines. The text must outlive it.
class LineReader {
 public:
  explicit LineReader(std::string_view text, size_t at = 0)
      : text_(text), at_(at), has_returns_(text.find('\r') != std::string_view::npos) {}

  // Passes over the lines in front of it that begin with none of `first_bytes`, LF among them. Where the text
  // holds a CR, it may stop before.
  void SkipWithout(const std::array<bool, 256>& first_bytes) {
    if (has_returns_) return;
    while (at_ < text_.size() && !first_bytes[static_cast<unsigned char>(text_[at_])]) {
      const void* feed = std::memchr(text_.data() + at_, '\n', text_.size() - at_);
      at_ = feed ? static_cast<size_t>(static_cast<const char*>(feed) - text_.data()) + 1 : text_.size();
    }
  }

  // Moves on to the next line; false at the text's end. A line end at the text's end begins no further line.
  bool Next(Line& line) {
    if (at_ >= text_.size()) return false;
    line.begin = at_;
    const char* begin = text_.data() + at_;
    const void* feed = std::memchr(begin, '\n', text_.size() - at_);
    line.end = feed ? static_cast<size_t>(static_cast<const char*>(feed) - text_.data()) : text_.size();
    line.next = feed ? line.end + 1 : line.end;
    if (has_returns_) CutAtReturn(line);
    at_ = line.next;
    return true;
  }

  // Ends the text at `end`, behind one of its lines; not where it holds a CR.
  void EndAt(size_t end) {
    if (!has_returns_) text_ = text_.substr(0, end);
  }
  bool has_returns() const { return has_returns_; }

 private:
  void CutAtReturn(Line& line) const {
    const size_t found = text_.substr(line.begin, line.end - line.begin).find('\r');
    if (found == std::string_view::npos) return;
    const bool before_feed = line.begin + found + 1 == line.end && line.next > line.end;
    line.end = line.begin + found;
    if (!before_feed) line.next = line.end + 1;
  }

  std::string_view text_;
  size_t at_;
  bool has_returns_;
};

}  // namespace muragat::import
