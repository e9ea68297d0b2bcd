#include "muragat/store/database.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace muragat {
namespace {

using support::ReadTree;
using support::ScratchFolder;

std::unique_ptr<Database> InMemory() { return Database::OpenInMemory().value(); }

void Put(Database& database, Family family, std::string_view key, std::string_view value) {
  const auto batch = database.NewBatch();
  batch->Put(family, key, value);
  ASSERT_TRUE(batch->Commit().ok());
}

std::optional<std::string> Get(const StoreView& view, Family family, std::string_view key) {
  return view.Get(family, key).value();
}

// All keys of a family, forward, then backward.
std::string Keys(const StoreView& view, Family family) {
  std::string keys;
  const auto cursor = view.NewCursor(family);
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) keys += cursor->key();
  keys += "|";
  for (cursor->SeekForPrev("\xff"); cursor->Valid(); cursor->Prev()) keys += cursor->key();
  EXPECT_TRUE(cursor->status().ok());
  return keys;
}

TEST(Database, KeepsOneKeyInEachFamilyApart) {
  const auto database = InMemory();
  for (const Family family : kFamilies) Put(*database, family, "k", FamilyName(family));
  EXPECT_EQ(Get(*database, Family::kCatalog, "k"), "catalog");
  EXPECT_EQ(Get(*database, Family::kEdition, "k"), "edition");
  EXPECT_EQ(Get(*database, Family::kRevision, "k"), "revision");
  EXPECT_EQ(Get(*database, Family::kCapture, "k"), "capture");
  EXPECT_EQ(Get(*database, Family::kLog, "k"), "log");
  EXPECT_EQ(Get(*database, Family::kDerived, "k"), "derived");
}

TEST(Database, HasNothingUnderAKeyThatWasNeverWritten) {
  const auto database = InMemory();
  EXPECT_EQ(Get(*database, Family::kLog, "k"), std::nullopt);
  EXPECT_EQ(Keys(*database, Family::kLog), "|");
}

TEST(Database, KeepsEmptyValuesAndBytesOfEveryKind) {
  const auto database = InMemory();
  const std::string bytes("\0\xff\n", 3);
  Put(*database, Family::kDerived, bytes, "");
  EXPECT_EQ(Get(*database, Family::kDerived, bytes), "");
}

TEST(DatabaseBatch, SeesItsOwnWritesAndNobodyElseDoes) {
  const auto database = InMemory();
  Put(*database, Family::kLog, "b", "old");
  Put(*database, Family::kLog, "d", "old");
  const auto batch = database->NewBatch();
  batch->Put(Family::kLog, "a", "new");
  batch->Put(Family::kLog, "b", "new");
  batch->Put(Family::kLog, "c", "new");
  EXPECT_EQ(Get(*batch, Family::kLog, "b"), "new");
  EXPECT_EQ(Get(*batch, Family::kLog, "d"), "old");
  EXPECT_EQ(Keys(*batch, Family::kLog), "abcd|dcba");
  EXPECT_EQ(Keys(*batch, Family::kEdition), "|");
  EXPECT_EQ(Get(*database, Family::kLog, "b"), "old");
  EXPECT_EQ(Keys(*database, Family::kLog), "bd|db");
}

TEST(DatabaseBatch, CommitShowsAllWritesAndHoldsNone) {
  const auto database = InMemory();
  const auto batch = database->NewBatch();
  batch->Put(Family::kLog, "a", "1");
  batch->Put(Family::kEdition, "b", "2");
  EXPECT_GT(batch->size_bytes(), 0u);
  const size_t before = database->NewBatch()->size_bytes();
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(batch->size_bytes(), before);
  EXPECT_EQ(Get(*database, Family::kLog, "a"), "1");
  EXPECT_EQ(Get(*database, Family::kEdition, "b"), "2");
}

TEST(DatabaseBatch, ThatIsNeverCommittedLeavesNothing) {
  const auto database = InMemory();
  {
    const auto batch = database->NewBatch();
    batch->Put(Family::kLog, "a", "1");
  }
  const auto cleared = database->NewBatch();
  cleared->Put(Family::kLog, "b", "1");
  cleared->Clear();
  EXPECT_EQ(Get(*cleared, Family::kLog, "b"), std::nullopt);
  ASSERT_TRUE(cleared->Commit().ok());
  EXPECT_EQ(Keys(*database, Family::kLog), "|");
}

