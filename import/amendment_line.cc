#include "import/amendment_line.h"

namespace muragat::import {
namespace {

// ", wherever it occurs", ", the third time it occurs", ", the first and third times it occurs".
bool ReadTimes(PhraseCursor& cursor, QuotedWords& words) {
  if (cursor.Skip(", wherever it occurs")) {
    words.everywhere = true;
    return true;
  }
  if (!cursor.Skip(", the ")) return true;
  do {
    const std::optional<uint32_t> time = cursor.ReadOrdinal();
    if (!time) return false;
    words.times.push_back(*time);
  } while (cursor.Skip(", ") || cursor.Skip(" and "));
  return cursor.Skip(words.times.size() == 1 ? " time it occurs" : " times it occurs");
}

std::optional<QuotedWords> ReadWords(PhraseCursor& cursor) {
  QuotedWords words;
  const bool range = cursor.Skip("the words from ");
  std::optional<std::string> from = cursor.ReadQuotation();
  if (!from || !ReadTimes(cursor, words)) return std::nullopt;
  words.from = *std::move(from);
  if (words.everywhere || !words.times.empty()) cursor.Skip(",");
  if (!range) return words;
  if (!cursor.Skip(" to ")) return std::nullopt;
  std::optional<std::string> to = cursor.ReadQuotation();
  if (!to) return std::nullopt;
  words.to = *std::move(to);
  return words;
}

bool ReadTarget(PhraseCursor& cursor, Amendment& amendment) {
  const size_t begin = cursor.at();
  if (std::optional<Passage> passage = ReadPassage(cursor)) {
    amendment.passage = *std::move(passage);
    return true;
  }
  cursor.MoveTo(begin);
  amendment.words = ReadWords(cursor);
  return amendment.words.has_value();
}

bool ReadWhatComes(PhraseCursor& cursor, Amendment& amendment, bool& block) {
  amendment.exact = cursor.Skip(" exactly");
  if (cursor.Rest() == ":") {
    block = true;
    return true;
  }
  if (cursor.Skip(" nothing")) return true;
  if (!cursor.Skip(" ")) return false;
  std::optional<std::string> text = cursor.ReadQuotation();
  if (!text) return false;
  amendment.text = *std::move(text);
  return true;
}

}  // namespace

std::optional<Passage> ReadPassage(PhraseCursor& cursor) {
  if (cursor.Skip("the heading")) return Passage{.kind = PassageKind::kHeading, .designator = {}};
  if (cursor.Skip("the text")) return Passage{};
  Passage passage{.kind = PassageKind::kParagraphs, .designator = {}};
  if (cursor.Skip("paragraph (")) {
    std::optional<std::string> designator = cursor.ReadTo(")");
    if (!designator || designator->empty()) return std::nullopt;
    passage.designator = *std::move(designator);
    return passage;
  }
  if (!cursor.Skip("the ")) return std::nullopt;
  const std::optional<uint32_t> first = cursor.ReadOrdinal();
  if (!first) return std::nullopt;
  passage.first = passage.last = *first;
  if (cursor.Skip(" paragraph")) return passage;
  if (!cursor.Skip(" to ") && !cursor.Skip(" and ")) return std::nullopt;
  const std::optional<uint32_t> last = cursor.ReadOrdinal();
  if (!last || !cursor.Skip(" paragraphs")) return std::nullopt;
  passage.last = *last;
  return passage;
}

std::optional<Amendment> ReadAmendment(PhraseCursor& cursor, const Passage& passage, bool& block) {
  Amendment amendment{.passage = passage, .words = std::nullopt, .text = {}};
  block = false;
  if (cursor.Skip("omit ")) {
    amendment.action = AmendmentAction::kOmit;
    amendment.exact = cursor.Skip("exactly ");
    return ReadTarget(cursor, amendment) ? std::optional(amendment) : std::nullopt;
  }
  const bool at_end = cursor.Skip("at the end");
  if (at_end || cursor.Skip("at the beginning")) {
    amendment.action = at_end ? AmendmentAction::kInsertAtEnd : AmendmentAction::kInsertAtBeginning;
    if (cursor.Skip(" of ")) {
      const std::optional<Passage> named = ReadPassage(cursor);
      if (!named) return std::nullopt;
      amendment.passage = *named;
    }
    return cursor.Skip(" insert") && ReadWhatComes(cursor, amendment, block) ? std::optional(amendment)
                                                                             : std::nullopt;
  }
  const bool substitutes = cursor.Skip("for ");
  if (!substitutes) {
    amendment.action = cursor.Skip("after ") ? AmendmentAction::kInsertAfter : AmendmentAction::kInsertBefore;
    if (amendment.action == AmendmentAction::kInsertBefore && !cursor.Skip("before ")) return std::nullopt;
  }
  if (!ReadTarget(cursor, amendment) || !cursor.Skip(substitutes ? " substitute" : " insert"))
    return std::nullopt;
  return ReadWhatComes(cursor, amendment, block) ? std::optional(amendment) : std::nullopt;
}

}  // namespace muragat::import
