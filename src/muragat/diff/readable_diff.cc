#include <algorithm>

#include "muragat/diff/moved_text.h"
#include "muragat/diff/text_change.h"
#include "muragat/diff/text_diff.h"
#include "muragat/diff/text_edges.h"

namespace muragat {
namespace {

constexpr size_t kContextBytes = 1024;       // of equal text around the changes that is looked at
constexpr size_t kMaxSlideBytes = 64 << 10;  // how far one change is slid
constexpr size_t kWeighedBytes = 512;        // of a change
constexpr size_t kFewWords = 3;              // a keep of no more may be given up for its neighbours' sake
constexpr size_t kFewLetters = 2;            // half of what a word that comes or goes must have
constexpr size_t kManyWords = 6;             // a keep of more always stays
constexpr size_t kManyLetters = 40;

// A keep of so many letters is not longer, but for rows of signs, which part what stands on both sides.
constexpr size_t MaxKeptBytes(size_t letters) { return letters * 3 + 24; }

class Reader {
 public:
  Reader(std::string_view older, std::string_view newer, TextChanges changes)
      : older_(older),
        newer_(newer),
        older_edges_(older),
        newer_edges_(newer),
        changes_(std::move(changes)) {}

  TextChanges Read() {
    WidenToTokens();
    SlideAll();
    JoinWhere(&Reader::AreOnePhrase);
    JoinWhere(&Reader::AreNearlyOnePhrase);
    JoinShreds();
    for (TextChange& change : changes_) Trim(change);
    SlideAll();
    JoinWhere(&Reader::AreOnePhrase);  // what slid may have come near its neighbour
    JoinWhere(&Reader::AreNearlyOnePhrase);
    return std::move(changes_);
  }

 private:
  using Contents = TextEdges::Contents;

  bool AreEdges(size_t older_at, size_t newer_at) const {
    return older_edges_.IsEdge(older_at) && newer_edges_.IsEdge(newer_at);
  }

  // Makes a change that was already looked at the last of the first `put`, joined with the one that it
  // touches.
  void Put(const TextChange& change, size_t& put) {
    if (change.OlderSize() == 0 && change.NewerSize() == 0) return;
    if (put != 0 && changes_[put - 1].older_end == change.older_begin &&
        changes_[put - 1].newer_end == change.newer_begin) {
      changes_[put - 1].older_end = change.older_end, changes_[put - 1].newer_end = change.newer_end;
    } else {
      changes_[put++] = change;
    }
  }

  void WidenToTokens() {
    size_t put = 0;
    for (size_t i = 0; i < changes_.size(); ++i) {
      TextChange change = changes_[i];
      const size_t least = put == 0 ? 0 : changes_[put - 1].older_end;
      while (change.older_begin > least && !AreEdges(change.older_begin, change.newer_begin)) {
        --change.older_begin, --change.newer_begin;
      }
      const size_t most = i + 1 < changes_.size() ? changes_[i + 1].older_begin : older_.size();
      while (change.older_end < most && !AreEdges(change.older_end, change.newer_end)) {
        ++change.older_end, ++change.newer_end;
      }
      Put(change, put);
    }
    changes_.resize(put);
  }

  // Moves each pure insert or delete to where it begins and ends best; the same bytes come in or go, seen
  // elsewhere.
  void SlideAll() {
    size_t put = 0;
    for (size_t i = 0; i < changes_.size(); ++i) {
      TextChange change = changes_[i];
      const size_t least = put == 0 ? 0 : changes_[put - 1].older_end;
      const size_t most = i + 1 < changes_.size() ? changes_[i + 1].older_begin : older_.size();
      if (!change.Replaces()) Slide(change, change.older_begin - least, most - change.older_end);
      Put(change, put);
    }
    changes_.resize(put);
  }

