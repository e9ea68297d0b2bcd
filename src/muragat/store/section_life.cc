#include "muragat/store/section_life.h"

#include <algorithm>
#include <map>
#include <set>

#include "muragat/diff/section_match.h"
#include "muragat/diff/word_bag.h"
#include "muragat/store/change_log.h"

namespace muragat {
namespace {

std::vector<SectionView> ViewsOf(const std::vector<LineageSection>& sections) {
  std::vector<SectionView> views;
  views.reserve(sections.size());
  for (const LineageSection& section : sections) views.emplace_back(section.section);
  return views;
}

struct Link {
  double confidence = 1;
  std::string reason;
};

Link LinkByTexts(const Section& older, const Section& newer) {
  if (older.heading == newer.heading && older.body == newer.body) return {1, "equal text"};
  return {WordBag(older.body).Likeness(WordBag(newer.body)), "recorded"};
}

// Why the sections of one step are the same. The texts are matched at the first question.
class StepLinks {
 public:
  StepLinks(const ChangeLogStep& step, const LineageAliases& aliases) : step_(step), aliases_(aliases) {}

  Link Of(const SectionChange& change) {
    if (!links_) links_ = LinkSections(ViewsOf(step_.before), ViewsOf(step_.after));
    const auto& link = (*links_)[static_cast<size_t>(change.newer - step_.after.data())];
    if (link && step_.before[link->older].lineage == change.lineage)
      return {link->confidence, std::string(ReasonName(link->reason))};
    if (aliases_.IsByArchivist(change.lineage)) return {1, "archivist"};
    return LinkByTexts(change.older->section, change.newer->section);
  }

 private:
  const ChangeLogStep& step_;
  const LineageAliases& aliases_;
  std::optional<std::vector<std::optional<SectionLink>>> links_;
};

void SetNames(const SectionChange& change, LifeEvent& event) {
  if (change.older != nullptr) {
    event.older_number = change.older->section.number;
    event.older_title = change.older->section.title;
  }
  if (change.newer != nullptr) {
    event.newer_number = change.newer->section.number;
    event.newer_title = change.newer->section.title;
  }
}

// What has gone, by lineage: its last text.
using Gone = std::map<SectionNumber, Section>;

LifeEvent Describe(ChangeEvent what, const SectionChange& change, const ChangeLogStep& step, const Gone& gone,
                   StepLinks& links) {
  const Edition& edition = step.entry.edition;
  LifeEvent event{.section = change.lineage, .valid = edition.valid, .commit = edition.recorded.commit};
  event.reform = edition.reform;
  event.event = what;
  SetNames(change, event);
  if (change.older != nullptr) event.from = {change.lineage};
  if (change.newer != nullptr) event.to = {change.lineage};
  Link link{1, "nothing like it before"};
  if (what == ChangeEvent::kRemoved) {
    link.reason = "nothing like it after";
  } else if (what == ChangeEvent::kSplit || what == ChangeEvent::kMerged) {
    event.from = change.from;
    event.to = change.to;
    link = {change.share, "shared wording"};
  } else if (what == ChangeEvent::kReturned) {
    event.from = {change.lineage};
    const auto last = gone.find(change.lineage);
    link = last == gone.end() ? Link{1, "recorded"} : LinkByTexts(last->second, change.newer->section);
  } else if (change.older != nullptr && change.newer != nullptr) {
    link = links.Of(change);
  }
  event.confidence = link.confidence;
  event.reason = link.reason;
  return event;
}

// The places in `history` of the editions that stand at the two instants; one behind the last where none
// does.
size_t PlaceOf(const std::vector<HistoryEntry>& history, Instant at) {
  size_t place = history.size();
  for (size_t i = 0; i < history.size() && history[i].edition.valid.first <= at; ++i) {
    if (!history[i].corrected) place = i;
  }
  return place;
}

// Where the sections of a day come from, carried from edition to edition.
class Origins {
 public:
  struct Origin {
    std::set<SectionNumber> of;  // lineages of the first day
    Link link{1, "equal text"};  // the least sure
    bool split = false, merged = false;
  };

  explicit Origins(const std::vector<LineageSection>& first) {
    for (const LineageSection& section : first) origins_[section.lineage].of = {section.lineage};
  }

