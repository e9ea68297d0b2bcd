#include "tools/phrase.h"

#include <algorithm>
#include <map>
#include <set>

#include "muragat/render/json_object.h"
#include "muragat/render/phrase_chart.h"
#include "muragat/search/phrase_history.h"
#include "muragat/search/word_index.h"
#include "tools/csv.h"
#include "tools/phrase_table.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

class PhrasePrinter {
 public:
  PhrasePrinter(Context& context, const Reader& reader, bool csv)
      : context_(context), reader_(reader), csv_(csv && !context.json) {
    if (csv_) context_.out << "phrase,address,from,to,reform_in,reform_out,title\r\n";
  }

  Status Print(const FoundPhrase& found) {
    phrase_ = found.phrase;
    const std::vector<PhraseInterval>& intervals = found.intervals;
    std::set<ReformNumber> numbers;
    for (const PhraseInterval& interval : intervals) {
      for (const ReformNumber reform : {interval.reform_in, interval.reform_out}) {
        if (reform.value != 0) numbers.insert(reform);
      }
    }
    MURAGAT_ASSIGN_OR_RETURN(reforms_, reader_.ReadReforms(numbers));
    for (const PhraseInterval& interval : intervals) MURAGAT_RETURN_IF_ERROR(PrintOne(interval));
    return Status::Ok();
  }

 private:
  Status PrintOne(const PhraseInterval& interval) {
    MURAGAT_ASSIGN_OR_RETURN(const std::string document, reader_.ReadDocumentId(interval.document));
    const Reform &in = reforms_[interval.reform_in], &out = reforms_[interval.reform_out];
    if (csv_) {
      context_.out << CsvField(phrase_) << ',' << CsvField(FormatAddress(document, interval.section)) << ','
                   << FormatDate(interval.from) << ',' << (interval.to ? FormatDate(*interval.to) : "") << ','
                   << CsvField(in.title) << ',' << CsvField(out.title) << ',' << CsvField(interval.title)
                   << "\r\n";
      return Status::Ok();
    }
    if (context_.json) {
      JsonObject row;
      row.Set("address", FormatAddress(document, interval.section));
      row.Set("document", document).Set("section", LineageName(interval.section));
      row.Set("from", FormatDate(interval.from));
      row.SetOrNull("to", interval.to ? FormatDate(*interval.to) : "");
      row.SetOrNull("reform_in", in.title).SetOrNull("reform_in_id", in.id);
      row.SetOrNull("reform_out", out.title).SetOrNull("reform_out_id", out.id);
      row.SetOrNull("title", interval.title);
      context_.out << row.Text() << '\n';
      return Status::Ok();
    }
    const auto cell = [&](std::string text) {
      std::replace(text.begin(), text.end(), '\t', ' ');
      return context_.ForPeople(text);
    };
    context_.out << cell(FormatAddress(document, interval.section)) << '\t' << FormatDate(interval.from)
                 << '\t' << (interval.to ? FormatDate(*interval.to) : "now") << '\t' << cell(in.title) << '\t'
                 << cell(out.title) << '\t' << cell(interval.title) << '\n';
    return Status::Ok();
  }

  Context& context_;
  const Reader& reader_;
  bool csv_;
  std::string phrase_;
  std::map<ReformNumber, Reform> reforms_;
};

// One that begins first or ends last of all, or none.
void KeepOne(std::vector<PhraseInterval>& intervals, bool first) {
  if (intervals.empty()) return;
  const auto end = [](const PhraseInterval& one) { return one.to ? one.to->first : Instant::Last(); };
  const auto kept =
      first
          ? std::min_element(intervals.begin(), intervals.end(),
                             [](const PhraseInterval& a, const PhraseInterval& b) { return a.from < b.from; })
          : std::max_element(intervals.begin(), intervals.end(),
                             [&](const PhraseInterval& a, const PhraseInterval& b) {
                               return end(a) != end(b) ? end(a) < end(b) : a.from < b.from;
                             });
  intervals = {*kept};
}

