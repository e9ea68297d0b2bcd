#include "muragat/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kMaxSlugBytes = 160;

bool BelongsInSlug(char32_t c) {
  const uint32_t kinds = U_MASK(u_charType(static_cast<UChar32>(c)));
  return (kinds & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

// `text` with U+FFFD for each malformed byte: ICU would pass those on.
std::string WellFormed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) AppendUtf8(out, DecodeUtf8(text, at));
  return out;
}

// FoldCase of well-formed text that is not ASCII.
std::string FoldUnicode(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* folder = icu::Normalizer2::getNFKCCasefoldInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  folder->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr,
                        error);
  return U_FAILURE(error) ? std::string(text) : folded;
}

// Folds the character of two or three bytes at `at`, if it is a letter of French, German or Russian, or a
// sign of their typography, whose folding is a letter of as many bytes. Returns its size, or 0 if it is none.
size_t FoldCommon(std::string_view text, size_t at, char* folded) {
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<uint8_t>(text[at + i]) : uint8_t{0};
  };
  const auto put = [&](unsigned first, unsigned second) {
    folded[0] = static_cast<char>(first), folded[1] = static_cast<char>(second);
    return size_t{2};
  };
  const unsigned first = byte(0), second = byte(1);
  if (first == 0xe2) {
    constexpr std::string_view kSigns = "\x93\x94\x98\x99\x9c\x9d";  // – — ‘ ’ “ ”
    if (second != 0x80 || at + 2 >= text.size() || kSigns.find(text[at + 2]) == std::string_view::npos)
      return 0;
    text.copy(folded, 3, at);
    return 3;
  }
  if (second < 0x80 || second > 0xbf) return 0;
  if (first == 0xc3) {  // U+00C0 … U+00FF; ß becomes two letters
    if (second == 0x9f) return 0;
    return put(first, second < 0x9f && second != 0x97 ? second + 0x20 : second);
  }
  if (first == 0xd0) {                                                    // U+0400 … U+043F
    if (second < 0x90) return put(0xd1, second + 0x10);                   // Ѐ … Џ
    if (second < 0xa0) return put(0xd0, second + 0x20);                   // А … П
    return second < 0xb0 ? put(0xd1, second - 0x20) : put(0xd0, second);  // Р … Я, а … п
  }
  return first == 0xd1 && second < 0xa0 ? put(first, second) : 0;  // р … џ
}

// FoldCase of a text that holds nothing but ASCII and what FoldCommon folds. False if it holds more.
bool FoldCommon(std::string_view text, std::string& folded) {
  folded.resize(text.size());
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      folded[at++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      continue;
    }
    const size_t size = FoldCommon(text, at, &folded[at]);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

}  // namespace

std::string FoldCase(std::string_view text) {
  std::string folded;
  if (FoldCommon(text, folded)) return folded;
  return FindInvalidUtf8(text) ? FoldUnicode(WellFormed(text)) : FoldUnicode(text);
}

std::string FoldTitle(std::string_view text) {
  const std::string folded = FoldCase(text);
  std::string out;
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    const char32_t c = DecodeUtf8(folded, at);
    const bool space =
        c < 0x80 ? (c == ' ' || (c >= 9 && c <= 13)) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
    if (!space) {
      out.append(folded, begin, at - begin);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string Slug(std::string_view title) {
  icu::UnicodeString lower =
      icu::UnicodeString::fromUTF8(icu::StringPiece(title.data(), static_cast<int32_t>(title.size())));
  lower.toLower(icu::Locale::getRoot());
  std::string utf8;
  lower.toUTF8String(utf8);
  std::string slug;
  size_t last_hyphen = 0;
  for (size_t at = 0; at < utf8.size();) {
    const size_t begin = at;
    const char32_t c = DecodeUtf8(utf8, at);
    if (BelongsInSlug(c)) {
      if (slug.size() + (at - begin) > kMaxSlugBytes) {
        if (last_hyphen > 0) slug.resize(last_hyphen);
        break;
      }
      slug.append(utf8, begin, at - begin);
    } else if (!slug.empty() && slug.back() != '-') {
      last_hyphen = slug.size();
      slug.push_back('-');
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "reform" : slug;
}

}  // namespace muragat
