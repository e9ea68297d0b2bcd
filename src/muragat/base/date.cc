#include "muragat/base/date.h"

#include <chrono>
#include <optional>

namespace muragat {
namespace {

constexpr int64_t kSecondsPerDay = 86'400;
constexpr int64_t kDaysToUnixEpoch = 719'162;  // from 0001-01-01 to 1970-01-01

Status BadDate(std::string_view text, std::string_view why) {
  return Status::InvalidArgument("\"" + std::string(text) + "\" is no date: " + std::string(why));
}

// Reads `width` decimal digits at `position`; absent where one is none.
std::optional<int> Digits(std::string_view text, size_t position, size_t width) {
  if (position + width > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(position, width)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Reads the time of day with its offset from UTC ("T12:00:00+05:00"), in seconds to add to the day's midnight
// UTC.
Result<int64_t> ParseTimeOfDay(std::string_view whole, std::string_view text) {
  constexpr std::string_view kForm = "a time is written 12:30:00Z or 12:30:00+05:00";
  const auto hour = Digits(text, 1, 2), minute = Digits(text, 4, 2), second = Digits(text, 7, 2);
  if (!hour || !minute || !second || text[3] != ':' || text[6] != ':') return BadDate(whole, kForm);
  if (*hour > 23 || *minute > 59 || *second > 60) return BadDate(whole, "there is no such time of day");
  int64_t seconds = *hour * 3600 + *minute * 60 + (*second == 60 ? 59 : *second);
  text.remove_prefix(9);
  if (!text.empty() && text.front() == '.') {
    size_t digits = 1;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 1) return BadDate(whole, kForm);
    text.remove_prefix(digits);
  }
  if (text == "Z" || text == "z") return seconds;
  const auto offset_hours = Digits(text, 1, 2), offset_minutes = Digits(text, 4, 2);
  const bool well_formed = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':';
  if (!well_formed || !offset_hours || !offset_minutes) return BadDate(whole, kForm);
  if (*offset_hours > 23 || *offset_minutes > 59) return BadDate(whole, "there is no such offset from UTC");
  const int64_t offset = *offset_hours * 3600 + *offset_minutes * 60;
  return text[0] == '+' ? seconds - offset : seconds + offset;
}

}  // namespace

CivilDay ToCivilDay(Instant instant) {
  const std::chrono::sys_days day{std::chrono::days{instant.seconds() / kSecondsPerDay - kDaysToUnixEpoch}};
  const std::chrono::year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

Result<Instant> FromCivilDay(const CivilDay& day) {
  if (day.year < 1 || day.year > 9999) return Status::InvalidArgument("years run from 0001 to 9999");
  // The calendar types keep one byte of a month or day: what is beyond is refused before it is cut.
  const bool in_range = day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31;
  if (!in_range) return Status::InvalidArgument("there is no such day");
  const std::chrono::year_month_day date{std::chrono::year{day.year},
                                         std::chrono::month{static_cast<unsigned>(day.month)},
                                         std::chrono::day{static_cast<unsigned>(day.day)}};
  if (!date.ok()) return Status::InvalidArgument("there is no such day");
  return Instant::FromUnixSeconds(std::chrono::sys_days{date}.time_since_epoch().count() * kSecondsPerDay);
}

Instant ValidDate::Last() const {
  CivilDay day = ToCivilDay(first);
  switch (precision) {
    case Precision::kSecond:
      return first;
    case Precision::kDay:
      return Instant::FromSeconds(first.seconds() + kSecondsPerDay - 1);
    case Precision::kMonth:
      day.month == 12 ? (day.month = 1, ++day.year) : ++day.month;
      break;
    case Precision::kYear:
      ++day.year;
      break;
  }
  const Result<Instant> next = FromCivilDay(day);
  return next.ok() ? Instant::FromSeconds(next->seconds() - 1) : Instant::Last();
}

Result<ValidDate> ParseDate(std::string_view text) {
  const auto year = Digits(text, 0, 4);
  const bool number = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  if (number && text.size() < 4) return BadDate(text, "a year has four digits, such as 0988");
  if (number && text.size() > 4) return BadDate(text, "write 2022-06-08; years run from 0001 to 9999");
  if (!year) return BadDate(text, "write 2022, 2022-06, 2022-06-08 or 2022-06-08T12:00:00Z");
  CivilDay day{.year = *year};
  Precision precision = Precision::kYear;
  if (text.size() > 4) {
    const auto month = text[4] == '-' ? Digits(text, 5, 2) : std::nullopt;
    if (!month) return BadDate(text, "a month has two digits, such as 2022-06");
    day.month = *month;
    precision = Precision::kMonth;
  }
  if (text.size() > 7) {
    const auto day_of_month = text[7] == '-' ? Digits(text, 8, 2) : std::nullopt;
    if (!day_of_month) return BadDate(text, "a month and a day have two digits each, such as 2022-06-08");
    day.day = *day_of_month;
    precision = Precision::kDay;
  }
  const Result<Instant> midnight = FromCivilDay(day);
  if (!midnight.ok()) return BadDate(text, midnight.status().message());
  if (text.size() <= 10) return ValidDate{*midnight, precision};
  if (text[10] != 'T' && text[10] != 't' && text[10] != ' ') return BadDate(text, "a time follows a T");
  MURAGAT_ASSIGN_OR_RETURN(const int64_t offset_seconds, ParseTimeOfDay(text, text.substr(10)));
  const int64_t seconds = midnight->seconds() + offset_seconds;
  if (seconds < 0 || seconds > Instant::kLastSecond) return BadDate(text, "years run from 0001 to 9999");
  return ValidDate{Instant::FromSeconds(seconds), Precision::kSecond};
}

namespace {

// `number` in at least so many digits.
void AppendPadded(std::string& out, int number, size_t digits) {
  const std::string text = std::to_string(number);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out.append(text);
}

}  // namespace

std::string FormatDate(const ValidDate& date) {
  const std::string text = FormatInstant(date.first);
  switch (date.precision) {
    case Precision::kYear:
      return text.substr(0, 4);
    case Precision::kMonth:
      return text.substr(0, 7);
    case Precision::kDay:
      return text.substr(0, 10);
    case Precision::kSecond:
      break;
  }
  return text;
}

std::string FormatInstant(Instant instant) {
  const CivilDay day = ToCivilDay(instant);
  const auto second_of_day = static_cast<int>(instant.seconds() % kSecondsPerDay);
  std::string text;
  text.reserve(sizeof "2022-06-08T12:00:00Z");
  AppendPadded(text, day.year, 4);
  text.push_back('-');
  AppendPadded(text, day.month, 2);
  text.push_back('-');
  AppendPadded(text, day.day, 2);
  text.push_back('T');
  AppendPadded(text, second_of_day / 3600, 2);
  text.push_back(':');
  AppendPadded(text, second_of_day / 60 % 60, 2);
  text.push_back(':');
  AppendPadded(text, second_of_day % 60, 2);
  text.push_back('Z');
  return text;
}

std::string FormatDay(Instant instant) { return FormatInstant(instant).substr(0, 10); }

}  // namespace muragat
