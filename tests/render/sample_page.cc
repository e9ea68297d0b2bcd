#include "tests/render/sample_page.h"

namespace muragat {
namespace {

PageReform MakeReform(const char* title, const char* date, const char* iso_date, double year,
                      uint64_t words_in, uint64_t words_out) {
  PageReform reform;
  reform.title = title;
  reform.date = date;
  reform.iso_date = iso_date;
  reform.year = year;
  reform.words_in = words_in;
  reform.words_out = words_out;
  return reform;
}

PageSectionChange MakeChange(size_t reform, const char* title, uint64_t words_in, uint64_t words_out,
                             std::vector<ChangeEvent> events, std::vector<MarkedPiece> marked = {}) {
  PageSectionChange change;
  change.reform = reform;
  change.section_title = title;
  change.words_in = words_in;
  change.words_out = words_out;
  change.events = std::move(events);
  change.marked = std::move(marked);
  return change;
}

PageSection MakeSection(uint64_t lineage, const char* title, const char* since, const char* body) {
  PageSection section;
  section.lineage = lineage;
  section.title = title;
  section.since = since;
  section.body = body;
  return section;
}

PageSection Majilis() {
  PageSection section =
      MakeSection(2, "Majilis", "in force since 8 June 2022",
                  "The Majilis consists of **ninety-eight** deputies, elected as the "
                  "[law](https://example.org/law) says; see [Senate](#senate).\n\n"
                  "1) from party lists;\n3) from districts.\n\n| Convocation | Deputies |\n|---|--:|\n"
                  "| Seventh | 107 |\n| Eighth | 98 |\n");
  section.history = {MakeChange(2, "Majilis", 14, 22, {ChangeEvent::kChanged},
                                {{EditKind::kKeep, "The Majilis consists of "},
                                 {EditKind::kDelete, "one hundred and seven deputies"},
                                 {EditKind::kInsert, "ninety-eight deputies"},
                                 {EditKind::kKeep, ", elected …"}}),
                     MakeChange(0, "Lower chamber", 21, 0, {ChangeEvent::kAdded})};
  return section;
}

}  // namespace

Page SamplePage() {
  Page page;
  page.document = "kz/constitutional-order/parliament";
  page.title = "Parliament of the Republic";
  page.language = "en";
  page.as_of = "8 June 2022";
  page.as_of_year = 2022.43;
  page.recorded = "23 November 2026";
  page.commit = 41;
  page.source_url = "https://example.org/parliament?a=1&b=2";
  page.media_type = "text/markdown";
  page.index_href = "../../index.html";
  page.reforms = {MakeReform("Constitution of 1995", "30 August 1995", "1995-08-30", 1995.66, 2100, 0),
                  MakeReform("Update of 1 June 2020", "1 June 2020", "2020-06-01", 2020.42, 51, 0),
                  MakeReform("Referendum of 5 June 2022", "8 June 2022", "2022-06-08", 2022.43, 940, 610),
                  MakeReform("Kurultai decree", "14 June 2022", "2022-06-14", 2022.45, 90, 12)};
  page.reforms[3].in_future = true;
  page.reforms[2].gone = {MakeChange(2, "Assembly seats", 0, 5, {ChangeEvent::kRemoved},
                                     {{EditKind::kDelete, "Nine deputies of the Assembly."}})};
  page.sections = {
      MakeSection(1, "Two chambers", "in force since 30 August 1995",
                  "Parliament consists of two chambers.\n"),
      Majilis(),
      MakeSection(3, "Senate", "in force since 30 August 1995", "The Senate consists of deputies.\n"),
      MakeSection(
          5, "Party list quotas", "seen 1 June 2020",
          "A quota for women and young people in party lists became obligatory under th... Read more\n"),
      MakeSection(7, "National Kurultai", "in force since 8 June 2022", "The Kurultai is advisory.\n")};
  page.sections[2].number = "3";
  page.sections[2].depth_levels = 1;
  page.sections[3].teaser = true;
  page.sections[4].note = "was National Council of Public Trust";
  page.sections[0].history = {MakeChange(0, "Two chambers", 24, 0, {ChangeEvent::kAdded})};
  page.sections[2].history = {MakeChange(0, "Senate", 30, 0, {ChangeEvent::kAdded})};
  page.sections[3].history = {MakeChange(1, "Party list quotas", 31, 0, {ChangeEvent::kAdded})};
  page.sections[4].history = {
      MakeChange(2, "National Kurultai", 12, 3, {ChangeEvent::kChanged, ChangeEvent::kRetitled}),
      MakeChange(1, "National Council of Public Trust", 20, 0, {ChangeEvent::kAdded})};
  return page;
}

}  // namespace muragat
