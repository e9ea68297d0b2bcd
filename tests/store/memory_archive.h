#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "muragat/store/database.h"
#include "muragat/store/reader.h"
#include "muragat/store/verify.h"
#include "muragat/store/writer.h"
#include "tests/support/still_clock.h"

namespace muragat {

// An archive in memory with a clock that stands still, and the questions that tests ask of it. What fails
// fails the test, too.
class MemoryArchive {
 public:
  MemoryArchive();

  Database& database() { return *database_; }
  const Reader& reader() const { return *reader_; }
  support::StillClock& clock() { return clock_; }

  // Records the states in one commit, by a writer of its own.
  CommitNumber Import(const std::vector<State>& states, const WriterOptions& options = {});
  // Records the states of a corpus's documents that `takes` names. Returns their ids.
  std::set<std::string> ImportCorpus(const std::string& path,
                                     const std::function<bool(const std::string& id)>& takes);
  // Withdraws what stands of `document` at `date`, in a commit of its own.
  CommitNumber Withdraw(const std::string& document, const std::string& date,
                        const std::optional<std::string>& reform = std::nullopt);

  DocumentNumber NumberOf(const std::string& document) const;
  // The text at an instant; nothing where there is none, or it was removed.
  std::optional<std::string> TextAt(const std::string& document, Instant at,
                                    CommitNumber known_at = kLatestCommit) const;
  // The same at the last instant of a date.
  std::optional<std::string> TextOn(const std::string& document, const std::string& date,
                                    CommitNumber known_at = kLatestCommit) const;
  std::vector<HistoryEntry> History(const std::string& document, CommitNumber known_at = kLatestCommit) const;
  // The lineages of the sections on a date, in reading order.
  std::vector<uint32_t> LineagesOn(const std::string& document, const std::string& date,
                                   CommitNumber known_at = kLatestCommit) const;

  // Everything that is stored.
  std::map<std::pair<Family, std::string>, std::string> Dump() const;
  // The codes that Verify finds, in its order.
  std::vector<std::string> Codes(bool quick = false) const;

  // Writes past every rule, to do damage.
  void Put(Family family, const std::string& key, const std::string& value);
  // A copy of this archive without one key.
  std::unique_ptr<MemoryArchive> Without(Family family, const std::string& key) const;

 private:
  std::optional<std::string> ReadTextAt(DocumentNumber document, Instant at, CommitNumber known_at) const;

  std::unique_ptr<Database> database_;
  std::unique_ptr<Reader> reader_;
  support::StillClock clock_;
};

}  // namespace muragat
