#include <algorithm>
#include <tuple>
#include <utility>

#include "import/dated_path.h"
#include "import/foreign_file.h"
#include "muragat/text/utf8.h"
#include "tools/folder_listing.h"
#include "tools/importer.h"

namespace muragat::tools {
namespace {

// By date, those without one last; then by place.
bool ComesBefore(const PlannedFile& a, const PlannedFile& b) {
  const bool a_undated = !a.facts.date, b_undated = !b.facts.date;
  return std::tie(a_undated, a.facts.date, a.place) < std::tie(b_undated, b.facts.date, b.place);
}

}  // namespace

Status Importer::ImportFolder(const std::string& path) {
  MURAGAT_ASSIGN_OR_RETURN(const FolderListing listing, ListFolder(path));
  const std::string root = NameOfPath(path), slash = path.ends_with('/') ? "" : "/";
  std::vector<PlannedFile> files;
  for (const auto& [below, what] : listing.not_regular)
    Refuse(VisibleText(path + slash + below), Status::InvalidArgument("it is " + what));
  for (const std::string& below : listing.files) {
    PlannedFile file{.place = path + slash + below, .path = path + slash + below, .below = below};
    auto facts = FactsWithin(root, below);
    if (facts.ok()) {
      file.facts = *std::move(facts);
      files.push_back(std::move(file));
    } else {
      Refuse(VisibleText(file.place), facts.status());
    }
  }
  NotePassedOver(path, listing.hidden);
  return ImportPlanned(std::move(files));
}

Result<FileFacts> Importer::FactsWithin(const std::string& root, const std::string& below) {
  FileFacts facts = GivenFacts();
  facts.one_of_many = true;
  facts.date_is_given = false;
  MURAGAT_ASSIGN_OR_RETURN(import::DatedPath found, import::ReadDatedPath(below));
  if (!found.date || found.document.empty()) {
    // The name of the folder itself says what the path below it does not.
    MURAGAT_ASSIGN_OR_RETURN(const import::DatedPath above, import::ReadDatedPath(root));
    if (!found.date) found.date = above.date;
    if (found.document.empty()) found.document = above.document;
  }
  if (found.date) {
    facts.date = Localise(*found.date);
  } else {
    facts.date_is_given = date_.has_value();
  }
  if (!facts.document_is_given) {
    facts.document = std::move(found.document);
  } else if (!only_document_) {
    only_document_ = std::move(found.document);
  } else if (*only_document_ != found.document) {
    return Status::InvalidArgument("it is of another document than \"" + VisibleText(*only_document_) +
                                   "\", and --document names one");
  }
  return facts;
}

Status Importer::ImportPlanned(std::vector<PlannedFile> files) {
  std::ranges::sort(files, ComesBefore);
  for (size_t i = 0; i < files.size(); ++i) {
    MURAGAT_RETURN_IF_ERROR(CheckGoingOn("files", i, files.size()));
    const Status status = ImportOne(files[i]);
    if (status.ok()) continue;
    if (status.code() != StatusCode::kInvalidArgument && status.code() != StatusCode::kConflict)
      return status;
    Refuse(VisibleText(files[i].place), status);
  }
  return Status::Ok();
}

Status Importer::ImportOne(PlannedFile& file) {
  std::unique_ptr<Input> input;
  const bool within_archive = file.bytes.has_value();
  if (within_archive) {
    input = Input::OfBytes(*std::exchange(file.bytes, std::nullopt));
  } else {
    MURAGAT_ASSIGN_OR_RETURN(input, Input::Open(file.path, context_.input_descriptor));
  }
  const auto head = input->Peek();
  if (!head.ok()) return OfInput(file.place, head.status());
  const auto format = ChooseFormat(options_.format, file.place, *input);
  if (!format.ok()) return OfInput(file.place, format.status());
  if (*format == InputFormat::kZip || *format == InputFormat::kTar) {
    if (!within_archive) return ImportArchive(file, *format, *input);
    return Status::InvalidArgument("it is an archive within an archive: unpack it first");
  }
  if (IsOneDocument(*format)) MURAGAT_RETURN_IF_ERROR(import::CheckMayBeDocument(file.place, *head));
  return ImportInput(file.place, file.facts, *format, *input);
}

void Importer::NotePassedOver(const std::string& path, const std::vector<std::string>& hidden) const {
  if (hidden.empty()) return;
  constexpr size_t kNamed = 5;
  std::string names;
  for (size_t i = 0; i < std::min(hidden.size(), kNamed); ++i)
    names += (i == 0 ? "" : ", ") + VisibleText(hidden[i]);
  if (hidden.size() > kNamed) names += ", …";
  context_.Note("muragat: " + VisibleText(path) + ": passed over " + std::to_string(hidden.size()) +
                " hidden: " + names);
}

}  // namespace muragat::tools
