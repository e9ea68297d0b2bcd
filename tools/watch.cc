#include "tools/watch.h"

#include <algorithm>
#include <map>
#include <set>

#include "muragat/render/json_object.h"
#include "muragat/search/phrase_history.h"
#include "tools/query.h"
#include "tools/verbs.h"
#include "tools/watch_file.h"

namespace muragat::tools {
namespace {

// What came and went, and what is said of it.
struct Told {
  ReformNumber reform;
  std::string title;
};
using Events = std::map<WatchEvent, Told>;

class WatchRunner {
 public:
  WatchRunner(const Reader& reader, Context& context) : reader_(reader), context_(context) {}

  // The events of a question as the archive knew them at a commit.
  Result<Events> Find(const Watch& watch, CommitNumber known_at) {
    PhraseQuery query{.phrase = {}, .known_at = known_at, .document = {}, .sketches = &sketches_};
    MURAGAT_ASSIGN_OR_RETURN(query.phrase, ParsePhrase(watch.query));
    if (!watch.glob.empty())
      query.document = [&watch](const std::string& id) { return MatchesGlob(watch.glob, id); };
    MURAGAT_ASSIGN_OR_RETURN(const auto intervals, FindPhrase(reader_, query, context_.progress));
    Events events;
    for (const PhraseInterval& one : intervals) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string id, reader_.ReadDocumentId(one.document));
      MURAGAT_ASSIGN_OR_RETURN(const WatchEvent came, UnderLineageOfToday({true, one.from, id, one.section}));
      events.try_emplace(came, Told{one.reform_in, one.title});
      if (!one.to) continue;
      MURAGAT_ASSIGN_OR_RETURN(const WatchEvent went, UnderLineageOfToday({false, *one.to, id, one.section}));
      events.try_emplace(went, Told{one.reform_out, one.title});
    }
    return events;
  }

  // Those that are known at `last`, were not when the question was added, and were not given.
  Result<Events> FindNew(const Watch& watch, CommitNumber last) {
    MURAGAT_ASSIGN_OR_RETURN(Events events, Find(watch, last));
    MURAGAT_ASSIGN_OR_RETURN(const Events before, Find(watch, watch.since));
    for (const auto& [event, told] : before) events.erase(event);
    for (const WatchEvent& event : watch.given) {
      MURAGAT_ASSIGN_OR_RETURN(const WatchEvent given, UnderLineageOfToday(event));
      events.erase(given);
    }
    return events;
  }

  Status Print(uint32_t number, const Watch& watch, const Events& events) {
    std::set<ReformNumber> numbers;
    for (const auto& [event, told] : events) {
      if (told.reform.value != 0) numbers.insert(told.reform);
    }
    MURAGAT_ASSIGN_OR_RETURN(auto reforms, reader_.ReadReforms(numbers));
    for (const auto& [event, told] : events) PrintOne(number, watch, event, reforms[told.reform], told.title);
    context_.out.flush();
    return context_.out ? Status::Ok() : Status::Io("cannot write the output: is the disk full?");
  }

 private:
  // A section may have turned out to be another's since.
  Result<WatchEvent> UnderLineageOfToday(WatchEvent event) {
    const auto [place, is_new] = aliases_.try_emplace(event.document);
    if (is_new) {
      MURAGAT_ASSIGN_OR_RETURN(const auto document, reader_.FindDocument(event.document));
      if (document) {
        MURAGAT_ASSIGN_OR_RETURN(place->second, reader_.ReadAliases(*document, kLatestCommit));
      }
    }
    event.section = place->second.Resolve(event.section, event.date);
    return event;
  }

  void PrintOne(uint32_t number, const Watch& watch, const WatchEvent& event, const Reform& reform,
                const std::string& title) {
    const std::string address = FormatAddress(event.document, event.section);
    if (context_.json) {
      JsonObject row;
      row.Set("watch", uint64_t{number}).Set("query", watch.query).Set("event", event.came ? "came" : "went");
      row.Set("date", FormatDate(event.date)).Set("address", address).Set("document", event.document);
      row.Set("section", LineageName(event.section)).SetOrNull("title", title);
      row.SetOrNull("reform", reform.title).SetOrNull("reform_id", reform.id);
      context_.out << row.Text() << '\n';
      return;
    }
    const auto cell = [&](std::string text) {
      std::replace(text.begin(), text.end(), '\t', ' ');
      return context_.ForPeople(text);
    };
    context_.out << cell(watch.query) << '\t' << (event.came ? "came" : "went") << '\t'
                 << FormatDate(event.date) << '\t' << cell(address) << '\t' << cell(reform.title) << '\t'
                 << cell(title) << '\n';
  }

  const Reader& reader_;
  Context& context_;
  TextSketches sketches_;
  std::map<std::string, LineageAliases> aliases_;
};

Result<WatchFile> OpenFile(const Archive& archive, bool dry_run) {
  return WatchFile::Open(archive.path(), dry_run ? WatchFile::Access::kRead : WatchFile::Access::kWrite);
}

std::string Describe(const Watch& watch, const Context& context) {
  std::string text = "\"" + context.ForPeople(watch.query) + "\"";
  if (!watch.glob.empty()) text += " in " + context.ForPeople(watch.glob);
  return text;
}

}  // namespace

