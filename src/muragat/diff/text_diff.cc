#include "muragat/diff/text_diff.h"

#include <algorithm>

#include "muragat/diff/common_ends.h"
#include "muragat/diff/sequence_diff.h"
#include "muragat/diff/text_change.h"
#include "muragat/diff/token_interner.h"
#include "muragat/text/token_begin.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr uint64_t kMaxSteps = uint64_t{24} << 20;  // for all stretches of one DiffText

constexpr size_t kWeakBytes = 1024;  // of equal lines that may be given up for their neighbours' sake
constexpr size_t kMaxJoinedBytes = 32 << 10;  // of stretches that are compared as one

// Pieces of a text that follow each other, by number and size, and what a diff says of them.
struct Pieces {
  std::vector<Token> tokens;
  std::vector<uint32_t> numbers;
  std::vector<uint8_t> changed;

  void Cut(std::string_view text, DiffUnit unit, TokenInterner& interner) {
    tokens.clear(), numbers.clear();
    if (unit == DiffUnit::kWord) {
      AppendWords(text, tokens);
    } else if (unit == DiffUnit::kCharacter) {
      tokens = CutGraphemes(text);
    } else {
      for (size_t at = 0, end = 0; at < text.size(); at = end) {
        end = std::min(text.find('\n', at), text.size() - 1) + 1;
        tokens.push_back({.size_bytes = static_cast<uint32_t>(end - at)});
      }
    }
    size_t at = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const std::string_view piece = text.substr(at, tokens[i].size_bytes);
      // A word may stand at a line's end in one text and at a line's beginning in the other.
      const bool is_wrap = piece == "\n" && unit == DiffUnit::kWord && IsBetweenWords(i);
      numbers.push_back(interner.Intern(is_wrap ? " " : piece));
      at += piece.size();
    }
    changed.assign(tokens.size(), 0);
  }

 private:
  bool IsBetweenWords(size_t i) const {
    return i > 0 && i + 1 < tokens.size() && tokens[i - 1].kind != TokenKind::kSpace &&
           tokens[i + 1].kind == TokenKind::kWord;
  }
};

// A line of the text, half-open.
struct Line {
  size_t begin = 0, end = 0;
};

bool HoldsWord(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// The lines that say something: blank lines and rules are equal everywhere and would part what belongs
// together.
std::vector<Line> CutLines(std::string_view text) {
  std::vector<Line> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (HoldsWord(text.substr(at, end - at))) lines.push_back({at, end});
    at = end;
  }
  return lines;
}

std::vector<uint32_t> NumberLines(std::string_view text, const std::vector<Line>& lines,
                                  TokenInterner& interner) {
  std::vector<uint32_t> numbers;
  numbers.reserve(lines.size());
  for (const Line& line : lines)
    numbers.push_back(interner.Intern(text.substr(line.begin, line.end - line.begin)));
  return numbers;
}

class Differ {
 public:
  Differ(std::string_view older, std::string_view newer, const DiffOptions& options)
      : older_(older),
        newer_(newer),
        unit_(options.unit),
        sequences_(options.max_edits, kMaxSteps),
        interner_(64),
        max_edits_(options.max_edits) {}

  void DiffByLines(size_t begin, size_t older_end, size_t newer_end) {
    const std::string_view older = older_.substr(begin, older_end - begin);
    const std::string_view newer = newer_.substr(begin, newer_end - begin);
    const std::vector<Line> older_lines = CutLines(older), newer_lines = CutLines(newer);
    if (older_lines.size() < 2 && newer_lines.size() < 2) {
      return DiffStretch({begin, older_end, begin, newer_end});
    }
    TokenInterner interner(older_lines.size() + newer_lines.size());
    const std::vector<uint32_t> older_numbers = NumberLines(older, older_lines, interner);
    const std::vector<uint32_t> newer_numbers = NumberLines(newer, newer_lines, interner);
    std::vector<uint8_t> deleted(older_lines.size()), inserted(newer_lines.size());
    SequenceDiff sequences(max_edits_, kMaxSteps);
    sequences.Mark(older_numbers, newer_numbers, interner.size(), deleted, inserted);
    TextChange stretch{begin, begin, begin, begin};
    for (size_t i = 0, j = 0; i < older_lines.size() && j < newer_lines.size();) {
      if (deleted[i] != 0) {
        ++i;
      } else if (inserted[j] != 0) {
        ++j;
      } else {
        stretch.older_end = begin + older_lines[i].begin;
        stretch.newer_end = begin + newer_lines[j].begin;
        AddStretch(stretch);
        stretch.older_begin = begin + older_lines[i++].end;
        stretch.newer_begin = begin + newer_lines[j++].end;
      }
    }
    stretch.older_end = older_end;
    stretch.newer_end = newer_end;
    AddStretch(stretch);
    for (const TextChange& one : stretches_) DiffStretch(one);
  }

