#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muragat/base/compressed_stream.h"
#include "muragat/base/status.h"

namespace muragat::import {

// Lines `Name: value` of a record or a response, in order; continued lines are put together.
class HeaderFields {
 public:
  // Adds a line without its line end; one that is no field is left out.
  void AddLine(std::string_view line);
  // The value of the first field of that name, in any case; empty where there is none.
  std::string_view Find(std::string_view lower_name) const;
  void Clear() { fields_.clear(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;  // names in lower case
};

// A record of a WARC file: its head and, where it was asked for, its block.
struct WarcRecord {
  uint64_t number = 0;  // 1 …
  HeaderFields fields;
  std::string block;
};

// Takes WARC 1.0 and 1.1 (ISO 28500) apart, and what drafts before them wrote, plain bytes (see Unpack).
// Where a record makes no sense, it goes on at the next line that begins with "WARC/". Memory: one block at
// most. Thread-safety: one thread.
class WarcRecordReader {
 public:
  // `source` must outlive the reader.
  explicit WarcRecordReader(ByteSource& source);

  // The head of the next record; false at the end of the stream. What is left of the last one is passed over.
  // Errors: kInvalidArgument: the record makes no sense; the next call goes on behind it; kIo; kCorruption.
  Result<bool> ReadHead(WarcRecord& record);
  // The record's block. Errors: kInvalidArgument: longer than `max_bytes`; kCorruption: the stream ends in
  // it.
  Status ReadBlock(WarcRecord& record, size_t max_bytes);

 private:
  Status Fill();
  Result<bool> ReadLine(std::string& line);
  Status PassOver();
  Status FindNextRecord();

  ByteSource& source_;
  std::vector<char> buffer_;
  size_t begin_ = 0, end_ = 0;
  bool at_end_ = false;
  bool held_ = false;  // `line_` is the first of the next record
  bool lost_ = false;  // where the next record begins is not known
  std::string line_;
  uint64_t number_ = 0;
  uint64_t left_ = 0;  // bytes of the block
};

}  // namespace muragat::import
