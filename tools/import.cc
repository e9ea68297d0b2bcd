#include "tools/import.h"

#include <memory>

#include <CLI/CLI.hpp>

#include "tools/importer.h"
#include "tools/verbs.h"

namespace muragat::tools {
Result<ExitCode> RunImport(const ImportOptions& options, Context& context) {
  return Importer(options, context).Run();
}

void RegisterImport(CLI::App& app, Action& action) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* verb = app.add_subcommand("import", "Bring in updates");
  verb->add_option("PATH", options->paths,
                   "Files, folders and archives (zip, tar) to bring in; - is standard input");
  verb->add_option("--format", options->format,
                   "auto, text, markdown, html, wikitext, akn, jsonl, mediawiki, warc, git, zip or tar")
      ->capture_default_str();
  verb->add_option("--manifest", options->manifest,
                   "A table (CSV or JSON) of files, with the document, date, source and reform of each");
  verb->add_option("--document", options->document,
                   "The document's id (default: the file's name without its ending)");
  verb->add_option("--date", options->date,
                   "The day from which the text is in force (default: seen when captured, or today)");
  verb->add_option("--reform", options->reform, "The title of the reform that brought it");
  verb->add_option("--source", options->source, "Where it comes from: a URL");
  verb->add_option("--captured", options->captured, "When it was fetched");
  verb->add_option("--author", options->author, "Who changed it");
  verb->add_option("--language", options->language, "Its language, such as kk, ru or en");
  verb->add_option("--zone", options->zone,
                   "Local midnights of this time zone are days, such as Europe/Paris");
  verb->add_option("--select", options->select,
                   "The part of an HTML page to take, as CSS names it (default: found by its structure)");
  verb->add_option("--glob", options->glob, "Of a repository, the files whose path fits (default: all)");
  verb->add_option("--date-from", options->date_from,
                   "Of a repository, the dates: what this regular expression (or its first group) finds in a "
                   "commit's message");
  verb->add_flag("--no-index", options->no_index,
                 "Leave the index of words behind; `reindex` brings it up to date");
  verb->add_flag("--again", options->again, "Record a state even if it is known");
  verb->add_flag("--dry-run", options->dry_run, "Say what would be recorded, and write nothing");
  verb->footer(
      "Example:\n  muragat import parliament.md --document kz/parliament --date 2007-05-21 \\\n"
      "      --reform 'Constitutional amendments of 2007' --language en\n\n"
      "Exit codes: 0 done, 2 nothing usable, 5 another process is writing, 6 some states were refused,\n"
      "            8 the disk is full");
  verb->callback(
      [options, &action] { action = [options](Context& context) { return RunImport(*options, context); }; });
}

}  // namespace muragat::tools
