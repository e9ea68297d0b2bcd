#include "muragat/diff/moved_text.h"

#include <algorithm>
#include <unordered_map>

#include "muragat/diff/rising_run.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr size_t kMinWords = 5;
constexpr size_t kMinBytes = 20;

// A half-open range of bytes.
struct Range {
  size_t begin = 0, end = 0;
};

// The same changes, seen from the new text.
TextChanges Swap(const TextChanges& changes) {
  TextChanges swapped;
  swapped.reserve(changes.size());
  for (const TextChange& one : changes)
    swapped.push_back({one.newer_begin, one.newer_end, one.older_begin, one.older_end});
  return swapped;
}

// The line that holds `at`, without blanks at its ends.
Range LineAt(std::string_view text, size_t at) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view line = text.substr(begin, end - begin);
  const size_t first = line.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {end, end};
  return {begin + first, begin + line.find_last_not_of(kBlanks) + 1};
}

// The lines of the older text of which `changes` take away a third or more, and that say enough to be known
// again.
std::vector<Range> FindGoneLines(std::string_view older, const TextChanges& changes) {
  std::vector<Range> gone;
  size_t passed = 0;  // the lines up to here have been looked at
  for (size_t i = 0; i < changes.size(); ++i) {
    for (size_t at = std::max(changes[i].older_begin, passed); at < changes[i].older_end; at = passed) {
      const Range line = LineAt(older, at);
      passed = std::min(older.find('\n', std::max(at, line.end)), older.size() - 1) + 1;
      if (line.end - line.begin < kMinBytes) continue;
      size_t taken = 0;
      for (size_t j = i; j < changes.size() && changes[j].older_begin < line.end; ++j) {
        const size_t begin = std::max(changes[j].older_begin, line.begin);
        const size_t end = std::min(changes[j].older_end, line.end);
        if (begin < end) taken += end - begin;
      }
      if (taken * 3 < line.end - line.begin) continue;
      if (CountWords(older.substr(line.begin, line.end - line.begin)) >= kMinWords) gone.push_back(line);
    }
  }
  return gone;
}

// Where an offset of the older text lies in the newer one; within a change, where the change begins or ends.
struct Place {
  size_t older = 0, newer = 0;
};
Place PlaceOf(size_t at, const TextChanges& changes, bool end) {
  const auto behind = std::upper_bound(changes.begin(), changes.end(), at,
                                       [](size_t a, const TextChange& b) { return a < b.older_begin; });
  if (behind == changes.begin()) return {at, at};
  const TextChange& change = *(behind - 1);
  if (at < change.older_end)
    return end ? Place{change.older_end, change.newer_end} : Place{change.older_begin, change.newer_begin};
  return {at, change.newer_end + (at - change.older_end)};
}

// Widens the changes so that one of them takes away each of `lines` of the older text.
void Cover(const std::vector<Range>& lines, TextChanges& changes) {
  TextChanges all = changes;
  for (const Range& line : lines) {
    const Place begin = PlaceOf(line.begin, changes, false), last = PlaceOf(line.end - 1, changes, true);
    const size_t more = last.older < line.end ? line.end - last.older : 0;  // its last byte was kept
    all.push_back({begin.older, last.older + more, begin.newer, last.newer + more});
  }
  std::sort(all.begin(), all.end(), [](const TextChange& a, const TextChange& b) {
    return a.older_begin != b.older_begin ? a.older_begin < b.older_begin : a.newer_begin < b.newer_begin;
  });
  changes.clear();
  for (const TextChange& one : all) {
    if (!changes.empty() && one.older_begin <= changes.back().older_end &&
        one.newer_begin <= changes.back().newer_end) {
      changes.back().older_end = std::max(changes.back().older_end, one.older_end);
      changes.back().newer_end = std::max(changes.back().newer_end, one.newer_end);
    } else {
      changes.push_back(one);
    }
  }
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// `change` without the white space that is equal at both its ends.
TextChange TrimBlanks(TextChange change, std::string_view older, std::string_view newer) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (change.Replaces() && older[change.older_begin] == newer[change.newer_begin] &&
         is_blank(older[change.older_begin])) {
    ++change.older_begin, ++change.newer_begin;
  }
  while (change.Replaces() && older[change.older_end - 1] == newer[change.newer_end - 1] &&
         is_blank(older[change.older_end - 1])) {
    --change.older_end, --change.newer_end;
  }
  return change;
}