  void Slide(TextChange& change, size_t room_before, size_t room_behind) const {
    const bool inserts = change.OlderSize() == 0;
    const std::string_view text = inserts ? newer_ : older_;
    const TextEdges& edges = inserts ? newer_edges_ : older_edges_;
    size_t begin = inserts ? change.newer_begin : change.older_begin;
    size_t end = inserts ? change.newer_end : change.older_end;
    const size_t first = begin;
    const size_t least = begin - std::min(room_before, kMaxSlideBytes);
    const size_t most = end + std::min(room_behind, kMaxSlideBytes);
    while (begin > least && text[begin - 1] == text[end - 1]) --begin, --end;
    int best_rank = -1;
    TextChange best = change;
    for (;;) {
      TextChange candidate = change;
      const auto shift = [first, begin](size_t& at) { at = at + begin - first; };
      shift(candidate.older_begin), shift(candidate.older_end), shift(candidate.newer_begin),
          shift(candidate.newer_end);
      if (AreEdges(candidate.older_begin, candidate.newer_begin) &&
          AreEdges(candidate.older_end, candidate.newer_end)) {
        const int rank = edges.Rank(begin) + edges.Rank(end);
        if (rank >= best_rank) best = candidate, best_rank = rank;
      }
      if (end >= most || text[begin] != text[end]) break;
      ++begin, ++end;
    }
    change = best;
  }

  template <typename Predicate>
  void JoinWhere(Predicate joins) {
    size_t joined = 0;
    for (const TextChange& change : changes_) {
      if (joined != 0 && (this->*joins)(changes_[joined - 1], change)) {
        TextChange& last = changes_[joined - 1];
        last.older_end = change.older_end, last.newer_end = change.newer_end;
      } else {
        changes_[joined++] = change;
      }
    }
    changes_.resize(joined);
  }

  // What stays between two changes, where that is no more than `max_words` words and `max_letters` letters.
  Contents Between(const TextChange& left, const TextChange& right, size_t max_words,
                   size_t max_letters) const {
    const size_t size = right.older_begin - left.older_end;
    if (size > MaxKeptBytes(max_letters)) return {.words = max_words + 1, .letters = max_letters + 1};
    Contents keep = older_edges_.Measure(left.older_end, right.older_begin, max_words);
    if (keep.words > max_words) return keep;
    const Contents newer = newer_edges_.Measure(left.newer_end, right.newer_begin);
    // White space parts sentences only where it does so in both texts.
    const bool only_space = keep.words == 0 && keep.others == 0;
    keep.sentence_edge =
        only_space ? keep.sentence_edge && newer.sentence_edge : keep.sentence_edge || newer.sentence_edge;
    return keep;
  }

  // Nothing but white space and signs between them.
  bool AreOnePhrase(const TextChange& left, const TextChange& right) const {
    const Contents keep = Between(left, right, 0, kManyLetters);
    const bool both_replace = left.Replaces() && right.Replaces();
    if (keep.words != 0) return false;
    if (keep.line_ends != 0) return keep.others == 0 && keep.line_ends == 1 && both_replace;
    if (keep.sentence_edge) return false;
    if (keep.others != 0) return both_replace;
    const bool comes_and_goes =
        left.OlderSize() + right.OlderSize() != 0 && left.NewerSize() + right.NewerSize() != 0;
    return comes_and_goes || (Weigh(left) >= kFewLetters && Weigh(right) >= kFewLetters);
  }

  // How much a change weighs against the words it would swallow: more than its beginning need not be looked
  // at.
  size_t Weigh(const TextChange& change) const {
    const size_t older_end = change.older_begin + std::min(change.OlderSize(), kWeighedBytes);
    const size_t newer_end = change.newer_begin + std::min(change.NewerSize(), kWeighedBytes);
    const size_t older = older_edges_.Measure(change.older_begin, older_end).letters;
    const size_t newer = newer_edges_.Measure(change.newer_begin, newer_end).letters;
    return change.Replaces() ? std::max(older, newer) : std::max(older, newer) / 2;
  }

  // What a change weighs is no more.
  static size_t MaxWeight(const TextChange& change) {
    const size_t size = std::min(std::max(change.OlderSize(), change.NewerSize()), kWeighedBytes);
    return change.Replaces() ? size : size / 2;
  }

  // A few short words between two changes that are at least as long.
  bool AreNearlyOnePhrase(const TextChange& left, const TextChange& right) const {
    if (!left.Replaces() && !right.Replaces()) return false;
    const Contents keep = Between(left, right, kFewWords, std::min(MaxWeight(left), MaxWeight(right)));
    if (keep.line_ends != 0 || keep.sentence_edge || keep.clause_end || keep.words > kFewWords) return false;
    return keep.letters <= std::min(Weigh(left), Weigh(right));
  }

