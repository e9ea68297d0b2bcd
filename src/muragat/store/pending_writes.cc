#include "muragat/store/pending_writes.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "muragat/base/hash.h"

namespace muragat {
namespace {

constexpr size_t kBlockBytes = size_t{1} << 20;
constexpr size_t kFirstSlots = 64;

// How much of a key its records are found by when they are wanted in order: the document's number, or
// nothing.
size_t IndexedPrefixBytes(Family family, std::string_view key) {
  switch (family) {
    case Family::kEdition:
    case Family::kRevision:
    case Family::kCapture:
      return 4;
    case Family::kCatalog:
      return key.starts_with('a') ? 5 : 0;  // aliases
    default:
      return 0;
  }
}

}  // namespace

// Holds the places of its records, so that it sees none that come later.
class PendingWrites::PendingCursor final : public Cursor {
 public:
  PendingCursor(const Table& table, std::shared_ptr<const std::vector<uint32_t>> places)
      : table_(table), places_(std::move(places)), at_(places_->size()) {}

  void Seek(std::string_view key) override {
    const auto first = std::partition_point(places_->begin(), places_->end(),
                                            [&](uint32_t place) { return KeyAt(place) < key; });
    at_ = static_cast<size_t>(first - places_->begin());
  }
  void SeekForPrev(std::string_view key) override {
    const auto behind = std::partition_point(places_->begin(), places_->end(),
                                             [&](uint32_t place) { return KeyAt(place) <= key; });
    at_ = static_cast<size_t>(behind - places_->begin());
    Prev();
  }
  void Next() override { ++at_; }
  void Prev() override { at_ = at_ == 0 ? places_->size() : at_ - 1; }
  bool Valid() const override { return at_ < places_->size(); }
  std::string_view key() const override { return KeyAt((*places_)[at_]); }
  std::string_view value() const override { return ValueOf(table_.records[(*places_)[at_]]); }
  Status status() const override { return Status::Ok(); }

 private:
  std::string_view KeyAt(uint32_t place) const { return KeyOf(table_.records[place]); }

  const Table& table_;
  std::shared_ptr<const std::vector<uint32_t>> places_;
  size_t at_;
};

PendingWrites::PendingWrites() = default;
PendingWrites::~PendingWrites() = default;

char* PendingWrites::Allocate(size_t size_bytes) {
  if (size_bytes > free_bytes_) {
    const bool alone = size_bytes > kBlockBytes / 4;  // leaves the block that is being filled as it is
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(alone ? size_bytes : kBlockBytes));
    if (alone) return blocks_.back().get();
    free_ = blocks_.back().get();
    free_bytes_ = kBlockBytes;
  }
  char* bytes = free_;
  free_ += size_bytes;
  free_bytes_ -= size_bytes;
  return bytes;
}

// The slot of a key, or the free one where it would go. The table has free slots.
uint32_t& PendingWrites::FindKey(Table& table, uint32_t hash, std::string_view key) {
  std::vector<uint32_t>& slots = table.by_key.slots;
  for (size_t at = hash & (slots.size() - 1);; at = (at + 1) & (slots.size() - 1)) {
    if (slots[at] == 0) return slots[at];
    const Record& record = table.records[slots[at] - 1];
    if (record.hash == hash && KeyOf(record) == key) return slots[at];
  }
}

uint32_t& PendingWrites::FindPrefix(Table& table, std::string_view prefix) {
  std::vector<uint32_t>& slots = table.by_prefix.slots;
  for (size_t at = Checksum32(prefix) & (slots.size() - 1);; at = (at + 1) & (slots.size() - 1)) {
    if (slots[at] == 0 || KeyOf(table.records[slots[at] - 1]).starts_with(prefix)) return slots[at];
  }
}

// Entries are put in in the order of the records, so that DropWrites can take out the last ones first.
void PendingWrites::IndexKeys(Table& table) {
  Index& index = table.by_key;
  if (index.slots.size() < table.records.size() * 2 + 2) {
    index = {.slots = std::vector<uint32_t>(std::bit_ceil(std::max(kFirstSlots, table.records.size() * 4)))};
  }
  for (; index.records < table.records.size(); ++index.records) {
    Record& record = table.records[index.records];
    record.hash = Checksum32(KeyOf(record));
    uint32_t& slot = FindKey(table, record.hash, KeyOf(record));
    record.shadowed = std::exchange(slot, static_cast<uint32_t>(index.records + 1));
  }
}

