// Lineage and kinds of change against histories whose truth is known. MURAGAT_GENERATED_DOCUMENTS=200 makes
// it a long campaign.
#include <cstdlib>
#include <iostream>
#include <map>

#include <gtest/gtest.h>

#include "muragat/diff/change.h"
#include "tests/store/memory_archive.h"
#include "tests/support/generated_history.h"

namespace muragat {
namespace {

using support::GeneratedEdition;
using support::GeneratedHistory;
using support::GeneratedLanguage;
using support::GenerateHistory;
using support::TrueLink;

struct Score {
  size_t right = 0, missed = 0, made_up = 0;
  double F1() const {
    const double all = static_cast<double>(2 * right + missed + made_up);
    return all == 0 ? 1 : static_cast<double>(2 * right) / all;
  }
  double Precision() const { return Share(right, right + made_up); }
  double Recall() const { return Share(right, right + missed); }
  static double Share(size_t part, size_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

template <typename T>
void Count(const std::set<T>& truth, const std::set<T>& found, Score& score) {
  for (const T& one : truth) ++(found.contains(one) ? score.right : score.missed);
  for (const T& one : found) score.made_up += truth.contains(one) ? 0u : 1u;
}

// A section of the older edition and one of the newer; -1: none.
using Link = std::pair<int, int>;

struct Findings {
  std::set<Link> links;                         // between sections that differ
  std::map<ChangeEvent, std::set<int>> events;  // newer place, or −1 − older place
  std::map<ChangeKind, std::set<int>> kinds;
};

int PlaceOf(const std::vector<LineageSection>& sections, SectionNumber lineage) {
  for (size_t i = 0; i < sections.size(); ++i)
    if (sections[i].lineage == lineage) return static_cast<int>(i);
  return -1;
}

bool Differ(const Section& a, const Section& b) {
  return a.body != b.body || a.number != b.number || a.title != b.title;
}

Findings ReadTruth(const GeneratedEdition& older, const GeneratedEdition& newer) {
  Findings truth;
  for (const TrueLink& link : newer.links) {
    const int from = link.older ? static_cast<int>(*link.older) : -1;
    const int to = link.newer ? static_cast<int>(*link.newer) : -1;
    const bool gone = !link.newer || (link.events == std::set{ChangeEvent::kMerged});
    const int place = gone ? -1 - from : to;
    if (link.older && link.newer &&
        Differ(older.state.content->sections[*link.older], newer.state.content->sections[*link.newer])) {
      truth.links.insert({from, to});
    }
    for (const ChangeEvent event : link.events) truth.events[event].insert(place);
    if (link.kind != ChangeKind::kUnchanged) truth.kinds[link.kind].insert(place);
  }
  return truth;
}

Findings ReadFindings(const std::vector<LineageSection>& older, const std::vector<LineageSection>& newer,
                      const std::set<SectionNumber>& seen) {
  Findings found;
  const DocumentChange document = CompareEditions(older, newer, seen);
  for (const SectionChange& change : document.sections) {
    const int from = PlaceOf(older, change.lineage), to = PlaceOf(newer, change.lineage);
    const int place = to >= 0 ? to : -1 - from;
    if (change.older != nullptr && change.newer != nullptr &&
        Differ(change.older->section, change.newer->section)) {
      found.links.insert({from, to});
    }
    for (const SectionNumber source : change.from) {
      for (const SectionNumber target : change.to) {
        const int a = PlaceOf(older, source), b = PlaceOf(newer, target);
        if (Differ(older[static_cast<size_t>(a)].section, newer[static_cast<size_t>(b)].section))
          found.links.insert({a, b});
      }
    }
    for (const ChangeEvent event : change.events) found.events[event].insert(place);
    found.kinds[change.kind].insert(place);
  }
  return found;
}

struct Scores {
  Score links;
  std::map<ChangeEvent, Score> events;
  std::map<ChangeKind, Score> kinds;
};

void ScoreHistory(const GeneratedHistory& history, Scores& scores, bool tell) {
  MemoryArchive archive;
  for (const GeneratedEdition& edition : history.editions) archive.Import({edition.state});
  std::set<SectionNumber> seen;
  std::vector<LineageSection> before;
  for (size_t i = 0; i < history.editions.size(); ++i) {
    const GeneratedEdition& edition = history.editions[i];
    const auto standing = archive.reader().FindEdition({1}, edition.state.valid.first);
    ASSERT_TRUE(standing.ok() && *standing);
    auto after = archive.reader().ReadSections(**standing).value();
    if (i > 0) {
      const GeneratedEdition& older = history.editions[i - 1];
      const Findings truth = ReadTruth(older, edition), found = ReadFindings(before, after, seen);
      Count(truth.links, found.links, scores.links);
      for (int e = 0; e <= static_cast<int>(ChangeEvent::kReturned); ++e) {
        const auto event = static_cast<ChangeEvent>(e);
        const auto at = [event](const Findings& f) {
          const auto places = f.events.find(event);
          return places == f.events.end() ? std::set<int>() : places->second;
        };
        Count(at(truth), at(found), scores.events[event]);
        if (!tell || at(truth) == at(found)) continue;
        std::cout << history.document << " edition " << i << " " << EventName(event) << ":";
        for (const int p : at(truth))
          if (!at(found).contains(p))
            std::cout << " missed "
                      << (p >= 0 ? after[static_cast<size_t>(p)] : before[static_cast<size_t>(-1 - p)])
                             .section.title
                      << "@" << p;
        for (const int p : at(found))
          if (!at(truth).contains(p))
            std::cout << " made up "
                      << (p >= 0 ? after[static_cast<size_t>(p)] : before[static_cast<size_t>(-1 - p)])
                             .section.title
                      << "@" << p;
        std::cout << "\n";
      }
      for (int k = 1; k <= static_cast<int>(ChangeKind::kSubstantive); ++k) {
        const auto kind = static_cast<ChangeKind>(k);
        const auto at = [kind](const Findings& f) {
          const auto places = f.kinds.find(kind);
          return places == f.kinds.end() ? std::set<int>() : places->second;
        };
        Count(at(truth), at(found), scores.kinds[kind]);
      }
    }
    for (const LineageSection& section : after) seen.insert(section.lineage);
    before = std::move(after);
  }
}

TEST(LineageTruth, IsFoundInGeneratedHistories) {
  const char* wanted = std::getenv("MURAGAT_GENERATED_DOCUMENTS");
  const char* tell = std::getenv("MURAGAT_GENERATED_TELL");
  const uint32_t documents = wanted != nullptr ? static_cast<uint32_t>(std::atoi(wanted)) : 8;
  Scores scores;
  for (uint32_t seed = 1; seed <= documents; ++seed) {
    support::GeneratorOptions options{.language = static_cast<GeneratedLanguage>(seed % 4)};
    options.sections = seed % 10 == 9 ? 400 : 20 + seed * 37 % 100;
    ScoreHistory(GenerateHistory(seed, options), scores, tell != nullptr);
  }
  std::cout << "links: F1 " << scores.links.F1() << " of " << scores.links.right + scores.links.missed
            << "\n";
  for (const auto& [event, score] : scores.events)
    std::cout << EventName(event) << ": F1 " << score.F1() << " of " << score.right + score.missed
              << ", made up " << score.made_up << "\n";
  for (const auto& [kind, score] : scores.kinds)
    std::cout << KindName(kind) << ": precision " << score.Precision() << ", recall " << score.Recall()
              << " of " << score.right + score.missed << "\n";
  EXPECT_GE(scores.links.F1(), 0.98);
  for (const auto& [event, score] : scores.events) EXPECT_GE(score.F1(), 0.95) << EventName(event);
  for (const auto& [kind, score] : scores.kinds) {
    EXPECT_GE(score.Precision(), 0.95) << KindName(kind);
    EXPECT_GE(score.Recall(), 0.95) << KindName(kind);
  }
}

}  // namespace
}  // namespace muragat
