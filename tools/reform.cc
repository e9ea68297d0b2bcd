#include "tools/reform.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "muragat/render/inline_text.h"
#include "muragat/render/json_object.h"
#include "muragat/text/utf8.h"
#include "tools/indexed_writer.h"
#include "tools/query.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {

Result<ReformNumber> RequireReform(const Reader& reader, const std::string& name) {
  MURAGAT_ASSIGN_OR_RETURN(const auto by_id, reader.FindReformById(name));
  if (by_id) return *by_id;
  MURAGAT_ASSIGN_OR_RETURN(const auto by_title, reader.FindReformsByTitle(name));
  if (by_title.size() == 1) return by_title.front();
  if (by_title.empty()) {
    return Status::NotFound("there is no reform \"" + VisibleText(name) +
                            "\": `muragat reform list` lists them");
  }
  std::string message = "several reforms are called so: name one of";
  for (const ReformNumber number : by_title) {
    MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader.ReadReform(number));
    message += "\n  " + VisibleText(reform.id);
  }
  return Status::InvalidArgument(message);
}

Result<std::vector<DocumentEntry>> ReadReformDocuments(const Reader& reader, ReformNumber reform) {
  MURAGAT_ASSIGN_OR_RETURN(const auto links, reader.ReadReformLinks(reform));
  std::vector<DocumentEntry> documents;
  std::set<DocumentNumber> seen;
  for (const ReformLink& link : links) {
    if (!seen.insert(link.document).second) continue;
    MURAGAT_ASSIGN_OR_RETURN(std::string id, reader.ReadDocumentId(link.document));
    documents.push_back({link.document, std::move(id)});
  }
  return documents;
}

Status VisitReform(
    const Reader& reader, const DocumentEntry& document, ReformNumber reform, CommitNumber known_at,
    const std::function<Status(std::span<const HistoryEntry> before, const ChangeLogStep& step)>& visit) {
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document.number, known_at));
  for (size_t i = 0; i < history.size(); ++i) {
    if (history[i].edition.reform != reform || history[i].corrected) continue;
    const std::vector<HistoryEntry> up_to(history.begin(),
                                          history.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    MURAGAT_RETURN_IF_ERROR(WalkChanges(reader, up_to, i, known_at, [&](const ChangeLogStep& step) {
      return visit(std::span(up_to).first(i), step);
    }));
  }
  return Status::Ok();
}

namespace {

// How many documents have a standing edition of each reform, in one pass over all editions.
class DocumentCounter {
 public:
  Result<std::map<ReformNumber, uint64_t>> Count(const Reader& reader) {
    MURAGAT_RETURN_IF_ERROR(reader.VisitEditions([this](const EditionKey& key, const EditionRecord& record) {
      if (key.document != key_.document || key.valid != key_.valid) Close();
      key_ = key;
      if (const auto* withdrawal = std::get_if<Withdrawal>(&record)) {
        standing_.erase(withdrawal->target);
      } else {
        standing_[key.recorded] = std::get<Edition>(record).reform;
      }
      return Status::Ok();
    }));
    Close();
    return std::move(counts_);
  }

 private:
  // Takes in the editions of one document and date; withdrawals come behind what they withdraw.
  void Close() {
    for (const auto& [place, reform] : standing_) {
      if (std::exchange(last_document_[reform], key_.document) != key_.document) ++counts_[reform];
    }
    standing_.clear();
  }

  EditionKey key_;
  std::map<RecordedPlace, ReformNumber> standing_;
  std::map<ReformNumber, DocumentNumber> last_document_;
  std::map<ReformNumber, uint64_t> counts_;
};

}  // namespace

Result<ExitCode> RunReformList(Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const uint32_t count, reader.CountReforms());
  std::vector<std::pair<Reform, ReformNumber>> reforms;
  for (ReformNumber number{1}; number.value <= count; ++number.value) {
    MURAGAT_ASSIGN_OR_RETURN(Reform reform, reader.ReadReform(number));
    reforms.emplace_back(std::move(reform), number);
  }
  std::sort(reforms.begin(), reforms.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.date, a.second) < std::tie(b.first.date, b.second);
  });
  MURAGAT_ASSIGN_OR_RETURN(const auto counts, DocumentCounter().Count(reader));
  Table table({{"date"}, {"documents", Align::kRight}, {"reform"}, {"id"}});
  for (const auto& [reform, number] : reforms) {
    const auto counted = counts.find(number);
    const uint64_t documents = counted == counts.end() ? 0 : counted->second;
    const std::string date = FormatDate(reform.date);
    if (context.json) {
      JsonObject row;
      row.Set("reform", reform.title).Set("id", reform.id).Set("date", date).Set("documents", documents);
      context.out << row.Text() << '\n';
    } else {
      table.AddRow({date, std::to_string(documents), reform.title, reform.id});
    }
  }
  if (!context.json) context.out << table.Text();
  return ExitCode::kDone;
}

