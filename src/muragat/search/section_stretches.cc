#include "muragat/search/section_stretches.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace muragat {
namespace {

// Goes through the editions of one document.
class Walk {
 public:
  Walk(LineageAliases aliases, const StretchOptions& options, const SectionTest& test)
      : aliases_(std::move(aliases)), options_(options), test_(test) {}

  Status Step(const Edition& edition) {
    ++step_;
    if (options_.brought) brought_.Step(edition);
    for (const SectionRef& ref : edition.sections) MURAGAT_RETURN_IF_ERROR(Look(edition, ref));
    for (auto at = open_.begin(); at != open_.end();) {
      Open& open = at->second;
      if (open.step == step_) {
        ++at;
        continue;
      }
      open.stretch.to = edition.valid;
      open.stretch.reform_out = edition.reform;
      if (open.stretch.from.first < edition.valid.first) done_.push_back(std::move(open.stretch));
      at = open_.erase(at);
    }
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

  Status Look(const Edition& edition, const SectionRef& ref) {
    if (options_.recorded && !options_.recorded->contains(ref.section)) return Status::Ok();
    const SectionNumber lineage = aliases_.Resolve(ref.section, edition.valid);
    if (options_.lineage && *options_.lineage != lineage) return Status::Ok();
    MURAGAT_ASSIGN_OR_RETURN(const bool holds, test_(edition, ref, brought_));
    if (!holds) return Status::Ok();
    const auto [place, is_new] = open_.try_emplace(lineage);
    Open& open = place->second;
    if (is_new) open.stretch = Begin(lineage, edition);
    open.stretch.last = ref;
    if (open.stretch.language != edition.language) open.stretch.language = edition.language;
    open.step = step_;
    return Status::Ok();
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
  MURAGAT_RETURN_IF_ERROR(reader.VisitHistory(
      document, Instant::Last(), options.known_at,
      [&](const Edition& edition, bool corrected) { return corrected ? Status::Ok() : walk.Step(edition); }));
  return walk.End();
}

}  // namespace muragat
