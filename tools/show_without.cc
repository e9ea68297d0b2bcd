#include "tools/show_without.h"

#include "muragat/render/json_object.h"
#include "muragat/store/without_reform.h"
#include "tools/reform.h"

namespace muragat::tools {
namespace {

constexpr size_t kMaxQuoteBytes = 120;

// A few words of a text, on one line.
std::string Quote(const Context& context, std::string_view words) {
  std::string line;
  for (const char c : words.substr(0, kMaxQuoteBytes)) line += c == '\n' ? ' ' : c;
  while (line.ends_with(' ')) line.pop_back();
  line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
  if (words.size() > kMaxQuoteBytes) line += "…";
  return "“" + context.ForPeople(line) + "”";
}

Result<std::string> NameOf(const StandingOn& one, const Reader& reader) {
  std::string name = FormatDate(one.valid);
  if (one.reform.value != 0) {
    MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader.ReadReform(one.reform));
    name += " " + reform.title;
  }
  return name;
}

Status PrintStandingOn(const StandingOn& one, const std::string& document, const Reader& reader,
                       Context& context) {
  if (context.json) {
    JsonObject object;
    object.Set("document", document).Set("section", LineageName(one.section)).Set("title", one.title);
    object.Set("valid", FormatDate(one.valid));
    Reform reform;
    if (one.reform.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(reform, reader.ReadReform(one.reform));
    }
    object.SetOrNull("reform", reform.title).SetOrNull("reform_id", reform.id);
    object.Set("with", one.words.base).Set("without", one.words.ours).Set("later", one.words.theirs);
    context.out << object.Text() << '\n';
    return Status::Ok();
  }
  MURAGAT_ASSIGN_OR_RETURN(const std::string name, NameOf(one, reader));
  context.err << "  " << LineageName(one.section) << " " << context.ForPeople(one.title) << ": "
              << Quote(context, one.words.base) << " became " << Quote(context, one.words.theirs) << " by "
              << context.ForPeople(name) << '\n';
  return Status::Ok();
}

}  // namespace

Result<ExitCode> ShowWithout(const ShowOptions& options, const Address& address, DocumentNumber document,
                             const AsOf& as_of, const Reader& reader, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const ReformNumber reform, RequireReform(reader, options.without));
  MURAGAT_ASSIGN_OR_RETURN(WithoutReform without,
                           ReadWithout(reader, document, reform, as_of.at, as_of.known_at));
  // Where there is no text, only leaving out what removed it can bring it back.
  MURAGAT_ASSIGN_OR_RETURN(const auto standing, reader.FindEdition(document, as_of.at, as_of.known_at));
  if (!standing || (standing->removed && standing->reform != reform))
    return RequireText(reader, document, address.document, as_of).status();
  if (!without.touched) {
    context.Note("that reform has not changed " + address.document + " by then: its text is as it stands");
  }
  std::optional<SectionNumber> only;
  if (address.section) {
    MURAGAT_ASSIGN_OR_RETURN(only, RequireLineage(reader, document, address, as_of));
    std::erase_if(without.sections, [&](const LineageSection& one) { return one.lineage != *only; });
    std::erase_if(without.standing_on, [&](const StandingOn& one) { return one.section != *only; });
  }
  if (!without.standing_on.empty()) {
    if (!context.json)
      context.err << "muragat: the reform cannot be left out: later ones stand on its words:\n";
    for (const StandingOn& one : without.standing_on)
      MURAGAT_RETURN_IF_ERROR(PrintStandingOn(one, address.document, reader, context));
    return ExitCode::kNo;
  }
  if (without.sections.empty()) {
    context.Note("without that reform there is no text");
    return ExitCode::kNo;
  }
  std::string text;
  for (const LineageSection& section : without.sections) text += section.section.Text();
  if (context.json) {
    JsonObject object;
    object.Set("document", address.document);
    only ? object.Set("section", LineageName(*only)) : object.SetNull("section");
    context.out << object.Set("without", options.without).Set("text", text).Text() << '\n';
    return ExitCode::kDone;
  }
  context.out << (options.raw ? text : context.ForPeople(text));
  if (!options.raw && !text.empty() && text.back() != '\n') context.out << '\n';
  return ExitCode::kDone;
}

}  // namespace muragat::tools
