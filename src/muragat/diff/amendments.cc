#include "muragat/diff/amendments.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "muragat/diff/implied_space.h"
#include "muragat/diff/passage_edit.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr uint64_t kMaxQuotedWords = 8;  // of what goes; more are quoted by their ends
constexpr uint64_t kMaxEndWords = 3;
constexpr uint64_t kMaxContextWords = 3;
constexpr size_t kMaxTimes = 9;    // "the ninth time it occurs" is the most a reader is asked to count to
constexpr size_t kMaxListed = 20;  // occurrences of words that change in some places

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// An amendment whose words are not placed yet.
struct Draft {
  Amendment amendment;
  size_t at = 0;  // where its words stand
  bool placed = false;
};

class Writer {
 public:
  Writer(const AmendedSection& section, const std::vector<Replacement>& replacements)
      : section_(section), text_(section.text()) {
    for (const Replacement& one : replacements) Add(one);
  }

  std::optional<std::vector<Amendment>> Write() {
    std::vector<Draft> drafts;
    for (size_t i = 0; i < replacements_.size(); ++i) {
      const ByteRange place = replacements_[i].place;
      if (!section_.IsEdge(place.begin) || !section_.IsEdge(place.end)) return std::nullopt;
      LookAt(i);
      drafts.push_back(DraftOne(replacements_[i]));
    }
    Group(drafts);
    std::vector<Amendment> amendments;
    for (size_t i = 0; i < drafts.size(); ++i) {
      if (dropped_[i]) continue;
      LookAt(i);
      if (!drafts[i].placed) Improve(replacements_[i], drafts[i]);
      amendments.push_back(WithoutSpaces(std::move(drafts[i].amendment)));
    }
    return amendments;
  }

 private:
  // What comes in on both sides of a space comes in as one; paragraphs that come in an indent's place, by
  // themselves.
  void Add(const Replacement& one) {
    const Replacement first = BlankFirst(one);
    const std::string_view gone = Cut(one.place.begin, one.place.end);
    if (!gone.empty() && IsBlank(gone) && gone.find('\n') == std::string_view::npos &&
        one.text.ends_with('\n') && one.place.begin > 0 && text_[one.place.begin - 1] == '\n') {
      replacements_.push_back({{one.place.begin, one.place.begin}, one.text});
      replacements_.push_back({one.place, {}});
    } else if (!replacements_.empty() && one.place.Size() == 0 && first.place == replacements_.back().place) {
      replacements_.back().text.append(first.text);
    } else {
      replacements_.push_back(one);
    }
  }

  // Between which others the replacement lies.
  void LookAt(size_t index) {
    least_ = index == 0 ? 0 : replacements_[index - 1].place.end;
    most_ = index + 1 == replacements_.size() ? text_.size() : replacements_[index + 1].place.begin;
  }

  ByteRange PartOf(ByteRange place) const {
    return place.end <= section_.Heading().end && section_.Heading().end != 0 &&
                   place.begin < section_.Text().begin
               ? section_.Heading()
               : section_.Text();
  }
  bool InHeading(ByteRange place) const { return PartOf(place).begin == 0 && section_.Heading().end != 0; }
  std::string_view Cut(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }
  uint64_t CountIn(size_t begin, size_t end) const { return CountWords(Cut(begin, end)); }

  // With the fewest words: a passage, or the words themselves, or what stands before.
  Draft DraftOne(const Replacement& replacement) const {
    if (std::optional<Amendment> whole = EditPassage(section_, replacement)) {
      whole->exact = true;
      return {*std::move(whole), 0, true};
    }
    const Replacement one = BlankFirst(replacement);
    const ByteRange place = one.place;
    if (IsBlank(Cut(place.begin, place.end)) && IsBlank(one.text)) return DraftBlank(one);
    if (place.Size() == 0) return DraftContext(one, 1);
    const ByteRange words = one.text.empty() ? WithoutSpace(place) : place;
    if (CountIn(place.begin, place.end) > kMaxQuotedWords) return DraftEnds(words, one.text, words == place);
    Draft draft = Quoting(words, one.text);
    draft.amendment.exact = words == place;
    return draft;
  }