void PendingWrites::IndexPrefixes(Family family, Table& table) {
  Index& index = table.by_prefix;
  if (index.slots.size() < (index.used + table.records.size() - index.records) * 2 + 2) {
    index = {.slots = std::vector<uint32_t>(std::bit_ceil(std::max(kFirstSlots, table.records.size() * 4)))};
  }
  for (; index.records < table.records.size(); ++index.records) {
    Record& record = table.records[index.records];
    const size_t prefix_bytes = IndexedPrefixBytes(family, KeyOf(record));
    if (prefix_bytes == 0) continue;
    uint32_t& last = FindPrefix(table, KeyOf(record).substr(0, prefix_bytes));
    if (last == 0) ++index.used;
    record.same_prefix = std::exchange(last, static_cast<uint32_t>(index.records + 1));
  }
}

void PendingWrites::Put(Family family, std::string_view key, std::string_view value) {
  char* bytes = Allocate(key.size() + value.size());
  std::memcpy(bytes, key.data(), key.size());
  if (!value.empty()) std::memcpy(bytes + key.size(), value.data(), value.size());
  tables_[static_cast<size_t>(family)].records.push_back(
      {bytes, static_cast<uint32_t>(key.size()), static_cast<uint32_t>(value.size()), 0, 0, 0});
  size_bytes_ += key.size() + value.size();
}

std::optional<std::string_view> PendingWrites::Get(Family family, std::string_view key) const {
  Table& table = tables_[static_cast<size_t>(family)];
  if (table.records.empty()) return std::nullopt;
  IndexKeys(table);
  const uint32_t slot = FindKey(table, Checksum32(key), key);
  if (slot == 0) return std::nullopt;
  return ValueOf(table.records[slot - 1]);
}

// Sorts places by their keys, those of one key in the order of the list. Most keys differ in their first
// bytes, which are kept at hand.
void PendingWrites::SortByKey(const Table& table, std::vector<uint32_t>& places) {
  struct Item {
    uint64_t head;
    uint32_t place;
  };
  constexpr size_t kHeadBytes = 8;
  std::vector<Item> items;
  items.reserve(places.size());
  for (const uint32_t place : places) {
    const std::string_view key = KeyOf(table.records[place]);
    Item item{0, place};
    for (size_t i = 0; i < kHeadBytes; ++i)
      item.head = item.head << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0);
    items.push_back(item);
  }
  std::sort(items.begin(), items.end(), [&table](const Item& a, const Item& b) {
    if (a.head != b.head) return a.head < b.head;
    const int order = KeyOf(table.records[a.place]).compare(KeyOf(table.records[b.place]));
    return order != 0 ? order < 0 : a.place < b.place;
  });
  for (size_t i = 0; i < places.size(); ++i) places[i] = items[i].place;
}

// Puts records among others that are in order. `fresh` lists them with the newest of a key last.
void PendingWrites::Insert(const Table& table, std::vector<uint32_t>& places, std::vector<uint32_t>& fresh) {
  const auto less = [&table](uint32_t a, uint32_t b) {
    return KeyOf(table.records[a]) < KeyOf(table.records[b]);
  };
  SortByKey(table, fresh);
  const size_t middle = places.size();
  places.insert(places.end(), fresh.begin(), fresh.end());
  const auto begin = places.begin(), joint = begin + static_cast<std::ptrdiff_t>(middle);
  if (middle > 0 && less(*joint, *(joint - 1))) std::inplace_merge(begin, joint, places.end(), less);
  // Of equal keys the last one, which is the newest, stays.
  size_t kept = 0;
  for (size_t i = 0; i < places.size(); ++i) {
    if (i + 1 < places.size() && !less(places[i], places[i + 1])) continue;
    places[kept++] = places[i];
  }
  places.resize(kept);
}

std::vector<uint32_t> PendingWrites::SortAll(const Table& table, std::string_view prefix) {
  std::vector<uint32_t> places, fresh;
  for (uint32_t place = 0; place < table.records.size(); ++place) {
    if (KeyOf(table.records[place]).starts_with(prefix)) fresh.push_back(place);
  }
  Insert(table, places, fresh);
  return places;
}