Result<ExitCode> RunWatchAdd(const WatchAddOptions& options, Context& context) {
  MURAGAT_RETURN_IF_ERROR(ParsePhrase(options.query).status());
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  MURAGAT_ASSIGN_OR_RETURN(WatchFile file, OpenFile(*archive, options.dry_run));
  Watch watch{.query = options.query, .glob = options.document, .since = {}, .given = {}};
  MURAGAT_ASSIGN_OR_RETURN(watch.since, archive->reader().LastCommit());
  if (options.dry_run) {
    context.Note("would watch " + Describe(watch, context));
    return ExitCode::kDone;
  }
  const uint32_t number = file.next_number();
  MURAGAT_RETURN_IF_ERROR(file.Add(watch));
  context.Note("watching " + Describe(watch, context) + ", number " + std::to_string(number) +
               ": `muragat watch run` tells what is new");
  if (context.json) {
    JsonObject row;
    row.Set("watch", uint64_t{number}).Set("query", watch.query).SetOrNull("document", watch.glob);
    context.out << row.Text() << '\n';
  }
  return ExitCode::kDone;
}

Result<ExitCode> RunWatchList(Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  MURAGAT_ASSIGN_OR_RETURN(const WatchFile file, OpenFile(*archive, true));
  for (const auto& [number, watch] : file.watches()) {
    if (context.json) {
      JsonObject row;
      row.Set("watch", uint64_t{number}).Set("query", watch.query).SetOrNull("document", watch.glob);
      row.Set("since", uint64_t{watch.since.value}).Set("given", uint64_t{watch.given.size()});
      context.out << row.Text() << '\n';
    } else {
      context.out << number << '\t' << context.ForPeople(watch.query) << '\t'
                  << (watch.glob.empty() ? "*" : context.ForPeople(watch.glob)) << "\tsince commit "
                  << watch.since.value << '\t' << watch.given.size() << " given\n";
    }
  }
  return file.watches().empty() ? ExitCode::kNo : ExitCode::kDone;
}

Result<ExitCode> RunWatchRemove(uint32_t number, bool dry_run, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  MURAGAT_ASSIGN_OR_RETURN(WatchFile file, OpenFile(*archive, dry_run));
  const auto watch = file.watches().find(number);
  if (watch == file.watches().end())
    return Status::NotFound("there is no watch " + std::to_string(number) + ": see muragat watch list");
  const std::string described = Describe(watch->second, context);
  if (!dry_run) MURAGAT_RETURN_IF_ERROR(file.Remove(number));
  context.Note((dry_run ? "would not watch " : "no longer watching ") + described +
               (dry_run ? " any more" : ""));
  return ExitCode::kDone;
}

Result<ExitCode> RunWatch(bool dry_run, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(WatchFile file, OpenFile(*archive, dry_run));
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader.LastCommit());
  WatchRunner runner(reader, context);
  size_t told = 0;
  const std::map<uint32_t, Watch> watches = file.watches();
  for (const auto& [number, watch] : watches) {
    MURAGAT_ASSIGN_OR_RETURN(const Events events, runner.FindNew(watch, last));
    MURAGAT_RETURN_IF_ERROR(runner.Print(number, watch, events));
    std::vector<WatchEvent> given;
    for (const auto& [event, of_event] : events) given.push_back(event);
    if (!dry_run) MURAGAT_RETURN_IF_ERROR(file.MarkGiven(number, given));
    told += events.size();
  }
  if (watches.empty()) context.Note("nothing is watched: muragat watch add QUERY");
  return told == 0 ? ExitCode::kNo : ExitCode::kDone;
}

void RegisterWatch(const Verb& program) {
  const Verb verb = program.Add("watch", "Keep questions, and tell what is new to them");
  verb.RequireVerb();
  verb.Explain(
      "Example:\n  muragat watch add quota --document 'kz/*' && muragat watch run\n\n"
      "Exit codes: 0 done, 1 nothing is new, 3 no such archive or watch");

  auto options = std::make_shared<WatchAddOptions>();
  const Verb add = verb.Add("add", "Keep a question: what is known now is not new");
  add.Option("QUERY", options->query, "A phrase, as `muragat phrase` takes it").Required();
  add.Option("--document", options->document, "Only in documents whose id matches this glob");
  add.Flag("--dry-run", options->dry_run, "Say what would be done, and do nothing");
  add.Explain(
      "Example:\n  muragat watch add 'one hundred and seven deputies'\n\n"
      "Exit codes: 0 kept, 2 there is no word in it, 3 no such archive, 5 busy, 8 it cannot be written");
  add.Run(options, RunWatchAdd);

  const Verb list = verb.Add("list", "List the questions");
  list.Explain("Example:\n  muragat watch list\n\nExit codes: 0 listed, 1 there is none, 3 no such archive");
  list.Run(RunWatchList);

  auto number = std::make_shared<uint32_t>(0);
  auto remove_dry = std::make_shared<bool>(false);
  const Verb remove = verb.Add("remove", "Drop a question");
  remove.Option("NUMBER", *number, "Its number, see `muragat watch list`").Required();
  remove.Flag("--dry-run", *remove_dry, "Say what would be done, and do nothing");
  remove.Explain(
      "Example:\n  muragat watch remove 2\n\nExit codes: 0 dropped, 3 no such archive or watch, 5 busy");
  remove.Run(
      [number, remove_dry](Context& context) { return RunWatchRemove(*number, *remove_dry, context); });

  auto run_dry = std::make_shared<bool>(false);
  const Verb run = verb.Add("run", "Tell what came and went since, each event once");
  run.Flag("--dry-run", *run_dry, "Tell it without counting it as told");
  run.Explain(
      "An event a line: the phrase, came or went, date, address, reform, title; tabs between them.\n\n"
      "Example:\n  muragat watch run --json\n\n"
      "Exit codes: 0 told, 1 nothing is new, 3 no such archive, 4 WATCHES is damaged, 5 busy");
  run.Run(run_dry, RunWatch);
}

}  // namespace muragat::tools
