#include "muragat/search/search.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "muragat/search/counted_answers.h"
#include "muragat/search/query_places.h"
#include "muragat/search/ranking.h"
#include "muragat/search/section_stretches.h"
#include "muragat/search/word_index.h"
#include "muragat/text/glob.h"

namespace muragat {
namespace {

struct Counted {
  std::vector<uint32_t> counts;  // by term
  uint32_t words = 0;
};

// Compares the sections of one document with the question.
class DocumentAnswers {
 public:
  DocumentAnswers(const Reader& reader, QueryMatcher& matcher, DocumentNumber document, std::string id)
      : reader_(reader), matcher_(matcher), document_(document), id_(std::move(id)) {}

  // How often each term is in a section of an edition.
  Result<Counted> Count(const std::string& language, const SectionRef& ref, ReformNumber brought_by) {
    MURAGAT_ASSIGN_OR_RETURN(Counted counted, CountText(language, ref));
    const SearchQuery& query = matcher_.query();
    if (query.Asks(SearchField::kDocument)) matcher_.Count(SearchField::kDocument, id_, {}, counted.counts);
    for (size_t i = 0; i < query.terms.size(); ++i) {
      if (!query.terms[i].glob.empty()) counted.counts[i] = MatchesGlob(query.terms[i].glob, id_) ? 1 : 0;
    }
    if (query.Asks(SearchField::kReform) && brought_by.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string* title, TitleOf(brought_by));
      matcher_.Count(SearchField::kReform, *title, {}, counted.counts);
    }
    return counted;
  }

  bool Holds(const Counted& counted) const { return matcher_.Holds(counted.counts); }

  // The stretches in which sections answer.
  Result<std::vector<SectionStretch>> Stretches(StretchOptions options) {
    options.brought = matcher_.query().Asks(SearchField::kReform);
    return FindStretches(
        reader_, document_, options,
        [&](const Edition& edition, const SectionRef& ref, const BroughtTexts& brought) -> Result<bool> {
          const ReformNumber by = options.brought ? brought.Of(ref.section) : ReformNumber{};
          MURAGAT_ASSIGN_OR_RETURN(const Counted counted, Count(edition.language, ref, by));
          return Holds(counted);
        });
  }

 private:
  Result<Counted> CountText(const std::string& language, const SectionRef& ref) {
    if (language != language_) known_.clear();
    language_ = language;
    const uint64_t key = uint64_t{ref.section.value} << 32 | ref.ordinal.value;
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader_.ReadRevision({document_, ref.section, ref.ordinal}));
    Counted counted;
    counted.counts.resize(matcher_.query().terms.size());
    counted.words = matcher_.Count(SearchField::kText, stored->text, language, counted.counts);
    if (matcher_.query().Asks(SearchField::kHeading)) {
      const std::string_view heading = std::string_view(stored->text).substr(0, stored->heading_bytes);
      matcher_.Count(SearchField::kHeading, heading, language, counted.counts);
    }
    return known_.emplace(key, std::move(counted)).first->second;
  }

  Result<const std::string*> TitleOf(ReformNumber reform) {
    const auto [place, is_new] = titles_.try_emplace(reform);
    if (is_new) {
      MURAGAT_ASSIGN_OR_RETURN(Reform read, reader_.ReadReform(reform));
      place->second = std::move(read.title);
    }
    return const_cast<const std::string*>(&place->second);
  }

  const Reader& reader_;
  QueryMatcher& matcher_;
  DocumentNumber document_;
  std::string id_;
  std::string language_;                         // of what is known …
  std::unordered_map<uint64_t, Counted> known_;  // … by text
  std::map<ReformNumber, std::string> titles_;
};

class Searcher {
 public:
  Searcher(const Reader& reader, const SearchRequest& request, ProgressSink& progress)
      : reader_(reader), request_(request), progress_(progress), matcher_(request.query, request.match) {}

  Result<SearchAnswer> Run() {
    QueryPlaces places{.set = PlaceSet::Everything(), .sections = {}};
    places.sections.resize(request_.query.terms.size());
    MURAGAT_ASSIGN_OR_RETURN(const bool indexed, IsIndexWhole(reader_));
    if (indexed && request_.at && IsCounted(request_.query)) return Count();
    if (indexed) {
      MURAGAT_ASSIGN_OR_RETURN(places, FindPlaces(reader_, matcher_));
    }
    if (places.set.all) {
      MURAGAT_ASSIGN_OR_RETURN(const auto documents, reader_.ListDocuments());
      for (const DocumentEntry& document : documents) places.set.places.push_back({document.number, {}});
    }
    ranking_.emplace(std::move(places.sections));
    MURAGAT_RETURN_IF_ERROR(Visit(places.set.places));
    return Best();
  }

