#include "muragat/search/query_places.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "muragat/search/word_index.h"

namespace muragat {
namespace {

class PlaceFinder {
 public:
  PlaceFinder(const Reader& reader, QueryMatcher& matcher, std::vector<std::string> languages)
      : reader_(reader), matcher_(matcher), languages_(std::move(languages)) {}

  Result<QueryPlaces> Run() {
    found_.sections.resize(matcher_.query().terms.size());
    MURAGAT_ASSIGN_OR_RETURN(found_.set, OfNode(matcher_.query().root));
    return std::move(found_);
  }

 private:
  Result<PlaceSet> OfNode(const SearchQuery::Node& node) {
    using Kind = SearchQuery::Node::Kind;
    if (node.kind == Kind::kTerm) return OfTerm(node.term);
    if (node.kind == Kind::kNot) return PlaceSet::Everything();
    PlaceSet joined = node.kind == Kind::kAll ? PlaceSet::Everything() : PlaceSet();
    for (const SearchQuery::Node& child : node.children) {
      MURAGAT_ASSIGN_OR_RETURN(PlaceSet set, OfNode(child));
      joined = node.kind == Kind::kAll ? CommonPlaces(std::move(joined), std::move(set))
                                       : JoinedPlaces(std::move(joined), std::move(set));
    }
    return joined;
  }

  Result<PlaceSet> OfTerm(size_t number) {
    const SearchQuery::Term& term = matcher_.query().terms[number];
    if (term.field == SearchField::kDocument) return PlaceSet::Everything();
    if (term.field == SearchField::kReform) return OfReforms(number);
    std::vector<std::vector<WordRule>> rules;  // by language, by word
    for (const std::string& language : languages_) rules.push_back(matcher_.RulesOf(term, language));
    PlaceSet common = PlaceSet::Everything();
    uint64_t& rarest = found_.sections[number];
    for (size_t word = 0; word < term.phrase.terms.size(); ++word) {
      std::vector<const WordRule*> of_word;
      for (const auto& of_language : rules) of_word.push_back(&of_language[word]);
      PlaceSet set;
      MURAGAT_ASSIGN_OR_RETURN(set.places, OfWord(term.phrase.terms[word], of_word));
      rarest = word == 0 ? set.places.size() : std::min<uint64_t>(rarest, set.places.size());
      common = CommonPlaces(std::move(common), std::move(set));
    }
    return common;
  }

  Result<std::vector<SectionPlace>> OfWord(const Phrase::Term& word,
                                           const std::vector<const WordRule*>& rules) {
    std::string_view beginning = word.word;
    for (const WordRule* rule : rules) {
      if (rule->beginning().size() < beginning.size()) beginning = rule->beginning();
    }
    if (word.prefix || beginning.size() == word.word.size()) {
      const bool prefix =
          std::any_of(rules.begin(), rules.end(), [](const WordRule* rule) { return rule->IsBeginning(); });
      return FindSections(reader_.view(), word.word, prefix);
    }
    return FindSectionsOf(reader_.view(), beginning, [&](std::string_view indexed) {
      return indexed.size() >= kIndexedWordBytes ||
             std::any_of(rules.begin(), rules.end(),
                         [&](const WordRule* rule) { return rule->Fits(indexed); });
    });
  }

  // All sections of the documents that the reforms touched.
  Result<PlaceSet> OfReforms(size_t term) {
    MURAGAT_ASSIGN_OR_RETURN(const uint32_t count, reader_.CountReforms());
    std::set<ReformNumber> numbers;
    for (uint32_t i = 1; i <= count; ++i) numbers.insert({i});
    MURAGAT_ASSIGN_OR_RETURN(const auto reforms, reader_.ReadReforms(numbers));
    PlaceSet set;
    std::vector<uint32_t> counts(matcher_.query().terms.size());
    for (const auto& [number, reform] : reforms) {
      matcher_.Count(SearchField::kReform, reform.title, {}, counts);
      if (counts[term] == 0) continue;
      MURAGAT_ASSIGN_OR_RETURN(const auto links, reader_.ReadReformLinks(number));
      for (const ReformLink& link : links) set.places.push_back({link.document, {}});
    }
    std::sort(set.places.begin(), set.places.end());
    set.places.erase(std::unique(set.places.begin(), set.places.end()), set.places.end());
    found_.sections[term] = set.places.size();
    return set;
  }

  const Reader& reader_;
  QueryMatcher& matcher_;
  std::vector<std::string> languages_;
  QueryPlaces found_;
};

}  // namespace

Result<QueryPlaces> FindPlaces(const Reader& reader, QueryMatcher& matcher) {
  MURAGAT_ASSIGN_OR_RETURN(std::vector<std::string> languages, ReadLanguages(reader.view()));
  return PlaceFinder(reader, matcher, std::move(languages)).Run();
}

}  // namespace muragat
