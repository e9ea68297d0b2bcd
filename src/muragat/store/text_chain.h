#pragma once

#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/codec/keys.h"
#include "muragat/codec/revision_record.h"
#include "muragat/store/reader.h"

namespace muragat {

// Rebuilds texts one after the other from those that it rebuilt just before, so that going down the chain of
// a section costs one script a text. Thread-safety: one thread. The reader must outlive it, and nothing may
// be committed meanwhile.
class TextChain {
 public:
  explicit TextChain(const Reader& reader) : reader_(reader) {}

  // The text of `key`, whose record says `record`; good until the next call. Fast for texts in the order of
  // their keys. Errors: as Reader::ReadRevision, which is asked for whatever is not found so.
  Result<std::string_view> Rebuild(const RevisionKey& key, const RevisionRecord& record);

 private:
  struct Held {
    RevisionKey key;
    std::string text;
    uint8_t chain_length = 0;
    bool is_there = false;
    bool begins_chain = false;  // others that follow may be differences from it
  };
  bool MakeNext(const RevisionKey& key, const RevisionRecord& record);
  bool ApplyTo(std::string_view base, uint8_t chain_length, const RevisionRecord& record);

  const Reader& reader_;
  Held last_, first_;  // what a chain leads back to: the text before, or its beginning
  Held next_;          // memory of the text that is being made
};

}  // namespace muragat
