// Ten real changes of whole documents as instructions. Each file begins with a remark on what was seen in it.
// MURAGAT_WRITE_GOLDEN=1 writes them anew, but for the remarks: look at what changed.
#include <map>

#include <gtest/gtest.h>

#include "muragat/diff/draft_instructions.h"
#include "muragat/render/instruction_text.h"
#include "tests/render/instruction_trial.h"
#include "tests/support/corpus.h"
#include "tests/support/dates.h"
#include "tests/support/golden_file.h"

namespace muragat {
namespace {

struct Change {
  const char *file, *corpus, *document, *date;
};

constexpr Change kChanges[] = {
    {"kk-holidays", "kz-laws", "kaz/10612", "2022-09-29"},
    {"kk-membership", "kz-laws", "kaz/10657", "2017-10-30"},
    {"ru-holidays", "kz-laws", "rus/10612", "2022-09-29"},
    {"ru-prize", "kz-laws", "rus/9441", "2010-06-14"},
    {"en-acceptable-use", "site-policy", "Policies/github-acceptable-use-policies.md",
     "2021-06-14T23:08:28Z"},
    {"en-subscription", "site-policy", "Policies/github-enterprise-subscription-agreement.md", "2020-07-21"},
    {"en-privacy", "ota-pga", "Telegram/Privacy Policy.md", "2023-02-04"},
    {"fr-lease", "code-civil", "Livre III/Titre VIII/Article 1729.md", "2007-03-07"},
    {"fr-nationality", "code-civil", "Livre Ier/Titre Ier bis/Article 23-2.md", "1998-09-01"},
    {"fr-savings", "fr-everything",
     "Code Monétaire Et Financier/Partie Législative/Livre II/Titre II/Chapitre Ier/Article L221-12.md",
     "2005-05-05"},
};

using Editions = std::map<ValidDate, Document>;

// The editions of the documents that are asked for, by corpus and document; each corpus is read once.
std::map<std::pair<std::string, std::string>, Editions> ReadAll() {
  std::map<std::pair<std::string, std::string>, Editions> all;
  for (const Change& change : kChanges) all[{change.corpus, change.document}];
  std::string last;
  for (const auto& [key, editions] : all) {
    if (key.first == last) continue;
    last = key.first;
    const auto path = support::FindCorpus(last);
    if (!path) return {};
    const Status read = support::ReadCorpus(*path, [&](State&& state) {
      const auto found = all.find({last, std::string(state.document.text())});
      if (found != all.end() && state.content) found->second[state.valid] = *std::move(state.content);
    });
    EXPECT_TRUE(read.ok()) << read.message();
  }
  return all;
}

std::string Render(const Editions& editions, const Change& change) {
  const Document* before = nullptr;
  const Document* after = nullptr;
  const Instant last = support::Date(change.date).Last();
  for (const auto& [valid, document] : editions) {
    if (valid.first > last) break;
    before = after;
    after = &document;
  }
  if (before == nullptr) return "there are no two editions\n";
  const auto older = NumberSections(*before, 1);
  const auto newer = ContinueSections(older, *before, *after, 1000);
  const InstructionOptions options{change.document, "the edition before", change.date, {}};
  return WriteInstructions(DraftInstructions(older, newer, CompareEditions(older, newer), options));
}

TEST(GoldenCorpusInstructions, ReadAsTheyDid) {
  const auto all = ReadAll();
  if (all.empty()) GTEST_SKIP() << "skipped: no corpus";
  for (const Change& change : kChanges) {
    const std::string made = Render(all.at({change.corpus, change.document}), change);
    support::ExpectGolden(std::string("instructions/") + change.file, made);
  }
}

}  // namespace
}  // namespace muragat
