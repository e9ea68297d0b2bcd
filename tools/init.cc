#include "tools/init.h"

#include "muragat/render/json_object.h"
#include "tools/key_store.h"
#include "tools/verbs.h"

namespace muragat::tools {

Result<ExitCode> RunInit(const InitOptions& options, Context& context) {
  if (options.dry_run) {
    MURAGAT_RETURN_IF_ERROR(Archive::CheckFree(context.archive));
    context.Note("would make an archive at " + context.archive);
    return ExitCode::kDone;
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto archive,
                           Archive::Create(context.archive, options.origin, context.clock));
  MURAGAT_RETURN_IF_ERROR(ProvideKey(*archive, context));
  context.Note("made an empty archive at " + context.archive);
  if (context.json) context.out << JsonObject().Set("archive", context.archive).Text() << '\n';
  return ExitCode::kDone;
}

void RegisterInit(const Verb& program) {
  auto options = std::make_shared<InitOptions>();
  const Verb verb = program.Add("init", "Make an empty archive");
  verb.Option("--origin", options->origin, "The name that the archive is known by to the world");
  verb.Flag("--dry-run", options->dry_run, "Say what would be done, and do nothing");
  verb.Explain(
      "Example:\n  muragat -C kz.archive init --origin example.org/kz\n\n"
      "Exit codes: 0 made, 2 there is something there already, 8 the disk failed");
  verb.Run(options, RunInit);
}

}  // namespace muragat::tools
