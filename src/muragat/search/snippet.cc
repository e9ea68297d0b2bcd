#include "muragat/search/snippet.h"

#include <algorithm>
#include <set>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kWordCharacters = 24;  // so far a cut is moved to the next blank

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool IsWithinCharacter(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

size_t Forward(std::string_view text, size_t at, size_t characters) {
  for (; characters > 0 && at < text.size(); --characters) DecodeUtf8(text, at);
  return at;
}

size_t Back(std::string_view text, size_t at, size_t characters) {
  for (; characters > 0 && at > 0; --characters) {
    for (--at; at > 0 && IsWithinCharacter(text[at]);) --at;
  }
  return at;
}

// From `at` on to the next word, if one begins before `limit`.
size_t NextWord(std::string_view text, size_t at, size_t limit) {
  const size_t end = std::min(limit, Forward(text, at, kWordCharacters));
  for (size_t i = at; i < end; ++i) {
    if (IsBlank(text[i])) return i + 1;
  }
  return at;
}

// From `at` back to the end of a word, if one ends behind `limit`.
size_t LastWord(std::string_view text, size_t at, size_t limit) {
  const size_t end = std::max(limit, Back(text, at, kWordCharacters));
  for (size_t i = at; i > end; --i) {
    if (IsBlank(text[i - 1])) return i - 1;
  }
  return at;
}

struct Range {
  size_t begin = 0, end = 0;
};

// The places from the first of `found` that lie best within `characters`.
Range ChoosePlaces(std::string_view text, const std::vector<FoundTerm>& found, size_t characters) {
  Range best{found.front().begin, found.front().end};
  std::pair<size_t, size_t> most;  // different terms, places
  for (size_t i = 0; i < found.size(); ++i) {
    const size_t limit = Forward(text, found[i].begin, characters);
    std::set<uint32_t> terms;
    Range range{found[i].begin, found[i].end};
    size_t places = 0;
    for (size_t j = i; j < found.size() && found[j].end <= limit; ++j, ++places) {
      terms.insert(found[j].term);
      range.end = std::max<size_t>(range.end, found[j].end);
    }
    if (std::pair(terms.size(), places) > most) {
      most = {terms.size(), places};
      best = range;
    }
  }
  return best;
}

}  // namespace

Snippet MakeSnippet(std::string_view text, std::vector<FoundTerm> found, size_t characters) {
  std::sort(found.begin(), found.end(), [](const FoundTerm& a, const FoundTerm& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  const Range places = found.empty() ? Range() : ChoosePlaces(text, found, characters);
  size_t used = 0;
  for (size_t at = places.begin; at < places.end; ++used) DecodeUtf8(text, at);
  const size_t free = characters > used ? characters - used : 0;
  size_t begin = Back(text, places.begin, free / 3);
  size_t end = Forward(text, places.end, free - free / 3);
  if (begin > 0) begin = NextWord(text, begin, places.begin);
  if (end < text.size()) end = LastWord(text, end, places.end);

  Snippet snippet;
  if (begin > 0) snippet.text = "…";
  auto mark = found.begin();
  uint32_t marked_until = 0;
  for (size_t at = begin; at < end;) {
    while (mark != found.end() && (mark->begin < at || mark->begin < marked_until)) ++mark;
    if (mark != found.end() && mark->begin == at) {
      marked_until = std::min(mark->end, static_cast<uint32_t>(end));
      snippet.marks.emplace_back(static_cast<uint32_t>(snippet.text.size()), 0);
    }
    const size_t from = at;
    const char32_t character = DecodeUtf8(text, at);
    if (IsBlank(text[from])) {
      if (!snippet.text.empty() && snippet.text.back() != ' ') snippet.text += ' ';
    } else if (!IsControl(character)) {
      snippet.text.append(text.substr(from, at - from));
    }
    if (at >= marked_until && !snippet.marks.empty() && snippet.marks.back().second == 0)
      snippet.marks.back().second = static_cast<uint32_t>(snippet.text.size());
  }
  while (snippet.text.ends_with(' ')) snippet.text.pop_back();
  if (end < text.size()) snippet.text += "…";
  return snippet;
}

}  // namespace muragat