TEST(DatabaseBatch, DropsTheWritesSinceTheMarkAndNoOthers) {
  const auto database = InMemory();
  const auto batch = database->NewBatch();
  batch->Put(Family::kLog, "a", "1");
  batch->Mark();
  batch->Put(Family::kLog, "b", "1");
  batch->Mark();
  batch->Put(Family::kLog, "a", "2");
  batch->Put(Family::kLog, "c", "2");
  batch->DropWrites();
  EXPECT_EQ(Keys(*batch, Family::kLog), "ab|ba");
  EXPECT_EQ(Get(*batch, Family::kLog, "a"), "1");
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(Keys(*database, Family::kLog), "ab|ba");
}

TEST(DatabaseCursor, SeesTheStateOfTheMomentWhenItWasMade) {
  const auto database = InMemory();
  Put(*database, Family::kLog, "a", "1");
  const auto cursor = database->NewCursor(Family::kLog);
  Put(*database, Family::kLog, "b", "1");
  cursor->Seek("b");
  EXPECT_FALSE(cursor->Valid());
  EXPECT_TRUE(cursor->status().ok());
  EXPECT_FALSE(cursor->At(""));
  cursor->SeekForPrev("b");
  EXPECT_TRUE(cursor->At("a"));
}

TEST(DatabaseOpen, FindsAgainWhatWasCommitted) {
  const ScratchFolder folder;
  Put(*Database::Open(folder.Path("db"), Database::Mode::kCreate).value(), Family::kLog, "a", "1");
  for (const auto mode : {Database::Mode::kRead, Database::Mode::kWrite, Database::Mode::kCreate}) {
    const auto database = Database::Open(folder.Path("db"), mode);
    ASSERT_TRUE(database.ok()) << database.status().message();
    EXPECT_EQ(Get(**database, Family::kLog, "a"), "1");
  }
}

TEST(DatabaseOpen, OfNothingFailsAndLeavesNothing) {
  const ScratchFolder folder;
  EXPECT_FALSE(Database::Open(folder.Path("db"), Database::Mode::kRead).ok());
  EXPECT_TRUE(ReadTree(folder.Path()).empty());
  EXPECT_FALSE(Database::Open(folder.Path("db"), Database::Mode::kWrite).ok());
}

TEST(DatabaseOpen, ASecondWriterIsToldThatTheFirstIsBusy) {
  const ScratchFolder folder;
  const auto first = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  const auto second = Database::Open(folder.Path("db"), Database::Mode::kWrite);
  EXPECT_EQ(second.status().code(), StatusCode::kBusy);
}

TEST(DatabaseOpen, ReadingBesideAWriterSeesWhatItCommitted) {
  const ScratchFolder folder;
  const auto writer = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  Put(*writer, Family::kLog, "a", "1");
  const auto reader = Database::Open(folder.Path("db"), Database::Mode::kRead);
  ASSERT_TRUE(reader.ok()) << reader.status().message();
  EXPECT_EQ(Get(**reader, Family::kLog, "a"), "1");
  Put(*writer, Family::kLog, "b", "1");
  EXPECT_EQ(Get(*writer, Family::kLog, "b"), "1");
}

TEST(DatabaseOpen, ReadingChangesNoByte) {
  const ScratchFolder folder;
  Put(*Database::Open(folder.Path("db"), Database::Mode::kCreate).value(), Family::kLog, "a", "1");
  const auto before = ReadTree(folder.Path());
  EXPECT_EQ(Get(*Database::Open(folder.Path("db"), Database::Mode::kRead).value(), Family::kLog, "a"), "1");
  EXPECT_EQ(ReadTree(folder.Path()), before);
}

TEST(DatabaseOpen, FindsWhatAKilledWriterLeftInItsLog) {
  const ScratchFolder folder;
  const auto writer = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  Put(*writer, Family::kLog, "a", "1");
  std::filesystem::copy(folder.Path("db"), folder.Path("killed"));
  const auto before = ReadTree(folder.Path("killed"));
  EXPECT_EQ(Get(*Database::Open(folder.Path("killed"), Database::Mode::kRead).value(), Family::kLog, "a"),
            "1");
  EXPECT_EQ(ReadTree(folder.Path("killed")), before);
  EXPECT_EQ(Get(*Database::Open(folder.Path("killed"), Database::Mode::kWrite).value(), Family::kLog, "a"),
            "1");
}

TEST(Database, CompactionKeepsEverything) {
  const ScratchFolder folder;
  const auto database = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  for (const char* key : {"a", "b", "c"}) Put(*database, Family::kRevision, key, "1");
  ASSERT_TRUE(database->Compact().ok());
  EXPECT_EQ(Keys(*database, Family::kRevision), "abc|cba");
  EXPECT_GT(database->FamilyBytes(Family::kRevision), 0u);
  EXPECT_EQ(database->FamilyBytes(Family::kCapture), 0u);
  EXPECT_TRUE(database->VerifyBlocks().ok());
}

}  // namespace
}  // namespace muragat
