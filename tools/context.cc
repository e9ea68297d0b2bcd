#include "tools/context.h"

#include "muragat/text/utf8.h"

namespace muragat::tools {

std::string_view ProgramVersion() { return MURAGAT_VERSION; }

std::string ProgramName() { return "muragat " + std::string(ProgramVersion()); }

Result<std::unique_ptr<Archive>> Context::OpenForReading() const {
  return Archive::Open(archive, Archive::Access::kRead);
}

Result<std::unique_ptr<Archive>> Context::OpenForWriting(bool create) const {
  if (create) {
    MURAGAT_ASSIGN_OR_RETURN(const bool exists, Archive::Exists(archive));
    if (!exists) return Archive::Create(archive, "", clock);
  }
  return Archive::Open(archive, Archive::Access::kWrite);
}

std::string Context::ForPeople(std::string_view text) const { return VisibleText(text, true); }

void Context::Note(std::string_view line) const {
  if (!quiet) err << line << '\n';
}

}  // namespace muragat::tools
