#pragma once

#include <string>
#include <string_view>

namespace muragat {

// The language of a BCP 47 tag as three letters, as ISO 639-2 (T) and 639-3 write it: "kaz" for "kk" and
// "kk-Latn"; "und" where it is none.
std::string ThreeLetterLanguage(std::string_view tag);

// The language of a code of ISO 639 in its shortest form, as BCP 47 writes it: "kk" for "kaz". A longer tag
// is taken as it is; "und" where it is none.
std::string ShortLanguage(std::string_view code);

// Whether `code` is a country's of ISO 3166-1, two small letters: "kz".
bool IsCountryCode(std::string_view code);

}  // namespace muragat
