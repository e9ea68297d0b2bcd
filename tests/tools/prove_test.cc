// checkpoint, prove and verify-proof.
#include <cstdio>

#include <gtest/gtest.h>

#include "muragat/base/sha256.h"
#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

std::string Key(const Workbench& bench) { return bench.Path("archive/vkey"); }

TEST(Checkpoint, IsTheSignedHeadOfTheLog) {
  const Workbench bench;
  ASSERT_EQ(bench.Run({"init", "--origin", "example.org/kz"}).code, 0);
  const Outcome empty = bench.Run({"checkpoint"});
  EXPECT_EQ(empty.code, 0);
  EXPECT_EQ(empty.out.substr(0, 62), "example.org/kz\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  const Outcome imported = bench.Run({"import", bench.Write("d.md", "# A\n\ntext\n"), "--date", "2020"});
  const auto lines = Lines(bench.Run({"checkpoint"}).out);
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[1], "1");
  EXPECT_EQ(Lines(imported.out).back(), "root " + lines[2]);
  EXPECT_EQ(lines[3], "");
  EXPECT_EQ(lines[4].substr(0, 19), "— example.org/kz ");
  EXPECT_EQ(bench.Run({"checkpoint"}).out, bench.Read("archive/checkpoint"));
  EXPECT_EQ(bench.Run({"checkpoint", "--key"}).out, bench.Read("archive/vkey"));
  const std::string json = bench.Run({"checkpoint", "--json"}).out;
  EXPECT_NE(
      json.find("\"origin\":\"example.org/kz\",\"size\":1,\"root\":\"" + lines[2] + "\",\"signed\":true"),
      std::string::npos)
      << json;
}

TEST(Checkpoint, WithoutAKeyIsNotSignedAndSaysSoOnce) {
  Workbench bench;
  bench.has_key_folder = false;
  const Outcome imported = bench.Run({"import", bench.Write("d.md", "# A\n"), "--date", "2020"});
  EXPECT_EQ(imported.code, 0);
  ASSERT_EQ(Lines(imported.err).size(), 1u) << imported.err;
  EXPECT_EQ(imported.err,
            "muragat: the checkpoint is not signed: no folder for keys is known: set HOME, or name a file in "
            "MURAGAT_KEY\n");
  EXPECT_EQ(bench.Run({"checkpoint"}).code, 1);
  EXPECT_EQ(bench.Run({"checkpoint", "--key"}).code, 1);
  EXPECT_EQ(bench.Run({"prove", "d", "--as-of", "2021"}).code, 1);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
  bench.has_key_folder = true;
  const Outcome again = bench.Run({"import", bench.Path("d.md"), "--date", "2020"});
  EXPECT_EQ(again.err, "");
  EXPECT_EQ(bench.Run({"checkpoint"}).code, 0);
  EXPECT_EQ(bench.Run({"prove", "d", "--as-of", "2021"}).code, 0);
}

TEST(Checkpoint, IsSignedWithTheKeyThatTheEnvironmentNames) {
  Workbench bench;
  bench.key_file = bench.Path("my.key");
  ASSERT_EQ(bench.Run({"init"}).code, 0);
  EXPECT_EQ(bench.Read("my.key").substr(0, 20), "PRIVATE+KEY+muragat/");
  EXPECT_EQ(Child({"stat", "-c", "%a", bench.key_file}).Wait().out, "600\n");
  EXPECT_EQ(bench.Run({"checkpoint"}).code, 0);
  const std::string secret = bench.Read("my.key").substr(12);
  for (const auto& [path, bytes] : bench.Listing()) {
    EXPECT_EQ(bytes.find(secret.substr(secret.rfind('+'))), std::string::npos) << path;
  }
  // Another key is not taken, and what is there stays as it is.
  bench.Write("my.key", "no key");
  const Outcome outcome = bench.Run({"import", bench.Write("d.md", "# A\n"), "--date", "2020"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.err.find("not signed"), std::string::npos);
  EXPECT_EQ(bench.Read("my.key"), "no key");
}

TEST(Prove, ProvesASectionToWhoHasOnlyTheKey) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome proved =
      bench.Run({"prove", "kz/parliament#s1", "--as-of", "1999", "-o", bench.Path("p.proof")});
  ASSERT_EQ(proved.code, 0) << proved.err;
  EXPECT_LT(bench.Read("p.proof").size(), 4096u);
  const Workbench outsider;
  const std::string proof = outsider.Write("p.proof", bench.Read("p.proof"));
  const std::string vkey = Lines(bench.Read("archive/vkey")).front();
  const std::string text = bench.Run({"show", "kz/parliament#s1", "--as-of", "1999", "--raw"}).out;
  const Outcome holds =
      outsider.Run({"verify-proof", proof, "--key", vkey, "--text", outsider.Write("text.md", text)});
  EXPECT_EQ(holds.code, 0) << holds.err;
  EXPECT_EQ(holds.out.substr(0, 23), "holds: kz/parliament#s1");
  EXPECT_NE(holds.out.find("text: " + std::to_string(text.size()) + " bytes, SHA-256 " + Sha256Hex(text)),
            std::string::npos)
      << holds.out;
  EXPECT_EQ(outsider.Run({"verify-proof", proof, "--key", vkey, "--json"}).out.substr(0, 41),
            "{\"holds\":true,\"document\":\"kz/parliament\",");
  EXPECT_EQ(
      outsider.Run({"verify-proof", proof, "--key", vkey, "--text", outsider.Write("other.md", "x")}).code,
      1);
}

