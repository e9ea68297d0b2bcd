#include "muragat/search/section_stretches.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "muragat/store/section_steps.h"

namespace muragat {
namespace {

// Goes through the editions of one document.
class Walk {
 public:
  Walk(LineageAliases aliases, const StretchOptions& options, const SectionTest& test)
      : aliases_(std::move(aliases)), options_(options), test_(test) {}

  Status Step(Edition edition) {
    ++step_;
    if (options_.brought) brought_.Step(edition);
    const bool anew =
        step_ == 1 || options_.brought || !aliases_.empty() || edition.language != before_.language;
    MURAGAT_RETURN_IF_ERROR(anew ? LookAtAll(edition) : LookAtChanges(edition));
    before_ = std::move(edition);
    return Status::Ok();
  }

  std::vector<SectionStretch> End() {
    for (auto& [lineage, open] : open_) done_.push_back(std::move(open.stretch));
    std::sort(done_.begin(), done_.end(), [](const SectionStretch& a, const SectionStretch& b) {
      return std::tie(a.section, a.from) < std::tie(b.section, b.from);
    });
    return std::move(done_);
  }

 private:
  struct Open {
    SectionStretch stretch;
    uint64_t step = 0;  // the edition of which it held last, by count
  };

  Status LookAtAll(const Edition& edition) {
    for (const SectionRef& ref : edition.sections) MURAGAT_RETURN_IF_ERROR(Look(edition, ref).status());
    for (auto at = open_.begin(); at != open_.end();)
      at = at->second.step == step_ ? std::next(at) : Close(at, edition);
    return Status::Ok();
  }

  // What has the same text as in the edition before is as it was.
  Status LookAtChanges(const Edition& edition) {
    if (!IsAnyAsked(edition)) return Status::Ok();
    const SectionStep step = FindStep(aliases_, before_, edition);
    const auto close = [&](SectionNumber lineage) {
      if (const auto open = open_.find(lineage); open != open_.end()) Close(open, edition);
    };
    for (const SectionNumber lineage : step.gone) close(lineage);
    for (const SectionText& text : step.arrived) {
      MURAGAT_ASSIGN_OR_RETURN(const bool holds,
                               Look(edition, {.section = text.stored, .ordinal = text.ordinal}));
      if (!holds) close(text.lineage);
    }
    return Status::Ok();
  }

  // Whether a section that is asked for may have another text than in the edition before. There are no
  // aliases.
  bool IsAnyAsked(const Edition& edition) const {
    if (!options_.recorded) return true;
    const ChangedRefs changed = FindChangedRefs(before_, edition);
    const auto is_asked = [&](const SectionRef& ref) {
      return std::binary_search(options_.recorded->begin(), options_.recorded->end(), ref.section);
    };
    return std::any_of(changed.older.begin(), changed.older.end(), is_asked) ||
           std::any_of(changed.newer.begin(), changed.newer.end(), is_asked);
  }

  // Whether it holds of a section.
  Result<bool> Look(const Edition& edition, const SectionRef& ref) {
    if (options_.recorded &&
        !std::binary_search(options_.recorded->begin(), options_.recorded->end(), ref.section))
      return false;
    const SectionNumber lineage = aliases_.Resolve(ref.section, edition.valid);
    if (options_.lineage && *options_.lineage != lineage) return false;
    MURAGAT_ASSIGN_OR_RETURN(const bool holds, test_(edition, ref, brought_));
    if (!holds) return false;
    const auto [place, is_new] = open_.try_emplace(lineage);
    Open& open = place->second;
    if (is_new) open.stretch = Begin(lineage, edition);
    open.stretch.last = ref;
    if (open.stretch.language != edition.language) open.stretch.language = edition.language;
    open.step = step_;
    return true;
  }

  using OpenPlace = std::map<SectionNumber, Open>::iterator;
  OpenPlace Close(OpenPlace at, const Edition& edition) {
    SectionStretch& stretch = at->second.stretch;
    stretch.to = edition.valid;
    stretch.reform_out = edition.reform;
    if (stretch.from.first < edition.valid.first) done_.push_back(std::move(stretch));
    return open_.erase(at);
  }

  // A stretch that begins now; one that ended at the same instant goes on.
  SectionStretch Begin(SectionNumber lineage, const Edition& edition) {
    for (auto at = done_.rbegin(); at != done_.rend(); ++at) {
      if (at->to->first != edition.valid.first) break;
      if (at->section != lineage) continue;
      SectionStretch stretch = std::move(*at);
      done_.erase(std::next(at).base());
      stretch.to.reset();
      stretch.reform_out = {};
      return stretch;
    }
    SectionStretch stretch;
    stretch.section = lineage;
    stretch.from = edition.valid;
    stretch.reform_in = edition.reform;
    return stretch;
  }

  LineageAliases aliases_;
  const StretchOptions& options_;
  const SectionTest& test_;
  BroughtTexts brought_;
  uint64_t step_ = 0;
  Edition before_;                      // the edition told last
  std::map<SectionNumber, Open> open_;  // by lineage
  std::vector<SectionStretch> done_;
};

}  // namespace

void BroughtTexts::Step(const Edition& edition) {
  ++step_;
  for (const SectionRef& ref : edition.sections) {
    Text& text = texts_[ref.section];
    const bool stays = text.step + 1 == step_ && text.step != 0 && text.ordinal == ref.ordinal;
    if (!stays && text.step != step_) text.reform = edition.reform;
    text.ordinal = ref.ordinal;
    text.step = step_;
  }
}

ReformNumber BroughtTexts::Of(SectionNumber section) const {
  const auto text = texts_.find(section);
  return text == texts_.end() ? ReformNumber{} : text->second.reform;
}

Result<std::vector<SectionStretch>> FindStretches(const Reader& reader, DocumentNumber document,
                                                  const StretchOptions& options, const SectionTest& test) {
  MURAGAT_ASSIGN_OR_RETURN(LineageAliases aliases, reader.ReadAliases(document, options.known_at));
  Walk walk(std::move(aliases), options, test);
  MURAGAT_RETURN_IF_ERROR(
      reader.VisitHistory(document, Instant::Last(), options.known_at, [&](Edition edition, bool corrected) {
        return corrected ? Status::Ok() : walk.Step(std::move(edition));
      }));
  return walk.End();
}

}  // namespace muragat
