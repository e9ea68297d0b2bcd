#include "muragat/diff/section_match.h"

#include <algorithm>
#include <deque>
#include <string>

#include "muragat/diff/alike_match.h"
#include "muragat/diff/keyed_match.h"
#include "muragat/diff/loose_match.h"
#include "muragat/diff/section_pairs.h"
#include "muragat/text/character.h"
#include "muragat/text/fold.h"
#include "muragat/text/section_number.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr size_t kNone = SectionPairs::kNone;
constexpr uint64_t kTellingWords = 5;
constexpr size_t kTellingBytes = 256;  // as many words are nearly always among so many bytes
constexpr double kAlike = 0.2;
constexpr double kMuchAlike = 0.6, kAlikeRuns = 0.15;
constexpr double kNumberedRuns = 0.3;  // where a number is all that two sections have in common
constexpr double kNearlySame = 0.6;
constexpr size_t kMaxOfOneSize = 8;
constexpr size_t kComparableWords = 8;

bool AreEqual(const SectionView& older, const SectionView& newer) {
  return older.heading == newer.heading && older.body == newer.body;
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

bool SaysEnough(std::string_view text) {
  // The last word of a beginning may be half of one, or of its last letter.
  if (text.size() > kTellingBytes && CountWords(text.substr(0, kTellingBytes)) > kTellingWords) return true;
  return CountWords(text) >= kTellingWords;
}

// "Article 50", "1.2": a title that is all number.
bool IsBare(const SectionView& section) { return StripSectionNumber(section.title).empty(); }

// "1. Scope": a number that any document begins anew, unlike "Article 1" and "1-бап".
bool IsNumeral(const SectionView& section) {
  const std::string_view title = section.title;
  const bool named_behind =
      title.starts_with(section.number) && title.substr(section.number.size()).starts_with('-');
  return !title.empty() && title.front() >= '0' && title.front() <= '9' && !named_behind;
}

bool AcceptsAny(SectionPairs&, size_t, size_t) { return true; }

bool AcceptsNumber(SectionPairs& pairs, size_t older, size_t newer) {
  const bool weak = IsNumeral(pairs.older()[older]) || IsNumeral(pairs.newer()[newer]);
  if (!weak && pairs.ParentsMatch(older, newer) && pairs.OlderBag(older).size() < kComparableWords)
    return true;
  return pairs.BodyLikeness(older, newer) >= kAlike && pairs.RunLikeness(older, newer) >= kNumberedRuns;
}

// Equal sections at both ends: all there is to do for a document that did not change.
void MatchEnds(SectionPairs& pairs) {
  const auto older = pairs.older(), newer = pairs.newer();
  size_t begin = 0, older_end = older.size(), newer_end = newer.size();
  while (begin < older_end && begin < newer_end && AreEqual(older[begin], newer[begin])) {
    pairs.Match(begin, begin);
    ++begin;
  }
  while (begin < older_end && begin < newer_end && AreEqual(older[older_end - 1], newer[newer_end - 1])) {
    pairs.Match(--older_end, --newer_end);
  }
  if (begin == 0 && older_end > 0 && newer_end > 0 && older[0].heading.empty() && newer[0].heading.empty()) {
    pairs.SetReason(LinkReason::kPlace);
    pairs.Match(0, 0);
  }
}

bool AllMatched(const SectionPairs& pairs) {
  bool older_free = false, newer_free = false;
  for (size_t i = 0; i < pairs.older().size() && !older_free; ++i) older_free = pairs.NewerOf(i) == kNone;
  for (size_t i = 0; i < pairs.newer().size() && !newer_free; ++i) newer_free = pairs.OlderOf(i) == kNone;
  return !older_free || !newer_free;
}

// Keys that are made, not found in the sections.
class MadeKeys {
 public:
  std::optional<MatchKey> Add(std::string key) {
    if (key.empty()) return std::nullopt;
    return MatchKey{keys_.emplace_back(std::move(key)), {}};
  }

 private:
  std::deque<std::string> keys_;
};

// Two single sections of one name: whatever else is asked, they are one.
bool AreTheOnlyOnes(std::span<const SectionView> older, std::span<const SectionView> newer) {
  return older.size() == 1 && newer.size() == 1 && !older[0].title.empty() &&
         older[0].title == newer[0].title && older[0].number == newer[0].number;
}

// Whether there are words enough to compare, and hardly any of them is common.
bool AreUnlike(SectionPairs& pairs, size_t older, size_t newer) {
  if (pairs.EndsAreEqual(older, newer, 5)) return false;
  const double runs = pairs.RunLikeness(older, newer);
  if (runs >= kAlikeRuns) return false;
  const size_t words = std::min(pairs.OlderBag(older).size(), pairs.NewerBag(newer).size());
  if (words < kComparableWords) return false;
  const double likeness = pairs.BodyLikeness(older, newer);
  return likeness < kMuchAlike;
}

bool AcceptsName(SectionPairs& pairs, size_t older, size_t newer) { return !AreUnlike(pairs, older, newer); }

// Every number soon belongs to another article.
bool AcceptsBareNumber(SectionPairs& pairs, size_t older, size_t newer) {
  if (pairs.EndsAreEqual(older, newer, 2)) return true;
  const size_t words = std::min(pairs.OlderBag(older).size(), pairs.NewerBag(newer).size());
  return words < kComparableWords || pairs.RunLikeness(older, newer) >= kNumberedRuns;
}

// Whether the two stand behind or before sections that are each other's, or at the same end.
bool HaveOneNeighbour(SectionPairs& pairs, size_t older, size_t newer) {
  const bool before = newer == 0 ? older == 0 : older > 0 && pairs.OlderOf(newer - 1) == older - 1;
  const bool older_last = older + 1 == pairs.older().size(), newer_last = newer + 1 == pairs.newer().size();
  return before || (newer_last ? older_last : !older_last && pairs.OlderOf(newer + 1) == older + 1);
}

void MatchAll(SectionPairs& pairs, bool loosely = true) {
  MatchEnds(pairs);
  MadeKeys made;
  using Key = std::optional<MatchKey>;
  const auto by = [&pairs](LinkReason reason, const KeyOf& key_of, const Accepts& accepts) {
    pairs.SetReason(reason);
    if (!AllMatched(pairs)) MatchByKey(pairs, key_of, accepts);
  };
  const KeyOf number_and_title = [](const SectionView& s) {
    return s.title.empty() ? Key() : Key(MatchKey{s.number, s.title});
  };
  const KeyOf title = [](const SectionView& s) {
    return s.title.empty() || IsBare(s) ? Key() : Key(MatchKey{s.title, {}});
  };
  const KeyOf name = [](const SectionView& s) {
    return IsBare(s) ? Key() : Key(MatchKey{StripSectionNumber(s.title), {}});
  };
  by(
      LinkReason::kEqualText,
      [](const SectionView& s) {
        return Key(MatchKey{s.heading, s.body});
      },
      AcceptsAny);
  if (AllMatched(pairs)) return;
  pairs.SetReason(LinkReason::kTitle);
  MatchAlike(pairs, name);
  by(
      LinkReason::kNumberAndTitle,
      [](const SectionView& s) {
        return s.number.empty() || IsBare(s) ? Key() : Key(MatchKey{s.number, s.title});
      },
      AcceptsName);
  by(LinkReason::kTitle, title, AcceptsName);
  by(LinkReason::kTitle, name, AcceptsName);
  by(
      LinkReason::kTitle,
      [&made](const SectionView& s) { return IsBare(s) ? Key() : made.Add(FoldTitle(s.title)); },
      AcceptsName);
  by(
      LinkReason::kTitle,
      [&made](const SectionView& s) { return made.Add(FoldTitle(StripSectionNumber(s.title))); },
      AcceptsName);
  by(
      LinkReason::kEqualBody,
      [](const SectionView& s) {
        return !SaysEnough(s.body) ? Key() : Key(MatchKey{TrimBlank(s.body), {}});
      },
      AcceptsAny);
  by(LinkReason::kNumberAndTitle, number_and_title, AcceptsBareNumber);
  by(
      LinkReason::kEqualBody,
      [](const SectionView& s) {
        return IsBlank(s.body) ? Key() : Key(MatchKey{TrimBlank(s.body), {}});
      },
      AcceptsAny);
  by(
      LinkReason::kNumber,
      [&made](const SectionView& s) {
        return s.number.empty() ? Key()
                                : made.Add(std::to_string(s.depth_levels) + ' ' + std::string(s.number));
      },
      AcceptsNumber);
  if (!loosely) return;
  if (!AllMatched(pairs)) MatchLoosely(pairs);
  // A text that is wholly new under its old name, in its old place.
  by(LinkReason::kNumberAndTitle, number_and_title, HaveOneNeighbour);
  by(LinkReason::kTitle, name, HaveOneNeighbour);
}

// Matches a section of the newer list with one that is nearly the same, and so of nearly the same size.
void MatchBySize(SectionPairs& pairs, size_t newer) {
  const size_t bytes = pairs.newer()[newer].body.size();
  size_t best = kNone, compared = 0;
  double best_likeness = kNearlySame;
  for (size_t i = 0; i < pairs.older().size() && compared < kMaxOfOneSize; ++i) {
    const size_t older_bytes = pairs.older()[i].body.size();
    const size_t difference = std::max(bytes, older_bytes) - std::min(bytes, older_bytes);
    if (!pairs.Free(i, newer) || difference * 10 > bytes) continue;
    ++compared;
    const double likeness = pairs.RunLikeness(i, newer);
    if (likeness > best_likeness) best = i, best_likeness = likeness;
  }
  if (best != kNone) pairs.Match(best, newer);
}

// How much is left to say against a link where the texts have nothing in common.
double LeastConfidence(LinkReason reason) {
  switch (reason) {
    case LinkReason::kEqualText:
    case LinkReason::kEqualBody:
      return 1;
    case LinkReason::kEqualWording:
      return 0.98;
    case LinkReason::kNumberAndTitle:
      return 0.8;
    case LinkReason::kTitle:
      return 0.7;
    case LinkReason::kNumber:
    case LinkReason::kChildren:
      return 0.5;
    case LinkReason::kPlace:
      return 0.3;
    case LinkReason::kWords:
      return 0;
  }
  return 0;
}

}  // namespace

