#include "muragat/search/phrase_history.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "muragat/search/section_stretches.h"
#include "muragat/search/text_runs.h"
#include "muragat/search/word_index.h"
#include "muragat/store/section_walk.h"

namespace muragat {
namespace {

// Finds the intervals of one document after the other.
class DocumentFinder {
 public:
  DocumentFinder(const Reader& reader, const PhraseQuery& query)
      : reader_(reader), query_(query), matcher_(query.phrase), walk_(reader) {
    if (query_.sketches != nullptr) query_.sketches->BeginPhrase(reader);
  }

  // The texts that may hold the phrase, by the index.
  Result<std::vector<TextRun>> FindRuns(const std::vector<Phrase::Term>& needed) {
    if (query_.sketches == nullptr || matcher_.groups().empty()) return FindTextRuns(reader_.view(), needed);
    return FindTextRuns(reader_.view(), needed, [&](const TextRun& run) { return MayHold(run); });
  }

  // Appends those of the texts in `runs`, which are one document's. `counted`: they all hold the phrase.
  Status FindIn(std::span<const TextRun> runs, bool counted, std::vector<PhraseInterval>& intervals) {
    texts_.clear();
    bool any = false;
    StretchOptions options{.known_at = query_.known_at};
    std::vector<SectionNumber>& recorded = options.recorded.emplace();
    for (size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
      const SectionPlace place = runs[begin].place;
      for (end = begin; end < runs.size() && runs[end].place == place;) ++end;
      const auto texts = runs.subspan(begin, end - begin);
      bool is_there = counted;
      if (!counted) MURAGAT_RETURN_IF_ERROR(LookAt(place, texts, is_there));
      if (is_there) recorded.push_back(place.section);
      any = any || is_there;
    }
    if (!any) return Status::Ok();
    const DocumentNumber document = runs.front().place.document;
    if (!counted) {
      return FindStanding(document, options, intervals,
                          [&](const SectionRef& ref) { return Holds(document, ref, false); });
    }
    return FindStanding(document, options, intervals, [&](const SectionRef& ref) -> Result<bool> {
      return IsInRuns(RunsOf(runs, ref.section), ref.ordinal);
    });
  }

  // Appends those of all sections of a document.
  Status FindInAll(DocumentNumber document, std::vector<PhraseInterval>& intervals) {
    texts_.clear();
    return FindStanding(document, {.known_at = query_.known_at}, intervals,
                        [&](const SectionRef& ref) { return Holds(document, ref, true); });
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

  static std::span<const TextRun> RunsOf(std::span<const TextRun> runs, SectionNumber section) {
    const auto of_section =
        std::equal_range(runs.begin(), runs.end(), TextRun{{runs.front().place.document, section}},
                         [](const TextRun& a, const TextRun& b) { return a.place < b.place; });
    return {of_section.first, of_section.second};
  }

  // Whether one of the texts may hold the phrase, as far as they are sketched.
  bool MayHold(const TextRun& run) const {
    return query_.sketches == nullptr ||
           query_.sketches->MayAnyHold(run.place, run.begin, run.end, matcher_.groups());
  }

  // Looks into the texts of a section that are in `runs`; `any`: it may be in one of them.
  Status LookAt(const SectionPlace& place, std::span<const TextRun> runs, bool& any) {
    TextSketches* const sketches = query_.sketches;
    const auto may_hold = [&](const TextRun& run) { return MayHold(run); };
    if (std::none_of(runs.begin(), runs.end(), may_hold)) return Status::Ok();
    uint32_t texts = 0;
    MURAGAT_RETURN_IF_ERROR(walk_.VisitSome(
        place.document, place.section,
        [&](Ordinal ordinal) {
          texts = ordinal.value + 1;
          return IsInRuns(runs, ordinal) &&
                 (sketches == nullptr || sketches->MayHold(place, ordinal, matcher_.groups()));
        },
        [&](Ordinal ordinal, std::optional<std::string_view> text) {
          const bool holds = text && IsIn(*text, place, ordinal);
          if (text && !holds) return;
          any = true;
          texts_.push_back({KeyOf({place.section, ordinal}), text ? kHolds : kUnknown});
        }));
    if (sketches != nullptr) sketches->AddCount(place, texts);
    return Status::Ok();
  }

  // Whether the phrase is in a text, which is sketched while it is at hand.
  bool IsIn(std::string_view text, const SectionPlace& place, Ordinal ordinal) {
    TextSketches* const sketches = query_.sketches;
    if (sketches == nullptr || sketches->is_full() || sketches->Knows(place, ordinal))
      return matcher_.IsIn(text);
    groups_.clear();
    const bool is_in = matcher_.IsIn(text, groups_);
    sketches->Add(place, ordinal, groups_);
    return is_in;
  }

  // What is not among `texts_` is looked at, or with `look` false holds it not.
  Result<bool> Holds(DocumentNumber document, const SectionRef& ref, bool look) {
    const uint64_t key = KeyOf(ref);
    auto text = std::lower_bound(texts_.begin(), texts_.end(), key,
                                 [](const Text& one, uint64_t wanted) { return one.key < wanted; });
    if (text == texts_.end() || text->key != key) {
      if (!look) return false;
      text = texts_.insert(text, {key, kUnknown});
    }
    if (text->known == kUnknown) {
      MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader_.ReadRevision({document, ref.section, ref.ordinal}));
      text->known = matcher_.IsIn(stored->text) ? kHolds : kHoldsNot;
    }
    return text->known == kHolds;
  }

