#include "muragat/diff/change.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

using Events = std::vector<ChangeEvent>;
using enum ChangeEvent;

LineageSection Cut(uint32_t lineage, std::string title, std::string body, std::string number = "",
                   uint32_t depth = 0) {
  LineageSection cut;
  cut.lineage = {lineage};
  cut.section.heading = title.empty() ? "" : "## " + title + "\n\n";
  cut.section.body = std::move(body);
  cut.section.number = std::move(number);
  cut.section.title = std::move(title);
  cut.section.depth_levels = depth;
  return cut;
}

LineageSection Teaser(uint32_t lineage, std::string title, std::string body) {
  LineageSection cut = Cut(lineage, std::move(title), std::move(body));
  cut.section.teaser = true;
  return cut;
}

// The kind of the change from one body to another under one title.
ChangeKind KindOf(const std::string& older, const std::string& newer) {
  return CompareEditions({Cut(1, "T", older)}, {Cut(1, "T", newer)}).kind;
}

TEST(CompareEditions, OfEqualEditionsIsUnchanged) {
  const std::vector<LineageSection> edition = {Cut(1, "A", "a"), Cut(2, "B", "b")};
  const DocumentChange change = CompareEditions(edition, edition);
  EXPECT_TRUE(change.sections.empty());
  EXPECT_EQ(change.kind, ChangeKind::kUnchanged);
}

TEST(CompareEditions, ShowsAChangedSection) {
  const std::vector<LineageSection> older = {Cut(1, "A", "a"), Cut(2, "Majilis", "It has 107 deputies.\n")};
  const std::vector<LineageSection> newer = {Cut(1, "A", "a"), Cut(2, "Majilis", "It has 98 deputies.\n")};
  const DocumentChange change = CompareEditions(older, newer);
  ASSERT_EQ(change.sections.size(), 1U);
  const SectionChange& section = change.sections[0];
  EXPECT_EQ(section.lineage.value, 2U);
  EXPECT_EQ(section.events, Events{kChanged});
  EXPECT_EQ(section.kind, ChangeKind::kSubstantive);
  EXPECT_EQ(section.older, &older[1]);
  EXPECT_EQ(section.newer, &newer[1]);
  EXPECT_EQ(section.older_text, "## Majilis\n\nIt has 107 deputies.\n");
  EXPECT_EQ(section.newer_text, "## Majilis\n\nIt has 98 deputies.\n");
  EXPECT_EQ(section.script, (EditScript{{EditKind::kKeep, 19, {}, 0},
                                        {EditKind::kDelete, 3, {}, 0},
                                        {EditKind::kInsert, 2, "98", 0},
                                        {EditKind::kKeep, 11, {}, 0}}));
  EXPECT_EQ(section.words_in, 1U);
  EXPECT_EQ(section.words_out, 1U);
  EXPECT_EQ(change.kind, ChangeKind::kSubstantive);
}

// A short text lies inside its std::string, where a view does not survive a move.
TEST(CompareEditions, GivesAScriptThatOutlivesMovesAndCopies) {
  std::optional<DocumentChange> change = CompareEditions({Cut(1, "", "a b")}, {Cut(1, "", "a c")});
  const DocumentChange copy = *change;
  const SectionChange moved = std::move(change->sections[0]);
  change.reset();
  EXPECT_EQ(*ApplyScript(moved.script, moved.older_text), "a c");
  EXPECT_EQ(*ApplyScript(copy.sections[0].script, "a b"), "a c");
}

TEST(CompareEditions, ShowsAddedRemovedAndReturnedSections) {
  const std::vector<LineageSection> older = {Cut(1, "A", "one two"), Cut(2, "B", "b")};
  const std::vector<LineageSection> newer = {Cut(3, "C", "c d e"), Cut(2, "B", "b"), Cut(4, "D", "d")};
  const DocumentChange change = CompareEditions(older, newer, {{4}});
  ASSERT_EQ(change.sections.size(), 3U);
  EXPECT_EQ(change.sections[0].events, Events{kAdded});
  EXPECT_EQ(change.sections[0].lineage.value, 3U);
  EXPECT_EQ(change.sections[0].older, nullptr);
  EXPECT_EQ(change.sections[0].words_in, 4U);
  EXPECT_EQ(change.sections[1].events, Events{kReturned});
  EXPECT_EQ(change.sections[2].events, Events{kRemoved});
  EXPECT_EQ(change.sections[2].lineage.value, 1U);
  EXPECT_EQ(change.sections[2].newer, nullptr);
  EXPECT_EQ(change.sections[2].words_out, 3U);
  EXPECT_EQ(change.words_in, 6U);
  EXPECT_EQ(change.words_out, 3U);
  EXPECT_EQ(change.kind, ChangeKind::kSubstantive);
}

