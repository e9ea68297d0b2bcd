#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/date.h"
#include "muragat/base/sha256.h"
#include "muragat/base/status.h"
#include "muragat/model/numbers.h"

namespace muragat {

// One atomic step of an import: the value of the family `log` (doc/format.md), canonical UTF-8 lines.
struct CommitRecord {
  CommitNumber sequence;
  Instant recorded;                      // never before the one of the commit before
  std::string author, program, message;  // one line each, may be empty
  uint64_t records = 0;                  // editions, removals and withdrawals that it brought
  // Of an archive that keeps a log (format 2): the root of the tree over all records that it brought:
  // editions, removals and withdrawals by place, then so many reforms by number, then so many links by
  // document and section. Absent in an archive of format 1.
  std::optional<Digest> root = std::nullopt;
  uint64_t reforms = 0, links = 0;  // only with a root

  friend bool operator==(const CommitRecord&, const CommitRecord&) = default;
};

// Control characters must not occur in the strings.
std::string EncodeCommit(const CommitRecord& commit);

// Errors: kCorruption: the bytes are no such record, or not what EncodeCommit would write.
Result<CommitRecord> DecodeCommit(std::string_view value);

}  // namespace muragat
