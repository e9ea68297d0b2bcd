#include "tests/store/memory_archive.h"

#include <gtest/gtest.h>

#include "tests/support/corpus.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"

namespace muragat {

MemoryArchive::MemoryArchive()
    : database_(Database::OpenInMemory().value()), reader_(std::make_unique<Reader>(*database_)) {}

CommitNumber MemoryArchive::Import(const std::vector<State>& states, const WriterOptions& options) {
  Writer writer(*database_, clock_, options);
  for (const State& state : states) {
    const auto outcome = writer.Add(state);
    EXPECT_TRUE(outcome.ok()) << outcome.status().message();
  }
  const auto commit = writer.Commit();
  EXPECT_TRUE(commit.ok()) << commit.status().message();
  return commit.ok() ? *commit : CommitNumber{0};
}

std::set<std::string> MemoryArchive::ImportCorpus(const std::string& path,
                                                  const std::function<bool(const std::string& id)>& takes) {
  std::set<std::string> documents;
  Writer writer(*database_, clock_, {});
  const Status read = support::ReadCorpus(path, [&](State&& state) {
    if (!takes(state.document.text())) return;
    documents.insert(state.document.text());
    const auto outcome = writer.Add(state);
    EXPECT_TRUE(outcome.ok()) << outcome.status().message();
  });
  EXPECT_TRUE(read.ok()) << read.message();
  EXPECT_TRUE(writer.Commit().ok());
  return documents;
}

CommitNumber MemoryArchive::Withdraw(const std::string& document, const std::string& date,
                                     const std::optional<std::string>& reform) {
  Writer writer(*database_, clock_, {});
  const Status status = writer.Withdraw(support::Id(document), support::Date(date), reform, "a mistake");
  EXPECT_TRUE(status.ok()) << status.message();
  return writer.Commit().value();
}

DocumentNumber MemoryArchive::NumberOf(const std::string& document) const {
  const auto number = reader_->FindDocument(document);
  EXPECT_TRUE(number.ok() && number->has_value()) << document;
  return number.ok() && *number ? **number : DocumentNumber{0};
}

std::optional<std::string> MemoryArchive::TextAt(const std::string& document, Instant at,
                                                 CommitNumber known_at) const {
  const auto number = reader_->FindDocument(document);
  EXPECT_TRUE(number.ok()) << number.status().message();
  if (!number.ok() || !*number) return std::nullopt;
  std::optional<std::string> text = ReadTextAt(**number, at, known_at);
  // What is kept of earlier answers says the same.
  for (int i = 0; i < 2 && known_at == kLatestCommit; ++i) {
    const auto kept = reader_->FindText(document, at);
    EXPECT_TRUE(kept.ok()) << kept.status().message();
    if (kept.ok()) {
      EXPECT_EQ(*kept ? std::optional(**kept) : std::nullopt, text) << document << " " << FormatInstant(at);
    }
  }
  return text;
}

std::optional<std::string> MemoryArchive::ReadTextAt(DocumentNumber document, Instant at,
                                                     CommitNumber known_at) const {
  const auto edition = reader_->FindEdition(document, at, known_at);
  EXPECT_TRUE(edition.ok()) << edition.status().message();
  if (!edition.ok() || !*edition || (*edition)->removed) return std::nullopt;
  const auto text = reader_->ReadText(**edition);
  EXPECT_TRUE(text.ok()) << text.status().message();
  return text.ok() ? std::optional<std::string>(*text) : std::nullopt;
}

std::optional<std::string> MemoryArchive::TextOn(const std::string& document, const std::string& date,
                                                 CommitNumber known_at) const {
  return TextAt(document, support::LastOf(date), known_at);
}

std::vector<HistoryEntry> MemoryArchive::History(const std::string& document, CommitNumber known_at) const {
  const auto history = reader_->ReadHistory(NumberOf(document), known_at);
  EXPECT_TRUE(history.ok()) << history.status().message();
  return history.ok() ? *history : std::vector<HistoryEntry>();
}

std::vector<uint32_t> MemoryArchive::LineagesOn(const std::string& document, const std::string& date,
                                                CommitNumber known_at) const {
  std::vector<uint32_t> lineages;
  const auto edition = reader_->FindEdition(NumberOf(document), support::LastOf(date));
  EXPECT_TRUE(edition.ok() && *edition);
  if (!edition.ok() || !*edition) return lineages;
  const auto sections = reader_->ReadSections(**edition, known_at);
  EXPECT_TRUE(sections.ok()) << sections.status().message();
  if (!sections.ok()) return lineages;
  for (const LineageSection& section : *sections) lineages.push_back(section.lineage.value);
  return lineages;
}

std::map<std::pair<Family, std::string>, std::string> MemoryArchive::Dump() const {
  std::map<std::pair<Family, std::string>, std::string> records;
  for (const Family family : kFamilies) {
    const auto cursor = database_->NewCursor(family);
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
      records[{family, std::string(cursor->key())}] = cursor->value();
    }
    EXPECT_TRUE(cursor->status().ok());
  }
  return records;
}

std::vector<std::string> MemoryArchive::Codes(bool quick) const {
  std::vector<std::string> codes;
  NoProgress progress;
  const auto report = Verify(
      *database_, {.quick = quick}, [&](const Finding& finding) { codes.push_back(finding.code); }, progress);
  EXPECT_TRUE(report.ok()) << report.status().message();
  if (report.ok()) {
    EXPECT_EQ(report->findings, codes.size());
  }
  return codes;
}

void MemoryArchive::Put(Family family, const std::string& key, const std::string& value) {
  const auto batch = database_->NewBatch();
  batch->Put(family, key, value);
  EXPECT_TRUE(batch->Commit().ok());
}

std::unique_ptr<MemoryArchive> MemoryArchive::Without(Family family, const std::string& key) const {
  auto copy = std::make_unique<MemoryArchive>();
  const auto batch = copy->database().NewBatch();
  bool found = false;
  for (const auto& [place, value] : Dump()) {
    if (place == std::pair(family, key)) {
      found = true;
    } else {
      batch->Put(place.first, place.second, value);
    }
  }
  EXPECT_TRUE(found) << "there is no such key to take out";
  EXPECT_TRUE(batch->Commit().ok());
  return copy;
}

}  // namespace muragat
