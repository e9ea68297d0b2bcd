#include "tools/documents.h"

#include "muragat/render/json_object.h"
#include "tools/query.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// A document, as the table tells of it.
struct Row {
  uint64_t editions = 0;
  ValidDate first, last;
  bool stands = false;   // something does on the day that was asked for
  bool removed = false;  // … and that is that there is no text
  Edition shown;         // what stands; where that is no text, or nothing, as it last was, or will be
};

// Holds no edition but the one that is shown: histories are long.
Result<Row> ReadRow(const Reader& reader, DocumentNumber document, const AsOf& as_of) {
  Row row;
  std::optional<EditionKey> standing, latest_text, first;
  bool first_removed = false;
  MURAGAT_RETURN_IF_ERROR(
      reader.VisitHistory(document, Instant::Last(), as_of.known_at, [&](const Edition& edition, bool) {
        const EditionKey key{document, edition.valid, edition.recorded};
        if (row.editions++ == 0) row.first = edition.valid, first = key, first_removed = edition.removed;
        row.last = edition.valid;
        if (!edition.removed) latest_text = key;
        if (edition.valid.first > as_of.at) return Status::Ok();
        standing = key;
        row.removed = edition.removed;
        return Status::Ok();
      }));
  row.stands = standing.has_value();
  const bool has_no_text = row.stands ? row.removed : first_removed;
  const std::optional<EditionKey> shown = has_no_text && latest_text ? latest_text
                                          : row.stands               ? standing
                                                                     : first;
  if (shown) {
    MURAGAT_ASSIGN_OR_RETURN(row.shown, reader.ReadEdition(*shown));
  }
  return row;
}

}  // namespace

Result<ExitCode> RunDocuments(const DocumentsOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const AsOf as_of, ParseBoth(options.as_of, options.known_at, context, reader));
  MURAGAT_ASSIGN_OR_RETURN(
      const auto documents,
      SelectDocuments(reader, options.glob.empty() ? std::vector<std::string>{}
                                                   : std::vector<std::string>{options.glob}));
  Table table(
      {{"document"}, {"title"}, {"language"}, {"editions", Align::kRight}, {"first"}, {"last"}, {""}});
  bool any = false;
  for (const DocumentEntry& document : documents) {
    MURAGAT_ASSIGN_OR_RETURN(const Row row, ReadRow(reader, document.number, as_of));
    if (row.editions == 0) continue;
    if (!options.as_of.empty() && (!row.stands || row.removed)) continue;
    any = true;
    const std::string first = FormatDate(row.first), last = FormatDate(row.last);
    if (context.json) {
      JsonObject object;
      object.Set("document", document.id).Set("title", row.shown.title);
      object.Set("language", row.shown.language.empty() ? "und" : row.shown.language);
      object.Set("editions", row.editions).Set("first", first).Set("last", last);
      context.out << object.SetFlag("removed", row.removed).Text() << '\n';
    } else {
      table.AddRow({document.id, row.shown.title, row.shown.language, std::to_string(row.editions),
                    first.substr(0, 10), last.substr(0, 10), row.removed ? "removed" : ""});
    }
  }
  if (!context.json) context.out << table.Text();
  return any || options.glob.empty() ? ExitCode::kDone : ExitCode::kNo;
}

void RegisterDocuments(const Verb& program) {
  auto options = std::make_shared<DocumentsOptions>();
  const Verb verb = program.Add("documents", "List the documents there are");
  verb.Option("GLOB", options->glob, "Only documents whose id fits, such as 'kz/*'");
  verb.Option("--as-of", options->as_of, "Only documents that have text on that day");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  verb.Explain(
      "Example:\n  muragat documents 'kz/*' --as-of 2022\n\n"
      "Exit codes: 0 listed, 1 no document fits, 3 no such archive");
  verb.Run(options, RunDocuments);
}

}  // namespace muragat::tools
