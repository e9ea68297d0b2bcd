#include "tools/cat.h"

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include <unistd.h>

#include "tools/progress_line.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

constexpr size_t kReadBytes = size_t{64} << 10;
constexpr size_t kMaxLineBytes = size_t{64} << 10;
constexpr size_t kMostAskedBytes = size_t{4} << 20;  // of lines that are answered together

bool IsNo(const Status& status) {
  return status.code() == StatusCode::kNotFound || status.code() == StatusCode::kInvalidArgument;
}

using Text = std::shared_ptr<const std::string>;

// A line of the input: what it asks for, or why it cannot be asked.
struct Question {
  Address address;
  AsOf as_of;
  Status status;
};

Question ParseQuestion(std::string_view line, const Reader& reader, const Clock& clock) {
  const size_t tab = line.find('\t'), second = tab == line.npos ? tab : line.find('\t', tab + 1);
  const auto date = tab == line.npos ? "" : line.substr(tab + 1, second - tab - 1);
  const auto known_at = second == line.npos ? "" : line.substr(second + 1);
  Question question{.address = ParseAddress(std::string(line.substr(0, tab))), .as_of = {}, .status = {}};
  const auto at = ParseAsOf(std::string(date), clock);
  const auto known = ParseKnownAt(std::string(known_at), reader);
  question.status = at.ok() ? known.status() : at.status();
  if (question.status.ok()) question.as_of = {*at, *known};
  return question;
}

Result<Text> ReadSection(const Reader& reader, const Edition& edition, const Question& question) {
  const Address& address = question.address;
  MURAGAT_ASSIGN_OR_RETURN(
      const LineageSection section,
      RequireSection(reader, edition, *address.section, address.document, question.as_of.known_at));
  return std::make_shared<const std::string>(section.section.Text());
}

Result<Text> Answer(const Reader& reader, const Question& question) {
  MURAGAT_RETURN_IF_ERROR(question.status);
  const Address& address = question.address;
  const AsOf& as_of = question.as_of;
  if (as_of.known_at == kLatestCommit) {
    if (!address.section) {
      MURAGAT_ASSIGN_OR_RETURN(auto text, reader.FindText(address.document, as_of.at));
      if (!text) return Status::NotFound("no text");
      return text;
    }
    MURAGAT_ASSIGN_OR_RETURN(const auto edition, reader.FindStanding(address.document, as_of.at));
    if (!edition || edition->removed) return Status::NotFound("no text");
    return ReadSection(reader, *edition, question);
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto document, reader.FindDocument(address.document));
  if (!document) return Status::NotFound("no such document");
  MURAGAT_ASSIGN_OR_RETURN(const auto edition, reader.FindUntitled(*document, as_of.at, as_of.known_at));
  if (!edition || edition->removed) return Status::NotFound("no text");
  if (address.section) return ReadSection(reader, *edition, question);
  MURAGAT_ASSIGN_OR_RETURN(std::string text, reader.ReadText(*edition));
  return std::make_shared<const std::string>(std::move(text));
}

// Questions that came together are answered together: what they need is read in the order in which it is
// stored. How many at a time follows from how much text the last ones brought in.
class Window {
 public:
  explicit Window(const Reader& reader) : reader_(reader) {}
  size_t lines() const { return lines_; }

  void ReadAhead(const std::vector<Question>& questions) {
    if (questions.size() < 2) return;
    std::vector<ComingQuestion> coming;
    coming.reserve(questions.size());
    for (const Question& question : questions) {
      if (!question.status.ok() || question.as_of.known_at != kLatestCommit) continue;
      const auto& name = question.address.section;
      const auto section = name ? ParseLineage(*name) : std::nullopt;
      if (name && !section) continue;  // found by its title, among all sections
      coming.push_back({question.address.document, question.as_of.at, section});
    }
    const size_t bytes = reader_.ReadAhead(coming, kMostBytes);
    lines_ = std::clamp(kMostBytes / (bytes / questions.size() + 1), kFewestLines, kMostLines);
  }

