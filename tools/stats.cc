#include "tools/stats.h"

#include "muragat/render/json_object.h"
#include "muragat/store/statistics.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {

Result<ExitCode> RunStats(Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  MURAGAT_ASSIGN_OR_RETURN(const Statistics figures, ReadStatistics(*archive));
  if (context.json) {
    JsonObject families, row;
    for (const auto& [family, bytes] : figures.family_bytes) families.Set(family, bytes);
    row.Set("documents", figures.documents)
        .Set("sections", figures.sections)
        .Set("editions", figures.editions);
    row.Set("revisions", figures.revisions).Set("captures", figures.captures).Set("reforms", figures.reforms);
    row.Set("commits", figures.commits)
        .Set("raw_bytes", figures.raw_bytes)
        .Set("stored_bytes", figures.stored_bytes);
    row.Set("families", families).Set("longest_chain", uint64_t{figures.longest_chain});
    context.out << row.Text() << '\n';
    return ExitCode::kDone;
  }
  Table table({{""}, {"", Align::kRight}});
  const auto add = [&](const std::string& name, uint64_t figure) {
    table.AddRow({name, std::to_string(figure)});
  };
  add("documents", figures.documents);
  add("sections", figures.sections);
  add("editions", figures.editions);
  add("revisions", figures.revisions);
  add("captures", figures.captures);
  add("reforms", figures.reforms);
  add("commits", figures.commits);
  add("longest chain", figures.longest_chain);
  add("raw bytes", figures.raw_bytes);
  add("stored bytes", figures.stored_bytes);
  uint64_t in_families = 0;
  for (const auto& [family, bytes] : figures.family_bytes) {
    add("  " + family, bytes);
    in_families += bytes;
  }
  add("  other files", figures.stored_bytes - std::min(figures.stored_bytes, in_families));
  context.out << table.Text().substr(1);
  return ExitCode::kDone;
}

Result<ExitCode> RunCompact(bool dry_run, Context& context) {
  if (dry_run) {
    MURAGAT_RETURN_IF_ERROR(context.OpenForReading().status());
    context.Note("would compact " + context.archive);
    return ExitCode::kDone;
  }
  uint64_t before = 0;
  {
    MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForWriting(false));
    before = StoredBytes(*archive);
    MURAGAT_RETURN_IF_ERROR(archive->database().Compact());
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const uint64_t after = StoredBytes(*archive);
  if (context.json) {
    JsonObject row;
    context.out << row.Set("bytes_before", before).Set("bytes_after", after).Text() << '\n';
  } else if (!context.quiet) {
    context.out << "compacted: " << before << " bytes before, " << after << " after\n";
  }
  return ExitCode::kDone;
}

void RegisterStats(const Verb& program) {
  const Verb verb = program.Add("stats", "Show the archive's figures");
  verb.Explain("Example:\n  muragat stats\n\nExit codes: 0 shown, 3 no such archive");
  verb.Run(RunStats);
}

void RegisterCompact(const Verb& program) {
  auto dry_run = std::make_shared<bool>(false);
  const Verb verb = program.Add("compact", "Bring the archive into its final order and compression");
  verb.Flag("--dry-run", *dry_run, "Say what would be done, and do nothing");
  verb.Explain(
      "Example:\n  muragat compact\n\n"
      "Exit codes: 0 done, 3 no such archive, 5 another process is writing, 8 the disk is full");
  verb.Run(dry_run, RunCompact);
}

}  // namespace muragat::tools
