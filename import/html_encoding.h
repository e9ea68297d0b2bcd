#pragma once

#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat::import {

// Which encoding the bytes of an HTML page are in, as HTML finds it: a byte order mark, else what a <meta> or
// an XML declaration in the first 4 KiB says, else UTF-8 where they are that, else what is usual in the
// page's language (`language`, else its own lang attribute): windows-1251 in Russian and Kazakh, windows-1252
// where nothing is known. The name is one that ConvertToUtf8 takes.
std::string HtmlCharset(std::string_view bytes, std::string_view language);

// The bytes as a text: UTF-8 without a byte order mark, U+FFFD for what is malformed and for a NUL.
// Errors: as ConvertToUtf8; kInvalidArgument: more than 100,000 NULs.
Result<std::string> DecodeHtml(std::string_view bytes, std::string_view language);

// A text with U+FFFD for each NUL.
std::string WithoutNul(std::string text);

}  // namespace muragat::import