TEST(CompareEditions, TakesAnAddedSectionWithoutTextForStructure) {
  EXPECT_EQ(CompareEditions({}, {Cut(1, "Chapter 2", "\n \n")}).kind, ChangeKind::kStructural);
}

TEST(CompareEditions, MovesAsFewSectionsAsItCan) {
  const std::vector<LineageSection> older = {Cut(1, "A", "a"), Cut(2, "B", "b"), Cut(3, "C", "c"),
                                             Cut(4, "D", "d")};
  const std::vector<LineageSection> newer = {Cut(2, "B", "b"), Cut(3, "C", "c"), Cut(1, "A", "a"),
                                             Cut(4, "D", "d")};
  const DocumentChange change = CompareEditions(older, newer);
  ASSERT_EQ(change.sections.size(), 1U);
  EXPECT_EQ(change.sections[0].lineage.value, 1U);
  EXPECT_EQ(change.sections[0].events, Events{kMoved});
  EXPECT_EQ(change.kind, ChangeKind::kStructural);
  EXPECT_EQ(change.words_in, 0U);
}

TEST(CompareEditions, MovesNothingForAnAdditionOrARemoval) {
  const DocumentChange change =
      CompareEditions({Cut(1, "A", "a"), Cut(2, "B", "b")}, {Cut(3, "N", "n"), Cut(2, "B", "b")});
  ASSERT_EQ(change.sections.size(), 2U);
  EXPECT_EQ(change.sections[0].events, Events{kAdded});
  EXPECT_EQ(change.sections[1].events, Events{kRemoved});
}

TEST(CompareEditions, TakesAnotherDepthForAMove) {
  const DocumentChange change = CompareEditions({Cut(1, "A", "a", "", 0)}, {Cut(1, "A", "a", "", 1)});
  ASSERT_EQ(change.sections.size(), 1U);
  EXPECT_EQ(change.sections[0].events, Events{kMoved});
}

TEST(CompareEditions, TellsANewTitleFromANewNumber) {
  const auto events = [](LineageSection older, LineageSection newer) {
    return CompareEditions({std::move(older)}, {std::move(newer)}).sections.at(0).events;
  };
  EXPECT_EQ(events(Cut(1, "Council", "x"), Cut(1, "Kurultai", "x")), Events{kRetitled});
  EXPECT_EQ(events(Cut(1, "Article 4. Speech", "x", "4"), Cut(1, "Article 5. Speech", "x", "5")),
            Events{kRenumbered});
  EXPECT_EQ(events(Cut(1, "Article 4. Speech", "x", "4"), Cut(1, "Article 5. Press", "y", "5")),
            (Events{kChanged, kRetitled, kRenumbered}));
}

TEST(CompareEditions, TakesOtherMarkupOfAHeadingForAChange) {
  LineageSection older = Cut(1, "A", "a"), newer = older;
  newer.section.heading = "A\n=\n\n";
  const DocumentChange change = CompareEditions({older}, {newer});
  ASSERT_EQ(change.sections.size(), 1U);
  EXPECT_EQ(change.sections[0].events, Events{kChanged});
  EXPECT_EQ(change.sections[0].kind, ChangeKind::kStructural);
}

TEST(CompareEditions, CompletesATeaser) {
  const auto older = Teaser(1, "Council", "The Council is an advisory b... Read more\n\n");
  const auto newer = Cut(1, "Council", "The Council is an advisory body of forty members.\n\n");
  const DocumentChange change = CompareEditions({older}, {newer});
  ASSERT_EQ(change.sections.size(), 1U);
  EXPECT_EQ(change.sections[0].events, (Events{kChanged, kCompleted}));
  EXPECT_EQ(change.sections[0].kind, ChangeKind::kCaptureOnly);
}

TEST(CompareEditions, CompletesNoTeaserThatBeginsInAnotherWay) {
  const auto older = Teaser(1, "Council", "The Council is an advisory b... Read more");
  const auto newer = Cut(1, "Council", "The Council is no advisory body.");
  const DocumentChange change = CompareEditions({older}, {newer});
  ASSERT_EQ(change.sections.size(), 1U);
  EXPECT_EQ(change.sections[0].events, Events{kChanged});
  EXPECT_EQ(change.sections[0].kind, ChangeKind::kSubstantive);
}

