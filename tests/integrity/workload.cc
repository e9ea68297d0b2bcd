#include "tests/integrity/workload.h"

#include <memory>
#include <stdexcept>

#include "muragat/store/archive.h"
#include "muragat/store/commit_log.h"
#include "muragat/store/verify.h"
#include "tests/support/dates.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/states.h"
#include "tests/support/still_clock.h"

namespace muragat::integrity {
namespace {

// A text that grows and changes from opening to opening.
State LawOf(int opening, int year, size_t paragraphs) {
  std::vector<Section> sections;
  for (int article = 1; article <= 3; ++article) {
    std::string body;
    for (size_t i = 0; i < paragraphs; ++i) {
      body += "Paragraph " + std::to_string(i) + " of " + std::to_string(year + article * opening) +
              " says what the law is. Мәжіліс депутаттары сайланады.\n";
    }
    sections.push_back(support::MakeSection("Article " + std::to_string(article), body));
  }
  return support::MakeState("law/" + std::to_string(opening % 2), std::to_string(year), sections,
                            "Act of " + std::to_string(year));
}

}  // namespace

Workload::Workload(int openings) : openings_(openings) {
  const support::ScratchFolder folder(support::ScratchFolder::Where::kMemory);
  roots_.emplace_back();
  const auto remember = [&](uint64_t commit) {
    const auto archive = Archive::Open(folder.Path("archive"), Archive::Access::kRead);
    roots_.push_back(CommitLog(archive.value()->database()).ReadRoot(commit).value());
  };
  const Status status = Run(folder.Path("archive"), nullptr, remember);
  if (!status.ok()) throw std::runtime_error("the workload fails by itself: " + status.message());
}

Status Workload::Run(const std::string& path, rocksdb::Env* env, const Acknowledge& acknowledge) const {
  uint64_t commits = 0;
  for (int opening = 0; opening < openings_; ++opening)
    MURAGAT_RETURN_IF_ERROR(RunOpening(opening, path, env, commits, acknowledge));
  return Status::Ok();
}

Status Workload::RunOpening(int opening, const std::string& path, rocksdb::Env* env, uint64_t& commits,
                            const Acknowledge& acknowledge) const {
  const support::StillClock clock{};
  std::unique_ptr<Archive> archive;
  if (opening == 0) {
    MURAGAT_ASSIGN_OR_RETURN(archive, Archive::Create(path, "example.org/test", clock, env));
  } else {
    MURAGAT_ASSIGN_OR_RETURN(archive, Archive::Open(path, Archive::Access::kWrite, env));
  }
  Writer writer(archive->database(), clock, {});
  const auto commit = [&]() -> Status {
    MURAGAT_ASSIGN_OR_RETURN(const CommitNumber done, writer.Commit());
    if (done.value <= commits) return Status::Corruption("nothing was committed");
    acknowledge(commits = done.value);
    return Status::Ok();
  };
  const int year = 2000 + opening * 10;
  MURAGAT_RETURN_IF_ERROR(writer.Add(LawOf(opening, year, 2)).status());
  MURAGAT_RETURN_IF_ERROR(commit());
  // One that is large enough to be taken in as table files.
  MURAGAT_RETURN_IF_ERROR(writer.Add(LawOf(opening, year + 1, opening == 1 ? 1'000 : 3)).status());
  MURAGAT_RETURN_IF_ERROR(writer.Add(support::Removal("old/" + std::to_string(opening), "1999")).status());
  MURAGAT_RETURN_IF_ERROR(commit());
  MURAGAT_RETURN_IF_ERROR(
      writer.Withdraw(support::Id("old/" + std::to_string(opening)), support::Date("1999"), {}, "no"));
  MURAGAT_RETURN_IF_ERROR(commit());
  return opening == openings_ - 2 ? archive->database().Compact() : Status::Ok();
}

Sight LookAt(const std::string& path) {
  Sight sight;
  const auto exists = Archive::Exists(path);
  sight.status = exists.status();
  if (!exists.ok() || !*exists) return sight;
  sight.is_there = true;
  const auto archive = Archive::Open(path, Archive::Access::kRead);
  if (!(sight.status = archive.status()).ok()) return sight;
  const auto last = (*archive)->reader().LastCommit();
  if (!(sight.status = last.status()).ok()) return sight;
  sight.commits = last->value;
  NoProgress progress;
  const VerifyOptions options{.head = &(*archive)->head()};
  const auto report = Verify((*archive)->database(), options,
                             [&](const Finding& found) { sight.codes.push_back(found.code); }, progress);
  if (!(sight.status = report.status()).ok()) return sight;
  const auto root = CommitLog((*archive)->database()).ReadRoot(sight.commits);
  if ((sight.status = root.status()).ok()) sight.root = *root;
  return sight;
}

Sight ReopenAndLook(const std::string& path) {
  const auto exists = Archive::Exists(path);
  if (exists.ok() && *exists) {
    const Status opened = Archive::Open(path, Archive::Access::kWrite).status();
    if (!opened.ok()) return {.is_there = true, .status = opened};
  }
  return LookAt(path);
}

std::string Complaint(const Workload& workload, const Sight& sight, uint64_t acknowledged) {
  if (!sight.status.ok()) return "it cannot be opened: " + sight.status.message();
  if (!sight.is_there) {
    return acknowledged == 0 ? "" : "there is no archive, but " + std::to_string(acknowledged) + " commits";
  }
  if (!sight.codes.empty()) return "verify finds " + sight.codes.front();
  if (sight.commits < acknowledged) {
    return "it has " + std::to_string(sight.commits) + " commits, but " + std::to_string(acknowledged) +
           " were acknowledged";
  }
  if (sight.commits > workload.commits()) return "it has more commits than there ever were";
  if (sight.commits > 0 && sight.root != workload.RootOf(sight.commits)) return "its content is another";
  return "";
}

}  // namespace muragat::integrity