 private:
  static constexpr size_t kFewestLines = 32, kMostLines = 16'384, kMostBytes = size_t{16} << 20;
  const Reader& reader_;
  size_t lines_ = 64;
};

// Lines of a descriptor, as many as are there.
class Lines {
 public:
  explicit Lines(int descriptor) : descriptor_(descriptor), buffer_(kReadBytes) {}

  // The next line, without waiting for it; nothing where there is none yet, or at the end.
  std::optional<std::string_view> Next() {
    const size_t end = pending_.find('\n', searched_);
    if (end == std::string::npos) {
      searched_ = pending_.size();
      if (!at_end_ || begin_ == pending_.size()) return std::nullopt;
      return std::string_view(pending_).substr(std::exchange(begin_, pending_.size()));
    }
    const auto line = std::string_view(pending_).substr(begin_, end - begin_);
    begin_ = searched_ = end + 1;
    return line;
  }

  // Reads more, which must be there; ends the views that Next gave.
  Status Read() {
    pending_.erase(0, begin_);
    searched_ -= begin_;
    begin_ = 0;
    if (pending_.size() > kMaxLineBytes) return Status::InvalidArgument("a question is longer than 64 KiB");
    const ssize_t size = ::read(descriptor_, buffer_.data(), buffer_.size());
    if (size < 0 && errno != EINTR) return Status::Io("cannot read the questions");
    at_end_ = size == 0;
    if (size > 0) pending_.append(buffer_.data(), static_cast<size_t>(size));
    return Status::Ok();
  }

  bool at_end() const { return at_end_; }

 private:
  int descriptor_;
  std::vector<char> buffer_;
  std::string pending_;
  size_t begin_ = 0, searched_ = 0;  // of what is pending: where the next line begins, where no line ends
  bool at_end_ = false;
};

}  // namespace

Result<ExitCode> RunCatBatch(Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  const Reader& reader = archive->reader();
  Lines lines(context.input_descriptor);
  Window window(reader);
  std::vector<Question> questions;
  Status read;  // answers come before what ends them
  while (read.ok()) {
    questions.clear();
    size_t asked_bytes = 0;
    while (read.ok() && questions.size() < window.lines() && asked_bytes < kMostAskedBytes) {
      if (const auto line = lines.Next()) {
        asked_bytes += line->size();
        questions.push_back(ParseQuestion(*line, reader, context.clock));
        continue;
      }
      if (lines.at_end() || (!questions.empty() && !HasInput(context.input_descriptor))) break;
      if (questions.empty() && !HasInput(context.input_descriptor)) {
        context.out.flush();
        if (!context.out) return Status::Io("cannot write the answers");
        if (!WaitForInput(context.input_descriptor)) return Status::Cancelled("interrupted");
      }
      read = lines.Read();
    }
    if (questions.empty()) break;
    window.ReadAhead(questions);
    for (const Question& question : questions) {
      const auto answer = Answer(reader, question);
      if (answer.ok()) {
        context.out << (*answer)->size() << '\n' << **answer << '\n';
      } else if (IsNo(answer.status())) {
        context.out << "missing\n";
      } else {
        return answer.status();
      }
    }
    if (!context.out) return Status::Io("cannot write the answers");
    if (Interrupted()) return Status::Cancelled("interrupted");
  }
  MURAGAT_RETURN_IF_ERROR(read);
  return ExitCode::kDone;
}

void RegisterCat(const Verb& program) {
  const Verb verb = program.Add("cat", "Answer many questions, for programs");
  verb.Flag("--batch", "Read ADDRESS<TAB>DATE[<TAB>KNOWN-AT] lines from standard input").Required();
  verb.Explain(
      "Each line is answered with LENGTH<LF>bytes<LF>, or with missing<LF>.\n\n"
      "Example:\n  printf 'kz/parliament\\t2010-01-01\\n' | muragat cat --batch\n\n"
      "Exit codes: 0 all answered, 3 no such archive, 4 a text is damaged");
  verb.Run(RunCatBatch);
}

}  // namespace muragat::tools
