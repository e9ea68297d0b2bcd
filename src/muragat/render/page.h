#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/diff/change.h"

namespace muragat {

// What a snapshot page needs, gathered beforehand: rendering reads no archive. All texts are as stored;
// escaping is the renderer's. Dates are for people ("8 June 2022"), made by FormatDateForReaders.

// Where what is deleted here stands in the new text, or what is inserted here stood in the old one.
enum class Move { kNone, kUp, kDown };

// One piece of a marked text.
struct MarkedPiece {
  EditKind kind = EditKind::kKeep;  // kKeep, kDelete or kInsert
  std::string text;
  Move move = Move::kNone;
};

// What one reform (or one update that names no reform) did to one section.
struct PageSectionChange {
  size_t reform = 0;          // index into Page::reforms
  std::string section_title;  // as it was called from then on
  uint64_t words_in = 0;
  uint64_t words_out = 0;
  std::vector<ChangeEvent> events;
  std::vector<MarkedPiece>
      marked;  // long unchanged stretches already cut down (see ExcerptChange); may be empty
};

struct PageSection {
  uint64_t lineage = 0;  // the anchor is "s" and this
  uint32_t depth_levels = 0;
  std::string number;  // may be empty
  std::string title;   // may be empty: then the section has no heading
  std::string body;    // the body slice, as stored
  bool teaser = false;
  std::string since;                       // "in force since 30 August 1995" or "seen 1 June 2020"
  std::string note;                        // "was National Council of Public Trust", or empty
  std::vector<PageSectionChange> history;  // newest first; the last is the first text
};

// One reform in this document's life, oldest first; also an update without a reform's name, and a removal.
struct PageReform {
  std::string title;     // "Update of 5 June 2020" where it has none
  std::string date;      // for people
  std::string iso_date;  // for <time datetime>
  double year = 0;       // 2022.43: where it stands on the timeline
  uint64_t words_in = 0;
  uint64_t words_out = 0;
  bool is_named = false;                // a reform of the archive: `title` is not made up
  bool in_future = false;               // later than the date that was asked for
  std::vector<PageSectionChange> gone;  // what it did to sections that this snapshot no longer holds
};

struct Page {
  std::string document;  // its id
  std::string title;
  std::string language;   // BCP 47; "und" where not known
  std::string as_of;      // for people
  std::string iso_as_of;  // as "2022-06-08"; may be empty
  double as_of_year = 0;
  std::string iso_version;  // the date of the edition shown, as exact as it is known; may be empty
  bool in_force = false;    // the edition is a text in force then, not merely seen
  std::string recorded;     // for people: when the latest commit was recorded
  uint64_t commit = 0;
  std::string source_url;  // may be empty
  std::string media_type;  // "text/markdown" or empty: bodies are Markdown; else plain text
  std::string index_href;  // relative link to the index
  std::vector<PageSection> sections;
  std::vector<PageReform> reforms;
};

struct IndexEntry {
  std::string document;
  std::string title;
  std::string language;
  std::string href;   // relative, already percent-encoded
  std::string since;  // date of the edition shown, for people
  uint64_t editions = 0;
  uint64_t sections = 0;
  bool removed = false;
};

struct IndexPage {
  std::string as_of;
  std::string recorded;
  uint64_t commit = 0;
  uint64_t reforms = 0;
  std::string reforms_href;           // relative link to the list of reforms; may be empty
  std::vector<IndexEntry> documents;  // in the order shown
};

// A page of one document: no script, no reference to anything outside itself but links of the archive's
// pages. The same page gives the same bytes.
Result<std::string> RenderDocumentPage(const Page& page);

// The list of documents that a snapshot holds.
Result<std::string> RenderIndexPage(const IndexPage& page);

// A section's change as marked pieces: the script's, with unchanged stretches of more than `context_words`
// words before, between and after changes cut to that many and "…" (between changes: half of them on either
// side).
std::vector<MarkedPiece> ExcerptChange(const SectionChange& change, uint64_t context_words = 12);

// "8 June 2022", "June 2022", "2022"; a second of a day as "8 June 2022, 14:03 UTC" (midnight: the day
// alone).
std::string FormatDateForReaders(const ValidDate& date);

// The name of a document's page below the target: the id percent-encoded a segment, slashes as folders,
// ".html" at the end. No result leaves the target, is absolute, is a device's name on Windows, or is longer
// than 200 bytes a part (a part that is cut ends in a hash of the whole). Different ids have different names,
// none is "index.html", and no page has the name of another one's folder. Letter case stays: ids that are
// equal after case folding cannot both exist in one archive.
std::string PageFileName(const std::string& document);

// The relative link from one page's file to another's, both named as PageFileName does: a `%` in a file's
// name is
// `%25` in a link to it.
std::string PageLink(const std::string& from_file, const std::string& to_file);

}  // namespace muragat
