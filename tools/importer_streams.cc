#include <utility>

#include "import/mediawiki.h"
#include "muragat/base/huge_pages.h"
#include "muragat/text/utf8.h"
#include "tools/importer.h"
#include "tools/state_stream.h"

namespace muragat::tools {
namespace {

constexpr uint64_t kFewStates = 128;  // so many are no large input

}  // namespace

Status Importer::RefuseNames(const std::string& what) const {
  if (options_.document.empty() && !date_) return Status::Ok();
  return Status::InvalidArgument(what + " their own documents and dates: leave out --document and --date");
}

Status Importer::CheckGoingOn(std::string_view what, uint64_t done, uint64_t total) {
  context_.progress.Report(what, done, total);
  if (!context_.progress.Cancelled()) return Status::Ok();
  return Status::Cancelled("interrupted: what was committed stays, run the same command again to go on");
}

// A state of a stream: a bad one is named and passed over.
Status Importer::Take(const std::string& path, const std::string& place, InputFormat format,
                      Result<State>& state) {
  Status status = state.status();
  if (status.ok()) {
    Complete(*state);
    status = session_.Add(*state, {path, place, NameOfFormat(format)});
    if (status.code() != StatusCode::kConflict && status.code() != StatusCode::kInvalidArgument)
      return status;
  }
  Refuse(VisibleText(path) + " " + place, status);
  return Status::Ok();
}

Status Importer::ImportJsonLines(const std::string& path, Input& input) {
  MURAGAT_RETURN_IF_ERROR(RefuseNames("JSON lines name"));
  StateStream stream(input, KnownOfPages(), options_.jobs != 1);
  uint64_t last_line = 0;
  while (true) {
    const Result<StateStream::Line*> next = stream.Next();
    if (!next.ok() && next.status().code() == StatusCode::kCorruption) {
      Refuse(VisibleText(path) + " behind line " + std::to_string(last_line), next.status());
      return Status::Ok();
    }
    MURAGAT_ASSIGN_OR_RETURN(StateStream::Line* const line, next);
    if (line == nullptr) return Status::Ok();
    last_line = line->number;
    MURAGAT_RETURN_IF_ERROR(CheckGoingOn("bytes", stream.bytes_read(), input.size_bytes()));
    MURAGAT_RETURN_IF_ERROR(
        Take(path, "line " + std::to_string(line->number), InputFormat::kJsonLines, line->state));
  }
}

Status Importer::ImportStates(const std::string& path, InputFormat format, import::StateReader& reader,
                              const Input* input) {
  import::StateOrReason next;
  std::string last;
  for (uint64_t taken = 0;; ++taken) {
    if (taken == kFewStates) GrowHeapInHugePages(kLargeInputHeapBytes);
    const Result<bool> found = reader.ReadInto(next);
    const StatusCode code = found.status().code();
    if (code == StatusCode::kCorruption || code == StatusCode::kInvalidArgument) {
      Refuse(VisibleText(path) + (last.empty() ? "" : " behind " + last), found.status());
      break;
    }
    MURAGAT_RETURN_IF_ERROR(found.status());
    if (!*found) break;
    last = next.place;
    MURAGAT_RETURN_IF_ERROR(CheckGoingOn("bytes", input == nullptr ? 0 : input->bytes_read(),
                                         input == nullptr ? 0 : input->size_bytes()));
    MURAGAT_RETURN_IF_ERROR(Take(path, next.place, format, next.state));
  }
  const std::string passed_over = reader.PassedOver();
  if (!passed_over.empty()) context_.Note("muragat: " + VisibleText(path) + ": " + passed_over);
  return Status::Ok();
}

Status Importer::ImportMediaWiki(const std::string& path, Input& input) {
  MURAGAT_RETURN_IF_ERROR(RefuseNames("pages of a wiki have"));
  import::MediaWikiReader reader(input.stream());
  return ImportStates(path, InputFormat::kMediaWiki, reader, &input);
}

Status Importer::ImportWarc(const std::string& path, Input& input) {
  MURAGAT_RETURN_IF_ERROR(RefuseNames("archived pages have"));
  import::WarcReader reader(input.stream(), warc_memory_, KnownOfPages());
  return ImportStates(path, InputFormat::kWarc, reader, &input);
}

// Fills in from the command line what a state left open.
void Importer::Complete(State& state) const {
  state.valid = Localise(state.valid);
  if (state.capture.captured) state.capture.captured = Localise(*state.capture.captured);
  if (state.reform.empty()) state.reform = options_.reform;
  if (state.author.empty()) state.author = options_.author;
  if (state.capture.source_url.empty()) state.capture.source_url = options_.source;
  if (!state.capture.captured) state.capture.captured = captured_;
  if (state.content && state.content->language == "und" && !options_.language.empty()) {
    state.content->language = options_.language;
  }
}

}  // namespace muragat::tools
