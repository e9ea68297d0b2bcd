// Blame beside the diffs that are shown: both tell which reform brought a word.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "muragat/store/blame_reader.h"
#include "muragat/store/change_log.h"
#include "muragat/text/words.h"
#include "tests/store/memory_archive.h"
#include "tests/support/corpus.h"

namespace muragat {
namespace {

// Of each byte of a section's text, which step's diff inserted it.
using Steps = std::vector<uint32_t>;

struct Replay {
  std::map<SectionNumber, Steps> sections;              // those that stand
  std::vector<std::map<std::string, size_t>> inserted;  // by step: words, and how many of them
};

std::vector<std::pair<size_t, std::string>> WordsOf(std::string_view text) {
  std::vector<std::pair<size_t, std::string>> words;  // with their offsets
  size_t at = 0;
  for (const Token& token : CutWords(text)) {
    if (token.kind == TokenKind::kWord) words.emplace_back(at, text.substr(at, token.size_bytes));
    at += token.size_bytes;
  }
  return words;
}

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
      for (const auto& [begin, word] : WordsOf(change.newer_text))
        if (newer.at(begin) == now) ++replay.inserted[now][word];
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
  std::set<std::string> documents;
  Writer writer(archive.database(), archive.clock(), {});
  ASSERT_TRUE(support::ReadCorpus(*path, [&](State&& state) {
                documents.insert(state.document.text());
                ASSERT_TRUE(writer.Add(state).ok());
              }).ok());
  ASSERT_TRUE(writer.Commit().ok());
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
      for (const auto& [at, word] : WordsOf(section.section.section.Text())) {
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