TEST(CompareEditions, TakesAnotherCutForTheCapturesDoing) {
  const DocumentChange change =
      CompareEditions({Teaser(1, "C", "It is an advisory b... Read more")},
                      {Teaser(1, "C", "It is an advisory body of forty mem… Read more")});
  ASSERT_EQ(change.sections.size(), 1U);
  EXPECT_EQ(change.sections[0].events, Events{kChanged});
  EXPECT_EQ(change.kind, ChangeKind::kCaptureOnly);
}

TEST(CompareEditions, KnowsWhatTheCaptureDid) {
  EXPECT_EQ(KindOf("a  b\n", "a b"), ChangeKind::kCaptureOnly);
  EXPECT_EQ(KindOf("“One Nation” – a country’s…", "\"One Nation\" - a country's..."),
            ChangeKind::kCaptureOnly);
  EXPECT_EQ(KindOf("ст.\u00a04", "ст. 4"), ChangeKind::kCaptureOnly);
}

TEST(CompareEditions, KnowsAnEditorsHand) {
  EXPECT_EQ(KindOf("The law, in force.", "The law in force"), ChangeKind::kEditorial);
  EXPECT_EQ(KindOf("the Parliament", "the parliament"), ChangeKind::kEditorial);
  EXPECT_EQ(KindOf("participation in thge political", "participation in the political"),
            ChangeKind::kEditorial);
  EXPECT_EQ(KindOf("The Coucil is an advisory body", "The Council is an advisory body"),
            ChangeKind::kEditorial);
}

TEST(CompareEditions, TakesWhatIsInDoubtForSubstantive) {
  EXPECT_EQ(KindOf("107 deputies", "98 deputies"), ChangeKind::kSubstantive);
  EXPECT_EQ(KindOf("a fine of 1,000 tenge", "a fine of 1.000 tenge"), ChangeKind::kSubstantive);
  EXPECT_EQ(KindOf("at least 30%", "at least 30"), ChangeKind::kSubstantive);
  EXPECT_EQ(KindOf("area of 102 m", "area of 10² m"), ChangeKind::kSubstantive);
  EXPECT_EQ(KindOf("a change of -5 points", "a change of 5 points"), ChangeKind::kSubstantive);
  EXPECT_EQ(KindOf("a lawful meeting", "an unlawful meeting"), ChangeKind::kSubstantive);
  EXPECT_EQ(KindOf("it may not sit", "it may now sit"), ChangeKind::kSubstantive);
  EXPECT_EQ(KindOf("the Senate votes", "the Senate votes twice"), ChangeKind::kSubstantive);
  EXPECT_EQ(KindOf("contract law and contract rules", "contract law and contrast rules"),
            ChangeKind::kSubstantive);
}

TEST(CompareEditions, TakesTheHeaviestKind) {
  const DocumentChange change = CompareEditions({Cut(1, "A", "a b"), Cut(2, "B", "x  y"), Cut(3, "C", "c")},
                                                {Cut(1, "A", "a, b"), Cut(2, "B", "x y"), Cut(3, "D", "c")});
  ASSERT_EQ(change.sections.size(), 3U);
  EXPECT_EQ(change.sections[0].kind, ChangeKind::kEditorial);
  EXPECT_EQ(change.sections[1].kind, ChangeKind::kCaptureOnly);
  EXPECT_EQ(change.sections[2].kind, ChangeKind::kStructural);
  EXPECT_EQ(change.kind, ChangeKind::kEditorial);
}

TEST(EventName, IsTheWordForOutput) {
  EXPECT_EQ(EventName(kAdded), "added");
  EXPECT_EQ(EventName(kRemoved), "removed");
  EXPECT_EQ(EventName(kChanged), "changed");
  EXPECT_EQ(EventName(kRetitled), "retitled");
  EXPECT_EQ(EventName(kRenumbered), "renumbered");
  EXPECT_EQ(EventName(kMoved), "moved");
  EXPECT_EQ(EventName(kSplit), "split");
  EXPECT_EQ(EventName(kMerged), "merged");
  EXPECT_EQ(EventName(kCompleted), "completed");
  EXPECT_EQ(EventName(kReturned), "returned");
}

TEST(KindName, IsTheWordForOutput) {
  EXPECT_EQ(KindName(ChangeKind::kUnchanged), "unchanged");
  EXPECT_EQ(KindName(ChangeKind::kCaptureOnly), "capture-only");
  EXPECT_EQ(KindName(ChangeKind::kStructural), "structural");
  EXPECT_EQ(KindName(ChangeKind::kEditorial), "editorial");
  EXPECT_EQ(KindName(ChangeKind::kSubstantive), "substantive");
}

}  // namespace
}  // namespace muragat
