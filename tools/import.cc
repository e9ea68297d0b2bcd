#include "tools/import.h"

#include <memory>

#include "tools/importer.h"
#include "tools/verbs.h"

namespace muragat::tools {
Result<ExitCode> RunImport(const ImportOptions& options, Context& context) {
  return Importer(options, context).Run();
}

void RegisterImport(const Verb& program) {
  auto options = std::make_shared<ImportOptions>();
  const Verb verb = program.Add("import", "Bring in updates");
  verb.Option("PATH", options->paths,
              "Files, folders and archives (zip, tar) to bring in; - is standard input");
  verb.Option("--format", options->format,
              "auto, text, markdown, html, wikitext, akn, jsonl, mediawiki, warc, git, zip or tar")
      .ShowsDefault();
  verb.Option("--manifest", options->manifest,
              "A table (CSV or JSON) of files, with the document, date, source and reform of each");
  verb.Option("--document", options->document,
              "The document's id (default: the file's name without its ending)");
  verb.Option("--date", options->date,
              "The day from which the text is in force (default: seen when captured, or today)");
  verb.Option("--reform", options->reform, "The title of the reform that brought it");
  verb.Option("--source", options->source, "Where it comes from: a URL");
  verb.Option("--captured", options->captured, "When it was fetched");
  verb.Option("--author", options->author, "Who changed it");
  verb.Option("--language", options->language, "Its language, such as kk, ru or en");
  verb.Option("--zone", options->zone, "Local midnights of this time zone are days, such as Europe/Paris");
  verb.Option("--select", options->select,
              "The part of an HTML page to take, as CSS names it (default: found by its structure)");
  verb.Option("--glob", options->glob, "Of a repository, the files whose path fits (default: all)");
  verb.Option("--date-from", options->date_from,
              "Of a repository, the dates: what this regular expression (or its first group) finds in a "
              "commit's message");
  verb.Option("--jobs", options->jobs, "How many threads bring it in (default: as many as are of use)")
      .Within(1, 256);
  verb.Flag("--no-index", options->no_index,
            "Leave the index of words behind; `reindex` brings it up to date");
  verb.Flag("--again", options->again, "Record a state even if it is known");
  verb.Flag("--dry-run", options->dry_run, "Say what would be recorded, and write nothing");
  verb.Explain(
      "Example:\n  muragat import parliament.md --document kz/parliament --date 2007-05-21 \\\n"
      "      --reform 'Constitutional amendments of 2007' --language en\n\n"
      "Exit codes: 0 done, 2 nothing usable, 5 another process is writing, 6 some states were refused,\n"
      "            8 the disk is full");
  verb.Run(options, RunImport);
}

}  // namespace muragat::tools
