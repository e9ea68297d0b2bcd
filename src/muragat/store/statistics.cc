#include "muragat/store/statistics.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "muragat/codec/revision_record.h"

namespace muragat {
namespace {

uint64_t KeyOf(SectionNumber section, Ordinal ordinal) {
  return uint64_t{section.value} << 32 | ordinal.value;
}

}  // namespace

uint64_t StoredBytes(const Archive& archive) {
  uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(archive.path(), error)) {
    if (!entry.is_regular_file(error)) continue;
    const auto size = entry.file_size(error);
    if (!error) bytes += size;
  }
  return bytes;
}

Result<Statistics> ReadStatistics(const Archive& archive) {
  Statistics figures;
  const Database& database = archive.database();
  MURAGAT_ASSIGN_OR_RETURN(const auto documents, archive.reader().ListDocuments());
  figures.documents = documents.size();
  MURAGAT_ASSIGN_OR_RETURN(figures.reforms, archive.reader().CountReforms());
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber commits, archive.reader().LastCommit());
  figures.commits = commits.value;

  // Editions and texts are both sorted by document, so one document's sizes at a time are enough.
  const auto revisions = database.NewCursor(Family::kRevision);
  const auto editions = database.NewCursor(Family::kEdition);
  revisions->Seek("");
  editions->Seek("");
  for (const DocumentEntry& document : documents) {
    const std::string prefix = DocumentPrefix(document.number);
    std::unordered_map<uint64_t, uint64_t> sizes;
    SectionNumber last_section;
    for (; revisions->At(prefix); revisions->Next()) {
      const auto key = DecodeRevisionKey(revisions->key());
      if (!key) return Status::Corruption("the key of a text cannot be decoded");
      MURAGAT_ASSIGN_OR_RETURN(const RevisionRecord record, DecodeRevision(*key, revisions->value()));
      ++figures.revisions;
      if (key->section != last_section) ++figures.sections;
      last_section = key->section;
      const bool same = record.form == RevisionForm::kSame;
      sizes[KeyOf(key->section, key->ordinal)] =
          same ? sizes[KeyOf(key->section, record.base.ordinal)] : record.text_bytes;
      figures.longest_chain = std::max<uint32_t>(figures.longest_chain, record.chain_length);
    }
    for (; editions->At(prefix); editions->Next()) {
      const auto key = DecodeEditionKey(editions->key());
      if (!key) return Status::Corruption("the key of an edition cannot be decoded");
      MURAGAT_ASSIGN_OR_RETURN(const DecodedEdition decoded, DecodeEdition(*key, editions->value()));
      const auto* edition = std::get_if<Edition>(&decoded.record);
      if (edition == nullptr) continue;
      ++figures.editions;
      for (const SectionRef& ref : edition->sections)
        figures.raw_bytes += sizes[KeyOf(ref.section, ref.ordinal)];
    }
  }
  const auto captures = database.NewCursor(Family::kCapture);
  for (captures->Seek(""); captures->Valid(); captures->Next()) ++figures.captures;
  MURAGAT_RETURN_IF_ERROR(revisions->status());
  MURAGAT_RETURN_IF_ERROR(editions->status());
  MURAGAT_RETURN_IF_ERROR(captures->status());

  figures.stored_bytes = StoredBytes(archive);
  for (const Family family : kFamilies) {
    figures.family_bytes[std::string(FamilyName(family))] = database.FamilyBytes(family);
  }
  return figures;
}

}  // namespace muragat
