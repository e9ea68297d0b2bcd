#include "muragat/text/time_zone.h"

#include <map>
#include <memory>

#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace muragat {
namespace {

constexpr int64_t kSecondsPerDay = 86'400;
constexpr double kMillisecondsPerSecond = 1000.0;

// Zones are kept, since making one costs far more than asking it.
const icu::TimeZone* ZoneOf(const std::string& name) {
  thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>> zones;
  auto& zone = zones[name];
  if (!zone) zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  return zone.get();
}

}  // namespace

Result<TimeZone> TimeZone::Find(const std::string& name) {
  const std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (!zone || *zone == icu::TimeZone::getUnknown()) {
    return Status::InvalidArgument("there is no time zone \"" + name + "\": write one such as Europe/Paris");
  }
  return TimeZone(name);
}

ValidDate TimeZone::ToCivilDay(const ValidDate& date) const {
  if (date.precision != Precision::kSecond) return date;
  int32_t raw_ms = 0, saving_ms = 0;
  UErrorCode error = U_ZERO_ERROR;
  const double unix_ms = static_cast<double>(date.first.unix_seconds()) * kMillisecondsPerSecond;
  ZoneOf(name_)->getOffset(unix_ms, 0, raw_ms, saving_ms, error);
  if (U_FAILURE(error)) return date;
  const int64_t local = date.first.seconds() + (raw_ms + saving_ms) / 1000;
  if (local < 0 || local > Instant::kLastSecond || local % kSecondsPerDay != 0) return date;
  return {Instant::FromSeconds(local), Precision::kDay};
}

}  // namespace muragat
