#include "muragat/search/phrase_history.h"

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <tuple>
#include <unordered_map>

#include "muragat/search/word_index.h"

namespace muragat {
namespace {

using Places = std::vector<SectionPlace>;

Places Common(const Places& a, const Places& b) {
  Places common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common;
}

// The sections that ever held all terms.
Result<Places> FindCandidates(const StoreView& view, const std::vector<Phrase::Term>& terms) {
  std::vector<Places> lists;
  for (const Phrase::Term& term : terms) {
    MURAGAT_ASSIGN_OR_RETURN(Places list, FindSections(view, term.word, term.prefix));
    if (list.empty()) return Places();
    lists.push_back(std::move(list));
  }
  std::sort(lists.begin(), lists.end(), [](const Places& a, const Places& b) { return a.size() < b.size(); });
  Places common = std::move(lists.front());
  for (size_t i = 1; i < lists.size() && !common.empty(); ++i) common = Common(common, lists[i]);
  return common;
}

// Walks the history of one document.
class DocumentPhrase {
 public:
  DocumentPhrase(const Reader& reader, PhraseMatcher& matcher, DocumentNumber document)
      : reader_(reader), matcher_(matcher), document_(document) {}

  // Appends the intervals of `sections` (under the lineages that they were recorded with), or of all.
  Status Find(std::span<const SectionPlace> sections, bool all, CommitNumber known_at,
              std::vector<PhraseInterval>& intervals) {
    MURAGAT_ASSIGN_OR_RETURN(aliases_, reader_.ReadAliases(document_, known_at));
    const auto visit = [&](const Edition& edition, bool corrected) {
      return corrected ? Status::Ok() : Step(edition, sections, all);
    };
    MURAGAT_RETURN_IF_ERROR(reader_.VisitHistory(document_, Instant::Last(), known_at, visit));
    for (const auto& [section, stretch] : open_) done_.push_back(stretch);
    std::sort(done_.begin(), done_.end(), [](const Stretch& a, const Stretch& b) {
      return std::tie(a.interval.section, a.interval.from) < std::tie(b.interval.section, b.interval.from);
    });
    for (Stretch& stretch : done_) {
      MURAGAT_ASSIGN_OR_RETURN(const auto stored, Read(stretch.last));
      stretch.interval.title = stored->title;
      intervals.push_back(std::move(stretch.interval));
    }
    return Status::Ok();
  }

 private:
  struct Stretch {
    PhraseInterval interval;
    SectionRef last;    // where the phrase was seen last …
    uint64_t step = 0;  // … and in which edition, by count
  };

  Status Step(const Edition& edition, std::span<const SectionPlace> sections, bool all) {
    ++step_;
    for (const SectionRef& ref : edition.sections) {
      if (!all && !std::binary_search(sections.begin(), sections.end(), SectionPlace{document_, ref.section}))
        continue;
      MURAGAT_ASSIGN_OR_RETURN(const bool is_in, IsIn(ref));
      if (!is_in) continue;
      const SectionNumber lineage = aliases_.Resolve(ref.section, edition.valid);
      const auto [place, is_new] = open_.try_emplace(lineage);
      if (is_new) place->second.interval = Begin(lineage, edition);
      place->second.last = ref;
      place->second.step = step_;
    }
    for (auto at = open_.begin(); at != open_.end();) {
      Stretch& stretch = at->second;
      if (stretch.step == step_) {
        ++at;
        continue;
      }
      stretch.interval.to = edition.valid;
      stretch.interval.reform_out = edition.reform;
      // What came and went on the same day was never the text.
      if (stretch.interval.from.first < edition.valid.first) done_.push_back(std::move(stretch));
      at = open_.erase(at);
    }
    return Status::Ok();
  }

  // An interval that begins now; one that ended at the same instant goes on.
  PhraseInterval Begin(SectionNumber lineage, const Edition& edition) {
    for (auto at = done_.rbegin(); at != done_.rend(); ++at) {
      if (at->interval.to->first != edition.valid.first) break;
      if (at->interval.section != lineage) continue;
      PhraseInterval interval = std::move(at->interval);
      done_.erase(std::next(at).base());
      interval.to.reset();
      interval.reform_out = {};
      return interval;
    }
    PhraseInterval interval;
    interval.document = document_;
    interval.section = lineage;
    interval.from = edition.valid;
    interval.reform_in = edition.reform;
    return interval;
  }

  Result<std::shared_ptr<const StoredText>> Read(const SectionRef& ref) const {
    return reader_.ReadRevision({document_, ref.section, ref.ordinal});
  }

  Result<bool> IsIn(const SectionRef& ref) {
    const uint64_t key = uint64_t{ref.section.value} << 32 | ref.ordinal.value;
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    MURAGAT_ASSIGN_OR_RETURN(const auto stored, Read(ref));
    return known_.emplace(key, matcher_.IsIn(stored->text)).first->second;
  }

  const Reader& reader_;
  PhraseMatcher& matcher_;
  DocumentNumber document_;
  LineageAliases aliases_;
  uint64_t step_ = 0;
  std::map<SectionNumber, Stretch> open_;  // by lineage
  std::vector<Stretch> done_;
  std::unordered_map<uint64_t, bool> known_;  // by text: whether the phrase is in it
};

}  // namespace

Result<std::vector<PhraseInterval>> FindPhrase(const Reader& reader, const PhraseQuery& query,
                                               ProgressSink& progress) {
  std::vector<PhraseInterval> intervals;
  MURAGAT_ASSIGN_OR_RETURN(const bool indexed, IsIndexWhole(reader));
  const std::vector<Phrase::Term> needed = NeededTerms(query.phrase);
  const bool all = needed.empty() || !indexed;
  Places places;
  if (all) {
    MURAGAT_ASSIGN_OR_RETURN(const auto documents, reader.ListDocuments());
    for (const DocumentEntry& document : documents) places.push_back({document.number, {}});
  } else {
    MURAGAT_ASSIGN_OR_RETURN(places, FindCandidates(reader.view(), needed));
  }
  PhraseMatcher matcher(query.phrase);
  for (size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    const DocumentNumber document = places[begin].document;
    for (end = begin; end < places.size() && places[end].document == document;) ++end;
    progress.Report("sections", end, places.size());
    if (progress.Cancelled()) return Status::Cancelled("interrupted");
    if (query.document) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string id, reader.ReadDocumentId(document));
      if (!query.document(id)) continue;
    }
    DocumentPhrase walk(reader, matcher, document);
    MURAGAT_RETURN_IF_ERROR(
        walk.Find(std::span(places).subspan(begin, end - begin), all, query.known_at, intervals));
  }
  return intervals;
}

}  // namespace muragat
