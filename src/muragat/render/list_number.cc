#include "muragat/render/list_number.h"

#include <algorithm>
#include <functional>
#include <string>

namespace muragat {
namespace {

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The list markers "12." and "12)" in the part of a line before its text, from left to right.
std::vector<uint32_t> ReadMarkers(std::string_view prefix) {
  std::vector<uint32_t> out;
  for (size_t at = 0; at < prefix.size();) {
    if (!IsDigit(prefix[at])) {
      ++at;
      continue;
    }
    uint32_t number = 0;
    const size_t begin = at;
    while (at < prefix.size() && at - begin < 9 && IsDigit(prefix[at])) {
      number = number * 10 + static_cast<uint32_t>(prefix[at++] - '0');
    }
    const bool delimited = at < prefix.size() && (prefix[at] == '.' || prefix[at] == ')');
    const bool set_off =
        delimited && at + 1 < prefix.size() && (prefix[at + 1] == ' ' || prefix[at + 1] == '\t');
    if (set_off) out.push_back(number);
  }
  return out;
}

}  // namespace

void ListNumbers::EnterList(std::optional<uint32_t> start) {
  lists_.push_back({.numbered = start.has_value(), .next = start.value_or(1)});
}

void ListNumbers::EnterItem(size_t step) {
  if (!lists_.empty() && lists_.back().numbered) waiting_.push_back({step, lists_.size() - 1});
}

void ListNumbers::SeeText(std::string_view text, MarkupList& out) {
  if (waiting_.empty()) return;
  const std::less<const char*> before;
  std::vector<uint32_t> markers;
  const char* const source_end = source_.data() + source_.size();
  if (!before(text.data(), source_.data()) && before(text.data(), source_end)) {
    const auto at = static_cast<size_t>(text.data() - source_.data());
    const size_t line_feed = at == 0 ? std::string_view::npos : source_.rfind('\n', at - 1);
    const size_t line_begin = line_feed == std::string_view::npos ? 0 : line_feed + 1;
    markers = ReadMarkers(source_.substr(line_begin, at - line_begin));
  }
  for (size_t i = 0; i < waiting_.size(); ++i) {  // the innermost item has the marker next to the text
    const size_t from_inside = waiting_.size() - i;
    const bool read = from_inside <= markers.size();
    Number(waiting_[i], read ? std::optional(markers[markers.size() - from_inside]) : std::nullopt, out);
  }
  waiting_.clear();
}

void ListNumbers::LeaveList(MarkupList& out) {
  const auto inside = [this](const Item& item) { return item.list + 1 >= lists_.size(); };
  const auto first = std::find_if(waiting_.begin(), waiting_.end(), inside);
  for (auto item = first; item != waiting_.end(); ++item) Number(*item, std::nullopt, out);
  waiting_.erase(first, waiting_.end());
  if (!lists_.empty()) lists_.pop_back();
}

void ListNumbers::Number(const Item& item, std::optional<uint32_t> read, MarkupList& out) {
  List& list = lists_[item.list];
  const uint32_t number = read.value_or(list.next);
  list.next = number + 1;
  out[item.step].attribute = "number";
  out[item.step].text = std::to_string(number);
}

}  // namespace muragat
