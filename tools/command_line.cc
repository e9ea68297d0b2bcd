#include "tools/command_line.h"

#include <ostream>

#include <CLI/CLI.hpp>

#include "muragat/text/utf8.h"
#include "tools/context.h"
#include "tools/progress_line.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

struct GlobalOptions {
  std::string archive = "./archive";
  std::string color = "auto";
  bool json = false, quiet = false, verbose = false;
};

void RegisterVerbs(CLI::App& app, Action& action) {
  RegisterInit(app, action);
  RegisterImport(app, action);
  RegisterRemove(app, action);
  RegisterWithdraw(app, action);
  RegisterDocuments(app, action);
  RegisterTree(app, action);
  RegisterShow(app, action);
  RegisterCat(app, action);
  RegisterLog(app, action);
  RegisterDiff(app, action);
  RegisterBlame(app, action);
  RegisterApply(app, action);
  RegisterLineage(app, action);
  RegisterLink(app, action);
  RegisterUnlink(app, action);
  RegisterReform(app, action);
  RegisterExport(app, action);
  RegisterPhrase(app, action);
  RegisterSearch(app, action);
  RegisterChanges(app, action);
  RegisterWatch(app, action);
  RegisterVerify(app, action);
  RegisterCheckpoint(app, action);
  RegisterProve(app, action);
  RegisterVerifyProof(app, action);
  RegisterStats(app, action);
  RegisterCompact(app, action);
  RegisterRecapture(app, action);
  RegisterReindex(app, action);
  RegisterBackup(app, action);
  RegisterRestore(app, action);
}

void RegisterGlobals(CLI::App& app, GlobalOptions& options) {
  app.description(
      "Muragat keeps every revision of every section of policy and law, and answers what it said on any "
      "day.");
  app.add_option("-C,--archive", options.archive,
                 "The archive: a directory or file:// URI (default: $MURAGAT_ARCHIVE, else ./archive)");
  app.add_flag("--json", options.json, "One JSON object a line");
  app.add_option("--color", options.color, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_flag("-q,--quiet", options.quiet, "Say only what was asked for");
  app.add_flag("-v,--verbose", options.verbose, "Say more");
  app.set_version_flag("--version", ProgramName() + ", archive format " + std::to_string(kFormatVersion));
  app.footer(
      "Example:\n  muragat import page.md --document kz/parliament --date 2007-05-21\n"
      "  muragat show kz/parliament --as-of 2010-01-01\n\n"
      "`muragat VERB --help` has an example of each verb.");
  app.require_subcommand(1);
  app.fallthrough();
}

void PrintFailure(std::ostream& err, const Status& status) {
  err << "muragat: " << VisibleText(status.message(), true) << '\n';
}

std::string DescribeMistake(const CLI::App& app, const CLI::ParseError& error) {
  std::string verb;
  for (const CLI::App* one : app.get_subcommands()) verb += " " + one->get_name();
  const std::string help = ": see muragat" + verb + " --help";
  if (!verb.empty()) return error.what() + help;
  const auto rest = app.remaining();
  if (rest.empty()) return "no verb is given" + help;
  return "there is no verb \"" + VisibleText(rest.front()) + "\"" + help;
}

bool IsSet(const char* value) { return value != nullptr && *value != '\0'; }

// Where keys of archives are kept, as the XDG base directory specification has it; empty where nobody says.
std::string KeyFolder(const Surroundings& surroundings) {
  if (IsSet(surroundings.data_home)) return std::string(surroundings.data_home) + "/muragat/keys";
  if (IsSet(surroundings.home)) return std::string(surroundings.home) + "/.local/share/muragat/keys";
  return {};
}

// How the run ends: a failure is printed, and output that could not be written is one.
ExitCode Finish(Result<ExitCode> outcome, Surroundings& surroundings) {
  surroundings.out.flush();
  if (outcome.ok() && !surroundings.out) outcome = Status::Io("cannot write the output: is the disk full?");
  if (outcome.ok()) return *outcome;
  PrintFailure(surroundings.err, outcome.status());
  return ExitCodeOf(outcome.status());
}

}  // namespace

ExitCode RunCommandLine(int argument_count, const char* const* arguments, Surroundings& surroundings) {
  CLI::App app;
  app.name("muragat");
  GlobalOptions options;
  if (surroundings.archive != nullptr && *surroundings.archive != '\0')
    options.archive = surroundings.archive;
  Action action;
  RegisterGlobals(app, options);
  RegisterVerbs(app, action);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::Success& asked) {  // --help, --version
    app.exit(asked, surroundings.out, surroundings.err);
    return Finish(ExitCode::kDone, surroundings);
  } catch (const CLI::ParseError& error) {
    return Finish(Status::InvalidArgument(DescribeMistake(app, error)), surroundings);
  }
  const bool may_color = surroundings.no_color == nullptr || *surroundings.no_color == '\0';
  const SystemClock machine_clock;
  Result<ExitCode> outcome = ExitCode::kDone;
  {
    ProgressLine progress(surroundings.err, surroundings.err_is_terminal && !options.quiet);
    Context context{.archive = options.archive,
                    .json = options.json,
                    .quiet = options.quiet,
                    .verbose = options.verbose,
                    .out_is_terminal = surroundings.out_is_terminal,
                    .out_columns = surroundings.out_columns,
                    .input_descriptor = surroundings.input_descriptor,
                    .key_file = IsSet(surroundings.key) ? surroundings.key : "",
                    .key_folder = KeyFolder(surroundings),
                    .out = surroundings.out,
                    .err = surroundings.err,
                    .clock = surroundings.clock != nullptr ? *surroundings.clock : machine_clock,
                    .progress = progress};
    context.color =
        options.color == "always" || (options.color == "auto" && may_color && surroundings.out_is_terminal);
    outcome = action(context);
  }
  return Finish(std::move(outcome), surroundings);
}

}  // namespace muragat::tools
