#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// A second of universal time, from 0001-01-01T00:00:00Z (0) to 9999-12-31T23:59:59Z (kLastSecond), in the
// proleptic Gregorian calendar without leap seconds.
class Instant {
 public:
  static constexpr int64_t kLastSecond = 315'537'897'599;

  constexpr Instant() = default;
  // `seconds` since 0001-01-01T00:00:00Z, clamped to 0 … kLastSecond.
  static constexpr Instant FromSeconds(int64_t seconds) {
    Instant instant;
    instant.seconds_ = seconds < 0 ? 0 : seconds > kLastSecond ? kLastSecond : seconds;
    return instant;
  }
  // `seconds` since 1970-01-01T00:00:00Z, clamped likewise.
  static constexpr Instant FromUnixSeconds(int64_t seconds) { return FromSeconds(seconds + kUnixEpoch); }
  static constexpr Instant Last() { return FromSeconds(kLastSecond); }

  constexpr int64_t seconds() const { return seconds_; }
  constexpr int64_t unix_seconds() const { return seconds_ - kUnixEpoch; }

  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;

 private:
  static constexpr int64_t kUnixEpoch = 62'135'596'800;  // 1970-01-01T00:00:00Z in seconds since year 1

  int64_t seconds_ = 0;
};

// How much of a date is known. On disk: never change the values. Coarser sorts first.
enum class Precision : uint8_t { kYear = 0, kMonth = 1, kDay = 2, kSecond = 3 };

// A date with its precision. It sorts by its first instant, and of one first instant the coarser first.
struct ValidDate {
  Instant first;  // the first second of the year, month or day; the second itself
  Precision precision = Precision::kSecond;

  // The last second that the date covers: of the year, month or day; the second itself.
  Instant Last() const;

  friend constexpr auto operator<=>(const ValidDate&, const ValidDate&) = default;
};

// A day of the calendar. `month` 1–12, `day` 1–31.
struct CivilDay {
  int year = 1;
  int month = 1;
  int day = 1;
};

// The UTC day that `instant` falls on.
CivilDay ToCivilDay(Instant instant);

// The first second of a day. Errors: kInvalidArgument: no such day, or a year outside 1 … 9999.
Result<Instant> FromCivilDay(const CivilDay& day);

// Reads `2022`, `2022-06`, `2022-06-08` or RFC 3339 (`2022-06-08T12:00:00+05:00`), years 0001 to 9999,
// nothing else. An offset is applied; fractions of a second are dropped; second 60 is read as 59. Errors:
// kInvalidArgument, with the text and what is wrong with it (2022-02-31 is no date).
Result<ValidDate> ParseDate(std::string_view text);

// Writes what ParseDate reads: `2022`, `2022-06`, `2022-06-08` or `2022-06-08T12:00:00Z`.
std::string FormatDate(const ValidDate& date);
std::string FormatInstant(Instant instant);

// The UTC day of `instant` as `2022-06-08`.
std::string FormatDay(Instant instant);

}  // namespace muragat