  // Where a sentence keeps but few of its words, here and there, it is shown as replaced from the first
  // change to the last one.
  void JoinShreds() {
    size_t put = 0;
    for (size_t begin = 0, end = 0; begin < changes_.size(); begin = end) {
      size_t kept_words = 0;
      for (end = begin + 1; end < changes_.size(); ++end) {
        const Contents keep = Between(changes_[end - 1], changes_[end], kManyWords, kManyLetters);
        if (keep.line_ends != 0 || keep.sentence_edge || keep.words > kManyWords ||
            keep.letters > kManyLetters)
          break;
        kept_words += keep.words;
      }
      TextChange whole = changes_[begin];
      whole.older_end = changes_[end - 1].older_end, whole.newer_end = changes_[end - 1].newer_end;
      if (end - begin >= 3 && KeepsFew(whole, kept_words)) {
        changes_[put++] = whole;
      } else {
        for (size_t i = begin; i < end; ++i) changes_[put++] = changes_[i];
      }
    }
    changes_.resize(put);
  }

  bool KeepsFew(const TextChange& whole, size_t kept_words) const {
    const size_t enough = kept_words * 5 / 2 + 1;
    const auto words = [enough](const TextEdges& edges, size_t begin, size_t end) {
      return edges.Measure(begin, end, enough).words;
    };
    return kept_words * 5 <= 2 * words(older_edges_, whole.older_begin, whole.older_end) &&
           kept_words * 5 <= 2 * words(newer_edges_, whole.newer_begin, whole.newer_end);
  }

  void Trim(TextChange& change) const {
    TextChange cut = change;
    while (cut.Replaces() && older_[cut.older_begin] == newer_[cut.newer_begin]) {
      ++cut.older_begin, ++cut.newer_begin;
      if (AreEdges(cut.older_begin, cut.newer_begin)) {
        change.older_begin = cut.older_begin, change.newer_begin = cut.newer_begin;
      }
    }
    cut = change;
    while (cut.Replaces() && older_[cut.older_end - 1] == newer_[cut.newer_end - 1]) {
      --cut.older_end, --cut.newer_end;
      if (AreEdges(cut.older_end, cut.newer_end))
        change.older_end = cut.older_end, change.newer_end = cut.newer_end;
    }
  }

  std::string_view older_, newer_;
  TextEdges older_edges_, newer_edges_;
  TextChanges changes_;
};

// The line that begins near `kContextBytes` before `at`, or the text's beginning.
size_t ContextBegin(std::string_view text, size_t at) {
  if (at <= kContextBytes) return 0;
  const size_t end = text.rfind('\n', at - kContextBytes);
  return end == std::string_view::npos ? 0 : end + 1;
}

size_t ContextEnd(std::string_view text, size_t at) {
  if (text.size() - at <= kContextBytes) return text.size();
  const size_t end = text.find('\n', at + kContextBytes);
  return end == std::string_view::npos ? text.size() : end + 1;
}

TextChanges Smooth(TextChanges changes, std::string_view older, std::string_view newer) {
  if (changes.empty()) return changes;
  const size_t begin = ContextBegin(older, changes.front().older_begin);
  const size_t older_end = ContextEnd(older, changes.back().older_end);
  const size_t newer_end = newer.size() - (older.size() - older_end);
  const auto shift = [&changes](size_t by) {
    for (TextChange& change : changes) {
      change.older_begin += by, change.older_end += by, change.newer_begin += by, change.newer_end += by;
    }
  };
  shift(0 - begin);
  changes = Reader(older.substr(begin, older_end - begin), newer.substr(begin, newer_end - begin),
                   std::move(changes))
                .Read();
  shift(begin);
  return changes;
}

}  // namespace

EditScript MakeReadable(const EditScript& script, std::string_view older, std::string_view newer) {
  return WriteScript(Smooth(ReadChanges(script), older, newer), older.size(), newer);
}

TextDiff DiffReadably(std::string_view older, std::string_view newer, const DiffOptions& options) {
  FoundChanges found = FindChanges(older, newer, options);
  TextChanges changes = Smooth(std::move(found.changes), older, newer);
  TextDiff diff;
  diff.coarse = found.coarse;
  if (options.unit == DiffUnit::kWord && !found.coarse) diff.moved = FindMovedText(older, newer, changes);
  diff.script = WriteScript(changes, older.size(), newer);
  return diff;
}

}  // namespace muragat
