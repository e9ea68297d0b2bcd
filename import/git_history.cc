#include "import/git_history.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "import/akn.h"
#include "import/format.h"
#include "import/git_library.h"
#include "import/git_message.h"
#include "import/git_tree_changes.h"
#include "import/text_check.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

std::string ShortName(const GitId& id) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string name;
  for (size_t i = 0; i < 5; ++i) name.append({kHex[id[i] >> 4], kHex[id[i] & 15]});
  return name;
}

}  // namespace

struct GitHistoryReader::Impl {
  Impl(const GitLibrary& library, GitOptions given_options, const Limits& given_limits)
      : git(library), options(std::move(given_options)), limits(given_limits) {}
  ~Impl() {
    git.repository_free(repository);
    git.odb_free(objects);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  struct Commit {
    explicit Commit(const GitLibrary& library) : git(library) {}
    ~Commit() { git.commit_free(commit); }
    Commit(const Commit&) = delete;
    Commit& operator=(const Commit&) = delete;
    const GitLibrary& git;
    git_commit* commit = nullptr;
  };

  Status Open(const GitPlace& where) {
    git_odb_backend* packs = nullptr;
    git_odb_backend* loose = nullptr;
    if (git.odb_new(&objects) < 0 || git.odb_backend_pack(&packs, where.objects.c_str()) < 0 ||
        git.odb_add_backend(objects, packs, 2) < 0 ||
        git.odb_backend_loose(&loose, where.objects.c_str(), -1, 0, 0, 0) < 0 ||
        git.odb_add_backend(objects, loose, 1) < 0 || git.repository_wrap_odb(&repository, objects) < 0) {
      return git.Failure("the repository's objects cannot be opened");
    }
    git_oid tip;
    if (git.oid_fromstr(&tip, where.tip.c_str()) < 0) return git.Failure("its branch names no commit");
    return FindLine(IdOf(tip));
  }

  // The line of first parents that ends with `tip`.
  Status FindLine(GitId tip) {
    while (true) {
      Commit commit(git);
      const git_oid oid = OidOf(tip);
      if (git.commit_lookup(&commit.commit, repository, &oid) < 0) {
        if (line.empty()) return git.Failure("its last commit cannot be read");
        cut_off = true;
        break;
      }
      line.push_back(tip);
      if (git.commit_parentcount(commit.commit) == 0) break;
      tip = IdOf(*git.commit_parent_id(commit.commit, 0));
    }
    std::reverse(line.begin(), line.end());
    return Status::Ok();
  }

  // Finds what the next commit changed.
  Status ReadCommit() {
    id = line[next_commit++];
    Commit commit(git);
    const git_oid oid = OidOf(id);
    if (git.commit_lookup(&commit.commit, repository, &oid) < 0)
      return git.Failure("a commit cannot be read");
    const GitId after = IdOf(*git.commit_tree_id(commit.commit));
    place = 0;
    const Status found = FindGitChanges(git, repository, tree, after, changes);
    tree = after;
    MURAGAT_RETURN_IF_ERROR(found);
    CountRenames();
    Describe(commit.commit);
    return Status::Ok();
  }

  void CountRenames() {
    std::map<GitId, const GitChange*> removed;
    for (const GitChange& change : changes) {
      if (!change.blob && change.before) removed.emplace(*change.before, &change);
    }
    if (removed.empty()) return;
    for (const GitChange& change : changes) {
      if (!change.blob || change.before) continue;
      const auto found = removed.find(*change.blob);
      if (found == removed.end()) continue;
      if (renames++ == 0) first_rename = VisibleText(found->second->path) + " to " + VisibleText(change.path);
    }
  }

  // What the states of a commit have in common.
  void Describe(git_commit* commit) {
    const char* const text = git.commit_message(commit);
    const std::string_view message = text == nullptr ? "" : text;
    const GitMessage read = ReadGitMessage(message);
    const git_signature* const by = git.commit_author(commit);
    const std::optional<ValidDate> named = options.date_of ? options.date_of(message) : read.valid;
    common = State();
    common.valid = named ? *named : ValidDate{Instant::FromUnixSeconds(by->when.time), Precision::kSecond};
    common.basis = named && !read.seen ? Basis::kInForce : Basis::kSeen;
    if (read.has_reform) common.reform = read.subject;
    const std::string name = WithoutControls(by->name), mail = WithoutControls(by->email);
    common.author = mail.empty() ? name : name + " <" + mail + ">";
    // The stream of `export --to git` has this name where it has no author.
    if (read.valid && common.author == "Muragat <muragat@localhost>") common.author.clear();
  }

  // The state of a change, or nothing where it is none that is read.
  Result<std::optional<State>> Understand(const GitChange& change) {
    if (options.select && !options.select(change.path)) return std::optional<State>();
    State state = common;
    if (FindInvalidUtf8(change.path)) return Status::InvalidArgument("its name is not UTF-8");
    MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(change.path));
    if (!change.blob) {
      if (skipped.erase(change.path) > 0) return std::optional<State>();
      return std::optional<State>(std::move(state));
    }
    const git_oid oid = OidOf(*change.blob);
    size_t size = 0;
    git_object_t type = GIT_OBJECT_ANY;
    if (git.odb_read_header(&size, &type, objects, &oid) < 0) return git.Failure("its bytes cannot be read");
    if (size > limits.max_capture_bytes) {
      return Status::InvalidArgument("it has " + std::to_string(size) + " bytes; at most " +
                                     std::to_string(limits.max_capture_bytes) + " are read");
    }
    git_blob* blob = nullptr;
    if (git.blob_lookup(&blob, repository, &oid) < 0) return git.Failure("its bytes cannot be read");
    const std::unique_ptr<git_blob, decltype(git.blob_free)> owner(blob, git.blob_free);
    const std::string_view bytes(static_cast<const char*>(git.blob_rawcontent(blob)), size);
    MURAGAT_ASSIGN_OR_RETURN(const bool is_text, ReadFile(change.path, bytes, state));
    if (is_text) return std::optional<State>(std::move(state));
    ++passed_over;
    skipped.insert(change.path);
    return std::optional<State>();
  }

