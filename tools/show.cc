#include "tools/show.h"

#include "muragat/render/json_object.h"
#include "tools/query.h"
#include "tools/show_without.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// One line about the edition, for people: since when, by which reform, as recorded in which commit.
Result<std::string> DescribeEdition(const Reader& reader, const std::string& id, const Edition& edition) {
  std::string line =
      id + (edition.basis == Basis::kSeen ? ", seen " : ", in force from ") + FormatDate(edition.valid);
  if (edition.reform.value != 0) {
    MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader.ReadReform(edition.reform));
    line += " (" + reform.title + ")";
  }
  return line + ", commit " + std::to_string(edition.recorded.commit.value);
}

}  // namespace

Result<ExitCode> RunShow(const ShowOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const AsOf as_of, ParseBoth(options.as_of, options.known_at, context, reader));
  const Address address = ParseAddress(options.address);
  MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber document, RequireDocument(reader, address.document));
  if (!options.without.empty()) return ShowWithout(options, address, document, as_of, reader, context);
  MURAGAT_ASSIGN_OR_RETURN(const Edition edition, RequireText(reader, document, address.document, as_of));
  if (options.capture) {
    if (address.section)
      return Status::InvalidArgument("a capture is of a whole document: leave out what follows #");
    MURAGAT_ASSIGN_OR_RETURN(Capture capture, reader.ReadCapture(edition));
    if (!capture.bytes) {
      MURAGAT_ASSIGN_OR_RETURN(capture.bytes, reader.ReadText(edition));
    }
    context.out << *capture.bytes;
    return ExitCode::kDone;
  }
  std::string text;
  std::optional<LineageSection> section;
  if (address.section) {
    MURAGAT_ASSIGN_OR_RETURN(
        section, RequireSection(reader, edition, *address.section, address.document, as_of.known_at));
    text = section->section.Text();
  } else {
    MURAGAT_ASSIGN_OR_RETURN(text, reader.ReadText(edition));
  }
  if (context.json) {
    JsonObject object;
    object.Set("document", address.document);
    section ? object.Set("section", LineageName(section->lineage)) : object.SetNull("section");
    object.Set("title", section ? section->section.title : edition.title);
    object.Set("language", edition.language).Set("valid", FormatDate(edition.valid));
    object.Set("commit", uint64_t{edition.recorded.commit.value});
    object.Set("basis", edition.basis == Basis::kSeen ? "seen" : "in-force").Set("text", text);
    context.out << object.Text() << '\n';
    return ExitCode::kDone;
  }
  if (options.raw) {
    context.out << text;
    return ExitCode::kDone;
  }
  if (context.verbose || context.out_is_terminal) {
    MURAGAT_ASSIGN_OR_RETURN(const std::string line, DescribeEdition(reader, address.document, edition));
    context.Note(context.ForPeople(line));
  }
  context.out << context.ForPeople(text);
  if (!text.empty() && text.back() != '\n') context.out << '\n';
  return ExitCode::kDone;
}

void RegisterShow(const Verb& program) {
  auto options = std::make_shared<ShowOptions>();
  const Verb verb = program.Add("show", "Show the text of a document or section");
  verb.Option("ADDRESS", options->address, "A document, or a section of it: DOC, DOC#s7, DOC#Title, DOC#50")
      .Required();
  verb.Option("--as-of", options->as_of, "The day whose text is wanted (default: now)");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  const VerbOption raw = verb.Flag("--raw", options->raw, "The exact bytes of the text, nothing more");
  const VerbOption capture =
      verb.Flag("--capture", options->capture, "The bytes as they were received").Excludes(raw);
  verb.Option("--without", options->without,
              "As if this reform had not changed it: its id, or its title where only one has it")
      .Excludes(capture);
  verb.Explain(
      "Example:\n  muragat show 'kz/parliament#Majilis' --as-of 2010-01-01\n\n"
      "Exit codes: 0 shown, 1 later reforms stand on the words of the one to leave out,\n"
      "            2 several sections fit, 3 no such archive, document, section, reform or date");
  verb.Run(options, RunShow);
}

}  // namespace muragat::tools
