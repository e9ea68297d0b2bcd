#include "muragat/store/writer_lock.h"

#include <filesystem>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "muragat/store/database.h"
#include "tests/support/scratch_folder.h"

namespace muragat {
namespace {

using support::ScratchFolder;

// Whether a child process finds the database being written.
bool AnotherProcessSees(const std::string& path) {
  const pid_t child = ::fork();
  if (child == 0) {
    // The marks are copied by fork, so the child looks at the file under another name.
    ::_exit(IsBeingWritten(path) ? 1 : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

TEST(WriterLock, NobodyWritesWhereThereIsNothing) { EXPECT_FALSE(IsBeingWritten("/nothing/here")); }

TEST(WriterLock, ThisProcessWritesAsLongAsItHoldsAMark) {
  const ScratchFolder folder;
  {
    const WriterMark one(folder.Path()), two(folder.Path() + "/.");
    EXPECT_TRUE(IsBeingWritten(folder.Path()));
  }
  EXPECT_FALSE(IsBeingWritten(folder.Path()));
}

TEST(WriterLock, AnOpenDatabaseIsSeenHereAndByOtherProcesses) {
  const ScratchFolder folder;
  const std::string path = folder.Path("db");
  auto database = Database::Open(path, Database::Mode::kCreate).value();
  EXPECT_TRUE(IsBeingWritten(path));
  // A second folder with the same lock file hides the mark, as another process has none.
  std::filesystem::create_directory(folder.Path("other"));
  std::filesystem::create_hard_link(path + "/LOCK", folder.Path("other") + "/LOCK");
  EXPECT_TRUE(AnotherProcessSees(folder.Path("other")));
  database.reset();
  EXPECT_FALSE(IsBeingWritten(path));
  EXPECT_FALSE(AnotherProcessSees(folder.Path("other")));
}

// Closing any descriptor of the lock file would have let go of the writer's lock.
TEST(WriterLock, ReadingBesideAWriterOfThisProcessLeavesItsLock) {
  const ScratchFolder folder;
  const std::string path = folder.Path("db");
  const auto writer = Database::Open(path, Database::Mode::kCreate).value();
  ASSERT_TRUE(Database::Open(path, Database::Mode::kRead).ok());
  std::filesystem::create_directory(folder.Path("other"));
  std::filesystem::create_hard_link(path + "/LOCK", folder.Path("other") + "/LOCK");
  EXPECT_TRUE(AnotherProcessSees(folder.Path("other")));
}

}  // namespace
}  // namespace muragat
