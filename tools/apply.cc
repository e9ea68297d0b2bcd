#include "tools/apply.h"

#include <filesystem>

#include "import/instructions.h"
#include "import/json_diff.h"
#include "muragat/diff/document_patch.h"
#include "muragat/text/utf8.h"
#include "tools/file_writer.h"
#include "tools/input.h"
#include "tools/instructions.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

constexpr size_t kMaxBytes = size_t{1} << 30;

Result<std::string> ReadAll(const std::string& path, const Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto input, Input::Open(path, context.input_descriptor));
  return input->ReadAll(kMaxBytes);
}

Result<std::string> ReadBase(const ApplyOptions& options, const Context& context) {
  std::error_code error;
  if (std::filesystem::is_regular_file(options.base, error)) return ReadAll(options.base, context);
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const AsOf as_of, ParseBoth(options.as_of, "", context, reader));
  const Address address = ParseAddress(options.base);
  MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber document, RequireDocument(reader, address.document));
  MURAGAT_ASSIGN_OR_RETURN(const Edition edition, RequireText(reader, document, address.document, as_of));
  if (!address.section) return reader.ReadText(edition);
  MURAGAT_ASSIGN_OR_RETURN(const LineageSection section, RequireSection(reader, edition, *address.section,
                                                                        address.document, as_of.known_at));
  return section.section.Text();
}

// What comes of `base`. kConflict: the change does not fit it.
Result<std::string> CarryOut(const std::string& change, const ApplyOptions& options, const Context& context) {
  if (import::AreInstructions(change)) {
    if (options.reverse)
      return Status::InvalidArgument("instructions lead from the old text to the new one: leave out -R");
    MURAGAT_ASSIGN_OR_RETURN(const std::string base, ReadBase(options, context));
    auto text = CarryOutText(change, base);
    return text.status().code() == StatusCode::kInvalidArgument ? text.status().WithContext(options.change)
                                                                : std::move(text);
  }
  auto patches = import::ReadJsonDiff(change);
  if (!patches.ok()) {
    return Status::InvalidArgument(patches.status().message() + ": " + options.change +
                                   ": give what `muragat diff --json` or `--instructions` wrote");
  }
  MURAGAT_ASSIGN_OR_RETURN(const std::string base, ReadBase(options, context));
  return ApplyPatches(base, *std::move(patches), options.reverse);
}

}  // namespace

Result<ExitCode> RunApply(const ApplyOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const std::string change, ReadAll(options.change, context));
  const auto text = CarryOut(change, options, context);
  if (!text.ok() && text.status().code() != StatusCode::kConflict) return text.status();
  if (!text.ok()) {
    context.err << "muragat: "
                << VisibleText("the change does not fit: " + options.base + ": " + text.status().message())
                << '\n';
    return ExitCode::kNo;
  }
  if (options.output.empty()) {
    context.out << *text;
    return ExitCode::kDone;
  }
  if (options.dry_run) {
    context.Note("would write " + std::to_string(text->size()) + " bytes to " + options.output);
    return ExitCode::kDone;
  }
  MURAGAT_ASSIGN_OR_RETURN(FileWriter file, FileWriter::Begin(options.output, options.force));
  file.stream() << *text;
  MURAGAT_RETURN_IF_ERROR(file.Finish());
  return ExitCode::kDone;
}

void RegisterApply(const Verb& program) {
  auto options = std::make_shared<ApplyOptions>();
  const Verb verb = program.Add("apply", "Carry out a change on a text");
  verb.Option("FILE", options->change, "What `diff --json` or `--instructions` wrote; - is standard input")
      .Required();
  verb.Option("TEXT", options->base, "A text file, else a document of the archive").Required();
  verb.Flag("-R,--reverse", options->reverse,
            "From the new text to the old one, for what `diff --json` wrote");
  verb.Option("--as-of", options->as_of, "The day of the document's text (default: now)");
  verb.Option("-o,--output", options->output, "The file to write (default: standard output)");
  verb.Flag("--force", options->force, "Replace a file that is there");
  verb.Flag("--dry-run", options->dry_run, "Say what would be done, and write no file");
  verb.Explain(
      "Example:\n  muragat diff kz/parliament 2007-05-20 2007-05-21 --json > change.jsonl\n"
      "  muragat apply change.jsonl kz/parliament --as-of 2007-05-20\n"
      "  muragat diff kz/parliament 2007-05-20 2007-05-21 --instructions > amendment.txt\n"
      "  muragat apply amendment.txt kz/parliament --as-of 2007-05-20\n\n"
      "Exit codes: 0 done, 1 the change does not fit the text, 2 usage, 3 no such archive or document");
  verb.Run(options, RunApply);
}

}  // namespace muragat::tools
