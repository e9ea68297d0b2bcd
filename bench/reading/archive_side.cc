#include "bench/reading/archive_side.h"

namespace muragat::bench {

Result<ArchiveSide> ArchiveSide::Open(const std::string& path) {
  MURAGAT_ASSIGN_OR_RETURN(auto archive, Archive::Open(path, Archive::Access::kRead));
  return ArchiveSide(std::move(archive));
}

Result<std::shared_ptr<const Edition>> ArchiveSide::FindText(const std::string& document, Instant at) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto edition, reader().FindStanding(document, at));
  if (!edition || edition->removed) {
    return Status::NotFound(document + " has no text as of " + FormatInstant(at));
  }
  return edition;
}

Result<Answer> ArchiveSide::ReadDocument(const Question& question, bool as_captured) const {
  if (!as_captured) {
    MURAGAT_ASSIGN_OR_RETURN(const auto text, reader().FindText(question.document, question.at));
    if (!text) return Status::NotFound("no text of " + question.document);
    return Answer::Of(text);
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto edition, FindText(question.document, question.at));
  MURAGAT_ASSIGN_OR_RETURN(Capture capture, reader().ReadCapture(*edition));
  if (!capture.bytes) {
    MURAGAT_ASSIGN_OR_RETURN(capture.bytes, reader().ReadText(*edition));
  }
  return Answer::Of(std::make_shared<const std::string>(*std::move(capture.bytes)));
}

Result<Answer> ArchiveSide::ReadSection(const SectionQuestion& question) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto edition, FindText(question.document, question.at));
  for (const SectionRef& ref : edition->sections) {
    if (ref.section != question.lineage) continue;
    MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                             reader().ReadRevision({edition->document, ref.section, ref.ordinal}));
    return Answer{stored->text, stored};
  }
  return Status::NotFound(question.document + " has no section s" + std::to_string(question.lineage.value));
}

}  // namespace muragat::bench
