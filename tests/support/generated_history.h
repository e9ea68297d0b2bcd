#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muragat/diff/change.h"
#include "muragat/model/state.h"
#include "tests/support/generated_text.h"

namespace muragat::support {

struct GeneratorOptions {
  GeneratedLanguage language = GeneratedLanguage::kEnglish;
  size_t sections = 40;  // of the first edition, about
  size_t editions = 30;
};

// What truly happened to a section from one edition to the next: from a section of the older edition to one
// of the newer one (indexes; nothing where it was not there). A section that was split has such a link to
// each part, merged ones each have one to what they became.
struct TrueLink {
  std::optional<size_t> older, newer;
  std::set<ChangeEvent> events;  // empty: nothing happened
  ChangeKind kind = ChangeKind::kUnchanged;
};

struct GeneratedEdition {
  State state;
  std::vector<uint32_t> identities;  // of its sections; one number means one section for ever
  // Of each section the words of its text, noise left out, and which edition brought each (an index).
  std::vector<std::vector<GeneratedWord>> words;
  std::vector<TrueLink> links;  // from the edition before; empty for the first
};

// A document's history with all that truly happened in it. The same seed and options make the same bytes on
// every machine. Edits: words, sentences, new titles, new numbers for all, moves, moves with up to 40% of the
// words changed, swaps, splits into two to four, merges of two to four, additions, removals, returns, teasers
// completed, texts that come back, and noise: white space, typographic quotes, bold type, counters, dates of
// update, punctuation, letter case, typing errors mended. Near-identical sections and repeated titles occur.
struct GeneratedHistory {
  std::string document;
  std::vector<GeneratedEdition> editions;
};
GeneratedHistory GenerateHistory(uint32_t seed, const GeneratorOptions& options);

}  // namespace muragat::support
