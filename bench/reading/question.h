#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/base/status.h"

namespace muragat::bench {

// "What did this document say on that day?", asked of an archive and of a git repository, with what the
// answer must be.
struct Question {
  std::string document;
  Instant at;             // valid time, inclusive
  std::string commit;     // 40 hex digits: the commit whose tree holds the document as it stood then, or "-"
  uint64_t size_bytes{};  // of the answer
  std::string sha256;     // 32 bytes: of the answer
};

// Reads a file of lines `document TAB date TAB commit TAB bytes TAB sha256 in hex`. A date means its last
// second. Errors: kIo: the file cannot be read; kInvalidArgument: a line is no question (with its number), or
// there is none.
Result<std::vector<Question>> ReadQuestions(const std::string& path);

// The address of `document` for `muragat cat --batch`: # and % of the id are written %23 and %25.
std::string AddressOf(const std::string& document);

}  // namespace muragat::bench
