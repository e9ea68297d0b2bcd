#include "muragat/proof/signed_note.h"

#include <gtest/gtest.h>

#include "muragat/proof/checkpoint.h"
#include "tests/support/damage.h"
#include "tests/support/hex.h"

namespace muragat {
namespace {

using support::FromHex;

// The example of C2SP signed-note.
const char* const kVerifier = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const char* const kNote =
    "This is an example message.\n"
    "\n"
    "— example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

TEST(VerifierKey, VerifiesTheFirstExampleOfRfc8032) {
  const VerifierKey key("a", FromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
  const std::string signature = FromHex(
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5"
      "f059"
      "5bbe24655141438e7a100b");
  EXPECT_TRUE(key.Verify("", signature));
  EXPECT_FALSE(key.Verify("x", signature));
  EXPECT_FALSE(key.Verify("", signature.substr(1)));
}

TEST(VerifierKey, IsReadAndWrittenBack) {
  const auto key = VerifierKey::Parse(kVerifier);
  ASSERT_TRUE(key.ok()) << key.status().message();
  EXPECT_EQ(key->name(), "example.com/foo");
  EXPECT_EQ(key->HexId(), "530d903a");
  EXPECT_EQ(key->Text(), kVerifier);
}

TEST(VerifierKey, RefusesWhatIsNone) {
  for (const std::string text : {"", "example.com/foo", "example.com/foo+530d903a",
                                 "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                                 "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                                 "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                                 "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0="}) {
    EXPECT_EQ(VerifierKey::Parse(text).status().code(), StatusCode::kInvalidArgument) << text;
  }
}

TEST(CheckKeyName, RefusesSpacesAndPlus) {
  EXPECT_TRUE(CheckKeyName("қазақ.example/reforms").ok());
  for (const char* name : {"", "a b", "a+b", "a\u00a0b", "a\u3000b", "a\nb", "\xff"})
    EXPECT_EQ(CheckKeyName(name).code(), StatusCode::kInvalidArgument) << name;
}

TEST(SigningKey, SignsWhatItsVerifierVerifies) {
  const SigningKey key = SigningKey::Generate("example.org/log").value();
  const std::string signature = key.Sign("message").value();
  EXPECT_TRUE(key.verifier().Verify("message", signature));
  EXPECT_FALSE(key.verifier().Verify("massage", signature));
  EXPECT_FALSE(SigningKey::Generate("example.org/log")->verifier().Verify("message", signature));
}

TEST(SigningKey, ComesBackFromItsFile) {
  const SigningKey key = SigningKey::Generate("example.org/log").value();
  const std::string text = key.Text();
  EXPECT_EQ(text.substr(0, 28), "PRIVATE+KEY+example.org/log+");
  const auto back = SigningKey::Parse(text);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->verifier(), key.verifier());
  EXPECT_EQ(back->Sign("m").value(), key.Sign("m").value());
  EXPECT_FALSE(SigningKey::Parse(text + "\n").ok());
  EXPECT_FALSE(SigningKey::Parse(text.substr(8)).ok());
  EXPECT_FALSE(SigningKey::Parse(key.verifier().Text()).ok());
}

TEST(SignedNote, TheExampleHolds) {
  const auto note = ParseNote(kNote);
  ASSERT_TRUE(note.ok());
  EXPECT_EQ(note->text, "This is an example message.\n");
  EXPECT_EQ(RenderNote(*note), kNote);
  EXPECT_TRUE(VerifyNote(*note, VerifierKey::Parse(kVerifier).value()));
}

TEST(SignedNote, OtherSignaturesArePassedOverAndAFalseOneOfTheKeyIsNot) {
  const VerifierKey key = VerifierKey::Parse(kVerifier).value();
  const SigningKey other = SigningKey::Generate("example.com/foo").value();
  SignedNote note = ParseNote(kNote).value();
  ASSERT_TRUE(SignNote(note, other).ok());
  EXPECT_TRUE(VerifyNote(note, key));
  EXPECT_TRUE(VerifyNote(note, other.verifier()));
  SignedNote false_one = note;
  false_one.signatures.push_back(false_one.signatures.front());
  false_one.signatures.back().bytes[5] ^= 1;
  EXPECT_FALSE(VerifyNote(false_one, key));
  note.signatures.erase(note.signatures.begin());
  EXPECT_FALSE(VerifyNote(note, key));
}

TEST(SignedNote, RefusesWhatIsNone) {
  const std::string note = kNote;
  const std::string text = note.substr(0, note.find("\n\n") + 1), line = note.substr(text.size() + 1);
  for (const std::string& bytes :
       {std::string(), text, text + "\n", text + line, note.substr(0, note.size() - 1), note + "\n",
        note + "x\n", text + "\n- " + line.substr(4), "a\tb\n\n" + line, "\xff\n\n" + line,
        text + "\n— example.com/foo \n", text + "\n— Uw2QOkn8\n"}) {
    EXPECT_EQ(ParseNote(bytes).status().code(), StatusCode::kCorruption) << bytes;
  }
  std::string many = text + "\n";
  for (int i = 0; i < 64; ++i) many += line;
  EXPECT_TRUE(ParseNote(many).ok());
  EXPECT_FALSE(ParseNote(many + line).ok());
}

TEST(SignedNote, NoCutAndNoFlippedBitHolds) {
  const VerifierKey key = VerifierKey::Parse(kVerifier).value();
  support::ForEachDamage(kNote, [&](std::string_view damaged) {
    const auto note = ParseNote(damaged);
    EXPECT_FALSE(note.ok() && VerifyNote(*note, key)) << damaged;
  });
}

// The example of C2SP tlog-checkpoint.
TEST(TreeHead, IsThreeLines) {
  const std::string text =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  const auto head = ParseHead(text);
  ASSERT_TRUE(head.ok());
  EXPECT_EQ(head->origin, "example.com/behind-the-sofa");
  EXPECT_EQ(head->size, 20852163u);
  EXPECT_EQ(FormatDigest(head->root).substr(0, 8), "0ac5186a");
  EXPECT_EQ(RenderHead(*head), text);
  for (const std::string& other :
       {std::string(), text.substr(1 + text.find('\n')), text + "more\n", "\n" + text.substr(text.find('2')),
        text.substr(0, text.size() - 1), std::string("a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"),
        std::string("a\n1\nCsUYapGGPo4=\n")}) {
    EXPECT_EQ(ParseHead(other).status().code(), StatusCode::kCorruption) << other;
  }
}

}  // namespace
}  // namespace muragat
