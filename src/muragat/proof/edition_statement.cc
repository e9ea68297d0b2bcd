// edition := "muragat-edition 1" LF then, each `key SP value LF`: document title language valid basis reform
// author source media captured capture sections root
// removal := "muragat-removal 1" LF, likewise: document valid basis reform author source media captured
// capture
#include "muragat/proof/edition_statement.h"

#include "muragat/proof/record_lines.h"

namespace muragat {
namespace {

// A date of exactly the form that FormatDate writes comes back from it; anything else is found by writing it
// again.
ValidDate ReadDate(RecordReader& in, std::string_view line) {
  const Result<ValidDate> date = ParseDate(line);
  if (!date.ok()) in.Fail();
  return date.ok() ? *date : ValidDate{};
}

}  // namespace

std::string EncodeStatement(const EditionStatement& edition) {
  RecordWriter out;
  out.Text(edition.removed ? "muragat-removal" : "muragat-edition", "1");
  out.Text("document", edition.document);
  if (!edition.removed) {
    out.Text("title", edition.title);
    out.Text("language", edition.language);
  }
  out.Text("valid", FormatDate(edition.valid));
  out.Text("basis", edition.basis == Basis::kSeen ? "seen" : "in-force");
  out.Text("reform", edition.reform);
  out.Text("author", edition.author);
  out.Text("source", edition.source_url);
  out.Text("media", edition.media_type);
  out.Text("captured", edition.captured ? FormatDate(*edition.captured) : "-");
  out.Text("capture", edition.capture ? FormatDigest(*edition.capture) : edition.has_capture ? "text" : "-");
  if (!edition.removed) {
    out.Number("sections", edition.sections);
    out.Hash("root", edition.root);
  }
  return out.Take();
}

Result<EditionStatement> DecodeStatement(std::string_view bytes) {
  RecordReader in(bytes);
  EditionStatement edition;
  edition.removed = bytes.starts_with("muragat-removal ");
  in.Line(edition.removed ? "muragat-removal" : "muragat-edition");
  edition.document = in.Text("document");
  if (!edition.removed) {
    edition.title = in.Text("title");
    edition.language = in.Text("language");
  }
  edition.valid = ReadDate(in, in.Line("valid"));
  edition.basis = in.Line("basis") == "seen" ? Basis::kSeen : Basis::kInForce;
  edition.reform = in.Text("reform");
  edition.author = in.Text("author");
  edition.source_url = in.Text("source");
  edition.media_type = in.Text("media");
  const std::string_view captured = in.Line("captured"), capture = in.Line("capture");
  if (captured != "-") edition.captured = ReadDate(in, captured);
  edition.has_capture = capture != "-";
  if (edition.has_capture && capture != "text") edition.capture = ParseDigest(capture);
  if (!edition.removed) {
    edition.sections = in.Number("sections");
    edition.root = in.Hash("root");
  }
  if (!in.ok() || EncodeStatement(edition) != bytes)
    return Status::Corruption("a record of an edition cannot be decoded");
  return edition;
}

}  // namespace muragat
