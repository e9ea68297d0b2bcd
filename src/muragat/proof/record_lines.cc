// record := (key SP value LF)*    in a value \\ is a backslash and \n a line feed
#include "muragat/proof/record_lines.h"

#include <charconv>

namespace muragat {

void RecordWriter::Text(std::string_view key, std::string_view value) {
  constexpr size_t kUsualRecordBytes = 512;
  if (bytes_.empty()) bytes_.reserve(kUsualRecordBytes);
  bytes_.append(key).push_back(' ');
  // Two searches for one character each: one for either of them looks at each byte by itself.
  const bool is_plain =
      value.find('\n') == std::string_view::npos && value.find('\\') == std::string_view::npos;
  if (is_plain) {
    bytes_.append(value);
  } else {
    for (const char c : value) {
      if (c == '\\') bytes_.append("\\\\");
      if (c == '\n') bytes_.append("\\n");
      if (c != '\\' && c != '\n') bytes_.push_back(c);
    }
  }
  bytes_.push_back('\n');
}

void RecordWriter::Number(std::string_view key, uint64_t value) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  bytes_.append(key).push_back(' ');
  bytes_.append(digits, end).push_back('\n');
}

void RecordWriter::Hash(std::string_view key, const Digest& value) {
  bytes_.append(key).push_back(' ');
  AppendDigest(bytes_, value);
  bytes_.push_back('\n');
}

std::string_view RecordReader::Line(std::string_view key) {
  const size_t end = rest_.find('\n');
  const std::string_view line = rest_.substr(0, end);
  if (!ok_ || end == std::string_view::npos || !line.starts_with(key) || line.size() <= key.size() ||
      line[key.size()] != ' ') {
    ok_ = false;
    return {};
  }
  rest_.remove_prefix(end + 1);
  return line.substr(key.size() + 1);
}

std::string RecordReader::Text(std::string_view key) {
  const std::string_view line = Line(key);
  std::string value;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\') {
      value.push_back(line[i]);
      continue;
    }
    const char next = ++i < line.size() ? line[i] : '\0';
    if (next != '\\' && next != 'n') ok_ = false;
    value.push_back(next == 'n' ? '\n' : next);
  }
  return value;
}

uint64_t RecordReader::Number(std::string_view key, uint64_t most) {
  const auto number = ParseDecimal(Line(key), most);
  if (!number) ok_ = false;
  return number.value_or(0);
}

Digest RecordReader::Hash(std::string_view key) {
  const auto digest = ParseDigest(Line(key));
  if (!digest) ok_ = false;
  return digest.value_or(Digest{});
}

std::optional<uint64_t> ParseDecimal(std::string_view text, uint64_t most) {
  uint64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || number > most)
    return std::nullopt;
  return number;
}

}  // namespace muragat
