#include "muragat/search/search_query.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace muragat {
namespace {

using Node = SearchQuery::Node;
using Kind = Node::Kind;

constexpr size_t kMaxTerms = 256, kMaxDepth = 64;

struct Name {
  std::string_view prefix;
  SearchField field;
};
constexpr std::array<Name, 3> kNames = {{{"title:", SearchField::kHeading},
                                         {"reform:", SearchField::kReform},
                                         {"document:", SearchField::kDocument}}};
constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "„", "«", "»"};

// How many bytes the quotation mark at `at` has; 0: there is none.
size_t QuoteBytes(std::string_view text, size_t at) {
  for (const std::string_view quote : kQuotes) {
    if (text.substr(at).starts_with(quote)) return quote.size();
  }
  return 0;
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A piece of a question: a parenthesis, or what stands between blanks.
struct Piece {
  std::string_view field;  // "title:" …, or nothing
  std::string_view text;   // without quotation marks
  bool quoted = false;
  bool Is(std::string_view sign) const { return !quoted && field.empty() && text == sign; }
};

Result<std::vector<Piece>> CutPieces(std::string_view text) {
  std::vector<Piece> pieces;
  for (size_t at = 0; at < text.size();) {
    if (IsBlank(text[at])) {
      ++at;
      continue;
    }
    Piece piece;
    if (text[at] == '(' || text[at] == ')') {
      piece.text = text.substr(at++, 1);
      pieces.push_back(piece);
      continue;
    }
    for (const Name& name : kNames) {
      if (text.substr(at).starts_with(name.prefix)) piece.field = name.prefix;
    }
    at += piece.field.size();
    size_t end = at;
    if (const size_t quote = at < text.size() ? QuoteBytes(text, at) : 0; quote != 0) {
      for (at = end = at + quote; end < text.size() && QuoteBytes(text, end) == 0;) ++end;
      if (end == text.size()) return Status::InvalidArgument("a quotation is not closed: add a \"");
      piece.quoted = true;
      piece.text = text.substr(at, end - at);
      at = end + QuoteBytes(text, end);
    } else {
      while (end < text.size() && !IsBlank(text[end]) && text[end] != '(' && text[end] != ')' &&
             QuoteBytes(text, end) == 0)
        ++end;
      piece.text = text.substr(at, end - at);
      at = end;
    }
    pieces.push_back(piece);
  }
  return pieces;
}

bool IsNear(const Piece& piece) {
  return !piece.quoted && piece.field.empty() && piece.text.starts_with("NEAR/");
}

// Goes through the pieces from left to right.
class Parser {
 public:
  explicit Parser(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

  Result<SearchQuery> Run() {
    MURAGAT_ASSIGN_OR_RETURN(query_.root, ReadAny(0));
    if (at_ < pieces_.size()) return Status::InvalidArgument("a ) has no ( before it");
    return std::move(query_);
  }

 private:
  bool Sees(std::string_view sign) const { return at_ < pieces_.size() && pieces_[at_].Is(sign); }

  static Node Join(Kind kind, std::vector<Node> children) {
    if (children.size() == 1) return std::move(children.front());
    return {.kind = kind, .children = std::move(children)};
  }

  Result<Node> ReadAny(size_t depth) {
    if (depth > kMaxDepth) return Status::InvalidArgument("parentheses stand too deep within each other");
    std::vector<Node> children;
    do {
      MURAGAT_ASSIGN_OR_RETURN(Node child, ReadAll(depth));
      children.push_back(std::move(child));
    } while (Sees("OR") && ++at_ > 0);
    return Join(Kind::kAny, std::move(children));
  }

  Result<Node> ReadAll(size_t depth) {
    std::vector<Node> children;
    do {
      MURAGAT_ASSIGN_OR_RETURN(Node child, ReadNot(depth));
      children.push_back(std::move(child));
    } while ((Sees("AND") && ++at_ > 0) || (at_ < pieces_.size() && !Sees("OR") && !Sees(")")));
    return Join(Kind::kAll, std::move(children));
  }

  Result<Node> ReadNot(size_t depth) {
    bool negated = false;
    for (; Sees("NOT"); ++at_) negated = !negated;
    MURAGAT_ASSIGN_OR_RETURN(Node node, ReadOne(depth));
    if (!negated) return node;
    std::vector<Node> children;
    children.push_back(std::move(node));
    return Node{.kind = Kind::kNot, .children = std::move(children)};
  }

  Result<Node> ReadOne(size_t depth) {
    if (at_ == pieces_.size()) return Status::InvalidArgument("something to look for is missing at the end");
    if (Sees("(")) {
      ++at_;
      MURAGAT_ASSIGN_OR_RETURN(Node node, ReadAny(depth + 1));
      if (!Sees(")")) return Status::InvalidArgument("a ( is not closed: add a )");
      ++at_;
      return node;
    }
    const Piece& piece = pieces_[at_++];
    if (piece.Is(")") || piece.Is("AND") || piece.Is("OR") || IsNear(piece))
      return Status::InvalidArgument("something to look for is missing before " + std::string(piece.text));
    if (query_.terms.size() == kMaxTerms) return Status::InvalidArgument("there are too many words in it");
    MURAGAT_ASSIGN_OR_RETURN(SearchQuery::Term term, ReadTerm(piece));
    query_.terms.push_back(std::move(term));
    return Node{.kind = Kind::kTerm, .term = query_.terms.size() - 1};
  }

  Result<SearchQuery::Term> ReadTerm(const Piece& piece) {
    SearchQuery::Term term;
    term.quoted = piece.quoted;
    for (const Name& name : kNames) {
      if (name.prefix == piece.field) term.field = name.field;
    }
    if (term.field == SearchField::kDocument && !piece.quoted &&
        piece.text.find_first_of("*?") != std::string_view::npos) {
      term.glob = piece.text;
      return term;
    }
    std::string text(piece.text);
    if (at_ + 1 < pieces_.size() && IsNear(pieces_[at_]) && !piece.quoted) {
      text.append(" ").append(pieces_[at_].text).append(" ").append(pieces_[at_ + 1].text);
      at_ += 2;
    }
    auto phrase = ParsePhrase(text);
    if (!phrase.ok() && text == piece.text)
      return Status::InvalidArgument("there is no word in \"" + text + "\": what is looked for?");
    MURAGAT_ASSIGN_OR_RETURN(term.phrase, std::move(phrase));
    return term;
  }

  std::vector<Piece> pieces_;
  size_t at_ = 0;
  SearchQuery query_;
};

}  // namespace

bool SearchQuery::Asks(SearchField field) const {
  return std::any_of(terms.begin(), terms.end(), [&](const Term& term) { return term.field == field; });
}

Result<SearchQuery> ParseSearchQuery(std::string_view text) {
  MURAGAT_ASSIGN_OR_RETURN(std::vector<Piece> pieces, CutPieces(text));
  return Parser(std::move(pieces)).Run();
}

}  // namespace muragat
