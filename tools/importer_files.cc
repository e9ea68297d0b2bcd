#include <filesystem>
#include <utility>

#include "import/format.h"
#include "muragat/text/utf8.h"
#include "tools/importer.h"

namespace muragat::tools {
namespace {

import::Format ReaderOf(InputFormat format){if (format == InputFormat::kText) return import::Format::kText;
return format == InputFormat::kWikitext ? import::Format::kWikitext : import::Format::kMarkdown;
}  // namespace

}  // namespace muragat::tools

Status Importer::ImportFile(const std::string& path, InputFormat format, Input& input) {
  State state;
  const std::string id = !options_.document.empty() ? options_.document
                         : path == "-"              ? ""
                                                    : std::filesystem::path(path).stem().string();
  if (id.empty())
    return Status::InvalidArgument("standard input has no name: give the document's id with --document");
  MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(id));
  state.valid = date_ ? *date_ : captured_ ? *captured_ : Today();
  state.basis = date_ ? Basis::kInForce : Basis::kSeen;
  state.reform = options_.reform;
  state.author = options_.author;
  state.capture.source_url = options_.source;
  state.capture.captured = captured_;
  const import::Limits limits;
  const bool html = format == InputFormat::kHtml;
  auto text = input.ReadAll(html ? limits.max_capture_bytes : limits.max_text_bytes);
  if (!text.ok()) return OfInput(path, text.status());
  if (html) {
    MURAGAT_RETURN_IF_ERROR(ReadPage(path, *std::move(text), state));
    return session_.Add(state);
  }
  const import::Format reader = ReaderOf(format);
  auto content = import::ReadDocument(reader, *text, limits);
  if (!content.ok()) return content.status().WithContext(VisibleText(path));
  state.content = *std::move(content);
  if (!options_.language.empty()) state.content->language = options_.language;
  state.capture.media_type = import::MediaTypeOf(reader);
  return session_.Add(state);
}

// Reads a page into `state`, with what it says of itself where the command line says nothing.
Status Importer::ReadPage(const std::string& path, std::string bytes, State& state) {
  auto page = import::ReadHtml(bytes, KnownOfPages());
  if (!page.ok()) return page.status().WithContext(VisibleText(path));
  if (state.capture.source_url.empty()) state.capture.source_url = page->facts.source_url;
  if (!date_ && !captured_ && page->facts.date) {
    state.valid = Localise(*page->facts.date);
    context_.Note("muragat: " + VisibleText(path) + ": dated " + FormatDate(state.valid) +
                  ", as the page says of itself: --date and --captured say otherwise");
  }
  state.content = std::move(page->document);
  state.capture.media_type = import::MediaTypeOf(import::Format::kHtml);
  state.capture.bytes = std::move(bytes);
  return Status::Ok();
}

}  // namespace muragat::tools
