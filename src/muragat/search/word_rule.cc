#include "muragat/search/word_rule.h"

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kLeastCharacters = 3;  // of a word that others may begin with

bool HasCharacters(std::string_view text, size_t count) {
  size_t at = 0;
  for (; count > 0 && at < text.size(); --count) DecodeUtf8(text, at);
  return count == 0;
}

std::string FirstCharacter(std::string_view text) {
  size_t end = 0;
  if (!text.empty()) DecodeUtf8(text, end);
  return std::string(text.substr(0, end));
}

bool MayHaveDots(std::string_view character) {
  for (const std::string_view vowel : {"a", "o", "u", "ä", "ö", "ü"}) {
    if (character == vowel) return true;
  }
  return false;
}

}  // namespace

WordRule::WordRule(std::string_view folded, const Options& options, std::string_view language)
    : word_(folded), beginning_(folded), prefix_(options.prefix) {
  if (prefix_ || !options.other_forms || language.empty() || language == "und") return;
  stemmer_ = Stemmer::Open(language);
  if (stemmer_ == nullptr) {
    prefix_ = HasCharacters(folded, kLeastCharacters);
    return;
  }
  stem_ = stemmer_->Stem(folded);
  beginning_ = FirstCharacter(folded);
  const bool german = language.starts_with("de");
  if (!stemmer_->KeepsFirstCharacter() || (german && MayHaveDots(beginning_))) beginning_.clear();
}

bool WordRule::Fits(std::string_view folded) const {
  if (prefix_ ? folded.starts_with(word_) : folded == word_) return true;
  return stemmer_ != nullptr && folded.starts_with(beginning_) && stemmer_->Stem(folded) == stem_;
}

}  // namespace muragat
