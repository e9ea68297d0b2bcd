#include "muragat/store/reader.h"

#include "muragat/base/bytes.h"
#include "muragat/codec/number_codec.h"
#include "muragat/codec/reform_record.h"
#include "muragat/text/fold.h"

namespace muragat {
namespace {

constexpr size_t kTextCacheBytes = size_t{32} << 20;
constexpr size_t kStandingCacheBytes = size_t{128} << 20;

Result<uint32_t> ToNumber(std::string_view value, std::string_view what) {
  const auto number = DecodeNumber(value);
  if (!number) return Status::Corruption("the number of " + std::string(what) + " cannot be decoded");
  return *number;
}

}  // namespace

Reader::Reader(const StoreView& view)
    : view_(view), texts_(kTextCacheBytes), standings_(kStandingCacheBytes) {}

Cursor& Reader::CursorFor(Family family, std::string_view prefix) const {
  if (is_passing_) {
    auto& passing = passing_[static_cast<size_t>(family)];
    if (!passing) passing = view_.NewPassingCursor(family);
    return *passing;
  }
  Kept& kept = cursors_[static_cast<size_t>(family)];
  const auto version = view_.version();
  if (!version) {
    kept = {view_.NewCursor(family, prefix), {}};
  } else if (!kept.cursor || kept.version != version) {
    kept = {view_.NewCursor(family), version};
  }
  return *kept.cursor;
}

Result<std::optional<DocumentNumber>> Reader::FindDocument(const std::string& id) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto value, view_.Get(Family::kCatalog, DocumentByIdKey(FoldCase(id))));
  if (!value) return std::optional<DocumentNumber>();
  MURAGAT_ASSIGN_OR_RETURN(const uint32_t number, ToNumber(*value, "document " + id));
  MURAGAT_ASSIGN_OR_RETURN(const std::string stored_id, ReadDocumentId({number}));
  if (stored_id != id) return std::optional<DocumentNumber>();
  return std::optional<DocumentNumber>(DocumentNumber{number});
}

Result<std::string> Reader::ReadDocumentId(DocumentNumber document) const {
  MURAGAT_ASSIGN_OR_RETURN(auto id, view_.Get(Family::kCatalog, DocumentIdKey(document)));
  if (!id) return Status::Corruption("document " + std::to_string(document.value) + " has no id");
  return *std::move(id);
}

Result<std::vector<DocumentEntry>> Reader::ListDocuments() const {
  std::vector<DocumentEntry> documents;
  const auto cursor = view_.NewCursor(Family::kCatalog, "n");
  for (cursor->Seek(DocumentIdKey({0})); cursor->At("n"); cursor->Next()) {
    ByteReader reader(cursor->key().substr(1));
    const DocumentNumber number{static_cast<uint32_t>(reader.ReadBigEndian(4))};
    if (!reader.ok() || !reader.AtEnd()) return Status::Corruption("a document's number cannot be decoded");
    documents.push_back({number, std::string(cursor->value())});
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  return documents;
}

Result<LineageAliases> Reader::ReadAliases(DocumentNumber document, CommitNumber known_at) const {
  LineageAliases aliases;
  const std::string prefix = AliasPrefix(document);
  Cursor& cursor = CursorFor(Family::kCatalog, prefix);
  for (cursor.Seek(prefix); cursor.At(prefix); cursor.Next()) {
    const auto alias = DecodeAlias(cursor.key(), cursor.value());
    if (!alias) return Status::Corruption("an alias of a section cannot be decoded");
    if (alias->commit <= known_at) aliases.Add(*alias);
  }
  MURAGAT_RETURN_IF_ERROR(cursor.status());
  return aliases;
}

Result<Reform> Reader::ReadReform(ReformNumber reform) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto value, view_.Get(Family::kCatalog, ReformKey(reform)));
  if (!value) return Status::Corruption("reform " + std::to_string(reform.value) + " is not in the catalog");
  return DecodeReform(*value);
}

