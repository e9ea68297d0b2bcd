#include "muragat/search/phrase.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "muragat/base/hash.h"
#include "muragat/search/phrase_sieve.h"

namespace muragat {
namespace {

constexpr std::string_view kNear = "NEAR/";
constexpr uint32_t kMaxGap = 1000;
constexpr const char* kNearUsage = "NEAR stands between two words: quota NEAR/5 youth";

bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// What stands between white space.
std::vector<std::string_view> CutAtSpaces(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && IsBlankByte(text[at])) ++at;
    size_t end = at;
    while (end < text.size() && !IsBlankByte(text[end])) ++end;
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end;
  }
  return parts;
}

// The number behind NEAR/, or nothing.
std::optional<uint32_t> ReadNear(std::string_view part) {
  if (!part.starts_with(kNear)) return std::nullopt;
  const std::string_view digits = part.substr(kNear.size());
  uint32_t gap = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), gap);
  if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size() || gap > kMaxGap)
    return std::nullopt;
  return gap;
}

}  // namespace

Result<Phrase> ParsePhrase(std::string_view text) {
  Phrase phrase;
  SearchWords words;
  std::optional<uint32_t> near;
  std::vector<SearchWord> cut;
  const auto take = [&](std::string_view part) {
    cut.clear();
    words.Append(part, cut);
    for (const SearchWord& word : cut) {
      const bool prefix = word.end < part.size() && part[word.end] == '*';
      const uint32_t gap = phrase.terms.empty() ? 0 : near.value_or(0);
      phrase.terms.push_back({std::string(words.Folded(word.number)), prefix, gap});
    }
  };
  const std::vector<std::string_view> parts = CutAtSpaces(text);
  const bool has_near = std::any_of(parts.begin(), parts.end(),
                                    [](std::string_view part) { return ReadNear(part).has_value(); });
  if (!has_near) {
    take(text);
  } else {
    for (const std::string_view part : parts) {
      const auto gap = ReadNear(part);
      if (gap && (near || phrase.terms.size() != 1)) return Status::InvalidArgument(kNearUsage);
      if (gap) {
        near = gap;
      } else {
        take(part);
      }
    }
    if (phrase.terms.size() != 2) return Status::InvalidArgument(kNearUsage);
    phrase.unordered = true;
  }
  if (phrase.terms.empty())
    return Status::InvalidArgument("there is no word in \"" + std::string(text) +
                                   "\": with --substring its bytes are looked for");
  return phrase;
}

Result<Phrase> MakeBytesPhrase(std::string_view bytes) {
  if (bytes.empty()) return Status::InvalidArgument("nothing to look for");
  Phrase phrase;
  phrase.bytes = bytes;
  return phrase;
}

std::vector<Phrase::Term> NeededTerms(const Phrase& phrase) {
  if (phrase.bytes.empty()) return phrase.terms;
  // A word between two ASCII spaces, the second of which is followed by an ASCII letter or digit, is that
  // word in every text. A text's own words may go on before the first one and behind the last.
  const std::string_view bytes = phrase.bytes;
  std::vector<Phrase::Term> terms;
  SearchWords words;
  std::vector<SearchWord> cut;
  words.Append(bytes, cut);
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  };
  for (const SearchWord& word : cut) {
    if (word.begin == 0 || bytes[word.begin - 1] != ' ' || !is_plain(bytes[word.begin])) continue;
    if (word.end + 1 >= bytes.size() || bytes[word.end] != ' ' || !is_plain(bytes[word.end + 1])) continue;
    terms.push_back({std::string(words.Folded(word.number)), false, 0});
  }
  return terms;
}

