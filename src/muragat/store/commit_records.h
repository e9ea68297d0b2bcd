#pragma once

#include <cstdint>
#include <vector>

#include "muragat/base/sha256.h"
#include "muragat/codec/log_keys.h"
#include "muragat/proof/tree_path.h"
#include "muragat/store/database.h"

namespace muragat {

// The hashes of all records that a commit is going to bring. Thread-safety: one thread.
class CommitRecords {
 public:
  // The next edition, removal or withdrawal.
  void AddEdition(const RecordPlace& place, const Digest& leaf);
  // The next reform.
  void AddReform(const Digest& leaf) { reforms_.push_back(leaf); }
  // A later link of a section takes the place of an earlier one.
  void AddLink(DocumentNumber document, SectionNumber section, const Digest& leaf);

  // Remembers what was added so far, and forgets everything added since.
  void Mark();
  void DropMarked();

  struct Summary {
    Digest root;
    uint64_t reforms = 0, links = 0;
  };
  // Puts into the batch what proofs need of a commit, and begins anew. `first_reform`: the number of the
  // first reform that it brought. Cost: a hash a record.
  Summary Finish(CommitNumber commit, uint32_t first_reform, Database::Batch& batch);

 private:
  struct Link {
    FurtherRecords::Link key;
    Digest leaf;
  };
  std::vector<Digest> editions_, reforms_;
  std::vector<RecordPlace> places_;
  std::vector<Link> links_;
  size_t marked_editions_ = 0, marked_reforms_ = 0, marked_links_ = 0;
};

// The path of record `index` in the tree over all `count` records of a commit. `group` are the leaves of its
// group. Errors: kCorruption: a stored node is missing; else as the view.
Result<TreePath> ReadRecordPath(const StoreView& view, CommitNumber commit, uint64_t index, uint64_t count,
                                const std::vector<Digest>& group);

// The nodes above groups of leaves, level by level from kRecordGroupLevel up, without the root; a last node
// without a neighbour is taken up as it is.
std::vector<std::vector<Digest>> NodesAboveGroups(const std::vector<Digest>& leaves);

}  // namespace muragat
