#include "muragat/diff/change_kind.h"

#include <algorithm>
#include <string>
#include <vector>

#include "muragat/diff/capture_noise.h"
#include "muragat/diff/typing_error.h"
#include "muragat/diff/typography.h"
#include "muragat/text/fold.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr size_t kMaxTypingErrors = 3;
constexpr std::string_view kPunctuation = ".,;:!?'\"()[]{}-/\\*_#`~|>";
constexpr std::string_view kWidePunctuation[] = {
    "–",  "—",  "‘",  "’",  "‚",  "“",  "”",  "„",  "«",  "»",  "…", "·", "•", "。", "，", "、", "；", "：",
    "！", "？", "（", "）", "《", "》", "「", "」", "『", "』", "،", "؛", "؟", "।",  "‹",  "›",  "¿",  "¡"};

bool IsDigitByte(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool HoldsDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsPunctuation(std::string_view sign) {
  if (sign.size() == 1) return kPunctuation.find(sign.front()) != std::string_view::npos;
  return std::find(std::begin(kWidePunctuation), std::end(kWidePunctuation), sign) !=
         std::end(kWidePunctuation);
}

// What says something in a text: words and symbols, and the signs in numbers.
std::vector<std::string_view> CutSayings(std::string_view text) {
  std::vector<std::string_view> sayings;
  size_t at = 0;
  for (const Token& token : CutWords(text)) {
    const std::string_view piece = text.substr(at, token.size_bytes);
    const bool behind_word = at > 0 && static_cast<unsigned char>(text[at - 1]) > ' ';
    at += token.size_bytes;
    if (token.kind == TokenKind::kSpace) continue;
    const bool in_number =
        IsDigitByte(text, at) && (!behind_word || IsDigitByte(text, at - piece.size() - 1));
    if (token.kind == TokenKind::kOther && IsPunctuation(piece) &&
        !(in_number && piece != "#" && piece != "("))
      continue;
    sayings.push_back(piece);
  }
  return sayings;
}

// Folding makes 10² of 102: words with digits must be equal as they are.
bool AreOneWord(std::string_view older, std::string_view newer) {
  if (older == newer) return true;
  const std::string folded = FoldCase(older);
  return folded == FoldCase(newer) && !HoldsDigit(folded);
}

// How often a word comes in a body, whatever its case.
size_t CountFolded(std::string_view body, const std::string& folded) {
  const std::string plain = WithoutCaptureNoise(body);
  const std::vector<std::string_view> words = CutSayings(plain);
  return static_cast<size_t>(std::count_if(words.begin(), words.end(),
                                           [&](std::string_view word) { return FoldCase(word) == folded; }));
}

// The lines of both bodies that changes touch.
struct ChangedLines {
  std::string older, newer;
};
ChangedLines TakeChangedLines(std::string_view older, std::string_view newer, const TextChanges& changes) {
  ChangedLines lines;
  size_t taken = 0;  // of the older body, looked at
  for (size_t i = 0; i <= changes.size(); ++i) {
    // What stays, between a change and the next: the ends of the lines that these touch.
    const size_t end = i < changes.size() ? changes[i].older_begin : older.size();
    const std::string_view stays = older.substr(taken, end - taken);
    const size_t first = i == 0 ? 0 : std::min(stays.find('\n'), stays.size() - 1) + 1;
    const size_t last = i == changes.size() ? stays.size() : stays.rfind('\n') + 1;
    const auto take = [&](std::string_view part) { lines.older.append(part), lines.newer.append(part); };
    if (first < last) {
      take(stays.substr(0, first));
      take(stays.substr(last));
    } else {
      take(stays);
    }
    if (i == changes.size()) break;
    const TextChange& change = changes[i];
    lines.older.append(older.substr(change.older_begin, change.OlderSize()));
    lines.newer.append(newer.substr(change.newer_begin, change.NewerSize()));
    taken = change.older_end;
  }
  return lines;
}

bool StartsWith(std::string_view text, std::string_view beginning) {
  return !beginning.empty() && text.substr(0, beginning.size()) == beginning;
}

}  // namespace

ChangeKind JudgeBodies(std::string_view older, std::string_view newer) {
  return JudgeBodies(older, newer, {{0, older.size(), 0, newer.size()}});
}

ChangeKind JudgeBodies(std::string_view older_body, std::string_view newer_body, const TextChanges& changes) {
  if (older_body == newer_body) return ChangeKind::kUnchanged;
  const auto [older, newer] = TakeChangedLines(older_body, newer_body, changes);
  if (PlainTypography(older) == PlainTypography(newer)) return ChangeKind::kCaptureOnly;
  const std::string plain_older = WithoutCaptureNoise(older), plain_newer = WithoutCaptureNoise(newer);
  if (plain_older == plain_newer) return ChangeKind::kCaptureOnly;
  const auto older_words = CutSayings(plain_older), newer_words = CutSayings(plain_newer);
  if (older_words.size() != newer_words.size()) return ChangeKind::kSubstantive;
  size_t errors = 0;
  for (size_t i = 0; i < older_words.size(); ++i) {
    if (AreOneWord(older_words[i], newer_words[i])) continue;
    if (++errors > kMaxTypingErrors) return ChangeKind::kSubstantive;
    const std::string wrong = FoldCase(older_words[i]), right = FoldCase(newer_words[i]);
    const bool mended = IsTypingError(wrong, right) && CountFolded(older_body, wrong) == 1 &&
                        CountFolded(newer_body, wrong) == 0;
    if (!mended) return ChangeKind::kSubstantive;
  }
  return ChangeKind::kEditorial;
}

bool ContinuesTeaser(const Section& older, const Section& newer) {
  if (!older.teaser) return false;
  const std::string before_cut = PlainTypography(TextBeforeCut(older.body));
  if (CountWords(before_cut) == 0) return false;
  if (!newer.teaser) return StartsWith(PlainTypography(newer.body), before_cut);
  const std::string newer_before_cut = PlainTypography(TextBeforeCut(newer.body));
  return StartsWith(newer_before_cut, before_cut) || StartsWith(before_cut, newer_before_cut);
}

}  // namespace muragat
