#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "muragat/store/view.h"

namespace muragat {

// Records that are written and not yet stored, in memory. Writing costs a copy; keys are hashed where
// somebody looks one up, and put in order where somebody asks for them in order. Thread-safety: one thread.
class PendingWrites {
 public:
  PendingWrites();
  ~PendingWrites();

  // A later record of a key takes the place of an earlier one.
  void Put(Family family, std::string_view key, std::string_view value);

  // The view is good until Clear or DropWrites.
  std::optional<std::string_view> Get(Family family, std::string_view key) const;

  // A cursor over the keys of now that begin with `prefix`; good until Clear or DropWrites. Cost: where
  // `prefix` names a document, linear in what is pending of it; else in what is pending of the family.
  std::unique_ptr<Cursor> NewCursor(Family family, std::string_view prefix) const;

  // Calls `visit` with each key of a family in order, and its last value; stops at a failure.
  Status VisitInOrder(Family family,
                      const std::function<Status(std::string_view key, std::string_view value)>& visit) const;

  // Remembers what was written so far, and forgets everything written since.
  void Mark();
  void DropWrites();

  void Clear();
  bool Empty(Family family) const;
  size_t size_bytes() const { return size_bytes_; }  // of keys and values

 private:
  struct Record {
    const char* key;  // the value lies behind it
    uint32_t key_bytes;
    uint32_t value_bytes;
    uint32_t hash;         // of the key, once it is in the index
    uint32_t same_prefix;  // the record before it with the same indexed prefix, plus 1; 0: none
    uint32_t shadowed;     // the record of the same key that it took the place of, plus 1; 0: none
  };
  // A table of records by a hash of (a part of) their keys, with open addressing. Entries are records' places
  // plus 1.
  struct Index {
    std::vector<uint32_t> slots;
    size_t used = 0;
    size_t records = 0;  // so many of the first records are in
  };
  // The records of one prefix in the order of their keys, without those that are shadowed.
  struct Ordered {
    std::shared_ptr<std::vector<uint32_t>> places;
    uint32_t seen = 0;  // all records of the prefix up to this place (plus 1) are in
  };
  struct Table {
    std::vector<Record> records;
    Index by_key, by_prefix;
    std::unordered_map<std::string, Ordered> ordered;
  };
  class PendingCursor;

  static std::string_view KeyOf(const Record& record) { return {record.key, record.key_bytes}; }
  static std::string_view ValueOf(const Record& record) {
    return {record.key + record.key_bytes, record.value_bytes};
  }
  char* Allocate(size_t size_bytes);
  static uint32_t& FindKey(Table& table, uint32_t hash, std::string_view key);
  static uint32_t& FindPrefix(Table& table, std::string_view prefix);
  static void IndexKeys(Table& table);
  static void IndexPrefixes(Family family, Table& table);
  std::shared_ptr<const std::vector<uint32_t>> InOrder(Family family, std::string_view prefix) const;
  static std::vector<uint32_t> SortAll(const Table& table, std::string_view prefix);
  static void SortByKey(const Table& table, std::vector<uint32_t>& places);
  static void Insert(const Table& table, std::vector<uint32_t>& places, std::vector<uint32_t>& fresh);

  mutable std::array<Table, kFamilies.size()> tables_;  // their indexes are brought up to date by readers
  std::array<size_t, kFamilies.size()> marked_{};
  size_t marked_bytes_ = 0;
  size_t size_bytes_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  size_t free_bytes_ = 0;
};

}  // namespace muragat