PhraseMatcher::PhraseMatcher(const Phrase& phrase)
    : phrase_(phrase), sieve_(std::make_unique<PhraseSieve>(phrase)), begins_(phrase.terms.size()) {
  for (const Phrase::Term& term : phrase_.terms)
    numbers_.push_back(term.prefix ? SearchWords::kNone : words_.NumberOf(term.word));
  if (phrase_.unordered) return;
  WordGroups groups;
  for (const uint32_t number : numbers_) {
    if (number == SearchWords::kNone) {
      groups = {};
    } else {
      groups.Append(HashOf(number), groups_);
    }
  }
}

PhraseMatcher::~PhraseMatcher() = default;

bool PhraseMatcher::Fits(size_t term, uint32_t number) {
  if (numbers_[term] != SearchWords::kNone) return numbers_[term] == number;
  std::vector<uint8_t>& known = begins_[term];
  if (known.size() <= number) known.resize(words_.size());
  if (known[number] == 0) known[number] = words_.Folded(number).starts_with(phrase_.terms[term].word) ? 2 : 1;
  return known[number] == 2;
}

bool PhraseMatcher::FollowsFrom(size_t word) {
  if (word + phrase_.terms.size() > cut_.size()) return false;
  for (size_t i = 0; i < phrase_.terms.size(); ++i) {
    if (!Fits(i, cut_[word + i].number)) return false;
  }
  return true;
}

bool PhraseMatcher::IsNear(size_t word) {
  const size_t end = std::min(cut_.size(), word + phrase_.terms.back().max_gap + 2);
  for (size_t first = 0; first < 2; ++first) {
    if (!Fits(first, cut_[word].number)) continue;
    for (size_t other = word + 1; other < end; ++other) {
      if (Fits(1 - first, cut_[other].number)) return true;
    }
  }
  return false;
}

uint64_t PhraseMatcher::HashOf(uint32_t number) {
  if (hashes_.size() <= number) {
    hashes_.reserve(words_.size());
    for (uint32_t next = static_cast<uint32_t>(hashes_.size()); next < words_.size(); ++next)
      hashes_.push_back(Hash64(words_.Folded(next)));
  }
  return hashes_[number];
}

void PhraseMatcher::Cut(std::string_view text) {
  cut_.clear();
  words_.Append(text, cut_);
}

bool PhraseMatcher::IsInCut() {
  for (size_t word = 0; word < cut_.size(); ++word) {
    if (phrase_.unordered ? IsNear(word) : FollowsFrom(word)) return true;
  }
  return false;
}

// Whether the phrase is in the part of a text around a place, between white space that parts words whatever
// stands beyond it.
bool PhraseMatcher::IsAround(std::string_view text, size_t place) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto is_cut = [&](size_t at) {
    return at == 0 || at == text.size() ||
           (is_ascii(text[at - 1]) && is_ascii(text[at]) &&
            IsBlankByte(text[at - 1]) != IsBlankByte(text[at]));
  };
  size_t begin = place, end = place;
  for (size_t cuts = 0; begin > 0 && cuts <= 2 * phrase_.terms.size(); cuts += is_cut(begin) ? 1U : 0U)
    --begin;
  for (size_t cuts = 0; end < text.size() && cuts <= 2 * phrase_.terms.size(); cuts += is_cut(end) ? 1U : 0U)
    ++end;
  Cut(text.substr(begin, end - begin));
  return IsInCut();
}

bool PhraseMatcher::IsIn(std::string_view text) {
  if (!phrase_.bytes.empty()) return text.find(phrase_.bytes) != std::string_view::npos;
  if (const auto place = sieve_->FindPlace(text)) {
    if (IsAround(text, *place)) return true;
  } else if (!sieve_->MayHide(text)) {
    return false;
  }
  Cut(text);
  return IsInCut();
}

bool PhraseMatcher::IsIn(std::string_view text, std::vector<WordGroup>& groups) {
  Cut(text);
  WordGroups of_text;
  for (const SearchWord& word : cut_) of_text.Append(HashOf(word.number), groups);
  return phrase_.bytes.empty() ? IsInCut() : text.find(phrase_.bytes) != std::string_view::npos;
}

}  // namespace muragat
