#include "tools/verify.h"

#include "muragat/base/huge_pages.h"
#include "muragat/render/json_object.h"
#include "muragat/search/verify_index.h"
#include "muragat/store/durable_file.h"
#include "muragat/store/verify.h"
#include "tools/abort_handler.h"
#include "tools/query.h"
#include "tools/verbs.h"
#include "tools/verify_proof.h"

namespace muragat::tools {
namespace {

// An archive of so many texts fills what the reader's cache of blocks may hold.
constexpr uint64_t kManyTexts = 20000;
constexpr size_t kHeapBytes = size_t{384} << 20;

std::string LineOf(const Finding& finding, const Context& context) {
  if (!context.json) {
    std::string line = finding.code;
    if (!finding.document.empty()) line += ' ' + context.ForPeople(finding.document);
    if (finding.section) line += '#' + LineageName(*finding.section);
    return line + ": " + context.ForPeople(finding.message) + '\n';
  }
  JsonObject row;
  row.Set("code", finding.code).SetOrNull("document", finding.document);
  finding.section ? row.Set("section", LineageName(*finding.section)) : row.SetNull("section");
  finding.commit ? row.Set("commit", uint64_t{finding.commit->value}) : row.SetNull("commit");
  return row.Set("message", finding.message).Text() + '\n';
}

// What is printed where the database cannot be opened, or ends the program: a finding, and no more was
// checked.
std::string LinesOfUnreadable(const std::string& message, const Context& context) {
  Finding finding;
  finding.code = "V001";
  finding.message = message;
  return LineOf(finding, context) +
         (context.json ? "{\"checked\":{},\"findings\":1}\n" : "checked nothing else: 1 findings\n");
}

// The head of an older checkpoint that is signed by the key that is given, else by the archive's.
Result<TreeHead> ReadOlderHead(const VerifyVerbOptions& options, const Archive& archive) {
  const Status none = Status::InvalidArgument(options.against + " is no checkpoint");
  MURAGAT_ASSIGN_OR_RETURN(const auto bytes, ReadSmallFile(options.against));
  if (!bytes) return Status::InvalidArgument("there is no file " + options.against);
  const auto stored = ParseStoredHead(*bytes);
  if (!stored.ok() || !stored->note) return none;
  const auto& own = archive.head().verifier_key();
  if (options.key.empty() && !own)
    return Status::InvalidArgument("the archive has no key: name one with --key");
  MURAGAT_ASSIGN_OR_RETURN(
      const VerifierKey key,
      ReadVerifierKey(options.key.empty() ? own->substr(0, own->find('\n')) : options.key));
  if (VerifyNote(*stored->note, key)) return stored->head;
  return Status::InvalidArgument(options.against + " is not signed by " + key.Text());
}

}  // namespace

Result<ExitCode> RunVerify(const VerifyVerbOptions& verb_options, Context& context) {
  const bool quick = verb_options.quick;
  SetAbortOutput(LinesOfUnreadable("a file of the database is damaged so that it cannot be read", context));
  const auto opened = context.OpenForReading();
  if (!opened.ok() && opened.status().code() == StatusCode::kCorruption) {
    context.out << LinesOfUnreadable(opened.status().message(), context);
    return ExitCode::kDamage;
  }
  MURAGAT_RETURN_IF_ERROR(opened.status());
  const auto& archive = *opened;
  if (archive->database().EstimateRecords(Family::kRevision) >= kManyTexts) GrowHeapInHugePages(kHeapBytes);
  VerifyOptions options{.quick = quick, .head = archive->keeps_log() ? &archive->head() : nullptr};
  if (!verb_options.against.empty()) {
    if (!archive->keeps_log()) return Status::InvalidArgument(std::string(kNoLog));
    MURAGAT_ASSIGN_OR_RETURN(options.against, ReadOlderHead(verb_options, *archive));
  }
  MURAGAT_ASSIGN_OR_RETURN(
      VerifyReport report,
      Verify(
          archive->database(), options,
          [&](const Finding& finding) { context.out << LineOf(finding, context); }, context.progress));
  IndexReport index;
  if (!quick) {
    MURAGAT_ASSIGN_OR_RETURN(
        index,
        VerifyIndex(
            archive->database(), [&](const Finding& finding) { context.out << LineOf(finding, context); },
            context.progress));
  }
  if (!quick && !index.whole && report.commits != 0)
    context.Note(
        "the index of words is not up to date, so it was not checked: `muragat reindex` makes it anew");
  report.findings += index.findings;
  if (context.json) {
    JsonObject checked, last;
    checked.Set("documents", report.documents).Set("editions", report.editions).Set("texts", report.texts);
    checked.Set("text_bytes", report.text_bytes)
        .Set("captures", report.captures)
        .Set("reforms", report.reforms);
    checked.Set("commits", report.commits).Set("records", report.records).Set("indexed_words", index.words);
    context.out << last.Set("checked", checked).Set("findings", report.findings).Text() << '\n';
  } else {
    context.out << "checked " << report.documents << " documents, " << report.editions << " editions, "
                << report.texts << " texts (" << report.text_bytes << " bytes"
                << (quick ? ", not rebuilt" : "") << "), " << report.captures << " captures, "
                << report.reforms << " reforms, " << report.commits << " commits";
    if (archive->keeps_log()) context.out << " (" << report.records << " records compared with the log)";
    if (index.whole) context.out << ", " << index.words << " indexed words";
    context.out << ": " << report.findings << " findings\n";
  }
  return report.findings == 0 ? ExitCode::kDone : ExitCode::kDamage;
}

void RegisterVerify(const Verb& program) {
  auto options = std::make_shared<VerifyVerbOptions>();
  const Verb verb = program.Add("verify", "Check that everything is as it was written");
  const VerbOption quick =
      verb.Flag("--quick", options->quick, "Read every record, but rebuild and hash no text");
  verb.Option("--against", options->against,
              "Check that the log goes on from this older checkpoint, which somebody kept")
      .Excludes(quick);
  verb.Option("--key", options->key, "The key that the older checkpoint is signed with, or a file with it");
  verb.Explain(
      "Example:\n  muragat verify --against kept.checkpoint\n\n"
      "Exit codes: 0 all is well, 2 usage, 3 no such archive, 4 damage was found");
  verb.Run(options, RunVerify);
}

}  // namespace muragat::tools
