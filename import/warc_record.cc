#include "import/warc_record.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "muragat/text/ascii.h"
#include "muragat/text/character.h"

namespace muragat::import {
namespace {

constexpr size_t kBufferBytes = size_t{64} << 10;
constexpr size_t kMaxLineBytes = size_t{64} << 10;
constexpr size_t kMaxFields = 1'000;

}  // namespace

void HeaderFields::AddLine(std::string_view line) {
  if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
    if (!fields_.empty()) fields_.back().second.append(" ").append(TrimBlank(line));
    return;
  }
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || fields_.size() >= kMaxFields) return;
  fields_.emplace_back(LowerAscii(TrimBlank(line.substr(0, colon))), TrimBlank(line.substr(colon + 1)));
}

std::string_view HeaderFields::Find(std::string_view lower_name) const {
  for (const auto& [name, value] : fields_) {
    if (name == lower_name) return value;
  }
  return {};
}

WarcRecordReader::WarcRecordReader(ByteSource& source) : source_(source), buffer_(kBufferBytes) {}

Status WarcRecordReader::Fill() {
  MURAGAT_ASSIGN_OR_RETURN(end_, source_.Read(buffer_));
  begin_ = 0;
  at_end_ = end_ == 0;
  return Status::Ok();
}

// The next line without its end; false at the end of the stream. Of a long line the beginning.
Result<bool> WarcRecordReader::ReadLine(std::string& line) {
  line.clear();
  bool any = false;
  while (true) {
    if (begin_ == end_) MURAGAT_RETURN_IF_ERROR(Fill());
    if (at_end_) return any;
    any = true;
    const char* const from = buffer_.data() + begin_;
    const void* const feed = std::memchr(from, '\n', end_ - begin_);
    const size_t size = feed ? static_cast<size_t>(static_cast<const char*>(feed) - from) : end_ - begin_;
    line.append(from, std::min(size, kMaxLineBytes - std::min(line.size(), kMaxLineBytes)));
    begin_ += size + (feed ? 1 : 0);
    if (!feed) continue;
    if (line.ends_with('\r')) line.pop_back();
    return true;
  }
}

// What is left of a block.
Status WarcRecordReader::PassOver() {
  while (left_ > 0) {
    if (begin_ == end_) MURAGAT_RETURN_IF_ERROR(Fill());
    if (at_end_) return Status::Corruption("the file ends within a record");
    const size_t size = static_cast<size_t>(std::min<uint64_t>(left_, end_ - begin_));
    begin_ += size;
    left_ -= size;
  }
  return Status::Ok();
}

// Reads up to the line that begins the next record, or the stream's end. What else stands there is an error,
// but what comes after it is then passed over.
Status WarcRecordReader::FindNextRecord() {
  while (!held_) {
    MURAGAT_ASSIGN_OR_RETURN(const bool found, ReadLine(line_));
    if (!found) return Status::Ok();
    held_ = line_.starts_with("WARC/");
    if (held_ || line_.empty() || lost_) continue;
    lost_ = true;
    return Status::InvalidArgument("where record " + std::to_string(number_ + 1) +
                                   " should begin stands something else");
  }
  lost_ = false;
  return Status::Ok();
}

Result<bool> WarcRecordReader::ReadHead(WarcRecord& record) {
  MURAGAT_RETURN_IF_ERROR(PassOver());
  MURAGAT_RETURN_IF_ERROR(FindNextRecord());
  if (!held_) return false;
  held_ = false;
  record.number = ++number_;
  record.fields.Clear();
  record.block.clear();
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(const bool found, ReadLine(line_));
    if (!found) return Status::Corruption("the file ends within a record's head");
    if (line_.empty()) break;
    record.fields.AddLine(line_);
  }
  const std::string_view length = record.fields.Find("content-length");
  const auto parsed = std::from_chars(length.data(), length.data() + length.size(), left_);
  if (parsed.ec == std::errc() && parsed.ptr == length.data() + length.size()) return true;
  left_ = 0;
  lost_ = true;
  return Status::InvalidArgument("record " + std::to_string(number_) + " does not say how long it is");
}

Status WarcRecordReader::ReadBlock(WarcRecord& record, size_t max_bytes) {
  if (left_ > max_bytes) {
    return Status::InvalidArgument("it has " + std::to_string(left_) + " bytes; at most " +
                                   std::to_string(max_bytes) + " are read");
  }
  while (left_ > 0) {
    if (begin_ == end_) MURAGAT_RETURN_IF_ERROR(Fill());
    if (at_end_) return Status::Corruption("the file ends within a record");
    const size_t size = static_cast<size_t>(std::min<uint64_t>(left_, end_ - begin_));
    record.block.append(buffer_.data() + begin_, size);
    begin_ += size;
    left_ -= size;
  }
  return Status::Ok();
}

}  // namespace muragat::import
