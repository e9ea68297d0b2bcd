#include "tools/search.h"

#include <algorithm>
#include <map>
#include <set>

#include "muragat/render/json_object.h"
#include "muragat/search/search.h"
#include "muragat/search/snippet.h"
#include "muragat/search/word_index.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

constexpr size_t kSnippetCharacters = 220;

class HitPrinter {
 public:
  HitPrinter(Context& context, const Reader& reader, const SearchRequest& request)
      : context_(context), reader_(reader), matcher_(request.query, request.match) {}

  Status Print(const std::vector<SearchHit>& hits) {
    std::set<ReformNumber> numbers;
    for (const SearchHit& hit : hits) {
      for (const ReformNumber reform : {hit.reform_in, hit.reform_out}) {
        if (reform.value != 0) numbers.insert(reform);
      }
    }
    MURAGAT_ASSIGN_OR_RETURN(reforms_, reader_.ReadReforms(numbers));
    for (const SearchHit& hit : hits) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string document, reader_.ReadDocumentId(hit.document));
      MURAGAT_ASSIGN_OR_RETURN(const Snippet snippet, SnippetOf(hit));
      context_.json ? PrintRow(hit, document, snippet) : PrintLines(hit, document, snippet);
    }
    return Status::Ok();
  }

 private:
  // Of the body, unless there is none: the title is shown anyway.
  Result<Snippet> SnippetOf(const SearchHit& hit) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                             reader_.ReadRevision({hit.document, hit.text.section, hit.text.ordinal}));
    std::string_view text = stored->text;
    if (text.find_first_not_of(" \t\r\n", stored->heading_bytes) != std::string_view::npos)
      text.remove_prefix(stored->heading_bytes);
    std::vector<FoundTerm> found;
    std::vector<uint32_t> counts(matcher_.query().terms.size());
    matcher_.Count(SearchField::kText, text, hit.language, counts, &found);
    return MakeSnippet(text, std::move(found), kSnippetCharacters);
  }

  void PrintRow(const SearchHit& hit, const std::string& document, const Snippet& snippet) {
    const Reform &in = reforms_[hit.reform_in], &out = reforms_[hit.reform_out];
    JsonObject row;
    row.Set("address", FormatAddress(document, hit.section)).Set("document", document);
    row.Set("section", LineageName(hit.section)).SetOrNull("title", hit.title);
    row.Set("snippet", snippet.text);
    std::vector<std::string> marks;
    for (const auto& [begin, end] : snippet.marks) marks.push_back(snippet.text.substr(begin, end - begin));
    row.Set("found", marks);
    row.Set("from", FormatDate(hit.from)).SetOrNull("to", hit.to ? FormatDate(*hit.to) : "");
    row.SetFlag("holds", HoldsNow(hit));
    row.SetOrNull("reform_in", in.title).SetOrNull("reform_in_id", in.id);
    row.SetOrNull("reform_out", out.title).SetOrNull("reform_out_id", out.id);
    context_.out << row.SetShare("score", hit.score).Text() << '\n';
  }

  bool HoldsNow(const SearchHit& hit) const {
    const Instant now = context_.clock.Now();
    return hit.from.first <= now && (!hit.to || hit.to->first > now);
  }

  void PrintLines(const SearchHit& hit, const std::string& document, const Snippet& snippet) {
    const auto cell = [&](std::string text) {
      std::replace(text.begin(), text.end(), '\t', ' ');
      return context_.ForPeople(text);
    };
    context_.out << cell(FormatAddress(document, hit.section)) << '\t' << FormatDate(hit.from) << '\t'
                 << (hit.to ? FormatDate(*hit.to) : "now") << '\t' << cell(hit.title) << "\n    ";
    size_t at = 0;
    const std::string_view text = snippet.text;
    for (const auto& [begin, end] : snippet.marks) {
      context_.out << context_.ForPeople(text.substr(at, begin - at)) << (context_.color ? "\x1b[1m" : "")
                   << context_.ForPeople(text.substr(begin, end - begin))
                   << (context_.color ? "\x1b[0m" : "");
      at = end;
    }
    context_.out << context_.ForPeople(text.substr(at)) << '\n';
  }

  Context& context_;
  const Reader& reader_;
  QueryMatcher matcher_;
  std::map<ReformNumber, Reform> reforms_;
};

