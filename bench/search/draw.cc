#include "bench/search/draw.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "muragat/search/search_words.h"
#include "muragat/search/word_index.h"
#include "muragat/store/archive.h"
#include "tests/support/random.h"

namespace muragat::bench {

Status DrawPhrases(const std::string& path, uint32_t count, uint32_t seed, std::ostream& out) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, Archive::Open(path, Archive::Access::kRead));
  const Reader& reader = archive->reader();
  MURAGAT_ASSIGN_OR_RETURN(const auto documents, reader.ListDocuments());
  if (documents.empty()) return Status::NotFound("the archive is empty");
  auto random = support::Random::Silent(seed);
  SearchWords words;
  std::vector<SearchWord> cut;
  for (uint32_t drawn = 0; drawn < count;) {
    const DocumentEntry& document = random.Pick(documents);
    MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document.number));
    if (history.empty()) continue;
    const Edition& edition = random.Pick(history).edition;
    if (edition.sections.empty()) continue;
    const SectionRef& ref = random.Pick(edition.sections);
    MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                             reader.ReadRevision({document.number, ref.section, ref.ordinal}));
    cut.clear();
    words.Append(stored->text, cut);
    if (cut.empty()) continue;
    const size_t size = 1 + random.Below(8), begin = random.Below(cut.size());
    const size_t end = std::min(begin + size, cut.size());
    std::string phrase;
    for (size_t i = begin; i < end; ++i)
      phrase += (phrase.empty() ? "" : " ") + std::string(words.Folded(cut[i].number));
    const auto bytes =
        std::string_view(stored->text).substr(cut[begin].begin, cut[end - 1].end - cut[begin].begin);
    const nlohmann::ordered_json row{{"words", phrase}, {"bytes", bytes}, {"document", document.id}};
    out << row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    ++drawn;
  }
  return Status::Ok();
}

Status ListCommonWords(const std::string& path, uint32_t least, uint32_t most, uint32_t count,
                       std::ostream& out) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, Archive::Open(path, Archive::Access::kRead));
  const StoreView& view = archive->reader().view();
  uint32_t listed = 0;
  return VisitWordLists(view, [&](std::string_view word, const std::vector<std::string>& lists) -> Status {
    size_t bytes = 0;
    for (const std::string& list : lists) bytes += list.size();
    if (listed == count || bytes < least) return Status::Ok();
    MURAGAT_ASSIGN_OR_RETURN(const auto places, FindSections(view, word, false));
    if (places.size() < least || places.size() > most) return Status::Ok();
    ++listed;
    out << nlohmann::ordered_json{{"words", word}, {"sections", places.size()}}.dump() << '\n';
    return Status::Ok();
  });
}

}  // namespace muragat::bench
