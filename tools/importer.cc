#include "tools/importer.h"

#include <utility>

#include "import/git_objects.h"
#include "import/html_selector.h"
#include "muragat/text/utf8.h"

namespace muragat::tools {

Importer::Importer(const ImportOptions& options, Context& context)
    : options_(options),
      context_(context),
      session_(context, {.author = options.author,
                         .again = options.again,
                         .index = !options.no_index,
                         .dry_run = options.dry_run}) {}

Result<ExitCode> Importer::Run() {
  if (options_.paths.size() > 1 && !options_.document.empty()) {
    return Status::InvalidArgument("--document names one document: give one file with it");
  }
  if (!options_.zone.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(zone_, TimeZone::Find(options_.zone));
  }
  if (!options_.select.empty()) {
    MURAGAT_RETURN_IF_ERROR(import::HtmlSelector::Parse(options_.select).status());
  }
  MURAGAT_RETURN_IF_ERROR(ParseDates());
  for (const std::string& path : options_.paths) {
    const Status status = ImportPath(path);
    if (status.ok()) continue;
    // One bad file among several is passed over; anything that is no fault of the file ends the run.
    const bool of_the_file =
        status.code() == StatusCode::kInvalidArgument || status.code() == StatusCode::kConflict;
    if (options_.paths.size() == 1 || !of_the_file) return status;
    Refuse(VisibleText(path), status);
  }
  if (session_.states() == 0) {
    return Status::InvalidArgument(refused_ > 0 ? "nothing could be used: see above"
                                                : "nothing could be used: there is no state in the input");
  }
  MURAGAT_RETURN_IF_ERROR(session_.Finish());
  return refused_ > 0 ? ExitCode::kPartly : ExitCode::kDone;
}

Status Importer::ParseDates() {
  if (!options_.captured.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(captured_, ParseDate(options_.captured));
    captured_ = Localise(*captured_);
  }
  if (!options_.date.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(date_, ParseDate(options_.date));
    date_ = Localise(*date_);
  }
  return Status::Ok();
}

Status Importer::ImportPath(const std::string& path) {
  const bool may_be_git = options_.format == "auto" || options_.format == "git";
  if (may_be_git && path != "-" && import::IsGitFolder(path)) return ImportGit(path, nullptr);
  MURAGAT_ASSIGN_OR_RETURN(auto input, Input::Open(path, context_.input_descriptor));
  const auto format = ChooseFormat(options_.format, path, *input);
  if (!format.ok()) return OfInput(path, format.status());
  switch (*format) {
    case InputFormat::kJsonLines:
      return ImportJsonLines(path, *input);
    case InputFormat::kMediaWiki:
      return ImportMediaWiki(path, *input);
    case InputFormat::kGit:
      return ImportGit(path, input.get());
    case InputFormat::kWarc:
      return ImportWarc(path, *input);
    default:
      return ImportFile(path, *format, *input);
  }
}

auto Importer::KnownOfPages() const -> import::HtmlOptions {
  return {.select = options_.select, .language = options_.language, .source_url = options_.source};
}

ValidDate Importer::Today() const {
  const Instant now = context_.clock.Now();
  constexpr int64_t kSecondsPerDay = 86'400;
  return {Instant::FromSeconds(now.seconds() - now.seconds() % kSecondsPerDay), Precision::kDay};
}

void Importer::Refuse(const std::string& where, const Status& status) {
  ++refused_;
  context_.err << "muragat: refused: " << where << ": " << status.message() << '\n';
}

Status Importer::OfInput(const std::string& path, const Status& status) {
  if (status.code() != StatusCode::kCorruption) return status;
  return Status::InvalidArgument(VisibleText(path) + ": " + status.message());
}

}  // namespace muragat::tools