  // Reads a file as its name says; false where it is no text.
  Result<bool> ReadFile(const std::string& path, std::string_view bytes, State& state) {
    const std::string_view type = MediaTypeOfName(path);
    const auto format = type.empty() ? Format::kMarkdown : FormatOfMediaType(type);
    if (!format || (*format == Format::kAkn && !LooksLikeAkn(bytes.substr(0, 4096)))) return false;
    state.capture.media_type = MediaTypeOf(*format);
    if (*format == Format::kHtml) {
      MURAGAT_ASSIGN_OR_RETURN(HtmlPage page, ReadHtml(bytes, options.html, limits));
      state.content = std::move(page.document);
    } else if (*format == Format::kAkn) {
      MURAGAT_ASSIGN_OR_RETURN(state.content, ReadDocument(*format, bytes, limits));
    } else {
      if (type.empty() && FindInvalidUtf8(bytes)) return false;
      MURAGAT_RETURN_IF_ERROR(CheckText(bytes, limits));
      state.content.emplace();
      MURAGAT_RETURN_IF_ERROR(CutDocument(*format, bytes, limits, *state.content));
      return true;
    }
    state.capture.bytes = bytes;
    return true;
  }

  const GitLibrary& git;
  GitOptions options;
  Limits limits;
  git_odb* objects = nullptr;
  git_repository* repository = nullptr;
  std::vector<GitId> line;  // the commits, oldest first
  size_t next_commit = 0;
  bool cut_off = false;       // before the oldest
  GitId id{};                 // of the commit that is read …
  std::optional<GitId> tree;  // … its tree …
  State common;               // … what its states have in common …
  std::vector<GitChange> changes;
  size_t place = 0;               // … and the next of its changes
  std::set<std::string> skipped;  // files that are there and are no text
  uint64_t passed_over = 0, renames = 0;
  std::string first_rename;
};

GitHistoryReader::GitHistoryReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GitHistoryReader::~GitHistoryReader() = default;

Result<std::unique_ptr<GitHistoryReader>> GitHistoryReader::Open(const GitPlace& place, GitOptions options,
                                                                 const Limits& limits) {
  MURAGAT_ASSIGN_OR_RETURN(const GitLibrary* const git, LoadGitLibrary());
  auto impl = std::make_unique<Impl>(*git, std::move(options), limits);
  MURAGAT_RETURN_IF_ERROR(impl->Open(place));
  return std::unique_ptr<GitHistoryReader>(new GitHistoryReader(std::move(impl)));
}

Result<bool> GitHistoryReader::ReadInto(StateOrReason& next) {
  Impl& impl = *impl_;
  while (true) {
    while (impl.place == impl.changes.size()) {
      if (impl.next_commit == impl.line.size()) return false;
      const Status read = impl.ReadCommit();
      next.place = "commit " + ShortName(impl.id);
      if (!read.ok()) {
        impl.changes.clear();
        next.state = read;
        return true;
      }
    }
    const GitChange& change = impl.changes[impl.place++];
    Result<std::optional<State>> state = impl.Understand(change);
    if (state.ok() && !*state) continue;
    next.place = "commit " + ShortName(impl.id) + ", " + VisibleText(change.path);
    next.state = state.ok() ? Result<State>(*std::move(*state)) : Result<State>(state.status());
    return true;
  }
}

std::string GitHistoryReader::PassedOver() const {
  std::string said;
  const auto add = [&said](const std::string& what) { said += (said.empty() ? "" : "; ") + what; };
  if (impl_->cut_off) add("the history is cut off before its first commit here");
  if (impl_->passed_over > 0) {
    add("passed over " + std::to_string(impl_->passed_over) + " states of files that are no text");
  }
  if (impl_->renames > 0) {
    add(std::to_string(impl_->renames) +
        " renamed files are each a removal and a new document (the first: " + impl_->first_rename + ")");
  }
  return said;
}

}  // namespace muragat::import
