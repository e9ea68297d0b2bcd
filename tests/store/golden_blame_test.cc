// Five real sections with the reform of each word in the margin. Each file begins with a remark on what was
// seen in it. MURAGAT_WRITE_GOLDEN=1 writes them anew, but for the remarks: look at what changed.
#include <map>

#include <gtest/gtest.h>

#include "muragat/render/margin_text.h"
#include "muragat/store/blame_reader.h"
#include "tests/store/memory_archive.h"
#include "tests/support/corpus.h"
#include "tests/support/dates.h"
#include "tests/support/golden_file.h"

namespace muragat {
namespace {

struct Blamed {
  const char *file, *corpus, *document, *title;  // the title's beginning
  const char* date;                              // whose text it is
};

constexpr Blamed kSections[] = {
    {"kk-holidays", "kz-laws", "kaz/10612", "2-бап", "2023"},
    {"ru-holidays", "kz-laws", "rus/10612", "Статья 2.", "2023"},
    {"en-spam", "site-policy", "Policies/acceptable-use-policies/github-acceptable-use-policies.md",
     "4. Spam", "2025"},
    {"fr-lease", "code-civil", "Livre III/Titre VIII/Article 1729.md", "Article 1729", "2020"},
    {"fr-electors", "fr-everything", "Code Électoral/Partie Législative/Livre II/Titre II/Article L280.md",
     "", "2016"},
};

std::string Render(const MemoryArchive& archive, const Blamed& blamed) {
  NoProgress progress;
  const auto blame = ReadBlame(archive.reader(), archive.NumberOf(blamed.document),
                               {.at = support::Date(blamed.date).Last()}, progress);
  EXPECT_TRUE(blame.ok()) << blame.status().message();
  for (const SectionBlame& section : blame->sections) {
    if (!section.section.section.title.starts_with(blamed.title)) continue;
    const std::string text = section.section.section.Text();
    std::vector<MarginNote> stretches;
    for (const BlameSpan& span : section.spans) {
      const BlameStep& step = blame->steps[span.origin.brought];
      std::string note = FormatDate(step.valid).substr(0, 10);
      if (step.reform.value != 0) note += " " + archive.reader().ReadReform(step.reform)->title;
      for (const WordOrigin::Absence& away : span.origin.away)
        note += ", away " + FormatDate(blame->steps[away.gone].valid).substr(0, 10) + " to " +
                FormatDate(blame->steps[away.back].valid).substr(0, 10);
      stretches.push_back({note, text.substr(span.begin, span.end - span.begin)});
    }
    constexpr size_t kWidth = 110;
    return RenderWithMargin(stretches, kWidth);
  }
  return "there is no such section\n";
}

TEST(GoldenCorpusBlame, ReadsAsItDid) {
  for (const Blamed& blamed : kSections) {
    const auto path = support::FindCorpus(blamed.corpus);
    if (!path) GTEST_SKIP() << "skipped: no corpus";
    std::vector<State> states;
    ASSERT_TRUE(support::ReadCorpus(*path, [&](State&& state) {
                  if (state.document.text() == blamed.document) states.push_back(std::move(state));
                }).ok());
    MemoryArchive archive;
    archive.Import(states);
    support::ExpectGolden(std::string("blame/") + blamed.file, Render(archive, blamed));
  }
}

}  // namespace
}  // namespace muragat
