#include "tools/lineage.h"

#include <cmath>

#include "muragat/render/json_object.h"
#include "muragat/store/section_life.h"
#include "muragat/text/section_number.h"
#include "tools/csv.h"
#include "tools/query.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

std::string Join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (size_t i = 0; i < parts.size(); ++i) joined.append(i == 0 ? "" : between).append(parts[i]);
  return joined;
}

// "0.87"
std::string Hundredths(double share) {
  const long hundredths = std::lround(share * 100);
  if (hundredths >= 100) return "1";
  return (hundredths < 10 ? "0.0" : "0.") + std::to_string(hundredths);
}

std::string Percent(double share) { return std::to_string(std::lround(share * 100)) + "%"; }

// "s7 → s7, s12"; where nothing but the name changed, that.
std::string WhatBecameWhat(const LifeEvent& event) {
  switch (event.event) {
    case ChangeEvent::kRenumbered:
      return (event.older_number.empty() ? "no number" : event.older_number) + " → " +
             (event.newer_number.empty() ? "no number" : event.newer_number);
    case ChangeEvent::kRetitled:
      return event.older_title + " → " + event.newer_title;
    case ChangeEvent::kSplit:
    case ChangeEvent::kMerged:
      return Join(LineageNames(event.from), ", ") + " → " + Join(LineageNames(event.to), ", ");
    default:
      return event.newer_title.empty() ? event.older_title : event.newer_title;
  }
}

Result<std::string> EventAsJson(const Reader& reader, const LifeEvent& event, const std::string& document) {
  JsonObject row;
  row.Set("document", document).Set("section", LineageName(event.section));
  row.Set("valid", FormatDate(event.valid)).Set("commit", uint64_t{event.commit.value});
  if (event.reform.value == 0) {
    row.SetNull("reform");
  } else {
    MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader.ReadReform(event.reform));
    row.Set("reform", reform.id);
  }
  row.Set("event", EventName(event.event))
      .Set("from", LineageNames(event.from))
      .Set("to", LineageNames(event.to));
  row.SetShare("confidence", event.confidence).Set("reason", event.reason);
  row.SetOrNull("old_number", event.older_number).SetOrNull("new_number", event.newer_number);
  row.SetOrNull("old_title", event.older_title).SetOrNull("new_title", event.newer_title);
  return row.Text();
}

Result<ExitCode> TellLife(const Reader& reader, DocumentNumber document, const Address& address,
                          const AsOf& as_of, Context& context) {
  std::optional<SectionNumber> section;
  if (address.section) {
    MURAGAT_ASSIGN_OR_RETURN(section, RequireLineage(reader, document, address, as_of));
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto events, ReadLife(reader, document, section, as_of.known_at));
  Table table({{"valid"}, {"section"}, {"event"}, {"what"}, {"sure", Align::kRight}, {"because"}});
  for (const LifeEvent& event : events) {
    if (context.json) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string row, EventAsJson(reader, event, address.document));
      context.out << row << '\n';
      continue;
    }
    table.AddRow({FormatDate(event.valid), LineageName(event.section), std::string(EventName(event.event)),
                  WhatBecameWhat(event), Percent(event.confidence), event.reason});
  }
  if (!context.json) context.out << table.Text();
  return events.empty() ? ExitCode::kNo : ExitCode::kDone;
}

std::string EventsOf(const CrosswalkRow& row) {
  if (!row.older) return "added";
  if (!row.newer) return "removed";
  const Section &older = row.older->section, &newer = row.newer->section;
  std::vector<std::string> events;
  if (older.body != newer.body) events.emplace_back(EventName(ChangeEvent::kChanged));
  if (older.number != newer.number) events.emplace_back(EventName(ChangeEvent::kRenumbered));
  if (StripSectionNumber(older.title) != StripSectionNumber(newer.title))
    events.emplace_back(EventName(ChangeEvent::kRetitled));
  if (row.split) events.emplace_back(EventName(ChangeEvent::kSplit));
  if (row.merged) events.emplace_back(EventName(ChangeEvent::kMerged));
  return events.empty() ? "unchanged" : Join(events, " ");
}

Result<ExitCode> WriteCrosswalk(const Reader& reader, DocumentNumber document, const std::string& id,
                                const AsOf& from, const AsOf& to, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto rows, ReadCrosswalk(reader, document, from.at, to.at, to.known_at));
  if (!context.json)
    context.out
        << "old_number,new_number,old_section,new_section,old_title,new_title,events,confidence,reason\n";
  for (const CrosswalkRow& row : rows) {
    const Section none;
    const Section &older = row.older ? row.older->section : none,
                  &newer = row.newer ? row.newer->section : none;
    const std::string older_name = row.older ? LineageName(row.older->lineage) : "";
    const std::string newer_name = row.newer ? LineageName(row.newer->lineage) : "";
    if (context.json) {
      JsonObject object;
      object.Set("document", id).SetOrNull("old_number", older.number).SetOrNull("new_number", newer.number);
      object.SetOrNull("old_section", older_name).SetOrNull("new_section", newer_name);
      object.SetOrNull("old_title", older.title).SetOrNull("new_title", newer.title);
      object.Set("events", EventsOf(row)).SetShare("confidence", row.confidence).Set("reason", row.reason);
      context.out << object.Text() << '\n';
      continue;
    }
    std::vector<std::string> fields;
    for (const std::string& field : {older.number, newer.number, older_name, newer_name, older.title,
                                     newer.title, EventsOf(row), Hundredths(row.confidence), row.reason}) {
      fields.push_back(CsvField(field));
    }
    context.out << Join(fields, ",") << '\n';
  }
  return ExitCode::kDone;
}

}  // namespace

Result<ExitCode> RunLineage(const LineageOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  const Address address = ParseAddress(options.address);
  MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber document, RequireDocument(reader, address.document));
  if (options.crosswalk.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(const AsOf now, ParseBoth("", options.known_at, context, reader));
    return TellLife(reader, document, address, now, context);
  }
  if (address.section)
    return Status::InvalidArgument("--crosswalk is about a whole document: leave out what stands behind #");
  MURAGAT_ASSIGN_OR_RETURN(const AsOf from,
                           ParseBoth(options.crosswalk.front(), options.known_at, context, reader));
  MURAGAT_ASSIGN_OR_RETURN(const AsOf to,
                           ParseBoth(options.crosswalk.back(), options.known_at, context, reader));
  if (to.at < from.at) return Status::InvalidArgument("--crosswalk takes the earlier day first");
  MURAGAT_RETURN_IF_ERROR(RequireText(reader, document, address.document, from).status());
  MURAGAT_RETURN_IF_ERROR(RequireText(reader, document, address.document, to).status());
  return WriteCrosswalk(reader, document, address.document, from, to, context);
}

void RegisterLineage(const Verb& program) {
  auto options = std::make_shared<LineageOptions>();
  const Verb verb = program.Add("lineage", "Tell the life of a section");
  verb.Option("ADDRESS", options->address, "A section, or a document: all its sections").Required();
  verb.Option("--crosswalk", options->crosswalk,
              "Which numbers of the day D1 became which of the day D2, as CSV")
      .Takes(2, "D1 D2");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  verb.Explain(
      "Example:\n  muragat lineage 'kz/parliament#Majilis'\n"
      "  muragat lineage kz/parliament --crosswalk 2007 2022\n\n"
      "Exit codes: 0 told, 1 nothing happened, 2 several sections fit, 3 no such archive, document, section\n"
      "            or date");
  verb.Run(options, RunLineage);
}

}  // namespace muragat::tools
