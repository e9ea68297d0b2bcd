#include "muragat/diff/amended_section.h"

#include <algorithm>

#include "muragat/diff/implied_space.h"
#include "muragat/text/character.h"
#include "muragat/text/title_cursor.h"
#include "muragat/text/utf8.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

bool IsBlankLine(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

size_t WordingEnd(std::string_view text, ByteRange range) {
  const size_t last = text.substr(0, range.end).find_last_not_of(" \t\r\n");
  return last == std::string_view::npos || last < range.begin ? range.begin : last + 1;
}

// "3" of "3) text", "3. text", "(3) text", "a) text"; else empty.
std::string ReadDesignator(std::string_view paragraph) {
  constexpr size_t kMaxBytes = 8;
  Cursor cursor(paragraph, 0);
  cursor.SkipBlank();
  const bool opened = cursor.SkipByte('(');
  const size_t begin = cursor.at();
  bool letter = false;
  if (cursor.SkipWhile(IsAsciiDigit).empty()) {
    letter = IsLowerCase(cursor.Peek());
    if (!letter) return {};
    cursor.Skip();
  } else if (cursor.PeekByte() == '-') {
    Cursor behind = cursor;
    behind.Skip();
    if (!behind.SkipWhile(IsAsciiDigit).empty()) cursor = behind;
  }
  const std::string_view designator = cursor.From(begin);
  if (designator.size() > kMaxBytes) return {};
  if (cursor.SkipByte(')')) return std::string(designator);
  const bool dotted = !opened && !letter && cursor.SkipByte('.') && cursor.SkipBlank();
  return dotted ? std::string(designator) : std::string();
}

Status NotThere(std::string_view what) {
  constexpr size_t kShownBytes = 60;
  std::string shown = VisibleText(what.substr(0, kShownBytes));
  return Status::Conflict("the section does not hold \"" + shown + "\" as the instructions say");
}

}  // namespace

Result<std::string> Replace(std::string_view older, std::vector<Replacement> replacements) {
  std::stable_sort(replacements.begin(), replacements.end(), [](const Replacement& a, const Replacement& b) {
    return a.place.begin != b.place.begin ? a.place.begin < b.place.begin : a.place.end < b.place.end;
  });
  std::string newer;
  size_t at = 0;
  for (const Replacement& one : replacements) {
    if (one.place.begin < at || one.place.end > older.size())
      return Status::Conflict("two amendments change the same words");
    newer.append(older.substr(at, one.place.begin - at)).append(one.text);
    at = one.place.end;
  }
  return newer.append(older.substr(at));
}

AmendedSection::AmendedSection(std::string_view text, size_t heading_bytes)
    : text_(text), heading_bytes_(heading_bytes), edges_(text.size() + 1) {
  edges_[0] = true;
  size_t at = 0;
  for (const std::string_view part : {text.substr(0, heading_bytes), text.substr(heading_bytes)})
    for (const Token& token : CutWords(part)) edges_[at += token.size_bytes] = true;
  CutParagraphs();
}

void AmendedSection::CutParagraphs() {
  bool inside = false;
  for (size_t at = heading_bytes_; at < text_.size();) {
    const size_t end = std::min(text_.find('\n', at), text_.size() - 1) + 1;
    const bool blank = IsBlankLine(text_.substr(at, end - at));
    if (!blank && !inside) paragraphs_.push_back({.begin = at, .designator = {}});
    inside = !blank;
    if (!paragraphs_.empty()) paragraphs_.back().end = end;
    at = end;
  }
  for (Paragraph& one : paragraphs_) {
    one.wording_end = WordingEnd(text_, {one.begin, one.end});
    one.designator = ReadDesignator(text_.substr(one.begin, one.wording_end - one.begin));
  }
  std::vector<std::string> seen;
  for (const Paragraph& one : paragraphs_) seen.push_back(one.designator);
  std::sort(seen.begin(), seen.end());
  for (Paragraph& one : paragraphs_) {
    const auto [first, last] = std::equal_range(seen.begin(), seen.end(), one.designator);
    if (last - first > 1) one.designator.clear();
  }
}

