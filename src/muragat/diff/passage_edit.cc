#include "muragat/diff/passage_edit.h"

#include <string>
#include <string_view>

namespace muragat {
namespace {

constexpr size_t kMaxSlideBytes = 8;

using Paragraph = AmendedSection::Paragraph;

Amendment Make(Passage passage, AmendmentAction action, std::string text) {
  return {.passage = std::move(passage), .words = std::nullopt, .action = action, .text = std::move(text)};
}

std::optional<Amendment> Insert(const AmendedSection& section, size_t at, const std::string& text) {
  const std::string_view older = section.text();
  if (at < section.Text().begin) {
    const size_t end = section.Locate({.kind = PassageKind::kHeading, .designator = {}}, true).value().end;
    const Passage heading{.kind = PassageKind::kHeading, .designator = {}};
    if (at == end) return Make(heading, AmendmentAction::kInsertAtEnd, text);
    if (at == 0) return Make(heading, AmendmentAction::kInsertAtBeginning, text);
    return std::nullopt;
  }
  const auto& paragraphs = section.paragraphs();
  const bool lines = text.ends_with('\n');
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const Paragraph& one = paragraphs[i];
    const Passage passage = NameParagraphs(section, i, i);
    if (at == one.begin && i == 0 && lines) return Make(passage, AmendmentAction::kInsertBefore, text);
    if (at == one.begin && !lines) return Make(passage, AmendmentAction::kInsertAtBeginning, text);
    if (at == one.end && lines && older[at - 1] == '\n')
      return Make(passage, AmendmentAction::kInsertAfter, text);
    if (at == one.wording_end) return Make(passage, AmendmentAction::kInsertAtEnd, text);
  }
  if (at == older.size()) return Make({}, AmendmentAction::kInsertAtEnd, text);
  if (at == section.Text().begin) return Make({}, AmendmentAction::kInsertAtBeginning, text);
  return std::nullopt;
}

// From the beginning of a paragraph to the end of one. Of a substitution, the white space at the end stays.
std::optional<Amendment> Change(const AmendedSection& section, ByteRange place, std::string text) {
  const auto& paragraphs = section.paragraphs();
  size_t first = 0;
  while (first < paragraphs.size() && paragraphs[first].begin != place.begin) ++first;
  for (size_t last = first; last < paragraphs.size(); ++last) {
    const Paragraph& one = paragraphs[last];
    const bool whole = one.end == place.end;
    if (!whole && one.wording_end != place.end) continue;
    const Passage passage = NameParagraphs(section, first, last);
    if (text.empty()) {
      if (!whole) return std::nullopt;
      return Make(passage, AmendmentAction::kOmit, {});
    }
    const std::string_view end =
        whole ? section.text().substr(one.wording_end, one.end - one.wording_end) : "";
    if (!text.ends_with(end)) return std::nullopt;
    text.resize(text.size() - end.size());
    if (text.empty()) return std::nullopt;
    return Make(passage, AmendmentAction::kSubstitute, std::move(text));
  }
  return std::nullopt;
}

std::optional<Amendment> Try(const AmendedSection& section, const Replacement& one) {
  if (one.place.Size() == 0) return Insert(section, one.place.begin, one.text);
  return Change(section, one.place, one.text);
}

bool IsBlankAt(std::string_view text, size_t at) {
  return at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t');
}

}  // namespace

Passage NameParagraphs(const AmendedSection& section, size_t first, size_t last) {
  Passage passage{.kind = PassageKind::kParagraphs, .designator = {}};
  const std::string& designator = section.paragraphs()[first].designator;
  if (first == last && !designator.empty()) {
    passage.designator = designator;
  } else {
    passage.first = static_cast<uint32_t>(first + 1), passage.last = static_cast<uint32_t>(last + 1);
  }
  return passage;
}

std::optional<Amendment> EditPassage(const AmendedSection& section, const Replacement& replacement) {
  if (auto found = Try(section, replacement)) return found;
  const bool inserts = replacement.place.Size() == 0;
  if (!inserts && !replacement.text.empty()) return std::nullopt;
  const std::string_view older = section.text();
  const size_t border = section.Text().begin;
  const bool heading = replacement.place.begin < border;
  Replacement slid = replacement;
  for (size_t i = 0; i < kMaxSlideBytes; ++i) {  // to the right
    ByteRange& place = slid.place;
    const char first = inserts ? slid.text.front() : older[place.begin];
    if (!IsBlankAt(older, place.end) || older[place.end] != first || (heading && place.end + 1 > border))
      break;
    if (inserts) slid.text.erase(0, 1).push_back(first);
    ++place.begin, ++place.end;
    if (auto found = Try(section, slid)) return found;
  }
  slid = replacement;
  for (size_t i = 0; i < kMaxSlideBytes; ++i) {  // to the left
    ByteRange& place = slid.place;
    if (place.begin == 0 || (!heading && place.begin == border) || !IsBlankAt(older, place.begin - 1)) break;
    const char last = inserts ? slid.text.back() : older[place.end - 1];
    if (older[place.begin - 1] != last) break;
    if (inserts) {
      slid.text.pop_back();
      slid.text.insert(0, 1, last);
    }
    --place.begin, --place.end;
    if (auto found = Try(section, slid)) return found;
  }
  return std::nullopt;
}

}  // namespace muragat
