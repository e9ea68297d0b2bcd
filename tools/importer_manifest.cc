#include <filesystem>
#include <utility>

#include "import/archive_reader.h"
#include "import/dated_path.h"
#include "import/manifest.h"
#include "muragat/text/utf8.h"
#include "tools/folder_listing.h"
#include "tools/importer.h"

namespace muragat::tools {
namespace {

constexpr size_t kMaxManifestBytes = size_t{64} << 20;

Result<std::optional<ValidDate>> DateIn(const std::string& text, const char* column) {
  if (text.empty()) return std::optional<ValidDate>();
  auto date = ParseDate(text);
  if (!date.ok()) return date.status().WithContext(column);
  return std::optional<ValidDate>(*date);
}

}  // namespace

Status Importer::ImportManifest() {
  const std::string& path = options_.manifest;
  MURAGAT_ASSIGN_OR_RETURN(const auto input, Input::Open(path, context_.input_descriptor));
  const auto text = input->ReadAll(kMaxManifestBytes);
  if (!text.ok()) return OfInput(path, text.status());
  const auto manifest = import::ReadManifest(*text);
  if (!manifest.ok()) return manifest.status().WithContext(VisibleText(path));
  if (!manifest->unknown.empty()) {
    std::string names;
    for (const std::string& name : manifest->unknown)
      names += (names.empty() ? "\"" : ", \"") + VisibleText(name) + "\"";
    context_.Note("muragat: " + VisibleText(path) + ": passed over unknown columns: " + names);
  }
  const std::string folder = path == "-" ? std::string() : std::filesystem::path(path).parent_path().string();
  std::vector<PlannedFile> files;
  for (const import::ManifestRow& row : manifest->rows) {
    auto planned = PlanRow(row, folder);
    if (planned.ok()) {
      files.push_back(*std::move(planned));
    } else {
      Refuse(VisibleText(path + " " + row.place), planned.status());
    }
  }
  return ImportPlanned(std::move(files));
}

// What the row says goes before the command line; what neither says, the file's path does.
Result<PlannedFile> Importer::PlanRow(const import::ManifestRow& row, const std::string& folder) const {
  if (row.file.empty()) return Status::InvalidArgument("it names no file");
  const std::string below = row.file.starts_with("./") ? row.file.substr(2) : row.file;
  if (!import::CheckEntryName(below).ok())
    return Status::InvalidArgument("it names what is not below its folder: \"" + VisibleText(row.file) +
                                   "\"");
  const std::filesystem::path path = std::filesystem::path(folder) / below;
  PlannedFile file{.place = path.string(), .path = path.string(), .below = below};
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    const bool there = std::filesystem::exists(path, error);
    return Status::InvalidArgument(
        (there ? "it names what is no file: \"" : "it names a file that is not there: \"") +
        VisibleText(file.path) + "\"");
  }
  FileFacts& facts = file.facts = GivenFacts();
  facts.one_of_many = true;
  MURAGAT_ASSIGN_OR_RETURN(const auto date, DateIn(row.date, "date"));
  MURAGAT_ASSIGN_OR_RETURN(const auto captured, DateIn(row.captured, "captured"));
  if (date) {
    facts.date = Localise(*date);
    facts.date_is_given = true;
  }
  if (captured) facts.captured = Localise(*captured);
  if (!row.document.empty()) {
    facts.document = row.document;
    facts.document_is_given = true;
  }
  const auto take = [](const std::string& said, std::string& fact) {
    if (!said.empty()) fact = said;
  };
  take(row.source, facts.source);
  take(row.reform, facts.reform);
  take(row.title, facts.title);
  take(row.language, facts.language);
  take(row.author, facts.author);
  if (facts.document_is_given && facts.date) return file;
  MURAGAT_ASSIGN_OR_RETURN(import::DatedPath found, import::ReadDatedPath(below));
  if (!facts.document_is_given) facts.document = std::move(found.document);
  if (!facts.date && found.date) facts.date = Localise(*found.date);
  return file;
}

}  // namespace muragat::tools
