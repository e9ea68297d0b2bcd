#include "muragat/text/section_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "muragat/text/fold.h"

namespace muragat {
namespace {

using Word = std::string_view;

constexpr size_t kMaxWordBytes = 40;

// Every list is in byte order, so that a word is found by halving.
constexpr std::array kBefore = std::to_array<Word>({
    "abschnitt", "addendum",       "anhang",     "anlage",     "annex",    "annexe",     "appendix",
    "article",   "articolo",       "artigo",     "artikel",    "artículo", "attachment", "buch",
    "capitolo",  "capítulo",       "chapitre",   "chapter",    "clause",   "exhibit",    "kapitel",
    "livre",     "madde",          "modda",      "paragraaf",  "paragraf", "paragraph",  "paragraphe",
    "part",      "partie",         "recital",    "regulation", "rule",     "schedule",   "sección",
    "section",   "sous-section",   "subsection", "teil",       "titel",    "title",      "titre",
    "título",    "unterabschnitt", "глава",      "параграф",   "подпункт", "подраздел",  "приложение",
    "пункт",     "раздел",         "розділ",     "стаття",     "статья",   "часть",
});
constexpr std::array kBeforeWithDot = std::to_array<Word>({
    "abs",
    "art",
    "ch",
    "chap",
    "kap",
    "par",
    "pt",
    "sch",
    "sec",
    "sect",
    "гл",
    "п",
    "пп",
    "прил",
    "разд",
    "ст",
    "ч",
});
// Real texts mix the Latin i with the Cyrillic і.
constexpr std::array kBehind = std::to_array<Word>({
    "bap",
    "bólim",
    "modda",
    "tarau",
    "бап",
    "бөлiм",
    "бөлiмше",
    "бөлім",
    "бөлімше",
    "параграф",
    "статья",
    "тарау",
    "тармақ",
    "тармақша",
    "қосымша",
});
constexpr std::array kBehindDot = std::to_array<Word>({
    "abschnitt",
    "buch",
    "kapitel",
    "teil",
    "titel",
    "unterabschnitt",
});
constexpr std::array kOrdinals = std::to_array<Word>({
    "eight",     "eighth",  "eleven",  "fifth",   "first",       "five",      "four",      "fourth",
    "liminaire", "nine",    "ninth",   "one",     "preliminary", "premier",   "première",  "préliminaire",
    "second",    "seven",   "seventh", "six",     "sixth",       "ten",       "tenth",     "third",
    "three",     "twelve",  "two",     "unique",  "восьмая",     "восьмой",   "вторая",    "второй",
    "девятая",   "девятый", "десятая", "десятый", "первая",      "первый",    "пятая",     "пятый",
    "седьмая",   "седьмой", "третий",  "третья",  "четвертая",   "четвертый", "четвёртая", "четвёртый",
    "шестая",    "шестой",
});
constexpr std::array kMultiplicatives = std::to_array<Word>({
    "bis",    "decies",       "duodecies",      "nonies",       "novodecies", "octies",    "octodecies",
    "quater", "quaterdecies", "quaterinvicies", "quatervicies", "quindecies", "quinquies", "quinvicies",
    "semel",  "septdecies",   "septies",        "septvicies",   "sexdecies",  "sexies",    "sexvicies",
    "ter",    "terdecies",    "tervicies",      "undecies",     "unvicies",   "vicies",
});
constexpr std::array kMonthsBehindDot = std::to_array<Word>({
    "april",
    "august",
    "dezember",
    "februar",
    "januar",
    "juli",
    "juni",
    "jänner",
    "mai",
    "märz",
    "november",
    "oktober",
    "september",
});

static_assert(std::ranges::is_sorted(kBefore));
static_assert(std::ranges::is_sorted(kBeforeWithDot));
static_assert(std::ranges::is_sorted(kBehind));
static_assert(std::ranges::is_sorted(kBehindDot));
static_assert(std::ranges::is_sorted(kOrdinals));
static_assert(std::ranges::is_sorted(kMultiplicatives));
static_assert(std::ranges::is_sorted(kMonthsBehindDot));

template <size_t N>
bool Holds(const std::array<Word, N>& words, std::string_view word) {
  return word.size() <= kMaxWordBytes && std::ranges::binary_search(words, Word(FoldCase(word)));
}

}  // namespace

bool NamesSectionBefore(std::string_view word, bool with_dot) {
  if (word.size() > kMaxWordBytes) return false;
  const std::string folded = FoldCase(word);
  return std::ranges::binary_search(kBefore, Word(folded)) ||
         (with_dot && std::ranges::binary_search(kBeforeWithDot, Word(folded)));
}

bool NamesSectionBehind(std::string_view word) { return Holds(kBehind, word); }
bool NamesSectionBehindDot(std::string_view word) { return Holds(kBehindDot, word); }
bool IsSectionOrdinal(std::string_view word) { return Holds(kOrdinals, word); }
bool IsLatinMultiplicative(std::string_view word) { return Holds(kMultiplicatives, word); }
bool IsMonthBehindDot(std::string_view word) { return Holds(kMonthsBehindDot, word); }

}  // namespace muragat
