#include "muragat/store/commit_records.h"

#include <algorithm>
#include <span>

#include "muragat/proof/tree_hash.h"

namespace muragat {

void CommitRecords::AddEdition(const RecordPlace& place, const Digest& leaf) {
  editions_.push_back(leaf);
  places_.push_back(place);
}

void CommitRecords::AddLink(DocumentNumber document, SectionNumber section, const Digest& leaf) {
  links_.push_back({{document, section}, leaf});
}

void CommitRecords::Mark() {
  marked_editions_ = editions_.size();
  marked_reforms_ = reforms_.size();
  marked_links_ = links_.size();
}

void CommitRecords::DropMarked() {
  editions_.resize(marked_editions_);
  places_.resize(marked_editions_);
  reforms_.resize(marked_reforms_);
  links_.resize(marked_links_);
}

std::vector<std::vector<Digest>> NodesAboveGroups(const std::vector<Digest>& leaves) {
  std::vector<std::vector<Digest>> levels;
  if (leaves.size() <= kRecordGroup) return levels;
  levels.emplace_back();
  for (size_t begin = 0; begin < leaves.size(); begin += kRecordGroup) {
    TreeBuilder group;
    for (const Digest& leaf :
         std::span(leaves).subspan(begin, std::min<size_t>(kRecordGroup, leaves.size() - begin))) {
      group.Append(leaf);
    }
    levels.back().push_back(group.Root());
  }
  while (levels.back().size() > 2) {
    const std::vector<Digest>& below = levels.back();
    std::vector<Digest> above;
    for (size_t i = 0; i < below.size(); i += 2)
      above.push_back(i + 1 < below.size() ? HashNode(below[i], below[i + 1]) : below[i]);
    levels.push_back(std::move(above));
  }
  return levels;
}

CommitRecords::Summary CommitRecords::Finish(CommitNumber commit, uint32_t first_reform,
                                             Database::Batch& batch) {
  std::stable_sort(links_.begin(), links_.end(), [](const Link& a, const Link& b) { return a.key < b.key; });
  FurtherRecords further;
  std::vector<Digest> leaves = std::move(editions_);
  leaves.insert(leaves.end(), reforms_.begin(), reforms_.end());
  for (size_t i = 0; i < links_.size(); ++i) {
    if (i + 1 < links_.size() && links_[i + 1].key == links_[i].key) continue;
    further.links.push_back(links_[i].key);
    leaves.push_back(links_[i].leaf);
  }
  Summary summary{.root = {}, .reforms = reforms_.size(), .links = further.links.size()};
  if (summary.reforms > 0) further.first_reform = first_reform;
  if (summary.reforms + summary.links > 0)
    batch.Put(Family::kDerived, FurtherRecordsKey(commit), EncodeFurtherRecords(further));
  for (size_t begin = 0; begin < places_.size(); begin += kRecordGroup) {
    const auto first = places_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto size = static_cast<std::ptrdiff_t>(std::min<size_t>(kRecordGroup, places_.size() - begin));
    batch.Put(Family::kDerived, RecordPlacesKey(commit, begin / kRecordGroup),
              EncodeRecordPlaces({first, first + size}));
  }
  const auto levels = NodesAboveGroups(leaves);
  for (size_t i = 0; i < levels.size(); ++i) {
    std::string value;
    for (const Digest& node : levels[i]) value.append(BytesOf(node));
    batch.Put(Family::kLog, RecordNodesKey(commit, kRecordGroupLevel + static_cast<int>(i)), value);
  }
  summary.root = levels.empty() ? RootOf(leaves) : RootOf(levels.back());
  editions_.clear();
  places_.clear();
  reforms_.clear();
  links_.clear();
  Mark();
  return summary;
}

Result<TreePath> ReadRecordPath(const StoreView& view, CommitNumber commit, uint64_t index, uint64_t count,
                                const std::vector<Digest>& group) {
  MURAGAT_ASSIGN_OR_RETURN(TreePath path,
                           ReadInclusionPath(NodesOf(group), index % kRecordGroup, group.size()));
  uint64_t at = index / kRecordGroup, nodes = (count + kRecordGroup - 1) / kRecordGroup;
  for (int level = kRecordGroupLevel; nodes > 1; ++level, at /= 2, nodes = (nodes + 1) / 2) {
    const uint64_t sibling = at ^ 1;
    if (sibling >= nodes) continue;
    MURAGAT_ASSIGN_OR_RETURN(const auto value, view.Get(Family::kLog, RecordNodesKey(commit, level)));
    if (!value || value->size() != nodes * sizeof(Digest)) {
      return Status::Corruption("the nodes of level " + std::to_string(level) + " of commit " +
                                std::to_string(commit.value) + " are missing or damaged");
    }
    path.push_back(*ToDigest(std::string_view(*value).substr(sibling * sizeof(Digest), sizeof(Digest))));
  }
  return path;
}

}  // namespace muragat
