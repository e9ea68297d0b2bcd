#include "tools/diff.h"

#include <set>

#include <CLI/CLI.hpp>

#include "muragat/diff/change.h"
#include "muragat/diff/text_diff.h"
#include "muragat/render/inline_text.h"
#include "muragat/render/json_object.h"
#include "tools/query.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// The sections on one of the two days; none where there is no text.
struct Side {
  std::vector<LineageSection> sections;
  Status absence;  // why there is no text
};

Result<Side> ReadSide(const Reader& reader, DocumentNumber document, const std::string& id,
                      const AsOf& as_of) {
  Side side;
  const auto edition = RequireText(reader, document, id, as_of);
  if (!edition.ok()) {
    if (edition.status().code() != StatusCode::kNotFound) return edition.status();
    side.absence = edition.status();
    return side;
  }
  MURAGAT_ASSIGN_OR_RETURN(side.sections, reader.ReadSections(*edition, as_of.known_at));
  return side;
}

// The lineages of the document's editions before `at`.
Result<std::set<SectionNumber>> SeenBefore(const Reader& reader, DocumentNumber document, const AsOf& as_of) {
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document, as_of.known_at));
  MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(document, as_of.known_at));
  std::set<SectionNumber> seen;
  for (const HistoryEntry& entry : history) {
    if (entry.edition.valid.first > as_of.at) break;
    for (const SectionRef& ref : entry.edition.sections)
      seen.insert(aliases.Resolve(ref.section, entry.edition.valid));
  }
  return seen;
}

std::string ChangeAsJson(const SectionChange& change, const std::string& document) {
  const LineageSection& shown = change.newer != nullptr ? *change.newer : *change.older;
  std::vector<std::string> events;
  for (const ChangeEvent event : change.events) events.emplace_back(EventName(event));
  JsonObject object;
  object.Set("document", document).Set("section", LineageName(change.lineage)).Set("events", events);
  object.Set("title", shown.section.title).Set("kind", KindName(change.kind));
  object.Set("words_in", change.words_in).Set("words_out", change.words_out);
  change.older != nullptr ? object.Set("old", change.older_text) : object.SetNull("old");
  change.newer != nullptr ? object.Set("new", change.newer_text) : object.SetNull("new");
  object.Set("ops", std::vector<JsonObject>{});
  size_t at = 0;
  const std::string_view older(change.older_text);
  for (const Edit& edit : change.script) {
    if (edit.kind == EditKind::kInsert) {
      object.AddPair("ops", "insert", edit.text);
      continue;
    }
    edit.kind == EditKind::kKeep ? object.AddPair("ops", "keep", edit.size_bytes)
                                 : object.AddPair("ops", "delete", older.substr(at, edit.size_bytes));
    at += edit.size_bytes;
  }
  return object.Text();
}

// `text` with a single line feed at its end.
std::string WithOneEnd(std::string text) {
  text.erase(text.find_last_not_of('\n') + 1);
  return text + '\n';
}

Result<DiffUnit> ParseUnit(const std::string& unit) {
  if (unit == "word") return DiffUnit::kWord;
  if (unit == "line") return DiffUnit::kLine;
  if (unit == "char") return DiffUnit::kCharacter;
  return Status::InvalidArgument("--unit is word, line or char");
}

}  // namespace

Result<ExitCode> RunDiff(const DiffCommandOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const DiffUnit unit, ParseUnit(options.unit));
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const AsOf from, ParseBoth(options.from, options.known_at, context, reader));
  MURAGAT_ASSIGN_OR_RETURN(const AsOf to, ParseBoth(options.to, options.known_at, context, reader));
  const Address address = ParseAddress(options.address);
  MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber document, RequireDocument(reader, address.document));
  MURAGAT_ASSIGN_OR_RETURN(const Side older, ReadSide(reader, document, address.document, from));
  MURAGAT_ASSIGN_OR_RETURN(const Side newer, ReadSide(reader, document, address.document, to));
  if (!older.absence.ok() && !newer.absence.ok()) return older.absence;
  for (const Side* side : {&older, &newer}) {
    if (!side->absence.ok()) context.Note("note: " + side->absence.message());
  }
  std::optional<SectionNumber> only;
  if (address.section) {
    MURAGAT_ASSIGN_OR_RETURN(only, RequireLineage(reader, document, address, to));
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto seen, SeenBefore(reader, document, from));
  DocumentChange change = CompareEditions(older.sections, newer.sections, seen);
  Table table({{"section"}, {"words", Align::kRight}, {"", Align::kRight}, {"what"}, {"title"}});
  bool any = false;
  for (SectionChange& section : change.sections) {
    if (only && section.lineage != *only) continue;
    const bool first = !any;
    any = true;
    if (unit != DiffUnit::kWord)
      section.script = DiffText(section.older_text, section.newer_text, {.unit = unit}).script;
    if (options.stat && !context.json) {
      const LineageSection& shown = section.newer != nullptr ? *section.newer : *section.older;
      std::string what;
      for (const ChangeEvent event : section.events)
        what.append(what.empty() ? "" : ", ").append(EventName(event));
      table.AddRow({LineageName(section.lineage), "+" + std::to_string(section.words_in),
                    "−" + std::to_string(section.words_out), what, shown.section.title});
    } else if (context.json) {
      context.out << ChangeAsJson(section, address.document) << '\n';
    } else {
      if (!first) context.out << '\n';
      context.out << WithOneEnd(RenderInlineChange(section, {.color = context.color}));
    }
  }
  if (options.stat && !context.json) {
    context.out << table.Text();
    if (!only)
      context.out << change.sections.size() << " sections, +" << change.words_in << " −" << change.words_out
                  << " words\n";
  }
  return any && options.exit_code ? ExitCode::kNo : ExitCode::kDone;
}

void RegisterDiff(CLI::App& app, Action& action) {
  auto options = std::make_shared<DiffCommandOptions>();
  CLI::App* verb = app.add_subcommand("diff", "Show what changed between two dates");
  verb->add_option("ADDRESS", options->address, "A document, or a section of it")->required();
  verb->add_option("D1", options->from, "The earlier day")->required();
  verb->add_option("D2", options->to, "The later day")->required();
  verb->add_option("--unit", options->unit, "What is compared: word, line or char")->capture_default_str();
  verb->add_flag("--inline")->description("Changes marked in the text (the default)");
  verb->add_flag("--stat", options->stat, "Counts of words only");
  verb->add_flag("--exit-code", options->exit_code, "Exit with 1 where there are differences");
  verb->add_option("--known-at", options->known_at,
                   "As the archive knew it then: a commit's number or a date");
  verb->footer(
      "Example:\n  muragat diff kz/parliament 2007-05-20 2007-05-21\n\n"
      "Exit codes: 0 shown, 1 there are differences (--exit-code), 2 usage,\n"
      "            3 no such archive, document, section or date");
  verb->callback(
      [options, &action] { action = [options](Context& context) { return RunDiff(*options, context); }; });
}

}  // namespace muragat::tools
