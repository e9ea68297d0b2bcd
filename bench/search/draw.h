#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "muragat/base/status.h"

namespace muragat::bench {

// Prints phrases of one to eight words that follow each other in a text of the archive, drawn by a seed:
// {"words":…,"bytes":…,"document":…}. Errors: as Archive and Reader.
Status DrawPhrases(const std::string& archive, uint32_t count, uint32_t seed, std::ostream& out);

// Prints the first words of which the index says that `least` to `most` sections ever held them. Errors: as
// Archive and Reader.
Status ListCommonWords(const std::string& archive, uint32_t least, uint32_t most, uint32_t count,
                       std::ostream& out);

}  // namespace muragat::bench
