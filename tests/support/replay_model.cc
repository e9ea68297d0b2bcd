#include "tests/support/replay_model.h"

namespace muragat::support {

ReplayModel::Record* ReplayModel::FindStanding(const DocumentId& document, const ValidDate& valid,
                                               const std::string& reform) {
  Record* standing = nullptr;
  for (Record& record : records_[document.text()]) {
    if (record.valid == valid && record.reform == reform && !record.withdrawn) standing = &record;
  }
  return standing;
}

bool ReplayModel::Add(const State& state, CommitNumber commit) {
  std::optional<std::string> text;
  if (state.content) text = state.content->Text();
  if (!records_.contains(state.document.text())) documents_.push_back(state.document.text());
  auto& records = records_[state.document.text()];
  const Record* last = FindStanding(state.document, state.valid, state.reform);
  if (last != nullptr && last->run == run_ && last->text == text) return false;
  for (const Record& record : records) {
    const bool same = record.valid == state.valid && record.reform == state.reform && record.text == text;
    if (same && !record.withdrawn && record.run != run_) return false;
  }
  records.push_back({state.valid, commit, run_, state.reform, std::move(text), std::nullopt});
  return true;
}

bool ReplayModel::Withdraw(const DocumentId& document, const ValidDate& valid, const std::string& reform,
                           CommitNumber commit) {
  Record* standing = FindStanding(document, valid, reform);
  if (standing != nullptr) standing->withdrawn = commit;
  return standing != nullptr;
}

std::optional<std::string> ReplayModel::Ask(const std::string& document, Instant at,
                                            CommitNumber known_at) const {
  const auto records = records_.find(document);
  if (records == records_.end()) return std::nullopt;
  const Record* best = nullptr;
  for (const Record& record : records->second) {
    if (record.commit > known_at || record.valid.first > at) continue;
    if (record.withdrawn && *record.withdrawn <= known_at) continue;
    if (best == nullptr || record.valid >= best->valid) best = &record;
  }
  return best == nullptr ? std::nullopt : best->text;
}

}  // namespace muragat::support