TEST(Prove, AnotherKeyOrAnotherFileDoesNotHold) {
  const Workbench bench, other;
  ImportSample(bench);
  ASSERT_EQ(other.Run({"init"}).code, 0);
  ASSERT_EQ(bench.Run({"prove", "kz/parliament#s1", "-o", bench.Path("p.proof")}).code, 0);
  EXPECT_EQ(bench.Run({"verify-proof", bench.Path("p.proof"), "--key", Key(other)}).code, 1);
  EXPECT_EQ(bench.Run({"verify-proof", bench.Write("empty", ""), "--key", Key(bench)}).code, 1);
  EXPECT_EQ(bench.Run({"verify-proof", bench.Path("p.proof"), "--key", "a+b"}).code, 2);
  EXPECT_EQ(bench.Run({"verify-proof", bench.Path("p.proof"), "--key", bench.Path("none")}).code, 2);
  EXPECT_EQ(
      bench.Run({"verify-proof", bench.Path("p.proof"), "--key", Key(other), "--json"}).out.substr(0, 15),
      "{\"holds\":false,");
  EXPECT_EQ(bench.Run({"prove", "kz/parliament#s1", "-o", bench.Path("p.proof")}).code, 2);
  EXPECT_EQ(bench.Run({"prove", "kz/parliament#s1", "-o", bench.Path("p.proof"), "--force"}).code, 0);
}

TEST(Prove, NeedsASectionThatIsThere) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"prove", "kz/parliament"}).code, 2);
  EXPECT_EQ(bench.Run({"prove", "kz/none"}).code, 3);
  EXPECT_EQ(bench.Run({"prove", "kz/parliament#s99"}).code, 3);
  EXPECT_EQ(bench.Run({"prove", "kz/parliament#s1", "--as-of", "1990"}).code, 3);
}

TEST(Verify, AgainstAnOlderCheckpoint) {
  const Workbench bench, other;
  bench.Import("kz/a", "2020", "# A\n");
  const std::string kept = bench.Write("kept", bench.Run({"checkpoint"}).out);
  bench.Import("kz/a", "2021", "# A\n\nmore\n");
  EXPECT_EQ(bench.Run({"verify", "--against", kept}).code, 0);
  EXPECT_EQ(bench.Run({"verify", "--against", kept, "--key", Key(bench)}).code, 0);
  other.Import("kz/a", "2020", "# B\n");
  EXPECT_EQ(other.Run({"verify", "--against", kept}).code, 2) << "signed by another key";
  const Outcome outcome = other.Run({"verify", "--against", kept, "--key", Key(bench), "--json"});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_EQ(outcome.out.substr(0, 14), "{\"code\":\"V018\"");
  EXPECT_EQ(bench.Run({"verify", "--against", bench.Write("x", "x")}).code, 2);
  EXPECT_EQ(bench.Run({"verify", "--against", bench.Path("none")}).code, 2);
}

TEST(LostCommits, AreNotWrittenOver) {
  const Workbench bench;
  bench.Import("kz/a", "2020", "# A\n");
  const auto older = bench.Listing();
  bench.Import("kz/a", "2021", "# A\n\nmore\n");
  const std::string newest = bench.Read("archive/checkpoint");
  for (const auto& [path, bytes] : bench.Listing()) {
    if (bytes != "(no file)") std::remove(bench.Path("archive/" + path).c_str());
  }
  for (const auto& [path, bytes] : older) {
    if (bytes != "(no file)") bench.Write("archive/" + path, bytes);
  }
  bench.Write("archive/checkpoint", newest);
  const auto before = bench.Fingerprint();
  const Outcome outcome = bench.Run({"import", bench.Write("d.md", "# A\n"), "--date", "2022"});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_NE(outcome.err.find("the archive has lost 1 acknowledged commits"), std::string::npos)
      << outcome.err;
  EXPECT_EQ(bench.Read("archive/checkpoint"), newest);
  EXPECT_EQ(bench.Run({"show", "kz/a"}).code, 0);
  EXPECT_EQ(bench.Run({"checkpoint", "--renew"}).code, 0);
  EXPECT_EQ(bench.Run({"import", bench.Path("d.md"), "--date", "2022"}).code, 0);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(OlderFormat, ProvesNothingAndIsWrittenAsBefore) {
  const Workbench bench;
  ASSERT_EQ(bench.Run({"init"}).code, 0);
  bench.Write("archive/MURAGAT", "muragat archive\nformat 1\n");
  std::remove(bench.Path("archive/checkpoint").c_str());
  std::remove(bench.Path("archive/vkey").c_str());
  const Outcome imported = bench.Run({"import", bench.Write("d.md", "# A\n"), "--date", "2020"});
  EXPECT_EQ(imported.code, 0) << imported.err;
  EXPECT_EQ(imported.out, "d: +1 added\ncommitted 1 states in 1 documents, commit 1\n");
  for (const Words& words : std::vector<Words>{
           {"checkpoint"}, {"prove", "d"}, {"verify", "--against", bench.Write("kept", "x")}}) {
    const Outcome outcome = bench.Run(words);
    EXPECT_EQ(outcome.code, 2) << words[0];
    EXPECT_NE(outcome.err.find("is of format 1 and keeps no log"), std::string::npos) << outcome.err;
  }
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

}  // namespace
}  // namespace muragat::tools
