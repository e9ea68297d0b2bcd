#include "tools/prove.h"

#include <algorithm>

#include "muragat/store/prove.h"
#include "tools/file_writer.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// The place of the section that an address names; of the only one where it names a document.
Result<size_t> FindPlace(const Reader& reader, const Edition& edition, const Address& address) {
  if (!address.section) {
    if (edition.sections.size() == 1) return size_t{0};
    return Status::InvalidArgument("\"" + address.document + "\" has " +
                                   std::to_string(edition.sections.size()) +
                                   " sections: name one behind a #, as `muragat tree` lists them");
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto sections, reader.ReadSections(edition));
  return FindSection(sections, *address.section, address.document);
}

}  // namespace

Result<ExitCode> RunProve(const ProveOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  if (!archive->keeps_log()) return Status::InvalidArgument(std::string(kNoLog));
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const AsOf as_of, ParseBoth(options.as_of, "", context, reader));
  const Address address = ParseAddress(options.address);
  MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber document, RequireDocument(reader, address.document));
  MURAGAT_ASSIGN_OR_RETURN(const Edition edition, RequireText(reader, document, address.document, as_of));
  MURAGAT_ASSIGN_OR_RETURN(const size_t place, FindPlace(reader, edition, address));
  const auto& checkpoint = archive->head().checkpoint();
  if (!checkpoint) return Status::Corruption("the archive has lost its file checkpoint");
  MURAGAT_ASSIGN_OR_RETURN(const StoredHead head, ParseStoredHead(*checkpoint));
  if (!head.note || head.head.size < edition.recorded.commit.value) {
    context.Note("muragat: the checkpoint is not signed, or older than that text: the next import signs it");
    return ExitCode::kNo;
  }
  MURAGAT_ASSIGN_OR_RETURN(const TextProof proof, ProveText(reader, edition, place, *checkpoint));
  if (options.dry_run) {
    context.Note("would write a proof of " + std::to_string(RenderProof(proof).size()) + " bytes");
    return ExitCode::kDone;
  }
  if (options.output.empty()) {
    context.out << RenderProof(proof);
    return ExitCode::kDone;
  }
  MURAGAT_ASSIGN_OR_RETURN(FileWriter file, FileWriter::Begin(options.output, options.force));
  file.stream() << RenderProof(proof);
  MURAGAT_RETURN_IF_ERROR(file.Finish());
  return ExitCode::kDone;
}

void RegisterProve(const Verb& program) {
  auto options = std::make_shared<ProveOptions>();
  const Verb verb = program.Add("prove", "Write a proof that a section's text stood on a day");
  verb.Option("ADDRESS", options->address, "A section, or a document that has only one").Required();
  verb.Option("--as-of", options->as_of, "The day; today without it");
  verb.Option("-o,--output", options->output, "The file to write; standard output without it");
  verb.Flag("--force", options->force, "Replace a file that is there");
  verb.Flag("--dry-run", options->dry_run, "Say what would be written, and write nothing");
  verb.Explain(
      "Example:\n  muragat prove 'kz/parliament#Senate' --as-of 2022-07-01 -o senate.proof\n\n"
      "Exit codes: 0 written, 1 the checkpoint is not signed, 2 usage, or the archive keeps no log,\n"
      "            3 no such archive, document, section or date, 4 damage");
  verb.Run(options, RunProve);
}

}  // namespace muragat::tools
