// The tree of sections of one file of each kind, as somebody read it beside the file: tests/golden/trees.
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "import/akn.h"
#include "import/format.h"
#include "import/mediawiki.h"
#include "import/warc.h"
#include "muragat/base/unpacked_stream.h"
#include "tests/support/corpus.h"
#include "tests/support/golden_file.h"

namespace muragat::import {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Title and language, then a line a section: its number, title, and bytes.
std::string Tree(const Document& document) {
  std::string tree = "title: " + document.title + "\nlanguage: " + document.language + "\n";
  for (const Section& section : document.sections) {
    tree += std::string(2 * section.depth_levels, ' ') + "[" + section.number + "] " +
            (section.title.empty() ? "(without a title)" : section.title) + ", " +
            std::to_string(section.Text().size()) + (section.teaser ? ", cut by its source" : "") + "\n";
  }
  return tree;
}

// Each state of a stream with its place, date and tree; what is refused, with the reason.
std::string Trees(StateReader& reader) {
  std::string trees;
  StateOrReason next;
  for (auto found = reader.ReadInto(next); found.ok() && *found; found = reader.ReadInto(next)) {
    if (!next.state.ok()) {
      trees += "refused: " + next.state.status().message() + "\n\n";
      continue;
    }
    trees += "document: " + next.state->document.text() + "\ndate: " + FormatDate(next.state->valid) + "\n" +
             Tree(*next.state->content) + "\n";
  }
  return trees + reader.PassedOver() + "\n";
}

TEST(GoldenTree, OfATextIsAsItWasRead) {
  const auto text = ReadDocument(
      Format::kText, ReadFile(MURAGAT_SOURCE_DIR "/tests/import/data/elections-and-political-reforms.txt"));
  ASSERT_TRUE(text.ok());
  support::ExpectGolden("trees/text", Tree(*text));
}

TEST(GoldenTree, OfMarkdownIsAsItWasRead) {
  const auto text = ReadDocument(Format::kMarkdown,
                                 ReadFile(MURAGAT_SOURCE_DIR "/examples/markdown/parliament/2022-06-14.md"));
  ASSERT_TRUE(text.ok());
  support::ExpectGolden("trees/markdown", Tree(*text));
}

TEST(GoldenTree, OfAnActIsAsItWasRead) {
  const auto path =
      support::FindShared("samples/akn/za/za-cpt/act/by-law/2003/sub-council/eng/2016-11-04/main.xml");
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  const auto act = ReadAkn(ReadFile(*path));
  ASSERT_TRUE(act.ok());
  support::ExpectGolden("trees/akn", Tree(act->document));
}

TEST(GoldenTree, OfAWikisPageIsAsItWasRead) {
  const auto path = support::FindShared("samples/mediawiki/article-pear.xml");
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  const std::string bytes = ReadFile(*path);
  const auto source = ReadMemory(bytes);
  MediaWikiReader reader(*source);
  support::ExpectGolden("trees/mediawiki", Trees(reader));
}

TEST(GoldenTree, OfArchivedPagesIsAsItWasRead) {
  const auto path = support::FindShared("samples/warc/example.warc.gz");
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  const std::string bytes = ReadFile(*path);
  const auto source = Unpack(ReadMemory(bytes));
  WarcMemory memory;
  WarcReader reader(*source, memory);
  support::ExpectGolden("trees/warc", Trees(reader));
}

}  // namespace
}  // namespace muragat::import
