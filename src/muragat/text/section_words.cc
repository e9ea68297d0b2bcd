#include "muragat/text/section_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "muragat/text/ascii.h"
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

// A list of words, found by their first byte.
template <size_t N>
class WordList {
 public:
  explicit constexpr WordList(const std::array<Word, N>& words) : words_(words) {
    for (size_t i = N; i > 0; --i) begin_[First(words[i - 1])] = static_cast<uint8_t>(i - 1);
    for (size_t i = 0; i < N; ++i) end_[First(words[i])] = static_cast<uint8_t>(i + 1);
  }

  // Whether `word`, in any case, is among them.
  bool Holds(Word word) const {
    if (word.empty() || word.size() > kMaxWordBytes) return false;
    std::array<char, kMaxWordBytes> folded;
    unsigned beyond_ascii = 0;
    for (size_t i = 0; i < word.size(); ++i) {
      folded[i] = LowerAscii(word[i]);
      beyond_ascii |= static_cast<unsigned char>(word[i]) & 0x80U;
    }
    return beyond_ascii != 0 ? HoldsFolded(FoldCase(word)) : HoldsFolded(Word(folded.data(), word.size()));
  }

 private:
  static constexpr size_t First(Word word) { return static_cast<unsigned char>(word[0]); }

  bool HoldsFolded(Word word) const {
    if (word.empty()) return false;
    const auto first = words_.begin() + begin_[First(word)], last = words_.begin() + end_[First(word)];
    return std::find(first, last, word) != last;
  }

  static_assert(N <= UINT8_MAX);
  const std::array<Word, N>& words_;
  std::array<uint8_t, 256> begin_{}, end_{};  // where the words with a first byte stand; both 0: none
};

constexpr WordList kBeforeList(kBefore);
constexpr WordList kBeforeWithDotList(kBeforeWithDot);
constexpr WordList kBehindList(kBehind);
constexpr WordList kBehindDotList(kBehindDot);
constexpr WordList kOrdinalList(kOrdinals);
constexpr WordList kMultiplicativeList(kMultiplicatives);
constexpr WordList kMonthBehindDotList(kMonthsBehindDot);

}  // namespace

bool NamesSectionBefore(std::string_view word, bool with_dot) {
  return kBeforeList.Holds(word) || (with_dot && kBeforeWithDotList.Holds(word));
}

bool NamesSectionBehind(std::string_view word) { return kBehindList.Holds(word); }
bool NamesSectionBehindDot(std::string_view word) { return kBehindDotList.Holds(word); }
bool IsSectionOrdinal(std::string_view word) { return kOrdinalList.Holds(word); }
bool IsLatinMultiplicative(std::string_view word) { return kMultiplicativeList.Holds(word); }
bool IsMonthBehindDot(std::string_view word) { return kMonthBehindDotList.Holds(word); }

}  // namespace muragat
