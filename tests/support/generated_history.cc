#include "tests/support/generated_history.h"

#include <map>

#include "muragat/text/section_number.h"
#include "tests/support/generated_document.h"
#include "tests/support/states.h"

namespace muragat::support {
namespace {

using Places = std::map<uint32_t, size_t>;

Places PlacesOf(const GeneratedEdition& edition) {
  Places places;
  for (size_t i = 0; i < edition.identities.size(); ++i) places[edition.identities[i]] = i;
  return places;
}

// What a section's names and texts show of themselves.
void AddVisible(const Section& older, const Section& newer, TrueLink& link) {
  if (older.body != newer.body) link.events.insert(ChangeEvent::kChanged);
  if (older.number != newer.number) link.events.insert(ChangeEvent::kRenumbered);
  if (StripSectionNumber(older.title) != StripSectionNumber(newer.title))
    link.events.insert(ChangeEvent::kRetitled);
  if (older.heading != newer.heading) link.kind = std::max(link.kind, ChangeKind::kStructural);
}

// The links from one edition to the next, from what was done between them.
std::vector<TrueLink> LinksOf(const GeneratedEdition& older, const GeneratedEdition& newer,
                              const std::map<uint32_t, GeneratedDocument::Deed>& deeds) {
  const Places older_places = PlacesOf(older), newer_places = PlacesOf(newer);
  std::vector<TrueLink> links;
  const auto deed_of = [&](uint32_t identity) {
    const auto found = deeds.find(identity);
    return found == deeds.end() ? GeneratedDocument::Deed{} : found->second;
  };
  for (size_t i = 0; i < newer.identities.size(); ++i) {
    const uint32_t identity = newer.identities[i];
    const GeneratedDocument::Deed deed = deed_of(identity);
    TrueLink link{.older = std::nullopt, .newer = i, .events = {}, .kind = deed.kind};
    const auto from = older_places.find(deed.split_from.value_or(identity));
    if (deed.returned) {
      link.events = {ChangeEvent::kReturned};
    } else if (deed.split_from) {
      link.older = from->second;
      link.events = {ChangeEvent::kSplit};
    } else if (from == older_places.end()) {
      link.events = {ChangeEvent::kAdded};
    } else {
      link.older = from->second;
      AddVisible(older.state.content->sections[from->second], newer.state.content->sections[i], link);
      if (deed.moved) link.events.insert(ChangeEvent::kMoved);
      if (deed.completed) link.events.insert(ChangeEvent::kCompleted);
      if (deed.was_split) link.events.insert(ChangeEvent::kSplit);
      if (deed.was_merged) link.events.insert(ChangeEvent::kMerged);
    }
    links.push_back(std::move(link));
  }
  for (size_t i = 0; i < older.identities.size(); ++i) {
    if (newer_places.contains(older.identities[i])) continue;
    const GeneratedDocument::Deed deed = deed_of(older.identities[i]);
    TrueLink link{.older = i, .newer = std::nullopt, .events = {ChangeEvent::kRemoved}, .kind = deed.kind};
    if (deed.merged_into) {
      link.newer = newer_places.at(*deed.merged_into);
      link.events = {ChangeEvent::kMerged};
    }
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace

GeneratedHistory GenerateHistory(uint32_t seed, const GeneratorOptions& options) {
  Random random = Random::Silent(seed);
  GeneratedDocument document(options.language, options.sections, random);
  document.ForgetDeeds();
  GeneratedHistory history;
  history.document = std::string(LanguageTag(options.language)) + "/law-" + std::to_string(seed);
  for (size_t i = 0; i < options.editions; ++i) {
    document.SetEdition(static_cast<uint32_t>(i));
    if (i > 0) {
      for (size_t edits = 1 + random.Below(random.OneIn(8) ? 24 : 8); edits > 0; --edits) document.Edit();
    }
    GeneratedEdition edition;
    const std::string year = std::to_string(1990 + i / 12), month = std::to_string(101 + i % 12).substr(1);
    edition.state =
        MakeState(history.document, year + "-" + month + "-01", {}, "Reform " + std::to_string(i + 1));
    edition.state.content = document.Cut();
    edition.identities.push_back(0);  // the title
    edition.words.emplace_back();
    for (const GeneratedSection& section : document.sections()) {
      edition.identities.push_back(section.identity);
      edition.words.push_back(section.ShownWords());
    }
    if (i > 0) edition.links = LinksOf(history.editions.back(), edition, document.deeds());
    document.ForgetDeeds();
    history.editions.push_back(std::move(edition));
  }
  return history;
}

}  // namespace muragat::support
