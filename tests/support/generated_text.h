#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/random.h"

namespace muragat::support {

enum class GeneratedLanguage { kEnglish, kRussian, kKazakh, kChinese };

// "en", "ru", "kk", "zh".
std::string_view LanguageTag(GeneratedLanguage language);

// A word, and the edition that truly brought it to its place (0: the first). Words of one spelling are equal.
struct GeneratedWord : std::string {
  GeneratedWord(std::string spelling, uint32_t edition)
      : std::string(std::move(spelling)), brought(edition) {}
  uint32_t brought = 0;
};

// A sentence as its words; the last one carries the full stop. Chinese words stand side by side.
using GeneratedSentence = std::vector<GeneratedWord>;
using GeneratedParagraph = std::vector<GeneratedSentence>;

// Makes up sentences of law from lists of subjects, deeds, objects and conditions, the same ones for the same
// numbers of `random`. Thread-safety: one thread.
class TextGenerator {
 public:
  TextGenerator(GeneratedLanguage language, Random& random) : language_(language), random_(random) {}

  GeneratedLanguage language() const { return language_; }
  // The edition that brings the words that are made up from now on.
  void SetEdition(uint32_t edition) { edition_ = edition; }
  uint32_t edition() const { return edition_; }

  GeneratedSentence Sentence();
  GeneratedParagraph Paragraph(size_t sentences);
  GeneratedWord Word();  // of any place in a sentence
  GeneratedWord Word(std::string spelling) const { return {std::move(spelling), edition_}; }
  std::string Title();  // two or three words; "Definitions" and the like now and then

  // The heading's words of an article or chapter: "Article 5", "5-бап", "第5条".
  std::string ArticleName(const std::string& number) const;
  std::string ChapterName(const std::string& number) const;
  // What a page says of itself: "Views: 120", "Last updated: 12 May 2020".
  std::string ViewsLine(uint32_t views) const;
  std::string UpdatedLine(uint32_t day) const;

  // The paragraphs as text; each ends in an empty line.
  std::string Write(const std::vector<GeneratedParagraph>& paragraphs) const;

 private:
  const GeneratedLanguage language_;
  Random& random_;
  uint32_t edition_ = 0;
};

}  // namespace muragat::support
