#include "muragat/render/akn_element.h"

#include <algorithm>
#include <array>

#include "muragat/text/character.h"
#include "muragat/text/fold.h"
#include "muragat/text/section_number.h"
#include "muragat/text/title_cursor.h"

namespace muragat {
namespace {

constexpr AknElement kArticle{"article", "art", ""};
constexpr AknElement kBook{"book", "book", ""};
constexpr AknElement kChapter{"chapter", "chp", ""};
constexpr AknElement kClause{"clause", "cl", ""};
constexpr AknElement kParagraph{"paragraph", "para", ""};
constexpr AknElement kPart{"part", "part", ""};
constexpr AknElement kPoint{"point", "point", ""};
constexpr AknElement kRule{"rule", "rule", ""};
constexpr AknElement kSection{"section", "sec", ""};
constexpr AknElement kSubparagraph{"subparagraph", "subpara", ""};
constexpr AknElement kSubsection{"subsection", "subsec", ""};
constexpr AknElement kTitle{"title", "title", ""};
constexpr AknElement kAnnex{"hcontainer", "hcontainer", "annex"};
constexpr AknElement kRecital{"hcontainer", "hcontainer", "recital"};
constexpr AknElement kRegulation{"hcontainer", "hcontainer", "regulation"};
constexpr AknElement kSchedule{"hcontainer", "hcontainer", "schedule"};

struct WordElement {
  std::string_view word;  // folded
  AknElement element;
};

// The words that section_words.h knows, but for those that say section.
constexpr auto kWords = std::to_array<WordElement>({
    {"addendum", kAnnex},
    {"anhang", kAnnex},
    {"anlage", kAnnex},
    {"annex", kAnnex},
    {"annexe", kAnnex},
    {"appendix", kAnnex},
    {"art", kArticle},
    {"article", kArticle},
    {"articolo", kArticle},
    {"artigo", kArticle},
    {"artikel", kArticle},
    {"artículo", kArticle},
    {"attachment", kAnnex},
    {"bap", kArticle},
    {"buch", kBook},
    {"capitolo", kChapter},
    {"capítulo", kChapter},
    {"ch", kChapter},
    {"chap", kChapter},
    {"chapitre", kChapter},
    {"chapter", kChapter},
    {"clause", kClause},
    {"exhibit", kAnnex},
    {"kap", kChapter},
    {"kapitel", kChapter},
    {"livre", kBook},
    {"madde", kArticle},
    {"modda", kArticle},
    {"par", kParagraph},
    {"paragraaf", kParagraph},
    {"paragraf", kParagraph},
    {"paragraph", kParagraph},
    {"paragraphe", kParagraph},
    {"part", kPart},
    {"partie", kPart},
    {"pt", kPart},
    {"recital", kRecital},
    {"regulation", kRegulation},
    {"rule", kRule},
    {"sch", kSchedule},
    {"schedule", kSchedule},
    {"sous-section", kSubsection},
    {"subsection", kSubsection},
    {"tarau", kChapter},
    {"teil", kPart},
    {"titel", kTitle},
    {"title", kTitle},
    {"titre", kTitle},
    {"título", kTitle},
    {"unterabschnitt", kSubsection},
    {"бап", kArticle},
    {"бөлiмше", kSubsection},
    {"бөлімше", kSubsection},
    {"гл", kChapter},
    {"глава", kChapter},
    {"п", kPoint},
    {"параграф", kParagraph},
    {"подпункт", kSubparagraph},
    {"подраздел", kSubsection},
    {"пп", kSubparagraph},
    {"прил", kAnnex},
    {"приложение", kAnnex},
    {"пункт", kPoint},
    {"ст", kArticle},
    {"статья", kArticle},
    {"стаття", kArticle},
    {"тарау", kChapter},
    {"тармақ", kPoint},
    {"тармақша", kSubparagraph},
    {"ч", kPart},
    {"часть", kPart},
    {"қосымша", kAnnex},
});

struct UnitElement {
  char32_t unit;
  AknElement element;
};

// What stands behind a number of Chinese, Japanese or Korean; 节 is a section.
constexpr auto kUnits = std::to_array<UnitElement>({
    {U'条', kArticle},
    {U'條', kArticle},
    {U'조', kArticle},
    {U'章', kChapter},
    {U'장', kChapter},
    {U'款', kParagraph},
    {U'항', kParagraph},
    {U'项', kPoint},
    {U'項', kPoint},
    {U'编', kPart},
    {U'編', kPart},
    {U'篇', kPart},
    {U'部', kPart},
    {U'편', kPart},
    {U'卷', kBook},
});

bool IsIdCharacter(char32_t c) { return IsLetter(c) || IsDigit(c); }

// What sets a designator off from the rest of its title, beyond blanks. A full stop belongs to it.
bool SetsOff(char32_t c) { return IsDash(c) || c == ':' || c == ',' || c == ';' || c == U'：' || c == U'、'; }

std::string_view TrimNum(std::string_view num) {
  num = TrimBlank(num);
  size_t begin = 0, end = 0;
  bool begun = false;
  for (size_t at = 0; at < num.size();) {
    const size_t here = at;
    const char32_t c = DecodeUtf8(num, at);
    if (IsBlankCharacter(c) || SetsOff(c)) continue;
    if (!begun) begin = here;
    begun = true;
    end = at;
  }
  return num.substr(begin, end - begin);
}

}  // namespace

AknElement FindAknElement(std::string_view designator) {
  Cursor cursor(designator, 0);
  const char32_t first = cursor.Peek();
  if (first == U'第' || first == U'제') {
    for (; !cursor.AtEnd(); cursor.Skip()) {
      const auto found = std::ranges::find(kUnits, cursor.Peek(), &UnitElement::unit);
      if (found != kUnits.end()) return found->element;
    }
    return kSection;
  }
  while (!cursor.AtEnd()) {
    if (!IsLetter(cursor.Peek())) {
      cursor.Skip();
      continue;
    }
    const std::string_view word = cursor.SkipWord();
    const auto found = std::ranges::find(kWords, FoldCase(word), &WordElement::word);
    if (found != kWords.end()) return found->element;
  }
  return kSection;
}

std::string AknIdNumber(std::string_view number) {
  std::string out;
  bool parted = false;
  for (size_t at = 0; at < number.size();) {
    const char32_t c = DecodeUtf8(number, at);
    if (!IsIdCharacter(c)) {
      parted = !out.empty();
      continue;
    }
    if (parted) out.push_back('-');
    parted = false;
    AppendUtf8(out, c);
  }
  return out;
}

AknTitle SplitAknTitle(std::string_view title) {
  title = TrimBlank(title);
  const std::string_view heading = StripSectionNumber(title);
  if (heading.size() == title.size()) return {{}, title};
  if (heading.empty()) return {TrimNum(title), {}};
  const auto begin = static_cast<size_t>(heading.data() - title.data());
  if (begin > 0) return {TrimNum(title.substr(0, begin)), heading};
  std::string_view num = TrimNum(title.substr(heading.size()));
  if (num.starts_with('(') && num.ends_with(')')) num = num.substr(1, num.size() - 2);
  return {num, heading};
}

}  // namespace muragat