  // What is to be quoted so that `place` is omitted.
  ByteRange WithoutSpace(ByteRange place) const {
    ByteRange words = place;
    if (place.Size() > 1 && text_[place.begin] == ' ') {
      ++words.begin;
    } else if (place.Size() > 1 && text_[place.end - 1] == ' ') {
      --words.end;
    }
    return WithImpliedSpace(text_, words) == place ? words : place;
  }

  Draft Quoting(ByteRange place, std::string text) const {
    Draft draft;
    draft.amendment.exact = true;
    draft.at = place.begin;
    draft.amendment.words =
        QuotedWords{.from = std::string(Cut(place.begin, place.end)), .to = {}, .times = {}};
    draft.amendment.action = text.empty() ? AmendmentAction::kOmit : AmendmentAction::kSubstitute;
    draft.amendment.text = std::move(text);
    return draft;
  }

  // The same change with a space before its words rather than behind them.
  Replacement BlankFirst(const Replacement& given) const {
    Replacement one = given;
    ByteRange& place = one.place;
    if (place.begin == PartOf(place).begin || text_[place.begin - 1] != ' ' ||
        !section_.IsEdge(place.begin - 1))
      return one;
    if (place.Size() == 0 && one.text.ends_with(' ') && !IsBlank(one.text)) {
      one.text.pop_back();
      one.text.insert(0, 1, ' ');
      --place.begin, --place.end;
    } else if (one.text.empty() && text_[place.end - 1] == ' ' && section_.IsEdge(place.end - 1)) {
      --place.begin, --place.end;
    }
    return one;
  }

  // White space that comes or goes is quoted as all that stands there, on the line where it is within one,
  // and the sign before it.
  Draft DraftBlank(const Replacement& one) const {
    ByteRange place = one.place;
    const size_t least = std::max(least_, PartOf(place).begin), most = std::min(most_, PartOf(place).end);
    std::string text = one.text;
    const bool in_line = (text + std::string(Cut(place.begin, place.end))).find('\n') == std::string::npos;
    const auto goes_on = [&](size_t at) {
      return IsBlank(text_.substr(at, 1)) && (!in_line || text_[at] != '\n');
    };
    while (place.begin > least && goes_on(place.begin - 1)) text.insert(0, 1, text_[--place.begin]);
    while (place.end < most && goes_on(place.end)) text += text_[place.end++];
    if (place.begin > least && in_line) {
      const size_t sign = section_.EdgeBefore(place.begin);
      if (sign >= least && !IsBlank(Cut(sign, place.begin)) && CountIn(sign, place.begin) == 0) {
        text.insert(0, Cut(sign, place.begin));
        place.begin = sign;
      }
    }
    return place.Size() == 0 ? DraftContext(one, 1) : Quoting(place, std::move(text));
  }

  // Where the last `words` words before `at` begin; not before the paragraph, or the heading.
  size_t ContextBegin(size_t at, uint64_t words) const {
    size_t least = PartOf({at, at}).begin;
    for (const auto& paragraph : section_.paragraphs())
      if (paragraph.begin < at && paragraph.begin >= least) least = paragraph.begin;
    for (size_t begin = at; begin > least;) {
      const size_t end = begin;
      begin = section_.EdgeBefore(end);
      words -= std::min(words, CountIn(begin, end));
      if (words == 0 && !IsHyphenBefore(begin)) return begin;
    }
    return least;
  }

  // Whether a hyphen joins what begins at `at` to a word before it.
  bool IsHyphenBefore(size_t at) const {
    return at > 1 && text_[at - 1] == '-' && !IsBlank(text_.substr(at - 2, 1)) && CountIn(at - 1, at) == 0;
  }

