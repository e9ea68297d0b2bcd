#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/sha256.h"
#include "muragat/codec/revision_record.h"
#include "muragat/store/rising_table.h"

namespace muragat {

// What a check found out about the texts of an archive, for the editions that name them. Memory: 80 bytes a
// text, with its number and title. Thread-safety: one thread.
class CheckedTexts {
 public:
  struct Text {
    Digest hash{};
    uint64_t bytes = 0;
    std::string_view number, title;  // good until the next Add
    bool teaser = false;
  };

  // In the order of the keys.
  void Add(const RevisionKey& key, const RevisionRecord& record, const Digest& hash, uint64_t bytes) {
    texts_.Add(key, {.hash = hash,
                     .bytes = bytes,
                     .names_at = names_.size(),
                     .number_bytes = static_cast<uint32_t>(record.number.size()),
                     .title_bytes = static_cast<uint32_t>(record.title.size()),
                     .teaser = record.teaser});
    names_.append(record.number).append(record.title);
  }

  // Nothing where it was not added.
  std::optional<Text> Find(const RevisionKey& key) const {
    const Entry* entry = texts_.Find(key);
    if (entry == nullptr) return std::nullopt;
    const auto names = std::string_view(names_).substr(entry->names_at);
    return Text{.hash = entry->hash,
                .bytes = entry->bytes,
                .number = names.substr(0, entry->number_bytes),
                .title = names.substr(entry->number_bytes, entry->title_bytes),
                .teaser = entry->teaser};
  }

 private:
  struct Entry {
    Digest hash;
    uint64_t bytes;
    uint64_t names_at;  // number and title, in `names_`
    uint32_t number_bytes, title_bytes;
    bool teaser;
  };
  RisingTable<RevisionKey, Entry> texts_;
  std::string names_;
};

}  // namespace muragat
