#include "muragat/text/utf8.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstring>

namespace muragat {
namespace {

// Reads the sequence at `at`: its code point and length in bytes, length 0 where it is malformed.
struct Sequence {
  char32_t code_point = 0;
  size_t size_bytes = 0;
};

Sequence ReadSequence(std::string_view text, size_t at) {
  const auto lead = static_cast<uint8_t>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + size > text.size()) return {};
  char32_t code_point = lead & (0x7fU >> size);
  for (size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<uint8_t>(text[at + i]);
    if ((byte & 0xc0) != 0x80) return {};
    code_point = (code_point << 6) | (byte & 0x3f);
  }
  const bool overlong = (size == 3 && code_point < 0x800) || (size == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
  if (overlong || surrogate || code_point > 0x10ffff) return {};
  return {code_point, size};
}

// Eight bytes at a time. A function that looks for bytes in such a word gives the high bits of those it
// found; of several only the first in the word is sure, and there is one if and only if a byte fits.
using Word = uint64_t;
constexpr size_t kWordBytes = sizeof(Word);
constexpr Word kOnes = 0x0101010101010101, kHighBits = kOnes * 0x80, kLowBits = kOnes * 0x7f;
constexpr unsigned char kC1Lead = 0xc2;  // the first byte of U+0080 … U+00BF

Word ReadWord(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

constexpr Word FindByte(Word word, Word byte) {
  const Word zero = word ^ (kOnes * byte);
  return (zero - kOnes) & ~zero & kHighBits;
}

// Bytes that are control characters or may begin one.
constexpr Word FindControlBytes(Word word) {
  const Word turned = ((word & kLowBits) + kOnes) & kLowBits;  // DEL is 0 and C0 is 1 … 0x20
  return (~(turned + kOnes * 0x5f) & ~word & kHighBits) | FindByte(word, kC1Lead);
}

// How many bytes stand before the first of those found; 0 where the machine's order does not say.
size_t BytesBefore(Word found) {
  if constexpr (std::endian::native != std::endian::little) return 0;
  return static_cast<size_t>(std::countr_zero(found)) / 8;
}

// Whether a control character begins with one of the bytes from `begin` to `end`.
bool ControlBegins(std::string_view text, size_t begin, size_t end) {
  for (size_t at = begin; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7f) return true;
    if (byte != kC1Lead || at + 1 == text.size()) continue;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (next >= 0x80 && next < 0xa0) return true;
  }
  return false;
}

}  // namespace

std::optional<size_t> FindInvalidUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (at + kWordBytes <= text.size()) {
      const Word word = ReadWord(text.data() + at);
      const Word found = (word & kHighBits) | FindByte(word, 0);
      at += found == 0 ? kWordBytes : BytesBefore(found);
      if (found == 0) continue;
    }
    const Sequence sequence = ReadSequence(text, at);
    if (sequence.size_bytes == 0 || sequence.code_point == 0) return at;
    at += sequence.size_bytes;
  }
  return std::nullopt;
}

char32_t DecodeBeyondAscii(std::string_view text, size_t& at) {
  const Sequence sequence = ReadSequence(text, at);
  at += sequence.size_bytes == 0 ? 1 : sequence.size_bytes;
  return sequence.size_bytes == 0 ? U'\ufffd' : sequence.code_point;
}

bool HoldsControl(std::string_view text) {
  if (text.size() < kWordBytes) return ControlBegins(text, 0, text.size());
  const size_t last = text.size() - kWordBytes;
  for (size_t at = 0;; at = std::min(at + kWordBytes, last)) {  // the last two words may overlap
    if (FindControlBytes(ReadWord(text.data() + at)) != 0 && ControlBegins(text, at, at + kWordBytes)) {
      return true;
    }
    if (at == last) return false;
  }
}

void AppendUtf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xc0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3f));
  } else if (code_point < 0x10000) {
    put(0xe0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3f));
    put(0x80 | (code_point & 0x3f));
  } else {
    put(0xf0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3f));
    put(0x80 | ((code_point >> 6) & 0x3f));
    put(0x80 | (code_point & 0x3f));
  }
}

std::string VisibleText(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t plain = at;
    while (at < text.size() && text[at] >= ' ' && text[at] <= '~') ++at;
    out.append(text, plain, at - plain);
    if (at == text.size()) break;
    const size_t begin = at;
    const char32_t c = DecodeUtf8(text, at);
    char mark[16];
    if (c == U'\ufffd' && at == begin + 1) {
      std::snprintf(mark, sizeof mark, "<x%02X>", static_cast<uint8_t>(text[begin]));
      out.append(mark);
    } else if (keep_lines && (c == '\n' || c == '\t')) {
      out.push_back(static_cast<char>(c));
    } else if (keep_lines && c == '\r' && at < text.size() && text[at] == '\n') {
      continue;
    } else if (c < 0x20 || c == 0x7f) {
      AppendUtf8(out, c == 0x7f ? U'\u2421' : U'\u2400' + c);
    } else if (IsControl(c) || IsInvisibleFormat(c)) {
      std::snprintf(mark, sizeof mark, "<U+%04X>", static_cast<unsigned>(c));
      out.append(mark);
    } else {
      out.append(text.substr(begin, at - begin));
    }
  }
  return out;
}

std::string WithoutControls(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    if (!IsControl(c)) AppendUtf8(out, c);
  }
  return out;
}

std::string OneLine(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    AppendUtf8(out, IsControl(c) ? U' ' : c);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

Status CheckOneLine(std::string_view text, std::string_view what) {
  if (FindInvalidUtf8(text)) return Status::InvalidArgument(std::string(what) + " is not UTF-8");
  if (!HoldsControl(text)) return Status::Ok();
  return Status::InvalidArgument(std::string(what) + " \"" + VisibleText(text) +
                                 "\" holds a control character");
}

}  // namespace muragat
