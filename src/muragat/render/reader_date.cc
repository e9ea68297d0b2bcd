#include <cstdio>

#include "muragat/render/page.h"

namespace muragat {

std::string FormatDateForReaders(const ValidDate& date) {
  static constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
  constexpr int64_t kSecondsPerDay = 86'400;
  const CivilDay day = ToCivilDay(date.first);
  const std::string year = std::to_string(day.year);
  if (date.precision == Precision::kYear) return year;
  const std::string month = std::string(kMonths[day.month - 1]) + ' ' + year;
  if (date.precision == Precision::kMonth) return month;
  const std::string whole = std::to_string(day.day) + ' ' + month;
  const auto minute = static_cast<int>(date.first.seconds() % kSecondsPerDay / 60);
  if (date.precision == Precision::kDay || date.first.seconds() % kSecondsPerDay == 0) return whole;
  char time[24];
  std::snprintf(time, sizeof time, ", %02d:%02d UTC", minute / 60, minute % 60);
  return whole + time;
}

}  // namespace muragat
