#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/search/search_query.h"
#include "muragat/search/search_words.h"
#include "muragat/search/word_rule.h"

namespace muragat {

// How texts are compared with a question.
struct MatchOptions {
  bool other_forms = true;  // of words: stems, or what begins so
  std::string language;     // of texts that do not say theirs (BCP 47); may be empty
};

// A place in a text where a term was found.
struct FoundTerm {
  uint32_t begin = 0, end = 0;  // bytes of the text, half-open
  uint32_t term = 0;            // an index into the question's
};

// Finds the terms of a question in texts. Thread-safety: one thread. Cost: linear in the text; what a
// different word is in a language is found out once. The question must outlive it.
class QueryMatcher {
 public:
  QueryMatcher(const SearchQuery& query, MatchOptions options);

  // How often each term that looks for `field` is in `text`: into its place of `counts`, which has one for
  // each term of the question. Returns how many words the text has. With `found` also where.
  uint32_t Count(SearchField field, std::string_view text, std::string_view language,
                 std::vector<uint32_t>& counts, std::vector<FoundTerm>* found = nullptr);

  // Whether texts with so many of each term are an answer.
  bool Holds(const std::vector<uint32_t>& counts) const { return Holds(query_.root, counts); }

  // The rules of a term's words in a language.
  std::vector<WordRule> RulesOf(const SearchQuery::Term& term, std::string_view language) const;

  const SearchQuery& query() const { return query_; }

 private:
  struct Word {
    WordRule rule;
    std::vector<uint8_t> known;  // by number: 1: does not fit; 2: fits
  };
  using Rules = std::vector<std::vector<Word>>;  // by term, by word
  Rules& RulesFor(std::string_view language);
  bool Fits(Word& word, uint32_t number);
  // The word behind the last one of the term from `at` on; 0: the term is not there.
  size_t MatchAt(const Phrase& phrase, std::vector<Word>& rules, size_t at);
  bool Holds(const SearchQuery::Node& node, const std::vector<uint32_t>& counts) const;

  const SearchQuery& query_;
  MatchOptions options_;
  SearchWords words_;
  std::map<std::string, Rules, std::less<>> rules_;  // by language
  std::vector<SearchWord> cut_;
};

}  // namespace muragat
