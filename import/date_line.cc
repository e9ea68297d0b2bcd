#include "import/date_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "muragat/text/character.h"
#include "muragat/text/fold.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxDateBytes = 120;

// Months, days of the week and what else stands in a date, folded, in byte order.
// clang-format off
constexpr std::array kDateWords = std::to_array<std::string_view>({
    "abril", "actualizado", "agosto", "aktualisiert", "am", "août", "apr", "april", "aprile", "aralık",
    "at", "au", "aug", "august", "avril", "ağustos", "by", "cet", "date", "datum", "de", "dec", "december",
    "del", "den", "dezember", "dezembro", "dicembre", "diciembre", "dienstag", "dimanche", "donnerstag",
    "du", "décembre", "ekim", "el", "enero", "er", "est", "eylül", "feb", "febbraio", "febrero", "februar",
    "february", "fevereiro", "freitag", "fri", "friday", "février", "gennaio", "giugno", "gmt", "h",
    "haziran", "jan", "janeiro", "januar", "january", "janvier", "jeudi", "jour", "juillet", "juin", "jul",
    "julho", "juli", "julio", "july", "jun", "june", "junho", "juni", "junio", "jänner", "kasım", "last",
    "le", "luglio", "lundi", "maggio", "mai", "maio", "mar", "march", "mardi", "mars", "mart", "marzo",
    "março", "may", "mayo", "mayıs", "mercredi", "mis", "mise", "mittwoch", "mon", "monday", "montag",
    "märz", "nd", "nisan", "nov", "november", "novembre", "noviembre", "ocak", "oct", "october", "octobre",
    "octubre", "of", "oktober", "on", "ottobre", "outubro", "pm", "posted", "publicado", "published",
    "publié", "publiée", "rd", "samedi", "samstag", "sat", "saturday", "sep", "sept", "september",
    "septembre", "septiembre", "setembro", "settembre", "sonntag", "st", "stand", "sun", "sunday", "t",
    "temmuz", "th", "the", "thu", "thursday", "tue", "tuesday", "uhr", "um", "updated", "utc", "vendredi",
    "veröffentlicht", "vom", "wed", "wednesday", "z", "à", "şubat", "авг", "август", "августа", "апр",
    "апрель", "апреля", "ақпан", "бейсенбі", "березня", "в", "вересня", "воскресенье", "вторник", "г",
    "год", "года", "грудня", "дата", "дек", "декабрь", "декабря", "добавлено", "дүйсенбі", "ж",
    "жарияланды", "жарияланған", "жаңартылды", "жексенбі", "желтоқсан", "жовтня", "жыл", "жылы", "жылғы",
    "жұма", "июл", "июль", "июля", "июн", "июнь", "июня", "квітня", "күні", "липня", "листопада", "лютого",
    "май", "мамыр", "мар", "март", "марта", "маусым", "мая", "мск", "наурыз", "ноя", "ноябрь", "ноября",
    "обновлено", "окт", "октябрь", "октября", "опубликовано", "от", "понедельник", "публикации", "пятница",
    "року", "сейсенбі", "сен", "сенбі", "сент", "сентябрь", "сентября", "серпня", "среда", "суббота",
    "січня", "сәрсенбі", "сәуір", "тамыз", "травня", "фев", "февраль", "февраля", "червня", "четверг",
    "шілде", "янв", "январь", "января", "қазан", "қараша", "қаңтар", "қаңтарда", "қаңтары", "қыркүйек",
    "上午", "下午", "分", "发布", "发布日期", "发布时间", "号", "周一", "周三", "周二", "周五", "周六", "周四", "周日", "年", "日", "日期",
    "时", "时间", "星期一", "星期三", "星期二", "星期五", "星期六", "星期四", "星期日", "時", "更新", "更新时间", "月", "秒", "년", "월", "일"
});
// clang-format on
static_assert(std::ranges::is_sorted(kDateWords));

}  // namespace

bool IsDateLine(std::string_view line) {
  if (line.size() > kMaxDateBytes) return false;
  const std::string folded = FoldCase(line);
  bool has_digits = false;
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    size_t end = at;
    const char32_t first = DecodeUtf8(folded, at);
    end = at;
    if (IsDigit(first)) has_digits = true;
    if (!IsLetter(first)) continue;
    while (at < folded.size() && IsLetter(DecodeUtf8(folded, at))) end = at;
    at = end;
    const std::string_view word = std::string_view(folded).substr(begin, end - begin);
    if (!std::ranges::binary_search(kDateWords, word)) return false;
  }
  return has_digits;
}

}  // namespace muragat::import
