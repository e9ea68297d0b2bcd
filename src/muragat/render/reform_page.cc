#include "muragat/render/reform_page.h"

#include <algorithm>
#include <iterator>

#include "muragat/render/change_rows.h"
#include "muragat/render/embedded.h"
#include "muragat/render/language.h"
#include "muragat/render/link.h"
#include "muragat/render/marked_value.h"
#include "muragat/render/style_hash.h"
#include "muragat/render/wording.h"
#include "muragat/text/percent_code.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

std::string DocumentAnchor(const std::string& document) {
  std::string out = "doc:";
  for (const char c : document) IsUnreserved(c) || c == '/' ? out.push_back(c) : AppendPercentEncoded(out, c);
  return out;
}

std::string SectionAnchor(const std::string& document_anchor, uint64_t lineage) {
  return document_anchor + ":s" + std::to_string(lineage);
}

const std::string& TitleOf(const ReformDocument& document) {
  return document.title.empty() ? document.document : document.title;
}

std::string TitleOf(const ReformSection& section) {
  return section.title.empty() ? "Opening text" : section.title;
}

// "renamed, moved"; a change of the text alone is "changed".
std::string EventsOf(const ReformSection& section) {
  const std::string events = DescribeEvents(section.events);
  return events.empty() ? "changed" : events;
}

// "2 added, 1 renamed" of counted words, the greatest count first.
std::string DescribeCounts(std::vector<std::pair<std::string, uint64_t>> counts) {
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [word, count] : counts)
    out.append(out.empty() ? "" : ", ").append(FormatCount(count)).append(" ").append(word);
  return out;
}

// A list of titles, parted by commas.
TemplateValue MarkTitles(const std::vector<std::string>& titles) {
  TemplateValue::List parts;
  for (const std::string& title : titles) {
    TemplateValue value;
    value.Set("one_title", Marked(title.empty() ? "Opening text" : title));
    if (&title != &titles.back()) value.Set("one_more", TemplateValue::True());
    parts.push_back(std::move(value));
  }
  TemplateValue out;
  out.Set("titles", std::move(parts));
  return out;
}

TemplateValue::List MarkRows(const std::vector<MarkedPiece>& marked) {
  TemplateValue::List rows;
  for (const ChangeRow& row : CutRows(marked)) {
    TemplateValue value;
    value.Set("row_class", std::string(!row.changed ? " same" : row.has_old && row.has_new ? "" : " alone"));
    if (row.has_old) value.Set("old", MarkChange(row.pieces));
    if (row.has_new) value.Set("new", MarkChange(row.pieces));
    rows.push_back(std::move(value));
  }
  return rows;
}

TemplateValue MarkSection(const ReformSection& section, const ReformDocument& document,
                          const std::string& document_anchor) {
  TemplateValue out;
  out.Set("section_anchor", SectionAnchor(document_anchor, section.lineage));
  out.Set("section_title", Marked(TitleOf(section)));
  if (section.title.find(section.number) == std::string::npos)
    SetMarked(out, "section_number", "§ " + section.number);
  out.Set("section_events", EventsOf(section));
  if (section.kind != ChangeKind::kUnchanged) out.Set("section_kind", std::string(KindName(section.kind)));
  out.Set("section_words", FormatWords(section.words_in, section.words_out));
  SetMarked(out, "was", section.was);
  if (!section.from.empty()) out.Set("from", MarkTitles(section.from));
  if (!section.to.empty()) out.Set("to", MarkTitles(section.to));
  out.Set("caption_before", section.before_since.empty() ? "not there" : section.before_since);
  out.Set("caption_after", section.is_there ? document.after.since : "no longer there");
  if (section.marked.empty()) {
    out.Set("text_stayed", TemplateValue::True());
  } else {
    out.Set("rows", MarkRows(section.marked));
  }
  return out;
}

TemplateValue MarkEntry(const ReformContents::Entry& entry) {
  const std::string anchor = DocumentAnchor(entry.document);
  TemplateValue out;
  out.Set("entry_anchor", anchor);
  SetLanguage(out, entry.language);
  out.Set("entry_title", Marked(entry.title));
  out.Set("entry_words", FormatWords(entry.words_in, entry.words_out));
  TemplateValue::List parts;
  for (const ReformContents::Part& part : entry.parts) {
    TemplateValue value;
    value.Set("part_anchor", SectionAnchor(anchor, part.lineage));
    value.Set("part_title", Marked(part.title));
    value.Set("part_hint", part.events);
    parts.push_back(std::move(value));
  }
  out.Set("parts", std::move(parts));
  return out;
}

// A text's date and where it came from.
TemplateValue MarkText(const ReformText& text, std::string_view absent) {
  TemplateValue out;
  out.Set("text_since", text.since.empty() ? std::string(absent) : text.since);
  if (std::optional<std::string> source = ExternalLink(text.source_url)) {
    out.Set("text_source", std::move(*source));
  } else {
    SetMarked(out, "text_origin", text.source_url);
  }
  return out;
}

}  // namespace

