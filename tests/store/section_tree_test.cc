#include "muragat/store/section_tree.h"

#include <gtest/gtest.h>

#include "muragat/proof/tree_builder.h"
#include "muragat/proof/tree_hash.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using support::Random;

// An edition: which sections stand in it, and their texts.
struct Sample {
  std::vector<SectionRef> refs;
  std::vector<Section> sections;
};

Section TextOf(const SectionRef& ref) {
  const std::string name = std::to_string(ref.section.value) + "." + std::to_string(ref.ordinal.value);
  return {.heading = "# " + name + "\n", .body = "body of " + name, .number = name, .title = "Title " + name};
}

void Append(Sample& sample, uint32_t section, uint32_t ordinal, uint32_t depth = 0) {
  sample.refs.push_back({{section}, {ordinal}, depth});
  sample.sections.push_back(TextOf(sample.refs.back()));
}

// The root as the definition has it, without what was known before.
Digest RootAnew(const Sample& sample) {
  std::vector<Digest> leaves;
  for (size_t i = 0; i < sample.refs.size(); ++i) {
    const Digest text = DigestOf({sample.sections[i].Text()});
    leaves.push_back(HashLeaf(EncodeSectionLine(LineOf(i, sample.refs[i], sample.sections[i], text))));
  }
  return RootOf(leaves);
}

Digest Update(SectionTree& tree, const Sample& before, const Sample& sample) {
  return tree.Update(before.refs, sample.refs, ViewsOf(sample.sections));
}

TEST(SectionTree, OfNoSectionsIsEmpty) {
  SectionTree tree;
  EXPECT_EQ(Update(tree, {}, {}), HashEmpty());
}

TEST(SectionTree, OfOneSectionIsItsLine) {
  Sample sample;
  Append(sample, 1, 0);
  SectionTree tree;
  EXPECT_EQ(Update(tree, {}, sample), RootAnew(sample));
  EXPECT_EQ(LineOf(4, sample.refs[0], sample.sections[0], {}).text_bytes, sample.sections[0].Text().size());
}

TEST(SectionTree, KeepsNothingOfASingleSection) {
  Sample one, three, changed;
  Append(one, 1, 0);
  for (uint32_t i = 1; i <= 3; ++i) Append(three, i, 0);
  Append(changed, 1, 1);
  SectionTree tree;
  EXPECT_EQ(Update(tree, {}, one), RootAnew(one));
  EXPECT_EQ(tree.SizeBytes(), 0U);
  EXPECT_EQ(Update(tree, one, three), RootAnew(three));
  EXPECT_GT(tree.SizeBytes(), 0U);
  EXPECT_EQ(Update(tree, three, changed), RootAnew(changed));
  EXPECT_EQ(tree.SizeBytes(), 0U) << "nor what was kept before";
}

// The text of a section that did not change is not read again: here it has become another, unnoticed.
TEST(SectionTree, HashesOnlyWhatChanged) {
  Sample first, second;
  for (uint32_t i = 1; i <= 200; ++i) {
    Append(first, i, 0);
    Append(second, i, i == 100 ? 1 : 0);
  }
  SectionTree tree;
  Update(tree, {}, first);
  const Digest expected = RootAnew(second);
  for (size_t i = 0; i < 200; ++i) {
    if (i != 99) second.sections[i].body = "never read";
  }
  EXPECT_EQ(Update(tree, first, second), expected);
}

// A line holds its place, so it is hashed again where the section moved; its text is not.
TEST(SectionTree, KnowsTheTextOfASectionThatMoved) {
  Sample first, second;
  for (uint32_t i = 1; i <= 5; ++i) Append(first, i, 0);
  Append(second, 9, 0);
  for (uint32_t i = 1; i <= 5; ++i) Append(second, i, 0);
  SectionTree tree;
  Update(tree, {}, first);
  EXPECT_EQ(Update(tree, first, second), RootAnew(second));
}

TEST(SectionTree, WithoutTheEditionBeforeHashesEverything) {
  Sample first, second;
  Append(first, 1, 0);
  Append(first, 2, 0);
  Append(second, 1, 1);
  Append(second, 2, 0);
  SectionTree tree;
  EXPECT_EQ(Update(tree, first, second), RootAnew(second));
}

TEST(SectionTree, LawIsTheTreeOfItsLinesWhateverCameBefore) {
  constexpr uint32_t kSeed = 21;
  Random random(kSeed);
  SectionTree tree;
  Sample before;
  for (int edition = 0; edition < 400; ++edition) {
    Sample next;
    uint32_t section = 0;
    for (size_t count = random.Below(18); next.refs.size() < count;) {
      section += 1 + random.Below(2);
      Append(next, section, random.Below(3), random.Below(2));
    }
    if (random.OneIn(3) && next.refs.size() > 1) {
      std::swap(next.refs.front(), next.refs.back());
      std::swap(next.sections.front(), next.sections.back());
    }
    ASSERT_EQ(Update(tree, before, next), RootAnew(next)) << "seed " << kSeed << ", edition " << edition;
    before = next;
  }
}

}  // namespace
}  // namespace muragat
