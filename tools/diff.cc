#include "tools/diff.h"

#include <algorithm>
#include <set>

#include "muragat/base/huge_pages.h"
#include "muragat/diff/change.h"
#include "muragat/diff/ignore.h"
#include "muragat/diff/text_diff.h"
#include "muragat/render/inline_text.h"
#include "muragat/render/json_object.h"
#include "muragat/render/patch_text.h"
#include "muragat/render/side_by_side.h"
#include "tools/instructions.h"
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

// Where a section's slices begin in the text of its document.
size_t OffsetOf(const std::vector<LineageSection>& sections, const LineageSection& section) {
  size_t offset = 0;
  for (const LineageSection& one : sections) {
    if (&one == &section) break;
    offset += one.section.heading.size() + one.section.body.size();
  }
  return offset;
}

void SetOffset(JsonObject& object, std::string_view field, const std::vector<LineageSection>& sections,
               const LineageSection* section) {
  section == nullptr ? object.SetNull(field) : object.Set(field, uint64_t{OffsetOf(sections, *section)});
}

std::string ChangeAsJson(const SectionChange& change, const std::string& document, const Side& older_side,
                         const Side& newer_side) {
  const LineageSection& shown = change.newer != nullptr ? *change.newer : *change.older;
  std::vector<std::string> events;
  for (const ChangeEvent event : change.events) events.emplace_back(EventName(event));
  JsonObject object;
  object.Set("document", document).Set("section", LineageName(change.lineage)).Set("events", events);
  object.Set("title", shown.section.title).Set("kind", KindName(change.kind));
  object.Set("words_in", change.words_in).Set("words_out", change.words_out);
  change.older != nullptr ? object.Set("old", change.older_text) : object.SetNull("old");
  change.newer != nullptr ? object.Set("new", change.newer_text) : object.SetNull("new");
  SetOffset(object, "old_at", older_side.sections, change.older);
  SetOffset(object, "new_at", newer_side.sections, change.newer);
  std::vector<JsonObject> moved;
  for (const MovedText& one : change.moved) {
    moved.emplace_back();
    moved.back().Set("old_at", uint64_t{one.older_begin}).Set("new_at", uint64_t{one.newer_begin});
    moved.back().Set("bytes", uint64_t{one.size_bytes});
  }
  object.Set("moved", moved).SetFlag("coarse", change.coarse);
  object.Set("from", LineageNames(change.from)).Set("to", LineageNames(change.to));
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

// Writes the changes in the form that was asked for.
struct Printer {
  const DiffCommandOptions& options;
  const std::string& document;
  const Side &older, &newer;
  Context& context;

  // Whether anything was left to write.
  bool Print(DocumentChange& change, std::optional<SectionNumber> only, DiffUnit unit,
             const Ignored& ignored) const {
    std::vector<SectionChange> counted;
    uint64_t sections = 0, words_in = 0, words_out = 0;
    for (SectionChange& section : change.sections) {
      if (only && section.lineage != *only) continue;
      SectionChange shown = section;
      if (!Ignore(ignored, shown)) continue;
      for (SectionChange* one : {&section, &shown}) {
        if (unit == DiffUnit::kWord) continue;
        TextDiff diff = DiffText(one->older_text, *one->script_text, {.unit = unit});
        one->script = std::move(diff.script);
        one->coarse = diff.coarse;
        one->moved.clear();
      }
      words_in += shown.words_in;
      words_out += shown.words_out;
      ++sections;
      if (context.json) {
        context.out << ChangeAsJson(section, document, older, newer) << '\n';  // a patch: nothing is ignored
      } else if (options.stat) {
        counted.push_back(std::move(shown));
      } else if (options.patch) {
        context.out << RenderPatch(shown, {document, options.from, options.to});
      } else {
        if (sections > 1) context.out << '\n';
        context.out << WithOneEnd(Render(shown));
      }
    }
    if (options.stat && !context.json) {
      context.out << WriteCounts(counted);
      if (!only) context.out << sections << " sections, +" << words_in << " −" << words_out << " words\n";
    }
    return sections > 0;
  }

  std::string Render(const SectionChange& change) const {
    if (!options.side_by_side) return RenderInlineChange(change, {.color = context.color});
    return RenderSideBySide(change, {.color = context.color, .width_columns = context.out_columns});
  }

  static std::string WriteCounts(const std::vector<SectionChange>& changes) {
    Table table({{"section"}, {"words", Align::kRight}, {"", Align::kRight}, {""}, {"what"}, {"title"}});
    uint64_t most = 0;
    for (const SectionChange& change : changes) most = std::max(most, change.words_in + change.words_out);
    for (const SectionChange& change : changes) {
      const LineageSection& shown = change.newer != nullptr ? *change.newer : *change.older;
      std::string what;
      for (const ChangeEvent event : change.events)
        what.append(what.empty() ? "" : ", ").append(EventName(event));
      table.AddRow({LineageName(change.lineage), "+" + std::to_string(change.words_in),
                    "−" + std::to_string(change.words_out), DrawBar(change, most), what,
                    shown.section.title});
    }
    return table.Text();
  }

  // A sign for each word, fewer where `most` words are too many for a line; at least one of what there is.
  static std::string DrawBar(const SectionChange& change, uint64_t most) {
    constexpr uint64_t kMaxSigns = 24;
    const auto signs = [most](uint64_t words) {
      return most <= kMaxSigns ? words : (words * kMaxSigns + most - 1) / most;
    };
    std::string bar(signs(change.words_in), '+');
    for (uint64_t i = signs(change.words_out); i > 0; --i) bar += "−";
    return bar;
  }
};

}  // namespace

