#include "tests/support/damage.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace muragat::support {

void ForEachDamage(std::string_view bytes, const std::function<void(std::string_view damaged)>& visit) {
  for (size_t size = 0; size < bytes.size(); ++size) visit(bytes.substr(0, size));
  std::string copy(bytes);
  for (size_t bit = 0; bit < 8 * copy.size(); ++bit) {
    const char kept = copy[bit / 8];
    copy[bit / 8] = static_cast<char>(kept ^ (1 << bit % 8));
    visit(copy);
    copy[bit / 8] = kept;
  }
}

void ExpectNoDamagePassesFor(std::string_view value,
                             const std::function<Result<std::string>(std::string_view)>& recode,
                             StatusCode also_allowed) {
  ForEachDamage(value, [&](std::string_view damaged) {
    const Result<std::string> recoded = recode(damaged);
    if (recoded.ok()) {
      EXPECT_NE(*recoded, value) << ToHex(damaged) << " passes for " << ToHex(value);
    } else {
      const StatusCode code = recoded.status().code();
      EXPECT_TRUE(code == StatusCode::kCorruption || code == also_allowed)
          << ToHex(damaged) << ": " << recoded.status().message();
    }
  });
}

}  // namespace muragat::support
