#include "tools/link.h"

#include <algorithm>

#include "muragat/render/json_object.h"
#include "tools/indexed_writer.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// The two sections that a command line names.
struct Pair {
  std::unique_ptr<Archive> archive;
  DocumentId document;
  DocumentNumber number;
  Address first, second;
  std::vector<HistoryEntry> history;  // standing texts, in the order of their dates
  LineageAliases aliases;
};

Result<Pair> ReadPair(const LinkOptions& options, const Context& context) {
  Pair pair;
  pair.first = ParseAddress(options.first);
  pair.second = ParseAddress(options.second);
  for (const Address* address : {&pair.first, &pair.second}) {
    if (!address->section)
      return Status::InvalidArgument("\"" + address->document + "\" names no section: write " +
                                     address->document + "#s1, or a title behind the #");
  }
  if (pair.first.document != pair.second.document)
    return Status::InvalidArgument("the two sections are of different documents");
  MURAGAT_ASSIGN_OR_RETURN(pair.document, DocumentId::Parse(pair.first.document));
  if (options.dry_run) {
    MURAGAT_ASSIGN_OR_RETURN(pair.archive, context.OpenForReading());
  } else {
    MURAGAT_ASSIGN_OR_RETURN(pair.archive, context.OpenForWriting(false));
  }
  const Reader& reader = pair.archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(pair.number, RequireDocument(reader, pair.document.text()));
  MURAGAT_ASSIGN_OR_RETURN(pair.history, reader.ReadHistory(pair.number));
  std::erase_if(pair.history, [](const HistoryEntry& entry) { return entry.corrected; });
  MURAGAT_ASSIGN_OR_RETURN(pair.aliases, reader.ReadAliases(pair.number, kLatestCommit));
  return pair;
}

WriterOptions MakeWriterOptions(const LinkOptions& options, std::string_view verb) {
  return {.author = options.author,
          .program = ProgramName(),
          .message = std::string(verb) + ": " + options.because};
}

// Commits, or says what would be done.
Result<ExitCode> Finish(Writer& writer, const LinkOptions& options, const Pair& pair, std::string_view event,
                        SectionNumber first, SectionNumber second, Context& context) {
  std::optional<CommitNumber> commit;
  if (!options.dry_run) {
    MURAGAT_ASSIGN_OR_RETURN(commit, writer.Commit());
  }
  if (context.json) {
    JsonObject row;
    row.Set("document", pair.document.text()).Set("event", event);
    row.Set("sections", std::vector<std::string>{LineageName(first), LineageName(second)});
    commit ? row.Set("commit", uint64_t{commit->value}) : row.SetNull("commit");
    context.out << row.Text() << '\n';
    return ExitCode::kDone;
  }
  const std::string what = pair.document.text() + ": " + LineageName(second) +
                           (event == "linked" ? " is " : " is not ") + LineageName(first);
  context.out << context.ForPeople(commit ? what + ", commit " + std::to_string(commit->value)
                                          : "would record: " + what)
              << '\n';
  return ExitCode::kDone;
}

bool Holds(const Pair& pair, const Edition& edition, SectionNumber section) {
  return std::any_of(edition.sections.begin(), edition.sections.end(), [&](const SectionRef& ref) {
    return pair.aliases.Resolve(ref.section, edition.valid) == section;
  });
}

// An edition in which the second name stands for the same section as the first name in the edition before it,
// and what both hold it as.
struct Boundary {
  ValidDate valid;
  SectionNumber before, after;  // as recorded
  SectionNumber section;        // as it is now
};

// How an edition records the section that `name` names; nothing where it names none.
Result<std::optional<SectionRef>> FindRef(const Reader& reader, const Pair& pair, const Edition& edition,
                                          const std::string& name) {
  if (edition.removed) return std::optional<SectionRef>();
  MURAGAT_ASSIGN_OR_RETURN(const auto sections, reader.ReadSections(edition, kLatestCommit));
  const auto place = FindSection(sections, name, pair.document.text());
  if (!place.ok()) return std::optional<SectionRef>();
  return std::optional<SectionRef>(edition.sections[*place]);
}

Result<std::vector<Boundary>> FindBoundaries(const Pair& pair) {
  const Reader& reader = pair.archive->reader();
  std::vector<Boundary> found;
  std::optional<SectionRef> before;
  ValidDate before_valid;
  for (const HistoryEntry& entry : pair.history) {
    const Edition& edition = entry.edition;
    MURAGAT_ASSIGN_OR_RETURN(const auto after, FindRef(reader, pair, edition, *pair.second.section));
    if (before && after) {
      const SectionNumber section = pair.aliases.Resolve(after->section, edition.valid);
      if (section == pair.aliases.Resolve(before->section, before_valid))
        found.push_back({edition.valid, before->section, after->section, section});
    }
    MURAGAT_ASSIGN_OR_RETURN(before, FindRef(reader, pair, edition, *pair.first.section));
    before_valid = edition.valid;
  }
  return found;
}

// Whether a link, of an archivist or an import, was all that made `section` another's, and is taken back.
bool IsLinked(const Pair& pair, SectionNumber section) {
  const Alias* alias = pair.aliases.Find(section);
  return alias != nullptr && alias->target != section;
}

Result<ExitCode> SetApart(const Pair& pair, const Boundary& boundary, const LinkOptions& options,
                          Context& context) {
  IndexedWriter writer(pair.archive->database(), context.clock, MakeWriterOptions(options, "unlink"));
  if (boundary.before != boundary.after && IsLinked(pair, boundary.after)) {
    MURAGAT_RETURN_IF_ERROR(writer.Link(pair.document, boundary.after, boundary.after, options.because));
    return Finish(writer, options, pair, "unlinked", boundary.section, boundary.after, context);
  }
  MURAGAT_ASSIGN_OR_RETURN(const SectionNumber apart,
                           writer.SetApart(pair.document, boundary.after, boundary.valid, options.because));
  return Finish(writer, options, pair, "unlinked", boundary.section, apart, context);
}

