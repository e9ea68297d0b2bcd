#include "bench/search/fts5_table.h"

#include <sqlite3.h>

namespace muragat::bench {
namespace {

// --- the tokenizer

int CreateTokenizer(void*, const char**, int, Fts5Tokenizer** tokenizer) {
  static int nothing = 0;
  *tokenizer = reinterpret_cast<Fts5Tokenizer*>(&nothing);  // it has no state, but must not be null
  return SQLITE_OK;
}
void DeleteTokenizer(Fts5Tokenizer*) {}

using TakeToken = int (*)(void*, int, const char*, int, int, int);
int Tokenize(Fts5Tokenizer*, void* context, int, const char* text, int size, TakeToken take) {
  for (int at = 0; at < size;) {
    int end = at;
    while (end < size && text[end] != ' ') ++end;
    if (end > at) {
      if (const int code = take(context, 0, text + at, end - at, at, end); code != SQLITE_OK) return code;
    }
    at = end + 1;
  }
  return SQLITE_OK;
}

bool AddTokenizer(sqlite3* database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK) return false;
  sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  if (api == nullptr) return false;
  fts5_tokenizer tokenizer{CreateTokenizer, DeleteTokenizer, Tokenize};
  return api->xCreateTokenizer(api, "spaces", nullptr, &tokenizer, nullptr) == SQLITE_OK;
}

Status Failure(sqlite3* database) { return Status::Io(std::string("SQLite: ") + sqlite3_errmsg(database)); }

}  // namespace

Result<std::unique_ptr<Fts5Table>> Fts5Table::Create(const std::string& path) {
  sqlite3* database = nullptr;
  const int code = sqlite3_open(path.c_str(), &database);
  std::unique_ptr<Fts5Table> table(new Fts5Table(database));
  if (code != SQLITE_OK) return Failure(database);
  if (!AddTokenizer(database)) return Status::Io("this SQLite has no FTS5");
  MURAGAT_RETURN_IF_ERROR(table->Run("PRAGMA journal_mode=OFF"));
  MURAGAT_RETURN_IF_ERROR(table->Run("PRAGMA synchronous=OFF"));
  MURAGAT_RETURN_IF_ERROR(
      table->Run("CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize='spaces')"));
  MURAGAT_RETURN_IF_ERROR(table->Run("BEGIN"));
  MURAGAT_ASSIGN_OR_RETURN(table->add_, table->Prepare("INSERT INTO texts(words) VALUES(?1)"));
  return table;
}

Fts5Table::~Fts5Table() {
  for (sqlite3_stmt* statement : {add_, best_, count_}) sqlite3_finalize(statement);
  sqlite3_close(database_);
}

Status Fts5Table::Run(const char* sql) {
  return sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK ? Status::Ok()
                                                                              : Failure(database_);
}

Result<sqlite3_stmt*> Fts5Table::Prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
    return Failure(database_);
  return statement;
}

Status Fts5Table::Add(std::string_view words) {
  sqlite3_bind_text(add_, 1, words.data(), static_cast<int>(words.size()), SQLITE_STATIC);
  const int code = sqlite3_step(add_);
  sqlite3_reset(add_);
  return code == SQLITE_DONE ? Status::Ok() : Failure(database_);
}

Status Fts5Table::Finish() {
  MURAGAT_RETURN_IF_ERROR(Run("COMMIT"));
  MURAGAT_RETURN_IF_ERROR(Run("INSERT INTO texts(texts) VALUES('optimize')"));
  MURAGAT_ASSIGN_OR_RETURN(best_,
                           Prepare("SELECT rowid FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT 10"));
  MURAGAT_ASSIGN_OR_RETURN(count_, Prepare("SELECT count(*) FROM texts WHERE texts MATCH ?1"));
  return Status::Ok();
}

Result<std::vector<int64_t>> Fts5Table::FindBest(const std::string& question) {
  sqlite3_bind_text(best_, 1, question.data(), static_cast<int>(question.size()), SQLITE_STATIC);
  std::vector<int64_t> rows;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(best_)) == SQLITE_ROW) rows.push_back(sqlite3_column_int64(best_, 0));
  sqlite3_reset(best_);
  if (code != SQLITE_DONE) return Failure(database_);
  return rows;
}

Result<uint64_t> Fts5Table::Count(const std::string& question) {
  sqlite3_bind_text(count_, 1, question.data(), static_cast<int>(question.size()), SQLITE_STATIC);
  const int code = sqlite3_step(count_);
  const auto count = static_cast<uint64_t>(sqlite3_column_int64(count_, 0));
  sqlite3_reset(count_);
  if (code != SQLITE_ROW) return Failure(database_);
  return count;
}

}  // namespace muragat::bench
