#include "tools/backup.h"

#include <filesystem>
#include <optional>

#include "muragat/render/json_object.h"
#include "muragat/store/backup.h"
#include "muragat/store/verify.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

std::string CountOf(uint64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// Reads all of the archive in `folder` again and says what is wrong with it.
Result<VerifyReport> VerifyCopy(const std::string& folder, const Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto copy, Archive::Open(folder, Archive::Access::kRead));
  const VerifyOptions options{.head = copy->keeps_log() ? &copy->head() : nullptr};
  const auto say = [&](const Finding& found) {
    context.err << "muragat: " << found.code << ": " << context.ForPeople(folder + ": " + found.message)
                << '\n';
  };
  return Verify(copy->database(), options, say, context.progress);
}

void Print(const std::string& folder, const BackupReport& report, const VerifyReport& verified,
           Context& context) {
  const uint64_t gained = report.commits - report.commits_before;
  if (context.json) {
    JsonObject row;
    row.Set("directory", folder).Set("commits", report.commits).Set("new_commits", gained);
    row.Set("records", report.records).Set("bytes", report.bytes).Set("texts", verified.texts);
    context.out << row.Set("findings", verified.findings).Text() << '\n';
    return;
  }
  context.out << context.ForPeople(folder) << ": " << CountOf(report.commits, "commit") << ", " << gained
              << " of them new; wrote " << CountOf(report.records, "record") << " (" << report.bytes
              << " bytes), then checked " << CountOf(verified.texts, "text") << ": " << verified.findings
              << " findings\n";
}

}  // namespace

Result<ExitCode> RunBackup(const BackupOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const std::string folder, Archive::PathOf(options.folder));
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  if (options.dry_run) {
    MURAGAT_ASSIGN_OR_RETURN(const auto before, CheckBackUp(*archive, folder));
    MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, archive->reader().LastCommit());
    context.Note(before ? "would bring " + folder + " from commit " + std::to_string(*before) +
                              " to commit " + std::to_string(last.value)
                        : "would copy " + CountOf(last.value, "commit") + " to " + folder);
    return ExitCode::kDone;
  }
  MURAGAT_ASSIGN_OR_RETURN(const BackupReport report, BackUp(*archive, folder, context.progress));
  MURAGAT_ASSIGN_OR_RETURN(const VerifyReport verified, VerifyCopy(folder, context));
  Print(folder, report, verified, context);
  if (verified.findings == 0) return ExitCode::kDone;
  context.Note("muragat: the copy does not verify: " + folder +
               ": run `muragat verify` on the archive, too, and keep every older copy");
  return ExitCode::kDamage;
}

Result<ExitCode> RunRestore(const BackupOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto copy, Archive::Open(options.folder, Archive::Access::kRead));
  MURAGAT_RETURN_IF_ERROR(Archive::CheckFree(context.archive));
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, copy->reader().LastCommit());
  if (options.dry_run) {
    context.Note("would make " + context.archive + " from " + CountOf(last.value, "commit") + " in " +
                 options.folder);
    return ExitCode::kDone;
  }
  MURAGAT_ASSIGN_OR_RETURN(const std::string archive, Archive::PathOf(context.archive));
  MURAGAT_ASSIGN_OR_RETURN(const BackupReport report, BackUp(*copy, archive, context.progress));
  MURAGAT_ASSIGN_OR_RETURN(const VerifyReport verified, VerifyCopy(archive, context));
  if (verified.findings > 0) {
    std::error_code ignored;
    std::filesystem::remove_all(archive, ignored);
    return Status::Corruption("the copy is damaged, and nothing was restored: " + options.folder +
                              ": try another copy, or read what is left with -C " + options.folder);
  }
  Print(archive, report, verified, context);
  return ExitCode::kDone;
}

namespace {

std::shared_ptr<BackupOptions> AddOptions(const Verb& verb, const char* folder) {
  auto options = std::make_shared<BackupOptions>();
  verb.Option("DIR", options->folder, folder).Required();
  verb.Flag("--dry-run", options->dry_run, "Say what would be done, and do nothing");
  return options;
}

}  // namespace

void RegisterBackup(const Verb& program) {
  const Verb verb = program.Add("backup", "Copy what is new to another directory, and check it there");
  const auto options = AddOptions(verb, "Where the copy is, or shall be");
  verb.Explain(
      "Example:\n  muragat backup /mnt/disk/archive\n\n"
      "Exit codes: 0 done, 2 DIR holds something else, 3 no such archive, 4 damage was found,\n"
      "            5 another process is writing to DIR, 8 the disk is full, 130 interrupted");
  verb.Run(options, RunBackup);
}

void RegisterRestore(const Verb& program) {
  const Verb verb = program.Add("restore", "Make the archive from a copy, and check it");
  const auto options = AddOptions(verb, "Where the copy is");
  verb.Explain(
      "Example:\n  muragat -C archive restore /mnt/disk/archive\n\n"
      "Exit codes: 0 done, 2 there is an archive already, 3 no copy in DIR, 4 the copy is damaged,\n"
      "            8 the disk is full, 130 interrupted");
  verb.Run(options, RunRestore);
}

}  // namespace muragat::tools
