#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muragat/diff/change.h"
#include "muragat/model/document.h"
#include "tests/support/generated_text.h"

namespace muragat::support {

// A section as the generator thinks of it.
struct GeneratedSection {
  uint32_t identity = 0;
  bool chapter = false;
  bool bare = false;  // its heading is its number alone
  std::string number, title;
  std::vector<GeneratedParagraph> paragraphs;
  size_t teaser_sentences = 0;  // not 0: only so many are shown, and "... Read more"
  std::string wrong, right;     // a slip of the fingers, and what was meant
  // Noise.
  bool wide_spaces = false, typographic = false, bold = false;
  uint32_t views = 0, updated_day = 0;  // 0: no such line

  size_t CountSentences() const;
  std::string Body(const TextGenerator& text) const;
  // The words that Body shows, without what noise adds.
  std::vector<GeneratedWord> ShownWords() const;
};

// A document that is edited step by step, and what was done to it since the last step.
class GeneratedDocument {
 public:
  GeneratedDocument(GeneratedLanguage language, size_t sections, Random& random);

  // The edition that brings what is done from now on; 0 at first.
  void SetEdition(uint32_t edition) { text_.SetEdition(edition); }
  // Does one edit, or nothing where the one that was drawn has no place.
  void Edit();

  // The text as a reader cuts it.
  Document Cut() const;
  const std::vector<GeneratedSection>& sections() const { return sections_; }

  // What was done to a section, by identity: the least that its change weighs; whether it was moved …
  struct Deed {
    ChangeKind kind = ChangeKind::kUnchanged;
    bool moved = false, completed = false, returned = false;
    std::optional<uint32_t> split_from;   // it is a part of that one
    std::optional<uint32_t> merged_into;  // it has gone into that one
    bool was_split = false, was_merged = false;
  };
  const std::map<uint32_t, Deed>& deeds() const { return deeds_; }
  void ForgetDeeds();

 private:
  GeneratedSection NewArticle();
  void Number(bool all);
  // An article that nothing was done to in this step, of at least so many sentences.
  std::optional<size_t> Pick(size_t min_sentences = 1);
  Deed& Touch(const GeneratedSection& section, ChangeKind kind);

  void ChangeWords(GeneratedSection& section, size_t percent);
  void EditWords();
  void EditSentence();
  void Retitle();
  void Move(bool edited);
  void Swap();
  void Split();
  void Merge();
  void Add();
  void Remove();
  void Return();
  std::vector<GeneratedParagraph> SeenFirst(const GeneratedSection& teaser) const;
  void Complete();
  void Revert();
  void RenumberAll();
  void MakeNoise();
  void Mistype(GeneratedSection& section);
  void MendTyping();

  Random& random_;
  TextGenerator text_;
  std::vector<GeneratedSection> sections_, removed_;
  std::map<uint32_t, std::vector<std::vector<GeneratedParagraph>>> earlier_;
  std::map<uint32_t, Deed> deeds_;
  uint32_t last_identity_ = 0;
  std::string title_;
  bool chapters_ = false;
  bool keeps_numbers_ = false;  // what is put in gets "12-1", what is taken out leaves a gap
  int bare_percent_ = 0;
  bool plain_numbers_ = false;  // "12. Title" instead of "Article 12. Title"
};

}  // namespace muragat::support
