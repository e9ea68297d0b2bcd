#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/diff/edit_script.h"
#include "muragat/diff/text_diff.h"
#include "muragat/model/edition.h"

namespace muragat {

// What happened to a section between two editions.
enum class ChangeEvent {
  kAdded,
  kRemoved,
  kChanged,
  kRetitled,
  kRenumbered,
  kMoved,
  kSplit,
  kMerged,
  kCompleted,
  kReturned,
};

// The word for an event in output: "added", "removed" …
std::string_view EventName(ChangeEvent event);

// How much a change weighs. In rising order.
enum class ChangeKind {
  kUnchanged,
  kCaptureOnly,  // white space, typographic quotes and dashes, a teaser completed
  kStructural,   // numbers, titles, order, depth
  kEditorial,    // punctuation, letter case, a typing error
  kSubstantive,  // anything else
};

// The word for a kind in output: "unchanged", "capture-only", "structural", "editorial", "substantive".
std::string_view KindName(ChangeKind kind);

// The change of one section. `older` and `newer` point into the lists that were compared; null where it was
// not there. A value: copied or moved, the script's views stay good, since all copies hold the text that they
// show.
struct SectionChange {
  SectionNumber lineage;
  std::vector<ChangeEvent> events;  // in the order of the enum; never empty
  ChangeKind kind = ChangeKind::kUnchanged;
  const LineageSection* older = nullptr;
  const LineageSection* newer = nullptr;
  std::string older_text, newer_text;  // heading and body, put end to end; empty where it was not there
  EditScript script;                   // from older_text to newer_text, readable; views into `script_text`
  std::shared_ptr<const std::string> script_text;  // equal to newer_text
  std::vector<MovedText> moved;                    // within the section: deleted here, inserted there
  bool coarse = false;  // too much changed to compare all of it word by word: some of what stayed is replaced
  uint64_t words_in = 0;  // what `script` brings and takes
  uint64_t words_out = 0;
  // Where it was split or merged: which sections became which, each in reading order. Else empty.
  std::vector<SectionNumber> from, to;
  double share = 1;  // … and how much of the parts' wording was found, 0.5 … 1
};

struct DocumentChange {
  std::vector<SectionChange>
      sections;  // in the new reading order, removed ones last; unchanged ones left out
  ChangeKind kind = ChangeKind::kUnchanged;  // the heaviest of the sections' kinds
  uint64_t words_in = 0;
  uint64_t words_out = 0;
};

// What changed from one edition to another. Sections are the same where their lineage is. A lineage in
// `seen_before` that is not in `older` has returned; any other is added. A section is moved where the order
// of those in both editions cannot be kept for it (all but a longest rising run), or its depth changed;
// renumbered where its number differs; retitled where its title without the number differs; changed where its
// body differs in any byte, or its heading in nothing but markup; completed where it was a teaser, is none
// now, and begins with what stood before the cut; split or merged as MarkParts says.
// The kind is the heaviest of what applies:
//  kCaptureOnly  bodies or headings equal but for white space and typographic quotes, dashes and ellipses; a
//  teaser
//                completed, cut elsewhere or no longer cut;
//  kStructural   another heading, place or depth; a section without a text of its own added, removed or
//  returned; kEditorial    bodies equal but for punctuation and letter case, or for at most three typing
//  errors (see
//                JudgeBodies);
//  kSubstantive  anything else.
// `older` and `newer` must outlive the result.
// Cost: equal sections in equal places cost a comparison; each changed one a DiffText and a MakeReadable.
DocumentChange CompareEditions(const std::vector<LineageSection>& older,
                               const std::vector<LineageSection>& newer,
                               const std::set<SectionNumber>& seen_before = {});

}  // namespace muragat