size_t AmendedSection::EdgeBefore(size_t at) const {
  do --at;
  while (!edges_[at]);
  return at;
}

std::vector<size_t> AmendedSection::Find(std::string_view words, ByteRange range) const {
  std::vector<size_t> places;
  if (words.empty()) return places;
  const std::string_view within = text_.substr(0, range.end);
  for (size_t at = within.find(words, range.begin); at != std::string_view::npos;
       at = within.find(words, at + 1))
    if (edges_[at] && edges_[at + words.size()]) places.push_back(at);
  return places;
}

Result<ByteRange> AmendedSection::Locate(const Passage& passage, bool wording) const {
  if (passage.kind == PassageKind::kText) return Text();
  if (passage.kind == PassageKind::kHeading)
    return ByteRange{0, wording ? WordingEnd(text_, Heading()) : heading_bytes_};
  if (passage.first == 0) {
    for (const Paragraph& one : paragraphs_) {
      if (one.designator == passage.designator)
        return ByteRange{one.begin, wording ? one.wording_end : one.end};
    }
    return Status::Conflict("the section has no paragraph (" + VisibleText(passage.designator) + ")");
  }
  if (passage.last < passage.first || passage.last > paragraphs_.size())
    return Status::Conflict("the section has no paragraph " + std::to_string(passage.last));
  const Paragraph& last = paragraphs_[passage.last - 1];
  return ByteRange{paragraphs_[passage.first - 1].begin, wording ? last.wording_end : last.end};
}

Result<std::vector<ByteRange>> AmendedSection::LocateWords(const QuotedWords& words, ByteRange within) const {
  const std::vector<size_t> places = Find(words.from, within);
  std::vector<ByteRange> found;
  const auto add = [&](size_t at) { found.push_back({at, at + words.from.size()}); };
  if (words.everywhere) {
    for (const size_t at : places) add(at);
  } else if (words.times.empty() && places.size() == 1) {
    add(places.front());
  }
  for (const uint32_t time : words.times) {
    if (time == 0 || time > places.size()) return NotThere(words.from);
    add(places[time - 1]);
  }
  if (found.empty()) return NotThere(words.from);
  if (words.to.empty()) return found;
  for (ByteRange& one : found) {
    const std::vector<size_t> ends = Find(words.to, {one.end, text_.size()});
    if (ends.empty()) return NotThere(words.to);
    one.end = ends.front() + words.to.size();
  }
  return found;
}

Result<std::vector<Replacement>> AmendedSection::Resolve(const Amendment& amendment) const {
  const bool wording = !amendment.words && (amendment.action == AmendmentAction::kInsertAtEnd ||
                                            amendment.action == AmendmentAction::kSubstitute);
  MURAGAT_ASSIGN_OR_RETURN(const ByteRange passage, Locate(amendment.passage, wording));
  std::vector<ByteRange> places = {passage};
  if (amendment.words) {
    MURAGAT_ASSIGN_OR_RETURN(places, LocateWords(*amendment.words, passage));
  }
  std::vector<Replacement> replacements;
  for (ByteRange place : places) replacements.push_back(ResolveAt(amendment, place));
  return replacements;
}

Replacement AmendedSection::ResolveAt(const Amendment& amendment, ByteRange place) const {
  const bool implied = !amendment.exact;
  switch (amendment.action) {
    case AmendmentAction::kSubstitute:
      break;
    case AmendmentAction::kOmit:
      return {implied && amendment.words ? WithImpliedSpace(text_, place) : place, {}};
    case AmendmentAction::kInsertAfter:
    case AmendmentAction::kInsertAtEnd:
      place.begin = place.end;
      return {place, implied ? WithImpliedSpace(text_, place.end, amendment.text, true) : amendment.text};
    case AmendmentAction::kInsertBefore:
    case AmendmentAction::kInsertAtBeginning:
      place.end = place.begin;
      return {place, implied ? WithImpliedSpace(text_, place.end, amendment.text, false) : amendment.text};
  }
  return {place, amendment.text};
}

}  // namespace muragat
