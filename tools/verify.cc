#include "tools/verify.h"

#include <CLI/CLI.hpp>

#include "muragat/render/json_object.h"
#include "muragat/search/verify_index.h"
#include "muragat/store/verify.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

void PrintFinding(const Finding& finding, Context& context) {
  if (!context.json) {
    context.out << finding.code;
    if (!finding.document.empty()) context.out << ' ' << context.ForPeople(finding.document);
    if (finding.section) context.out << '#' << LineageName(*finding.section);
    context.out << ": " << context.ForPeople(finding.message) << '\n';
    return;
  }
  JsonObject row;
  row.Set("code", finding.code).SetOrNull("document", finding.document);
  finding.section ? row.Set("section", LineageName(*finding.section)) : row.SetNull("section");
  finding.commit ? row.Set("commit", uint64_t{finding.commit->value}) : row.SetNull("commit");
  context.out << row.Set("message", finding.message).Text() << '\n';
}

}  // namespace

Result<ExitCode> RunVerify(bool quick, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  MURAGAT_ASSIGN_OR_RETURN(
      VerifyReport report,
      Verify(
          archive->database(), {.quick = quick},
          [&](const Finding& finding) { PrintFinding(finding, context); }, context.progress));
  IndexReport index;
  if (!quick) {
    MURAGAT_ASSIGN_OR_RETURN(
        index, VerifyIndex(
                   archive->database(), [&](const Finding& finding) { PrintFinding(finding, context); },
                   context.progress));
  }
  report.findings += index.findings;
  if (context.json) {
    JsonObject checked, last;
    checked.Set("documents", report.documents).Set("editions", report.editions).Set("texts", report.texts);
    checked.Set("text_bytes", report.text_bytes)
        .Set("captures", report.captures)
        .Set("reforms", report.reforms);
    checked.Set("commits", report.commits).Set("indexed_words", index.words);
    context.out << last.Set("checked", checked).Set("findings", report.findings).Text() << '\n';
  } else {
    context.out << "checked " << report.documents << " documents, " << report.editions << " editions, "
                << report.texts << " texts (" << report.text_bytes << " bytes"
                << (quick ? ", not rebuilt" : "") << "), " << report.captures << " captures, "
                << report.reforms << " reforms, " << report.commits << " commits"
                << (index.whole ? ", " + std::to_string(index.words) + " indexed words" : "") << ": "
                << report.findings << " findings\n";
  }
  return report.findings == 0 ? ExitCode::kDone : ExitCode::kDamage;
}

void RegisterVerify(CLI::App& app, Action& action) {
  auto quick = std::make_shared<bool>(false);
  CLI::App* verb = app.add_subcommand("verify", "Check that everything is as it was written");
  verb->add_flag("--quick", *quick, "Read every record, but rebuild no text");
  verb->footer(
      "Example:\n  muragat verify\n\nExit codes: 0 all is well, 3 no such archive, 4 damage was found");
  verb->callback(
      [quick, &action] { action = [quick](Context& context) { return RunVerify(*quick, context); }; });
}

}  // namespace muragat::tools
