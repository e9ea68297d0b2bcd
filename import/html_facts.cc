#include "import/html_facts.h"

#include <algorithm>
#include <array>

#include "import/html_letters.h"
#include "import/linked_data.h"
#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxTitleBytes = 1000;
constexpr size_t kMaxUrlBytes = 2048;

// Names of <meta> and of items that say a date, in lower case, the most telling first.
constexpr auto kModified =
    std::to_array<std::string_view>({"article:modified_time", "datemodified", "dcterms.modified",
                                     "dc.date.modified", "og:updated_time", "last-modified"});
constexpr auto kPublished = std::to_array<std::string_view>(
    {"article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
     "date", "pubdate", "publishdate"});

// A date as pages write it for machines: as ParseDate reads it, or with a space or more behind the day.
std::optional<ValidDate> ReadDate(std::string_view text) {
  text = TrimBlank(text);
  Result<ValidDate> date = ParseDate(text);
  constexpr size_t kDayBytes = 10;
  if (!date.ok() && text.size() > kDayBytes && !IsAsciiDigit(text[kDayBytes]))
    date = ParseDate(text.substr(0, kDayBytes));
  if (!date.ok()) return std::nullopt;
  return *date;
}

bool IsAbsolute(std::string_view url) {
  const std::string head = LowerAscii(url.substr(0, 8));
  return (head.starts_with("http://") || head.starts_with("https://")) && url.size() <= kMaxUrlBytes &&
         std::ranges::none_of(url, [](char c) { return static_cast<unsigned char>(c) <= ' '; }) &&
         !HoldsControl(url);
}

bool IsLanguageTag(std::string_view tag) {
  return tag.size() >= 2 && tag.size() <= 35 && IsAsciiLetter(tag[0]) && tag.back() != '-' &&
         std::ranges::all_of(tag, [](char c) { return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '-'; });
}

// `text` in one line, without control characters.
std::string TitleLine(std::string_view text) {
  std::string line;
  for (size_t at = 0; at < text.size() && line.size() < kMaxTitleBytes;) {
    const char32_t c = DecodeUtf8(text, at);
    if (IsControl(c) || c == ' ') {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else {
      AppendUtf8(line, c);
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// A heading without the sign of the link to it that many pages put behind it.
std::string WithoutPermalink(std::string heading) {
  for (const std::string_view sign : {"#", "¶", "§", "🔗"}) {
    if (heading.ends_with(std::string(" ").append(sign))) heading.resize(heading.size() - sign.size() - 1);
  }
  return heading;
}

class FactReader {
 public:
  explicit FactReader(const HtmlTree& tree) : tree_(tree) {}

  void ReadElements() {
    for (uint32_t i = 0; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      if (node.kind == HtmlKind::kText) continue;
      if (i == 0) TakeLanguage(tree_.Attribute(0, "lang"));
      if (node.kind == HtmlKind::kHeading && first_heading_.empty())
        first_heading_ = WithoutPermalink(TitleLine(tree_.PlainText(i)));
      if (node.kind == HtmlKind::kTime) TakeTime(i);
      if (node.kind != HtmlKind::kMeta) continue;
      if (node.name == "title" && title_.empty()) title_ = TitleLine(tree_.PlainText(i));
      if (node.name == "meta") TakeMeta(i);
      if (node.name == "link") TakeLink(i);
    }
  }

  HtmlFacts Finish(std::span<const std::string> linked_data) {
    LinkedData linked;
    for (const std::string& json : linked_data) {
      const LinkedData one = ReadLinkedData(json);
      if (linked.headline.empty()) linked.headline = one.headline;
      if (linked.modified.empty()) linked.modified = one.modified;
      if (linked.published.empty()) linked.published = one.published;
    }
    HtmlFacts facts;
    facts.title = title_.empty() ? other_title_ : title_;
    if (facts.title.empty()) facts.title = TitleLine(linked.headline);
    CutSiteName(facts.title);
    facts.language = language_.empty() ? other_language_ : language_;
    facts.source_url = canonical_.empty() ? other_url_ : canonical_;
    for (const auto& candidate : modified_) Use(candidate, facts.date);
    Use(ReadDate(linked.modified), facts.date);
    Use(time_modified_, facts.date);
    for (const auto& candidate : published_) Use(candidate, facts.date);
    Use(ReadDate(linked.published), facts.date);
    Use(time_published_, facts.date);
    return facts;
  }

 private:
  static void Use(const std::optional<ValidDate>& candidate, std::optional<ValidDate>& date) {
    if (!date) date = candidate;
  }

  void TakeLanguage(std::string_view tag) {
    if (IsLanguageTag(TrimBlank(tag))) language_ = TrimBlank(tag);
  }

  void TakeMeta(uint32_t index) {
    const std::string_view content = tree_.Attribute(index, "content");
    for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = LowerAscii(tree_.Attribute(index, attribute));
      if (name.empty()) continue;
      if (name == "og:title" && other_title_.empty()) other_title_ = TitleLine(content);
      if (name == "og:url" && other_url_.empty() && IsAbsolute(content)) other_url_ = content;
      if (name == "content-language" && other_language_.empty()) {
        const std::string_view first = TrimBlank(content.substr(0, content.find(',')));
        if (IsLanguageTag(first)) other_language_ = first;
      }
      TakeDate(name, content);
    }
  }

  void TakeDate(std::string_view name, std::string_view content) {
    for (size_t i = 0; i < kModified.size(); ++i) {
      if (name == kModified[i] && !modified_[i]) modified_[i] = ReadDate(content);
    }
    for (size_t i = 0; i < kPublished.size(); ++i) {
      if (name == kPublished[i] && !published_[i]) published_[i] = ReadDate(content);
    }
  }

  void TakeTime(uint32_t index) {
    const std::string item = LowerAscii(tree_.Attribute(index, "itemprop"));
    const std::string_view when = tree_.Attribute(index, "datetime");
    if (item == "datemodified" && !time_modified_) time_modified_ = ReadDate(when);
    const bool published = item == "datepublished" || tree_.FindAttribute(index, "pubdate") != nullptr;
    if (published && !time_published_) time_published_ = ReadDate(when);
  }

  void TakeLink(uint32_t index) {
    bool canonical = false;
    VisitWords(tree_.Attribute(index, "rel"),
               [&](std::string_view word) { canonical = canonical || EqualsLower(word, "canonical"); });
    const std::string_view target = TrimBlank(tree_.Attribute(index, "href"));
    if (canonical && canonical_.empty() && IsAbsolute(target)) canonical_ = target;
  }

  void CutSiteName(std::string& title) const {
    if (first_heading_.empty()) return;
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " · ", " » "}) {
      const std::string parted(mark);
      if (!title.starts_with(first_heading_ + parted) && !title.ends_with(parted + first_heading_)) continue;
      title = first_heading_;
      return;
    }
  }

  const HtmlTree& tree_;
  std::string title_, other_title_, first_heading_, language_, other_language_, canonical_, other_url_;
  std::array<std::optional<ValidDate>, kModified.size()> modified_;
  std::array<std::optional<ValidDate>, kPublished.size()> published_;
  std::optional<ValidDate> time_modified_, time_published_;
};

}  // namespace

HtmlFacts ReadHtmlFacts(const HtmlTree& tree, std::span<const std::string> linked_data) {
  FactReader reader(tree);
  reader.ReadElements();
  return reader.Finish(linked_data);
}

}  // namespace muragat::import
