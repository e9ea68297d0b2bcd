#include "muragat/store/catalog_checker.h"

#include "muragat/base/bytes.h"
#include "muragat/codec/alias_record.h"
#include "muragat/codec/number_codec.h"
#include "muragat/codec/reform_record.h"
#include "muragat/text/fold.h"

namespace muragat {

std::optional<uint32_t> NumberInKey(std::string_view key) {
  ByteReader reader(key);
  reader.ReadByte();
  const auto number = static_cast<uint32_t>(reader.ReadBigEndian(4));
  if (!reader.ok() || !reader.AtEnd() || number == 0) return std::nullopt;
  return number;
}

std::optional<Finding> FindUnreadable(const Cursor& cursor, Family family) {
  if (cursor.status().ok()) return std::nullopt;
  return Finding{.code = "V001",
                 .document = {},
                 .section = {},
                 .commit = {},
                 .message = "the family " + std::string(FamilyName(family)) +
                            " cannot be read to its end: " + cursor.status().message()};
}

void CatalogChecker::CheckReadable(const Cursor& cursor) {
  if (const auto finding = FindUnreadable(cursor, Family::kCatalog)) report_(*finding);
}

std::string CatalogChecker::IdOf(DocumentNumber document) const {
  const DocumentSeen* seen = documents_.Find(document);
  return seen == nullptr ? "" : seen->id;
}

std::string CatalogChecker::CertainId(DocumentNumber document) const {
  const DocumentSeen* seen = documents_.Find(document);
  return seen == nullptr || !seen->is_led_to ? "" : seen->id;
}

const Reform* CatalogChecker::FindReform(ReformNumber reform) const {
  const ReformSeen* seen = reforms_.Find(reform);
  return seen == nullptr || !seen->reform ? nullptr : &*seen->reform;
}

// What leads to documents and reforms is gone through once, each thing in its order, and what was found so is
// not asked for one by one. Whatever was not found so is.
void CatalogChecker::Check() {
  const auto cursor = database_.NewPassingCursor(Family::kCatalog, "");
  ReadReforms(*cursor);
  CheckReadable(*cursor);
  FollowReforms(*cursor);
  CheckReforms();
  ReadDocuments(*cursor);
  CheckReadable(*cursor);
  FollowDocuments(*cursor);
  CheckDocuments();
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) CheckEntry(*cursor);
  CheckReadable(*cursor);
}

void CatalogChecker::ReadReforms(Cursor& cursor) {
  for (cursor.Seek("f"); cursor.At("f"); cursor.Next()) {
    ++reforms_found_;
    const auto number = NumberInKey(cursor.key());
    if (!number) {
      report_({.code = "V002", .message = "the key of a reform cannot be decoded"});
      continue;
    }
    const Result<Reform> reform = DecodeReform(cursor.value());
    reforms_.Add({*number}, {.reform = reform.ok() ? std::optional(*reform) : std::nullopt});
    if (reform.ok()) log_.AddReform({*number}, *reform);
  }
}

void CatalogChecker::FollowReforms(Cursor& cursor) {
  const auto seen = [&]() -> ReformSeen* {
    const auto number = DecodeNumber(cursor.value());
    ReformSeen* const found = number ? reforms_.Find(ReformNumber{*number}) : nullptr;
    return found != nullptr && found->reform ? found : nullptr;
  };
  for (cursor.Seek("i"); cursor.At("i"); cursor.Next()) {
    ReformSeen* const found = seen();
    if (found != nullptr && cursor.key() == ReformByIdKey(found->reform->id)) found->id_leads = true;
  }
  for (cursor.Seek("r"); cursor.At("r"); cursor.Next()) {
    ReformSeen* const found = seen();
    if (found != nullptr && cursor.key() == ReformByTitleKey(found->reform->title, found->reform->date))
      found->title_leads = true;
  }
}

void CatalogChecker::CheckReforms() {
  for (const auto& [number, seen] : reforms_.rows()) {
    if (!seen.reform) {
      report_({.code = "V007", .message = "reform " + std::to_string(number.value) + " cannot be decoded"});
      continue;
    }
    const Reform& reform = *seen.reform;
    if (!seen.id_leads) {
      const auto by_id = reader_.FindReformById(reform.id);
      if (!by_id.ok() || *by_id != number)
        report_({.code = "V007", .message = "the id " + reform.id + " does not lead to its reform"});
    }
    if (!seen.title_leads) {
      const auto by_title = database_.Get(Family::kCatalog, ReformByTitleKey(reform.title, reform.date));
      if (!by_title.ok() || !*by_title || DecodeNumber(**by_title) != number.value)
        report_({.code = "V007", .message = "the title of " + reform.id + " does not lead to its reform"});
    }
  }
}

void CatalogChecker::ReadDocuments(Cursor& cursor) {
  for (cursor.Seek("n"); cursor.At("n"); cursor.Next()) {
    ++documents_found_;
    if (const auto number = NumberInKey(cursor.key())) {
      documents_.Add({*number}, {.id = std::string(cursor.value())});
    } else {
      report_({.code = "V002", .message = "the key of a document's id cannot be decoded"});
    }
  }
}

void CatalogChecker::FollowDocuments(Cursor& cursor) {
  for (cursor.Seek("d"); cursor.At("d"); cursor.Next()) {
    const auto number = DecodeNumber(cursor.value());
    DocumentSeen* const seen = number ? documents_.Find(DocumentNumber{*number}) : nullptr;
    if (seen != nullptr && cursor.key() == DocumentByIdKey(FoldCase(seen->id))) seen->is_led_to = true;
  }
}

void CatalogChecker::CheckDocuments() {
  for (const auto& [number, seen] : documents_.rows()) {
    if (seen.is_led_to) continue;
    const auto found = reader_.FindDocument(seen.id);
    if (found.ok() && *found == number) {
      documents_.Find(number)->is_led_to = true;
    } else {
      report_({.code = "V009", .document = seen.id, .message = "the document's id does not lead back to it"});
    }
  }
}

void CatalogChecker::CheckAlias(const Cursor& cursor) {
  const auto alias = DecodeAlias(cursor.key(), cursor.value());
  if (!alias) return report_({.code = "V002", .message = "an alias of a section cannot be decoded"});
  const auto document = static_cast<uint32_t>(ByteReader(cursor.key().substr(1)).ReadBigEndian(4));
  log_.AddLink(CertainId({document}), *alias);
}

// What is not looked at from the side of documents and reforms.
void CatalogChecker::CheckEntry(const Cursor& cursor) {
  constexpr std::string_view kKinds = "adfinor";
  const char kind = cursor.key().empty() ? '\0' : cursor.key().front();
  if (kKinds.find(kind) == std::string_view::npos) {
    report_({.code = "V002", .message = "the key of a record in the catalog makes no sense"});
  } else if (kind == 'a') {
    CheckAlias(cursor);
  } else if (kind == 'd') {
    const auto number = DecodeNumber(cursor.value());
    if (!number || !HasId({*number})) {
      report_({.code = "V009",
               .document = std::string(cursor.key().substr(1)),
               .message = "the id leads to no document"});
    }
  }
}

}  // namespace muragat
