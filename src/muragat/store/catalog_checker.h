#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/model/reform.h"
#include "muragat/store/database.h"
#include "muragat/store/log_checker.h"
#include "muragat/store/reader.h"
#include "muragat/store/rising_table.h"
#include "muragat/store/verify.h"

namespace muragat {

// The number behind the letter of a key that is nothing but both.
std::optional<uint32_t> NumberInKey(std::string_view key);

// The finding where a cursor could not go to the end of its family, else nothing.
std::optional<Finding> FindUnreadable(const Cursor& cursor, Family family);

// The part of a check that reads the catalog, and knows of documents and reforms then. Thread-safety: one
// thread.
class CatalogChecker {
 public:
  using Report = std::function<void(const Finding&)>;
  // All must outlive it.
  CatalogChecker(const Database& database, const Reader& reader, LogChecker& log, const Report& report)
      : database_(database), reader_(reader), log_(log), report_(report) {}

  // Reads all of it, tells the log of reforms and links, and calls `report` with each finding.
  void Check();

  uint64_t documents() const { return documents_found_; }  // also those whose keys make no sense
  uint64_t reforms() const { return reforms_found_; }

  // Whether a document has an id, and which; empty where it has none.
  bool HasId(DocumentNumber document) const { return documents_.Find(document) != nullptr; }
  std::string IdOf(DocumentNumber document) const;
  // The id that a document's records are hashed with; empty where it cannot be told.
  std::string CertainId(DocumentNumber document) const;

  // Whether there is a record of a reform, and what it says; null where it cannot be decoded.
  bool HasReform(ReformNumber reform) const { return reforms_.Find(reform) != nullptr; }
  const Reform* FindReform(ReformNumber reform) const;

 private:
  struct DocumentSeen {
    std::string id;
    bool is_led_to = false;  // from the id
  };
  struct ReformSeen {
    std::optional<Reform> reform;  // nothing: it cannot be decoded
    bool id_leads = false, title_leads = false;
  };
  void ReadReforms(Cursor& cursor);
  void FollowReforms(Cursor& cursor);
  void CheckReforms();
  void ReadDocuments(Cursor& cursor);
  void FollowDocuments(Cursor& cursor);
  void CheckDocuments();
  void CheckAlias(const Cursor& cursor);
  void CheckEntry(const Cursor& cursor);
  void CheckReadable(const Cursor& cursor);

  const Database& database_;
  const Reader& reader_;
  LogChecker& log_;
  const Report& report_;
  uint64_t documents_found_ = 0, reforms_found_ = 0;
  RisingTable<DocumentNumber, DocumentSeen> documents_;
  RisingTable<ReformNumber, ReformSeen> reforms_;
};

}  // namespace muragat