 private:
  Status Visit(const std::vector<SectionPlace>& places) {
    const bool asks_id = request_.document || request_.query.Asks(SearchField::kDocument);
    for (size_t begin = 0, end = 0; begin < places.size(); begin = end) {
      const DocumentNumber document = places[begin].document;
      for (end = begin; end < places.size() && places[end].document == document;) ++end;
      progress_.Report("sections", end, places.size());
      if (progress_.Cancelled()) return Status::Cancelled("interrupted");
      std::string id;
      if (asks_id) {
        MURAGAT_ASSIGN_OR_RETURN(id, reader_.ReadDocumentId(document));
        if (request_.document && !request_.document(id)) continue;
      }
      DocumentAnswers answers(reader_, matcher_, document, std::move(id));
      const auto sections = std::span(places).subspan(begin, end - begin);
      MURAGAT_RETURN_IF_ERROR(request_.at ? AddStanding(answers, document, sections)
                                          : AddStretches(answers, document, sections));
    }
    return Status::Ok();
  }

  static bool IsAsked(std::span<const SectionPlace> sections, SectionNumber section) {
    return sections.front().section.value == 0 ||
           std::binary_search(sections.begin(), sections.end(),
                              SectionPlace{sections.front().document, section});
  }

  Status AddStanding(DocumentAnswers& answers, DocumentNumber document,
                     std::span<const SectionPlace> sections) {
    MURAGAT_ASSIGN_OR_RETURN(const auto edition,
                             reader_.FindUntitled(document, *request_.at, request_.known_at));
    if (!edition || edition->removed) return Status::Ok();
    BroughtTexts brought;
    if (request_.query.Asks(SearchField::kReform)) {
      MURAGAT_RETURN_IF_ERROR(reader_.VisitHistory(document, *request_.at, request_.known_at,
                                                   [&](const Edition& one, bool corrected) {
                                                     if (!corrected) brought.Step(one);
                                                     return Status::Ok();
                                                   }));
    }
    for (const SectionRef& ref : edition->sections) {
      if (!IsAsked(sections, ref.section)) continue;
      MURAGAT_ASSIGN_OR_RETURN(const Counted counted,
                               answers.Count(edition->language, ref, brought.Of(ref.section)));
      if (!answers.Holds(counted)) continue;
      SearchHit hit;
      hit.document = document;
      hit.section = ref.section;  // until it is completed
      hit.from = edition->valid;
      hit.text = ref;
      hit.language = edition->language;
      Add(std::move(hit), counted);
    }
    return Status::Ok();
  }

  Status AddStretches(DocumentAnswers& answers, DocumentNumber document,
                      std::span<const SectionPlace> sections) {
    StretchOptions options{.known_at = request_.known_at};
    if (sections.front().section.value != 0) {
      std::vector<SectionNumber>& recorded = options.recorded.emplace();
      for (const SectionPlace& place : sections) recorded.push_back(place.section);
    }
    MURAGAT_ASSIGN_OR_RETURN(auto stretches, answers.Stretches(std::move(options)));
    for (SectionStretch& one : stretches) {
      MURAGAT_ASSIGN_OR_RETURN(const Counted counted, answers.Count(one.language, one.last, {}));
      SearchHit hit;
      hit.document = document;
      Take(std::move(one), hit);
      Add(std::move(hit), counted);
    }
    return Status::Ok();
  }

  static void Take(SectionStretch stretch, SearchHit& hit) {
    hit.section = stretch.section;
    hit.from = stretch.from;
    hit.to = stretch.to;
    hit.reform_in = stretch.reform_in;
    hit.reform_out = stretch.reform_out;
    hit.text = stretch.last;
    hit.language = std::move(stretch.language);
  }

  void Add(SearchHit hit, const Counted& counted) {
    ranking_->Add(counted.counts, counted.words);
    hits_.push_back(std::move(hit));
  }

