#include "muragat/store/backup.h"

#include <gtest/gtest.h>

#include "muragat/codec/keys.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/states.h"
#include "tests/support/still_clock.h"

namespace muragat {
namespace {

using Records = std::map<std::string, std::string>;

Records DerivedOf(const Database& database) {
  Records records;
  const auto cursor = database.NewCursor(Family::kDerived);
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) records.emplace(cursor->key(), cursor->value());
  return records;
}

class BackedUp : public testing::Test {
 protected:
  BackedUp() {
    archive_ = Archive::Create(folder_.Path("archive"), "example.org/kz", clock_).value();
    Writer writer(archive_->database(), clock_, {});
    EXPECT_TRUE(writer.Add(support::TextState("a", "2020", "One.\n", "Act 1")).ok());
    EXPECT_TRUE(writer.Commit().ok());
    Put({{IndexedCommitKey(), "1"},
         {WordListKey("one", {1}), "x"},
         {WordListKey("one", {2}), "y"},
         {LanguageKey("kk"), ""}});
  }
  void Put(const Records& records) {
    const auto batch = archive_->database().NewBatch();
    for (const auto& [key, value] : records) batch->Put(Family::kDerived, key, value);
    EXPECT_TRUE(batch->Commit().ok());
  }
  BackupReport BackUpOnce() {
    NoProgress progress;
    auto report = BackUp(*archive_, folder_.Path("copy"), progress);
    EXPECT_TRUE(report.ok()) << report.status().message();
    return *report;
  }
  Records Copied() const {
    return DerivedOf(Archive::Open(folder_.Path("copy"), Archive::Access::kRead).value()->database());
  }

  const support::ScratchFolder folder_;
  const support::StillClock clock_{};
  std::unique_ptr<Archive> archive_;
};

// A language that no text is in any more stayed in the copy, and every record was written twice.
TEST_F(BackedUp, AnIndexThatWasMadeAnewTakesThePlaceOfTheOldOne) {
  BackUpOnce();
  EXPECT_EQ(Copied(), DerivedOf(archive_->database()));
  for (const char* prefix : {"t", "g"}) ASSERT_TRUE(archive_->database().Drop(Family::kDerived, prefix).ok());
  Put({{WordListKey("one", {0}), "xy"}, {LanguageKey("en"), ""}});
  EXPECT_EQ(BackUpOnce().records, 3u) << "its mark, a word, a language";
  EXPECT_EQ(Copied(), DerivedOf(archive_->database()));
  EXPECT_EQ(BackUpOnce().records, 0u);
}

}  // namespace
}  // namespace muragat