  // Equal lines between two stretches part them, unless they are few beside what changes: then they may well
  // stand in the way of a shorter script.
  void AddStretch(const TextChange& whole) {
    if (older_.substr(whole.older_begin, whole.OlderSize()) ==
        newer_.substr(whole.newer_begin, whole.NewerSize())) {
      return;
    }
    const TextChange stretch = Trim(whole);
    if (!stretches_.empty()) {
      TextChange& last = stretches_.back();
      const size_t kept_bytes = stretch.older_begin - last.older_end;
      const size_t last_bytes = std::max(last.OlderSize(), last.NewerSize());
      const size_t bytes = std::max(stretch.OlderSize(), stretch.NewerSize());
      if (kept_bytes <= std::min({kWeakBytes, 2 * last_bytes, 2 * bytes}) &&
          last_bytes + kept_bytes + bytes <= kMaxJoinedBytes) {
        last.older_end = stretch.older_end, last.newer_end = stretch.newer_end;
        return;
      }
    }
    stretches_.push_back(stretch);
  }

  // What is equal at both ends is not cut into pieces.
  TextChange Trim(TextChange stretch) const {
    if (unit_ == DiffUnit::kLine) return stretch;
    const std::string_view older = older_.substr(stretch.older_begin, stretch.OlderSize());
    const std::string_view newer = newer_.substr(stretch.newer_begin, stretch.NewerSize());
    const size_t prefix = EqualPrefix(older, newer);
    const size_t suffix = EqualSuffix(older.substr(prefix), newer.substr(prefix));
    const auto are_cuts = [&](size_t older_at, size_t newer_at) {
      return (older_at == older.size() || BeginsToken(older, older_at)) &&
             (newer_at == newer.size() || BeginsToken(newer, newer_at));
    };
    size_t begin = prefix, end = suffix;
    while (!are_cuts(begin, begin)) --begin;
    while (!are_cuts(older.size() - end, newer.size() - end)) --end;
    stretch.older_begin += begin, stretch.newer_begin += begin;
    stretch.older_end -= end, stretch.newer_end -= end;
    return stretch;
  }

  void DiffStretch(const TextChange& whole) {
    const TextChange stretch = Trim(whole);
    const std::string_view older = older_.substr(stretch.older_begin, stretch.OlderSize());
    const std::string_view newer = newer_.substr(stretch.newer_begin, stretch.NewerSize());
    if (older == newer) return;
    if (older.empty() || newer.empty()) return AppendChange(changes_, stretch);
    interner_.Clear();
    older_pieces_.Cut(older, unit_, interner_);
    newer_pieces_.Cut(newer, unit_, interner_);
    const std::vector<uint8_t>&deleted = older_pieces_.changed, &inserted = newer_pieces_.changed;
    const std::vector<Token>&older_tokens = older_pieces_.tokens, &newer_tokens = newer_pieces_.tokens;
    sequences_.Mark(older_pieces_.numbers, newer_pieces_.numbers, interner_.size(), older_pieces_.changed,
                    newer_pieces_.changed);
    size_t older_at = stretch.older_begin, newer_at = stretch.newer_begin;
    for (size_t i = 0, j = 0; i < deleted.size() || j < inserted.size();) {
      TextChange change{older_at, older_at, newer_at, newer_at};
      for (; i < deleted.size() && deleted[i] != 0; ++i) change.older_end += older_tokens[i].size_bytes;
      for (; j < inserted.size() && inserted[j] != 0; ++j) change.newer_end += newer_tokens[j].size_bytes;
      AppendChange(changes_, change);
      older_at = change.older_end, newer_at = change.newer_end;
      for (; i < deleted.size() && j < inserted.size() && deleted[i] == 0 && inserted[j] == 0; ++i, ++j) {
        const size_t older_size = older_tokens[i].size_bytes, newer_size = newer_tokens[j].size_bytes;
        if (older_tokens[i].kind == TokenKind::kSpace && older_[older_at] != newer_[newer_at])
          AppendChange(changes_, {older_at, older_at + older_size, newer_at, newer_at + newer_size});
        older_at += older_size, newer_at += newer_size;
      }
    }
  }

  FoundChanges Take() { return {std::move(changes_), sequences_.coarse()}; }

 private:
  std::string_view older_, newer_;
  DiffUnit unit_;
  SequenceDiff sequences_;
  TokenInterner interner_;
  uint32_t max_edits_;
  TextChanges stretches_;
  Pieces older_pieces_, newer_pieces_;  // of one stretch; their memory is kept
  TextChanges changes_;
};

}  // namespace

FoundChanges FindChanges(std::string_view older, std::string_view newer, const DiffOptions& options) {
  const bool lines_only = options.unit == DiffUnit::kLine;
  const CommonEnds ends = FindCommonEnds(older, newer, lines_only);
  const size_t older_end = older.size() - ends.end_bytes, newer_end = newer.size() - ends.end_bytes;
  if (ends.begin_bytes == older_end || ends.begin_bytes == newer_end) {
    FoundChanges found;
    AppendChange(found.changes, {ends.begin_bytes, older_end, ends.begin_bytes, newer_end});
    return found;
  }
  Differ differ(older, newer, options);
  if (lines_only) {
    differ.DiffStretch({ends.begin_bytes, older_end, ends.begin_bytes, newer_end});
  } else {
    differ.DiffByLines(ends.begin_bytes, older_end, newer_end);
  }
  return differ.Take();
}

TextDiff DiffText(std::string_view older, std::string_view newer, const DiffOptions& options) {
  const FoundChanges found = FindChanges(older, newer, options);
  return {WriteScript(found.changes, older.size(), newer), found.coarse, {}};
}

}  // namespace muragat