  // What comes in, behind the last words before it; where something goes, those words are quoted with it.
  Draft DraftContext(const Replacement& one, uint64_t words) const {
    size_t begin = ContextBegin(one.place.begin, words);
    if (one.place.Size() != 0) begin = std::max(begin, std::min(least_, one.place.begin));
    if (begin == one.place.begin) return DraftBehind(one);
    if (one.place.Size() != 0)
      return Quoting({begin, one.place.end}, std::string(Cut(begin, one.place.begin)) + one.text);
    Draft draft = Quoting({begin, one.place.end}, one.text);
    draft.amendment.action = AmendmentAction::kInsertAfter;
    return draft;
  }

  // Where nothing of the paragraph stands before it.
  Draft DraftBehind(const Replacement& one) const {
    const size_t most =
        one.place.Size() != 0 ? std::min(most_, PartOf(one.place).end) : PartOf(one.place).end;
    size_t end = one.place.end;
    while (end < most && CountIn(one.place.end, end) == 0) do
        ++end;
      while (!section_.IsEdge(end));
    if (one.place.Size() != 0)
      return Quoting({one.place.begin, end}, one.text + std::string(Cut(one.place.end, end)));
    Draft draft = Quoting({one.place.begin, end}, one.text);
    draft.amendment.action = AmendmentAction::kInsertBefore;
    return draft;
  }

  // Many words that go, by the first and last ones of them.
  Draft DraftEnds(ByteRange place, const std::string& text, bool exact) const {
    Draft best = Quoting(place, text);
    best.amendment.exact = exact;
    for (uint64_t first = 1; first <= kMaxEndWords; ++first) {
      size_t from_end = place.begin;
      while (CountIn(place.begin, from_end) < first) do
          ++from_end;
        while (!section_.IsEdge(from_end));
      size_t to_begin = place.end;
      for (uint64_t last = 1; last <= kMaxEndWords + 1; ++last) {
        while (CountIn(to_begin, place.end) < last) to_begin = section_.EdgeBefore(to_begin);
        if (to_begin < from_end) break;
        const std::string_view to = Cut(to_begin, place.end);
        const std::vector<size_t> ends = section_.Find(to, {from_end, text_.size()});
        if (ends.empty() || ends.front() != to_begin) continue;
        Draft draft = best;
        draft.amendment.words->from = Cut(place.begin, from_end);
        draft.amendment.words->to = to;
        if (Place(draft) == 1 || first == kMaxEndWords) return draft;
        break;
      }
    }
    return best;
  }

  // Says where the words stand: in the section, else in a paragraph, and there which time they occur. Returns
  // which time that is.
  size_t Place(Draft& draft) const {
    Passage& passage = draft.amendment.passage;
    QuotedWords& words = *draft.amendment.words;
    passage = {};
    words.times.clear();
    draft.placed = true;
    const ByteRange quoted{draft.at, draft.at + words.from.size()};
    ByteRange within = PartOf(quoted);
    if (InHeading(quoted)) passage.kind = PassageKind::kHeading;
    std::vector<size_t> places = section_.Find(words.from, within);
    if (places.size() == 1) return 1;
    const auto& paragraphs = section_.paragraphs();
    for (size_t i = 0; i < paragraphs.size() && paragraphs.size() > 1; ++i) {
      if (quoted.begin < paragraphs[i].begin || quoted.end > paragraphs[i].end) continue;
      passage = NameParagraphs(section_, i, i);
      places = section_.Find(words.from, {paragraphs[i].begin, paragraphs[i].end});
    }
    const auto found = std::find(places.begin(), places.end(), draft.at);
    const auto time = static_cast<size_t>(found - places.begin()) + 1;
    if (places.size() > 1) words.times = {static_cast<uint32_t>(time)};
    return time;
  }

