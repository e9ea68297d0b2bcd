#include "muragat/text/foreign_run.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

// ICU's iterators over one text, opened once a thread and used again for each run.
class Breaker {
 public:
  using Open = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

  explicit Breaker(Open open) {
    UErrorCode error = U_ZERO_ERROR;
    rules_.reset(open(icu::Locale::getRoot(), error));
    if (U_FAILURE(error)) rules_.reset();
  }
  ~Breaker() { utext_close(&text_); }
  Breaker(const Breaker&) = delete;
  Breaker& operator=(const Breaker&) = delete;

  // Null where there are no rules.
  icu::BreakIterator* Begin(std::string_view run) {
    if (!rules_) return nullptr;
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&text_, run.data(), static_cast<int64_t>(run.size()), &error);
    rules_->setText(&text_, error);
    if (U_FAILURE(error)) return nullptr;
    rules_->first();
    return rules_.get();
  }

 private:
  UText text_ = UTEXT_INITIALIZER;
  std::unique_ptr<icu::BreakIterator> rules_;
};

icu::BreakIterator* BeginWords(std::string_view run) {
  thread_local Breaker breaker(&icu::BreakIterator::createWordInstance);
  return breaker.Begin(run);
}

icu::BreakIterator* BeginGraphemes(std::string_view run) {
  thread_local Breaker breaker(&icu::BreakIterator::createCharacterInstance);
  return breaker.Begin(run);
}

TokenKind KindAt(std::string_view run, size_t at) {
  const auto c = static_cast<UChar32>(DecodeUtf8(run, at));
  if (u_isUWhiteSpace(c)) return TokenKind::kSpace;
  const uint32_t kinds = U_MASK(u_charType(c));
  const bool word = (kinds & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
  return word ? TokenKind::kWord : TokenKind::kOther;
}

void AppendToken(std::vector<Token>& out, size_t size, TokenKind kind) {
  out.push_back({static_cast<uint32_t>(size), kind});
}

void CutCodePoints(std::string_view run, std::vector<Token>& out) {
  for (size_t at = 0; at < run.size();) {
    const size_t begin = at;
    DecodeUtf8(run, at);
    AppendToken(out, at - begin, KindAt(run, begin));
  }
}

}  // namespace

void CutForeignWords(std::string_view run, std::vector<Token>& out) {
  icu::BreakIterator* words = BeginWords(run);
  icu::BreakIterator* graphemes = BeginGraphemes(run);
  if (words == nullptr || graphemes == nullptr) return CutCodePoints(run, out);
  const size_t first_token = out.size();
  // Both walk side by side: a word's end inside a grapheme is passed over.
  size_t begin = 0;
  for (int32_t end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
    const int32_t status = words->getRuleStatus();
    while (graphemes->current() < end) {
      const auto grapheme_begin = static_cast<size_t>(graphemes->current());
      const auto grapheme_end = static_cast<size_t>(graphemes->next());
      if (status >= UBRK_WORD_NONE_LIMIT) continue;
      const TokenKind kind = KindAt(run, grapheme_begin);
      const bool joined = kind == TokenKind::kSpace && out.size() > first_token && out.back().kind == kind;
      if (joined) {
        out.back().size_bytes += static_cast<uint32_t>(grapheme_end - begin);
      } else {
        AppendToken(out, grapheme_end - begin, kind);
      }
      begin = grapheme_end;
    }
    const auto at = static_cast<size_t>(graphemes->current());
    if (status >= UBRK_WORD_NONE_LIMIT && at == static_cast<size_t>(end) && at > begin) {
      AppendToken(out, at - begin, TokenKind::kWord);
      begin = at;
    }
  }
  if (begin < run.size()) AppendToken(out, run.size() - begin, TokenKind::kWord);
}

void CutForeignGraphemes(std::string_view run, std::vector<Token>& out) {
  icu::BreakIterator* graphemes = BeginGraphemes(run);
  if (graphemes == nullptr) return CutCodePoints(run, out);
  size_t begin = 0;
  for (int32_t end = graphemes->next(); end != icu::BreakIterator::DONE; end = graphemes->next()) {
    AppendToken(out, static_cast<size_t>(end) - begin, KindAt(run, begin));
    begin = static_cast<size_t>(end);
  }
}

}  // namespace muragat
