#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "muragat/base/status.h"

namespace muragat {

// What the list of reforms needs, gathered beforehand.

struct ReformIndexDocument {
  std::string title;
  std::string language;  // BCP 47
  std::string href;      // relative link to its page, already percent-encoded; may be empty
};

// A reform, or what came on one date without a reform's name.
struct ReformIndexEntry {
  std::string id;          // empty where it has no name
  std::string title;       // "Updates of 5 June 2020" where it has none
  std::string date;        // for people
  std::string iso_date;    // begins with four digits of the year
  std::string href;        // relative link to its page; may be empty
  bool in_future = false;  // later than the date of the snapshot
  uint64_t words_in = 0;
  uint64_t words_out = 0;
  std::vector<ReformIndexDocument> documents;
};

struct ReformIndex {
  std::string as_of;  // for people
  std::string recorded;
  uint64_t commit = 0;
  std::string index_href;                 // relative link to the list of documents
  std::vector<ReformIndexEntry> entries;  // oldest first
};

// The list of reforms, newest first, with a drawing of the words that came and went over the years, and the
// same as a table. Errors: kInvalidArgument: a date that begins with no year.
Result<std::string> RenderReformIndex(const ReformIndex& index);

}  // namespace muragat