std::string_view ReasonName(LinkReason reason) {
  switch (reason) {
    case LinkReason::kEqualText:
      return "equal text";
    case LinkReason::kEqualBody:
      return "equal body";
    case LinkReason::kEqualWording:
      return "equal wording";
    case LinkReason::kNumberAndTitle:
      return "number and title";
    case LinkReason::kTitle:
      return "title";
    case LinkReason::kNumber:
      return "number";
    case LinkReason::kChildren:
      return "its sections";
    case LinkReason::kPlace:
      return "place";
    case LinkReason::kWords:
      return "likeness";
  }
  return "likeness";
}

std::vector<std::optional<size_t>> MatchSections(std::span<const SectionView> older,
                                                 std::span<const SectionView> newer) {
  if (AreTheOnlyOnes(older, newer)) return {0};
  SectionPairs pairs(older, newer);
  MatchAll(pairs);
  return pairs.TakeResult();
}

std::vector<std::optional<size_t>> MatchSections(std::span<const Section> older,
                                                 std::span<const Section> newer) {
  return MatchSections(ViewsOf(older), ViewsOf(newer));
}

std::vector<std::optional<size_t>> MatchByName(std::span<const SectionView> older,
                                               std::span<const SectionView> newer) {
  SectionPairs pairs(older, newer);
  MatchAll(pairs, false);
  for (size_t i = 0; i < newer.size(); ++i) {
    if (pairs.OlderOf(i) == kNone) MatchBySize(pairs, i);
  }
  return pairs.TakeResult();
}

std::vector<std::optional<SectionLink>> LinkSections(std::span<const SectionView> older,
                                                     std::span<const SectionView> newer) {
  std::vector<std::optional<SectionLink>> links(newer.size());
  SectionPairs pairs(older, newer);
  MatchAll(pairs);
  for (size_t i = 0; i < newer.size(); ++i) {
    const size_t from = pairs.OlderOf(i);
    if (from == kNone) continue;
    LinkReason reason = pairs.ReasonOf(i);
    if (AreEqual(older[from], newer[i])) reason = LinkReason::kEqualText;
    const double least = LeastConfidence(reason);
    const double likeness = least == 1 || older[from].body == newer[i].body ? 1 : pairs.BodyLikeness(from, i);
    links[i] = SectionLink{from, reason, least + (1 - least) * likeness};
  }
  return links;
}

}  // namespace muragat
