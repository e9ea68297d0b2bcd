#include "muragat/store/archive.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"
#include "tests/support/states.h"
#include "tests/support/still_clock.h"

namespace muragat {
namespace {

using support::ReadFile;
using support::ReadTree;
using support::ScratchFolder;
using support::StillClock;
using support::TextState;
using support::WriteFile;

class ArchiveTest : public testing::Test {
 protected:
  // An archive at Place() with one text, closed again.
  void MakeArchive() {
    const auto archive = Archive::Create(Place(), "", clock_);
    ASSERT_TRUE(archive.ok()) << archive.status().message();
    Writer writer((*archive)->database(), clock_, {});
    ASSERT_TRUE(writer.Add(TextState("a", "2022", "text\n")).ok());
    ASSERT_TRUE(writer.Commit().ok());
  }
  std::string Place() const { return folder_.Path("archive"); }
  StatusCode OpenCode(Archive::Access access = Archive::Access::kRead) const {
    return Archive::Open(Place(), access).status().code();
  }

  ScratchFolder folder_;
  StillClock clock_;
};

using ArchiveCreate = ArchiveTest;
using ArchiveOpen = ArchiveTest;

TEST_F(ArchiveCreate, WritesTheTwoLinesThatMakeADirectoryAnArchive) {
  MakeArchive();
  EXPECT_EQ(ReadFile(Place() + "/MURAGAT"), "muragat archive\nformat 2\n");
  EXPECT_EQ(Archive::Exists(Place()).value(), true);
  EXPECT_EQ(Archive::Exists(folder_.Path()).value(), false);
  EXPECT_EQ(Archive::Exists(folder_.Path("nothing")).value(), false);
}

TEST_F(ArchiveCreate, KeepsOriginAndTimeOfMaking) {
  ASSERT_TRUE(Archive::Create(Place(), "қазақ.example/reforms", clock_).ok());
  const auto archive = Archive::Open(Place(), Archive::Access::kRead).value();
  EXPECT_EQ(archive->reader().ReadSetting("origin").value(), "қазақ.example/reforms");
  EXPECT_EQ(archive->reader().ReadSetting("created").value(), "2022-06-08T12:00:00Z");
  EXPECT_EQ(archive->reader().ReadSetting("other").value(), std::nullopt);
  EXPECT_EQ(archive->reader().LastCommit().value(), CommitNumber{0});
}

TEST_F(ArchiveCreate, MakesFoldersThatAreMissing) {
  EXPECT_TRUE(Archive::Create(folder_.Path("new/and/deep"), "", clock_).ok());
}

TEST_F(ArchiveCreate, RefusesAnArchiveThatIsThereAndLeavesItAsItWas) {
  MakeArchive();
  const auto before = ReadTree(Place());
  EXPECT_EQ(Archive::Create(Place(), "", clock_).status().code(), StatusCode::kConflict);
  EXPECT_EQ(ReadTree(Place()), before);
}

TEST_F(ArchiveCreate, RefusesADirectoryWithOtherThingsAndLeavesItAsItWas) {
  WriteFile(folder_.Path("letter.txt"), "dear");
  EXPECT_EQ(Archive::Create(folder_.Path(), "", clock_).status().code(), StatusCode::kConflict);
  EXPECT_EQ(Archive::Create(folder_.Path("letter.txt"), "", clock_).status().code(), StatusCode::kConflict);
  EXPECT_EQ(ReadTree(folder_.Path()), (std::map<std::string, std::string>{{"letter.txt", "dear"}}));
}

// An archive that had lost its marker was once deleted, or given a new origin.
TEST_F(ArchiveCreate, LeavesADatabaseThatLostItsMarkerAsItWas) {
  MakeArchive();
  std::filesystem::remove(Place() + "/MURAGAT");
  const auto whole = ReadTree(Place());
  EXPECT_EQ(Archive::Create(Place(), "new", clock_).status().code(), StatusCode::kConflict);
  EXPECT_EQ(ReadTree(Place()), whole);
  std::filesystem::remove(Place() + "/db/CURRENT");
  const auto damaged = ReadTree(Place());
  EXPECT_EQ(Archive::Create(Place(), "new", clock_).status().code(), StatusCode::kConflict);
  EXPECT_EQ(ReadTree(Place()), damaged);
}

TEST_F(ArchiveCreate, LeavesAFolderOfItsDatabasesNameAsItWas) {
  std::filesystem::create_directories(Place() + "/db");
  WriteFile(Place() + "/db/notes.txt", "mine");
  const auto before = ReadTree(Place());
  EXPECT_EQ(Archive::Create(Place(), "", clock_).status().code(), StatusCode::kConflict);
  EXPECT_EQ(ReadTree(Place()), before);
}

TEST_F(ArchiveCreate, RefusesAnOriginThatIsNotUtf8) {
  EXPECT_EQ(Archive::Create(Place(), "\xff", clock_).status().code(), StatusCode::kInvalidArgument);
}

TEST_F(ArchiveCreate, RefusesAnOriginWithControlCharacters) {
  EXPECT_EQ(Archive::Create(Place(), "a\nb", clock_).status().code(), StatusCode::kInvalidArgument);
  EXPECT_TRUE(ReadTree(folder_.Path()).empty());
}

TEST_F(ArchiveCreate, FinishesWhatAKilledOneLeft) {
  ASSERT_TRUE(Archive::Create(Place(), "first", clock_).ok());
  std::filesystem::rename(Place() + "/MURAGAT", Place() + "/MURAGAT.new");
  EXPECT_EQ(OpenCode(), StatusCode::kNotFound);
  ASSERT_TRUE(Archive::Create(Place(), "second", clock_).ok());
  const auto archive = Archive::Open(Place(), Archive::Access::kRead).value();
  EXPECT_EQ(archive->reader().ReadSetting("origin").value(), "second");
}

TEST_F(ArchiveOpen, FindsWhatWasRecorded) {
  MakeArchive();
  for (const auto access : {Archive::Access::kRead, Archive::Access::kWrite}) {
    for (const std::string& place : {Place(), "file://" + Place()}) {
      const auto archive = Archive::Open(place, access);
      ASSERT_TRUE(archive.ok()) << archive.status().message();
      EXPECT_EQ((*archive)->reader().FindDocument("a").value(), DocumentNumber{1});
    }
  }
}

TEST_F(ArchiveOpen, OfNothingOrOfAnotherDirectoryIsNotFound) {
  EXPECT_EQ(OpenCode(), StatusCode::kNotFound);
  EXPECT_EQ(OpenCode(Archive::Access::kWrite), StatusCode::kNotFound);
  std::filesystem::create_directory(Place());
  EXPECT_EQ(OpenCode(), StatusCode::kNotFound);
  WriteFile(folder_.Path("letter.txt"), "dear");
  EXPECT_EQ(Archive::Open(folder_.Path("letter.txt"), Archive::Access::kRead).status().code(),
            StatusCode::kNotFound);
  EXPECT_EQ(ReadTree(Place()).size(), 0u);
}

TEST_F(ArchiveOpen, OfANewerFormatIsRefusedWithNothingWritten) {
  MakeArchive();
  WriteFile(Place() + "/MURAGAT", "muragat archive\nformat 3\n");
  const auto before = ReadTree(Place());
  EXPECT_EQ(OpenCode(), StatusCode::kUnsupported);
  EXPECT_EQ(OpenCode(Archive::Access::kWrite), StatusCode::kUnsupported);
  EXPECT_EQ(Archive::Exists(Place()).status().code(), StatusCode::kUnsupported);
  EXPECT_EQ(Archive::Create(Place(), "", clock_).status().code(), StatusCode::kUnsupported);
  EXPECT_EQ(ReadTree(Place()), before);
}

TEST_F(ArchiveOpen, WithADamagedMarkerIsDamage) {
  MakeArchive();
  for (const char* marker :
       {"", "muragat archive\nformat 1", "muragat archive\nformat 0\n", "muragat archive\nformat x\n",
        "muragat archive\nformat 1\n\n", "muragat brchive\nformat 1\n"}) {
    WriteFile(Place() + "/MURAGAT", marker);
    EXPECT_EQ(OpenCode(), StatusCode::kCorruption) << marker;
  }
}

TEST_F(ArchiveOpen, WithoutItsDatabaseFails) {
  MakeArchive();
  std::filesystem::remove_all(Place() + "/db");
  const StatusCode code = OpenCode();
  EXPECT_EQ(code, StatusCode::kCorruption);
  EXPECT_FALSE(std::filesystem::exists(Place() + "/db"));
}

TEST_F(ArchiveOpen, ASecondWriterIsBusyAndAReaderIsNot) {
  MakeArchive();
  const auto writer = Archive::Open(Place(), Archive::Access::kWrite);
  ASSERT_TRUE(writer.ok());
  EXPECT_EQ(OpenCode(Archive::Access::kWrite), StatusCode::kBusy);
  EXPECT_EQ(OpenCode(Archive::Access::kRead), StatusCode::kOk);
}

TEST_F(ArchiveOpen, ReadingChangesNoByte) {
  MakeArchive();
  const auto before = ReadTree(Place());
  {
    const auto archive = Archive::Open(Place(), Archive::Access::kRead).value();
    const auto edition = archive->reader().FindEdition({1}, Instant::Last()).value();
    ASSERT_TRUE(edition);
    EXPECT_EQ(archive->reader().ReadText(*edition).value(), "# Law\ntext\n");
  }
  EXPECT_EQ(ReadTree(Place()), before);
}

TEST(ArchivePath, IsADirectoryOrWhatAUriOfAFileNames) {
  const auto path = [](const std::string& location) { return Archive::PathOf(location).value(); };
  EXPECT_EQ(path("kz/a b"), "kz/a b");
  EXPECT_EQ(path("kz%20a"), "kz%20a");
  EXPECT_EQ(path("file:///srv/kz%20a%2Fb"), "/srv/kz a/b");
  EXPECT_EQ(path("FILE://localhost/srv/kz"), "/srv/kz");
  for (const std::string location :
       {"http://x/y", "ceph://pool/x", "file://host/x", "file://x", "file:///a%00b"})
    EXPECT_EQ(Archive::PathOf(location).status().code(), StatusCode::kInvalidArgument) << location;
}

}  // namespace
}  // namespace muragat
