#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat::support {

// Calls `visit` with every copy of `bytes` that is cut short, then with every copy in which one bit is
// flipped.
void ForEachDamage(std::string_view bytes, const std::function<void(std::string_view damaged)>& visit);

// Fails the test unless every damage to `value` is either refused with kCorruption or decoded as another
// record. `recode` decodes a value and encodes what it read. `also_allowed` is a further code that may
// refuse.
void ExpectNoDamagePassesFor(std::string_view value,
                             const std::function<Result<std::string>(std::string_view)>& recode,
                             StatusCode also_allowed = StatusCode::kCorruption);

}  // namespace muragat::support
