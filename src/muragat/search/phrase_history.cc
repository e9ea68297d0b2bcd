#include "muragat/search/phrase_history.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "muragat/search/section_stretches.h"
#include "muragat/search/word_index.h"
#include "muragat/store/section_walk.h"

namespace muragat {
namespace {

using Places = std::vector<SectionPlace>;

constexpr size_t kLookCost =
    512;  // bytes of lists that take as long to read as a section's texts to look through

// The lists of a term, as they are stored.
struct TermLists {
  std::vector<std::string> lists;
  size_t size_bytes = 0;
};

// Leaves of `places` those that are in one of the lists.
Status KeepCommon(const std::vector<std::string>& lists, Places& places) {
  std::vector<bool> is_there(places.size());
  for (const std::string& list : lists) {
    PostingsReader reader(list);
    Posting posting;
    size_t at = 0;
    while (at < places.size() && reader.Next(posting)) {
      while (at < places.size() && places[at] < posting.place) ++at;
      if (at < places.size() && places[at] == posting.place) is_there[at] = true;
    }
    MURAGAT_RETURN_IF_ERROR(reader.status());
  }
  size_t kept = 0;
  for (size_t i = 0; i < places.size(); ++i) {
    if (is_there[i]) places[kept++] = places[i];
  }
  places.resize(kept);
  return Status::Ok();
}

// Sections that ever held all terms, and few others.
Result<Places> FindCandidates(const StoreView& view, const std::vector<Phrase::Term>& terms) {
  std::vector<TermLists> found(terms.size());
  for (size_t i = 0; i < terms.size(); ++i) {
    MURAGAT_RETURN_IF_ERROR(
        VisitLists(view, terms[i].word, terms[i].prefix, [&](std::string_view, std::string_view list) {
          found[i].lists.emplace_back(list);
          found[i].size_bytes += list.size();
          return Status::Ok();
        }));
    if (found[i].lists.empty()) return Places();
  }
  std::sort(found.begin(), found.end(),
            [](const TermLists& a, const TermLists& b) { return a.size_bytes < b.size_bytes; });
  Places places;
  for (const std::string& list : found.front().lists) MURAGAT_RETURN_IF_ERROR(DecodePlaces(list, places));
  SortPlaces(places);
  for (size_t i = 1; i < found.size(); ++i) {
    if (found[i].size_bytes > places.size() * kLookCost) break;  // it is cheaper to look
    MURAGAT_RETURN_IF_ERROR(KeepCommon(found[i].lists, places));
  }
  return places;
}

// Finds the intervals of one document after the other.
class DocumentFinder {
 public:
  DocumentFinder(const Reader& reader, const PhraseQuery& query)
      : reader_(reader), query_(query), matcher_(query.phrase), walk_(reader) {}

  // Appends those of the sections `places`, which are one document's.
  Status FindIn(std::span<const SectionPlace> places, std::vector<PhraseInterval>& intervals) {
    bool any = false;
    texts_.clear();
    StretchOptions options{.known_at = query_.known_at};
    std::vector<SectionNumber>& recorded = options.recorded.emplace();
    for (const SectionPlace& place : places) {
      bool is_there = false;
      MURAGAT_RETURN_IF_ERROR(walk_.Visit(
          place.document, place.section, [&](Ordinal ordinal, std::optional<std::string_view> text) {
            const bool holds = !text || matcher_.IsIn(*text);
            if (!text || holds) is_there = true;
            texts_.push_back({KeyOf({place.section, ordinal}), text ? holds ? kHolds : kHoldsNot : kUnknown});
          }));
      if (is_there) recorded.push_back(place.section);
      any = any || is_there;
    }
    return any ? FindStanding(places.front().document, options, intervals) : Status::Ok();
  }

  // Appends those of all sections of a document.
  Status FindInAll(DocumentNumber document, std::vector<PhraseInterval>& intervals) {
    texts_.clear();
    return FindStanding(document, {.known_at = query_.known_at}, intervals);
  }

 private:
  enum Known : uint8_t { kUnknown, kHolds, kHoldsNot };
  struct Text {
    uint64_t key;
    Known known;
  };
  static uint64_t KeyOf(const SectionRef& ref) {
    return uint64_t{ref.section.value} << 32 | ref.ordinal.value;
  }

  Result<bool> Holds(DocumentNumber document, const SectionRef& ref) {
    const uint64_t key = KeyOf(ref);
    auto text = std::lower_bound(texts_.begin(), texts_.end(), key,
                                 [](const Text& one, uint64_t wanted) { return one.key < wanted; });
    if (text == texts_.end() || text->key != key) text = texts_.insert(text, {key, kUnknown});
    if (text->known == kUnknown) {
      MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader_.ReadRevision({document, ref.section, ref.ordinal}));
      text->known = matcher_.IsIn(stored->text) ? kHolds : kHoldsNot;
    }
    return text->known == kHolds;
  }

  Status FindStanding(DocumentNumber document, const StretchOptions& options,
                      std::vector<PhraseInterval>& intervals) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stretches,
                             FindStretches(reader_, document, options,
                                           [&](const Edition&, const SectionRef& ref, const BroughtTexts&) {
                                             return Holds(document, ref);
                                           }));
    for (const SectionStretch& one : stretches) {
      MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                               reader_.ReadRevision({document, one.last.section, one.last.ordinal}));
      intervals.push_back(
          {document, one.section, one.from, one.to, one.reform_in, one.reform_out, stored->title});
    }
    return Status::Ok();
  }

  const Reader& reader_;
  const PhraseQuery& query_;
  PhraseMatcher matcher_;
  SectionWalk walk_;
  std::vector<Text> texts_;  // of the document that is being looked at, sorted
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
  DocumentFinder finder(reader, query);
  for (size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    const DocumentNumber document = places[begin].document;
    for (end = begin; end < places.size() && places[end].document == document;) ++end;
    progress.Report("sections", end, places.size());
    if (progress.Cancelled()) return Status::Cancelled("interrupted");
    if (query.document) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string id, reader.ReadDocumentId(document));
      if (!query.document(id)) continue;
    }
    MURAGAT_RETURN_IF_ERROR(all ? finder.FindInAll(document, intervals)
                                : finder.FindIn(std::span(places).subspan(begin, end - begin), intervals));
  }
  return intervals;
}

}  // namespace muragat
