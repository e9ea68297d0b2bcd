#include "muragat/text/quotation.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr std::string_view kOpen = "“", kClose = "”";
constexpr std::string_view kBar = "    |";

// Whether the quotation marks of `text` open and close each other.
bool MarksPair(std::string_view text) {
  size_t depth = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with(kOpen)) ++depth;
    if (text.substr(at).starts_with(kClose) && depth-- == 0) return false;
  }
  return depth == 0;
}

bool IsLineParting(char32_t c) { return c == 0x2028 || c == 0x2029; }

void AppendNumber(char sign, uint32_t number, std::string& out) {
  char buffer[20];
  std::snprintf(buffer, sizeof buffer, "\\%c{%x}", sign, number);
  out.append(buffer);
}

void AppendSpaces(size_t count, std::string& out) {
  out.append("\\s");
  if (count > 1) out.append("{").append(std::to_string(count)).append("}");
}

// Appends the character at `at`, or how it is written where it does not show.
void AppendVisible(std::string_view text, size_t& at, bool blanks_show, std::string& out) {
  const size_t begin = at;
  const char32_t c = DecodeUtf8(text, at);
  if (c == U'\\') {
    out.append("\\\\");
  } else if (c == U'\n') {
    out.append("\\n");
  } else if (c == U'\t') {
    out.append("\\t");
  } else if (c == U'\r') {
    out.append("\\r");
  } else if (c == U'\ufffd' && at == begin + 1) {
    AppendNumber('x', static_cast<uint8_t>(text[begin]), out);
  } else if (IsControl(c) || IsInvisibleFormat(c) || IsLineParting(c) ||
             (!blanks_show && c != U' ' && IsBlankCharacter(c))) {
    AppendNumber('u', c, out);
  } else {
    out.append(text.substr(begin, at - begin));
  }
}

// "{a0}" to a base of 10 or 16.
std::optional<uint32_t> ReadNumber(std::string_view text, uint32_t base, size_t& at) {
  uint32_t number = 0;
  const size_t end = text.find('}', at);
  if (at >= text.size() || text[at] != '{' || end == std::string_view::npos) return {};
  if (end == at + 1 || end > at + 8) return {};
  for (size_t i = at + 1; i < end; ++i) {
    const char c = text[i];
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (base == 10 || c < 'a' || c > 'f')) return {};
    number = number * base + static_cast<uint32_t>(digit ? c - '0' : c - 'a' + 10);
  }
  at = end + 1;
  return number;
}

// Appends what the backslash at `at` and what follows stand for.
bool ReadEscape(std::string_view text, size_t& at, std::string& out) {
  ++at;
  for (const std::string_view mark : {kOpen, kClose}) {
    if (!text.substr(std::min(at, text.size())).starts_with(mark)) continue;
    out.append(mark);
    at += mark.size();
    return true;
  }
  const char sign = at < text.size() ? text[at++] : '\0';
  switch (sign) {
    case 'n':
      out += '\n';
      return true;
    case 't':
      out += '\t';
      return true;
    case 'r':
      out += '\r';
      return true;
    case 's':
      out.append(ReadNumber(text, 10, at).value_or(1), ' ');
      return true;
    case '\\':
      out += '\\';
      return true;
    default:
      break;
  }
  const auto number = sign == 'u' || sign == 'x' ? ReadNumber(text, 16, at) : std::nullopt;
  if (!number || *number > (sign == 'x' ? 0xffu : 0x10ffffu)) return false;
  sign == 'x' ? out.push_back(static_cast<char>(*number)) : AppendUtf8(out, *number);
  return true;
}

}  // namespace

std::string Quote(std::string_view text) {
  const bool pair = MarksPair(text);
  std::string out(kOpen);
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (!pair && (rest.starts_with(kOpen) || rest.starts_with(kClose))) out += '\\';
    const size_t spaces = std::min(rest.find_first_not_of(' '), rest.size());
    if (spaces > 1 || (spaces == 1 && text.size() == 1)) {
      AppendSpaces(spaces, out);
      at += spaces;
    } else {
      AppendVisible(text, at, false, out);
    }
  }
  return out.append(kClose);
}

std::optional<std::string> ReadQuotation(std::string_view line, size_t& at) {
  if (at > line.size() || !line.substr(at).starts_with(kOpen)) return std::nullopt;
  std::string text;
  size_t depth = 1;
  for (size_t place = at + kOpen.size(); place < line.size();) {
    const std::string_view rest = line.substr(place);
    if (rest.front() == '\\') {
      if (!ReadEscape(line, place, text)) return std::nullopt;
      continue;
    }
    if (rest.starts_with(kOpen)) ++depth;
    if (rest.starts_with(kClose) && --depth == 0) {
      at = place + kClose.size();
      return text;
    }
    text += line[place++];
  }
  return std::nullopt;
}

std::string WriteBlock(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const bool ends = end != std::string_view::npos;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(ends ? end + 1 : text.size());
    out.append(kBar);
    if (!line.empty() || !ends) out += ' ';
    size_t shown = line.size();
    while (shown > 0 && line[shown - 1] == ' ') --shown;
    for (size_t at = 0; at < shown;) {
      // Blanks of other kinds show nothing at a line's end.
      size_t behind = at;
      DecodeUtf8(line, behind);
      AppendVisible(line, at, behind < shown, out);
    }
    if (shown < line.size()) AppendSpaces(line.size() - shown, out);
    out.append(ends ? "\n" : "\\\n");
  }
  return out;
}

bool ReadBlockLine(std::string_view line, std::string& text) {
  if (!line.starts_with(kBar)) return false;
  line.remove_prefix(kBar.size());
  if (line.empty()) {
    text += '\n';
    return true;
  }
  if (line.front() != ' ') return false;
  for (size_t at = 1; at < line.size();) {
    if (line[at] != '\\') {
      text += line[at++];
    } else if (at + 1 == line.size()) {
      return true;
    } else if (!ReadEscape(line, at, text)) {
      return false;
    }
  }
  text += '\n';
  return true;
}

}  // namespace muragat
