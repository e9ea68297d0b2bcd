#include "tests/render/sample_reform.h"

namespace muragat {
namespace {

ReformDocument Parliament() {
  ReformDocument document;
  document.document = "kz/parliament";
  document.title = "Parliament of the Republic";
  document.language = "en";
  document.href = "../../documents/kz/parliament.html";
  document.before = {"in force since 21 May 2007", "https://example.org/parliament?of=2007&a=b"};
  document.after = {"in force since 8 June 2022", "a printed gazette"};
  document.words_in = 24;
  document.words_out = 12;
  document.instructions = "1. In Majilis, for “107” substitute “98”.\n";
  document.sections.resize(4);
  ReformSection& majilis = document.sections[0];
  majilis.lineage = 2;
  majilis.number = "50";
  majilis.title = "Majilis";
  majilis.was = "Lower chamber";
  majilis.events = {ChangeEvent::kChanged, ChangeEvent::kRetitled, ChangeEvent::kMoved};
  majilis.kind = ChangeKind::kSubstantive;
  majilis.words_in = 5;
  majilis.words_out = 5;
  majilis.before_since = "in force since 21 May 2007";
  majilis.marked = {{EditKind::kKeep, "Two chambers make the law.\n\nThe Majilis consists of "},
                    {EditKind::kDelete, "one hundred and seven deputies"},
                    {EditKind::kInsert, "ninety-eight deputies"},
                    {EditKind::kKeep, ", elected …"}};
  ReformSection& senate = document.sections[1];
  senate.lineage = 9;
  senate.title = "Senate";
  senate.events = {ChangeEvent::kAdded, ChangeEvent::kSplit};
  senate.kind = ChangeKind::kSubstantive;
  senate.words_in = 19;
  senate.from = {"Chambers", ""};
  senate.to = {"Senate", "Majilis"};
  senate.marked = {{EditKind::kInsert, "The Senate consists of deputies."}};
  ReformSection& moved = document.sections[2];
  moved.lineage = 3;
  moved.title = "Laws";
  moved.events = {ChangeEvent::kMoved};
  moved.kind = ChangeKind::kStructural;
  moved.before_since = "seen 1 June 2020";
  ReformSection& gone = document.sections[3];
  gone.lineage = 4;
  gone.events = {ChangeEvent::kRemoved};
  gone.kind = ChangeKind::kSubstantive;
  gone.words_out = 7;
  gone.before_since = "in force since 21 May 2007";
  gone.is_there = false;
  gone.marked = {{EditKind::kDelete, "Nine deputies of the Assembly."}};
  return document;
}

}  // namespace

ReformPage SampleReform() {
  ReformPage page;
  page.id = "2022-06-08/referendum-of-5-june-2022";
  page.title = "Referendum of 5 June 2022";
  page.date = "8 June 2022";
  page.iso_date = "2022-06-08";
  page.recorded = "23 November 2026";
  page.commit = 41;
  page.index_href = "../../index.html";
  page.reforms_href = "../../reforms.html";
  return page;
}

std::vector<ReformDocument> SampleReformDocuments() {
  std::vector<ReformDocument> documents = {Parliament(), {}};
  ReformDocument& assembly = documents[1];
  assembly.document = "kz/مجلس #1";
  assembly.language = "ar";
  assembly.before = {"in force since 30 August 1995", ""};
  assembly.words_out = 3;
  assembly.sections.resize(1);
  assembly.sections[0].lineage = 1;
  assembly.sections[0].events = {ChangeEvent::kRemoved};
  assembly.sections[0].kind = ChangeKind::kSubstantive;
  assembly.sections[0].is_there = false;
  assembly.sections[0].words_out = 3;
  assembly.sections[0].before_since = "in force since 30 August 1995";
  assembly.sections[0].marked = {{EditKind::kDelete, "مجلس الشعب القديم"}};
  return documents;
}

}  // namespace muragat
