// Reads whole documents as of a date out of an archive and, where one is given, out of a git repository with
// the same content: in this process, on one thread. Every answer is compared with its SHA-256 first.
//
// Usage: read_side_by_side ARCHIVE QUESTIONS [--repository REPO] [--passes N] [--sections FILE]
//
// QUESTIONS is a file as question.h describes it. Each side is asked once from cold caches of the process
// (the machine's file cache is warm or not, as it is found), then once more to warm up, then N times (5),
// taking turns pass by pass; of these the median of each question counts. --sections FILE draws a section for
// each question, times those too, and writes them as questions for `muragat cat --batch`. Prints one JSON
// object. Exit: 0; 1 an answer is wrong, or something failed, with a line that says what; 2 usage.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/reading/archive_side.h"
#include "bench/reading/latency.h"
#include "bench/reading/question.h"
#include "bench/reading/repository.h"
#include "bench/reading/section_question.h"
#include "muragat/base/sha256.h"

namespace muragat::bench {
namespace {

constexpr uint32_t kSectionSeed = 7;

struct Options {
  std::string archive;
  std::string questions;
  std::string repository;
  std::string sections;
  int passes = 5;
};

using Read = std::function<Result<Answer>(const Question&)>;

// What asking one side all questions gave.
struct Side {
  Latency first;
  Latency warming;
  std::vector<Latency> warm;
  Latency& Of(int pass) { return pass == -2 ? first : pass == -1 ? warming : warm.emplace_back(); }
  std::string Json() const {
    return "{\"first\":" + first.Json() + ",\"warm\":" + Latency::MedianOf(warm).Json() + "}";
  }
};

bool IsRight(const Question& question, std::string_view answer) {
  return answer.size() == question.size_bytes && Sha256(answer) == question.sha256;
}

// Asks all questions once; `check` also compares the answers, outside of the time.
Status AskAll(const std::vector<Question>& questions, const Read& read, bool check, Latency& latency) {
  for (const Question& question : questions) {
    Result<Answer> answer = Status::NotFound("not asked");
    latency.Add(TimeNanoseconds([&] { answer = read(question); }));
    MURAGAT_RETURN_IF_ERROR(answer.status());
    if (answer->bytes.size() != question.size_bytes || (check && !IsRight(question, answer->bytes))) {
      return Status::Corruption("a wrong answer: " + question.document + " as of " +
                                FormatInstant(question.at));
    }
  }
  return Status::Ok();
}

// Whether the corpus' bytes are the captures of this archive, not its texts: so it is with HTML and XML. The
// first question decides, through an archive of its own, so that it warms nothing.
Result<bool> AsksForCaptures(const Options& options, const Question& question) {
  MURAGAT_ASSIGN_OR_RETURN(const ArchiveSide archive, ArchiveSide::Open(options.archive));
  MURAGAT_ASSIGN_OR_RETURN(const Answer text, archive.ReadDocument(question, false));
  return !IsRight(question, text.bytes);
}

// Asks all sections once to warm up and then `passes` times.
Result<Latency> AskSections(const ArchiveSide& archive, const std::vector<SectionQuestion>& questions,
                            int passes) {
  Side side;
  for (int pass = -1; pass < passes; ++pass) {
    Latency& latency = side.Of(pass);
    for (const SectionQuestion& question : questions) {
      Result<Answer> answer = Status::NotFound("not asked");
      latency.Add(TimeNanoseconds([&] { answer = archive.ReadSection(question); }));
      MURAGAT_RETURN_IF_ERROR(answer.status());
      if (answer->bytes != question.text) {
        return Status::Corruption("a wrong section: " + question.document + " s" +
                                  std::to_string(question.lineage.value));
      }
    }
  }
  return Latency::MedianOf(side.warm);
}

Status Run(const Options& options) {
  MURAGAT_ASSIGN_OR_RETURN(const auto questions, ReadQuestions(options.questions));
  MURAGAT_ASSIGN_OR_RETURN(const bool captures, AsksForCaptures(options, questions.front()));
  MURAGAT_ASSIGN_OR_RETURN(const ArchiveSide archive, ArchiveSide::Open(options.archive));
  std::unique_ptr<Repository> repository;
  if (!options.repository.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(repository, Repository::Open(options.repository));
  }
  const Read from_archive = [&](const Question& question) {
    return archive.ReadDocument(question, captures);
  };
  const Read from_git = [&](const Question& question) {
    return repository->ReadFile(question.commit, question.document);
  };
  Side of_archive, of_git;
  for (int pass = -2; pass < options.passes; ++pass) {
    const bool check = pass == -2;
    MURAGAT_RETURN_IF_ERROR(AskAll(questions, from_archive, check, of_archive.Of(pass)));
    if (repository) MURAGAT_RETURN_IF_ERROR(AskAll(questions, from_git, check, of_git.Of(pass)));
  }
  uint64_t bytes = 0;
  for (const Question& question : questions) bytes += question.size_bytes;
  std::string json = "{\"questions\":" + std::to_string(questions.size()) +
                     ",\"bytes\":" + std::to_string(bytes) +
                     ",\"captures\":" + (captures ? "true" : "false") + ",\"muragat\":" + of_archive.Json();
  if (repository) json += ",\"git\":" + of_git.Json() + ",\"libgit2\":\"" + LibraryVersion() + "\"";
  if (!options.sections.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(const auto sections, DrawSections(archive.reader(), questions, kSectionSeed));
    MURAGAT_RETURN_IF_ERROR(WriteSectionQuestions(sections, options.sections));
    MURAGAT_ASSIGN_OR_RETURN(const Latency latency, AskSections(archive, sections, options.passes));
    uint64_t section_bytes = 0;
    for (const SectionQuestion& section : sections) section_bytes += section.text.size();
    json += ",\"sections\":{\"questions\":" + std::to_string(sections.size()) +
            ",\"bytes\":" + std::to_string(section_bytes) + ",\"warm\":" + latency.Json() + "}";
  }
  std::cout << json << "}\n";
  return Status::Ok();
}

std::optional<Options> ParseArguments(const std::vector<std::string>& arguments) {
  Options options;
  std::vector<std::string> names;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (!arguments[i].starts_with("--")) {
      names.push_back(arguments[i]);
      continue;
    }
    if (i + 1 == arguments.size()) return std::nullopt;
    const std::string& value = arguments[i + 1];
    if (arguments[i] == "--repository") {
      options.repository = value;
    } else if (arguments[i] == "--sections") {
      options.sections = value;
    } else if (arguments[i] == "--passes") {
      options.passes = std::atoi(value.c_str());
    } else {
      return std::nullopt;
    }
    ++i;
  }
  if (names.size() != 2 || options.passes < 1) return std::nullopt;
  options.archive = names[0];
  options.questions = names[1];
  return options;
}

}  // namespace
}  // namespace muragat::bench

int main(int argc, char** argv) {
  const auto options = muragat::bench::ParseArguments({argv + 1, argv + argc});
  if (!options) {
    std::cerr << "usage: read_side_by_side ARCHIVE QUESTIONS [--repository REPO] [--passes N] "
                 "[--sections FILE]\n";
    return 2;
  }
  const muragat::Status status = muragat::bench::Run(*options);
  if (status.ok()) return 0;
  std::cerr << "read_side_by_side: " << status.message() << '\n';
  return 1;
}
