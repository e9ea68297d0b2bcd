#pragma once

#include <string>

#include "muragat/base/date.h"

namespace muragat {

// A named cause of change on one date. Two reforms are the same if date and exact title are.
struct Reform {
  std::string id;     // date and slug: "2022-06-08/referendum-of-5-june-2022"
  std::string title;  // never empty
  ValidDate date;

  friend bool operator==(const Reform&, const Reform&) = default;
};

}  // namespace muragat