  // Makes one of the drafts that do the same to the same words of the text.
  void Group(std::vector<Draft>& drafts) {
    dropped_.assign(drafts.size(), false);
    std::map<std::tuple<std::string, AmendmentAction, std::string>, std::vector<size_t>> groups;
    for (size_t i = 0; i < drafts.size(); ++i) {
      const Amendment& one = drafts[i].amendment;
      if (drafts[i].placed || !one.words || InHeading({drafts[i].at, drafts[i].at + one.words->from.size()}))
        continue;
      groups[{one.words->from, one.action, one.text}].push_back(i);
    }
    for (const auto& [key, members] : groups) {
      if (members.size() < 2) continue;
      const std::vector<size_t> places = section_.Find(std::get<0>(key), section_.Text());
      QuotedWords& words = *drafts[members.front()].amendment.words;
      if (places.size() == members.size()) {
        words.everywhere = true;
      } else if (places.size() <= kMaxListed) {
        for (const size_t i : members) {
          const auto found = std::find(places.begin(), places.end(), drafts[i].at);
          words.times.push_back(static_cast<uint32_t>(found - places.begin()) + 1);
        }
      } else {
        continue;
      }
      for (const size_t i : members) dropped_[i] = true;
      dropped_[members.front()] = false;
      drafts[members.front()].placed = true;
    }
  }

  // The same amendment without the spaces that go without saying.
  Amendment WithoutSpaces(Amendment amendment) const {
    const auto meant = section_.Resolve(amendment);
    if (!meant.ok()) return amendment;
    const auto is_meant = [&](const Amendment& one) {
      const auto found = section_.Resolve(one);
      return found.ok() && *found == *meant;
    };
    Amendment plain = amendment;
    plain.exact = false;
    std::string& words = plain.text;
    const bool behind =
        plain.action == AmendmentAction::kInsertBefore || plain.action == AmendmentAction::kInsertAtBeginning;
    if (words.size() > 1 && (behind ? words.back() : words.front()) == ' ') {
      const std::string kept = words;
      words.erase(behind ? words.size() - 1 : 0, 1);
      if (is_meant(plain)) return plain;
      words = kept;
    }
    return is_meant(plain) ? plain : amendment;
  }

  // Places a draft, with more words around it where that makes it easier to find.
  void Improve(const Replacement& given, Draft& draft) const {
    const Replacement one = BlankFirst(given);
    const uint64_t words = CountIn(one.place.begin, one.place.end);
    if (one.place.Size() != 0 && words != 0) {
      Place(draft);
      return;
    }
    const uint64_t come = CountWords(one.text);
    const bool bare = come == 0 && (one.place.Size() != 0 || CountWords(draft.amendment.words->from) == 0);
    if (bare && Place(draft) <= kMaxTimes / 2) return;  // blanks and signs, few enough to count
    const uint64_t most = std::clamp<uint64_t>(come + 1, 1, kMaxContextWords);
    size_t best_time = 0;
    bool best_unique = false;
    for (uint64_t context = 1; context <= most; ++context) {
      Draft longer = DraftContext(one, context);
      const size_t time = Place(longer);
      const bool unique = longer.amendment.words->times.empty();
      if (best_time == 0 || time < best_time || (unique && !best_unique))
        draft = longer, best_time = time, best_unique = unique;
      if (unique && longer.amendment.passage.kind != PassageKind::kParagraphs) {
        draft = std::move(longer);
        return;
      }
    }
    for (uint64_t context = most + 1; context <= kMaxQuotedWords && best_time > kMaxTimes; ++context) {
      Draft longer = DraftContext(one, context);
      const size_t time = Place(longer);
      if (time < best_time) draft = std::move(longer), best_time = time;
    }
  }

  const AmendedSection& section_;
  std::string_view text_;
  std::vector<Replacement> replacements_;
  size_t least_ = 0, most_ = 0;  // what is looked at may quote what it changes between these
  std::vector<bool> dropped_;
};

}  // namespace

uint64_t CountQuotedWords(const Amendment& amendment) {
  uint64_t words = CountWords(amendment.text);
  if (amendment.words) words += CountWords(amendment.words->from) + CountWords(amendment.words->to);
  return words;
}

std::optional<std::vector<Amendment>> WordAmendments(const AmendedSection& section,
                                                     const std::vector<Replacement>& replacements) {
  return Writer(section, replacements).Write();
}

}  // namespace muragat
