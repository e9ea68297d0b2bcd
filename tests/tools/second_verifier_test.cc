// The second verifier, scripts/verify_proof.py, beside the program.
#include <cstdlib>
#include <iostream>
#include <numeric>

#include <gtest/gtest.h>

#include "muragat/proof/text_proof.h"
#include "tests/support/damage.h"
#include "tests/support/made_proof.h"
#include "tests/support/random.h"
#include "tests/support/random_document.h"
#include "tests/tools/child.h"

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

// Whether the program refuses each cut and each flipped bit of a proof that holds.
void ExpectAllDamageRefused(const std::string& proof, const VerifierKey& key) {
  EXPECT_TRUE(VerifyProof(ParseProof(proof).value(), key).ok());
  support::ForEachDamage(proof, [&](std::string_view damaged) {
    const auto parsed = ParseProof(damaged);
    EXPECT_FALSE(parsed.ok() && VerifyProof(*parsed, key).ok()) << damaged;
  });
}

// What the second verifier says of the same: a line for each file, how many it was given and how many of them
// hold. One run of the script for all: a process for each would take minutes.
std::string JudgeDamage(const Words& files, const std::string& vkey) {
  const std::string program =
      "import sys; sys.dont_write_bytecode = True; sys.path.insert(0, sys.argv[1])\n"
      "import verify_proof\n"
      "key = sys.argv[2]\n"
      "def holds(data):\n"
      "    try:\n"
      "        verify_proof.check(data.decode(), key)\n"
      "        return True\n"
      "    except (ValueError, IndexError):\n"
      "        return False\n"
      "for file in sys.argv[3:]:\n"
      "    proof = open(file, 'rb').read()\n"
      "    assert holds(proof)\n"
      "    cuts = [proof[:size] for size in range(len(proof))]\n"
      "    flips = [proof[:at] + bytes([proof[at] ^ 1 << bit]) + proof[at + 1:] for at in range(len(proof)) "
      "for bit in range(8)]\n"
      "    print(len(cuts + flips), sum(map(holds, cuts + flips)))\n";
  Words words = {"python3", "-c", program, std::string(MURAGAT_SOURCE_DIR) + "/scripts", vkey};
  words.insert(words.end(), files.begin(), files.end());
  const Outcome outcome = Child(words).Wait();
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  return outcome.out;
}

// Both verifiers judge alike what an archive of a random history proves.
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
  ExpectAllDamageRefused(proof, key);
  EXPECT_EQ(JudgeDamage({bench.Path("p.proof")}, vkey), std::to_string(proof.size() * 9) + " 0\n");
}

INSTANTIATE_TEST_SUITE_P(Proofs, SecondVerifierOf, testing::Bool(),
                         [](const auto& large) { return large.param ? "Large" : "Small"; });

// Proofs whose three trees have so many leaves each, at a place that differs from size to size.
// scripts/campaigns.sh tries all sizes up to 64; the program by itself does so in every run
// (tests/proof/text_proof_test.cc).
TEST(SecondVerifier, RefusesEveryCutAndEveryFlippedBitOfTreesOfAnySize) {
  if (!HasPython()) GTEST_SKIP() << "skipped: no python3";
  const Workbench bench;
  std::vector<uint64_t> sizes = {3, 33};
  if (const char* const all = std::getenv("MURAGAT_PROOF_LEAVES"); all != nullptr) {
    sizes.resize(std::strtoul(all, nullptr, 10));
    std::iota(sizes.begin(), sizes.end(), 1U);
  }
  const SigningKey key = SigningKey::Generate("example.org/log").value();
  Words files;
  std::string expected;
  uint64_t damages = 0;
  for (const uint64_t leaves : sizes) {
    const std::string proof = RenderProof(support::MakeProof(leaves, leaves * 2 / 3, key));
    ExpectAllDamageRefused(proof, key.verifier());
    files.push_back(bench.Write(std::to_string(leaves) + ".proof", proof));
    expected += std::to_string(proof.size() * 9) + " 0\n";
    damages += proof.size() * 9;
  }
  EXPECT_EQ(JudgeDamage(files, key.verifier().Text()), expected);
  std::cout << "campaign: " << files.size() << " proofs of trees of up to " << sizes.back() << " leaves, "
            << damages << " damages, all refused twice\n";
}

}  // namespace
}  // namespace muragat::tools
