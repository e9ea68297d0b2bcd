#pragma once

#include <string>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/base/status.h"
#include "muragat/diff/three_way_merge.h"
#include "muragat/model/edition.h"
#include "muragat/store/reader.h"

namespace muragat {

// A later edition that changes what a reform brought, so that the reform cannot be left out by itself.
struct StandingOn {
  ValidDate valid;      // of the later edition
  ReformNumber reform;  // that brought it; 0: none
  SectionNumber section;
  std::string title;    // of the section, as of then
  MergeConflict words;  // base: with the reform; ours: without it; theirs: what the later edition says
};

// A document as it would stand had a reform not changed it.
struct WithoutReform {
  bool touched = false;                  // the reform changed the document at or before the date
  std::vector<LineageSection> sections;  // in reading order
  std::vector<StandingOn> standing_on;   // not empty: `sections` is not what was asked for
};

// What `document` would say at `at` without what `reform` did to it: the edition before the reform's, with
// all that later editions changed. Errors: kCorruption, kIo as Reader. Cost: a merge for each section that a
// later edition changed.
Result<WithoutReform> ReadWithout(const Reader& reader, DocumentNumber document, ReformNumber reform,
                                  Instant at, CommitNumber known_at);

}  // namespace muragat