Result<ExitCode> UnlinkByDate(const Pair& pair, const LinkOptions& options, Context& context) {
  const Reader& reader = pair.archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate date, ParseDate(options.date));
  const Edition* before = nullptr;
  for (const HistoryEntry& entry : pair.history) {
    const Edition& edition = entry.edition;
    if (edition.valid.first >= date.first && edition.valid.Last() <= date.Last()) {
      MURAGAT_ASSIGN_OR_RETURN(const auto after, FindRef(reader, pair, edition, *pair.second.section));
      if (!after || before == nullptr) break;
      const SectionNumber section = pair.aliases.Resolve(after->section, edition.valid);
      if (!Holds(pair, *before, section)) break;
      return SetApart(pair, {edition.valid, after->section, after->section, section}, options, context);
    }
    before = &edition;
  }
  return Status::NotFound("no edition of " + options.date + " continues that section: `muragat lineage \"" +
                          options.second + "\"` tells when it changed");
}

}  // namespace

Result<ExitCode> RunLink(const LinkOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const Pair pair, ReadPair(options, context));
  const Reader& reader = pair.archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const AsOf now, ParseBoth("", "", context, reader));
  MURAGAT_ASSIGN_OR_RETURN(SectionNumber first, RequireLineage(reader, pair.number, pair.first, now));
  MURAGAT_ASSIGN_OR_RETURN(SectionNumber second, RequireLineage(reader, pair.number, pair.second, now));
  if (first == second) {
    context.Note("known already: both are " + LineageName(first));
    return ExitCode::kDone;
  }
  for (const HistoryEntry& entry : pair.history) {
    if (Holds(pair, entry.edition, first) && Holds(pair, entry.edition, second)) {
      return Status::InvalidArgument(LineageName(first) + " and " + LineageName(second) +
                                     " cannot be one: both stand in the edition of " +
                                     FormatDate(entry.edition.valid));
    }
  }
  if (second < first) std::swap(first, second);
  IndexedWriter writer(pair.archive->database(), context.clock, MakeWriterOptions(options, "link"));
  MURAGAT_RETURN_IF_ERROR(writer.Link(pair.document, second, first, options.because));
  return Finish(writer, options, pair, "linked", first, second, context);
}

Result<ExitCode> RunUnlink(const LinkOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const Pair pair, ReadPair(options, context));
  if (!options.date.empty()) return UnlinkByDate(pair, options, context);
  const auto first = ParseLineage(*pair.first.section), second = ParseLineage(*pair.second.section);
  if (first && second && *first != *second) {
    if (pair.aliases.Resolve(*first) != pair.aliases.Resolve(*second)) {
      context.Note("known already: they are two sections");
      return ExitCode::kDone;
    }
    const SectionNumber linked = IsLinked(pair, *second) ? *second : *first;
    const SectionNumber other = linked == *second ? *first : *second;
    IndexedWriter writer(pair.archive->database(), context.clock, MakeWriterOptions(options, "unlink"));
    MURAGAT_RETURN_IF_ERROR(writer.Link(pair.document, linked, linked, options.because));
    return Finish(writer, options, pair, "unlinked", other, linked, context);
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto boundaries, FindBoundaries(pair));
  if (boundaries.size() == 1) return SetApart(pair, boundaries.front(), options, context);
  if (boundaries.empty()) {
    return Status::NotFound(
        "no edition continues \"" + options.first + "\" as \"" + options.second +
        "\": `muragat lineage` tells when a section changed, and --date names the edition");
  }
  std::string message = "several editions continue it so: name one with --date:";
  for (const Boundary& boundary : boundaries) message += " " + FormatDate(boundary.valid);
  return Status::InvalidArgument(message);
}

namespace {

Verb AddVerb(const Verb& program, const std::string& name, const std::string& purpose,
             const std::shared_ptr<LinkOptions>& options) {
  const Verb verb = program.Add(name, purpose);
  verb.Option("A", options->first, "The earlier section").Required();
  verb.Option("B", options->second, "The later section, of the same document").Required();
  verb.Option("--author", options->author, "Who says so");
  verb.Flag("--dry-run", options->dry_run, "Say what would be done, and do nothing");
  return verb;
}

}  // namespace

void RegisterLink(const Verb& program) {
  auto options = std::make_shared<LinkOptions>();
  const Verb verb = AddVerb(program, "link", "Record that two sections are one", options);
  verb.Option("--because", options->because, "Why").Required();
  verb.Explain(
      "Example:\n  muragat link kz/parliament#s2 kz/parliament#s9 --because 'renamed in 2022'\n\n"
      "Exit codes: 0 recorded, or known already, 2 they cannot be one, 3 no such archive, document or "
      "section,\n            5 another process is writing");
  verb.Run(options, RunLink);
}

void RegisterUnlink(const Verb& program) {
  auto options = std::make_shared<LinkOptions>();
  const Verb verb = AddVerb(program, "unlink", "Record that two sections are not one", options);
  verb.Option("--because", options->because, "Why");
  verb.Option("--date", options->date, "The edition from which on B is a section of its own");
  verb.Explain(
      "Example:\n  muragat unlink kz/parliament#s2 kz/parliament#s9\n"
      "  muragat unlink 'kz/parliament#Senate' 'kz/parliament#Council' --because 'a new body'\n\n"
      "Exit codes: 0 recorded, or known already, 2 several editions fit, 3 no such archive, document or "
      "section,\n            5 another process is writing");
  verb.Run(options, RunUnlink);
}

}  // namespace muragat::tools
