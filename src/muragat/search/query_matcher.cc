#include "muragat/search/query_matcher.h"

#include <algorithm>
#include <utility>

namespace muragat {

QueryMatcher::QueryMatcher(const SearchQuery& query, MatchOptions options)
    : query_(query), options_(std::move(options)) {}

std::vector<WordRule> QueryMatcher::RulesOf(const SearchQuery::Term& term, std::string_view language) const {
  const bool unknown = language.empty() || language == "und";
  std::vector<WordRule> rules;
  for (const Phrase::Term& word : term.phrase.terms) {
    rules.emplace_back(
        word.word,
        WordRule::Options{.prefix = word.prefix, .other_forms = options_.other_forms && !term.quoted},
        unknown ? std::string_view(options_.language) : language);
  }
  return rules;
}

QueryMatcher::Rules& QueryMatcher::RulesFor(std::string_view language) {
  const auto known = rules_.find(language);
  if (known != rules_.end()) return known->second;
  Rules rules;
  for (const SearchQuery::Term& term : query_.terms) {
    std::vector<Word>& words = rules.emplace_back();
    for (WordRule& rule : RulesOf(term, language)) words.push_back({std::move(rule), {}});
  }
  return rules_.emplace(language, std::move(rules)).first->second;
}

bool QueryMatcher::Fits(Word& word, uint32_t number) {
  if (word.known.size() <= number) word.known.resize(words_.size());
  uint8_t& known = word.known[number];
  if (known == 0) known = word.rule.Fits(words_.Folded(number)) ? 2 : 1;
  return known == 2;
}

size_t QueryMatcher::MatchAt(const Phrase& phrase, std::vector<Word>& rules, size_t at) {
  if (phrase.unordered) {
    const size_t end = std::min(cut_.size(), at + phrase.terms.back().max_gap + 2);
    for (size_t first = 0; first < 2; ++first) {
      if (!Fits(rules[first], cut_[at].number)) continue;
      for (size_t other = at + 1; other < end; ++other) {
        if (Fits(rules[1 - first], cut_[other].number)) return other + 1;
      }
    }
    return 0;
  }
  if (at + rules.size() > cut_.size()) return 0;
  for (size_t i = 0; i < rules.size(); ++i) {
    if (!Fits(rules[i], cut_[at + i].number)) return 0;
  }
  return at + rules.size();
}

uint32_t QueryMatcher::Count(SearchField field, std::string_view text, std::string_view language,
                             std::vector<uint32_t>& counts, std::vector<FoundTerm>* found) {
  cut_.clear();
  words_.Append(text, cut_);
  Rules& rules = RulesFor(language);
  for (size_t term = 0; term < query_.terms.size(); ++term) {
    const SearchQuery::Term& one = query_.terms[term];
    if (one.field != field || !one.glob.empty()) continue;
    uint32_t count = 0;
    for (size_t at = 0; at < cut_.size(); ++at) {
      const size_t end = MatchAt(one.phrase, rules[term], at);
      if (end == 0) continue;
      ++count;
      if (found != nullptr)
        found->push_back({cut_[at].begin, cut_[end - 1].end, static_cast<uint32_t>(term)});
    }
    counts[term] = count;
  }
  return static_cast<uint32_t>(cut_.size());
}

bool QueryMatcher::Holds(const SearchQuery::Node& node, const std::vector<uint32_t>& counts) const {
  using Kind = SearchQuery::Node::Kind;
  const auto holds = [&](const SearchQuery::Node& child) { return Holds(child, counts); };
  switch (node.kind) {
    case Kind::kTerm:
      return counts[node.term] > 0;
    case Kind::kAll:
      return std::all_of(node.children.begin(), node.children.end(), holds);
    case Kind::kAny:
      return std::any_of(node.children.begin(), node.children.end(), holds);
    case Kind::kNot:
      return !holds(node.children.front());
  }
  return false;
}

}  // namespace muragat
