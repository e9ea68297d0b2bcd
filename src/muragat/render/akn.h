#pragma once

#include <string>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/model/edition.h"
#include "muragat/model/reform.h"

namespace muragat {

// What an Akoma Ntoso document needs, gathered beforehand: rendering reads no archive. All texts are as
// stored; escaping is the renderer's.

// An edition of the document's history.
struct AknEvent {
  ValidDate date;
  Reform reform;  // no title: none is named
  bool removed = false;
};

struct AknDocument {
  std::string id;
  std::string title;             // may be empty
  std::string language;          // BCP 47; "und" where not known
  std::string author;            // of the text; may be empty
  std::string source_url;        // may be empty
  std::string media_type;        // "text/markdown" or empty: bodies are Markdown; else plain text
  bool seen = false;             // the text was seen on its date; when it came into force is not known
  Instant recorded;              // when the archive learned of the text
  std::vector<AknEvent> events;  // oldest first; the last brought the text
  std::vector<LineageSection> sections;
};

// A document, and what of it Akoma Ntoso could not be given: each a line for a person ("2 tables are …").
struct AknText {
  std::string xml;
  std::vector<std::string> losses;
};

// The document as Akoma Ntoso 3.0: an `act` of one version. Its sections are nested by their depth, each the
// element that FindAknElement names, with its number as it is written, its heading and its paragraphs, which
// empty lines part. Their eId follows the naming convention ("art_50"; where it is taken, behind the one of
// the section around it, else with a number of its own), their wId is the lineage ("s7"). `document` has an
// event at least. The same values give the same bytes. Thread-safety: a pure function.
AknText RenderAkn(const AknDocument& document);

// The name of a document's file below the target: as PageFileName, with ".xml".
std::string AknFileName(const std::string& document);

}  // namespace muragat
