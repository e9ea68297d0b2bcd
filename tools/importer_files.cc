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

Status Importer::ImportFile(const std::string& path, const FileFacts& facts, InputFormat format,
                            Input& input) {
  if (format == InputFormat::kAkn) return ImportAkn(path, facts, input);
  State state;
  if (facts.document.empty())
    return Status::InvalidArgument("standard input has no name: give the document's id with --document");
  MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(facts.document));
  state.valid = facts.date ? *facts.date : facts.captured ? *facts.captured : Today();
  state.basis = facts.date_is_given ? Basis::kInForce : Basis::kSeen;
  state.reform = facts.reform;
  state.author = facts.author;
  state.capture.source_url = facts.source;
  state.capture.captured = facts.captured;
  const import::Limits limits;
  const bool html = format == InputFormat::kHtml;
  auto text = input.ReadAll(html ? limits.max_capture_bytes : limits.max_text_bytes);
  if (!text.ok()) return OfInput(path, text.status());
  if (path == "-" && text->empty())  // as behind a pipe whose other end failed
    return Status::InvalidArgument("standard input is empty: nothing was recorded");
  if (html) {
    MURAGAT_RETURN_IF_ERROR(ReadPage(path, facts, *std::move(text), state));
  } else {
    const import::Format reader = ReaderOf(format);
    auto content = import::ReadDocument(reader, *text, limits);
    if (!content.ok()) return content.status().WithContext(VisibleText(path));
    state.content = *std::move(content);
    if (!facts.language.empty()) state.content->language = facts.language;
    state.capture.media_type = import::MediaTypeOf(reader);
  }
  if (!facts.title.empty()) state.content->title = facts.title;
  if (facts.one_of_many) MURAGAT_RETURN_IF_ERROR(CheckNoTwin(path, state));
  return session_.Add(state, {path, "", NameOfFormat(format)});
}

// A document in Akoma Ntoso, which says of itself what nobody else does; and its repeal.
Status Importer::ImportAkn(const std::string& path, const FileFacts& known, Input& input) {
  auto bytes = input.ReadAll(import::Limits().max_capture_bytes);
  if (!bytes.ok()) return OfInput(path, bytes.status());
  auto read = import::ReadAkn(*bytes);
  if (!read.ok()) return read.status().WithContext(VisibleText(path));
  import::AknFacts& facts = read->facts;
  const bool own_id = !known.document_is_given && !facts.document.empty();
  const std::string& id = own_id ? facts.document : known.document;
  if (id.empty()) {
    return Status::InvalidArgument(
        "the file does not say which act it is: give the document's id with --document");
  }
  State state;
  MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(id));
  MURAGAT_RETURN_IF_ERROR(CheckOneLanguage(path, id, read->document.language));
  const bool own_date = !known.date_is_given && facts.date;
  const auto date = own_date ? Localise(*facts.date) : known.date ? known.date : known.captured;
  state.valid = date ? *date : Today();
  state.basis = known.date_is_given || (own_date && !facts.seen) ? Basis::kInForce : Basis::kSeen;
  state.reform = known.reform.empty() ? facts.reform : known.reform;
  state.author = known.author.empty() ? facts.author : known.author;
  state.capture.source_url = known.source.empty() ? facts.source_url : known.source;
  state.capture.captured = known.captured;
  state.capture.media_type = import::MediaTypeOf(import::Format::kAkn);
  state.capture.bytes = *std::move(bytes);
  state.content = std::move(read->document);
  if (!known.language.empty()) state.content->language = known.language;
  if (!known.title.empty()) state.content->title = known.title;
  const StateOrigin origin{path, "", NameOfFormat(InputFormat::kAkn)};
  MURAGAT_RETURN_IF_ERROR(session_.Add(state, origin));
  if (!facts.repealed || known.date_is_given) return Status::Ok();
  State repeal;
  repeal.document = state.document;
  repeal.valid = Localise(*facts.repealed);
  repeal.reform = facts.repealed_by;
  repeal.author = state.author;
  return session_.Add(repeal, origin);
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

// Of two files that say the same document, date and reform, the later one would silently take the place of
// the other.
Status Importer::CheckNoTwin(const std::string& path, const State& state) {
  const auto [known, fresh] =
      twins_.try_emplace({state.document.text(), FormatDate(state.valid) + " " + state.reform}, path);
  if (fresh) return Status::Ok();
  return Status::InvalidArgument(VisibleText(path) + ": it is of the same document and date as " +
                                 VisibleText(known->second) + ": import it by itself, with --document");
}

// Reads a page into `state`, with what it says of itself where the command line says nothing.
Status Importer::ReadPage(const std::string& path, const FileFacts& facts, std::string bytes, State& state) {
  import::HtmlOptions known = KnownOfPages();
  known.language = facts.language;
  known.source_url = facts.source;
  auto page = import::ReadHtml(bytes, known);
  if (!page.ok()) return page.status().WithContext(VisibleText(path));
  if (state.capture.source_url.empty()) state.capture.source_url = page->facts.source_url;
  if (!facts.date && !facts.captured && page->facts.date) {
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
