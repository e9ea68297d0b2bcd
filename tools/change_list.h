#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muragat/base/progress.h"
#include "muragat/model/reform.h"
#include "muragat/render/passages.h"
#include "muragat/store/reader.h"

namespace muragat::tools {

// What one edition changed in one section.
struct ListedChange {
  std::string document;
  SectionNumber section;
  std::string title;  // of the section, as it is after the change if it still is
  ValidDate valid;
  Reform reform;  // empty where there was none
  CommitNumber commit;
  Instant recorded;
  std::string kind, heading;  // "substantive"; "s2 Majilis: changed, +9 −14 words"
  std::vector<std::string> events;
  uint64_t words_in = 0, words_out = 0;
  std::vector<ChangedPassage> passages;  // a few, those with the most words
  size_t passages_left_out = 0;
  std::string hash;  // hex; of document, date, reform and both texts: the same in every archive that has them

  std::string Address() const;
};

struct ChangeRange {
  std::vector<std::string> documents;  // globs of ids; all without one
  Instant since, until;                // inclusive
  bool recorded = false;               // the range is of recorded, not of valid time
};

// What the editions in a range changed, each against the one before it; those that were corrected are left
// out. Most changed words first, then the latest, then by document and reading order. Errors: as Reader,
// kCancelled. Cost: the editions of the archive; the texts of each document from its first edition in the
// range on. Memory: the list.
Result<std::vector<ListedChange>> ListChanges(const Reader& reader, const ChangeRange& range,
                                              ProgressSink& progress);

}  // namespace muragat::tools
