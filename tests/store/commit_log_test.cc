#include "muragat/store/commit_log.h"

#include <gtest/gtest.h>

#include "muragat/codec/keys.h"
#include "muragat/codec/log_keys.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/commit_records.h"
#include "tests/store/memory_archive.h"

namespace muragat {
namespace {

// A log of so many records, and the hashes of all.
std::vector<Digest> Fill(Database& database, uint32_t commits) {
  std::vector<Digest> leaves;
  TreeBuilder log;
  for (uint32_t commit = 1; commit <= commits; ++commit) {
    const std::string record = "record " + std::to_string(commit);
    const auto batch = database.NewBatch();
    batch->Put(Family::kLog, CommitKey({commit}), record);
    AppendCommit(record, log, *batch);
    EXPECT_TRUE(batch->Commit().ok());
    leaves.push_back(HashLeaf(record));
  }
  return leaves;
}

TEST(CommitLog, GivesTheRootOfEverySize) {
  const auto database = Database::OpenInMemory().value();
  const auto leaves = Fill(*database, 37);
  const CommitLog log(*database);
  for (size_t size = 0; size <= leaves.size(); ++size) {
    const Digest root = RootOf({leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(size)});
    EXPECT_EQ(log.ReadRoot(size).value(), root) << size;
    EXPECT_TRUE(log.Extends({"o", size, root}).value());
    EXPECT_FALSE(log.Extends({"o", size, HashLeaf("other")}).value());
  }
}

TEST(CommitLog, ProvesEveryCommit) {
  const auto database = Database::OpenInMemory().value();
  const auto leaves = Fill(*database, 37);
  const CommitLog log(*database);
  for (uint32_t commit = 1; commit <= 37; ++commit) {
    const TreePath path = log.ReadPath({commit}, 37).value();
    EXPECT_TRUE(VerifyInclusion(leaves[commit - 1], commit - 1, 37, path, RootOf(leaves))) << commit;
  }
  EXPECT_EQ(log.ReadPath({38}, 37).status().code(), StatusCode::kInvalidArgument);
}

TEST(CommitLog, StoresOneNodeForEightCommits) {
  const auto database = Database::OpenInMemory().value();
  Fill(*database, 16);
  size_t nodes = 0;
  const auto cursor = database->NewCursor(Family::kLog, "t");
  for (cursor->Seek("t"); cursor->At("t"); cursor->Next()) ++nodes;
  EXPECT_EQ(nodes, 3u) << "two over eight, one over both";
}

TEST(CommitLog, SaysWhatIsMissing) {
  MemoryArchive archive;
  Fill(archive.database(), 9);
  const auto without_node = archive.Without(Family::kLog, LogNodeKey(3, 0));
  EXPECT_EQ(CommitLog(without_node->database()).ReadRoot(9).status().code(), StatusCode::kCorruption);
  const auto without_commit = archive.Without(Family::kLog, CommitKey({9}));
  EXPECT_EQ(CommitLog(without_commit->database()).ReadRoot(9).status().code(), StatusCode::kCorruption);
  EXPECT_TRUE(CommitLog(without_commit->database()).ReadRoot(8).ok());
}

TEST(CommitRecords, LawThePathOfEachRecordLeadsToTheRoot) {
  for (const uint32_t count : {1u, 2u, 63u, 64u, 65u, 128u, 129u, 200u, 1000u}) {
    const auto database = Database::OpenInMemory().value();
    CommitRecords records;
    std::vector<Digest> leaves;
    for (uint32_t i = 0; i < count; ++i) {
      leaves.push_back(HashLeaf(std::to_string(i)));
      records.AddEdition({{i + 1}, {}}, leaves.back());
    }
    records.AddReform(HashLeaf("reform"));
    leaves.push_back(HashLeaf("reform"));
    const auto batch = database->NewBatch();
    const auto summary = records.Finish({1}, 1, *batch);
    ASSERT_TRUE(batch->Commit().ok());
    EXPECT_EQ(summary.root, RootOf(leaves)) << count;
    for (size_t index = 0; index < leaves.size(); index += index < 130 ? 1 : 37) {
      const size_t begin = index / kRecordGroup * kRecordGroup;
      const size_t end = std::min<size_t>(leaves.size(), begin + kRecordGroup);
      const std::vector<Digest> group(leaves.begin() + static_cast<std::ptrdiff_t>(begin),
                                      leaves.begin() + static_cast<std::ptrdiff_t>(end));
      const TreePath path = ReadRecordPath(*database, {1}, index, leaves.size(), group).value();
      EXPECT_TRUE(VerifyInclusion(leaves[index], index, leaves.size(), path, summary.root))
          << index << " of " << count;
    }
  }
}

TEST(CommitRecords, WhatIsDroppedIsForgottenAndALaterLinkTakesTheEarliersPlace) {
  const auto database = Database::OpenInMemory().value();
  CommitRecords records;
  records.AddEdition({{1}, {}}, HashLeaf("edition"));
  records.AddLink({2}, {3}, HashLeaf("earlier"));
  records.Mark();
  records.AddEdition({{2}, {}}, HashLeaf("dropped"));
  records.AddReform(HashLeaf("dropped"));
  records.AddLink({2}, {3}, HashLeaf("dropped"));
  records.DropMarked();
  records.AddLink({2}, {3}, HashLeaf("later"));
  records.AddLink({1}, {9}, HashLeaf("first"));
  const auto batch = database->NewBatch();
  const auto summary = records.Finish({1}, 1, *batch);
  EXPECT_EQ(summary.reforms, 0u);
  EXPECT_EQ(summary.links, 2u);
  EXPECT_EQ(summary.root, RootOf({HashLeaf("edition"), HashLeaf("first"), HashLeaf("later")}));
}

}  // namespace
}  // namespace muragat
