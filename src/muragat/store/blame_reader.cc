#include "muragat/store/blame_reader.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "muragat/store/document_texts.h"
#include "muragat/store/section_steps.h"

namespace muragat {
namespace {

// A document's history as steps from one edition to the next, in one direction of time.
struct Steps {
  std::vector<BlameStep> editions;  // by valid date
  std::vector<SectionStep> steps;   // in the order in which they are taken: the first one from nothing
  Edition last;                     // the edition that the steps end with
};

Result<Steps> ReadSteps(const Reader& reader, DocumentNumber document, const BlameQuery& query,
                        const LineageAliases& aliases) {
  Steps steps;
  Edition earlier;  // the edition visited last; empty before
  MURAGAT_RETURN_IF_ERROR(
      reader.VisitHistory(document, query.at, query.known_at, [&](Edition edition, bool corrected) -> Status {
        if (corrected) return Status::Ok();
        if (query.reverse && edition.valid.first <= *query.reverse) {  // what stood before does not count
          steps.editions.clear();
          steps.steps.clear();
          steps.last = edition;
        } else if (query.reverse && !steps.editions.empty()) {
          steps.steps.push_back(FindStep(aliases, edition, earlier));
        } else if (!query.reverse) {
          steps.steps.push_back(FindStep(aliases, earlier, edition));
        }
        steps.editions.push_back({edition.valid, edition.recorded.commit, edition.reform, edition.removed});
        earlier = std::move(edition);
        return Status::Ok();
      }));
  if (!query.reverse) {
    steps.last = std::move(earlier);
  } else if (!steps.editions.empty()) {
    steps.steps.push_back(FindStep(aliases, {}, earlier));
    std::reverse(steps.steps.begin(), steps.steps.end());
  }
  return steps;
}

// In reverse, steps count from the last edition backward, and say with which edition a word was there last.
WordOrigin Turn(const WordOrigin& origin, uint32_t editions) {
  const auto next = [&](uint32_t step) { return editions - step; };
  WordOrigin turned{.brought = origin.brought == 0 ? kStillStands : next(origin.brought), .away = {}};
  for (auto away = origin.away.rbegin(); away != origin.away.rend(); ++away)
    turned.away.push_back({next(away->back), next(away->gone)});
  return turned;
}

// The arrivals of a step, with their texts.
class Arrivals {
 public:
  Arrivals(DocumentTexts& texts, const std::vector<SectionStep>& steps) : texts_(texts) {
    size_t count = 0;
    for (const SectionStep& step : steps) count += step.arrived.size();
    left_.reserve(count);
    for (const SectionStep& step : steps)
      for (const SectionText& text : step.arrived) ++left_[text.text_number()];
  }

  Result<std::span<const Blame::Arrival>> Read(const SectionStep& step) {
    arrivals_.clear();
    for (const SectionText& text : step.arrived) {
      MURAGAT_ASSIGN_OR_RETURN(auto read, texts_.Read(text.stored, text.ordinal));
      const bool comes_again = --left_[text.text_number()] > 0;
      arrivals_.push_back({text.lineage, text.text_number(), comes_again, std::move(read)});
    }
    return std::span<const Blame::Arrival>(arrivals_);
  }

 private:
  DocumentTexts& texts_;
  std::unordered_map<uint64_t, uint32_t> left_;  // how often a text is yet to come
  std::vector<Blame::Arrival> arrivals_;
};

}  // namespace

Result<DocumentBlame> ReadBlame(const Reader& reader, DocumentNumber document, const BlameQuery& query,
                                ProgressSink& progress) {
  MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(document, query.known_at));
  MURAGAT_ASSIGN_OR_RETURN(Steps steps, ReadSteps(reader, document, query, aliases));
  Blame blame;
  MURAGAT_ASSIGN_OR_RETURN(DocumentTexts texts, DocumentTexts::Open(reader, document));
  Arrivals arrivals(texts, steps.steps);
  for (uint32_t i = 0; i < steps.steps.size(); ++i) {
    const SectionStep& step = steps.steps[i];
    if (progress.Cancelled()) return Status::Cancelled("interrupted");
    progress.Report("editions", i + 1, steps.steps.size());
    if (step.arrived.empty() && step.gone.empty()) continue;
    MURAGAT_ASSIGN_OR_RETURN(const auto arrived, arrivals.Read(step));
    blame.Advance(i, arrived, step.gone);
  }
  DocumentBlame result{.steps = std::move(steps.editions), .sections = {}, .coarse = blame.coarse()};
  const auto editions = static_cast<uint32_t>(result.steps.size());
  std::set<SectionNumber> shown;
  for (const SectionRef& ref : steps.last.sections) {
    const SectionNumber lineage = aliases.Resolve(ref.section, steps.last.valid);
    MURAGAT_ASSIGN_OR_RETURN(Section section, reader.ReadSection(document, ref));
    SectionBlame of{{lineage, std::move(section)}, {}};
    if (shown.insert(lineage).second) of.spans = blame.SpansOf(lineage);
    if (query.reverse)
      for (BlameSpan& span : of.spans) span.origin = Turn(span.origin, editions);
    result.sections.push_back(std::move(of));
  }
  return result;
}

}  // namespace muragat
