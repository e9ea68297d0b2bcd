#include "tools/change_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "muragat/base/sha256.h"
#include "muragat/render/inline_text.h"
#include "muragat/store/change_log.h"
#include "tools/query.h"

namespace muragat::tools {
namespace {

constexpr size_t kMostPassages = 3;
constexpr size_t kHashDigits = 32;

class ChangeLister {
 public:
  ChangeLister(const Reader& reader, const ChangeRange& range, ProgressSink& progress)
      : reader_(reader), range_(range), progress_(progress) {}

  Result<std::vector<ListedChange>> Run() {
    MURAGAT_RETURN_IF_ERROR(ReadCommits());
    std::set<DocumentNumber> touched;
    MURAGAT_RETURN_IF_ERROR(reader_.VisitEditions([&](const EditionKey& key, const EditionRecord&) {
      if (IsIn(key.valid, key.recorded.commit)) touched.insert(key.document);
      return Status::Ok();
    }));
    MURAGAT_ASSIGN_OR_RETURN(const auto documents, SelectDocuments(reader_, range_.documents));
    uint64_t done = 0;
    for (const DocumentEntry& document : documents) {
      progress_.Report("documents", ++done, documents.size());
      if (progress_.Cancelled()) return Status::Cancelled("interrupted");
      if (touched.contains(document.number)) MURAGAT_RETURN_IF_ERROR(ReadDocument(document));
    }
    std::stable_sort(changes_.begin(), changes_.end(), [](const ListedChange& a, const ListedChange& b) {
      const uint64_t a_words = a.words_in + a.words_out, b_words = b.words_in + b.words_out;
      return a_words != b_words ? a_words > b_words : a.valid > b.valid;
    });
    return std::move(changes_);
  }

 private:
  Status ReadCommits() {
    MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader_.LastCommit());
    for (uint32_t i = 1; i <= last.value; ++i) {
      MURAGAT_ASSIGN_OR_RETURN(const CommitRecord commit, reader_.ReadCommit({i}));
      recorded_[{i}] = commit.recorded;
    }
    return Status::Ok();
  }

  bool IsIn(const ValidDate& valid, CommitNumber commit) const {
    const auto recorded = recorded_.find(commit);
    const Instant at = !range_.recorded              ? valid.first
                       : recorded == recorded_.end() ? Instant()
                                                     : recorded->second;
    return at >= range_.since && at <= range_.until;
  }

  Status ReadDocument(const DocumentEntry& document) {
    MURAGAT_ASSIGN_OR_RETURN(auto history, reader_.ReadHistory(document.number));
    const auto is_in = [&](const HistoryEntry& entry) {
      return !entry.corrected && IsIn(entry.edition.valid, entry.edition.recorded.commit);
    };
    const auto first = std::find_if(history.begin(), history.end(), is_in);
    if (first == history.end()) return Status::Ok();
    const auto last = std::find_if(history.rbegin(), history.rend(), is_in).base();
    const auto begin = static_cast<size_t>(first - history.begin());
    history.erase(last, history.end());
    return WalkChanges(reader_, history, begin, kLatestCommit, [&](const ChangeLogStep& step) {
      return is_in(step.entry) ? Take(document, step) : Status::Ok();
    });
  }

  Status Take(const DocumentEntry& document, const ChangeLogStep& step) {
    const Edition& edition = step.entry.edition;
    Reform reform;
    if (edition.reform.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(reform, reader_.ReadReform(edition.reform));
    }
    std::map<std::string, int> alike;  // changes of one edition that are the same in every word
    for (const SectionChange& change : step.change.sections) {
      ListedChange one;
      one.document = document.id;
      one.section = change.lineage;
      one.title = (change.newer != nullptr ? change.newer : change.older)->section.title;
      one.valid = edition.valid;
      one.reform = reform;
      one.commit = edition.recorded.commit;
      one.recorded = recorded_[edition.recorded.commit];
      one.kind = KindName(change.kind);
      one.heading = RenderChangeHeading(change);
      for (const ChangeEvent event : change.events) one.events.emplace_back(EventName(event));
      one.words_in = change.words_in;
      one.words_out = change.words_out;
      one.passages = FindPassages(change, kMostPassages, one.passages_left_out);
      std::string said;
      for (const std::string& part :
           {document.id, FormatDate(edition.valid), reform.title, change.older_text, change.newer_text})
        said += std::to_string(part.size()) + ":" + part;
      for (const std::string& event : one.events) said += event + ",";
      said += std::to_string(alike[said]++);
      one.hash = Sha256Hex(said).substr(0, kHashDigits);
      changes_.push_back(std::move(one));
    }
    return Status::Ok();
  }

  const Reader& reader_;
  const ChangeRange& range_;
  ProgressSink& progress_;
  std::map<CommitNumber, Instant> recorded_;
  std::vector<ListedChange> changes_;
};

}  // namespace

std::string ListedChange::Address() const { return FormatAddress(document, section); }

Result<std::vector<ListedChange>> ListChanges(const Reader& reader, const ChangeRange& range,
                                              ProgressSink& progress) {
  return ChangeLister(reader, range, progress).Run();
}

}  // namespace muragat::tools
