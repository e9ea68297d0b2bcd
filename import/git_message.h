#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/date.h"

namespace muragat::import {

// What a commit's message says.
struct GitMessage {
  std::string subject;             // its first paragraph, on one line
  std::optional<ValidDate> valid;  // of a trailer `Valid:`
  bool seen = false;               // a trailer `Basis: seen` is there
  bool has_reform = true;          // false: a trailer `Valid:` is there and none `Reform-Id:`
};

GitMessage ReadGitMessage(std::string_view message);

}  // namespace muragat::import