void ReformContents::Add(const ReformDocument& document) {
  sections_ += document.sections.size();
  words_in_ += document.words_in;
  words_out_ += document.words_out;
  Entry entry{.document = document.document,
              .title = TitleOf(document),
              .language = document.language,
              .words_in = document.words_in,
              .words_out = document.words_out};
  for (const ReformSection& section : document.sections) {
    for (const ChangeEvent event : section.events) ++events_[event];
    ++kinds_[section.kind];
    entry.parts.push_back({section.lineage, TitleOf(section), EventsOf(section)});
  }
  entries_.push_back(std::move(entry));
}

void ReformContents::Append(ReformContents other) {
  entries_.insert(entries_.end(), std::make_move_iterator(other.entries_.begin()),
                  std::make_move_iterator(other.entries_.end()));
  sections_ += other.sections_;
  words_in_ += other.words_in_;
  words_out_ += other.words_out_;
  for (const auto& [event, count] : other.events_) events_[event] += count;
  for (const auto& [kind, count] : other.kinds_) kinds_[kind] += count;
}

std::string ReformContents::DescribeAllEvents() const {
  std::vector<std::pair<std::string, uint64_t>> counts;
  for (const auto& [event, count] : events_) {
    const std::string word = DescribeEvents({event});
    counts.emplace_back(word.empty() ? "changed" : word, count);
  }
  return DescribeCounts(std::move(counts));
}

std::string ReformContents::DescribeKinds() const {
  std::vector<std::pair<std::string, uint64_t>> counts;
  for (const auto& [kind, count] : kinds_) counts.emplace_back(KindName(kind), count);
  return DescribeCounts(std::move(counts));
}

Result<std::string> RenderReformHead(const ReformPage& page, const ReformContents& contents) {
  static thread_local const Template head_template(kReformMustache);
  TemplateValue out;
  out.Set("styles_hash", ReformStyleHash());
  out.Set("page_title", VisibleText(page.title));
  out.Set("title", Marked(page.title));
  out.Set("reform_id", Marked(page.id));
  out.Set("date", page.date);
  out.Set("iso_date", page.iso_date);
  out.Set("recorded", page.recorded);
  out.Set("commit", FormatCount(page.commit));
  if (IsRelativeLink(page.index_href)) out.Set("index_link", page.index_href);
  if (IsRelativeLink(page.reforms_href)) out.Set("reforms_link", page.reforms_href);
  const auto count = [&out](std::string_view number, std::string_view noun, uint64_t value,
                            const char* word) {
    out.Set(number, FormatCount(value));
    out.Set(noun, word + std::string(value == 1 ? "" : "s"));
  };
  count("document_count", "document_noun", contents.entries().size(), "document");
  count("section_count", "section_noun", contents.sections(), "section");
  count("in_count", "in_noun", contents.words_in(), "word");
  count("out_count", "out_noun", contents.words_out(), "word");
  out.SetText("all_events", contents.DescribeAllEvents());
  out.SetText("all_kinds", contents.DescribeKinds());
  TemplateValue::List entries;
  for (const ReformContents::Entry& entry : contents.entries()) entries.push_back(MarkEntry(entry));
  out.Set("entries", std::move(entries));
  return head_template.Render(out);
}

Result<std::string> RenderReformDocument(const ReformDocument& document) {
  static thread_local const Template document_template(kReformDocumentMustache);
  const std::string anchor = DocumentAnchor(document.document);
  TemplateValue out;
  SetLanguage(out, document.language);
  out.Set("document_anchor", anchor);
  out.Set("document_id", Marked(document.document));
  out.Set("document_title", Marked(TitleOf(document)));
  if (IsRelativeLink(document.href)) out.Set("document_link", document.href);
  out.Set("document_words", FormatWords(document.words_in, document.words_out));
  out.Set("document_sections", CountOf(document.sections.size(), "section"));
  out.Set("text_before", MarkText(document.before, "no text"));
  out.Set("text_after", MarkText(document.after, "no text from then on"));
  TemplateValue::List sections;
  for (const ReformSection& section : document.sections)
    sections.push_back(MarkSection(section, document, anchor));
  out.Set("sections", std::move(sections));
  if (!document.instructions.empty()) {
    TemplateValue instructions;
    instructions.Set("instruction_text", Marked(document.instructions));
    out.Set("instructions", std::move(instructions));
  }
  return document_template.Render(out);
}

Result<std::string> RenderReformEnd(const ReformPage& page) {
  static thread_local const Template end_template(kReformEndMustache);
  TemplateValue out;
  out.Set("reform_id", Marked(page.id));
  out.Set("recorded", page.recorded);
  out.Set("commit", FormatCount(page.commit));
  return end_template.Render(out);
}

Result<std::string> RenderReformPage(const ReformPage& page, const std::vector<ReformDocument>& documents) {
  ReformContents contents;
  std::string body;
  for (const ReformDocument& document : documents) {
    contents.Add(document);
    MURAGAT_ASSIGN_OR_RETURN(const std::string block, RenderReformDocument(document));
    body.append(block).push_back('\n');
  }
  MURAGAT_ASSIGN_OR_RETURN(const std::string head, RenderReformHead(page, contents));
  MURAGAT_ASSIGN_OR_RETURN(const std::string end, RenderReformEnd(page));
  return head + '\n' + body + end;
}

}  // namespace muragat
