#include "tools/exit_code.h"

#include <csignal>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(ExitCode, OfEachKindOfFailure) {
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::Ok())), 0);
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::InvalidArgument(""))), 2);
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::Conflict(""))), 2);
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::NotFound(""))), 3);
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::Corruption(""))), 4);
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::Busy(""))), 5);
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::Unsupported(""))), 7);
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::Io(""))), 8);
  EXPECT_EQ(static_cast<int>(ExitCodeOf(Status::Cancelled(""))), 130);
}

// The table of doc/cli.md, as a shell sees it. Busy, interrupted and full are in environment_test.cc too.
TEST(ExitCode, OfTheProgramIsThatOfTheTable) {
  const Workbench bench;
  ImportSample(bench);
  const std::string mixed = bench.Write(
      "mixed.jsonl",
      "{\"document\":\"d\",\"date\":\"2001\",\"body\":\"x\"}\n{\"document\":\"d\",\"date\":\"x\"}\n");
  EXPECT_EQ(RunProgram(bench, {"show", "kz/parliament"}).code, 0);
  EXPECT_EQ(RunProgram(bench, {"diff", "kz/parliament", "1996", "1999", "--exit-code"}).code, 1);
  EXPECT_EQ(RunProgram(bench, {"show"}).code, 2);
  EXPECT_EQ(RunProgram(bench, {"show", "nothing"}).code, 3);
  EXPECT_EQ(RunProgram(bench, {"import", mixed}).code, 6);
  EXPECT_EQ(RunProgram(bench, {"show", "kz/parliament"}, {.output = "/dev/full"}).code, 8);
  Child writer(ProgramWords(bench, {"import", "-", "--format", "jsonl"}));
  ASSERT_TRUE(writer.Write("{\"document\":\"e\",\"date\":\"2001\",\"body\":\"x\"}\n"));
  ASSERT_TRUE(WaitUntil([&] { return HoldsLock(bench, writer); }));
  EXPECT_EQ(RunProgram(bench, {"compact"}).code, 5);
  writer.Signal(SIGINT);
  EXPECT_TRUE(WaitUntil([&] { return !writer.Running(); }));
  EXPECT_EQ(writer.Wait().code, 130);
  bench.Write("archive/MURAGAT", "muragat archive\nformat 99\n");
  EXPECT_EQ(RunProgram(bench, {"show", "kz/parliament"}).code, 7);
  bench.Write("archive/MURAGAT", "something else\n");
  EXPECT_EQ(RunProgram(bench, {"show", "kz/parliament"}).code, 4);
}

}  // namespace
}  // namespace muragat::tools
