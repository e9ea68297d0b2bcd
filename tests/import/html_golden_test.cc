#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "import/html.h"

namespace muragat::import {
namespace {

const std::string kFolder = MURAGAT_SOURCE_DIR "/tests/import/data/html/";

std::string ReadFile(const std::string& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// What a page says of itself, its tree of sections, and its text.
std::string Describe(const HtmlPage& page) {
  std::string text = "title: " + page.document.title + "\nlanguage: " + page.document.language +
                     "\nsource: " + page.facts.source_url +
                     "\ndate: " + (page.facts.date ? FormatDate(*page.facts.date) : "") + "\n\n";
  for (const Section& section : page.document.sections) {
    text += std::string(2 * section.depth_levels, ' ') + "[" + section.number + "] " +
            (section.title.empty() ? "(before the first heading)" : section.title) + "\n";
  }
  return text + "\n" + page.document.Text();
}

// The first line of each file is the remark of a person who read the rest beside the page.
TEST(GoldenHtml, PagesReadAsTheyDid) {
  for (const char* name : {"old-law", "portal", "portlet"}) {
    const auto page = ReadHtml(ReadFile(kFolder + name + ".html"));
    ASSERT_TRUE(page.ok()) << name << ": " << page.status().message();
    const std::string made = Describe(*page), path = kFolder + name + ".txt", golden = ReadFile(path);
    const std::string remark = golden.substr(0, golden.find('\n') + 1);
    if (std::getenv("MURAGAT_WRITE_GOLDEN") != nullptr) {
      std::ofstream(path, std::ios::binary) << (remark.empty() ? "Remark: \n" : remark) << "\n" << made;
      continue;
    }
    EXPECT_TRUE(remark.starts_with("Remark: ") && remark.size() > 20) << path;
    EXPECT_EQ(golden, remark + "\n" + made) << name;
  }
}

}  // namespace
}  // namespace muragat::import
