#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/model/numbers.h"

namespace muragat {

// The keys and values with which an archive finds its way in its log (doc/format.md). Pure functions,
// thread-safe. Decoders return nothing where the bytes make no sense.

// `log`: a complete node of the tree over all commit records. Value: its hash.
std::string LogNodeKey(int level, uint64_t index);
// `log`: all nodes of one level of the tree over a commit's records. Value: their hashes, put end to end.
std::string RecordNodesKey(CommitNumber commit, int level);

// So many records of a commit stand together; the nodes over them, of level kRecordGroupLevel, and those
// above are stored.
constexpr int kRecordGroupLevel = 6;
constexpr uint64_t kRecordGroup = uint64_t{1} << kRecordGroupLevel;

// Which edition, removal or withdrawal one record of a commit is.
struct RecordPlace {
  DocumentNumber document;
  ValidDate valid;
  friend bool operator==(const RecordPlace&, const RecordPlace&) = default;
};
// `derived`: those of one group of a commit, in the order of their places.
std::string RecordPlacesKey(CommitNumber commit, uint64_t group);
std::string EncodeRecordPlaces(const std::vector<RecordPlace>& places);
std::optional<std::vector<RecordPlace>> DecodeRecordPlaces(std::string_view value);

// `derived`: what a commit brought beside them; only where it is anything.
struct FurtherRecords {
  uint32_t first_reform = 0;  // the number of the first reform that it brought
  struct Link {
    DocumentNumber document;
    SectionNumber section;
    friend auto operator<=>(const Link&, const Link&) = default;
  };
  std::vector<Link> links;
  friend bool operator==(const FurtherRecords&, const FurtherRecords&) = default;
};
std::string FurtherRecordsKey(CommitNumber commit);
std::string EncodeFurtherRecords(const FurtherRecords& further);
std::optional<FurtherRecords> DecodeFurtherRecords(std::string_view value);

}  // namespace muragat
