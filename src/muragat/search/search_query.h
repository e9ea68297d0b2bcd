#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/search/phrase.h"

namespace muragat {

// What a term of a question is looked for in.
enum class SearchField {
  kText,      // the section's text, heading and body
  kHeading,   // its heading
  kReform,    // the title of the reform that brought its text
  kDocument,  // the document's id
};

// A question to texts: terms, and how they are joined. A value.
struct SearchQuery {
  struct Term {
    SearchField field = SearchField::kText;
    Phrase phrase;        // no bytes
    bool quoted = false;  // its words are meant as they are written: no other forms of them
    std::string glob;     // where it is not empty, the document's id matches this instead
  };
  struct Node {
    enum class Kind { kTerm, kAll, kAny, kNot } kind = Kind::kTerm;
    size_t term = 0;             // kTerm: an index
    std::vector<Node> children;  // kNot: one; kAll, kAny: two or more
  };
  std::vector<Term> terms;  // in their order, each in one node
  Node root;

  bool Asks(SearchField field) const;
};

// Reads a question as a person writes it. Words are joined by AND, OR and NOT in capitals, AND where nothing
// stands between them; NOT binds most, then AND. Parentheses group; "words in quotation marks" follow each
// other; `quot*` is any word that begins so; `A NEAR/5 B` as in ParsePhrase. `title:`, `reform:` and
// `document:` before a word or a quotation say where it is looked for; `document:kz/*` is a glob.
// Errors: kInvalidArgument: nothing is asked, a sign stands alone, or there are more than 256 terms or 64
// parentheses within each other.
Result<SearchQuery> ParseSearchQuery(std::string_view text);

}  // namespace muragat
