#include "muragat/store/prove.h"

#include <algorithm>

#include "muragat/codec/log_keys.h"
#include "muragat/proof/brought_records.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/commit_log.h"
#include "muragat/store/commit_records.h"
#include "muragat/store/log_head.h"
#include "muragat/store/statement.h"

namespace muragat {
namespace {

// What an edition says, and the leaves of its sections' lines.
struct HashedEdition {
  EditionStatement statement;
  std::vector<SectionLine> lines;
  std::vector<Digest> leaves;
};

Result<HashedEdition> HashEdition(const Reader& reader, const std::string& document, const Edition& edition) {
  HashedEdition hashed;
  MURAGAT_ASSIGN_OR_RETURN(hashed.statement, ReadStatement(reader, document, edition));
  for (const SectionRef& ref : edition.sections) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                             reader.ReadRevision({edition.document, ref.section, ref.ordinal}));
    hashed.lines.push_back({.place = hashed.lines.size(),
                            .depth_levels = ref.depth_levels,
                            .lineage = ref.section,
                            .number = stored->number,
                            .title = stored->title,
                            .teaser = stored->teaser,
                            .text = DigestOf({stored->text}),
                            .text_bytes = stored->text.size()});
    hashed.leaves.push_back(HashLeaf(EncodeSectionLine(hashed.lines.back())));
  }
  if (!edition.removed) {
    hashed.statement.sections = hashed.lines.size();
    hashed.statement.root = RootOf(hashed.leaves);
  }
  return hashed;
}

// Hashes records of one commit again.
class RecordHasher {
 public:
  RecordHasher(const Reader& reader, const CommitRecord& commit) : reader_(reader), commit_(commit) {}

  // The leaves of the group that record `index` is in.
  Result<std::vector<Digest>> HashGroup(uint64_t index) {
    const uint64_t group = index / kRecordGroup;
    MURAGAT_RETURN_IF_ERROR(ReadPlaces(group));
    const uint64_t all = commit_.records + commit_.reforms + commit_.links;
    std::vector<Digest> leaves;
    for (uint64_t i = group * kRecordGroup; i < std::min(all, (group + 1) * kRecordGroup); ++i) {
      MURAGAT_ASSIGN_OR_RETURN(const Digest leaf, HashRecord(i));
      leaves.push_back(leaf);
    }
    return leaves;
  }

 private:
  Status Damaged() const {
    return Status::Corruption("where the records of commit " + std::to_string(commit_.sequence.value) +
                              " stand is missing or damaged");
  }

  Status ReadPlaces(uint64_t group) {
    MURAGAT_ASSIGN_OR_RETURN(const auto value,
                             reader_.view().Get(Family::kDerived, RecordPlacesKey(commit_.sequence, group)));
    if (value) {
      auto places = DecodeRecordPlaces(*value);
      if (!places) return Damaged();
      places_ = *std::move(places);
    }
    if (commit_.reforms + commit_.links == 0) return Status::Ok();
    MURAGAT_ASSIGN_OR_RETURN(const auto more,
                             reader_.view().Get(Family::kDerived, FurtherRecordsKey(commit_.sequence)));
    auto further = more ? DecodeFurtherRecords(*more) : std::nullopt;
    if (!further || further->links.size() != commit_.links) return Damaged();
    further_ = *std::move(further);
    return Status::Ok();
  }

