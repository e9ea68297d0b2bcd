#include "import/text_check.h"

#include <cstring>
#include <string>

#include <simdjson.h>

#include "import/lines.h"
#include "muragat/text/utf8.h"

namespace muragat::import {

Status CheckTextSize(std::string_view text, const Limits& limits) {
  if (text.size() <= limits.max_text_bytes) return Status::Ok();
  return Status::InvalidArgument("the text has " + std::to_string(text.size()) + " bytes; at most " +
                                 std::to_string(limits.max_text_bytes) + " are read");
}

Status CheckText(std::string_view text, const Limits& limits) {
  MURAGAT_RETURN_IF_ERROR(CheckTextSize(text, limits));
  const bool has_nul = !text.empty() && std::memchr(text.data(), '\0', text.size()) != nullptr;
  if (!has_nul && simdjson::validate_utf8(text.data(), text.size())) return Status::Ok();
  const size_t wrong = FindInvalidUtf8(text).value_or(0);
  size_t number = 1;
  LineReader lines(text);
  for (Line line; lines.Next(line) && line.next <= wrong;) ++number;
  return Status::InvalidArgument("line " + std::to_string(number) +
                                 (text[wrong] == '\0' ? " holds a NUL, which no text may" : " is not UTF-8"));
}

Status TooManySections(const Limits& limits) {
  return Status::InvalidArgument("the text has more than " + std::to_string(limits.max_sections) +
                                 " sections");
}

}  // namespace muragat::import
