#include "muragat/text/charset.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

// Labels in lower case, in byte order, and the encoding as ICU calls it.
constexpr auto kLabels = std::to_array<Label>({
    {"ascii", "windows-1252"},
    {"big5", "Big5"},
    {"big5-hkscs", "Big5-HKSCS"},
    {"cp1250", "windows-1250"},
    {"cp1251", "windows-1251"},
    {"cp1252", "windows-1252"},
    {"cp1253", "windows-1253"},
    {"cp1254", "windows-1254"},
    {"cp1255", "windows-1255"},
    {"cp1256", "windows-1256"},
    {"cp1257", "windows-1257"},
    {"cp1258", "windows-1258"},
    {"cp866", "IBM866"},
    {"cyrillic", "ISO-8859-5"},
    {"euc-jp", "EUC-JP"},
    {"euc-kr", "windows-949"},
    {"gb18030", "GB18030"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"ibm866", "IBM866"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"iso-8859-1", "windows-1252"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso-8859-11", "windows-874"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso-8859-15", "ISO-8859-15"},
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso_8859-5", "ISO-8859-5"},
    {"koi", "KOI8-R"},
    {"koi8", "KOI8-R"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"ks_c_5601-1987", "windows-949"},
    {"l1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin2", "ISO-8859-2"},
    {"macintosh", "macintosh"},
    {"shift-jis", "windows-31j"},
    {"shift_jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"tis-620", "windows-874"},
    {"us-ascii", "windows-1252"},
    {"utf-16", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
    {"utf-16le", "UTF-16LE"},
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1252", "windows-1252"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"windows-874", "windows-874"},
    {"x-cp1251", "windows-1251"},
    {"x-cp1252", "windows-1252"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
    {"x-sjis", "windows-31j"},
});
static_assert(std::ranges::is_sorted(kLabels, {}, &Label::first));

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Writes U+FFFD for malformed bytes; ICU's own would write U+001A for some encodings of one byte.
void ReplaceMalformed(const void* /*context*/, UConverterToUnicodeArgs* to, const char* /*bytes*/,
                      int32_t /*size*/, UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;
  constexpr UChar kReplacement = 0xfffd;
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(to, &kReplacement, 1, 0, error);
}

Converter OpenConverter(std::string_view charset) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(charset).c_str(), &error));
  return U_FAILURE(error) != 0 ? nullptr : std::move(converter);
}

}  // namespace

std::optional<std::string_view> CharsetOfLabel(std::string_view label) {
  std::string lower(TrimBlank(label));
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  const auto* const found = std::ranges::lower_bound(kLabels, std::string_view(lower), {}, &Label::first);
  if (found == kLabels.end() || found->first != lower) return std::nullopt;
  return found->second;
}

Result<std::string> ConvertToUtf8(std::string_view bytes, std::string_view charset) {
  if (charset == "UTF-8" && !FindInvalidUtf8(bytes)) return std::string(bytes);
  const Converter from = OpenConverter(charset), to = OpenConverter("UTF-8");
  UErrorCode error = U_ZERO_ERROR;
  if (from) ucnv_setToUCallBack(from.get(), ReplaceMalformed, nullptr, nullptr, nullptr, &error);
  if (!from || !to || U_FAILURE(error) != 0) {
    return Status::InvalidArgument("there is no reader for the encoding " + VisibleText(charset));
  }
  std::string text;
  std::array<char, 16384> piece{};
  std::array<UChar, 8192> pivot{};
  UChar *pivot_source = pivot.data(), *pivot_target = pivot.data();
  const char* source = bytes.data();
  bool first = true;
  do {
    error = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), static_cast<UBool>(first), 1, &error);
    first = false;
    text.append(piece.data(), target);
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(error) != 0)
    return Status::InvalidArgument("the text cannot be read as " + VisibleText(charset));
  return text;
}

}  // namespace muragat
