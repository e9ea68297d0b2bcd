// Ten real changes as a person reads them, inline and side by side. Each file begins with a remark on what
// was seen in it. MURAGAT_WRITE_GOLDEN=1 writes them anew, but for the remarks: look at what changed.
#include <map>

#include <gtest/gtest.h>

#include "muragat/diff/section_match.h"
#include "muragat/render/inline_text.h"
#include "muragat/render/side_by_side.h"
#include "tests/support/corpus.h"
#include "tests/support/dates.h"
#include "tests/support/golden_file.h"

namespace muragat {
namespace {

struct Change {
  const char *file, *corpus, *document, *date, *title;  // the title's beginning, in the newer edition
};

constexpr Change kChanges[] = {
    {"kk-holidays", "kz-laws", "kaz/10612", "2022-09-29", "2-бап"},
    {"kk-membership", "kz-laws", "kaz/10657", "2017-10-30", "4-бап"},
    {"kk-terms", "kz-laws", "kaz/4051", "2008-01-01", "1-бап"},
    {"ru-holidays", "kz-laws", "rus/10612", "2022-09-29", "Статья 2."},
    {"ru-public-order", "kz-laws", "rus/20570", "2020-07-07", "Об участии"},
    {"ru-prize", "kz-laws", "rus/9441", "2010-06-14", "О Государственной"},
    {"en-marketplace", "site-policy", "Policies/github-terms/github-marketplace-terms-of-service.md",
     "2023-03-15", "A. GitHub"},
    {"en-conduct", "site-policy", "Policies/github-event-code-of-conduct.md", "2021-05-27", ""},
    {"fr-lease", "code-civil", "Livre III/Titre VIII/Article 1729.md", "2007-03-07", "Article 1729"},
    {"fr-nationality", "code-civil", "Livre Ier/Titre Ier bis/Article 23-2.md", "1998-09-01", "Article 23-2"},
};

std::vector<LineageSection> Number(const std::vector<Section>& sections, uint32_t first) {
  std::vector<LineageSection> numbered;
  for (const Section& section : sections) numbered.push_back({{first++}, section});
  return numbered;
}

// The edition of a document on that day and the one before it.
Result<std::pair<Document, Document>> ReadPair(const std::string& path, const Change& change) {
  std::map<ValidDate, Document> editions;
  MURAGAT_RETURN_IF_ERROR(support::ReadCorpus(path, [&](State&& state) {
    if (state.document.text() == change.document && state.content)
      editions[state.valid] = *std::move(state.content);
  }));
  const Instant last = support::Date(change.date).Last();
  const Document* before = nullptr;
  const Document* after = nullptr;
  for (const auto& [valid, document] : editions) {
    if (valid.first > last) break;
    before = after;
    after = &document;
  }
  if (before == nullptr) return Status::NotFound("no two editions");
  return std::pair(*before, *after);
}

std::string Render(const Document& before, const Document& after, const Change& change) {
  const auto older = Number(before.sections, 1);
  auto newer = Number(after.sections, 1000);
  const auto matches = MatchSections(before.sections, after.sections);
  for (size_t i = 0; i < matches.size(); ++i)
    if (matches[i]) newer[i].lineage = older[*matches[i]].lineage;
  const DocumentChange document = CompareEditions(older, newer);
  for (const SectionChange& section : document.sections) {
    if (section.newer == nullptr || !section.newer->section.title.starts_with(change.title)) continue;
    return RenderInlineChange(section, {}) + "\n" + RenderSideBySide(section, {.width_columns = 100});
  }
  return "no such section has changed\n";
}

TEST(GoldenCorpusChanges, ReadAsTheyDid) {
  for (const Change& change : kChanges) {
    const auto path = support::FindCorpus(change.corpus);
    if (!path) GTEST_SKIP() << "skipped: no corpus";
    const auto pair = ReadPair(*path, change);
    ASSERT_TRUE(pair.ok()) << change.file << ": " << pair.status().message();
    const std::string made = Render(pair->first, pair->second, change);
    support::ExpectGolden(std::string("changes/") + change.file, made);
  }
}

}  // namespace
}  // namespace muragat