// Lines that may as well stay, since nothing but changes and white space lies between their two places, do:
// they are taken from `moved`, and the changes around them parted.
void KeepInPlace(std::string_view older, std::string_view newer, std::vector<MovedText>& moved,
                 TextChanges& changes) {
  TextChanges parted;
  std::vector<MovedText> still_moved;
  size_t next = 0;  // of `moved`
  for (size_t begin = 0, end = 0; begin < changes.size(); begin = end) {
    TextChange group = changes[begin];
    for (end = begin + 1; end < changes.size(); ++end) {
      const size_t size = changes[end].older_begin - group.older_end;
      if (!IsBlank(older.substr(group.older_end, size))) break;
      group.older_end = changes[end].older_end, group.newer_end = changes[end].newer_end;
    }
    std::vector<size_t> inside, places;  // what moves within the group, and to where
    for (; next < moved.size() && moved[next].older_begin < group.older_end; ++next) {
      const size_t place = moved[next].newer_begin;
      if (place < group.newer_begin || place >= group.newer_end) {
        still_moved.push_back(moved[next]);
      } else {
        inside.push_back(next);
        places.push_back(place);
      }
    }
    if (inside.empty()) {
      for (size_t i = begin; i < end; ++i) parted.push_back(changes[i]);
      continue;
    }
    std::vector<bool> stays(inside.size());
    for (const size_t index : LongestRisingRun(places)) stays[index] = true;
    TextChange rest = group;
    for (size_t i = 0; i < inside.size(); ++i) {
      const MovedText& one = moved[inside[i]];
      if (!stays[i]) {
        still_moved.push_back(one);
        continue;
      }
      const TextChange before{rest.older_begin, one.older_begin, rest.newer_begin, one.newer_begin};
      AppendChange(parted, TrimBlanks(before, older, newer));
      rest.older_begin = one.older_begin + one.size_bytes;
      rest.newer_begin = one.newer_begin + one.size_bytes;
    }
    AppendChange(parted, TrimBlanks(rest, older, newer));
  }
  changes = std::move(parted);
  moved = std::move(still_moved);
}

// The change that takes away the byte at `at` of the older text, or changes.size().
size_t ChangeAt(const TextChanges& changes, size_t at) {
  const auto behind = std::upper_bound(changes.begin(), changes.end(), at,
                                       [](size_t a, const TextChange& b) { return a < b.older_begin; });
  const bool found = behind != changes.begin() && at < (behind - 1)->older_end;
  return found ? static_cast<size_t>(behind - changes.begin()) - 1 : changes.size();
}

}  // namespace

std::vector<MovedText> FindMovedText(std::string_view older, std::string_view newer, TextChanges& changes) {
  std::vector<MovedText> moved;
  if (changes.size() < 2) return moved;
  const std::vector<Range> gone = FindGoneLines(older, changes);
  if (gone.empty()) return moved;
  const std::vector<Range> come = FindGoneLines(newer, Swap(changes));
  std::unordered_map<std::string_view, std::vector<size_t>> places;  // in `come`, the first one last
  for (size_t i = come.size(); i-- > 0;)
    places[newer.substr(come[i].begin, come[i].end - come[i].begin)].push_back(come[i].begin);
  std::vector<Range> older_lines, newer_lines;
  for (const Range& line : gone) {
    const auto found = places.find(older.substr(line.begin, line.end - line.begin));
    if (found == places.end() || found->second.empty()) continue;
    const size_t size = line.end - line.begin, newer_begin = found->second.back();
    found->second.pop_back();
    moved.push_back({line.begin, newer_begin, size});
    older_lines.push_back(line);
    newer_lines.push_back({newer_begin, newer_begin + size});
  }
  if (moved.empty()) return moved;
  Cover(older_lines, changes);
  TextChanges swapped = Swap(changes);
  Cover(newer_lines, swapped);
  changes = Swap(swapped);
  KeepInPlace(older, newer, moved, changes);
  swapped = Swap(changes);
  std::sort(moved.begin(), moved.end(),
            [](const MovedText& a, const MovedText& b) { return a.older_begin < b.older_begin; });
  size_t kept = 0;
  for (const MovedText& one : moved) {
    MovedText& last = moved[kept == 0 ? 0 : kept - 1];
    const size_t gap = one.older_begin - last.older_begin - last.size_bytes;
    const bool goes_on = kept != 0 && one.newer_begin == last.newer_begin + last.size_bytes + gap &&
                         older.substr(last.older_begin + last.size_bytes, gap) ==
                             newer.substr(last.newer_begin + last.size_bytes, gap) &&
                         ChangeAt(changes, last.older_begin) == ChangeAt(changes, one.older_begin) &&
                         ChangeAt(swapped, last.newer_begin) == ChangeAt(swapped, one.newer_begin);
    if (goes_on) {
      last.size_bytes = one.older_begin + one.size_bytes - last.older_begin;
    } else {
      moved[kept++] = one;
    }
  }
  moved.resize(kept);
  return moved;
}

}  // namespace muragat
