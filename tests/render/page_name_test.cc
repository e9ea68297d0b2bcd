#include <random>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "muragat/render/page.h"

namespace muragat {
namespace {

TEST(PageFileName, MakesFoldersOfSegments) {
  EXPECT_EQ(PageFileName("kz/elections-and-political-reforms"), "kz/elections-and-political-reforms.html");
  EXPECT_EQ(PageFileName("Policies/dmca.md"), "Policies/dmca.md.html");
}

TEST(PageFileName, EncodesAllButPlainCharacters) {
  EXPECT_EQ(PageFileName("a b%/ә:?*\\\"<>|"), "a%20b%25/%D3%99%3A%3F%2A%5C%22%3C%3E%7C.html");
}

TEST(PageFileName, NeverLeavesTheTarget) {
  EXPECT_EQ(PageFileName("../../etc/passwd"), "%2E%2E/%2E%2E/etc/passwd.html");
  EXPECT_EQ(PageFileName("/etc/passwd"), "%/etc/passwd.html");
  EXPECT_EQ(PageFileName("a//b"), "a/%/b.html");
  EXPECT_EQ(PageFileName(""), "%.html");
  EXPECT_EQ(PageFileName(".htaccess"), "%2Ehtaccess.html");
  EXPECT_EQ(PageFileName(std::string("a\0b", 3)), "a%00b.html");
}

TEST(PageFileName, AvoidsDevicesOfWindows) {
  EXPECT_EQ(PageFileName("con"), "%63on.html");
  EXPECT_EQ(PageFileName("AUX.txt/LPT1"), "%41UX.txt/%4CPT1.html");
  EXPECT_EQ(PageFileName("console"), "console.html");
  EXPECT_EQ(PageFileName("ends with dot./x"), "ends%20with%20dot%2E/x.html");
}

TEST(PageFileName, LeavesTheIndexAndFoldersFree) {
  EXPECT_EQ(PageFileName("index"), "%69ndex.html");
  EXPECT_EQ(PageFileName("kz/index"), "kz/index.html");
  EXPECT_EQ(PageFileName("a.html/b"), "a%2Ehtml/b.html");
}

TEST(PageFileName, CutsALongPartAndEndsItInAHash) {
  const std::string one = PageFileName(std::string(1000, 'a')), other = PageFileName(std::string(1001, 'a'));
  EXPECT_EQ(one.size(), 200U);
  EXPECT_EQ(one.substr(0, 4), "aaaa");
  EXPECT_NE(one, other);
  std::string cyrillic;
  for (int i = 0; i < 100; ++i) cyrillic += "ә";
  const std::string name = PageFileName(cyrillic + "/x");
  const std::string part = name.substr(0, name.find('/'));
  EXPECT_LE(part.size(), 200U);
  EXPECT_EQ(part.substr(part.size() - 20, 4), "%D3-");  // cut between escapes, before "-" and 16 digits
}

TEST(PageFileName, IsSafeAndDifferentForAnyIds) {
  constexpr unsigned kSeed = 41;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  constexpr std::string_view kPieces[] = {"a",   ".",        "..", "/",  "%", "%2E", "html",
                                          "con", "\xd3\x99", " ",  "\n", "-", "~",   "index"};
  std::set<std::string> ids, names;
  for (int round = 0; round < 5000; ++round) {
    std::string id;
    for (size_t i = 0; i < 1 + random() % 8; ++i) id += kPieces[random() % std::size(kPieces)];
    ids.insert(id);
    const std::string name = PageFileName(id);
    names.insert(name);
    EXPECT_EQ(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-%/"),
              std::string::npos);
    std::istringstream parts(name);
    for (std::string part; std::getline(parts, part, '/');) {
      EXPECT_FALSE(part.empty() || part.front() == '.' || part.back() == '.') << name;
      EXPECT_LE(part.size(), 200U);
    }
    EXPECT_TRUE(name.ends_with(".html"));
    EXPECT_NE(name, "index.html");
  }
  EXPECT_EQ(ids.size(), names.size());
}

TEST(PageLink, ClimbsToTheFolderThatBothShare) {
  EXPECT_EQ(PageLink("kz/laws/a.html", "index.html"), "../../index.html");
  EXPECT_EQ(PageLink("kz/laws/a.html", "kz/laws/b.html"), "b.html");
  EXPECT_EQ(PageLink("kz/laws/a.html", "kz/lawyers/b.html"), "../lawyers/b.html");
  EXPECT_EQ(PageLink("index.html", "kz/a.html"), "kz/a.html");
}

TEST(PageLink, EncodesThePercentSignsOfAFileName) {
  EXPECT_EQ(PageLink("index.html", "kz/%D3%99.html"), "kz/%25D3%2599.html");
}

}  // namespace
}  // namespace muragat