Result<ExitCode> RunDiff(const DiffCommandOptions& options, Context& context) {
  GrowHeapInHugePages();  // two long documents fill it in many blocks
  MURAGAT_ASSIGN_OR_RETURN(const DiffUnit unit, ParseUnit(options.unit));
  MURAGAT_ASSIGN_OR_RETURN(const Ignored ignored, ParseIgnored(options.ignore));
  if (options.instructions && (!options.ignore.empty() || unit != DiffUnit::kWord))
    return Status::InvalidArgument(
        "instructions leave nothing out and go by words: no --ignore and no --unit");
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
  if (options.instructions && !context.json) {
    const InstructionOptions of{address.document, options.from, options.to, only};
    MURAGAT_ASSIGN_OR_RETURN(const std::string text,
                             WriteCheckedInstructions(older.sections, newer.sections, change, of));
    context.out << text;
    return !text.empty() && options.exit_code ? ExitCode::kNo : ExitCode::kDone;
  }
  const Printer printer{options, address.document, older, newer, context};
  return printer.Print(change, only, unit, ignored) && options.exit_code ? ExitCode::kNo : ExitCode::kDone;
}

void RegisterDiff(const Verb& program) {
  auto options = std::make_shared<DiffCommandOptions>();
  const Verb verb = program.Add("diff", "Show what changed between two dates");
  verb.Option("ADDRESS", options->address, "A document, or a section of it").Required();
  verb.Option("D1", options->from, "The earlier day").Required();
  verb.Option("D2", options->to, "The later day").Required();
  verb.Option("--unit", options->unit, "What is compared: word, line or char").ShowsDefault();
  verb.Flag("--inline", "Changes marked in the text (the default)");
  verb.Flag("--side-by-side", options->side_by_side, "The old text on the left, the new one on the right");
  verb.Flag("--patch", options->patch, "Lines as patch and git apply read them");
  verb.Flag("--instructions", options->instructions,
            "As a drafter words an amendment, for people and for `apply`");
  verb.Flag("--stat", options->stat, "Counts of words only");
  verb.Option("--ignore", options->ignore,
              "What is no change: case, space, typography, numbers, put together by commas");
  verb.Flag("--exit-code", options->exit_code, "Exit with 1 where there are differences");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  verb.Explain(
      "Example:\n  muragat diff kz/parliament 2007-05-20 2007-05-21\n"
      "  muragat diff kz/parliament 2007 2022 --side-by-side --ignore case,typography\n"
      "  muragat diff kz/parliament 2007 2022 --instructions > amendment.txt\n\n"
      "Exit codes: 0 shown, 1 there are differences (--exit-code), 2 usage,\n"
      "            3 no such archive, document, section or date");
  verb.Run(options, RunDiff);
}

}  // namespace muragat::tools
