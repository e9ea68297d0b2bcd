#include "import/teaser.h"

#include <algorithm>
#include <array>
#include <string>

#include "import/text_capture.h"
#include "muragat/text/byte_pairs.h"
#include "muragat/text/character.h"
#include "muragat/text/fold.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kTailBytes = 160;        // the mark of a cut stands within these last bytes
constexpr size_t kLinkTailBytes = 2'048;  // or, where it is a Markdown link, within these

// The words as FoldCase gives them, in byte order.
// clang-format off
constexpr std::array kMoreLinks = std::to_array<std::string_view>({
    "afficher plus", "altro", "batafsil", "continua a leggere", "continuar leyendo", "continue lendo",
    "continue reading", "czytaj dalej", "czytaj więcej", "daha fazla", "details", "details anzeigen",
    "devamı", "devamını oku", "en savoir plus", "find out more", "full story", "full text", "keep reading",
    "la suite", "learn more", "leer mas", "leer más", "lees meer", "lees verder", "leggi di più",
    "leggi tutto", "leia mais", "ler mais", "les mer", "lire l'article", "lire la suite", "lire l’article",
    "lire plus", "läs mer", "læs mere", "meer", "meer lezen", "mehr", "mehr anzeigen", "mehr dazu",
    "mehr erfahren", "mehr lesen", "mehr zeigen", "more", "more details", "mostra altro", "mostrar mais",
    "mostrar más", "más", "plus", "plus de détails", "read full article", "read full story", "read more",
    "read on", "read the full article", "saiba mais", "see more", "seguir leyendo", "show more", "suite",
    "tolygyraq", "ver mais", "ver más", "view more", "voir la suite", "voir plus", "weiter", "weiter lesen",
    "weiterlesen", "więcej", "ары қарай", "ары қарай оқу", "більше", "далее", "детальніше", "докладніше",
    "еще", "ещё", "жалғасы", "жалғасын оқу", "көбірек", "көбірек білу", "көбірек көрсету", "көбірек оқу",
    "одан әрі оқу", "подробнее", "показать больше", "показать еще", "показать ещё", "полный текст",
    "развернуть", "смотреть еще", "смотреть ещё", "тағы", "толығымен оқу", "толығырақ", "толығырақ оқу",
    "толық мәтін", "толық оқу", "узнать больше", "читати далі", "читать больше", "читать все", "читать всё",
    "читать далее", "читать дальше", "читать еще", "читать ещё", "читать полностью", "әрі қарай",
    "әрі қарай оқу", "اقرأ المزيد", "المزيد", "عرض المزيد", "قراءة المزيد", "もっと見る", "もっと読む", "了解更多", "全文",
    "展开", "展开全文", "显示更多", "更多", "查看全文", "查看更多", "查看详情", "続きを見る", "続きを読む", "繼續閱讀", "继续阅读", "詳情", "详情", "详细",
    "閱讀全文", "閱讀更多", "阅读全文", "阅读更多", "顯示更多", "계속 읽기", "더 보기", "더 읽기", "더보기", "자세히 보기"
});
// clang-format on
// clang-format off
constexpr std::array kFurniture = std::to_array<std::string_view>({
    "back to top", "drucken", "haut de page", "imprimer", "nach oben", "partager", "print",
    "print this page", "share", "share this page", "teilen", "to top", "басып шығару", "бөлісу", "вверх",
    "жоғары", "наверх", "печать", "поделиться", "распечатать", "分享", "打印", "返回顶部"
});
// clang-format on

static_assert(std::ranges::is_sorted(kMoreLinks));
static_assert(std::ranges::is_sorted(kFurniture));

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool IsDot(char32_t c) { return c == '.' || c == U'…' || c == U'⋯'; }

// What dresses a link's words: brackets, arrows, a colon, emphasis.
bool IsDress(char32_t c) {
  return IsBlankCharacter(c) || IsOneOf(c, U"[](){}<>*_:»›«‹【】（）［］→➔➜⟶▶►▸▾▼↓⇒＞");
}

bool IsDressOrDot(char32_t c) { return IsDress(c) || IsDot(c); }

bool IsAsciiMark(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !IsLetter(static_cast<unsigned char>(c));
}

template <typename Predicate>
std::string_view TrimEnd(std::string_view text, Predicate predicate) {
  size_t end = 0;
  for (size_t at = 0; at < text.size();) {
    if (!predicate(DecodeUtf8(text, at))) end = at;
  }
  return text.substr(0, end);
}

template <typename Predicate>
std::string_view TrimBegin(std::string_view text, Predicate predicate) {
  size_t begin = 0;
  for (size_t at = 0; at < text.size() && predicate(DecodeUtf8(text, at));) begin = at;
  return text.substr(begin);
}

std::string FoldedWords(std::string_view words) {
  return FoldTitle(TrimBegin(TrimEnd(words, IsDressOrDot), IsDressOrDot));
}

// A body that ends in a Markdown link ends in the link's words.
std::string_view DropLinkTarget(std::string_view body) {
  if (!body.ends_with(')')) return body;
  const size_t tail = body.size() > kLinkTailBytes ? body.size() - kLinkTailBytes : 0;
  const size_t target = body.substr(tail).rfind("](");
  return target == std::string_view::npos ? body : body.substr(0, tail + target + 1);
}

// Whether two bytes that follow each other may be the end of a run of dots: ".." or the last two of … or ⋯.
bool MayHoldDots(std::string_view text) {
  return AnyPairOfBytes(text, [](ByteBlock here, ByteBlock next) {
    return ((here == '.') & (next == '.')) | ((here == 0x80) & (next == 0xa6)) |
           ((here == 0x8b) & (next == 0xaf));
  });
}

// Where the last run of dots that cuts a text ends: an ellipsis, or two dots or more.
size_t BehindLastDots(std::string_view text) {
  if (!MayHoldDots(text)) return 0;
  const auto behind = [&text](std::string_view mark) {
    const size_t at = text.rfind(mark);
    return at == std::string_view::npos ? 0 : at + mark.size();
  };
  return std::max({behind(".."), behind("…"), behind("⋯")});
}

}  // namespace

bool IsMoreLink(std::string_view words) {
  if (words.size() > kTailBytes) return false;
  const std::string folded = FoldedWords(words);
  return std::ranges::binary_search(kMoreLinks, std::string_view(folded)) ||
         std::ranges::binary_search(kFurniture, std::string_view(folded));
}

bool EndsInMoreLink(std::string_view line) {
  const std::string folded = FoldedWords(line);
  for (const std::string_view words : kMoreLinks) {
    if (!std::string_view(folded).ends_with(words)) continue;
    size_t at = 0;
    const bool wide = IsWide(DecodeUtf8(words, at)) && words.size() >= 4 * at;
    const size_t before = folded.size() - words.size();
    const bool parted = before == 0 || IsAsciiMark(folded[before - 1]);
    if (wide || (words.find(' ') != std::string_view::npos && parted)) return true;
  }
  return false;
}

bool EndsAsTeaser(std::string_view body) {
  body = DropLinkTarget(TrimBlank(body));
  const std::string_view tail = body.substr(body.size() > kTailBytes ? body.size() - kTailBytes : 0);
  if (BehindLastDots(tail) == 0) return false;
  // Dots behind the words ("... Read more...") are not those that cut the text.
  const std::string_view text = TrimEnd(tail, IsDressOrDot);
  const size_t behind_dots = BehindLastDots(text);
  if (behind_dots == 0) return false;
  const std::string folded = FoldedWords(text.substr(behind_dots));
  return std::ranges::binary_search(kMoreLinks, std::string_view(folded));
}

}  // namespace muragat::import