  template <typename Test>
  Status FindStanding(DocumentNumber document, const StretchOptions& options,
                      std::vector<PhraseInterval>& intervals, const Test& holds) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stretches,
                             FindStretches(reader_, document, options,
                                           [&](const Edition&, const SectionRef& ref, const BroughtTexts&) {
                                             return holds(ref);
                                           }));
    for (const SectionStretch& one : stretches) {
      MURAGAT_ASSIGN_OR_RETURN(std::string title,
                               reader_.ReadTitle({document, one.last.section, one.last.ordinal}));
      intervals.push_back(
          {document, one.section, one.from, one.to, one.reform_in, one.reform_out, std::move(title)});
    }
    return Status::Ok();
  }

  const Reader& reader_;
  const PhraseQuery& query_;
  PhraseMatcher matcher_;
  SectionWalk walk_;
  std::vector<Text> texts_;        // of the document that is being looked at, sorted
  std::vector<WordGroup> groups_;  // of a text; its memory is kept
};

}  // namespace

Result<std::vector<PhraseInterval>> FindPhrase(const Reader& reader, const PhraseQuery& query,
                                               ProgressSink& progress) {
  std::vector<PhraseInterval> intervals;
  MURAGAT_ASSIGN_OR_RETURN(const bool indexed, IsIndexWhole(reader));
  const std::vector<Phrase::Term> needed = NeededTerms(query.phrase);
  const bool all = needed.empty() || !indexed, counted = IsCounted(query.phrase);
  DocumentFinder finder(reader, query);
  std::vector<TextRun> runs;
  if (all) {
    MURAGAT_ASSIGN_OR_RETURN(const auto documents, reader.ListDocuments());
    for (const DocumentEntry& document : documents) runs.push_back({{document.number, {}}, 0, 0});
  } else {
    MURAGAT_ASSIGN_OR_RETURN(runs, finder.FindRuns(needed));
  }
  for (size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
    const DocumentNumber document = runs[begin].place.document;
    for (end = begin; end < runs.size() && runs[end].place.document == document;) ++end;
    progress.Report("sections", end, runs.size());
    if (progress.Cancelled()) return Status::Cancelled("interrupted");
    if (query.document) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string id, reader.ReadDocumentId(document));
      if (!query.document(id)) continue;
    }
    MURAGAT_RETURN_IF_ERROR(
        all ? finder.FindInAll(document, intervals)
            : finder.FindIn(std::span(runs).subspan(begin, end - begin), counted, intervals));
  }
  return intervals;
}

}  // namespace muragat
