#include "muragat/render/wording.h"

#include <charconv>

namespace muragat {
namespace {

const char* EventWord(ChangeEvent event) {
  switch (event) {
    case ChangeEvent::kAdded:
      return "added";
    case ChangeEvent::kRemoved:
      return "removed";
    case ChangeEvent::kChanged:
      return "";
    case ChangeEvent::kRetitled:
      return "renamed";
    case ChangeEvent::kRenumbered:
      return "renumbered";
    case ChangeEvent::kMoved:
      return "moved";
    case ChangeEvent::kSplit:
      return "split";
    case ChangeEvent::kMerged:
      return "merged";
    case ChangeEvent::kCompleted:
      return "cut text completed";
    case ChangeEvent::kReturned:
      return "returned";
  }
  return "";
}

}  // namespace

std::string FormatCount(uint64_t count) {
  const std::string digits = std::to_string(count);
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

std::string CountOf(uint64_t count, const std::string& noun) {
  return FormatCount(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string FormatWords(uint64_t words_in, uint64_t words_out) {
  if (words_in == 0 && words_out == 0) return "no words";
  std::string out;
  if (words_in != 0) out.append("+").append(FormatCount(words_in));
  if (words_out != 0) out.append(out.empty() ? "−" : " −").append(FormatCount(words_out));
  return out.append(words_in + words_out == 1 ? " word" : " words");
}

std::string DescribeEvents(const std::vector<ChangeEvent>& events) {
  std::string out;
  for (const ChangeEvent event : events) {
    const std::string_view word = EventWord(event);
    if (word.empty()) continue;
    if (!out.empty()) out.append(", ");
    out.append(word);
  }
  return out;
}

std::string FormatCoordinate(double value) {
  char text[64];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 2);
  if (error != std::errc()) return "0";
  std::string out(text, end);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

}  // namespace muragat
