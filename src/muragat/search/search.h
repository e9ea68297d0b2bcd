#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "muragat/base/progress.h"
#include "muragat/search/query_matcher.h"
#include "muragat/search/search_query.h"
#include "muragat/search/standing_texts.h"
#include "muragat/store/reader.h"

namespace muragat {

// A section that answers a question, for the stretch of valid time in which it does.
struct SearchHit {
  DocumentNumber document;
  SectionNumber section;  // the lineage
  ValidDate from;
  std::optional<ValidDate> to;         // nothing: it holds still; else the first date on which it does not
  ReformNumber reform_in, reform_out;  // 0: none
  SectionRef text;                     // the text that was asked, or with all time the stretch's last
  std::string language;                // its edition's
  std::string title;                   // the section's, in that text
  double score = 0;                    // BM25; greater is better; comparable within one answer only
};

struct SearchRequest {
  SearchQuery query;
  MatchOptions match;
  std::optional<Instant> at;  // valid time; nothing: all time
  CommitNumber known_at = kLatestCommit;
  // Which documents are looked at; all where it is empty.
  std::function<bool(const std::string& id)> document;
  size_t limit = 10;  // of hits that are given; 0: none
  // Whether hits say since when and until when they answer, and of which lineage they are; else only which
  // text does. Needs `at`.
  bool since_when = true;
  // What stands at `at` as of `known_at`, kept for further questions; null: nothing is kept.
  StandingTexts* standing = nullptr;
};

struct SearchAnswer {
  std::vector<SearchHit> hits;  // the best ones, best first
  uint64_t count = 0;           // of all: sections at the instant, or stretches of time of sections
};

// Answers a question to the texts that stand at an instant, or that ever stood. The words of a section are
// counted, and weighed by BM25 (k1 1.2, b 0.75) against the length of the sections that answer and how many
// sections hold each word, or ever held it. Equal ones stand in the order of their documents, sections and
// dates. Places are found by the index of words where it is whole (see IsIndexWhole), else every text is
// read. Errors: as Reader, kCancelled. Cost: the lists of the words; unless single words of texts are all
// that is asked, and at an instant, the text of each section that has them all; for each hit that is given,
// its document's history.
Result<SearchAnswer> Search(const Reader& reader, const SearchRequest& request, ProgressSink& progress);

}  // namespace muragat
