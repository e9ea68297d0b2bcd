#include "tools/context.h"

#include "muragat/text/utf8.h"
#include "tools/key_store.h"

namespace muragat::tools {

std::string_view ProgramVersion() { return MURAGAT_VERSION; }

std::string ProgramName() { return "muragat " + std::string(ProgramVersion()); }

Result<std::unique_ptr<Archive>> Context::OpenForReading() const {
  return Archive::Open(archive, Archive::Access::kRead);
}

Result<std::unique_ptr<Archive>> Context::OpenForWriting(bool create) const {
  bool exists = true;
  if (create) {
    MURAGAT_ASSIGN_OR_RETURN(exists, Archive::Exists(archive));
  }
  MURAGAT_ASSIGN_OR_RETURN(auto opened, exists ? Archive::Open(archive, Archive::Access::kWrite)
                                               : Archive::Create(archive, "", clock));
  MURAGAT_RETURN_IF_ERROR(ProvideKey(*opened, *this));
  return opened;
}

std::string Context::ForPeople(std::string_view text) const { return VisibleText(text, true); }

void Context::Note(std::string_view line) const {
  if (!quiet) err << line << '\n';
}

}  // namespace muragat::tools
