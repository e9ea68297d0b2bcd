#include "tools/checkpoint.h"

#include "muragat/base/base64.h"
#include "muragat/render/json_object.h"
#include "tools/key_store.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

Result<std::unique_ptr<Archive>> OpenFor(const CheckpointOptions& options, const Context& context) {
  if (options.renew && options.dry_run) context.Note("would sign the log as it is; this is how it stands");
  if (!options.renew || options.dry_run) return context.OpenForReading();
  MURAGAT_ASSIGN_OR_RETURN(auto archive, Archive::Open(context.archive, Archive::Access::kRepair));
  if (!archive->keeps_log()) return archive;
  MURAGAT_RETURN_IF_ERROR(ProvideKey(*archive, context));
  MURAGAT_RETURN_IF_ERROR(archive->RenewCheckpoint());
  return archive;
}

}  // namespace

Result<ExitCode> RunCheckpoint(const CheckpointOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, OpenFor(options, context));
  if (!archive->keeps_log()) return Status::InvalidArgument(std::string(kNoLog));
  const LogHead& head = archive->head();
  if (options.key) {
    if (!head.verifier_key()) {
      context.Note("muragat: the archive has no key yet: the next import makes one");
      return ExitCode::kNo;
    }
    context.out << *head.verifier_key();
    return ExitCode::kDone;
  }
  if (!head.checkpoint()) return Status::Corruption("the archive has lost its file checkpoint");
  MURAGAT_ASSIGN_OR_RETURN(const StoredHead stored, ParseStoredHead(*head.checkpoint()));
  if (context.json) {
    JsonObject row;
    row.Set("origin", stored.head.origin).Set("size", stored.head.size);
    row.Set("root", EncodeBase64(BytesOf(stored.head.root))).SetFlag("signed", stored.note.has_value());
    const std::string key = head.verifier_key().value_or("");
    row.SetOrNull("key", std::string_view(key).substr(0, key.find('\n')));
    context.out << row.Set("note", *head.checkpoint()).Text() << '\n';
  } else if (stored.note) {
    context.out << *head.checkpoint();
  }
  if (stored.note) return ExitCode::kDone;
  context.Note(
      "muragat: the checkpoint is not signed: give the archive's key in MURAGAT_KEY to the next import");
  return ExitCode::kNo;
}

void RegisterCheckpoint(const Verb& program) {
  auto options = std::make_shared<CheckpointOptions>();
  const Verb verb = program.Add("checkpoint", "Print the signed head of the log, for others to keep");
  verb.Flag("--key", options->key, "Print the key that it is checked with instead");
  verb.Flag("--renew", options->renew,
            "Sign the log as it is, after commits or the checkpoint were lost for good");
  verb.Flag("--dry-run", options->dry_run, "Say what --renew would do, and do nothing");
  verb.Explain(
      "Example:\n  muragat checkpoint > kept.checkpoint\n\n"
      "Exit codes: 0 printed, 1 it is not signed, 2 the archive keeps no log, 3 no such archive,\n"
      "            4 the checkpoint is lost or damaged");
  verb.Run(options, RunCheckpoint);
}

}  // namespace muragat::tools
