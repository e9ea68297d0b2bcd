#pragma once

#include <string>
#include <vector>

#include "muragat/search/phrase_history.h"
#include "tools/phrase.h"

namespace muragat::tools {

// A phrase as it was asked for, and when it was there.
struct FoundPhrase {
  std::string phrase;
  std::vector<PhraseInterval> intervals;
};

// Writes in how many sections each phrase was: by year, month or document, with tabs, as CSV or JSON; or as a
// chart. Errors: as Reader.
Status PrintPhraseCounts(const std::vector<FoundPhrase>& found, const PhraseOptions& options,
                         const Reader& reader, Context& context);

}  // namespace muragat::tools