  void Carry(const ChangeLogStep& step, const LineageAliases& aliases) {
    StepLinks links(step, aliases);
    const std::map<SectionNumber, Origin> before = origins_;
    for (const SectionChange& change : step.change.sections) {
      if (change.newer == nullptr) continue;
      Origin& origin = origins_[change.lineage];
      if (change.older != nullptr) Weaken(origin, links.Of(change));
      for (const SectionNumber source : change.from) {
        const auto found = before.find(source);
        const bool comes_here =
            std::find(change.to.begin(), change.to.end(), change.lineage) != change.to.end();
        if (found == before.end() || !comes_here) continue;
        origin.of.insert(found->second.of.begin(), found->second.of.end());
        (change.to.size() > 1 ? origin.split : origin.merged) = true;
        if (source != change.lineage) Weaken(origin, {change.share, "shared wording"});
      }
    }
  }

  const Origin* Find(SectionNumber section) const {
    const auto found = origins_.find(section);
    return found == origins_.end() ? nullptr : &found->second;
  }

 private:
  static void Weaken(Origin& origin, const Link& link) {
    if (link.confidence < origin.link.confidence || origin.link.reason == "equal text") origin.link = link;
  }

  std::map<SectionNumber, Origin> origins_;
};

}  // namespace

Result<std::vector<LifeEvent>> ReadLife(const Reader& reader, DocumentNumber document,
                                        std::optional<SectionNumber> section, CommitNumber known_at) {
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document, known_at));
  MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(document, known_at));
  std::vector<LifeEvent> events;
  Gone gone;
  const auto visit = [&](const ChangeLogStep& step) {
    StepLinks links(step, aliases);
    for (const SectionChange& change : step.change.sections) {
      if (!section || change.lineage == *section) {
        for (const ChangeEvent what : change.events)
          events.push_back(Describe(what, change, step, gone, links));
      }
      if (change.newer == nullptr && !step.entry.corrected)
        gone.insert_or_assign(change.lineage, change.older->section);
    }
    return Status::Ok();
  };
  MURAGAT_RETURN_IF_ERROR(WalkChanges(reader, history, 0, known_at, visit));
  return events;
}

Result<std::vector<CrosswalkRow>> ReadCrosswalk(const Reader& reader, DocumentNumber document, Instant from,
                                                Instant to, CommitNumber known_at) {
  MURAGAT_ASSIGN_OR_RETURN(auto history, reader.ReadHistory(document, known_at));
  MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(document, known_at));
  const size_t first = PlaceOf(history, from), last = PlaceOf(history, to);
  std::vector<LineageSection> older, newer;
  if (first < history.size()) {
    MURAGAT_ASSIGN_OR_RETURN(older, reader.ReadSections(history[first].edition, known_at));
  }
  if (last < history.size()) {
    MURAGAT_ASSIGN_OR_RETURN(newer, reader.ReadSections(history[last].edition, known_at));
    history.resize(last + 1);
  } else {
    history.clear();
  }
  Origins origins(older);
  const size_t begin = first < history.size() ? first + 1 : 0;
  MURAGAT_RETURN_IF_ERROR(
      WalkChanges(reader, history, begin, known_at, [&](const ChangeLogStep& step) -> Status {
        if (!step.entry.corrected) origins.Carry(step, aliases);
        return Status::Ok();
      }));
  std::vector<CrosswalkRow> rows;
  std::set<SectionNumber> older_lineages;
  for (const LineageSection& section : older) {
    older_lineages.insert(section.lineage);
    bool any = false;
    for (const LineageSection& heir : newer) {
      const Origins::Origin* origin = origins.Find(heir.lineage);
      if (origin == nullptr || !origin->of.contains(section.lineage)) continue;
      any = true;
      rows.push_back(
          {section, heir, origin->link.confidence, origin->link.reason, origin->split, origin->merged});
    }
    if (!any) rows.push_back({section, std::nullopt, 1, "nothing like it after", false, false});
  }
  for (const LineageSection& section : newer) {
    const Origins::Origin* origin = origins.Find(section.lineage);
    const bool known =
        origin != nullptr && std::any_of(origin->of.begin(), origin->of.end(),
                                         [&](SectionNumber of) { return older_lineages.contains(of); });
    if (!known) rows.push_back({std::nullopt, section, 1, "nothing like it before", false, false});
  }
  return rows;
}

}  // namespace muragat
