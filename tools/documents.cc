#include "tools/documents.h"

#include <CLI/CLI.hpp>

#include "muragat/render/json_object.h"
#include "tools/query.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {

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
    MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document.number, as_of.known_at));
    if (history.empty()) continue;
    const Edition* standing = nullptr;  // on the day that was asked for
    for (const HistoryEntry& entry : history) {
      if (entry.edition.valid.first > as_of.at) break;
      standing = &entry.edition;
    }
    if (!options.as_of.empty() && (standing == nullptr || standing->removed)) continue;
    const bool removed = standing != nullptr && standing->removed;
    // What has no text then is shown as it last was, or will be.
    const Edition* shown = standing != nullptr ? standing : &history.front().edition;
    for (auto entry = history.rbegin(); shown->removed && entry != history.rend(); ++entry) {
      if (!entry->edition.removed) shown = &entry->edition;
    }
    any = true;
    const std::string first = FormatDate(history.front().edition.valid),
                      last = FormatDate(history.back().edition.valid);
    if (context.json) {
      JsonObject row;
      row.Set("document", document.id).Set("title", shown->title);
      row.Set("language", shown->language.empty() ? "und" : shown->language);
      row.Set("editions", uint64_t{history.size()}).Set("first", first).Set("last", last);
      context.out << row.SetFlag("removed", removed).Text() << '\n';
    } else {
      table.AddRow({document.id, shown->title, shown->language, std::to_string(history.size()),
                    first.substr(0, 10), last.substr(0, 10), removed ? "removed" : ""});
    }
  }
  if (!context.json) context.out << table.Text();
  return any || options.glob.empty() ? ExitCode::kDone : ExitCode::kNo;
}

void RegisterDocuments(CLI::App& app, Action& action) {
  auto options = std::make_shared<DocumentsOptions>();
  CLI::App* verb = app.add_subcommand("documents", "List the documents there are");
  verb->add_option("GLOB", options->glob, "Only documents whose id fits, such as 'kz/*'");
  verb->add_option("--as-of", options->as_of, "Only documents that have text on that day");
  verb->add_option("--known-at", options->known_at,
                   "As the archive knew it then: a commit's number or a date");
  verb->footer(
      "Example:\n  muragat documents 'kz/*' --as-of 2022\n\n"
      "Exit codes: 0 listed, 1 no document fits, 3 no such archive");
  verb->callback([options, &action] {
    action = [options](Context& context) { return RunDocuments(*options, context); };
  });
}

}  // namespace muragat::tools
