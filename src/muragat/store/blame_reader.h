#pragma once

#include <optional>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/base/progress.h"
#include "muragat/base/status.h"
#include "muragat/diff/blame.h"
#include "muragat/model/edition.h"
#include "muragat/store/reader.h"

namespace muragat {

// An edition that brought words, or took them away.
struct BlameStep {
  ValidDate valid;
  CommitNumber commit;
  ReformNumber reform;   // 0: none
  bool removed = false;  // the document has no text from then on
};

// A section, and who brought each word of it.
struct SectionBlame {
  LineageSection section;
  std::vector<BlameSpan> spans;  // their steps are indexes of DocumentBlame::steps
};

struct DocumentBlame {
  std::vector<BlameStep> steps;        // by valid date; those that were corrected are left out
  std::vector<SectionBlame> sections;  // in reading order
  bool coarse = false;                 // so much was ever written that not all passages were followed
};

// No step: nobody has taken the word away.
constexpr uint32_t kStillStands = UINT32_MAX;

struct BlameQuery {
  Instant at;  // the text of that instant; in reverse, the instant up to which it is followed
  CommitNumber known_at = kLatestCommit;
  // The text of that instant, and for each word of it the step that took it away: then `brought` is that
  // step, or kStillStands, and `away` the times between when it was not there.
  std::optional<Instant> reverse;
};

// Who brought each word of a document: followed through its whole history, so that words keep their origin
// when they are moved, split off, merged, copied, or come back (see Blame). Empty where there is no text.
// Errors: kCorruption, kIo as Reader; kCancelled.
// Cost: every edition's list and every text between is read once; see Blame::Advance. Memory: the texts that
// stand, twelve bytes a word that was ever written, and texts that come again.
Result<DocumentBlame> ReadBlame(const Reader& reader, DocumentNumber document, const BlameQuery& query,
                                ProgressSink& progress);

}  // namespace muragat
