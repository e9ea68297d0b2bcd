// The edits of a GeneratedDocument.
#include <algorithm>

#include "muragat/text/utf8.h"
#include "tests/support/generated_document.h"

namespace muragat::support {
namespace {

std::vector<GeneratedSentence*> SentencesOf(GeneratedSection& section) {
  std::vector<GeneratedSentence*> sentences;
  for (GeneratedParagraph& paragraph : section.paragraphs)
    for (GeneratedSentence& sentence : paragraph) sentences.push_back(&sentence);
  return sentences;
}

// What is spelled as before has not changed.
void Replace(GeneratedWord& word, const GeneratedWord& by) {
  if (word != by) word = by;
}

}  // namespace

void GeneratedDocument::ChangeWords(GeneratedSection& section, size_t percent) {
  for (GeneratedSentence* sentence : SentencesOf(section)) {
    for (size_t i = 0; i + 1 < sentence->size(); ++i)
      if (random_.Below(100) < percent) Replace((*sentence)[i], text_.Word());
  }
}

void GeneratedDocument::EditWords() {
  const auto place = Pick();
  if (!place) return;
  GeneratedSection& section = sections_[*place];
  GeneratedSentence& sentence = *random_.Pick(SentencesOf(section));
  Touch(section, ChangeKind::kSubstantive);
  const size_t at = random_.Below(sentence.size() - 1);
  for (uint32_t words = 1 + random_.Below(3); words > 0; --words) {
    const auto where = sentence.begin() + static_cast<std::ptrdiff_t>(at);
    if (random_.OneIn(2) || sentence.size() < 5) {
      sentence.insert(where, text_.Word());
    } else if (random_.OneIn(2) && at + 1 < sentence.size()) {
      sentence.erase(where);
    } else {
      GeneratedWord word = text_.Word();
      if (where + 1 == sentence.end()) word += ".";
      Replace(*where, word);
    }
  }
  // At least one word that was nowhere in it.
  sentence.insert(sentence.begin() + static_cast<std::ptrdiff_t>(std::min(at, sentence.size() - 1)),
                  text_.Word(std::to_string(100 + random_.Below(9000))));
}

void GeneratedDocument::EditSentence() {
  const auto place = Pick(2);
  if (!place) return;
  GeneratedSection& section = sections_[*place];
  Touch(section, ChangeKind::kSubstantive);
  GeneratedParagraph& paragraph = section.paragraphs[random_.Below(section.paragraphs.size())];
  const auto at = static_cast<std::ptrdiff_t>(random_.Below(paragraph.size()));
  if (paragraph.size() > 1 && random_.OneIn(2)) {
    paragraph.erase(paragraph.begin() + at);
  } else {
    paragraph.insert(paragraph.begin() + at, text_.Sentence());
  }
}

void GeneratedDocument::Retitle() {
  const auto place = Pick();
  if (!place) return;
  GeneratedSection& section = sections_[*place];
  if (section.bare) return;
  const std::string old = section.title;
  while (section.title == old) section.title = text_.Title();
  Touch(section, ChangeKind::kStructural);
}

void GeneratedDocument::Move(bool edited) {
  const auto place = Pick(edited ? 3 : 1);
  if (!place || sections_.size() < 8) return;
  GeneratedSection section = sections_[*place];
  sections_.erase(sections_.begin() + static_cast<std::ptrdiff_t>(*place));
  size_t to = *place;
  while (to + 3 > *place && to < *place + 4) to = 1 + random_.Below(sections_.size());
  Touch(section, edited ? ChangeKind::kSubstantive : ChangeKind::kStructural).moved = true;
  if (edited) ChangeWords(section, 10 + random_.Below(31));
  sections_.insert(sections_.begin() + static_cast<std::ptrdiff_t>(to), std::move(section));
  Number(false);
}

void GeneratedDocument::Swap() {
  const auto first = Pick(), second = Pick();
  if (!first || !second) return;
  const size_t low = std::min(*first, *second), high = std::max(*first, *second);
  if (high - low < 4) return;
  Touch(sections_[low], ChangeKind::kStructural).moved = true;
  Touch(sections_[high], ChangeKind::kStructural).moved = true;
  std::swap(sections_[low], sections_[high]);
  if (keeps_numbers_) std::swap(sections_[low].number, sections_[high].number);
  Number(false);
}

void GeneratedDocument::Split() {
  const size_t count = 2 + random_.Below(3);
  const auto place = Pick(count * 2);
  if (!place) return;
  GeneratedSection& whole = sections_[*place];
  std::vector<GeneratedSentence> sentences;
  for (GeneratedSentence* sentence : SentencesOf(whole)) sentences.push_back(*sentence);
  std::vector<GeneratedSection> parts;
  for (size_t i = 0; i < count; ++i) {
    GeneratedSection part;
    part.bare = whole.bare;
    const size_t begin = i * sentences.size() / count, end = (i + 1) * sentences.size() / count;
    part.paragraphs.emplace_back(sentences.begin() + static_cast<std::ptrdiff_t>(begin),
                                 sentences.begin() + static_cast<std::ptrdiff_t>(end));
    if (i == 0) {
      whole.paragraphs = part.paragraphs;
      continue;
    }
    part.identity = ++last_identity_;
    part.title = text_.Title();
    Touch(part, ChangeKind::kStructural).split_from = whole.identity;
    parts.push_back(std::move(part));
  }
  Touch(whole, ChangeKind::kStructural).was_split = true;
  sections_.insert(sections_.begin() + static_cast<std::ptrdiff_t>(*place + 1), parts.begin(), parts.end());
  Number(false);
}

void GeneratedDocument::Merge() {
  const size_t count = 2 + random_.Below(3);
  const auto place = Pick(2);
  if (!place || *place + count > sections_.size()) return;
  for (size_t i = *place; i < *place + count; ++i) {
    const GeneratedSection& part = sections_[i];
    const bool plain = part.views == 0 && part.updated_day == 0 && !part.bold && !part.wide_spaces;
    if (part.chapter || part.teaser_sentences > 0 || deeds_.contains(part.identity) || !plain) return;
    if (part.CountSentences() < 2) return;
  }
  GeneratedSection& whole = sections_[*place];
  for (size_t i = *place + 1; i < *place + count; ++i) {
    const GeneratedSection& part = sections_[i];
    whole.paragraphs.insert(whole.paragraphs.end(), part.paragraphs.begin(), part.paragraphs.end());
    whole.typographic = whole.typographic && part.typographic;
    Touch(part, ChangeKind::kStructural).merged_into = whole.identity;
  }
  Touch(whole, ChangeKind::kStructural).was_merged = true;
  sections_.erase(sections_.begin() + static_cast<std::ptrdiff_t>(*place + 1),
                  sections_.begin() + static_cast<std::ptrdiff_t>(*place + count));
  Number(false);
}

void GeneratedDocument::Add() {
  GeneratedSection section = NewArticle();
  Touch(section, ChangeKind::kSubstantive);
  const size_t to = 1 + random_.Below(sections_.size());
  sections_.insert(sections_.begin() + static_cast<std::ptrdiff_t>(to), std::move(section));
  Number(false);
}

void GeneratedDocument::Remove() {
  const auto place = Pick();
  if (!place || sections_.size() < 10) return;
  Touch(sections_[*place], ChangeKind::kSubstantive);
  removed_.push_back(sections_[*place]);
  sections_.erase(sections_.begin() + static_cast<std::ptrdiff_t>(*place));
  Number(false);
}

void GeneratedDocument::Return() {
  if (removed_.empty()) return;
  const size_t which = random_.Below(removed_.size());
  if (deeds_.contains(removed_[which].identity)) return;
  GeneratedSection section = removed_[which];
  removed_.erase(removed_.begin() + static_cast<std::ptrdiff_t>(which));
  section.number.clear();
  if (random_.OneIn(2)) ChangeWords(section, 5);
  Touch(section, ChangeKind::kSubstantive).returned = true;
  const size_t to = 1 + random_.Below(sections_.size());
  sections_.insert(sections_.begin() + static_cast<std::ptrdiff_t>(to), std::move(section));
  Number(false);
}

// The text of a teaser with what was cut off, which is seen for the first time unless another section shows
// it.
std::vector<GeneratedParagraph> GeneratedDocument::SeenFirst(const GeneratedSection& teaser) const {
  const auto shown_elsewhere = [&](const GeneratedSentence& sentence) -> const GeneratedSentence* {
    for (const GeneratedSection& section : sections_) {
      size_t left = section.teaser_sentences > 0 ? section.teaser_sentences : SIZE_MAX;
      for (const GeneratedParagraph& paragraph : section.paragraphs)
        for (const GeneratedSentence& one : paragraph)
          if (left > 0 && (--left, one == sentence)) return &one;
    }
    return nullptr;
  };
  std::vector<GeneratedParagraph> paragraphs = teaser.paragraphs;
  size_t sentences = 0;
  for (GeneratedParagraph& paragraph : paragraphs) {
    for (GeneratedSentence& sentence : paragraph) {
      if (++sentences <= teaser.teaser_sentences) continue;
      const GeneratedSentence* shown = shown_elsewhere(sentence);
      for (size_t i = 0; i < sentence.size(); ++i)
        sentence[i].brought = shown != nullptr ? (*shown)[i].brought : text_.edition();
    }
  }
  return paragraphs;
}

void GeneratedDocument::Complete() {
  for (GeneratedSection& section : sections_) {
    if (section.teaser_sentences == 0 || deeds_.contains(section.identity)) continue;
    section.paragraphs = SeenFirst(section);
    for (auto& text : earlier_[section.identity])
      if (text == section.paragraphs) text = section.paragraphs;
    section.teaser_sentences = 0;
    Touch(section, ChangeKind::kCaptureOnly).completed = true;
    return;
  }
}

void GeneratedDocument::Revert() {
  const auto place = Pick();
  if (!place) return;
  GeneratedSection& section = sections_[*place];
  const auto& texts = earlier_[section.identity];
  if (texts.empty()) return;
  const auto& text = random_.Pick(texts);
  if (text == section.paragraphs) return;
  section.paragraphs = text;
  Touch(section, ChangeKind::kSubstantive);
}

void GeneratedDocument::RenumberAll() {
  if (!keeps_numbers_) {
    // What numbers consecutively is renumbered by a new first article.
    GeneratedSection section = NewArticle();
    Touch(section, ChangeKind::kSubstantive);
    sections_.insert(sections_.begin() + (chapters_ ? 1 : 0), std::move(section));
  }
  Number(true);
}

void GeneratedDocument::MakeNoise() {
  const auto place = Pick();
  if (!place) return;
  GeneratedSection& section = sections_[*place];
  const std::string before = section.Body(text_);
  ChangeKind kind = ChangeKind::kCaptureOnly;
  switch (random_.Below(7)) {
    case 0:
      section.wide_spaces = !section.wide_spaces;
      break;
    case 1:
      section.typographic = !section.typographic;
      break;
    case 2:
      section.bold = !section.bold;
      break;
    case 3:
      section.views = section.views == 0 ? 0 : section.views + 1 + random_.Below(500);
      break;
    case 4:
      section.updated_day = section.updated_day == 0 ? 0 : section.updated_day + 1 + random_.Below(300);
      break;
    case 5: {
      GeneratedSentence& sentence = *random_.Pick(SentencesOf(section));
      GeneratedWord& word = sentence[random_.Below(sentence.size() - 1)];
      const bool chinese = text_.language() == GeneratedLanguage::kChinese;
      if (word.back() == ',') {
        word.pop_back();
      } else if (static_cast<unsigned char>(word.back()) >= 'a') {
        word += chinese ? "，" : ",";
      }
      kind = ChangeKind::kEditorial;
      break;
    }
    default: {
      GeneratedSentence& sentence = *random_.Pick(SentencesOf(section));
      GeneratedWord& word = sentence[1 + random_.Below(sentence.size() - 2)];
      const GeneratedWord before_case = word;
      if (word.front() >= 'a' && word.front() <= 'z') word.front() = static_cast<char>(word.front() - 32);
      // Cyrillic а–п and А–П.
      if (word.size() > 1 && word[0] == '\xd0' && static_cast<unsigned char>(word[1]) >= 0xb0)
        word[1] = static_cast<char>(word[1] - 0x20);
      if (word != before_case) word.brought = text_.edition();
      kind = ChangeKind::kEditorial;
    }
  }
  if (section.Body(text_) != before) Touch(section, kind);
}

// Puts a slip of the fingers into a new section.
void GeneratedDocument::Mistype(GeneratedSection& section) {
  constexpr size_t kLetters = 9, kMissing = 4;
  for (GeneratedSentence* sentence : SentencesOf(section)) {
    for (size_t i = 1; i + 1 < sentence->size(); ++i) {
      GeneratedWord& word = (*sentence)[i];
      std::vector<size_t> letters;  // where each begins
      for (size_t at = 0; at < word.size(); DecodeUtf8(word, at)) letters.push_back(at);
      if (letters.size() < kLetters || word.find_first_of(",\"-") != std::string::npos) continue;
      section.right = word;
      word.erase(letters[kMissing], letters[kMissing + 1] - letters[kMissing]);
      section.wrong = word;
      return;
    }
  }
}

void GeneratedDocument::MendTyping() {
  for (GeneratedSection& section : sections_) {
    if (section.wrong.empty() || deeds_.contains(section.identity) || section.teaser_sentences > 0) continue;
    for (GeneratedSentence* sentence : SentencesOf(section)) {
      const auto word = std::find(sentence->begin(), sentence->end(), section.wrong);
      if (word == sentence->end()) continue;
      *word = text_.Word(section.right);
      section.wrong.clear();
      Touch(section, ChangeKind::kEditorial);
      return;
    }
  }
}

}  // namespace muragat::support
