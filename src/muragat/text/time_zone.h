#pragma once

#include <string>

#include "muragat/base/date.h"
#include "muragat/base/status.h"

namespace muragat {

// The civil time of a place, such as "Europe/Paris" or "Asia/Almaty" (the IANA database as ICU carries it).
class TimeZone {
 public:
  // Errors: kInvalidArgument: there is no such zone.
  static Result<TimeZone> Find(const std::string& name);

  // A second that is midnight in the zone as the day that begins then; any other date as it is.
  // Cost: a look-up in the zone's table. Errors: none; a second that ICU cannot place stays a second.
  ValidDate ToCivilDay(const ValidDate& date) const;

 private:
  explicit TimeZone(std::string name) : name_(std::move(name)) {}
  std::string name_;
};

}  // namespace muragat
