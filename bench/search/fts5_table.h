#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"

struct sqlite3;
struct sqlite3_stmt;

namespace muragat::bench {

// A table of SQLite's FTS5 over texts that are cut into words already: its tokenizer parts them at spaces and
// changes nothing. The texts themselves are not kept. Thread-safety: one thread.
class Fts5Table {
 public:
  // In the file `path`, which must not be there. Errors: kIo: what SQLite says.
  static Result<std::unique_ptr<Fts5Table>> Create(const std::string& path);
  ~Fts5Table();

  // Adds a text: words with a space between them.
  Status Add(std::string_view words);
  // Ends the adding: merges the index into one segment.
  Status Finish();

  // What MATCH makes of `question`; the best ten in one statement, the count in another.
  Result<std::vector<int64_t>> FindBest(const std::string& question);
  Result<uint64_t> Count(const std::string& question);

 private:
  explicit Fts5Table(sqlite3* database) : database_(database) {}
  Status Run(const char* sql);
  Result<sqlite3_stmt*> Prepare(const char* sql);

  sqlite3* database_;
  sqlite3_stmt* add_ = nullptr;
  sqlite3_stmt* best_ = nullptr;
  sqlite3_stmt* count_ = nullptr;
};

}  // namespace muragat::bench