std::shared_ptr<const std::vector<uint32_t>> PendingWrites::InOrder(Family family,
                                                                    std::string_view prefix) const {
  static const auto kNone = std::make_shared<const std::vector<uint32_t>>();
  Table& table = tables_[static_cast<size_t>(family)];
  if (table.records.empty()) return kNone;
  const size_t prefix_bytes = IndexedPrefixBytes(family, prefix);
  if (prefix_bytes == 0 || prefix.size() != prefix_bytes) {
    return std::make_shared<const std::vector<uint32_t>>(SortAll(table, prefix));
  }
  IndexPrefixes(family, table);
  const uint32_t last = FindPrefix(table, prefix);
  if (last == 0) return kNone;
  Ordered& ordered = table.ordered[std::string(prefix)];
  if (ordered.seen == last) return ordered.places;
  std::vector<uint32_t> fresh;
  for (uint32_t at = last; at > ordered.seen; at = table.records[at - 1].same_prefix) fresh.push_back(at - 1);
  std::reverse(fresh.begin(), fresh.end());
  if (!ordered.places) {
    ordered.places = std::make_shared<std::vector<uint32_t>>();
  } else if (ordered.places.use_count() > 1) {  // a cursor holds them
    ordered.places = std::make_shared<std::vector<uint32_t>>(*ordered.places);
  }
  Insert(table, *ordered.places, fresh);
  ordered.seen = last;
  return ordered.places;
}

std::unique_ptr<Cursor> PendingWrites::NewCursor(Family family, std::string_view prefix) const {
  return std::make_unique<PendingCursor>(tables_[static_cast<size_t>(family)], InOrder(family, prefix));
}

Status PendingWrites::VisitInOrder(
    Family family, const std::function<Status(std::string_view key, std::string_view value)>& visit) const {
  const Table& table = tables_[static_cast<size_t>(family)];
  const std::vector<uint32_t> places = SortAll(table, {});
  // In their order the records lie anywhere in memory: they are asked for before they are needed.
  constexpr size_t kAhead = 8;
  for (size_t i = 0; i < places.size(); ++i) {
    if (i + 2 * kAhead < places.size()) __builtin_prefetch(&table.records[places[i + 2 * kAhead]]);
    if (i + kAhead < places.size()) __builtin_prefetch(table.records[places[i + kAhead]].key);
    const Record& record = table.records[places[i]];
    MURAGAT_RETURN_IF_ERROR(visit(KeyOf(record), ValueOf(record)));
  }
  return Status::Ok();
}

void PendingWrites::Mark() {
  for (size_t i = 0; i < tables_.size(); ++i) marked_[i] = tables_[i].records.size();
  marked_bytes_ = size_bytes_;
}

// The newest entry of an open-addressing table can be taken out without a trace.
void PendingWrites::DropWrites() {
  for (const Family family : kFamilies) {
    Table& table = tables_[static_cast<size_t>(family)];
    while (table.records.size() > marked_[static_cast<size_t>(family)]) {
      const Record record = table.records.back();
      const std::string_view key = KeyOf(record);
      const size_t prefix_bytes = IndexedPrefixBytes(family, key);
      if (table.by_key.records == table.records.size()) {
        FindKey(table, record.hash, key) = record.shadowed;
        --table.by_key.records;
      }
      if (table.by_prefix.records == table.records.size()) {
        --table.by_prefix.records;
        if (prefix_bytes > 0) {
          FindPrefix(table, key.substr(0, prefix_bytes)) = record.same_prefix;
          if (record.same_prefix == 0) --table.by_prefix.used;
          table.ordered.erase(std::string(key.substr(0, prefix_bytes)));
        }
      }
      table.records.pop_back();
    }
  }
  size_bytes_ = marked_bytes_;
}

void PendingWrites::Clear() {
  tables_ = {};
  marked_ = {};
  marked_bytes_ = size_bytes_ = 0;
  blocks_.clear();
  free_ = nullptr;
  free_bytes_ = 0;
}

bool PendingWrites::Empty(Family family) const {
  return tables_[static_cast<size_t>(family)].records.empty();
}

}  // namespace muragat
