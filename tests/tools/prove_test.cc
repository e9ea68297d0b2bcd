// checkpoint, prove, verify-proof, and the second verifier.
#include <cstdio>
#include <cstdlib>

#include <gtest/gtest.h>

#include "muragat/base/sha256.h"
#include "muragat/proof/text_proof.h"
#include "tests/support/damage.h"
#include "tests/support/random.h"
#include "tests/support/random_document.h"
#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

const std::string kScript = std::string(MURAGAT_SOURCE_DIR) + "/scripts/verify_proof.py";

std::string Key(const Workbench& bench) { return bench.Path("archive/vkey"); }

bool HasPython() { return Child({"python3", "-c", ""}).Wait().code == 0; }

Outcome RunScript(const Words& words) {
  Words all = {"python3", kScript};
  all.insert(all.end(), words.begin(), words.end());
  return Child(all).Wait();
}

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

// Both verifiers judge alike what archives of random histories prove.
// Proofs of an archive of random documents.
void ExpectToJudgeAlike(uint32_t seed, int proofs) {
  const Workbench bench;
  support::Random random(seed);
  Document document = support::RandomDocument(random);
  for (int i = 0; i < 12; ++i) {
    bench.Import("kz/d" + std::to_string(i % 3), std::to_string(2000 + i), document.Text(),
                 {"--reform", "Law " + std::to_string(i / 2)});
    document = support::ChangeDocument(document, random);
  }
  for (int i = 0; i < proofs; ++i) {
    const std::string id = "kz/d" + std::to_string(random.Below(3));
    const std::string year = std::to_string(2003 + random.Below(10));
    const auto tree = Lines(bench.Run({"tree", id, "--as-of", year, "--json"}).out);
    if (tree.empty()) continue;
    const std::string& row = tree[random.Below(tree.size())];
    const size_t at = row.find("\"section\":\"") + 11;
    const std::string address = id + "#" + row.substr(at, row.find('"', at) - at);
    const std::string file = bench.Path("p" + std::to_string(i));
    ASSERT_EQ(bench.Run({"prove", address, "--as-of", year, "-o", file}).code, 0) << address << " " << year;
    EXPECT_LT(bench.Read("p" + std::to_string(i)).size(), 4096u);
    const std::string text = bench.Write("text", bench.Run({"show", address, "--as-of", year, "--raw"}).out);
    EXPECT_EQ(bench.Run({"verify-proof", file, "--key", Key(bench), "--text", text}).code, 0);
    const Outcome second = RunScript({file, Key(bench), text});
    EXPECT_EQ(second.code, 0) << second.err;
    EXPECT_EQ(second.out.substr(0, 7 + address.size()), "holds: " + address);
    EXPECT_EQ(RunScript({file, Key(bench), bench.Write("other", "x")}).code, 1);
  }
}

// As many archives as the environment says; scripts/campaigns.sh tries 500.
TEST(SecondVerifier, JudgesAsTheProgramDoes) {
  if (!HasPython()) GTEST_SKIP() << "skipped: no python3";
  constexpr uint32_t kSeed = 31;
  const char* const count = std::getenv("MURAGAT_RANDOM_ARCHIVES");
  const uint32_t archives = count != nullptr ? static_cast<uint32_t>(std::strtoul(count, nullptr, 10)) : 1;
  for (uint32_t i = 0; i < archives; ++i) {
    SCOPED_TRACE("seed " + std::to_string(kSeed + i));
    ExpectToJudgeAlike(kSeed + i, archives == 1 ? 12 : 2);
  }
}

// A proof of one leaf in each tree, and one whose three trees have 64, 40 and 41.
class SecondVerifierOf : public testing::TestWithParam<bool> {};

TEST_P(SecondVerifierOf, RefusesEveryCutAndEveryFlippedBitAsTheProgramDoes) {
  const Workbench bench;
  if (!HasPython()) GTEST_SKIP() << "skipped: no python3";
  std::string text = "# A\n\nB\n";
  if (GetParam()) {
    for (int i = 0; i < 40; ++i) bench.Import("kz/b", std::to_string(1900 + i), std::to_string(i));
    for (int i = 1; i < 64; ++i) text += "# " + std::to_string(i) + "\n\nText.\n";
    std::string states = "{\"document\":\"kz/a\",\"date\":\"2020\",\"body\":\"" + text + "\"}\n";
    for (size_t at = 0; (at = states.find('\n', at)) != states.size() - 1; at += 2)
      states.replace(at, 1, "\\n");
    for (int i = 1; i < 40; ++i)
      states += "{\"document\":\"kz/c" + std::to_string(i) + "\",\"date\":\"2020\",\"body\":\"x\"}\n";
    const Outcome imported = bench.Run({"import", "-", "--format", "jsonl"}, states);
    ASSERT_EQ(imported.code, 0) << imported.err;
  } else {
    bench.Import("kz/a", "2020", text);
  }
  ASSERT_EQ(bench.Run({"prove", "kz/a#s1", "-o", bench.Path("p.proof")}).code, 0);
  const std::string proof = bench.Read("p.proof");
  const std::string vkey = Lines(bench.Read("archive/vkey")).front();
  const VerifierKey key = VerifierKey::Parse(vkey).value();
  support::ForEachDamage(proof, [&](std::string_view damaged) {
    const auto parsed = ParseProof(damaged);
    EXPECT_FALSE(parsed.ok() && VerifyProof(*parsed, key).ok()) << damaged;
  });
  // One run of the script for all: a process for each would take minutes.
  const std::string program =
      "import sys; sys.dont_write_bytecode = True; sys.path.insert(0, sys.argv[1])\n"
      "import verify_proof\n"
      "proof, key = open(sys.argv[2], 'rb').read(), sys.argv[3]\n"
      "def holds(data):\n"
      "    try:\n"
      "        verify_proof.check(data.decode(), key)\n"
      "        return True\n"
      "    except (ValueError, IndexError):\n"
      "        return False\n"
      "assert holds(proof)\n"
      "cuts = [proof[:size] for size in range(len(proof))]\n"
      "flips = [proof[:at] + bytes([proof[at] ^ 1 << bit]) + proof[at + 1:] for at in range(len(proof)) for "
      "bit in range(8)]\n"
      "print(len(cuts + flips), sum(map(holds, cuts + flips)))\n";
  const Outcome second = Child({"python3", "-c", program, std::string(MURAGAT_SOURCE_DIR) + "/scripts",
                                bench.Path("p.proof"), vkey})
                             .Wait();
  EXPECT_EQ(second.out, std::to_string(proof.size() * 9) + " 0\n") << second.err;
}

INSTANTIATE_TEST_SUITE_P(Proofs, SecondVerifierOf, testing::Bool(),
                         [](const auto& large) { return large.param ? "Large" : "Small"; });

}  // namespace
}  // namespace muragat::tools
