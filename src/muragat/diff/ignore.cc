#include "muragat/diff/ignore.h"

#include <algorithm>
#include <string>

#include "muragat/diff/text_change.h"
#include "muragat/diff/text_diff.h"
#include "muragat/diff/typography.h"
#include "muragat/text/character.h"
#include "muragat/text/fold.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

bool IsDigitByte(char c) { return c >= '0' && c <= '9'; }

std::string WithoutNumbers(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!IsDigitByte(text[at])) {
      out += text[at];
    } else if (at == 0 || !IsDigitByte(text[at - 1])) {
      out += '0';
    }
  }
  return out;
}

// `text` with what is ignored made alike.
std::string Reduce(const Ignored& ignored, std::string_view text) {
  std::string out;
  size_t at = 0;
  for (const Token& token : CutWords(text)) {
    const std::string_view piece = text.substr(at, token.size_bytes);
    at += token.size_bytes;
    if (token.kind == TokenKind::kSpace) {
      if (!ignored.space) {
        out.append(piece);
      } else if (!out.empty() && !out.ends_with(' ')) {
        out += ' ';
      }
      continue;
    }
    out.append(ignored.typography ? PlainTypography(piece) : std::string(piece));
  }
  if (ignored.space && out.ends_with(' ')) out.pop_back();
  if (ignored.letter_case) out = FoldCase(out);
  return ignored.numbers ? WithoutNumbers(out) : out;
}

bool StaysAnyway(const SectionChange& change) {
  return std::any_of(change.events.begin(), change.events.end(), [](ChangeEvent event) {
    return event != ChangeEvent::kChanged && event != ChangeEvent::kRetitled &&
           event != ChangeEvent::kRenumbered && event != ChangeEvent::kCompleted;
  });
}

}  // namespace

Result<Ignored> ParseIgnored(std::string_view text) {
  Ignored ignored;
  while (!text.empty()) {
    const size_t end = std::min(text.find(','), text.size());
    const std::string_view word = TrimBlank(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word == "case") {
      ignored.letter_case = true;
    } else if (word == "space") {
      ignored.space = true;
    } else if (word == "typography") {
      ignored.typography = true;
    } else if (word == "numbers") {
      ignored.numbers = true;
    } else {
      return Status::InvalidArgument(
          "--ignore takes case, space, typography and numbers, put together by commas");
    }
  }
  return ignored;
}

bool Ignore(const Ignored& ignored, SectionChange& change) {
  if (!ignored.Any() || change.older == nullptr || change.newer == nullptr) return true;
  const std::string_view older = change.older_text, newer = *change.script_text;
  std::string adjusted;
  size_t at = 0;
  bool left = false;
  for (const TextChange& one : ReadChanges(DiffText(older, newer).script)) {
    const std::string_view gone = older.substr(one.older_begin, one.OlderSize());
    const std::string_view come = newer.substr(one.newer_begin, one.NewerSize());
    const bool alike = Reduce(ignored, gone) == Reduce(ignored, come);
    left = left || !alike;
    adjusted.append(older.substr(at, one.older_begin - at)).append(alike ? come : gone);
    at = one.older_end;
  }
  adjusted.append(older.substr(at));
  change.older_text = std::move(adjusted);
  TextDiff readable = DiffReadably(change.older_text, newer);
  change.script = std::move(readable.script);
  change.coarse = readable.coarse;
  change.moved = std::move(readable.moved);
  const WordCounts counts = CountChangedWords(change.script, change.older_text);
  change.words_in = counts.words_in;
  change.words_out = counts.words_out;
  return left || StaysAnyway(change);
}

}  // namespace muragat