namespace {

// Writes what a reform did to one document.
void ListChanges(const Reform& reform, const std::string& id, const ChangeLogStep& step, Context& context) {
  if (!context.json)
    context.out << '\n' << context.ForPeople(id) << (step.entry.edition.removed ? ": removed" : "") << '\n';
  for (const SectionChange& change : step.change.sections) {
    if (!context.json) {
      context.out << "  " << RenderChangeHeading(change) << '\n';
      continue;
    }
    std::vector<std::string> events;
    for (const ChangeEvent event : change.events) events.emplace_back(EventName(event));
    const LineageSection& shown = change.newer != nullptr ? *change.newer : *change.older;
    JsonObject row;
    row.Set("reform", reform.title).Set("id", reform.id).Set("document", id);
    row.Set("section", LineageName(change.lineage)).Set("title", shown.section.title).Set("events", events);
    row.Set("kind", KindName(change.kind))
        .Set("words_in", change.words_in)
        .Set("words_out", change.words_out);
    context.out << row.Text() << '\n';
  }
}

}  // namespace

Result<ExitCode> RunReformShow(const std::string& name, const std::string& known_at, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber known, ParseKnownAt(known_at, reader));
  MURAGAT_ASSIGN_OR_RETURN(const ReformNumber number, RequireReform(reader, name));
  MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader.ReadReform(number));
  MURAGAT_ASSIGN_OR_RETURN(const auto documents, ReadReformDocuments(reader, number));
  bool is_known = known_at.empty() || documents.empty();  // else as soon as a change of it was known
  const auto print_head = [&] {
    if (context.json) return;
    context.out << context.ForPeople(reform.title) << ", " << FormatDate(reform.date) << '\n'
                << context.ForPeople(reform.id) << "\n";
  };
  if (is_known) print_head();
  for (const DocumentEntry& document : documents) {
    const auto list = [&](std::span<const HistoryEntry>, const ChangeLogStep& step) {
      if (!std::exchange(is_known, true)) print_head();
      ListChanges(reform, document.id, step, context);
      return Status::Ok();
    };
    MURAGAT_RETURN_IF_ERROR(VisitReform(reader, document, number, known, list));
  }
  if (!is_known)
    return Status::NotFound("the archive did not know that reform then: \"" + VisibleText(reform.title) +
                            "\"");
  return ExitCode::kDone;
}

Result<ExitCode> RunReformAdd(const ReformAddOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate date, ParseDate(options.date));
  MURAGAT_ASSIGN_OR_RETURN(const auto archive,
                           options.dry_run ? context.OpenForReading() : context.OpenForWriting(false));
  IndexedWriter writer(archive->database(), context.clock, {.program = ProgramName()});
  MURAGAT_ASSIGN_OR_RETURN(const bool added, writer.AddReform(date, options.title));
  if (!added) {
    context.Note("that reform is there already");
    return ExitCode::kDone;
  }
  if (options.dry_run) {
    context.Note("would record one reform");
    return ExitCode::kDone;
  }
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber commit, writer.Commit());
  context.Note("recorded one reform, commit " + std::to_string(commit.value));
  if (context.json) {
    JsonObject row;
    row.Set("reform", options.title).Set("date", FormatDate(date)).Set("commit", uint64_t{commit.value});
    context.out << row.Text() << '\n';
  }
  return ExitCode::kDone;
}

void RegisterReform(const Verb& program) {
  const Verb verb = program.Add("reform", "List reforms and what each changed");
  verb.RequireVerb();
  verb.Explain(
      "Example:\n  muragat reform show 2022-06-05/referendum-of-5-june-2022\n\n"
      "Exit codes: 0 shown, 2 several reforms have that title, 3 no such archive or reform");
  const Verb list = verb.Add("list", "List all reforms by date");
  list.Explain("Example:\n  muragat reform list\n\nExit codes: 0 listed, 3 no such archive");
  list.Run(RunReformList);

  auto name = std::make_shared<std::string>();
  auto known_at = std::make_shared<std::string>();
  const Verb show = verb.Add("show", "List every section that a reform touched");
  show.Option("REFORM", *name, "The reform's id, or its title where only one has it").Required();
  show.Option("--known-at", *known_at, "As the archive knew it then: a commit's number or a date");
  show.Explain(
      "Example:\n  muragat reform show 2022-06-05/referendum-of-5-june-2022\n\n"
      "Exit codes: 0 shown, 2 several reforms have that title, 3 no such archive or reform");
  show.Run([name, known_at](Context& context) { return RunReformShow(*name, *known_at, context); });

  auto options = std::make_shared<ReformAddOptions>();
  const Verb add = verb.Add("add", "Record a reform that has brought nothing yet");
  add.Option("TITLE", options->title, "Its exact title").Required();
  add.Option("--date", options->date, "Its date").Required();
  add.Flag("--dry-run", options->dry_run, "Say what would be done, and do nothing");
  add.Explain(
      "Example:\n  muragat reform add 'Election law of 2027' --date 2027-01-01\n\n"
      "Exit codes: 0 recorded, or there already, 2 usage, 3 no such archive,\n"
      "            5 another process is writing, 8 the disk is full");
  add.Run(options, RunReformAdd);
}

}  // namespace muragat::tools
