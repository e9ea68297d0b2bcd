#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/codec/keys.h"
#include "muragat/store/reader.h"

namespace muragat {

// The texts of one document for somebody who reads many of them, of each section about in the order in which
// they were recorded: then a text costs the script that leads to it. Thread-safety: one thread.
class DocumentTexts {
 public:
  // Reads all records of the document, but rebuilds nothing. Errors: kCorruption, kIo. Memory: the records,
  // as they are stored; where they are more than 64 MiB, none is held and Read goes through the reader.
  static Result<DocumentTexts> Open(const Reader& reader, DocumentNumber document);

  // A text: heading and body, put end to end. Errors: as Reader::ReadRevision.
  Result<std::shared_ptr<const std::string>> Read(SectionNumber section, Ordinal ordinal);

 private:
  struct Record {
    size_t begin = 0, end = 0;  // in `bytes_`; equal where it is not there
  };
  struct Held {
    Ordinal ordinal;
    std::shared_ptr<const std::string> text;  // null: none
  };
  struct SectionTexts {
    std::vector<Record> records;  // by ordinal
    Held last, keyframe;          // read last; the last one that is no diff
  };
  DocumentTexts(const Reader& reader, DocumentNumber document) : reader_(&reader), document_(document) {}
  const std::string* FindBase(const SectionTexts& texts, const RevisionKey& key,
                              const RevisionKey& base) const;

  const Reader* reader_;
  DocumentNumber document_;
  std::string bytes_;
  std::unordered_map<uint32_t, SectionTexts> sections_;
};

}  // namespace muragat
