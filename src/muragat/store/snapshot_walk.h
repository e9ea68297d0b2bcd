#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/codec/edition_record.h"
#include "muragat/codec/keys.h"
#include "muragat/store/reader.h"

namespace muragat {

// Goes through many documents for what each said on one day. Records are read in the order in which they lie:
// a step forward costs a small part of a seek, and nothing is kept for who may ask again. Thread-safety: one
// thread; the reader must outlive it, and sees no later state of the archive than it did at first.
class SnapshotWalk {
 public:
  SnapshotWalk(const Reader& reader, Instant at, CommitNumber known_at);

  // What stands of a document whose number is greater than those asked for before; null where nothing does.
  // Good until the next call. Errors: as Reader::FindEdition.
  Result<const Edition*> Find(DocumentNumber document);

  // Appends the text of the edition that was found last to `text`, and puts the first title among its
  // sections into `title`. An edition's own title that is this one is not filled in before.
  // Errors: as Reader::ReadText.
  Status AppendText(std::string& text, std::string& title);

 private:
  struct Stored {
    EditionKey key;
    std::string value;
  };
  // One entry of the edition's list on its way to a text.
  struct Part {
    RevisionKey key;
    size_t place = 0;  // in reading order
    std::string text;
    std::string title;
  };
  Status ReadPart(Part& part);
  Status ReadRecords(const RevisionKey& key);
  bool Rebuild(Part& part);

  const Reader& reader_;
  Instant at_;
  CommitNumber known_at_;
  std::unique_ptr<Cursor> editions_, revisions_;
  std::vector<Stored> same_date_;
  EditionListDecoder lists_;
  Edition edition_;
  bool title_is_implied_ = false;
  std::vector<Part> parts_;          // the first of them in use; kept for their memory
  std::string records_;              // of one section, from its first text on
  std::vector<size_t> record_ends_;  // by ordinal
  std::string older_;
};

}  // namespace muragat
