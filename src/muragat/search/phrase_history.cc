#include "muragat/search/phrase_history.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "muragat/search/section_stretches.h"
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

// Appends the intervals of one document. `sections`: those that may hold the phrase, under the lineages that
// they were recorded with; all where it is nothing.
Status FindInDocument(const Reader& reader, PhraseMatcher& matcher, DocumentNumber document,
                      const StretchOptions& options, std::vector<PhraseInterval>& intervals) {
  std::unordered_map<uint64_t, bool> known;  // by text: whether the phrase is in it
  const auto test = [&](const Edition&, const SectionRef& ref, const BroughtTexts&) -> Result<bool> {
    const uint64_t key = uint64_t{ref.section.value} << 32 | ref.ordinal.value;
    if (const auto found = known.find(key); found != known.end()) return found->second;
    MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader.ReadRevision({document, ref.section, ref.ordinal}));
    return known.emplace(key, matcher.IsIn(stored->text)).first->second;
  };
  MURAGAT_ASSIGN_OR_RETURN(const auto stretches, FindStretches(reader, document, options, test));
  for (const SectionStretch& one : stretches) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                             reader.ReadRevision({document, one.last.section, one.last.ordinal}));
    intervals.push_back(
        {document, one.section, one.from, one.to, one.reform_in, one.reform_out, stored->title});
  }
  return Status::Ok();
}

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
    StretchOptions options{.known_at = query.known_at};
    if (!all) {
      std::set<SectionNumber>& recorded = options.recorded.emplace();
      for (size_t i = begin; i < end; ++i) recorded.insert(places[i].section);
    }
    MURAGAT_RETURN_IF_ERROR(FindInDocument(reader, matcher, document, options, intervals));
  }
  return intervals;
}

}  // namespace muragat
