#pragma once

#include "muragat/render/page.h"
#include "muragat/store/reader.h"
#include "tools/query.h"

namespace muragat::tools {

// Gathers from the archive what the page of one document shows: its text as of a date, and every change of
// its life. Errors: kNotFound: there is no text then; else as Reader.
Result<Page> BuildPage(const Reader& reader, const DocumentEntry& document, const AsOf& as_of);

// Where a document stands in the index of a snapshot. Errors: as BuildPage.
Result<IndexEntry> BuildIndexEntry(const Reader& reader, const DocumentEntry& document, const AsOf& as_of);

// The path of a document's page below the target of an export, such as "documents/kz/parliament.html".
std::string PagePath(const std::string& document);

// The media type of an edition's text: its capture's, else by the id's ending, else Markdown's.
Result<std::string> MediaTypeOfEdition(const Reader& reader, const std::string& document,
                                       const Edition& edition);

}  // namespace muragat::tools
