#pragma once

#include <string>

#include "muragat/render/reform_page.h"
#include "muragat/store/change_log.h"
#include "muragat/store/reader.h"
#include "tools/page_builder.h"
#include "tools/section_dates.h"

namespace muragat::tools {

// Gathers what one reform did to one document, step by step through the document's life.
class ReformBuilder {
 public:
  ReformBuilder(const Reader& reader, DocumentEntry document)
      : reader_(reader), document_(std::move(document)) {}

  // Takes in an edition that comes before any that is built, or goes by.
  void Pass(const HistoryEntry& entry);

  // What the step did, also as a drafter would word it. The step is not taken in by that: Pass it. Errors: as
  // Reader.
  Result<ReformDocument> Build(const ChangeLogStep& step) const;

 private:
  Result<ReformText> Describe(const Edition& edition) const;
  Status Word(const ChangeLogStep& step, ReformDocument& out) const;

  const Reader& reader_;
  DocumentEntry document_;
  std::optional<Edition> before_;
  SectionDates dates_;
};

// A reform's page without its documents. Errors: as Reader.
Result<ReformPage> BuildReformPage(const Reader& reader, ReformNumber reform, CommitNumber known_at);

}  // namespace muragat::tools
