#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/diff/change.h"
#include "muragat/render/page.h"

namespace muragat {

// What the page of one reform needs, gathered beforehand. Dates are for people, texts as stored.

// What a reform did to one section.
struct ReformSection {
  uint64_t lineage = 0;
  std::string number;  // may be empty
  std::string title;   // as it is called afterwards, or was called last; may be empty
  std::string was;     // its title before, where that was another one
  std::vector<ChangeEvent> events;
  ChangeKind kind = ChangeKind::kUnchanged;
  uint64_t words_in = 0;
  uint64_t words_out = 0;
  std::string before_since;           // "in force since 30 August 1995"; empty where it was not there
  bool is_there = true;               // afterwards
  std::vector<std::string> from, to;  // the titles of what was split or merged, and of what came of it
  std::vector<MarkedPiece> marked;    // as Page's; empty where no word came or went
};

// A text before or after a reform.
struct ReformText {
  std::string since;       // "in force since 8 June 2022", "seen 1 June 2020"; empty where there was none
  std::string source_url;  // may be empty
};

struct ReformDocument {
  std::string document;  // its id
  std::string title;
  std::string language;  // BCP 47; "und" where not known
  std::string href;      // relative link to its page, already percent-encoded; may be empty
  ReformText before, after;
  uint64_t words_in = 0;
  uint64_t words_out = 0;
  std::vector<ReformSection> sections;  // in the new reading order, removed ones last
  std::string instructions;             // the change as WriteInstructions writes it, or empty
};

struct ReformPage {
  std::string id;
  std::string title;
  std::string date;      // for people
  std::string iso_date;  // for <time datetime>
  std::string recorded;  // for people: when the latest commit was recorded
  uint64_t commit = 0;
  std::string index_href;  // relative links to the list of documents and that of reforms; may be empty
  std::string reforms_href;
};

// What stands on a reform's page before its documents: the counts and the table of contents. It grows with
// the number of sections, not with their texts. A value.
class ReformContents {
 public:
  // A document, or a section of it, as the table of contents lists it.
  struct Part {
    uint64_t lineage = 0;
    std::string title;
    std::string events;  // "renamed, moved"
  };
  struct Entry {
    std::string document, title, language;
    uint64_t words_in = 0, words_out = 0;
    std::vector<Part> parts;
  };

  void Add(const ReformDocument& document);
  // Another's documents, behind these.
  void Append(ReformContents other);

  const std::vector<Entry>& entries() const { return entries_; }
  uint64_t sections() const { return sections_; }
  uint64_t words_in() const { return words_in_; }
  uint64_t words_out() const { return words_out_; }

  // "2 added, 1 renamed"; "4 substantive, 1 editorial": how many sections, the most frequent first.
  std::string DescribeAllEvents() const;
  std::string DescribeKinds() const;

 private:
  std::vector<Entry> entries_;
  uint64_t sections_ = 0, words_in_ = 0, words_out_ = 0;
  std::map<ChangeEvent, uint64_t> events_;
  std::map<ChangeKind, uint64_t> kinds_;
};

// A page of one reform is a head, one block a document, and an end, put end to end: no more than one document
// need be in memory. Before and after stand side by side, or as one marked text, switched without a script;
// nothing is fetched. The same page gives the same bytes. The anchor of a document is "doc:" and its id, of a
// section that, ":s" and its lineage; of an id, all but letters, digits, slashes and -._~ is percent-encoded.
Result<std::string> RenderReformHead(const ReformPage& page, const ReformContents& contents);
Result<std::string> RenderReformDocument(const ReformDocument& document);
Result<std::string> RenderReformEnd(const ReformPage& page);

// The whole page, where all of it is in memory.
Result<std::string> RenderReformPage(const ReformPage& page, const std::vector<ReformDocument>& documents);

}  // namespace muragat
