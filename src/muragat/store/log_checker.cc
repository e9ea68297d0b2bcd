#include "muragat/store/log_checker.h"

#include <algorithm>

#include "muragat/proof/brought_records.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/commit_log.h"
#include "muragat/store/commit_records.h"

namespace muragat {

void LogChecker::Find(const char* code, std::optional<CommitNumber> commit, const std::string& message) {
  report_({.code = code, .document = {}, .section = {}, .commit = commit, .message = message});
}

void LogChecker::AddCommit(CommitNumber commit, const CommitRecord& record, std::string_view bytes) {
  commits_[commit].record = record;
  if (broken_) return;
  log_.Append(HashLeaf(bytes), [&](const TreeNode& node, const Digest& hash) {
    if (node.level < CommitLog::kStoredLogLevel) return;
    const auto stored = database_.Get(Family::kLog, LogNodeKey(node.level, node.index));
    if (stored.ok() && *stored && **stored == BytesOf(hash)) return;
    Find("V014", commit,
         "a node of the log over the commits up to " + std::to_string(commit.value) +
             " is missing, or not that of their records");
  });
}

void LogChecker::AddRecord(const RecordedPlace& recorded, const RecordPlace& place, const Digest& leaf) {
  commits_[recorded.commit].editions.push_back({recorded.place, place, leaf});
}

// Of several at one place, the last one counts.
void LogChecker::SortByPlace(std::vector<BroughtEdition>& editions) {
  std::stable_sort(editions.begin(), editions.end(),
                   [](const BroughtEdition& a, const BroughtEdition& b) { return a.place < b.place; });
  const auto first =
      std::unique(editions.rbegin(), editions.rend(),
                  [](const BroughtEdition& a, const BroughtEdition& b) { return a.place == b.place; });
  editions.erase(editions.begin(), first.base());
}

void LogChecker::AddReform(ReformNumber reform, const Reform& record) {
  reforms_[reform] = HashLeaf(EncodeReformRecord(record));
}

void LogChecker::AddLink(const std::string& document, const Alias& alias) {
  if (document.empty()) Spoil(alias.commit);
  links_[alias.commit].push_back(HashLeaf(EncodeLinkRecord({.document = document,
                                                            .section = alias.section,
                                                            .target = alias.target,
                                                            .from = alias.from,
                                                            .by_archivist = alias.by_archivist,
                                                            .author = alias.author,
                                                            .because = alias.because})));
}

void LogChecker::AddWithdrawal(const EditionKey& key, const std::string& document,
                               const Withdrawal& withdrawal) {
  if (document.empty()) Spoil(key.recorded.commit);
  AddRecord(key.recorded, {key.document, key.valid},
            HashLeaf(EncodeWithdrawalRecord(document, key.valid, withdrawal.target, withdrawal.author,
                                            withdrawal.because)));
}

void LogChecker::AddEdition(const Edition& edition, const EditionStatement& statement) {
  AddRecord(edition.recorded, {edition.document, edition.valid}, HashLeaf(EncodeStatement(statement)));
}

void LogChecker::CheckRecords() {
  uint32_t first_reform = 1;
  for (auto& [commit, brought] : commits_) {
    CheckCommit(commit, brought, first_reform);
    first_reform += static_cast<uint32_t>(brought.record.reforms);
  }
}

void LogChecker::CheckCommit(CommitNumber commit, Brought& brought, uint32_t first_reform) {
  const CommitRecord& record = brought.record;
  SortByPlace(brought.editions);
  // What is missing altogether was reported where it was missed.
  if (!record.root || spoilt_.contains(commit) || brought.editions.size() != record.records) return;
  std::vector<Digest> leaves;
  for (const BroughtEdition& edition : brought.editions) leaves.push_back(edition.leaf);
  for (uint64_t i = 0; i < record.reforms; ++i) {
    const auto reform = reforms_.find({first_reform + static_cast<uint32_t>(i)});
    if (reform != reforms_.end()) leaves.push_back(reform->second);
  }
  if (const auto links = links_.find(commit); links != links_.end())
    leaves.insert(leaves.end(), links->second.begin(), links->second.end());
  compared_ += leaves.size();
  if (RootOf(leaves) != *record.root) {
    Find(
        "V013", commit,
        "the records of commit " + std::to_string(commit.value) + " are not those that its root was made of");
    return;
  }
  CheckPlaces(commit, brought);
  const auto levels = NodesAboveGroups(leaves);
  for (size_t i = 0; i < levels.size(); ++i) {
    std::string expected;
    for (const Digest& node : levels[i]) expected.append(BytesOf(node));
    const auto stored =
        database_.Get(Family::kLog, RecordNodesKey(commit, kRecordGroupLevel + static_cast<int>(i)));
    if (stored.ok() && *stored == expected) continue;
    Find("V014", commit,
         "nodes over the records of commit " + std::to_string(commit.value) +
             " are missing, or not those of its records");
  }
}

void LogChecker::CheckPlaces(CommitNumber commit, const Brought& brought) {
  std::vector<RecordPlace> group;
  uint64_t number = 0;
  bool complete = true;
  const auto compare = [&] {
    const auto stored = database_.Get(Family::kDerived, RecordPlacesKey(commit, number++));
    complete = complete && stored.ok() && *stored == EncodeRecordPlaces(group);
    group.clear();
  };
  for (const BroughtEdition& edition : brought.editions) {
    group.push_back(edition.stands);
    if (group.size() == kRecordGroup) compare();
  }
  if (!group.empty()) compare();
  if (complete) return;
  Find("V011", commit, "where the records of commit " + std::to_string(commit.value) + " stand is missing");
}

std::optional<Digest> LogChecker::RootAt(uint64_t size) const {
  if (size == log_.size()) return log_.Root();
  const auto root = CommitLog(database_).ReadRoot(size);
  return root.ok() ? std::optional(*root) : std::nullopt;
}

void LogChecker::CheckHead(const LogHead& head) {
  if (!head.checkpoint()) return Find("V015", {}, "the file checkpoint is missing");
  const auto stored = ParseStoredHead(*head.checkpoint());
  if (!stored.ok()) return Find("V015", {}, stored.status().message());
  if (head.verifier_key()) {
    const std::string& line = *head.verifier_key();
    const auto key = VerifierKey::Parse(std::string_view(line).substr(0, line.size() - 1));
    if (!line.ends_with('\n') || !key.ok()) {
      Find("V015", {}, "the file vkey is damaged");
    } else if (stored->note && !VerifyNote(*stored->note, *key)) {
      Find("V015", {}, "the checkpoint is not signed by the key that the file vkey names");
    }
  } else if (stored->note) {
    Find("V015", {}, "the file vkey is missing, and the checkpoint is signed");
  }
  if (broken_) return;
  if (stored->head.size > log_.size()) {
    const uint64_t lost = stored->head.size - log_.size();
    return Find("V016", {}, "the archive has lost " + std::to_string(lost) + " acknowledged commits");
  }
  if (RootAt(stored->head.size) != stored->head.root) {
    Find("V017", {},
         "history rewritten: the log of " + std::to_string(stored->head.size) +
             " commits is not the one that the checkpoint is of");
  }
}

void LogChecker::CheckAgainst(const TreeHead& older) {
  if (broken_) return;
  const std::string name = "the older checkpoint of " + std::to_string(older.size) + " commits";
  if (older.size > log_.size()) {
    return Find("V018", {}, "the log has " + std::to_string(log_.size()) + " commits, less than " + name);
  }
  const CommitLog log(database_);
  const auto path =
      ReadConsistencyPath([&](const TreeNode& node) { return log.ReadNode(node); }, older.size, log_.size());
  if (path.ok() && VerifyConsistency(older.size, log_.size(), *path, older.root, log_.Root())) return;
  Find("V018", {}, "the log does not go on from " + name + ": history was rewritten");
}

}  // namespace muragat
