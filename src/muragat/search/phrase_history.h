#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/progress.h"
#include "muragat/search/phrase.h"
#include "muragat/search/text_sketches.h"
#include "muragat/store/reader.h"

namespace muragat {

// A stretch of valid time in which a section held a phrase: from a date on, up to another (not included).
struct PhraseInterval {
  DocumentNumber document;
  SectionNumber section;  // the lineage
  ValidDate from;
  std::optional<ValidDate> to;         // nothing: it holds it still
  ReformNumber reform_in, reform_out;  // 0: none
  std::string title;                   // of the section, as it was at the interval's end
};

struct PhraseQuery {
  Phrase phrase;
  CommitNumber known_at = kLatestCommit;
  // Which documents are looked at; all where it is empty.
  std::function<bool(const std::string& id)> document;
  // What is kept from one phrase to the next; may be null.
  TextSketches* sketches = nullptr;
};

// All intervals of a phrase, by the document's number, then by lineage, then by date. Found by the index of
// words where it is whole (see IsIndexWhole), else in all texts. Errors: as Reader, kCancelled.
// Cost: the lists of the phrase's words, and the history of each document in which a section has them all.
Result<std::vector<PhraseInterval>> FindPhrase(const Reader& reader, const PhraseQuery& query,
                                               ProgressSink& progress);

}  // namespace muragat
