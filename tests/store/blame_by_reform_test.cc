// Blame beside the diffs that are shown: both tell which reform brought a word.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "muragat/store/blame_reader.h"
#include "muragat/store/change_log.h"
#include "tests/store/memory_archive.h"
#include "tests/support/corpus.h"
#include "tests/support/text_words.h"

namespace muragat {
namespace {

// Of each byte of a section's text, which step's diff inserted it.
using Steps = std::vector<uint32_t>;

struct Replay {
  std::map<SectionNumber, Steps> sections;      // those that stand
  std::vector<std::set<std::string>> inserted;  // words, by step
};

// What the diffs alone say: a section's kept bytes keep their step, what a diff inserts has that diff's.
Replay ReplayDiffs(const Reader& reader, const std::vector<HistoryEntry>& history) {
  Replay replay;
  uint32_t number = 0;
  const auto visit = [&](const ChangeLogStep& step) {
    if (step.entry.corrected) return Status::Ok();
    const uint32_t now = number++;
    replay.inserted.emplace_back();
    std::map<SectionNumber, Steps> next;
    for (const LineageSection& one : step.after)
      if (const auto stood = replay.sections.find(one.lineage); stood != replay.sections.end())
        next[one.lineage] = stood->second;
    for (const SectionChange& change : step.change.sections) {
      if (change.newer == nullptr) continue;
      const Steps older = next[change.lineage];
      Steps& newer = next[change.lineage];
      newer.clear();
      size_t at = 0;
      for (const Edit& edit : change.script) {
        if (edit.kind == EditKind::kKeep)
          newer.insert(newer.end(), older.begin() + static_cast<std::ptrdiff_t>(at),
                       older.begin() + static_cast<std::ptrdiff_t>(at + edit.size_bytes));
        if (edit.kind == EditKind::kInsert) newer.insert(newer.end(), edit.size_bytes, now);
        if (edit.kind != EditKind::kInsert) at += edit.size_bytes;
      }
      for (const auto& [word, begin] : support::WordsOf(change.newer_text))
        if (newer.at(begin) == now) replay.inserted[now].insert(word);
    }
    replay.sections = std::move(next);
    return Status::Ok();
  };
  EXPECT_TRUE(WalkChanges(reader, history, 0, kLatestCommit, visit).ok());
  return replay;
}

TEST(CorpusBlame, GivesEachReformWordsThatItsDiffInsertedAndThatStillStand) {
  const auto path = support::FindCorpus("site-policy");
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  MemoryArchive archive;
  const std::set<std::string> documents =
      archive.ImportCorpus(*path, [](const std::string&) { return true; });
  size_t words = 0, later = 0, alike = 0;
  NoProgress progress;
  for (const std::string& id : documents) {
    const DocumentNumber document = archive.NumberOf(id);
    const auto history = archive.reader().ReadHistory(document);
    ASSERT_TRUE(history.ok());
    const Replay replay = ReplayDiffs(archive.reader(), *history);
    const auto blame = ReadBlame(archive.reader(), document, {.at = Instant::Last()}, progress);
    ASSERT_TRUE(blame.ok()) << blame.status().message();
    ASSERT_EQ(blame->steps.size(), replay.inserted.size());
    for (const SectionBlame& section : blame->sections) {
      const auto span_at = [&](size_t at) {
        return std::find_if(section.spans.begin(), section.spans.end(),
                            [&](const BlameSpan& span) { return at < span.end; });
      };
      for (const auto& [word, at] : support::WordsOf(section.section.section.Text())) {
        const uint32_t by_blame = span_at(at)->origin.brought;
        const uint32_t by_diff = replay.sections.at(section.section.lineage).at(at);
        ++words;
        alike += blame->steps[by_blame].reform == blame->steps[by_diff].reform ? 1u : 0u;
        later += by_blame > by_diff ? 1u : 0u;
        EXPECT_TRUE(replay.inserted[by_blame].contains(word))
            << id << ": no diff of " << FormatDate(blame->steps[by_blame].valid) << " inserted " << word;
      }
    }
  }
  std::cout << words << " words, of " << alike << " the diff names the same reform as blame; " << later
            << " are later by blame\n";
  EXPECT_GT(words, 90'000u);
  // The rest was moved, copied or came back: blame goes on to where it came from.
  EXPECT_EQ(later, 0u);
  EXPECT_GE(100 * alike, 98 * words);
}

}  // namespace
}  // namespace muragat
