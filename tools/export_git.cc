#include "tools/export_git.h"

#include <algorithm>
#include <map>
#include <set>

#include "muragat/render/git_stream.h"
#include "tools/export_output.h"
#include "tools/query.h"

namespace muragat::tools {
namespace {

// A standing edition: little, since a whole history of them is held.
struct Entry {
  EditionKey key;
  ReformNumber reform;
};

// The documents that can be files of one folder. Names the others.
std::vector<DocumentEntry> KeepFiles(std::vector<DocumentEntry> documents, const Context& context) {
  std::erase_if(documents, [&](const DocumentEntry& document) {
    const bool is_path = IsGitPath(document.id);
    if (!is_path) {
      context.Note("not carried: " + context.ForPeople(document.id) + ": git takes no file of that name");
    }
    return !is_path;
  });
  std::set<std::string, std::less<>> folders;
  for (const DocumentEntry& document : documents) {
    for (size_t slash = document.id.find('/'); slash != std::string::npos;
         slash = document.id.find('/', slash + 1)) {
      folders.insert(document.id.substr(0, slash));
    }
  }
  std::erase_if(documents, [&](const DocumentEntry& document) {
    const bool is_folder = folders.contains(document.id);
    if (is_folder) {
      context.Note("not carried: " + context.ForPeople(document.id) +
                   ": another document's id makes a folder of it");
    }
    return is_folder;
  });
  return documents;
}

class GitWriter {
 public:
  GitWriter(Context& context, const Reader& reader, CommitNumber known_at)
      : context_(context), reader_(reader), known_at_(known_at) {}

  // Finds every edition that stands, in the order of (valid date, recorded place).
  Status Gather(const std::vector<DocumentEntry>& documents) {
    for (const DocumentEntry& document : documents) {
      ids_[document.number] = document.id;
      MURAGAT_RETURN_IF_ERROR(reader_.VisitHistory(
          document.number, Instant::Last(), known_at_, [&](const Edition& edition, bool corrected) {
            if (!corrected) {
              entries_.push_back({{document.number, edition.valid, edition.recorded}, edition.reform});
            }
            return Status::Ok();
          }));
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.key.valid, a.key.recorded) < std::tie(b.key.valid, b.key.recorded);
    });
    return Status::Ok();
  }

  Status Write(std::ostream& out) {
    out << kGitStreamBegin;
    for (size_t begin = 0; begin < entries_.size();) {
      const size_t end = EndOfCommit(begin);
      MURAGAT_RETURN_IF_ERROR(WriteCommit(begin, end, out));
      begin = end;
    }
    out << kGitStreamEnd;
    return Status::Ok();
  }

  size_t commits() const { return commits_; }

 private:
  // The first entry from `begin` on that another reform or date brought. Of a document there is one before it
  // at most: an earlier one of its date and reform would be corrected.
  size_t EndOfCommit(size_t begin) const {
    size_t end = begin;
    while (end < entries_.size() && entries_[end].key.valid == entries_[begin].key.valid &&
           entries_[end].reform == entries_[begin].reform) {
      ++end;
    }
    return end;
  }

  Status WriteCommit(size_t begin, size_t end, std::ostream& out) {
    GitCommit commit{
        .valid = entries_[begin].key.valid, .seen = true, .reform = {}, .authors = {}, .recorded = {}};
    if (entries_[begin].reform.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(commit.reform, reader_.ReadReform(entries_[begin].reform));
    }
    std::set<CommitNumber> recorded;
    std::vector<Edition> editions;
    for (size_t i = begin; i < end; ++i) {
      MURAGAT_ASSIGN_OR_RETURN(Edition edition, reader_.ReadEdition(entries_[i].key));
      commit.seen = commit.seen && edition.basis == Basis::kSeen;
      recorded.insert(edition.recorded.commit);
      if (!edition.author.empty() &&
          std::find(commit.authors.begin(), commit.authors.end(), edition.author) == commit.authors.end()) {
        commit.authors.push_back(edition.author);
      }
      editions.push_back(std::move(edition));
    }
    for (const CommitNumber number : recorded) {
      MURAGAT_ASSIGN_OR_RETURN(const CommitRecord record, reader_.ReadCommit(number));
      commit.recorded.push_back({number, record.recorded});
    }
    out << RenderGitCommit(commit);
    ++commits_;
    for (size_t i = begin; i < end; ++i) {
      MURAGAT_RETURN_IF_ERROR(ReportExport(context_, "states", i, entries_.size()));
      MURAGAT_RETURN_IF_ERROR(WriteChange(editions[i - begin], out));
    }
    return Status::Ok();
  }

  Status WriteChange(const Edition& edition, std::ostream& out) {
    const std::string& path = ids_.at(edition.document);
    if (edition.removed) {
      out << RenderGitRemoval(path);
      return Status::Ok();
    }
    MURAGAT_ASSIGN_OR_RETURN(const std::string text, reader_.ReadText(edition));
    out << RenderGitFile(path, text);
    return Status::Ok();
  }

  Context& context_;
  const Reader& reader_;
  CommitNumber known_at_;
  std::map<DocumentNumber, std::string> ids_;
  std::vector<Entry> entries_;
  size_t commits_ = 0;
};

}  // namespace

Result<ExitCode> ExportToGit(const ExportOptions& options, Context& context, const Reader& reader) {
  if (!options.as_of.empty()) {
    return Status::InvalidArgument("--to git writes the whole history: leave out --as-of");
  }
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber known_at, ParseKnownAt(options.known_at, reader));
  MURAGAT_ASSIGN_OR_RETURN(auto documents, SelectDocuments(reader, options.globs));
  const size_t wanted = documents.size();
  documents = KeepFiles(std::move(documents), context);
  if (documents.empty()) return NothingToExport(context);
  const ExitCode done = documents.size() == wanted ? ExitCode::kDone : ExitCode::kPartly;
  if (options.dry_run) {
    context.Note("would export " + std::to_string(documents.size()) + " documents");
    return done;
  }
  GitWriter writer(context, reader, known_at);
  MURAGAT_RETURN_IF_ERROR(writer.Gather(documents));
  MURAGAT_RETURN_IF_ERROR(
      WriteStream(options, context, [&](std::ostream& out) { return writer.Write(out); }));
  if (options.output.empty()) return done;
  context.Note("wrote " + std::to_string(writer.commits()) + " commits to " + options.output);
  return done;
}

}  // namespace muragat::tools
