#include "muragat/text/fold.h"

#include <algorithm>

#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "muragat/text/ascii.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kMaxSlugBytes = 160;

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

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

}  // namespace

std::string FoldCase(std::string_view text) {
  if (!IsAscii(text)) return FindInvalidUtf8(text) ? FoldUnicode(WellFormed(text)) : FoldUnicode(text);
  return LowerAscii(text);
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