std::string Sections(uint64_t count) {
  return std::to_string(count) + (count == 1 ? " section" : " sections");
}

// What is said beside the hits.
void PrintSummary(const SearchOptions& options, const SearchRequest& request, const SearchAnswer& answer,
                  bool elsewhen, const std::string& when, Context& context) {
  if (context.json) {
    JsonObject row;
    row.Set("hits", elsewhen ? uint64_t{0} : answer.count).Set("shown", uint64_t{answer.hits.size()});
    row.SetOrNull("as_of", request.at ? when : "");
    row.Set("at_other_times", elsewhen ? answer.count : uint64_t{0});
    context.out << row.Text() << '\n';
  }
  if (answer.count == 0) return context.Note("\"" + context.ForPeople(options.query) + "\" was never there");
  std::string line = Sections(answer.count);
  if (!request.at) line += " at some time";
  if (elsewhen) line = "none on " + when + ", but " + Sections(answer.count) + " at other times";
  if (request.at && !elsewhen) line += " on " + when;
  if (answer.hits.size() < answer.count)
    line += ": the best " + std::to_string(answer.hits.size()) + " are shown, -n 0 shows all";
  context.Note(line);
}

}  // namespace

Result<ExitCode> RunSearch(const SearchOptions& options, Context& context) {
  SearchRequest request;
  auto query = ParseSearchQuery(options.query);
  if (!query.ok())
    return Status::InvalidArgument("the question is not understood: " + query.status().message() +
                                   ": see muragat search --help");
  request.query = *std::move(query);
  request.match = {.other_forms = !options.exact, .language = options.language};
  request.limit = options.limit == 0 ? SIZE_MAX : options.limit;
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const AsOf as_of, ParseBoth(options.as_of, options.known_at, context, reader));
  request.known_at = as_of.known_at;
  if (!options.all_time) request.at = as_of.at;
  if (!options.document.empty())
    request.document = [&](const std::string& id) { return MatchesGlob(options.document, id); };
  MURAGAT_ASSIGN_OR_RETURN(const bool indexed, IsIndexWhole(reader));
  if (!indexed)
    context.Note(
        "the index of words is not up to date, so every text is read: `muragat reindex` makes it anew");
  MURAGAT_ASSIGN_OR_RETURN(SearchAnswer answer, Search(reader, request, context.progress));
  const bool elsewhen = request.at && answer.count == 0;
  if (elsewhen) {
    SearchRequest any_time = request;
    any_time.at.reset();
    MURAGAT_ASSIGN_OR_RETURN(answer, Search(reader, any_time, context.progress));
  }
  MURAGAT_RETURN_IF_ERROR(HitPrinter(context, reader, request).Print(answer.hits));
  PrintSummary(options, request, answer, elsewhen && answer.count > 0,
               options.as_of.empty() ? FormatDay(as_of.at) : options.as_of, context);
  return answer.count == 0 ? ExitCode::kNo : ExitCode::kDone;
}

void RegisterSearch(const Verb& program) {
  auto options = std::make_shared<SearchOptions>();
  const Verb verb = program.Add("search", "Find the sections that say something, best first");
  verb.Option("QUERY", options->query,
              "Words; AND, OR, NOT and parentheses; \"words in quotation marks\" follow each other; "
              "quot* is any word that begins so; title:, reform: and document: before a word")
      .Required();
  const VerbOption as_of = verb.Option("--as-of", options->as_of, "Of the texts valid on this date");
  verb.Flag("--all-time", options->all_time, "Of all texts there ever were").Excludes(as_of);
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  verb.Option("-n", options->limit, "How many are shown: 10 without it, 0 is all");
  verb.Option("--document", options->document, "Only in documents whose id matches this glob");
  verb.Option("--language", options->language, "The language of texts that do not say theirs: en, kk");
  verb.Flag("--exact", options->exact, "Only the words as they are written, no other forms of them");
  verb.Explain(
      "A hit is two lines: address, from, to (or now) and title with tabs between them, then what it says "
      "there. Where none is at the date, those at other times are shown.\n\n"
      "Example:\n  muragat search 'quota (women OR youth) title:elections' --as-of 2022\n\n"
      "Exit codes: 0 shown, 1 it was never there, 2 the question was not understood, 3 no such archive");
  verb.Run(options, RunSearch);
}

}  // namespace muragat::tools
