#include "tools/importer.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "import/dated_path.h"
#include "import/git_objects.h"
#include "import/html_selector.h"
#include "muragat/render/language.h"
#include "muragat/text/utf8.h"
#include "tools/folder_listing.h"

namespace muragat::tools {

Importer::Importer(const ImportOptions& options, Context& context)
    : options_(options),
      context_(context),
      session_(context, {.author = options.author,
                         .again = options.again,
                         .index = !options.no_index,
                         .dry_run = options.dry_run}) {}

Result<ExitCode> Importer::Run() {
  if (options_.paths.empty() && options_.manifest.empty())
    return Status::InvalidArgument("PATH or --manifest is required: see muragat import --help");
  if (options_.paths.size() > 1 && !options_.document.empty()) {
    return Status::InvalidArgument("--document names one document: give one file with it");
  }
  if (!options_.zone.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(zone_, TimeZone::Find(options_.zone));
  }
  if (!options_.select.empty()) {
    MURAGAT_RETURN_IF_ERROR(import::HtmlSelector::Parse(options_.select).status());
  }
  if (!options_.language.empty() && !IsLanguageTag(options_.language)) {
    return Status::InvalidArgument("\"" + VisibleText(options_.language) +
                                   "\" is no language: write kk, ru, zh-Hans or another tag of BCP 47");
  }
  MURAGAT_RETURN_IF_ERROR(ParseDates());
  if (!options_.manifest.empty()) MURAGAT_RETURN_IF_ERROR(ImportManifest());
  for (const std::string& path : options_.paths) {
    const Status status = ImportPath(path);
    if (status.ok()) continue;
    // One bad file among several is passed over; anything that is no fault of the file ends the run.
    const bool of_the_file =
        status.code() == StatusCode::kInvalidArgument || status.code() == StatusCode::kConflict;
    if ((options_.paths.size() == 1 && options_.manifest.empty()) || !of_the_file) return status;
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
  std::error_code error;
  if (path != "-" && std::filesystem::is_directory(path, error)) return ImportFolder(path);
  MURAGAT_ASSIGN_OR_RETURN(auto input, Input::Open(path, context_.input_descriptor));
  const auto format = ChooseFormat(options_.format, path, *input);
  if (!format.ok()) return OfInput(path, format.status());
  if (*format == InputFormat::kZip || *format == InputFormat::kTar) {
    const std::string name = path == "-" ? std::string() : NameOfPath(path);
    return ImportArchive({.place = path, .path = path, .below = name}, *format, *input);
  }
  MURAGAT_ASSIGN_OR_RETURN(const FileFacts facts, FactsOfFile(path));
  return ImportInput(path, facts, *format, *input);
}

Status Importer::ImportInput(const std::string& path, const FileFacts& facts, InputFormat format,
                             Input& input) {
  switch (format) {
    case InputFormat::kJsonLines:
      return ImportJsonLines(path, input);
    case InputFormat::kMediaWiki:
      return ImportMediaWiki(path, input);
    case InputFormat::kGit:
      return ImportGit(path, &input);
    case InputFormat::kWarc:
      return ImportWarc(path, input);
    default:
      return ImportFile(path, facts, format, input);
  }
}

FileFacts Importer::GivenFacts() const {
  return {.document = options_.document,
          .document_is_given = !options_.document.empty(),
          .date = date_,
          .date_is_given = date_.has_value(),
          .captured = captured_,
          .reform = options_.reform,
          .source = options_.source,
          .author = options_.author,
          .language = options_.language};
}

Result<FileFacts> Importer::FactsOfFile(const std::string& path) {
  FileFacts facts = GivenFacts();
  if (path == "-" || (facts.date_is_given && facts.document_is_given)) return facts;
  auto found = import::ReadDatedPath(NameOfPath(path));
  if (!found.ok()) return found.status().WithContext(VisibleText(path));
  if (!facts.document_is_given) {
    facts.document = std::move(found->document);
    if (facts.document.empty()) facts.document = NameOfPath(path + "/..");
  }
  if (!facts.date_is_given && found->date) facts.date = Localise(*found->date);
  return facts;
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
  std::string_view why = status.message();
  if (why.starts_with(where + ": ")) why.remove_prefix(where.size() + 2);
  context_.err << "muragat: refused: " << where << ": " << why << '\n';
}

Status Importer::OfInput(const std::string& path, const Status& status) {
  if (status.code() != StatusCode::kCorruption) return status;
  return Status::InvalidArgument(VisibleText(path) + ": " + status.message());
}

}  // namespace muragat::tools
