#include "tests/support/generated_document.h"

#include <algorithm>

#include "muragat/text/section_number.h"

namespace muragat::support {
namespace {

std::string Replace(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string Curl(const std::string& text) {
  std::string curled;
  bool open = false;
  for (const char c : text) {
    if (c != '"') {
      curled += c;
      continue;
    }
    open = !open;
    curled += open ? "“" : "”";
  }
  return curled;
}

}  // namespace

size_t GeneratedSection::CountSentences() const {
  size_t count = 0;
  for (const GeneratedParagraph& paragraph : paragraphs) count += paragraph.size();
  return count;
}

std::string GeneratedSection::Body(const TextGenerator& text) const {
  std::string body;
  if (teaser_sentences > 0) {
    GeneratedParagraph shown;
    for (const GeneratedParagraph& paragraph : paragraphs) {
      for (const GeneratedSentence& sentence : paragraph)
        if (shown.size() < teaser_sentences) shown.push_back(sentence);
    }
    body = text.Write({shown});
    while (body.ends_with('.') || body.ends_with('\n')) body.pop_back();
    if (body.ends_with("。")) body.resize(body.size() - std::string_view("。").size());
    return body + "... Read more\n\n";
  }
  body = text.Write(paragraphs);
  if (typographic) body = Curl(body);
  if (bold && !paragraphs.empty()) body.insert(body.find('\n'), "**").insert(0, "**");
  if (wide_spaces) body = Replace(Replace(body, ". ", ".  "), "\n\n", "\n\n\n");
  if (views > 0) body += text.ViewsLine(views) + "\n\n";
  if (updated_day > 0) body += text.UpdatedLine(updated_day) + "\n\n";
  return body;
}

std::vector<GeneratedWord> GeneratedSection::ShownWords() const {
  std::vector<GeneratedWord> words;
  size_t sentences = 0;
  for (const GeneratedParagraph& paragraph : paragraphs) {
    for (const GeneratedSentence& sentence : paragraph) {
      if (teaser_sentences > 0 && sentences++ == teaser_sentences) return words;
      words.insert(words.end(), sentence.begin(), sentence.end());
    }
  }
  return words;
}

GeneratedDocument::GeneratedDocument(GeneratedLanguage language, size_t sections, Random& random)
    : random_(random), text_(language, random) {
  title_ = text_.Title();
  chapters_ = random_.OneIn(2);
  keeps_numbers_ = random_.OneIn(2);
  plain_numbers_ = random_.OneIn(4);
  bare_percent_ = random_.OneIn(3) ? 60 : 0;
  for (size_t i = 0; i < sections; ++i) {
    if (chapters_ && i % 12 == 0) {
      GeneratedSection chapter;
      chapter.identity = ++last_identity_;
      chapter.chapter = true;
      chapter.title = text_.Title();
      sections_.push_back(std::move(chapter));
    } else {
      sections_.push_back(NewArticle());
    }
  }
  Number(true);
}

GeneratedSection GeneratedDocument::NewArticle() {
  GeneratedSection section;
  const bool twin = !sections_.empty() && random_.OneIn(8);
  if (twin) {
    const GeneratedSection& other = sections_[random_.Below(sections_.size())];
    section.paragraphs = other.teaser_sentences > 0 ? SeenFirst(other) : other.paragraphs;
  }
  if (section.paragraphs.empty()) {
    for (size_t count = 1 + random_.Below(4); count > 0; --count)
      section.paragraphs.push_back(text_.Paragraph(1 + random_.Below(4)));
  } else {
    // Like another, but for its subject.
    section.paragraphs.front().front() = text_.Sentence();
  }
  section.identity = ++last_identity_;
  section.bare = random_.Below(100) < static_cast<uint32_t>(bare_percent_);
  section.title = text_.Title();
  if (random_.OneIn(6) && text_.language() != GeneratedLanguage::kChinese) Mistype(section);
  if (random_.OneIn(10)) section.views = 100 + random_.Below(900);
  if (random_.OneIn(12)) section.updated_day = 1 + random_.Below(4000);
  if (random_.OneIn(20) && section.CountSentences() >= 4) section.teaser_sentences = 2;
  return section;
}

// Numbers all chapters and articles in order; or, where numbers are kept, only those that have none.
void GeneratedDocument::Number(bool all) {
  int chapter = 0, article = 0, suffix = 0;
  std::string last;
  std::set<std::string> taken;
  for (const GeneratedSection& section : sections_) taken.insert(section.number);
  for (GeneratedSection& section : sections_) {
    if (section.chapter) {
      section.number = std::to_string(++chapter);
      continue;
    }
    ++article;
    if (all || !keeps_numbers_) {
      section.number = std::to_string(article);
    } else if (section.number.empty()) {
      do {
        section.number =
            (last.empty() ? "0" : last.substr(0, last.find('-'))) + "-" + std::to_string(++suffix);
      } while (taken.contains(section.number));
    } else {
      suffix = 0;
    }
    last = section.number;
  }
}

Document GeneratedDocument::Cut() const {
  Document document;
  document.language = LanguageTag(text_.language());
  document.title = title_;
  Section top;
  top.heading = "# " + title_ + "\n\n";
  top.title = title_;
  document.sections.push_back(std::move(top));
  for (const GeneratedSection& from : sections_) {
    Section section;
    std::string name = from.chapter ? text_.ChapterName(from.number) : text_.ArticleName(from.number);
    if (!from.chapter && plain_numbers_) name = from.number + ".";
    const bool chinese = text_.language() == GeneratedLanguage::kChinese;
    section.title = name;
    if (!from.bare)
      section.title += (plain_numbers_ && !from.chapter ? " " : chinese ? " " : ". ") + from.title;
    if (from.bare && plain_numbers_) section.title = from.number + ". " + from.title;
    section.depth_levels = from.chapter || !chapters_ ? 1 : 2;
    section.heading = std::string(section.depth_levels + 1, '#') + " " + section.title + "\n\n";
    section.number = ReadSectionNumber(section.title);
    section.body = from.chapter ? "" : from.Body(text_);
    section.teaser = from.teaser_sentences > 0;
    document.sections.push_back(std::move(section));
  }
  return document;
}

void GeneratedDocument::ForgetDeeds() {
  deeds_.clear();
  for (const GeneratedSection& section : sections_) {
    auto& texts = earlier_[section.identity];
    if (!section.chapter && (texts.empty() || texts.back() != section.paragraphs))
      texts.push_back(section.paragraphs);
  }
}

std::optional<size_t> GeneratedDocument::Pick(size_t min_sentences) {
  for (int attempt = 0; attempt < 20; ++attempt) {
    const size_t place = random_.Below(sections_.size());
    const GeneratedSection& section = sections_[place];
    if (section.chapter || section.teaser_sentences > 0 || deeds_.contains(section.identity)) continue;
    if (section.CountSentences() >= min_sentences) return place;
  }
  return std::nullopt;
}

GeneratedDocument::Deed& GeneratedDocument::Touch(const GeneratedSection& section, ChangeKind kind) {
  Deed& deed = deeds_[section.identity];
  deed.kind = std::max(deed.kind, kind);
  return deed;
}

void GeneratedDocument::Edit() {
  switch (random_.Below(32)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return EditWords();
    case 6:
    case 7:
    case 8:
      return EditSentence();
    case 9:
    case 10:
      return Retitle();
    case 11:
    case 12:
      return Move(false);
    case 13:
    case 14:
      return Move(true);
    case 15:
      return Swap();
    case 16:
    case 17:
      return Split();
    case 18:
    case 19:
      return Merge();
    case 20:
    case 21:
      return Add();
    case 22:
    case 23:
      return Remove();
    case 24:
      return Return();
    case 25:
      return Complete();
    case 26:
      return Revert();
    case 27:
      return RenumberAll();
    case 28:
      return MendTyping();
    default:
      return MakeNoise();
  }
}

}  // namespace muragat::support
