#include "bench/reading/archive_side.h"

namespace muragat::bench {

Result<ArchiveSide> ArchiveSide::Open(const std::string& path) {
  MURAGAT_ASSIGN_OR_RETURN(auto archive, Archive::Open(path, Archive::Access::kRead));
  return ArchiveSide(std::move(archive));
}

Result<Edition> ArchiveSide::FindText(const std::string& document, Instant at) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto number, reader().FindDocument(document));
  if (!number) return Status::NotFound("no document " + document);
  MURAGAT_ASSIGN_OR_RETURN(auto edition, reader().FindEdition(*number, at));
  if (!edition || edition->removed) {
    return Status::NotFound(document + " has no text as of " + FormatInstant(at));
  }
  return *std::move(edition);
}

Result<std::string> ArchiveSide::ReadDocument(const Question& question, bool as_captured) const {
  MURAGAT_ASSIGN_OR_RETURN(const Edition edition, FindText(question.document, question.at));
  if (!as_captured) return reader().ReadText(edition);
  MURAGAT_ASSIGN_OR_RETURN(Capture capture, reader().ReadCapture(edition));
  if (capture.bytes) return *std::move(capture.bytes);
  return reader().ReadText(edition);
}

Result<std::string> ArchiveSide::ReadSection(const SectionQuestion& question) const {
  MURAGAT_ASSIGN_OR_RETURN(const Edition edition, FindText(question.document, question.at));
  for (const SectionRef& ref : edition.sections) {
    if (ref.section != question.lineage) continue;
    MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                             reader().ReadRevision({edition.document, ref.section, ref.ordinal}));
    return stored->text;
  }
  return Status::NotFound(question.document + " has no section s" + std::to_string(question.lineage.value));
}

}  // namespace muragat::bench
