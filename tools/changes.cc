#include "tools/changes.h"

#include <algorithm>

#include "muragat/base/huge_pages.h"
#include "muragat/base/sha256.h"
#include "muragat/render/atom_feed.h"
#include "muragat/render/json_object.h"
#include "tools/change_list.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// What is named here belongs to nobody's domain; `invalid` says so (RFC 4151, RFC 2606).
constexpr const char* kTagPrefix = "tag:muragat.invalid,2026:";

void PrintRow(const ListedChange& change, Context& context) {
  JsonObject row;
  row.Set("address", change.Address()).Set("document", change.document);
  row.Set("section", LineageName(change.section)).SetOrNull("title", change.title);
  row.Set("valid", FormatDate(change.valid));
  row.SetOrNull("reform", change.reform.title).SetOrNull("reform_id", change.reform.id);
  row.Set("commit", uint64_t{change.commit.value}).Set("recorded", FormatInstant(change.recorded));
  row.Set("events", change.events).Set("kind", change.kind);
  row.Set("words_in", change.words_in).Set("words_out", change.words_out);
  std::vector<JsonObject> passages;
  for (const ChangedPassage& passage : change.passages) {
    passages.emplace_back();
    passages.back().SetOrNull("before", passage.before).SetOrNull("after", passage.after);
  }
  row.Set("passages", passages).Set("passages_left_out", uint64_t{change.passages_left_out});
  context.out << row.Text() << '\n';
}

void PrintLines(const ListedChange& change, Context& context) {
  const auto cell = [&](std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    return context.ForPeople(text);
  };
  const auto line = [&](const char* sign, const char* color, const std::string& text) {
    if (text.empty()) return;
    context.out << "    " << (context.color ? color : "") << sign << context.ForPeople(text)
                << (context.color ? "\x1b[0m" : "") << '\n';
  };
  context.out << cell(change.Address()) << '\t' << FormatDate(change.valid) << "\t+" << change.words_in
              << " −" << change.words_out << '\t' << cell(change.reform.title) << '\t' << cell(change.title)
              << '\n';
  for (const ChangedPassage& passage : change.passages) {
    line("- ", "\x1b[31m", passage.before);
    line("+ ", "\x1b[32m", passage.after);
  }
  if (change.passages.empty()) context.out << "    " << context.ForPeople(change.heading) << '\n';
  if (change.passages_left_out > 0)
    context.out << "    and in " << change.passages_left_out
                << (change.passages_left_out == 1 ? " more place\n" : " more places\n");
}

// "documents:*,since" as what makes the feed of this archive that feed.
std::string FeedId(const ChangesOptions& options, const std::string& origin) {
  std::string said = origin;
  for (const std::string& glob : options.documents) said += '\n' + glob;
  return kTagPrefix + std::string("changes:") + Sha256Hex(said).substr(0, 32);
}

Status PrintFeed(const std::vector<ListedChange>& changes, const ChangesOptions& options,
                 const Archive& archive, Context& context) {
  const Reader& reader = archive.reader();
  MURAGAT_ASSIGN_OR_RETURN(const auto origin, reader.ReadSetting("origin"));
  std::string name = origin.value_or("");
  if (name.empty() && archive.keeps_log()) {
    MURAGAT_ASSIGN_OR_RETURN(name, archive.LogName());  // no other archive has it
  }
  AtomFeed feed;
  feed.id = FeedId(options, name);
  feed.author = origin.value_or("").empty() ? "Muragat" : *origin;
  feed.title = "Changes since " + options.since;
  if (!options.documents.empty()) feed.title += " in " + options.documents.front();
  for (const ListedChange& change : changes) {
    AtomEntry& entry = feed.entries.emplace_back();
    entry.id = kTagPrefix + std::string("change:") + change.hash;
    entry.title = change.title.empty() ? change.document : change.title + " (" + change.document + ")";
    entry.category = change.reform.title;
    entry.updated = change.recorded;
    entry.published = change.valid.first;
    entry.summary = FormatDate(change.valid) + ": " + change.heading;
    if (!change.reform.title.empty()) entry.summary += ", by " + change.reform.title;
    entry.passages = change.passages;
    feed.updated = std::max(feed.updated, change.recorded);
  }
  if (changes.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader.LastCommit());
    if (last.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(const CommitRecord commit, reader.ReadCommit(last));
      feed.updated = commit.recorded;
    }
  }
  context.out << RenderAtomFeed(feed);
  return Status::Ok();
}

}  // namespace

Result<ExitCode> RunChanges(const ChangesOptions& options, Context& context) {
  GrowHeapInHugePages();
  ChangeRange range{.documents = options.documents, .until = Instant::Last(), .recorded = options.recorded};
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate since, ParseDate(options.since));
  range.since = since.first;
  if (!options.until.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(const ValidDate until, ParseDate(options.until));
    range.until = until.Last();
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(auto changes, ListChanges(reader, range, context.progress));
  const size_t all = changes.size();
  if (options.limit > 0 && options.limit < all) changes.resize(options.limit);
  if (options.atom) {
    MURAGAT_RETURN_IF_ERROR(PrintFeed(changes, options, *archive, context));
  } else {
    for (const ListedChange& change : changes)
      context.json ? PrintRow(change, context) : PrintLines(change, context);
  }
  if (changes.size() < all)
    context.Note("the " + std::to_string(changes.size()) + " greatest of " + std::to_string(all) +
                 " changes are shown");
  if (all == 0) context.Note("nothing changed since " + options.since);
  return all == 0 ? ExitCode::kNo : ExitCode::kDone;
}

void RegisterChanges(const Verb& program) {
  auto options = std::make_shared<ChangesOptions>();
  const Verb verb = program.Add("changes", "Show what is new, most changed words first");
  verb.Option("GLOB", options->documents, "Only documents whose ids match one of these");
  verb.Option("--since", options->since, "What is valid from this day on").Required();
  verb.Option("--until", options->until, "Up to this day");
  verb.Flag("--recorded", options->recorded, "The dates are of when the archive learned of it");
  verb.Flag("--atom", options->atom, "As an Atom feed");
  verb.Option("-n", options->limit, "At most so many");
  verb.Explain(
      "A change is a line with address, date, words that came and went, reform and title, tabs between them; "
      "then the sentences that changed, as they were (-) and as they are (+).\n\n"
      "Example:\n  muragat changes --since 2022 'kz/*' --atom > feed.xml\n\n"
      "Exit codes: 0 shown, 1 nothing changed, 3 no such archive");
  verb.Run(options, RunChanges);
}

}  // namespace muragat::tools
