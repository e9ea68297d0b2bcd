#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// The kinds of records, each in a column family of its own (doc/format.md).
enum class Family { kCatalog, kEdition, kRevision, kCapture, kLog, kDerived };
constexpr std::array<Family, 6> kFamilies = {Family::kCatalog, Family::kEdition, Family::kRevision,
                                             Family::kCapture, Family::kLog,     Family::kDerived};

// The name of a family in figures and messages: "catalog", "edition" …
std::string_view FamilyName(Family family);

// A place among the keys of one family that begin with one prefix, in byte order: it stands on no other key.
// Views are good until the cursor moves. The view that it came from must outlive it. Thread-safety: one
// thread.
class Cursor {
 public:
  virtual ~Cursor() = default;
  virtual void Seek(std::string_view key) = 0;         // to the first key at or after `key`
  virtual void SeekForPrev(std::string_view key) = 0;  // to the last key at or before `key`
  virtual void Next() = 0;                             // Valid() must hold
  virtual void Prev() = 0;                             // Valid() must hold
  virtual bool Valid() const = 0;                      // false at either end, and after a failure
  virtual std::string_view key() const = 0;
  virtual std::string_view value() const = 0;
  virtual Status status() const = 0;  // why Valid() is false, where it is not for want of keys

  // Whether the cursor stands on a key that begins with `prefix`.
  bool At(std::string_view prefix) const { return Valid() && key().starts_with(prefix); }
};

// What can be read: a database, or a database with writes laid over it that are not committed yet.
// Thread-safety: const methods may run concurrently.
class StoreView {
 public:
  virtual ~StoreView() = default;

  // The value of a key, or nothing. Errors: kIo, kCorruption.
  virtual Result<std::optional<std::string>> Get(Family family, std::string_view key) const = 0;

  // A number that changes whenever what can be read changes; nothing where it changes all the time. As long
  // as it stays, a cursor sees what a new one would.
  virtual std::optional<uint64_t> version() const = 0;

  // A cursor over the keys that begin with `prefix`, standing nowhere yet. It sees the state of the moment
  // when it was made.
  virtual std::unique_ptr<Cursor> NewCursor(Family family, std::string_view prefix) const = 0;
  // A cursor over all keys of a family.
  std::unique_ptr<Cursor> NewCursor(Family family) const { return NewCursor(family, {}); }
  // The same for one way through the keys, in their order: what it reads is not kept for other cursors.
  virtual std::unique_ptr<Cursor> NewPassingCursor(Family family) const { return NewCursor(family, {}); }
  // The same through the keys that begin with `prefix`, one step after the other.
  virtual std::unique_ptr<Cursor> NewPassingCursor(Family family, std::string_view prefix) const {
    return NewCursor(family, prefix);
  }
};

}  // namespace muragat
