#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/base/status.h"
#include "muragat/model/numbers.h"

namespace muragat::tools {

// What a standing question was answered with: that a phrase came or went.
struct WatchEvent {
  bool came = true;
  ValidDate date;
  std::string document;   // id
  SectionNumber section;  // the lineage
  friend auto operator<=>(const WatchEvent&, const WatchEvent&) = default;
};

// A standing question.
struct Watch {
  std::string query;   // a phrase, as ParsePhrase reads it
  std::string glob;    // of documents' ids; empty: all
  CommitNumber since;  // what was known at this commit is not new
  std::set<WatchEvent> given;
};

// The standing questions of an archive, in the file `WATCHES` of its directory (doc/format.md), which only
// grows. One process at a time has it open for writing. Thread-safety: one thread.
class WatchFile {
 public:
  enum class Access { kRead, kWrite };

  // Reads the file in the archive's directory; a missing one is empty, and is made by the first Append.
  // What a killed writer left behind the last line end is passed over. Errors: kBusy: another process is
  // writing it; kCorruption: it is damaged (the line is named); kUnsupported: it was written by a newer
  // program; kIo.
  static Result<WatchFile> Open(const std::string& archive, Access access);
  WatchFile(WatchFile&& other) noexcept;
  WatchFile& operator=(WatchFile&&) = delete;
  ~WatchFile();

  const std::map<uint32_t, Watch>& watches() const { return watches_; }  // by number, from 1 on
  uint32_t next_number() const { return last_number_ + 1; }              // no number is given twice

  // Each is on the disk when it returns. Errors: kIo: nothing counts as done.
  Status Add(const Watch& watch);
  Status Remove(uint32_t number);
  Status MarkGiven(uint32_t number, const std::vector<WatchEvent>& events);

 private:
  explicit WatchFile(std::string path) : path_(std::move(path)) {}
  Status Load(Access access);
  Status TakeLines(const std::string& text);
  bool TakeLine(const std::vector<std::string>& fields);
  Status Append(const std::string& lines);

  std::string path_;
  int file_ = -1;     // open for writing and locked, or -1
  size_t whole_ = 0;  // bytes up to behind the last line end
  uint32_t last_number_ = 0;
  std::map<uint32_t, Watch> watches_;
};

}  // namespace muragat::tools
