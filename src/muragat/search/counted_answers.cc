#include "muragat/search/counted_answers.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "muragat/search/sorted_runs.h"
#include "muragat/search/word_index.h"

namespace muragat {
namespace {

constexpr size_t kManyPlaces = 4096;  // after which somebody may want to stop

// How often a term is in the text of a section that stands.
struct Count {
  SectionPlace place;
  int32_t count = 0;
};

bool IsBefore(const Count& a, const Count& b) { return a.place < b.place; }

// Sorts counts, which are sorted from each of `runs` up to the next, and adds up those of one section.
void AddUp(std::vector<Count>& counts, std::vector<size_t> runs) {
  MergeRuns(counts, std::move(runs), IsBefore);
  size_t kept = 0;
  for (size_t i = 0; i < counts.size();) {
    Count sum = counts[i];
    for (++i; i < counts.size() && counts[i].place == sum.place; ++i) sum.count += counts[i].count;
    if (sum.count > 0) counts[kept++] = sum;
  }
  counts.resize(kept);
}

// The sections where a part of a question may have an answer; nothing: everywhere.
using Places = std::optional<std::vector<SectionPlace>>;

class Counter {
 public:
  Counter(const Reader& reader, QueryMatcher& matcher, StandingTexts& texts, ProgressSink& progress)
      : reader_(reader), matcher_(matcher), texts_(texts), progress_(progress) {}

  Result<std::vector<uint64_t>> Run(
      const std::function<Status(const CountedAnswer&, const StandingTexts::Document&)>& visit) {
    const SearchQuery& query = matcher_.query();
    MURAGAT_ASSIGN_OR_RETURN(languages_, ReadLanguages(reader_.view()));
    for (const SearchQuery::Term& term : query.terms) MURAGAT_RETURN_IF_ERROR(CountTerm(term));
    Places places = PlacesOf(query.root);
    if (!places) {
      MURAGAT_ASSIGN_OR_RETURN(places, AllPlaces());
    }
    std::vector<size_t> next(query.terms.size());
    CountedAnswer answer;
    answer.counts.resize(query.terms.size());
    for (const SectionPlace& place : *places) {
      answer.place = place;
      for (size_t term = 0; term < counts_.size(); ++term) {
        const std::vector<Count>& counts = counts_[term];
        size_t& at = next[term];
        while (at < counts.size() && counts[at].place < place) ++at;
        const bool is_there = at < counts.size() && counts[at].place == place;
        answer.counts[term] = is_there ? static_cast<uint32_t>(counts[at].count) : 0;
      }
      if (!matcher_.Holds(answer.counts)) continue;
      MURAGAT_ASSIGN_OR_RETURN(const auto* document, texts_.Find(place.document));
      answer.ref = *texts_.FindSection(*document, place.section);
      MURAGAT_ASSIGN_OR_RETURN(answer.words, texts_.CountWords(place, answer.ref.ordinal));
      MURAGAT_RETURN_IF_ERROR(visit(answer, *document));
    }
    std::vector<uint64_t> holding;
    for (const std::vector<Count>& counts : counts_) holding.push_back(counts.size());
    return holding;
  }

 private:
  // Whether a word of the index counts for the term, by language.
  std::vector<bool> Fits(std::string_view word) const {
    std::vector<bool> fits;
    for (const WordRule& rule : rules_) fits.push_back(rule.Fits(word));
    return fits;
  }

  Status CountTerm(const SearchQuery::Term& term) {
    const Phrase::Term& word = term.phrase.terms.front();
    rules_.clear();
    std::string_view beginning = word.word;
    bool others = word.prefix;
    for (const std::string& language : languages_) {
      rules_.push_back(matcher_.RulesOf(term, language).front());
      others = others || rules_.back().IsBeginning() || rules_.back().beginning() != word.word;
    }
    for (const WordRule& rule : rules_) {
      if (rule.beginning().size() < beginning.size()) beginning = rule.beginning();
    }
    std::vector<Count>& counts = counts_.emplace_back();
    std::vector<size_t> runs;
    std::string last;
    std::vector<bool> fits;
    MURAGAT_RETURN_IF_ERROR(VisitLists(
        reader_.view(), beginning, others, [&](std::string_view indexed, std::string_view list) -> Status {
          if (fits.empty() || indexed != last) {
            last = indexed;
            fits = indexed.empty() ? std::vector<bool>(languages_.size()) : Fits(indexed);
          }
          if (std::find(fits.begin(), fits.end(), true) == fits.end()) return Status::Ok();
          runs.push_back(counts.size());
          return CountList(list, fits, counts);
        }));
    AddUp(counts, std::move(runs));
    return Status::Ok();
  }