  // Answers from the index alone.
  Result<SearchAnswer> Count() {
    std::optional<StandingTexts> own;
    StandingTexts* texts = request_.standing;
    if (texts == nullptr || !texts->IsOf(reader_, *request_.at, request_.known_at))
      texts = &own.emplace(reader_, *request_.at, request_.known_at);
    ranking_.emplace(std::vector<uint64_t>(request_.query.terms.size()));
    std::vector<std::pair<DocumentNumber, SectionRef>> found;
    bool is_asked = true;
    DocumentNumber last;
    const auto visit = [&](const CountedAnswer& answer, const StandingTexts::Document&) -> Status {
      if (request_.document && answer.place.document != last) {
        MURAGAT_ASSIGN_OR_RETURN(const std::string id, reader_.ReadDocumentId(answer.place.document));
        is_asked = request_.document(id);
        last = answer.place.document;
      }
      if (!is_asked) return Status::Ok();
      ranking_->Add(answer.counts, answer.words);
      found.emplace_back(answer.place.document, answer.ref);
      return Status::Ok();
    };
    MURAGAT_ASSIGN_OR_RETURN(auto holding, VisitCountedAnswers(reader_, matcher_, *texts, progress_, visit));
    ranking_->set_sections(std::move(holding));
    const std::vector<double> scores = ranking_->Scores();
    SearchAnswer answer;
    answer.count = found.size();
    for (const size_t place : BestOf(scores)) {
      MURAGAT_ASSIGN_OR_RETURN(const auto* document, texts->Find(found[place].first));
      SearchHit& hit = answer.hits.emplace_back();
      hit.document = found[place].first;
      hit.text = found[place].second;
      hit.section = hit.text.section;
      hit.from = document->from;
      hit.language = texts->LanguageOf(*document);
      hit.score = scores[place];
      MURAGAT_RETURN_IF_ERROR(Complete(hit));
    }
    return answer;
  }

  // The places of the greatest scores, as many as are asked for, greatest first.
  std::vector<size_t> BestOf(const std::vector<double>& scores) const {
    std::vector<size_t> order(scores.size());
    std::iota(order.begin(), order.end(), size_t{0});
    const size_t kept = std::min(request_.limit, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      [&](size_t a, size_t b) { return std::tie(scores[b], a) < std::tie(scores[a], b); });
    order.resize(kept);
    return order;
  }

  Result<SearchAnswer> Best() {
    const std::vector<double> scores = ranking_->Scores();
    SearchAnswer answer;
    answer.count = hits_.size();
    for (const size_t place : BestOf(scores)) {
      SearchHit& hit = answer.hits.emplace_back(std::move(hits_[place]));
      hit.score = scores[place];
      MURAGAT_RETURN_IF_ERROR(Complete(hit));
    }
    return answer;
  }

  // What is not needed to find a hit.
  Status Complete(SearchHit& hit) {
    if (request_.at && request_.since_when) MURAGAT_RETURN_IF_ERROR(FindStretch(hit));
    MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                             reader_.ReadRevision({hit.document, hit.text.section, hit.text.ordinal}));
    hit.title = stored->title;
    return Status::Ok();
  }

  // Finds since when and until when a section answers that answers at the instant asked for.
  Status FindStretch(SearchHit& hit) {
    MURAGAT_ASSIGN_OR_RETURN(const LineageAliases aliases,
                             reader_.ReadAliases(hit.document, request_.known_at));
    MURAGAT_ASSIGN_OR_RETURN(std::string id, reader_.ReadDocumentId(hit.document));
    DocumentAnswers answers(reader_, matcher_, hit.document, std::move(id));
    StretchOptions options{.known_at = request_.known_at};
    hit.section = aliases.Resolve(hit.section, hit.from);
    options.lineage = hit.section;
    MURAGAT_ASSIGN_OR_RETURN(auto stretches, answers.Stretches(std::move(options)));
    const SectionRef text = hit.text;
    std::string language = hit.language;
    for (SectionStretch& one : stretches) {
      if (one.from.first > *request_.at || (one.to && one.to->first <= *request_.at)) continue;
      Take(std::move(one), hit);
    }
    hit.text = text;
    hit.language = std::move(language);
    return Status::Ok();
  }

  const Reader& reader_;
  const SearchRequest& request_;
  ProgressSink& progress_;
  QueryMatcher matcher_;
  std::optional<Ranking> ranking_;
  std::vector<SearchHit> hits_;  // in the order of documents, sections and dates
};

}  // namespace

Result<SearchAnswer> Search(const Reader& reader, const SearchRequest& request, ProgressSink& progress) {
  return Searcher(reader, request, progress).Run();
}

}  // namespace muragat
