#include "muragat/base/hash.h"
#include "muragat/codec/capture_record.h"
#include "muragat/codec/revision_record.h"
#include "muragat/codec/script_codec.h"
#include "muragat/store/reader.h"

namespace muragat {
namespace {

Status Damaged(const RevisionKey& key, std::string_view what) {
  return Status::Corruption("text " + std::to_string(key.ordinal.value) + " of section s" +
                            std::to_string(key.section.value) + " of document " +
                            std::to_string(key.document.value) + " " + std::string(what));
}

}  // namespace

Result<std::shared_ptr<const StoredText>> Reader::ReadRevision(const RevisionKey& key) const {
  return Rebuild(key, 0);
}

// `depth` counts the records gone through, so that damage cannot make a circle.
Result<std::shared_ptr<const StoredText>> Reader::Rebuild(const RevisionKey& key, int depth) const {
  if (auto known = texts_.Find(key)) return known;
  if (depth > 2 * kMaxChain) return Damaged(key, "lies behind a longer chain than can be");
  MURAGAT_ASSIGN_OR_RETURN(const auto value, view_.Get(Family::kRevision, EncodeRevisionKey(key)));
  if (!value) return Damaged(key, "is not there");
  MURAGAT_ASSIGN_OR_RETURN(const RevisionRecord record, DecodeRevision(key, *value));

  auto rebuilt = std::make_shared<StoredText>();
  rebuilt->number = record.number;
  rebuilt->title = record.title;
  rebuilt->teaser = record.teaser;
  rebuilt->heading_bytes = record.heading_bytes;
  if (record.form == RevisionForm::kKeyframe) {
    rebuilt->text = record.payload;
  } else {
    MURAGAT_ASSIGN_OR_RETURN(const auto base, Rebuild(record.base, depth + 1));
    if (record.form == RevisionForm::kSame) {
      rebuilt->text = base->text;
      rebuilt->heading_bytes = base->heading_bytes;
      rebuilt->chain_length = base->chain_length;
      texts_.Insert(key, rebuilt);
      return std::shared_ptr<const StoredText>(std::move(rebuilt));
    }
    rebuilt->chain_length = record.chain_length;
    if (base->chain_length + 1 != record.chain_length) return Damaged(key, "has a chain of another length");
    MURAGAT_ASSIGN_OR_RETURN(const EditScript script, DecodeScript(record.payload));
    auto text = ApplyScript(script, base->text);
    if (!text.ok()) return text.status().WithContext(Damaged(key, "cannot be rebuilt").message());
    rebuilt->text = *std::move(text);
  }
  const bool matches =
      rebuilt->text.size() == record.text_bytes && Checksum32(rebuilt->text) == record.checksum;
  if (!matches) return Damaged(key, "does not match its checksum");
  texts_.Insert(key, rebuilt);
  return std::shared_ptr<const StoredText>(std::move(rebuilt));
}

// An alias may lead to another one's section; damage may lead in a circle.
SectionNumber FollowAliases(const std::map<SectionNumber, SectionNumber>& aliases, SectionNumber section) {
  for (size_t steps = 0; steps < aliases.size(); ++steps) {
    const auto alias = aliases.find(section);
    if (alias == aliases.end()) break;
    section = alias->second;
  }
  return section;
}

Result<std::vector<LineageSection>> Reader::ReadSections(const Edition& edition,
                                                         CommitNumber known_at) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto aliases, ReadAliases(edition.document, known_at));
  std::vector<LineageSection> sections;
  sections.reserve(edition.sections.size());
  for (const SectionRef& ref : edition.sections) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stored, ReadRevision({edition.document, ref.section, ref.ordinal}));
    LineageSection entry{.lineage = FollowAliases(aliases, ref.section)};
    entry.section.heading = stored->text.substr(0, stored->heading_bytes);
    entry.section.body = stored->text.substr(stored->heading_bytes);
    entry.section.number = stored->number;
    entry.section.title = stored->title;
    entry.section.teaser = stored->teaser;
    entry.section.depth_levels = ref.depth_levels;
    sections.push_back(std::move(entry));
  }
  return sections;
}

Result<std::string> Reader::ReadText(const Edition& edition) const {
  std::string text;
  for (const SectionRef& ref : edition.sections) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stored, ReadRevision({edition.document, ref.section, ref.ordinal}));
    text.append(stored->text);
  }
  return text;
}

Result<Capture> Reader::ReadCapture(const Edition& edition) const {
  if (edition.capture.value == 0) return Capture{};
  CaptureNumber number = edition.capture;
  std::optional<Capture> first;
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(const auto value,
                             view_.Get(Family::kCapture, EncodeCaptureKey(edition.document, number)));
    if (!value) return Status::Corruption("capture " + std::to_string(number.value) + " is not there");
    MURAGAT_ASSIGN_OR_RETURN(CaptureRecord record, DecodeCapture(*value));
    if (!first) first = record.capture;
    if (record.same_as.value == 0) {
      first->bytes = std::move(record.capture.bytes);
      return *std::move(first);
    }
    if (record.same_as >= number) return Status::Corruption("a capture is the same as a later one");
    number = record.same_as;
  }
}

}  // namespace muragat
