#include "tools/cat.h"

#include <cerrno>
#include <map>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "tools/progress_line.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

constexpr size_t kReadBytes = size_t{64} << 10;
constexpr size_t kMaxLineBytes = size_t{64} << 10;

bool IsNo(const Status& status) {
  return status.code() == StatusCode::kNotFound || status.code() == StatusCode::kInvalidArgument;
}

using Text = std::shared_ptr<const std::string>;

Result<Text> ReadSection(const Reader& reader, const Edition& edition, const Address& address,
                         const AsOf& as_of) {
  MURAGAT_ASSIGN_OR_RETURN(const LineageSection section, RequireSection(reader, edition, *address.section,
                                                                        address.document, as_of.known_at));
  return std::make_shared<const std::string>(section.section.Text());
}

Result<Text> Answer(const Reader& reader, const std::string& line, const Clock& clock) {
  const size_t tab = line.find('\t'), second = tab == std::string::npos ? tab : line.find('\t', tab + 1);
  const std::string date = tab == std::string::npos ? "" : line.substr(tab + 1, second - tab - 1);
  const std::string known_at = second == std::string::npos ? "" : line.substr(second + 1);
  const Address address = ParseAddress(line.substr(0, tab));
  AsOf as_of;
  MURAGAT_ASSIGN_OR_RETURN(as_of.at, ParseAsOf(date, clock));
  MURAGAT_ASSIGN_OR_RETURN(as_of.known_at, ParseKnownAt(known_at, reader));
  if (as_of.known_at == kLatestCommit) {
    if (!address.section) {
      MURAGAT_ASSIGN_OR_RETURN(auto text, reader.FindText(address.document, as_of.at));
      if (!text) return Status::NotFound("no text");
      return text;
    }
    MURAGAT_ASSIGN_OR_RETURN(const auto edition, reader.FindStanding(address.document, as_of.at));
    if (!edition || edition->removed) return Status::NotFound("no text");
    return ReadSection(reader, *edition, address, as_of);
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto document, reader.FindDocument(address.document));
  if (!document) return Status::NotFound("no such document");
  MURAGAT_ASSIGN_OR_RETURN(const auto edition, reader.FindUntitled(*document, as_of.at, as_of.known_at));
  if (!edition || edition->removed) return Status::NotFound("no text");
  if (address.section) return ReadSection(reader, *edition, address, as_of);
  MURAGAT_ASSIGN_OR_RETURN(std::string text, reader.ReadText(*edition));
  return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

Result<ExitCode> RunCatBatch(Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  std::string pending;
  std::vector<char> buffer(kReadBytes);
  bool at_end = false;
  while (!at_end || !pending.empty()) {
    size_t begin = 0;
    for (size_t end = pending.find('\n'); end != std::string::npos || (at_end && begin < pending.size());
         end = pending.find('\n', begin)) {
      if (end == std::string::npos) end = pending.size();
      const auto answer = Answer(reader, pending.substr(begin, end - begin), context.clock);
      if (answer.ok()) {
        context.out << (*answer)->size() << '\n' << **answer << '\n';
      } else if (IsNo(answer.status())) {
        context.out << "missing\n";
      } else {
        return answer.status();
      }
      begin = std::min(end + 1, pending.size());
    }
    pending.erase(0, begin);
    if (at_end) break;
    if (pending.size() > kMaxLineBytes) return Status::InvalidArgument("a question is longer than 64 KiB");
    context.out.flush();
    if (!context.out) return Status::Io("cannot write the answers");
    if (!WaitForInput(context.input_descriptor)) return Status::Cancelled("interrupted");
    const ssize_t size = ::read(context.input_descriptor, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return Status::Io("cannot read the questions");
    at_end = size == 0;
    pending.append(buffer.data(), static_cast<size_t>(size));
  }
  return ExitCode::kDone;
}

void RegisterCat(CLI::App& app, Action& action) {
  CLI::App* verb = app.add_subcommand("cat", "Answer many questions, for programs");
  verb->add_flag("--batch")->required()->description(
      "Read ADDRESS<TAB>DATE[<TAB>KNOWN-AT] lines from standard input");
  verb->footer(
      "Each line is answered with LENGTH<LF>bytes<LF>, or with missing<LF>.\n\n"
      "Example:\n  printf 'kz/parliament\\t2010-01-01\\n' | muragat cat --batch\n\n"
      "Exit codes: 0 all answered, 3 no such archive, 4 a text is damaged");
  verb->callback([&action] { action = [](Context& context) { return RunCatBatch(context); }; });
}

}  // namespace muragat::tools
