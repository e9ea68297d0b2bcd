#include "tools/command_line.h"

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>
#include <span>
#include <string_view>

#include <CLI/CLI.hpp>

#include "muragat/text/utf8.h"
#include "tools/context.h"
#include "tools/progress_line.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

bool IsSet(const char* value) { return value != nullptr && *value != '\0'; }

struct GlobalOptions {
  std::string archive = "./archive";
  std::string color = "auto";
  bool json = false, quiet = false, verbose = false;
};

struct NamedVerb {
  std::string_view name;
  void (*add)(const Verb&);
};

constexpr auto kVerbs = std::to_array<NamedVerb>({
    {"init", &RegisterInit},
    {"import", &RegisterImport},
    {"remove", &RegisterRemove},
    {"withdraw", &RegisterWithdraw},
    {"documents", &RegisterDocuments},
    {"tree", &RegisterTree},
    {"show", &RegisterShow},
    {"cat", &RegisterCat},
    {"log", &RegisterLog},
    {"diff", &RegisterDiff},
    {"blame", &RegisterBlame},
    {"apply", &RegisterApply},
    {"lineage", &RegisterLineage},
    {"link", &RegisterLink},
    {"unlink", &RegisterUnlink},
    {"reform", &RegisterReform},
    {"export", &RegisterExport},
    {"phrase", &RegisterPhrase},
    {"search", &RegisterSearch},
    {"changes", &RegisterChanges},
    {"watch", &RegisterWatch},
    {"verify", &RegisterVerify},
    {"checkpoint", &RegisterCheckpoint},
    {"prove", &RegisterProve},
    {"verify-proof", &RegisterVerifyProof},
    {"stats", &RegisterStats},
    {"compact", &RegisterCompact},
    {"recapture", &RegisterRecapture},
    {"reindex", &RegisterReindex},
    {"backup", &RegisterBackup},
    {"restore", &RegisterRestore},
});

// The verb that the arguments seem to give: null where that is not plain. A program that is started for one
// question spends a good part of its time on the options of all verbs.
const NamedVerb* FindVerb(std::span<const char* const> arguments) {
  for (size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "-C" || argument == "--archive" || argument == "--color") {
      ++i;
    } else if (!argument.starts_with('-')) {
      const auto named = std::find_if(kVerbs.begin(), kVerbs.end(),
                                      [&](const NamedVerb& verb) { return verb.name == argument; });
      return named == kVerbs.end() ? nullptr : &*named;
    }
  }
  return nullptr;
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

// The program with one of its verbs, or all.
struct CommandLine {
  CLI::App app;
  GlobalOptions options;
  Action action;

  CommandLine(const Surroundings& surroundings, const NamedVerb* only) {
    app.name("muragat");
    if (IsSet(surroundings.archive)) options.archive = surroundings.archive;
    RegisterGlobals(app, options);
    for (const NamedVerb& verb : kVerbs)
      if (only == nullptr || only == &verb) verb.add(Verb(app, action));
  }
};

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
  const NamedVerb* verb = FindVerb(std::span(arguments, static_cast<size_t>(argument_count)));
  auto line = std::make_unique<CommandLine>(surroundings, verb);
  while (true) {
    try {
      line->app.parse(argument_count, arguments);
      break;
    } catch (const CLI::Success& asked) {  // --help, --version
      line->app.exit(asked, surroundings.out, surroundings.err);
      return Finish(ExitCode::kDone, surroundings);
    } catch (const CLI::ParseError& error) {
      if (verb == nullptr)
        return Finish(Status::InvalidArgument(DescribeMistake(line->app, error)), surroundings);
      line = std::make_unique<CommandLine>(surroundings, verb = nullptr);
    }
  }
  const GlobalOptions& options = line->options;
  const bool may_color = !IsSet(surroundings.no_color);
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
    outcome = line->action(context);
  }
  return Finish(std::move(outcome), surroundings);
}

}  // namespace muragat::tools