Result<std::map<ReformNumber, Reform>> Reader::ReadReforms(const std::set<ReformNumber>& reforms) const {
  std::map<ReformNumber, Reform> read;
  Cursor& cursor = CursorFor(Family::kCatalog, "f");
  std::string next;  // the key that the cursor stands on, if any
  for (const ReformNumber reform : reforms) {
    const std::string key = ReformKey(reform);
    if (key != next) cursor.Seek(key);
    if (!cursor.Valid() || cursor.key() != key) {
      MURAGAT_RETURN_IF_ERROR(cursor.status());
      return Status::Corruption("reform " + std::to_string(reform.value) + " is not in the catalog");
    }
    MURAGAT_ASSIGN_OR_RETURN(Reform decoded, DecodeReform(cursor.value()));
    read.emplace_hint(read.end(), reform, std::move(decoded));
    cursor.Next();
    next = cursor.Valid() ? cursor.key() : "";
  }
  MURAGAT_RETURN_IF_ERROR(cursor.status());
  return read;
}

Result<std::optional<ReformNumber>> Reader::FindReformById(const std::string& id) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto value, view_.Get(Family::kCatalog, ReformByIdKey(id)));
  if (!value) return std::optional<ReformNumber>();
  MURAGAT_ASSIGN_OR_RETURN(const uint32_t number, ToNumber(*value, "reform " + id));
  return std::optional<ReformNumber>(ReformNumber{number});
}

Result<std::vector<ReformNumber>> Reader::FindReformsByTitle(const std::string& title) const {
  std::vector<ReformNumber> reforms;
  const std::string prefix = ReformTitlePrefix(title);
  const auto cursor = view_.NewCursor(Family::kCatalog, prefix);
  for (cursor->Seek(prefix); cursor->At(prefix); cursor->Next()) {
    MURAGAT_ASSIGN_OR_RETURN(const uint32_t number, ToNumber(cursor->value(), "a reform"));
    reforms.push_back({number});
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  return reforms;
}

Result<uint32_t> Reader::CountReforms() const {
  const auto cursor = view_.NewCursor(Family::kCatalog, "f");
  cursor->SeekForPrev(ReformKey({UINT32_MAX}));
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  if (!cursor->At("f")) return uint32_t{0};
  ByteReader reader(cursor->key().substr(1));
  return static_cast<uint32_t>(reader.ReadBigEndian(4));
}

Result<std::vector<ReformLink>> Reader::ReadReformLinks(ReformNumber reform) const {
  std::vector<ReformLink> links;
  const std::string prefix = ReformLinkPrefix(reform);
  const auto cursor = view_.NewCursor(Family::kDerived, prefix);
  for (cursor->Seek(prefix); cursor->At(prefix); cursor->Next()) {
    const auto link = DecodeReformLink(cursor->key());
    if (!link) return Status::Corruption("a link of a reform cannot be decoded");
    links.push_back(*link);
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  return links;
}

Result<CommitRecord> Reader::ReadCommit(CommitNumber commit) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto value, view_.Get(Family::kLog, CommitKey(commit)));
  if (!value) return Status::NotFound("there is no commit " + std::to_string(commit.value));
  return DecodeCommit(*value);
}

Result<CommitNumber> Reader::LastCommit() const {
  const auto cursor = view_.NewCursor(Family::kLog, "c");
  cursor->SeekForPrev(CommitKey({UINT32_MAX}));
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  if (!cursor->At("c")) return CommitNumber{0};
  ByteReader reader(cursor->key().substr(1));
  return CommitNumber{static_cast<uint32_t>(reader.ReadBigEndian(4))};
}

Result<CommitNumber> Reader::FindCommit(Instant at) const {
  // Recorded time never runs backward, so the commits can be halved.
  MURAGAT_ASSIGN_OR_RETURN(CommitNumber last, LastCommit());
  uint32_t low = 0, high = last.value;
  while (low < high) {
    const uint32_t middle = low + (high - low + 1) / 2;
    MURAGAT_ASSIGN_OR_RETURN(const CommitRecord record, ReadCommit({middle}));
    if (record.recorded <= at) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return CommitNumber{low};
}

Result<std::optional<std::string>> Reader::ReadSetting(const std::string& name) const {
  return view_.Get(Family::kCatalog, SettingKey(name));
}

}  // namespace muragat
