#pragma once

#include "muragat/render/history_page.h"
#include "muragat/store/reader.h"
#include "tools/query.h"

namespace muragat::tools {

// Gathers a document's texts at all dates, as the archive knew them at `known_at`. Cost: every text once, and
// a readable diff for each. Errors: kNotFound: it never had a text; else as Reader.
Result<HistoryPage> BuildHistory(const Reader& reader, const DocumentEntry& document, CommitNumber known_at);

}  // namespace muragat::tools
