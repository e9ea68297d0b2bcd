#include "muragat/store/statement.h"

namespace muragat {
namespace {

void SetCapture(const Capture& capture, EditionStatement& statement) {
  statement.source_url = capture.source_url;
  statement.media_type = capture.media_type;
  statement.captured = capture.captured;
  statement.has_capture = !capture.Empty();
  if (capture.bytes) statement.capture = DigestOf({*capture.bytes});
}

}  // namespace

EditionStatement StatementOf(const State& state) {
  EditionStatement statement;
  statement.document = state.document.text();
  statement.valid = state.valid;
  statement.basis = state.basis;
  statement.reform = state.reform;
  statement.author = state.author;
  statement.removed = !state.content;
  if (state.content) {
    statement.title = state.content->title;
    statement.language = state.content->language;
  }
  SetCapture(state.capture, statement);
  return statement;
}

EditionStatement StatementOf(const std::string& document, const Edition& edition, const std::string& reform,
                             const Capture& capture) {
  EditionStatement statement;
  statement.document = document;
  statement.valid = edition.valid;
  statement.basis = edition.basis;
  statement.reform = reform;
  statement.author = edition.author;
  statement.removed = edition.removed;
  if (!edition.removed) {
    statement.title = edition.title;
    statement.language = edition.language;
  }
  SetCapture(capture, statement);
  return statement;
}

Result<EditionStatement> ReadStatement(const Reader& reader, const std::string& document,
                                       const Edition& edition) {
  Reform reform;
  if (edition.reform.value != 0) {
    MURAGAT_ASSIGN_OR_RETURN(reform, reader.ReadReform(edition.reform));
  }
  MURAGAT_ASSIGN_OR_RETURN(const Capture capture, reader.ReadCapture(edition));
  return StatementOf(document, edition, reform.title, capture);
}

}  // namespace muragat
