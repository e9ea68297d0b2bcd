#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "muragat/render/page.h"
#include "muragat/store/change_log.h"
#include "muragat/store/reader.h"
#include "tools/query.h"

namespace muragat::tools {

// Gathers from the archive what the page of one document shows: its text as of a date, and every change of
// its life. `also` is called with each step of that life, too. Errors: kNotFound: there is no text then; else
// as Reader, and what `also` returns.
Result<Page> BuildPage(const Reader& reader, const DocumentEntry& document, const AsOf& as_of,
                       const std::function<Status(const ChangeLogStep&)>& also = {});

// Where a document stands in the index of a snapshot. Errors: as BuildPage.
Result<IndexEntry> BuildIndexEntry(const Reader& reader, const DocumentEntry& document, const AsOf& as_of);

// The path of a document's page below the target of an export, such as "documents/kz/parliament.html".
std::string PagePath(const std::string& document);

// The media type of an edition's text: its capture's, else by the id's ending, else Markdown's.
Result<std::string> MediaTypeOfEdition(const Reader& reader, const std::string& document,
                                       const Edition& edition);

// When the last commit at or before `known_at` was recorded, for people, and its number. Errors: as Reader.
Result<std::pair<std::string, uint64_t>> DescribeLastCommit(const Reader& reader, CommitNumber known_at);

// Takes a section's heading from the beginning of its change, where all of it stands there in one piece: the
// page shows it by itself.
void DropHeading(const std::string& heading, std::vector<MarkedPiece>& marked);

}  // namespace muragat::tools
