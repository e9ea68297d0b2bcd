#include "tools/reindex.h"

#include "muragat/search/word_index.h"
#include "tools/verbs.h"

namespace muragat::tools {

Result<ExitCode> RunReindex(bool dry_run, Context& context) {
  if (dry_run) {
    MURAGAT_RETURN_IF_ERROR(context.OpenForReading().status());
    context.Note("would make the index of words of " + context.archive + " anew");
    return ExitCode::kDone;
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForWriting(false));
  MURAGAT_RETURN_IF_ERROR(RebuildIndex(archive->database(), context.progress));
  context.Note("the index of words is made anew");
  return ExitCode::kDone;
}

void RegisterReindex(const Verb& program) {
  auto dry_run = std::make_shared<bool>(false);
  const Verb verb = program.Add("reindex", "Make the index of words anew");
  verb.Flag("--dry-run", *dry_run, "Say what would be done, and do nothing");
  verb.Explain(
      "Example:\n  muragat import dump.jsonl.zst --no-index && muragat reindex\n\n"
      "Exit codes: 0 done, 3 no such archive, 4 damage, 5 another process is writing, 8 the disk is full, "
      "130 interrupted (then there is no index)");
  verb.Run(dry_run, RunReindex);
}

}  // namespace muragat::tools
