#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muragat/codec/alias_record.h"
#include "muragat/codec/commit_record.h"
#include "muragat/codec/edition_record.h"
#include "muragat/codec/keys.h"
#include "muragat/codec/log_keys.h"
#include "muragat/model/reform.h"
#include "muragat/proof/edition_statement.h"
#include "muragat/proof/tree_builder.h"
#include "muragat/store/log_head.h"
#include "muragat/store/verify.h"

namespace muragat {

// The part of a check that compares the hashes of what an archive holds with its log. It is given everything
// once, in the order of the records. Thread-safety: one thread.
class LogChecker {
 public:
  using Report = std::function<void(Finding)>;
  // `report` must outlive it.
  LogChecker(const Database& database, const Report& report) : database_(database), report_(report) {}

  // The next commit record, as it is stored. Compares the nodes of the log that it completes.
  void AddCommit(CommitNumber commit, const CommitRecord& record, std::string_view bytes);
  // The numbers of the commits have a gap: there is no log to compare with.
  void Break() { broken_ = true; }

  void AddReform(ReformNumber reform, const Reform& record);
  // `document`: its id; empty where it cannot be told. Links must come in the order of their keys.
  void AddLink(const std::string& document, const Alias& alias);
  void AddWithdrawal(const EditionKey& key, const std::string& document, const Withdrawal& withdrawal);
  // An edition or a removal, and what it says.
  void AddEdition(const Edition& edition, const EditionStatement& statement);
  // What one of a commit's records is cannot be told, which was reported.
  void Spoil(CommitNumber commit) { spoilt_.insert(commit); }

  // Compares each commit's records with its root, and with what was stored to find them.
  void CheckRecords();
  // Compares the log with the archive's checkpoint, and with an older head.
  void CheckHead(const LogHead& head);
  void CheckAgainst(const TreeHead& older);

  uint64_t records() const { return compared_; }  // that were compared with a root

 private:
  struct BroughtEdition {
    uint32_t place;
    RecordPlace stands;
    Digest leaf;
  };
  struct Brought {
    std::vector<BroughtEdition> editions;  // in the order in which they came; by place once it is checked
    CommitRecord record;
  };
  static void SortByPlace(std::vector<BroughtEdition>& editions);
  void AddRecord(const RecordedPlace& recorded, const RecordPlace& place, const Digest& leaf);
  void CheckCommit(CommitNumber commit, Brought& brought, uint32_t first_reform);
  void CheckPlaces(CommitNumber commit, const Brought& brought);
  void Find(const char* code, std::optional<CommitNumber> commit, const std::string& message);
  std::optional<Digest> RootAt(uint64_t size) const;

  const Database& database_;
  const Report& report_;
  bool broken_ = false;
  TreeBuilder log_;
  std::map<ReformNumber, Digest> reforms_;
  std::map<CommitNumber, std::vector<Digest>> links_;
  std::map<CommitNumber, Brought> commits_;
  std::set<CommitNumber> spoilt_;
  uint64_t compared_ = 0;
};

}  // namespace muragat
