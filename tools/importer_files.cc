#include <filesystem>
#include <utility>

#include "import/akn.h"
#include "import/format.h"
#include "muragat/text/utf8.h"
#include "tools/importer.h"

namespace muragat::tools {
namespace {

auto ReaderOf(InputFormat format) -> import::Format {
  if (format == InputFormat::kText) return import::Format::kText;
  return format == InputFormat::kWikitext ? import::Format::kWikitext : import::Format::kMarkdown;
}

}  // namespace

Status Importer::ImportFile(const std::string& path, InputFormat format, Input& input) {
  if (format == InputFormat::kAkn) return ImportAkn(path, input);
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

// A document in Akoma Ntoso, which says of itself what the command line does not; and its repeal.
Status Importer::ImportAkn(const std::string& path, Input& input) {
  auto bytes = input.ReadAll(import::Limits().max_capture_bytes);
  if (!bytes.ok()) return OfInput(path, bytes.status());
  auto read = import::ReadAkn(*bytes);
  if (!read.ok()) return read.status().WithContext(VisibleText(path));
  import::AknFacts& facts = read->facts;
  const std::string id = !options_.document.empty() ? options_.document
                         : !facts.document.empty()  ? facts.document
                         : path == "-"              ? ""
                                                    : std::filesystem::path(path).stem().string();
  if (id.empty()) {
    return Status::InvalidArgument(
        "the file does not say which act it is: give the document's id with --document");
  }
  State state;
  MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(id));
  MURAGAT_RETURN_IF_ERROR(CheckOneLanguage(path, id, read->document.language));
  const auto date = date_ ? date_ : facts.date ? Localise(*facts.date) : captured_;
  state.valid = date ? *date : Today();
  state.basis = date_ || (facts.date && !facts.seen) ? Basis::kInForce : Basis::kSeen;
  state.reform = options_.reform.empty() ? facts.reform : options_.reform;
  state.author = options_.author.empty() ? facts.author : options_.author;
  state.capture.source_url = options_.source.empty() ? facts.source_url : options_.source;
  state.capture.captured = captured_;
  state.capture.media_type = import::MediaTypeOf(import::Format::kAkn);
  state.capture.bytes = *std::move(bytes);
  state.content = std::move(read->document);
  if (!options_.language.empty()) state.content->language = options_.language;
  MURAGAT_RETURN_IF_ERROR(session_.Add(state));
  if (!facts.repealed || date_) return Status::Ok();
  State repeal;
  repeal.document = state.document;
  repeal.valid = Localise(*facts.repealed);
  repeal.reform = facts.repealed_by;
  repeal.author = state.author;
  return session_.Add(repeal);
}

// A document has one language: another file of the same work may be a translation of it.
Status Importer::CheckOneLanguage(const std::string& path, const std::string& id,
                                  const std::string& language) {
  const auto [known, fresh] = languages_.try_emplace(id, language);
  if (fresh || known->second == language) return Status::Ok();
  return Status::InvalidArgument(VisibleText(path) + ": " + VisibleText(id) + " was read in the language " +
                                 VisibleText(known->second) + " before: give a name to this one in " +
                                 VisibleText(language) + " with --document");
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
