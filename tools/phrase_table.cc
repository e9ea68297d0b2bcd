#include "tools/phrase_table.h"

#include <algorithm>
#include <map>
#include <set>

#include "muragat/render/json_object.h"
#include "muragat/render/phrase_chart.h"
#include "muragat/search/phrase_counts.h"
#include "tools/csv.h"
#include "tools/query.h"

namespace muragat::tools {
namespace {

constexpr int kMonthlyYears = 5;  // a chart of at most so many years has months

// Rows of a name and a number for each phrase.
class CountTable {
 public:
  CountTable(const std::vector<FoundPhrase>& found, const char* unit, const PhraseOptions& options,
             Context& context)
      : found_(found), unit_(unit), options_(options), context_(context) {}

  void PrintHead() {
    if (context_.json || !options_.csv) return;
    context_.out << unit_;
    for (const FoundPhrase& one : found_) context_.out << ',' << CsvField(one.phrase);
    context_.out << "\r\n";
  }

  void PrintRow(const std::string& name, const std::vector<uint64_t>& sections) {
    if (context_.json) {
      for (size_t i = 0; i < found_.size(); ++i) {
        JsonObject row;
        row.Set(unit_, name).Set("phrase", found_[i].phrase).Set("sections", sections[i]);
        context_.out << row.Text() << '\n';
      }
      return;
    }
    context_.out << (options_.csv ? CsvField(name) : context_.ForPeople(name));
    for (const uint64_t count : sections) context_.out << (options_.csv ? ',' : '\t') << count;
    context_.out << (options_.csv ? "\r\n" : "\n");
  }

 private:
  const std::vector<FoundPhrase>& found_;
  const char* unit_;
  const PhraseOptions& options_;
  Context& context_;
};

std::vector<PhraseCounts> CountAll(const std::vector<FoundPhrase>& found, CountUnit unit, Instant now) {
  std::vector<PhraseCounts> counts;
  for (const FoundPhrase& one : found) counts.push_back(CountByPeriod(one.intervals, unit, now));
  AlignCounts(counts);
  return counts;
}

void PrintPeriods(const std::vector<FoundPhrase>& found, CountUnit unit, const PhraseOptions& options,
                  Context& context) {
  CountTable table(found, unit == CountUnit::kYear ? "year" : "month", options, context);
  table.PrintHead();
  const std::vector<PhraseCounts> counts = CountAll(found, unit, context.clock.Now());
  size_t periods = 0;
  int first = 0;
  for (const PhraseCounts& one : counts) {
    if (!one.sections.empty()) first = one.first;
    periods = std::max(periods, one.sections.size());
  }
  std::vector<uint64_t> row(counts.size());
  for (size_t period = 0; period < periods; ++period) {
    for (size_t i = 0; i < counts.size(); ++i)
      row[i] = counts[i].sections.empty() ? 0 : counts[i].sections[period];
    table.PrintRow(PeriodName(first + static_cast<int>(period), unit), row);
  }
}

// Documents in the order in which they came; a section counts once, however often the phrase came.
Status PrintDocuments(const std::vector<FoundPhrase>& found, const PhraseOptions& options,
                      const Reader& reader, Context& context) {
  std::map<DocumentNumber, std::vector<std::set<SectionNumber>>> sections;
  for (size_t i = 0; i < found.size(); ++i) {
    for (const PhraseInterval& interval : found[i].intervals) {
      auto& of_document = sections[interval.document];
      of_document.resize(found.size());
      of_document[i].insert(interval.section);
    }
  }
  CountTable table(found, "document", options, context);
  table.PrintHead();
  for (const auto& [document, of_document] : sections) {
    MURAGAT_ASSIGN_OR_RETURN(const std::string id, reader.ReadDocumentId(document));
    std::vector<uint64_t> row;
    for (const auto& one : of_document) row.push_back(one.size());
    table.PrintRow(id, row);
  }
  return Status::Ok();
}

Status PrintChart(const std::vector<FoundPhrase>& found, const PhraseOptions& options, Context& context) {
  const Instant now = context.clock.Now();
  bool monthly = options.count_by == "month";
  if (options.count_by.empty()) {
    const std::vector<PhraseCounts> years = CountAll(found, CountUnit::kYear, now);
    size_t most = 0;
    for (const PhraseCounts& one : years) most = std::max(most, one.sections.size());
    monthly = most <= kMonthlyYears;
  }
  const CountUnit unit = monthly ? CountUnit::kMonth : CountUnit::kYear;
  std::vector<PhraseCounts> counts = CountAll(found, unit, now);
  PhraseChart chart;
  chart.monthly = monthly;
  for (const PhraseCounts& one : counts) {
    for (size_t i = chart.periods.size(); i < one.sections.size(); ++i)
      chart.periods.push_back(PeriodName(one.first + static_cast<int>(i), unit));
  }
  for (size_t i = 0; i < found.size(); ++i) {
    counts[i].sections.resize(chart.periods.size());
    chart.lines.push_back({found[i].phrase, std::move(counts[i].sections)});
  }
  chart.source = "As of " + FormatDay(now);
  if (!options.document.empty()) chart.source += ", in documents that match " + options.document;
  context.out << RenderPhraseChart(chart);
  return Status::Ok();
}

}  // namespace

Status PrintPhraseCounts(const std::vector<FoundPhrase>& found, const PhraseOptions& options,
                         const Reader& reader, Context& context) {
  if (options.svg) return PrintChart(found, options, context);
  if (options.count_by == "document") return PrintDocuments(found, options, reader, context);
  PrintPeriods(found, options.count_by == "month" ? CountUnit::kMonth : CountUnit::kYear, options, context);
  return Status::Ok();
}

}  // namespace muragat::tools
