#include "muragat/render/amendment_text.h"

#include "muragat/text/ordinal_word.h"
#include "muragat/text/quotation.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr uint64_t kMaxInlineWords = 30;
constexpr uint64_t kMaxFoldedWords = 6;  // with a line end among them

bool IsWholeText(const Passage& passage) { return passage.kind == PassageKind::kText; }

std::string NamePassage(const Passage& passage) {
  if (passage.kind == PassageKind::kText) return "the text";
  if (passage.kind == PassageKind::kHeading) return "the heading";
  if (passage.first == 0) return "paragraph (" + passage.designator + ")";
  if (passage.first == passage.last) return "the " + OrdinalWord(passage.first) + " paragraph";
  return "the " + OrdinalWord(passage.first) + (passage.last == passage.first + 1 ? " and " : " to ") +
         OrdinalWord(passage.last) + " paragraphs";
}

// A section that is called by its number takes a paragraph's behind it.
bool TakesDesignator(const std::string& section) {
  return !section.empty() && !section.ends_with("”") && !section.ends_with(')') &&
         !section.starts_with("the ");
}

// "Article 50(3), " or "the heading of Article 50, ".
std::string WritePlace(const Passage& passage, const std::string& section) {
  if (IsWholeText(passage)) return section.empty() ? "" : section + ", ";
  if (section.empty()) return "in " + NamePassage(passage) + ", ";
  if (!passage.designator.empty() && TakesDesignator(section))
    return section + "(" + passage.designator + "), ";
  return NamePassage(passage) + " of " + section + ", ";
}

std::string WriteTimes(const QuotedWords& words) {
  if (words.everywhere) return ", wherever it occurs";
  if (words.times.empty()) return "";
  std::string times = ", the ";
  for (size_t i = 0; i < words.times.size(); ++i) {
    if (i != 0) times += i + 1 == words.times.size() ? " and " : ", ";
    times += OrdinalWord(words.times[i]);
  }
  return times + (words.times.size() == 1 ? " time it occurs" : " times it occurs");
}

// The words, and a comma where more follows behind the times.
std::string WriteTarget(const QuotedWords& words, bool more) {
  const std::string times = WriteTimes(words);
  if (words.to.empty()) return Quote(words.from) + times + (more && !times.empty() ? "," : "");
  return "the words from " + Quote(words.from) + times + (times.empty() ? "" : ",") + " to " +
         Quote(words.to);
}

std::string WriteAction(const Amendment& amendment) {
  const auto target = [&amendment](bool more) {
    return amendment.words ? WriteTarget(*amendment.words, more) : NamePassage(amendment.passage);
  };
  const std::string of = IsWholeText(amendment.passage) ? "" : " of " + NamePassage(amendment.passage);
  switch (amendment.action) {
    case AmendmentAction::kOmit:
      return "omit " + std::string(amendment.exact ? "exactly " : "") + target(false);
    case AmendmentAction::kSubstitute:
      return "for " + target(true) + " substitute";
    case AmendmentAction::kInsertAfter:
      return "after " + target(true) + " insert";
    case AmendmentAction::kInsertBefore:
      return "before " + target(true) + " insert";
    case AmendmentAction::kInsertAtEnd:
      return "at the end" + of + " insert";
    case AmendmentAction::kInsertAtBeginning:
      return "at the beginning" + of + " insert";
  }
  return {};
}

// Many words, or some of which a line ends in.
bool IsBlock(const std::string& text) {
  return CountWords(text) > (text.find('\n') == std::string::npos ? kMaxInlineWords : kMaxFoldedWords);
}

}  // namespace

WordedAmendment WordAmendment(const Amendment& amendment, const std::string& section) {
  WordedAmendment worded;
  const bool named = amendment.words.has_value() || IsWholeText(amendment.passage);
  worded.line = WritePlace(named ? amendment.passage : Passage{}, section);
  worded.line.append(WriteAction(amendment));
  if (amendment.action == AmendmentAction::kOmit) return worded;
  if (amendment.exact && amendment.action != AmendmentAction::kSubstitute) worded.line.append(" exactly");
  if (IsBlock(amendment.text)) {
    worded.block = WriteBlock(amendment.text);
  } else {
    worded.line.append(amendment.text.empty() ? " nothing" : " " + Quote(amendment.text));
  }
  return worded;
}

}  // namespace muragat
