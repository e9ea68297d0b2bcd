#pragma once

#include <optional>
#include <string_view>

#include "import/limits.h"
#include "muragat/base/status.h"
#include "muragat/model/document.h"

namespace muragat::import {

// The formats of one document that a reader exists for.
enum class Format { kText, kMarkdown, kHtml, kWikitext, kAkn };

// The format of a media type ("text/markdown; charset=utf-8"), or nothing where no reader exists for it.
std::optional<Format> FormatOfMediaType(std::string_view media_type);

// The media type of a format: "text/plain", "text/markdown", "text/html", "text/x-wiki",
// "application/akn+xml".
std::string_view MediaTypeOf(Format format);

// The media type that a name's ending says (".md", ".txt", ".html", ".xml" …), or an empty view.
std::string_view MediaTypeOfName(std::string_view name);

// The format of a text that begins with `head` and whose name says nothing: HTML, Markdown or plain text.
Format GuessFormat(std::string_view head);

// Reads one document. Of a page of HTML it is the text; ReadHtml says more. Errors: as the format's reader.
Result<Document> ReadDocument(Format format, std::string_view text, const Limits& limits = {});

// The same for a text that CheckText took, into `document`, whose memory is used again; what stood there is
// lost, after an error too. Of HTML, as ReadHtmlText does.
Status CutDocument(Format format, std::string_view text, const Limits& limits, Document& document);

}  // namespace muragat::import