  // Of a list what has a part in a text that stands.
  Status CountList(std::string_view list, const std::vector<bool>& fits, std::vector<Count>& counts) {
    PostingsReader reader(list);
    Posting posting;
    DocumentNumber last;
    StandingTexts::Document document;
    bool speaks = false;
    for (size_t read = 1; reader.Next(posting); ++read) {
      if (read % kManyPlaces == 0 && progress_.Cancelled()) return Status::Cancelled("interrupted");
      if (posting.place.document != last) {
        last = posting.place.document;
        MURAGAT_ASSIGN_OR_RETURN(const auto* found, texts_.Find(last));
        document = *found;
        speaks = document.begin != document.end && Speaks(texts_.LanguageOf(document), fits);
      }
      if (!speaks) continue;
      const SectionRef* ref = texts_.FindSection(document, posting.place.section);
      if (ref != nullptr && posting.ordinal <= ref->ordinal)
        counts.push_back({posting.place, posting.change});
    }
    return reader.status();
  }

  bool Speaks(const std::string& language, const std::vector<bool>& fits) const {
    const auto known = std::find(languages_.begin(), languages_.end(), language);
    return known != languages_.end() && fits[static_cast<size_t>(known - languages_.begin())];
  }

  Places PlacesOf(const SearchQuery::Node& node) const {
    using Kind = SearchQuery::Node::Kind;
    if (node.kind == Kind::kNot) return std::nullopt;
    if (node.kind == Kind::kTerm) {
      std::vector<SectionPlace> places;
      for (const Count& count : counts_[node.term]) places.push_back(count.place);
      return places;
    }
    const bool all = node.kind == Kind::kAll;
    Places joined = all ? std::nullopt : Places(std::in_place);
    for (const SearchQuery::Node& child : node.children) {
      Places places = PlacesOf(child);
      if (!joined || !places) {
        if (all == !joined) joined = std::move(places);
        if (!all && !joined) return std::nullopt;
        continue;
      }
      std::vector<SectionPlace> both;
      if (all) {
        std::set_intersection(joined->begin(), joined->end(), places->begin(), places->end(),
                              std::back_inserter(both));
      } else {
        std::set_union(joined->begin(), joined->end(), places->begin(), places->end(),
                       std::back_inserter(both));
      }
      joined = std::move(both);
    }
    return joined;
  }

  Result<Places> AllPlaces() {
    MURAGAT_ASSIGN_OR_RETURN(const auto documents, reader_.ListDocuments());
    Places places(std::in_place);
    for (const DocumentEntry& entry : documents) {
      MURAGAT_ASSIGN_OR_RETURN(const auto* document, texts_.Find(entry.number));
      for (const SectionRef& ref : texts_.SectionsOf(*document))
        places->push_back({entry.number, ref.section});
    }
    std::sort(places->begin(), places->end());
    return places;
  }

  const Reader& reader_;
  QueryMatcher& matcher_;
  StandingTexts& texts_;
  ProgressSink& progress_;
  std::vector<std::string> languages_;
  std::vector<WordRule> rules_;             // of the term that is being counted, by language
  std::vector<std::vector<Count>> counts_;  // by term, sorted
};

}  // namespace

bool IsCounted(const SearchQuery& query) {
  return std::all_of(query.terms.begin(), query.terms.end(), [](const SearchQuery::Term& term) {
    const bool is_word =
        term.field == SearchField::kText && term.glob.empty() && term.phrase.terms.size() == 1;
    return is_word && term.phrase.terms.front().word.size() < kIndexedWordBytes;
  });
}

Result<std::vector<uint64_t>> VisitCountedAnswers(
    const Reader& reader, QueryMatcher& matcher, StandingTexts& texts, ProgressSink& progress,
    const std::function<Status(const CountedAnswer&, const StandingTexts::Document&)>& visit) {
  return Counter(reader, matcher, texts, progress).Run(visit);
}

}  // namespace muragat
