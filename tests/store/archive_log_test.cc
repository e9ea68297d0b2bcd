// An archive's checkpoint: written with each commit, compared with the log when the archive is opened.
#include <filesystem>

#include <gtest/gtest.h>

#include "muragat/store/archive.h"
#include "muragat/store/commit_log.h"
#include "muragat/store/verify.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/states.h"
#include "tests/support/still_clock.h"

namespace muragat {
namespace {

namespace fs = std::filesystem;
using support::ReadFile;
using support::ReadTree;
using support::TextState;
using support::WriteFile;

class ArchiveLog : public testing::Test {
 protected:
  std::string Place(const std::string& name = "archive") const { return folder_.Path(name); }
  std::string Checkpoint() const { return ReadFile(Place() + "/checkpoint"); }
  StoredHead Head() const { return ParseStoredHead(Checkpoint()).value(); }
  SigningKey Key() const { return SigningKey::Parse(key_text_).value(); }

  void Create() { ASSERT_TRUE(Archive::Create(Place(), "example.org/kz", clock_).ok()); }
  // Commits one state; signed where `with_key`.
  Status Add(const std::string& date, bool with_key = true) {
    MURAGAT_ASSIGN_OR_RETURN(const auto archive, Archive::Open(Place(), Archive::Access::kWrite));
    if (with_key) MURAGAT_RETURN_IF_ERROR(archive->UseKey(Key()));
    Writer writer(archive->database(), clock_, {});
    MURAGAT_RETURN_IF_ERROR(writer.Add(TextState("a", date, "text of " + date + "\n")).status());
    return writer.Commit().status();
  }
  void Copy(const std::string& from, const std::string& to) {
    fs::remove_all(Place(to));
    fs::copy(Place(from), Place(to), fs::copy_options::recursive);
  }
  std::vector<std::string> Codes(std::optional<TreeHead> against = std::nullopt) const {
    const auto archive = Archive::Open(Place(), Archive::Access::kRead).value();
    std::vector<std::string> codes;
    NoProgress progress;
    VerifyOptions options;
    options.head = &archive->head();
    options.against = std::move(against);
    EXPECT_TRUE(Verify(
                    archive->database(), options, [&](const Finding& found) { codes.push_back(found.code); },
                    progress)
                    .ok());
    return codes;
  }

