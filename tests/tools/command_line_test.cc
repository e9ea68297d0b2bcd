#include "tools/command_line.h"

#include <sstream>

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(CommandLine, MistakesAreOneLineThatSaysWhereHelpIs) {
  const Workbench bench;
  for (const Words& words : std::vector<Words>{{},
                                               {"forget"},
                                               {"show"},
                                               {"show", "d", "--unknown"},
                                               {"diff", "d", "2001"},
                                               {"log", "-n", "many"},
                                               {"export"},
                                               {"export", "--to", "pdf"},
                                               {"--color", "pink", "log"},
                                               {"reform"},
                                               {"import"},
                                               {"show", "a", "b"}}) {
    const Outcome outcome = bench.Run(words);
    EXPECT_EQ(outcome.code, 2) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    ASSERT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
    EXPECT_EQ(outcome.err.substr(0, 9), "muragat: ");
    EXPECT_NE(outcome.err.find("--help"), std::string::npos) << outcome.err;
  }
}

TEST(CommandLine, AVerbThatIsNoneIsNamed) {
  const Workbench bench;
  EXPECT_EQ(bench.Run({"forget"}).err, "muragat: there is no verb \"forget\": see muragat --help\n");
  EXPECT_EQ(bench.Run({}).err, "muragat: no verb is given: see muragat --help\n");
  EXPECT_EQ(bench.Run({"show"}).err, "muragat: ADDRESS is required: see muragat show --help\n");
}

TEST(CommandLine, VersionNamesProgramAndFormat) {
  const Workbench bench;
  const Outcome outcome = bench.Run({"--version"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "muragat 0.1.0, archive format 2\n");
}

TEST(CommandLine, EveryVerbHasAnExampleAndItsExitCodes) {
  const Workbench bench;
  for (const std::string verb : {"init", "import", "remove", "withdraw", "documents", "tree", "show", "cat",
                                 "log", "diff", "reform", "export", "verify", "stats", "compact"}) {
    const Outcome outcome = bench.Run({verb, "--help"});
    EXPECT_EQ(outcome.code, 0) << verb;
    EXPECT_NE(outcome.out.find("Example:\n  "), std::string::npos) << verb;
    EXPECT_NE(outcome.out.find("Exit codes: 0 "), std::string::npos) << verb;
    EXPECT_NE(outcome.out.find(verb), std::string::npos) << verb;
  }
  for (const std::string verb : {"list", "show", "add"}) {
    const Outcome outcome = bench.Run({"reform", verb, "--help"});
    EXPECT_NE(outcome.out.find("Example:\n  muragat reform " + verb), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("Exit codes: 0 "), std::string::npos) << verb;
  }
}

TEST(CommandLine, GlobalOptionsStandBeforeOrBehindTheVerb) {
  const Workbench bench;
  bench.Import("d", "2001", "# D\n");
  EXPECT_EQ(bench.Run({"--json", "tree", "d"}).out, bench.Run({"tree", "d", "--json"}).out);
  EXPECT_EQ(bench.Run({"tree", "--json", "d"}).out, bench.Run({"tree", "d", "--json"}).out);
}

// Runs `muragat words…` with these two variables of the environment.
Outcome RunIn(const char* archive, const char* no_color, bool terminal, std::vector<const char*> words) {
  words.insert(words.begin(), "muragat");
  std::ostringstream out, err;
  Surroundings surroundings{
      .out = out, .err = err, .out_is_terminal = terminal, .archive = archive, .no_color = no_color};
  const ExitCode code = RunCommandLine(static_cast<int>(words.size()), words.data(), surroundings);
  return {static_cast<int>(code), out.str(), err.str()};
}

TEST(CommandLine, ThatAVerbsNameIsAnOptionsValueChangesNothing) {
  EXPECT_EQ(RunIn(nullptr, nullptr, false, {"-qC", "show", "log"}).code, 3);  // there is no archive "show"
  EXPECT_EQ(RunIn(nullptr, nullptr, false, {"--archive", "show", "log"}).code, 3);
  EXPECT_EQ(RunIn(nullptr, nullptr, false, {"--archive=show", "log"}).code, 3);
  EXPECT_EQ(RunIn(nullptr, nullptr, false, {"show", "log", "--unknown"}).err,
            "muragat: The following argument was not expected: --unknown: see muragat show --help\n");
}

TEST(CommandLine, TheArchiveIsThatOfTheEnvironmentUnlessOneIsNamed) {
  const Workbench bench;
  bench.Import("d", "2001", "# D\n");
  const std::string archive = bench.Archive();
  EXPECT_EQ(RunIn(archive.c_str(), nullptr, false, {"documents"}).code, 0);
  EXPECT_EQ(RunIn(archive.c_str(), nullptr, false, {"-C", "/nowhere", "documents"}).code, 3);
  EXPECT_EQ(RunIn("/nowhere", nullptr, false, {"-C", archive.c_str(), "documents"}).code, 0);
}

TEST(CommandLine, AnArchiveMayBeNamedByAUri) {
  const Workbench bench;
  const std::string uri = "file://" + bench.Archive();
  EXPECT_EQ(RunIn(nullptr, nullptr, false, {"-C", uri.c_str(), "init"}).code, 0);
  EXPECT_FALSE(bench.Listing().empty());
  EXPECT_EQ(RunIn(nullptr, nullptr, false, {"stats", "--archive", uri.c_str()}).code, 0);
}

TEST(CommandLine, ColoursAreForTerminalsUnlessNoColorIsSet) {
  const Workbench bench;
  bench.Import("d", "2001", "a\n");
  bench.Import("d", "2002", "b\n");
  const std::string archive = bench.Archive();
  const auto colored = [&](const char* no_color, bool terminal, const char* when) {
    const Outcome outcome =
        RunIn(archive.c_str(), no_color, terminal, {"--color", when, "diff", "d", "2001", "2002"});
    EXPECT_EQ(outcome.code, 0);
    return outcome.out.find("\x1b[") != std::string::npos;
  };
  EXPECT_TRUE(colored(nullptr, true, "auto"));
  EXPECT_TRUE(colored("", true, "auto"));
  EXPECT_FALSE(colored("1", true, "auto"));
  EXPECT_FALSE(colored(nullptr, false, "auto"));
  EXPECT_TRUE(colored("1", false, "always"));
  EXPECT_FALSE(colored(nullptr, true, "never"));
}

TEST(CommandLine, ErrorsNeverSendControlCharacters) {
  const Workbench bench;
  bench.Import("d", "2001", "# D\n");
  for (const Words& words : std::vector<Words>{{"show", "\x1b[31m"},
                                               {"show", "d#\x1b[31m"},
                                               {"\x1b[31m"},
                                               {"import", "\x1b[31m"},
                                               {"show", "d", "--as-of", "\x1b[31m"},
                                               {"log", "--reform", "\x1b[31m"},
                                               {"reform", "show", "\x1b[31m"},
                                               {"-C", "\x1b[31m", "documents"}}) {
    const Outcome outcome = bench.Run(words);
    EXPECT_NE(outcome.code, 0);
    EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos) << words[0];
  }
}

}  // namespace
}  // namespace muragat::tools
