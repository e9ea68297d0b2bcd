#pragma once

#include <string_view>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat {

// Walks over a title, character by character. Past its end, Peek gives 0 and Skip does nothing. A value:
// copies walk on their own. The text must outlive it.
class Cursor {
 public:
  Cursor(std::string_view text, size_t at) : text_(text), at_(at) {}

  size_t at() const { return at_; }
  bool AtEnd() const { return at_ >= text_.size(); }
  char32_t Peek() const {
    size_t at = at_;
    return AtEnd() ? 0 : DecodeUtf8(text_, at);
  }
  char PeekByte() const { return AtEnd() ? '\0' : text_[at_]; }
  void Skip() {
    if (!AtEnd()) DecodeUtf8(text_, at_);
  }
  bool SkipByte(char c) {
    if (PeekByte() != c) return false;
    ++at_;
    return true;
  }
  void MoveTo(size_t at) { at_ = at; }
  bool SkipBlank() {
    const size_t begin = at_;
    while (!AtEnd() && IsBlankCharacter(Peek())) Skip();
    return at_ > begin;
  }
  template <typename Predicate>
  std::string_view SkipWhile(Predicate predicate) {
    const size_t begin = at_;
    while (!AtEnd() && predicate(Peek())) Skip();
    return text_.substr(begin, at_ - begin);
  }
  std::string_view From(size_t begin) const { return text_.substr(begin, at_ - begin); }

  // A word: letters, and hyphens between letters.
  std::string_view SkipWord() {
    const size_t begin = at_;
    SkipWhile(IsLetter);
    while (PeekByte() == '-') {
      Cursor behind(text_, at_ + 1);
      if (behind.SkipWhile(IsLetter).empty()) break;
      at_ = behind.at();
    }
    return From(begin);
  }

 private:
  std::string_view text_;
  size_t at_;
};

constexpr bool IsAsciiDigit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiUpper(char32_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsDash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

}  // namespace muragat
