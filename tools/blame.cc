#include "tools/blame.h"

#include <algorithm>
#include <map>
#include <set>

#include "muragat/base/huge_pages.h"
#include "muragat/render/json_object.h"
#include "muragat/render/margin_text.h"
#include "muragat/render/wording.h"
#include "muragat/store/blame_reader.h"
#include "muragat/text/words.h"
#include "tools/query.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// What a span is grouped and counted by: a step, or the first step of the same reform.
class Grouping {
 public:
  Grouping(const std::vector<BlameStep>& steps, bool by_reform) {
    std::map<ReformNumber, uint32_t> first;
    for (uint32_t i = 0; i < steps.size(); ++i) {
      const bool joins = by_reform && steps[i].reform.value != 0;
      groups_.push_back(joins ? first.emplace(steps[i].reform, i).first->second : i);
    }
  }
  uint32_t Of(uint32_t step) const { return step == kStillStands ? step : groups_[step]; }

 private:
  std::vector<uint32_t> groups_;
};

class Blamer {
 public:
  Blamer(const BlameOptions& options, Context& context, const Reader& reader)
      : options_(options), context_(context), reader_(reader) {}

  Result<ExitCode> Run() {
    if (options_.by != "revision" && options_.by != "reform")
      return Status::InvalidArgument("--by is revision or reform");
    MURAGAT_ASSIGN_OR_RETURN(AsOf as_of, ParseBoth(options_.as_of, options_.known_at, context_, reader_));
    address_ = ParseAddress(options_.address);
    MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber document, RequireDocument(reader_, address_.document));
    BlameQuery query{.at = as_of.at, .known_at = as_of.known_at, .reverse = {}};
    if (!options_.reverse.empty()) {
      MURAGAT_ASSIGN_OR_RETURN(as_of.at, ParseAsOf(options_.reverse, context_.clock));
      query.reverse = as_of.at;
      if (as_of.at > query.at)
        return Status::InvalidArgument("--reverse is later than the day up to which it is to be followed");
    }
    MURAGAT_ASSIGN_OR_RETURN(const Edition edition, RequireText(reader_, document, address_.document, as_of));
    std::optional<SectionNumber> only;
    if (address_.section) {
      MURAGAT_ASSIGN_OR_RETURN(
          const LineageSection section,
          RequireSection(reader_, edition, *address_.section, address_.document, as_of.known_at));
      only = section.lineage;
    }
    MURAGAT_ASSIGN_OR_RETURN(blame_, ReadBlame(reader_, document, query, context_.progress));
    if (only)
      std::erase_if(blame_.sections, [&](const SectionBlame& one) { return one.section.lineage != *only; });
    if (blame_.coarse)
      context_.Note("too much was ever written here: some passages from elsewhere were not followed");
    MURAGAT_RETURN_IF_ERROR(ReadReforms());
    Print();
    return ExitCode::kDone;
  }

 private:
  // Those that are named.
  Status ReadReforms() {
    std::set<ReformNumber> named;
    for (const SectionBlame& section : blame_.sections) {
      for (const BlameSpan& span : section.spans) {
        if (span.origin.brought == kStillStands) continue;
        const ReformNumber reform = blame_.steps[span.origin.brought].reform;
        if (reform.value != 0) named.insert(reform);
      }
    }
    MURAGAT_ASSIGN_OR_RETURN(reforms_, reader_.ReadReforms(named));
    return Status::Ok();
  }

  void Print() {
    const Grouping grouping(blame_.steps, options_.by == "reform");
    std::map<uint32_t, uint64_t> words;
    bool first = true;
    for (SectionBlame& section : blame_.sections) {
      Join(section, grouping);
      const std::string text = section.section.section.Text();
      for (const BlameSpan& span : section.spans) words[span.origin.brought] += CountWords(Slice(text, span));
      if (options_.counts) continue;
      if (context_.json) {
        for (const BlameSpan& span : section.spans) context_.out << SpanAsJson(section, text, span) << '\n';
        continue;
      }
      if (!std::exchange(first, false)) context_.out << '\n';
      PrintSection(section, text);
    }
    if (context_.json && !options_.counts) return;
    if (!first) context_.out << '\n';
    PrintCounts(words);
  }

  static std::string_view Slice(std::string_view text, const BlameSpan& span) {
    return text.substr(span.begin, span.end - span.begin);
  }

  // Makes one of neighbouring spans of one group.
  static void Join(SectionBlame& section, const Grouping& grouping) {
    std::vector<BlameSpan> joined;
    for (BlameSpan& span : section.spans) {
      span.origin.brought = grouping.Of(span.origin.brought);
      if (!joined.empty() && joined.back().origin == span.origin) {
        joined.back().end = span.end;
      } else {
        joined.push_back(std::move(span));
      }
    }
    section.spans = std::move(joined);
  }

  std::string SpanAsJson(const SectionBlame& section, std::string_view text, const BlameSpan& span) const {
    JsonObject object;
    object.Set("document", address_.document).Set("section", LineageName(section.section.lineage));
    object.Set("start", uint64_t{span.begin}).Set("end", uint64_t{span.end}).Set("text", Slice(text, span));
    SetStep(object, span.origin.brought);
    std::vector<JsonObject> away;
    for (const WordOrigin::Absence& absence : span.origin.away) {
      away.emplace_back();
      away.back().Set("from", DateOf(absence.gone)).Set("to", DateOf(absence.back));
    }
    return object.Set("away", away).Text();
  }

  void SetStep(JsonObject& object, uint32_t index) const {
    if (index == kStillStands) {
      object.SetNull("valid").SetNull("reform").SetNull("reform_id").SetNull("commit");
      return;
    }
    const BlameStep& step = blame_.steps[index];
    const auto reform = reforms_.find(step.reform);
    object.Set("valid", FormatDate(step.valid));
    object.SetOrNull("reform", reform == reforms_.end() ? "" : reform->second.title);
    object.SetOrNull("reform_id", reform == reforms_.end() ? "" : reform->second.id);
    object.Set("commit", uint64_t{step.commit.value});
  }

  void PrintSection(const SectionBlame& section, std::string_view text) const {
    std::string title = LineageName(section.section.lineage);
    if (!section.section.section.title.empty()) title += " " + section.section.section.title;
    context_.out << context_.ForPeople(title) << '\n';
    std::vector<MarginNote> stretches;
    for (const BlameSpan& span : section.spans)
      stretches.push_back({NoteOf(span.origin), std::string(Slice(text, span))});
    context_.out << RenderWithMargin(stretches, context_.out_columns);
  }

  std::string DateOf(uint32_t step) const { return FormatDate(blame_.steps[step].valid); }

  std::string NameOf(uint32_t step) const {
    if (step == kStillStands) return "(still there)";
    const auto reform = reforms_.find(blame_.steps[step].reform);
    if (reform != reforms_.end()) return reform->second.title;
    return blame_.steps[step].removed ? "(removed)" : "(no reform)";
  }

  std::string NoteOf(const WordOrigin& origin) const {
    std::string note = NameOf(origin.brought);
    if (origin.brought != kStillStands) note = DateOf(origin.brought) + " " + note;
    for (const WordOrigin::Absence& absence : origin.away)
      note = note + ", away " + DateOf(absence.gone) + " to " + DateOf(absence.back);
    return note;
  }

  void PrintCounts(const std::map<uint32_t, uint64_t>& words) const {
    std::vector<std::pair<uint32_t, uint64_t>> sorted(words.begin(), words.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    uint64_t all = 0;
    for (const auto& [step, count] : sorted) all += count;
    constexpr uint64_t kHundred = 100;
    Table table({{"words", Align::kRight},
                 {"share", Align::kRight},
                 {"date"},
                 {options_.reverse.empty() ? "brought by" : "taken away by"}});
    for (const auto& [step, count] : sorted) {
      if (context_.json) {
        JsonObject object;
        object.Set("document", address_.document).Set("words", count);
        SetStep(object, step);
        context_.out << object.Text() << '\n';
        continue;
      }
      table.AddRow({FormatCount(count),
                    std::to_string(all == 0 ? 0 : (count * kHundred + all / 2) / all) + "%",
                    step == kStillStands ? "" : DateOf(step), NameOf(step)});
    }
    if (!context_.json) context_.out << table.Text();
  }

  const BlameOptions& options_;
  Context& context_;
  const Reader& reader_;
  Address address_;
  DocumentBlame blame_;
  std::map<ReformNumber, Reform> reforms_;
};

}  // namespace

Result<ExitCode> RunBlame(const BlameOptions& options, Context& context) {
  GrowHeapInHugePages();  // a long history fills it in small pieces
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  return Blamer(options, context, archive->reader()).Run();
}

void RegisterBlame(const Verb& program) {
  auto options = std::make_shared<BlameOptions>();
  const Verb verb = program.Add("blame", "Show which reform brought each word, or took it away");
  verb.Option("ADDRESS", options->address, "A document, or a section of it: DOC, DOC#s7, DOC#Title, DOC#50")
      .Required();
  verb.Option("--as-of", options->as_of, "The day whose text is wanted (default: now)");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  verb.Option("--by", options->by, "What words are put together by: revision or reform").ShowsDefault();
  verb.Option("--reverse", options->reverse,
              "The text of this day instead, and which reform took each word away by --as-of");
  verb.Flag("--counts", options->counts, "Only how many words each one brought");
  verb.Explain(
      "Example:\n  muragat blame 'kz/parliament#Senate' --by reform\n\n"
      "Exit codes: 0 shown, 2 several sections fit, 3 no such archive, document, section or date");
  verb.Run(options, RunBlame);
}

}  // namespace muragat::tools
