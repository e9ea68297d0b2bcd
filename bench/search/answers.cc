#include "bench/search/answers.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include <nlohmann/json.hpp>

#include "bench/search/cpu_time.h"
#include "bench/search/fts5_table.h"
#include "muragat/search/search.h"
#include "muragat/search/search_words.h"
#include "muragat/store/archive.h"
#include "muragat/text/utf8.h"
#include "tests/support/random.h"

namespace muragat::bench {
namespace {

constexpr int kPasses = 5;
constexpr size_t kBeginningBytes = 4;  // of a word, at least; up to the next character

struct Question {
  std::string kind, ours, theirs;
  uint64_t count = 0, fts5_count = 0;
  std::vector<int64_t> ours_ns, whole_ns, theirs_ns;  // the first pass first
};

// All texts of a date, as words.
class TextsOfDate {
 public:
  Status Read(const Reader& reader, Instant at, Fts5Table& table) {
    MURAGAT_ASSIGN_OR_RETURN(const auto documents, reader.ListDocuments());
    std::vector<SearchWord> cut;
    for (const DocumentEntry& document : documents) {
      MURAGAT_ASSIGN_OR_RETURN(const auto edition, reader.FindUntitled(document.number, at));
      if (!edition || edition->removed) continue;
      for (const SectionRef& ref : edition->sections) {
        MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                                 reader.ReadRevision({document.number, ref.section, ref.ordinal}));
        cut.clear();
        words_.Append(stored->text, cut);
        std::string joined;
        std::vector<uint32_t>& numbers = texts_.emplace_back();
        for (const SearchWord& word : cut) {
          joined.append(joined.empty() ? "" : " ").append(words_.Folded(word.number));
          numbers.push_back(word.number);
        }
        MURAGAT_RETURN_IF_ERROR(table.Add(joined));
      }
    }
    return table.Finish();
  }

  std::string AnyWord(support::Random& random) const {
    for (;;) {
      const std::vector<uint32_t>& text = random.Pick(texts_);
      if (!text.empty()) return std::string(words_.Folded(random.Pick(text)));
    }
  }
  std::vector<std::string> TwoWords(support::Random& random) const {
    for (;;) {
      const std::vector<uint32_t>& text = random.Pick(texts_);
      if (text.size() < 2) continue;
      return {std::string(words_.Folded(random.Pick(text))), std::string(words_.Folded(random.Pick(text)))};
    }
  }
  size_t size() const { return texts_.size(); }

 private:
  SearchWords words_;
  std::vector<std::vector<uint32_t>> texts_;
};

std::string Quoted(const std::string& word) { return "\"" + word + "\""; }

Question Draw(const TextsOfDate& texts, uint32_t number, support::Random& random) {
  if (number % 3 == 0) {
    const std::string word = texts.AnyWord(random);
    return {"word", Quoted(word), Quoted(word), 0, 0, {}, {}, {}};
  }
  if (number % 3 == 1) {
    const auto words = texts.TwoWords(random);
    const std::string both = Quoted(words[0]) + " AND " + Quoted(words[1]);
    return {"both", both, both, 0, 0, {}, {}, {}};
  }
  for (;;) {
    const std::string word = texts.AnyWord(random);
    size_t bytes = kBeginningBytes;
    while (bytes < word.size() && (static_cast<uint8_t>(word[bytes]) & 0xc0) == 0x80) ++bytes;
    const std::string begins = word.substr(0, bytes);
    // A sign within it would end it for one of them.
    if (word.size() <= bytes || begins.find_first_of(".-_") != std::string::npos) continue;
    return {"beginning", begins + "*", Quoted(begins) + "*", 0, 0, {}, {}, {}};
  }
}

// The best ten, and how many answer; with `since_when` also since when and until when each of the ten does.
Result<SearchAnswer> AskMuragat(const Reader& reader, Instant at, StandingTexts& standing, bool since_when,
                                const Question& question) {
  NoProgress progress;
  MURAGAT_ASSIGN_OR_RETURN(SearchQuery query, ParseSearchQuery(question.ours));
  return Search(reader,
                {.query = std::move(query),
                 .match = {.other_forms = false, .language = {}},
                 .at = at,
                 .document = {},
                 .since_when = since_when,
                 .standing = &standing},
                progress);
}

Status Ask(const Reader& reader, Instant at, StandingTexts& standing, Fts5Table& table, Question& question) {
  Status status;
  for (const bool since_when : {false, true}) {
    (since_when ? question.whole_ns : question.ours_ns).push_back(CpuNanoseconds([&] {
      const auto answer = AskMuragat(reader, at, standing, since_when, question);
      status = answer.ok() ? Status::Ok() : answer.status();
      if (answer.ok()) question.count = answer->count;
    }));
    MURAGAT_RETURN_IF_ERROR(status);
  }
  question.theirs_ns.push_back(CpuNanoseconds([&] {
    // The count comes with our answer, and is another statement of theirs: it is not timed.
    const auto best = table.FindBest(question.theirs);
    if (!best.ok()) status = best.status();
  }));
  MURAGAT_RETURN_IF_ERROR(status);
  MURAGAT_ASSIGN_OR_RETURN(question.fts5_count, table.Count(question.theirs));
  return Status::Ok();
}

double WarmMilliseconds(std::vector<int64_t> nanoseconds) {
  nanoseconds.erase(nanoseconds.begin());
  std::sort(nanoseconds.begin(), nanoseconds.end());
  return static_cast<double>(nanoseconds[nanoseconds.size() / 2]) / 1e6;
}

}  // namespace

Status CompareAnswers(const std::string& path, const std::string& date, uint32_t count, uint32_t seed,
                      std::ostream& out) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, Archive::Open(path, Archive::Access::kRead));
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate day, ParseDate(date));
  const Instant at = day.Last();
  const std::string file = path + "-fts5.db";
  std::filesystem::remove(file);
  MURAGAT_ASSIGN_OR_RETURN(const auto table, Fts5Table::Create(file));
  TextsOfDate texts;
  MURAGAT_RETURN_IF_ERROR(texts.Read(reader, at, *table));
  if (texts.size() == 0) return Status::NotFound("there is no text on that date");
  auto random = support::Random::Silent(seed);
  std::vector<Question> questions;
  for (uint32_t i = 0; i < count; ++i) questions.push_back(Draw(texts, i, random));
  StandingTexts standing(reader, at, kLatestCommit);
  for (int pass = 0; pass <= kPasses; ++pass) {
    for (Question& question : questions) MURAGAT_RETURN_IF_ERROR(Ask(reader, at, standing, *table, question));
  }
  out << nlohmann::ordered_json{{"texts", texts.size()}, {"fts5_bytes", std::filesystem::file_size(file)}}
             .dump()
      << '\n';
  for (const Question& question : questions) {
    const nlohmann::ordered_json row{{"kind", question.kind},
                                     {"question", question.ours},
                                     {"count", question.count},
                                     {"fts5_count", question.fts5_count},
                                     {"first_ms", static_cast<double>(question.ours_ns.front()) / 1e6},
                                     {"warm_ms", WarmMilliseconds(question.ours_ns)},
                                     {"since_when_warm_ms", WarmMilliseconds(question.whole_ns)},
                                     {"fts5_warm_ms", WarmMilliseconds(question.theirs_ns)}};
    out << row.dump() << '\n';
  }
  std::filesystem::remove(file);
  return Status::Ok();
}

}  // namespace muragat::bench