Status CheckOptions(const PhraseOptions& options) {
  const bool together = options.svg || !options.count_by.empty() || options.csv;
  if (options.phrases.size() > 1 && !together)
    return Status::InvalidArgument(
        "there are several phrases: put the words of one in quotation marks, or ask for --count-by, --csv or "
        "--svg");
  if (options.svg && options.phrases.size() > kMostChartLines)
    return Status::InvalidArgument("a chart has at most " + std::to_string(kMostChartLines) + " phrases");
  if (options.svg && (options.csv || options.count_by == "document"))
    return Status::InvalidArgument("--svg draws years or months: leave --csv and --count-by document out");
  return Status::Ok();
}

Result<std::vector<FoundPhrase>> FindAll(const PhraseOptions& options, const Reader& reader,
                                         Context& context) {
  PhraseQuery query;
  TextSketches sketches;
  if (options.phrases.size() > 1) query.sketches = &sketches;
  MURAGAT_ASSIGN_OR_RETURN(query.known_at, ParseKnownAt(options.known_at, reader));
  if (!options.document.empty()) {
    query.document = [glob = options.document](const std::string& id) { return MatchesGlob(glob, id); };
  }
  MURAGAT_ASSIGN_OR_RETURN(const bool indexed, IsIndexWhole(reader));
  if (!indexed)
    context.Note(
        "the index of words is not up to date, so every text is read: `muragat reindex` makes it anew");
  std::vector<FoundPhrase> found;
  for (const std::string& phrase : options.phrases) {
    MURAGAT_ASSIGN_OR_RETURN(query.phrase, options.substring ? MakeBytesPhrase(phrase) : ParsePhrase(phrase));
    MURAGAT_ASSIGN_OR_RETURN(auto intervals, FindPhrase(reader, query, context.progress));
    if (options.first || options.last) KeepOne(intervals, options.first);
    found.push_back({phrase, std::move(intervals)});
  }
  return found;
}

}  // namespace

Result<ExitCode> RunPhrase(const PhraseOptions& options, Context& context) {
  MURAGAT_RETURN_IF_ERROR(CheckOptions(options));
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const auto found, FindAll(options, reader, context));
  if (options.svg || !options.count_by.empty()) {
    MURAGAT_RETURN_IF_ERROR(PrintPhraseCounts(found, options, reader, context));
  } else {
    PhrasePrinter printer(context, reader, options.csv);
    for (const FoundPhrase& one : found) MURAGAT_RETURN_IF_ERROR(printer.Print(one));
  }
  ExitCode code = ExitCode::kNo;
  for (const FoundPhrase& one : found) {
    if (one.intervals.empty()) context.Note("\"" + context.ForPeople(one.phrase) + "\" was never there");
    if (!one.intervals.empty()) code = ExitCode::kDone;
  }
  return code;
}

void RegisterPhrase(const Verb& program) {
  auto options = std::make_shared<PhraseOptions>();
  const Verb verb = program.Add("phrase", "Show when a phrase was there, and which reforms brought it");
  verb.Option("TEXT", options->phrases,
              "Words, whatever their case and spacing; quot* is any word that begins so; A NEAR/5 B two "
              "words near each other")
      .Required();
  verb.Option("--document", options->document, "Only in documents whose id matches this glob");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  const VerbOption first = verb.Flag("--first", options->first, "Only the interval that begins first");
  const VerbOption last = verb.Flag("--last", options->last, "Only the interval that ends last");
  last.Excludes(first);
  verb.Flag("--substring", options->substring, "TEXT is bytes, not words");
  verb.Option("--count-by", options->count_by,
              "In how many sections each TEXT was: by year, month or document")
      .OneOf({"year", "month", "document"})
      .Excludes(first)
      .Excludes(last);
  verb.Flag("--csv", options->csv, "As CSV (RFC 4180)");
  verb.Flag("--svg", options->svg, "As a chart over time; by month where it is of a few years")
      .Excludes(first)
      .Excludes(last);
  verb.Explain(
      "An interval a line: address, from, to (or now), the reform that brought it, the one that took it "
      "away, "
      "the section's title; tabs between them.\n\n"
      "Example:\n  muragat phrase 'one hundred and seven deputies' --document 'kz/*'\n"
      "  muragat phrase quota 'New Kazakhstan' --svg > phrases.svg\n\n"
      "Exit codes: 0 shown, 1 it was never there, 3 no such archive");
  verb.Run(options, RunPhrase);
}

}  // namespace muragat::tools
