#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/diff/edit_script.h"
#include "muragat/render/page.h"

namespace muragat {

// What the page of all dates of a document needs, gathered beforehand.

// One text of a section. The first is whole, each other is what a readable script makes of the one before.
struct HistoryText {
  std::string text;  // heading and body, put end to end
  size_t heading_bytes = 0;
  EditScript script;  // from the text before; its inserts are views into `text`
};

struct HistorySection {
  uint64_t lineage = 0;
  std::string title;               // as it was called last
  std::vector<HistoryText> texts;  // as they came, each once
};

// A section at its place in an edition.
struct HistoryPlace {
  size_t section = 0, text = 0;  // indexes into HistoryPage::sections and its texts
  friend bool operator==(const HistoryPlace&, const HistoryPlace&) = default;
};

struct HistoryPage {
  // Of the last edition with text; its reforms are all editions, oldest first. Its sections have no
  // histories: the list of changes has them all.
  Page latest;
  std::vector<HistorySection> sections;
  std::vector<std::vector<HistoryPlace>> editions;  // as Page::reforms; empty where there is no text
};

// One file with a document at all its dates: a slider with two handles, the text with its changes, who
// brought each word, and a search through all dates. Without script it shows the last text and the list of
// changes. The same page gives the same bytes. Errors: kInvalidArgument: the editions do not fit the reforms.
Result<std::string> RenderHistoryPage(const HistoryPage& page);

// The sections and editions as the page's program reads them: JSON, before it is packed.
std::string WriteHistoryData(const HistoryPage& page);

}  // namespace muragat
