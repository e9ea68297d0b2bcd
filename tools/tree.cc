#include "tools/tree.h"

#include "muragat/render/json_object.h"
#include "muragat/store/change_log.h"
#include "muragat/text/words.h"
#include "tools/query.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {

Result<ExitCode> RunTree(const TreeOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const AsOf as_of, ParseBoth(options.as_of, options.known_at, context, reader));
  const std::string id = ParseAddress(options.document).document;
  MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber document, RequireDocument(reader, id));
  MURAGAT_ASSIGN_OR_RETURN(const Edition edition, RequireText(reader, document, id, as_of));
  MURAGAT_ASSIGN_OR_RETURN(const auto sections, reader.ReadSections(edition, as_of.known_at));
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document, as_of.known_at));
  const auto origins = FindOrigins(history, edition);

  Table table({{"section"}, {"number"}, {"title"}, {"words", Align::kRight}, {"since"}, {""}});
  for (size_t i = 0; i < sections.size(); ++i) {
    const auto& [lineage, section] = sections[i];
    const uint64_t words = CountWords(section.heading) + CountWords(section.body);
    const std::string since = FormatDate(history[origins[i]].edition.valid);
    if (context.json) {
      JsonObject row;
      row.Set("document", id).Set("section", LineageName(lineage)).SetOrNull("number", section.number);
      row.Set("title", section.title).Set("depth", uint64_t{section.depth_levels}).Set("words", words);
      context.out << row.SetFlag("teaser", section.teaser).Set("since", since).Text() << '\n';
      continue;
    }
    const std::string title = section.title.empty() ? "(no heading)" : section.title;
    table.AddRow({LineageName(lineage), section.number,
                  std::string(size_t{section.depth_levels} * 2, ' ') + title, std::to_string(words), since,
                  section.teaser ? "cut by its source" : ""});
  }
  if (!context.json) context.out << table.Text();
  return ExitCode::kDone;
}

void RegisterTree(const Verb& program) {
  auto options = std::make_shared<TreeOptions>();
  const Verb verb = program.Add("tree", "List the sections of a document");
  verb.Option("DOC", options->document, "The document's id").Required();
  verb.Option("--as-of", options->as_of, "The day whose sections are wanted (default: now)");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  verb.Explain(
      "Example:\n  muragat tree kz/parliament --as-of 2007-05-21\n\n"
      "Exit codes: 0 listed, 3 no such archive, document or date");
  verb.Run(options, RunTree);
}

}  // namespace muragat::tools