  Result<Digest> HashRecord(uint64_t index) const {
    if (index < commit_.records) return HashPlace(index);
    if (index < commit_.records + commit_.reforms) {
      const ReformNumber number{further_.first_reform + static_cast<uint32_t>(index - commit_.records)};
      MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader_.ReadReform(number));
      return HashLeaf(EncodeReformRecord(reform));
    }
    return HashLink(further_.links[index - commit_.records - commit_.reforms]);
  }

  Result<Digest> HashLink(const FurtherRecords::Link& link) const {
    const std::string key = AliasKey(link.document, link.section, commit_.sequence);
    MURAGAT_ASSIGN_OR_RETURN(const auto value, reader_.view().Get(Family::kCatalog, key));
    const auto alias = value ? DecodeAlias(key, *value) : std::nullopt;
    if (!alias) return Status::Corruption("an alias of a section is missing or damaged");
    MURAGAT_ASSIGN_OR_RETURN(const std::string document, reader_.ReadDocumentId(link.document));
    return HashLeaf(EncodeLinkRecord({.document = document,
                                      .section = alias->section,
                                      .target = alias->target,
                                      .from = alias->from,
                                      .by_archivist = alias->by_archivist,
                                      .author = alias->author,
                                      .because = alias->because}));
  }

  Result<Digest> HashPlace(uint64_t index) const {
    const uint64_t at = index % kRecordGroup;
    if (at >= places_.size()) return Damaged();
    const auto& [document, valid] = places_[at];
    const EditionKey key{document, valid, {commit_.sequence, static_cast<uint32_t>(index)}};
    MURAGAT_ASSIGN_OR_RETURN(const auto value, reader_.view().Get(Family::kEdition, EncodeEditionKey(key)));
    if (!value)
      return Status::Corruption("record " + std::to_string(index) + " of commit " +
                                std::to_string(commit_.sequence.value) + " is missing");
    MURAGAT_ASSIGN_OR_RETURN(const std::string id, reader_.ReadDocumentId(document));
    if (IsWithdrawal(*value)) {
      MURAGAT_ASSIGN_OR_RETURN(const DecodedEdition decoded, DecodeEdition(key, *value));
      const auto& withdrawal = std::get<Withdrawal>(decoded.record);
      return HashLeaf(
          EncodeWithdrawalRecord(id, valid, withdrawal.target, withdrawal.author, withdrawal.because));
    }
    MURAGAT_ASSIGN_OR_RETURN(const Edition edition, reader_.ReadEdition(key));
    MURAGAT_ASSIGN_OR_RETURN(const HashedEdition hashed, HashEdition(reader_, id, edition));
    return HashLeaf(EncodeStatement(hashed.statement));
  }

  const Reader& reader_;
  const CommitRecord& commit_;
  std::vector<RecordPlace> places_;
  FurtherRecords further_;
};

}  // namespace

Result<TextProof> ProveText(const Reader& reader, const Edition& edition, size_t place,
                            const std::string& checkpoint) {
  const auto stored_head = ParseStoredHead(checkpoint);
  if (!stored_head.ok() || !stored_head->note || edition.removed || place >= edition.sections.size())
    return Status::InvalidArgument("there is no text, or no signed checkpoint, to prove");
  const TreeHead& head = stored_head->head;
  const CommitNumber number = edition.recorded.commit;
  if (number.value > head.size)
    return Status::NotFound("commit " + std::to_string(number.value) + " is not yet in the checkpoint");
  TextProof proof;
  proof.checkpoint = checkpoint;
  proof.record = edition.recorded.place;
  MURAGAT_ASSIGN_OR_RETURN(proof.commit, reader.ReadCommit(number));
  if (!proof.commit.root) return Status::InvalidArgument("the archive keeps no log");
  MURAGAT_ASSIGN_OR_RETURN(const std::string id, reader.ReadDocumentId(edition.document));
  EditionKey key{edition.document, edition.valid, edition.recorded};
  MURAGAT_ASSIGN_OR_RETURN(const Edition titled, reader.ReadEdition(key));
  MURAGAT_ASSIGN_OR_RETURN(const HashedEdition hashed, HashEdition(reader, id, titled));
  proof.section = hashed.lines[place];
  proof.edition = hashed.statement;
  MURAGAT_ASSIGN_OR_RETURN(proof.section_path,
                           ReadInclusionPath(NodesOf(hashed.leaves), place, hashed.leaves.size()));
  MURAGAT_ASSIGN_OR_RETURN(const auto group, RecordHasher(reader, proof.commit).HashGroup(proof.record));
  const uint64_t all = proof.commit.records + proof.commit.reforms + proof.commit.links;
  MURAGAT_ASSIGN_OR_RETURN(proof.edition_path,
                           ReadRecordPath(reader.view(), number, proof.record, all, group));
  MURAGAT_ASSIGN_OR_RETURN(proof.commit_path, CommitLog(reader.view()).ReadPath(number, head.size));
  const bool holds = VerifyInclusion(HashLeaf(EncodeStatement(proof.edition)), proof.record, all,
                                     proof.edition_path, *proof.commit.root) &&
                     VerifyInclusion(HashLeaf(EncodeCommit(proof.commit)), uint64_t{number.value} - 1,
                                     head.size, proof.commit_path, head.root);
  if (!holds) return Status::Corruption("what is stored does not give the roots that the log has");
  return proof;
}

}  // namespace muragat