  const std::string key_text_ = SigningKey::Generate("example.org/kz")->Text();
  support::ScratchFolder folder_;
  support::StillClock clock_;
};

using FoundCodes = std::vector<std::string>;

TEST_F(ArchiveLog, BeginsWithACheckpointOfNoCommits) {
  Create();
  EXPECT_EQ(Checkpoint(), "example.org/kz\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n");
  EXPECT_EQ(Codes(), FoundCodes{});
}

TEST_F(ArchiveLog, IsSignedWithEachCommit) {
  Create();
  for (const char* date : {"2020", "2021", "2022"}) {
    ASSERT_TRUE(Add(date).ok());
    ASSERT_TRUE(Head().note);
    EXPECT_TRUE(VerifyNote(*Head().note, Key().verifier()));
  }
  EXPECT_EQ(Head().head.origin, "example.org/kz");
  EXPECT_EQ(Head().head.size, 3u);
  EXPECT_EQ(ReadFile(Place() + "/vkey"), Key().verifier().Text() + "\n");
  const auto archive = Archive::Open(Place(), Archive::Access::kRead).value();
  EXPECT_EQ(CommitLog(archive->database()).ReadRoot(3).value(), Head().head.root);
  EXPECT_EQ(Codes(), FoundCodes{});
}

TEST_F(ArchiveLog, WithoutAKeyIsNotSignedAndIsSoOnceThereIsOne) {
  Create();
  ASSERT_TRUE(Add("2020", false).ok());
  EXPECT_FALSE(Head().note);
  EXPECT_EQ(Head().head.size, 1u);
  EXPECT_FALSE(fs::exists(Place() + "/vkey"));
  EXPECT_EQ(Codes(), FoundCodes{});
  ASSERT_TRUE(Archive::Open(Place(), Archive::Access::kWrite).value()->UseKey(Key()).ok());
  ASSERT_TRUE(Head().note);
  EXPECT_EQ(Head().head.size, 1u);
}

TEST_F(ArchiveLog, OfAnArchiveWithANameLessOriginHasOneOfItsOwn) {
  ASSERT_TRUE(Archive::Create(Place(), "", clock_).ok());
  ASSERT_TRUE(Archive::Create(Place("other"), "", clock_).ok());
  const std::string name = Archive::Open(Place(), Archive::Access::kRead).value()->LogName().value();
  EXPECT_EQ(name.substr(0, 8), "muragat/");
  EXPECT_EQ(name.size(), 24u);
  EXPECT_NE(Archive::Open(Place("other"), Archive::Access::kRead).value()->LogName().value(), name);
}

TEST_F(ArchiveLog, TakesNoOtherKey) {
  Create();
  ASSERT_TRUE(Add("2020").ok());
  const auto archive = Archive::Open(Place(), Archive::Access::kWrite).value();
  EXPECT_EQ(archive->UseKey(SigningKey::Generate("example.org/kz").value()).code(),
            StatusCode::kInvalidArgument);
}

// As when the machine failed between a commit and its checkpoint.
TEST_F(ArchiveLog, ThatGoesBeyondItsCheckpointIsSignedWhenItIsOpened) {
  Create();
  ASSERT_TRUE(Add("2020").ok());
  const std::string before = Checkpoint();
  ASSERT_TRUE(Add("2021").ok());
  const std::string after = Checkpoint();
  WriteFile(Place() + "/checkpoint", before);
  EXPECT_EQ(Codes(), FoundCodes{});
  ASSERT_TRUE(Archive::Open(Place(), Archive::Access::kWrite).value()->UseKey(Key()).ok());
  EXPECT_EQ(Checkpoint(), after);
}

TEST_F(ArchiveLog, ThatHasLostCommitsIsNotWrittenTo) {
  Create();
  ASSERT_TRUE(Add("2020").ok());
  Copy("archive", "older");
  ASSERT_TRUE(Add("2021").ok());
  ASSERT_TRUE(Add("2022").ok());
  const std::string newest = Checkpoint();
  Copy("older", "archive");
  WriteFile(Place() + "/checkpoint", newest);
  const Status status = Add("2023");
  EXPECT_EQ(status.code(), StatusCode::kCorruption);
  EXPECT_EQ(status.message().substr(0, 46), "the archive has lost 2 acknowledged commits: n");
  EXPECT_EQ(Checkpoint(), newest);
  EXPECT_EQ(Codes(), FoundCodes{"V016"});
  const auto repaired = Archive::Open(Place(), Archive::Access::kRepair).value();
  ASSERT_TRUE(repaired->UseKey(Key()).ok());
  EXPECT_EQ(Head().head.size, 1u);
}

TEST_F(ArchiveLog, ThatWasRewrittenIsNotWrittenTo) {
  Create();
  ASSERT_TRUE(Add("2020").ok());
  Copy("archive", "older");
  ASSERT_TRUE(Add("2021").ok());
  const std::string other = Checkpoint();
  const TreeHead kept = Head().head;
  Copy("older", "archive");
  ASSERT_TRUE(Add("1999").ok());
  EXPECT_EQ(Codes(), FoundCodes{});
  EXPECT_EQ(Codes(kept), FoundCodes{"V018"});
  WriteFile(Place() + "/checkpoint", other);
  const Status status = Add("2022");
  EXPECT_EQ(status.code(), StatusCode::kCorruption);
  EXPECT_EQ(status.message().substr(0, 17), "history rewritten");
  EXPECT_EQ(Codes(), FoundCodes{"V017"});
}

TEST_F(ArchiveLog, GoesOnFromEveryOlderCheckpoint) {
  Create();
  std::vector<TreeHead> kept = {Head().head};
  for (int year = 2001; year < 2020; ++year) {
    ASSERT_TRUE(Add(std::to_string(year)).ok());
    kept.push_back(Head().head);
  }
  for (const TreeHead& head : kept) EXPECT_EQ(Codes(head), FoundCodes{}) << head.size;
  TreeHead longer = kept.back();
  ++longer.size;
  EXPECT_EQ(Codes(longer), FoundCodes{"V018"});
}

TEST_F(ArchiveLog, WithoutItsCheckpointIsNotWrittenTo) {
  Create();
  ASSERT_TRUE(Add("2020").ok());
  const std::string whole = Checkpoint();
  for (const std::string& bytes : {std::string(), std::string("x"), whole.substr(0, whole.size() / 2)}) {
    WriteFile(Place() + "/checkpoint", bytes);
    EXPECT_EQ(Add("2021").code(), StatusCode::kCorruption);
    EXPECT_EQ(Codes(), FoundCodes{"V015"});
  }
  fs::remove(Place() + "/checkpoint");
  EXPECT_EQ(Add("2021").code(), StatusCode::kCorruption);
  EXPECT_EQ(Codes(), FoundCodes{"V015"});
  EXPECT_FALSE(fs::exists(Place() + "/checkpoint"));
}

TEST_F(ArchiveLog, AFlippedBitInAnyByteOfItsFilesIsFound) {
  Create();
  ASSERT_TRUE(Add("2020").ok());
  for (const char* name : {"/checkpoint", "/vkey"}) {
    const std::string whole = ReadFile(Place() + name);
    for (size_t at = 0; at < whole.size(); ++at) {
      std::string damaged = whole;
      const size_t bit = at % 8;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      WriteFile(Place() + name, damaged);
      const auto archive = Archive::Open(Place(), Archive::Access::kRead).value();
      size_t findings = 0;
      NoProgress progress;
      VerifyOptions options;
      options.head = &archive->head();
      ASSERT_TRUE(Verify(
                      archive->database(), options, [&](const Finding&) { ++findings; }, progress)
                      .ok());
      EXPECT_GE(findings, 1u) << name << ", bit " << bit << " of byte " << at;
    }
    WriteFile(Place() + name, whole);
  }
}

// An archive of format 1 is one without the files and with commit records of version 1.
TEST_F(ArchiveLog, IsNotKeptByAnArchiveOfTheOlderFormat) {
  Create();
  WriteFile(Place() + "/MURAGAT", "muragat archive\nformat 1\n");
  fs::remove(Place() + "/checkpoint");
  ASSERT_TRUE(Add("2020", false).ok());
  const auto archive = Archive::Open(Place(), Archive::Access::kRead).value();
  EXPECT_FALSE(archive->keeps_log());
  EXPECT_FALSE(archive->reader().ReadCommit({1})->root);
  EXPECT_FALSE(fs::exists(Place() + "/checkpoint"));
  std::vector<std::string> codes;
  NoProgress progress;
  ASSERT_TRUE(
      Verify(
          archive->database(), {}, [&](const Finding& found) { codes.push_back(found.code); }, progress)
          .ok());
  EXPECT_EQ(codes, FoundCodes{});
}

TEST_F(ArchiveLog, OfAnotherFormatThanTheMarkerSaysIsDamage) {
  Create();
  ASSERT_TRUE(Add("2020").ok());
  WriteFile(Place() + "/MURAGAT", "muragat archive\nformat 1\n");
  EXPECT_EQ(Add("2021", false).code(), StatusCode::kCorruption);
}

}  // namespace
}  // namespace muragat
