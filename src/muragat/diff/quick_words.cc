#include "muragat/diff/quick_words.h"

#include <algorithm>
#include <array>
#include <bit>

#include "muragat/base/hash.h"
#include "muragat/diff/word_cuts.h"

namespace muragat {
namespace {

constexpr size_t kIdeographBytes = 3;
constexpr size_t kFoldedBytes = 128;  // of longer words the capitals are kept

bool IsAsciiWord(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsIdeograph(std::string_view piece) {
  const auto first = static_cast<unsigned char>(piece.front());
  return first >= 0xe4 && first <= 0xe9 && piece.size() >= kIdeographBytes;
}

// How many bytes of punctuation `piece` begins with: ASCII, « and », and U+2000 … U+20FF, U+3000 … U+303F.
size_t PunctuationAtBegin(std::string_view piece) {
  size_t at = 0;
  while (at < piece.size()) {
    const auto c = static_cast<unsigned char>(piece[at]);
    if (c < 0x80 && !IsAsciiWord(c)) {
      ++at;
    } else if (c == 0xc2 && at + 1 < piece.size()) {
      at += 2;
    } else if (((c == 0xe2 && piece.substr(at + 1).starts_with('\x80')) ||
                (c == 0xe3 && piece.substr(at + 1).starts_with('\x80')) || c == 0xef) &&
               at + 2 < piece.size()) {
      at += 3;
    } else {
      break;
    }
  }
  return std::min(at, piece.size());
}

size_t PunctuationAtEnd(std::string_view piece) {
  size_t end = piece.size();
  while (end > 0) {
    const auto c = static_cast<unsigned char>(piece[end - 1]);
    if (c < 0x80) {
      if (IsAsciiWord(c)) break;
      --end;
      continue;
    }
    const std::string_view rest = piece.substr(0, end);
    if (end >= 2 && rest[end - 2] == '\xc2') {
      end -= 2;
    } else if (end >= 3 &&
               (rest[end - 3] == '\xef' ||
                (rest[end - 2] == '\x80' && (rest[end - 3] == '\xe2' || rest[end - 3] == '\xe3')))) {
      end -= 3;
    } else {
      break;
    }
  }
  return piece.size() - end;
}

// In small letters: ASCII, and the Russian alphabet.
void Fold(char* bytes, size_t size) {
  for (size_t i = 0; i < size; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c >= 'A' && c <= 'Z') bytes[i] = static_cast<char>(c + 32);
    if (c != 0xd0 || i + 1 >= size) continue;
    const auto next = static_cast<unsigned char>(bytes[i + 1]);
    if (next >= 0x90 && next <= 0x9f) {
      bytes[i + 1] = static_cast<char>(next + 0x20);
    } else if (next >= 0xa0 && next <= 0xaf) {
      bytes[i] = '\xd1';
      bytes[i + 1] = static_cast<char>(next - 0x20);
    }
    ++i;
  }
}

void AppendWord(std::string_view piece, std::vector<QuickWord>& words) {
  piece.remove_prefix(PunctuationAtBegin(piece));
  piece.remove_suffix(PunctuationAtEnd(piece));
  if (piece.empty()) return;
  QuickWord word;
  for (const char c : piece) {
    word.letters += (c & 0xc0) != 0x80 ? 1 : 0;
    word.has_digit = word.has_digit || (c >= '0' && c <= '9');
  }
  std::array<char, kFoldedBytes> folded;
  if (piece.size() <= folded.size()) {
    std::copy(piece.begin(), piece.end(), folded.begin());
    Fold(folded.data(), piece.size());
    word.hash = Hash64({folded.data(), piece.size()});
  } else {
    word.hash = Hash64(piece);
  }
  words.push_back(word);
}

void AppendPiece(std::string_view piece, std::vector<QuickWord>& words) {
  if (piece.empty()) return;
  if (IsIdeograph(piece)) {
    words.push_back({Hash64(piece.substr(0, kIdeographBytes)), 1, false, true});
    piece.remove_prefix(kIdeographBytes);
    if (piece.empty()) return;
  }
  AppendWord(piece, words);
}

}  // namespace

std::vector<QuickWord> CutQuickWords(std::string_view text) {
  std::vector<QuickWord> words;
  words.reserve(text.size() / 6);
  size_t begin = 0;
  for (size_t block = 0; block < text.size(); block += 64) {
    for (uint64_t cuts = FindWordCuts(text, block); cuts != 0; cuts &= cuts - 1) {
      const size_t at = block + static_cast<size_t>(std::countr_zero(cuts));
      AppendPiece(text.substr(begin, at - begin), words);
      begin = at;
    }
  }
  AppendPiece(text.substr(begin), words);
  return words;
}

}  // namespace muragat
