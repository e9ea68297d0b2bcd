#include "muragat/diff/implied_space.h"

#include <algorithm>
#include <array>

#include "muragat/text/character_class.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool IsWordAt(std::string_view text, size_t at) {
  return at < text.size() && ClassifyAt(text, at).kind == CharacterClass::kWord;
}

size_t LastCharacter(std::string_view text) {
  size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  return at;
}

bool OpensAt(std::string_view text, size_t at) {
  constexpr std::array<std::string_view, 8> kSigns = {"(", "\"", "“", "«", "„", "- ", "– ", "— "};
  return IsWordAt(text, at) || std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
           return text.substr(std::min(at, text.size())).starts_with(sign);
         });
}

// Whether `text` ends as a word, a clause or a sentence does.
bool Closes(std::string_view text) {
  constexpr std::array<std::string_view, 11> kSigns = {".", ",",  ";", ":", "!", "?",
                                                       ")", "\"", "”", "»", "…"};
  return !text.empty() && (IsWordAt(text, LastCharacter(text)) ||
                           std::any_of(kSigns.begin(), kSigns.end(),
                                       [text](std::string_view sign) { return text.ends_with(sign); }));
}

// Whether what stands at `at` needs no space before it: an end, white space, or a closing sign.
bool NeedsNoSpace(std::string_view text, size_t at) {
  constexpr std::array<std::string_view, 10> kSigns = {".", ",", ";", ":", "!", "?", ")", "”", "»", "…"};
  if (at >= text.size() || kBlanks.find(text[at]) != std::string_view::npos) return true;
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return text.substr(at).starts_with(sign); });
}

bool SaysItsOwn(std::string_view text) {
  return text.empty() || kBlanks.find(text.front()) != std::string_view::npos ||
         kBlanks.find(text.back()) != std::string_view::npos;
}

}  // namespace

std::string WithImpliedSpace(std::string_view older, size_t at, const std::string& text, bool behind_words) {
  if (SaysItsOwn(text) || text.find('\n') != std::string::npos) return text;
  if (behind_words) return Closes(older.substr(0, at)) && OpensAt(text, 0) ? " " + text : text;
  return Closes(text) && OpensAt(older, at) ? text + " " : text;
}

ByteRange WithImpliedSpace(std::string_view older, ByteRange place) {
  if (SaysItsOwn(older.substr(place.begin, place.Size()))) return place;
  const bool line_begins = place.begin == 0 || older[place.begin - 1] == '\n';
  if (!line_begins && older[place.begin - 1] == ' ' && NeedsNoSpace(older, place.end)) {
    --place.begin;
  } else if (line_begins && place.end < older.size() && older[place.end] == ' ') {
    ++place.end;
  }
  return place;
}

}  // namespace muragat
