#include "muragat/search/search_query.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::string Show(const SearchQuery& query, const SearchQuery::Node& node) {
  using Kind = SearchQuery::Node::Kind;
  if (node.kind == Kind::kNot) return "!" + Show(query, node.children.front());
  if (node.kind == Kind::kTerm) {
    const SearchQuery::Term& term = query.terms[node.term];
    std::string out = term.field == SearchField::kHeading    ? "title:"
                      : term.field == SearchField::kReform   ? "reform:"
                      : term.field == SearchField::kDocument ? "document:"
                                                             : "";
    if (!term.glob.empty()) return out + term.glob;
    for (const Phrase::Term& word : term.phrase.terms)
      out += (out.empty() || out.back() == ':' ? "" : "+") + word.word + (word.prefix ? "*" : "");
    return term.quoted ? "\"" + out + "\"" : out;
  }
  std::string out;
  for (const SearchQuery::Node& child : node.children)
    out += (out.empty() ? "" : node.kind == Kind::kAll ? " & " : " | ") + Show(query, child);
  return "(" + out + ")";
}

// A question as it was understood; a failure's message.
std::string Read(std::string_view text) {
  const auto query = ParseSearchQuery(text);
  return query.ok() ? Show(*query, query->root) : query.status().message();
}

TEST(SearchQuery, JoinsWordsByAndWhereNothingStandsBetweenThem) {
  EXPECT_EQ(Read("quota Women"), "(quota & women)");
  EXPECT_EQ(Read("quota AND women"), "(quota & women)");
  EXPECT_EQ(Read("quota and women"), "(quota & and & women)");
}

TEST(SearchQuery, BindsNotMostThenAnd) {
  EXPECT_EQ(Read("a b OR c NOT d"), "((a & b) | (c & !d))");
  EXPECT_EQ(Read("a (b OR c)"), "(a & (b | c))");
  EXPECT_EQ(Read("NOT NOT a"), "a");
  EXPECT_EQ(Read("NOT (a OR b)"), "!(a | b)");
}

TEST(SearchQuery, TakesQuotationsPrefixesAndWordsThatStandAtEachOther) {
  EXPECT_EQ(Read("\"one hundred\" quot*"), "(\"one+hundred\" & quot*)");
  EXPECT_EQ(Read("“New Kazakhstan”"), "\"new+kazakhstan\"");
  EXPECT_EQ(Read("l'article 107-бап"), "(l+article & 107+бап)");
  EXPECT_EQ(Read("quota NEAR/5 youth"), "quota+youth");
}

TEST(SearchQuery, KnowsFields) {
  EXPECT_EQ(Read("title:senate reform:\"of 2022\" document:kz/* x"),
            "(title:senate & \"reform:of+2022\" & document:kz/* & x)");
  EXPECT_EQ(Read("document:parliament"), "document:parliament");
}

TEST(SearchQuery, SaysWhatItDoesNotUnderstand) {
  EXPECT_EQ(Read(""), "something to look for is missing at the end");
  EXPECT_EQ(Read("a AND"), "something to look for is missing at the end");
  EXPECT_EQ(Read("OR a"), "something to look for is missing before OR");
  EXPECT_EQ(Read("(a"), "a ( is not closed: add a )");
  EXPECT_EQ(Read("a)"), "a ) has no ( before it");
  EXPECT_EQ(Read("\"a"), "a quotation is not closed: add a \"");
  EXPECT_EQ(Read("..."), "there is no word in \"...\": what is looked for?");
  EXPECT_EQ(Read(std::string(100, '(') + "a"), "parentheses stand too deep within each other");
}

}  // namespace
}  // namespace muragat
