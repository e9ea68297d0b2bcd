#include <algorithm>
#include <map>
#include <unordered_map>

#include "muragat/render/body.h"
#include "muragat/render/document_value.h"
#include "muragat/render/embedded.h"
#include "muragat/render/language.h"
#include "muragat/render/legislation_data.h"
#include "muragat/render/link.h"
#include "muragat/render/marked_value.h"
#include "muragat/render/page.h"
#include "muragat/render/style_hash.h"
#include "muragat/render/template.h"
#include "muragat/render/timeline.h"
#include "muragat/render/wording.h"
#include "muragat/text/fold.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kFewSections = 8;  // more than these a reform touches are folded away
constexpr int kTimelineFootPx = 70;

// The steps from the archive's list to the document, as its id names them.
TemplateValue MarkPath(const std::string& document) {
  TemplateValue::List path;
  for (size_t begin = 0; begin <= document.size();) {
    const size_t end = std::min(document.find('/', begin), document.size());
    TemplateValue step;
    step.Set("segment", Marked(std::string_view(document).substr(begin, end - begin)));
    if (end < document.size()) step.Set("more", TemplateValue::True());
    path.push_back(std::move(step));
    begin = end + 1;
  }
  return path;
}

TemplateValue MarkTimeline(const Page& page, const std::vector<std::string>& colours) {
  const Timeline timeline = LayTimeline(page.reforms, page.as_of_year);
  TemplateValue::List bars, labels;
  for (size_t i = 0; i < timeline.bars.size(); ++i) {
    const PageReform& reform = page.reforms[i];
    const double height = timeline.bars[i].height_px;
    TemplateValue bar;
    bar.Set("bar_number", std::to_string(i + 1));
    bar.Set("bar_title", VisibleText(reform.date + " · " + reform.title) + " · " +
                             FormatWords(reform.words_in, reform.words_out));
    bar.Set("bar_class", colours[i] + (reform.in_future ? " later" : ""));
    bar.Set("bar_left", FormatCoordinate(timeline.bars[i].left_percent));
    bar.Set("bar_top", FormatCoordinate(kTimelineFootPx - height));
    bar.Set("bar_height", FormatCoordinate(height));
    bars.push_back(std::move(bar));
  }
  for (const TimelineLabel& label : timeline.labels) {
    TemplateValue value;
    value.Set("label", label.text);
    value.Set("label_at", FormatCoordinate(label.at_percent));
    value.Set("label_anchor", std::string(label.anchor));
    if (label.wide_only) value.Set("wide_only", TemplateValue::True());
    labels.push_back(std::move(value));
  }
  const bool right_half = timeline.here_percent > 50;
  TemplateValue out;
  out.Set("bars", std::move(bars));
  out.Set("labels", std::move(labels));
  out.Set("bar_width", FormatCoordinate(timeline.bar_width_percent));
  out.Set("here", FormatCoordinate(timeline.here_percent));
  out.Set("here_anchor", std::string(right_half ? "end" : "start"));
  out.Set("here_shift", std::string(right_half ? "-6" : "6"));
  return out;
}

// Fills the page's template, keeping what several of its parts need.
class DocumentPageFiller {
 public:
  explicit DocumentPageFiller(const Page& page) : page_(page), colours_(ReformColours(page.reforms)) {}

  Result<TemplateValue> Fill();
  // Adds what tells of the reforms.
  void FillReforms(TemplateValue& out) const;

 private:
  Status CheckReforms() const;
  void IndexTitles();
  std::optional<std::string> FindFragment(std::string_view fragment) const;
  std::string ReformClass(size_t reform) const;
  Result<TemplateValue> MarkSection(const PageSection& section, size_t newest_reform);
  TemplateValue MarkHistory(const PageSection& section) const;
  TemplateValue MarkReform(size_t reform, const std::vector<const PageSection*>& touched) const;
  TemplateValue MarkReforms() const;

  const Page& page_;
  std::vector<std::string> colours_;                            // as Page::reforms
  std::unordered_map<std::string, uint64_t> lineage_by_title_;  // by FragmentKey
  int heading_level_ = 1;                                       // of the section before
};

Status DocumentPageFiller::CheckReforms() const {
  for (const PageSection& section : page_.sections) {
    for (const PageSectionChange& change : section.history) {
      if (change.reform < page_.reforms.size()) continue;
      return Status::InvalidArgument("section s" + std::to_string(section.lineage) + " of " + page_.document +
                                     " names reform " + std::to_string(change.reform) + " of " +
                                     std::to_string(page_.reforms.size()));
    }
  }
  return Status::Ok();
}

// Letters and digits alone: makers of anchors treat all else differently.
std::string FragmentKey(std::string_view text) {
  std::string key = Slug(text);
  std::erase(key, '-');
  return key;
}

void DocumentPageFiller::IndexTitles() {
  for (const PageSection& section : page_.sections) {
    if (!section.title.empty()) lineage_by_title_.try_emplace(FragmentKey(section.title), section.lineage);
  }
}

std::optional<std::string> DocumentPageFiller::FindFragment(std::string_view fragment) const {
  const auto found = lineage_by_title_.find(FragmentKey(fragment));
  if (found == lineage_by_title_.end()) return std::nullopt;
  return "#s" + std::to_string(found->second);
}

std::string DocumentPageFiller::ReformClass(size_t reform) const {
  return colours_[reform] + (page_.reforms[reform].in_future ? " later" : "");
}

TemplateValue DocumentPageFiller::MarkHistory(const PageSection& section) const {
  TemplateValue::List entries;
  for (const PageSectionChange& change : section.history) {
    const PageReform& reform = page_.reforms[change.reform];
    const bool first = &change == &section.history.back();
    TemplateValue entry;
    entry.Set("entry_class", ReformClass(change.reform));
    entry.Set("entry_iso_date", reform.iso_date);
    entry.Set("entry_date", reform.date);
    entry.Set("entry_number", std::to_string(change.reform + 1));
    entry.Set("entry_title", Marked(reform.title));
    entry.SetText("entry_events", first ? "first text" : DescribeEvents(change.events));
    if (change.section_title != section.title) SetMarked(entry, "entry_called", change.section_title);
    entry.Set("entry_words", FormatWords(change.words_in, change.words_out));
    if (!change.marked.empty()) entry.Set("entry_change", MarkChange(change.marked));
    entries.push_back(std::move(entry));
  }
  const uint64_t changes = section.history.size() - 1;
  const std::string first_date = page_.reforms[section.history.back().reform].date;
  TemplateValue out;
  out.Set("history_summary", changes == 0 ? "Unchanged since its first text, " + first_date
                                          : CountOf(changes, "change") + " · first text " + first_date);
  out.Set("entries", std::move(entries));
  return out;
}

Result<TemplateValue> DocumentPageFiller::MarkSection(const PageSection& section, size_t newest_reform) {
  TemplateValue out;
  out.Set("lineage", std::to_string(section.lineage));
  out.Set("depth", std::to_string(std::min(section.depth_levels, 5U)));
  if (!section.title.empty()) {
    const int wanted = static_cast<int>(std::min(section.depth_levels, 4U)) + 2;
    heading_level_ = std::min(wanted, heading_level_ + 1);
    out.Set("heading", std::string{'h', static_cast<char>('0' + heading_level_)});
    out.Set("section_title", Marked(section.title));
  }
  if (section.title.find(section.number) == std::string::npos) {
    SetMarked(out, "section_number", "§ " + section.number);
  }
  out.Set("since", section.since);
  out.Set("section_hint", VisibleText(section.note.empty() ? section.since : section.note) +
                              (section.teaser ? " · teaser" : ""));
  if (section.teaser) out.Set("teaser", TemplateValue::True());
  SetMarked(out, "note", section.note);
  const bool newest = section.history.size() > 1 && section.history.front().reform == newest_reform;
  if (newest) out.Set("newest", TemplateValue::True());
  const MarkdownOptions options{
      .heading_level = std::max(heading_level_, 2),
      .find_fragment = [this](std::string_view fragment) { return FindFragment(fragment); }};
  MURAGAT_ASSIGN_OR_RETURN(MarkupList body, MarkBody(section.body, IsMarkdown(page_.media_type), options));
  out.Set("section_body", ToTemplateValue(std::move(body)));
  if (!section.history.empty()) out.Set("history", MarkHistory(section));
  return out;
}

TemplateValue DocumentPageFiller::MarkReform(size_t index,
                                             const std::vector<const PageSection*>& touched) const {
  const PageReform& reform = page_.reforms[index];
  TemplateValue out;
  out.Set("reform_number", std::to_string(index + 1));
  out.Set("reform_class", ReformClass(index));
  out.Set("reform_iso_date", reform.iso_date);
  out.Set("reform_date", reform.date);
  out.Set("reform_title", Marked(reform.title));
  out.Set("reform_words", FormatWords(reform.words_in, reform.words_out));
  if (reform.in_future) out.Set("reform_later", TemplateValue::True());
  TemplateValue::List links, gone;
  for (const PageSection* section : touched) {
    TemplateValue link;
    link.Set("touched_lineage", std::to_string(section->lineage));
    link.Set("touched_title", Marked(section->title.empty() ? "Opening text" : section->title));
    if (section != touched.back()) link.Set("touched_more", TemplateValue::True());
    links.push_back(std::move(link));
  }
  if (!touched.empty()) {
    TemplateValue value;
    value.Set("touched", std::move(links));
    value.Set("touched_count", CountOf(touched.size(), "section"));
    out.Set(touched.size() > kFewSections ? "touched_many" : "touched_few", std::move(value));
  }
  for (const PageSectionChange& change : reform.gone) {
    TemplateValue value;
    SetMarked(value, "gone_title", change.section_title);
    value.SetText("gone_events", DescribeEvents(change.events));
    value.Set("gone_words", FormatWords(change.words_in, change.words_out));
    if (!change.marked.empty()) value.Set("gone_change", MarkChange(change.marked));
    gone.push_back(std::move(value));
  }
  if (!gone.empty()) out.Set("gone", std::move(gone));
  return out;
}

TemplateValue DocumentPageFiller::MarkReforms() const {
  std::vector<std::vector<const PageSection*>> touched(page_.reforms.size());
  for (const PageSection& section : page_.sections) {
    for (const PageSectionChange& change : section.history) {
      auto& sections = touched[change.reform];
      if (sections.empty() || sections.back() != &section) sections.push_back(&section);
    }
  }
  TemplateValue::List reforms;
  for (size_t i = page_.reforms.size(); i-- > 0;) reforms.push_back(MarkReform(i, touched[i]));
  TemplateValue out;
  out.Set("reforms", std::move(reforms));
  return out;
}

void DocumentPageFiller::FillReforms(TemplateValue& out) const {
  if (page_.reforms.empty()) return;
  out.Set("timeline", MarkTimeline(page_, colours_));
  out.Set("reform_list", MarkReforms());
}

Result<TemplateValue> DocumentPageFiller::Fill() {
  MURAGAT_RETURN_IF_ERROR(CheckReforms());
  IndexTitles();
  TemplateValue out;
  const std::string& title = page_.title.empty() ? page_.document : page_.title;
  out.Set("style_hash", PageStyleHash());
  out.Set("legislation", TemplateValue::Json(DescribeLegislation(page_)));
  SetLanguage(out, page_.language);
  if (TextDirection(page_.language) == "rtl") out.Set("right_to_left", TemplateValue::True());
  out.Set("page_title", VisibleText(title));
  out.Set("title", Marked(title));
  out.Set("document", Marked(page_.document));
  out.Set("path", MarkPath(page_.document));
  out.Set("as_of", page_.as_of);
  out.Set("recorded", page_.recorded);
  out.Set("commit", FormatCount(page_.commit));
  out.Set("section_count", CountOf(page_.sections.size(), "section"));
  out.Set("reform_count", CountOf(page_.reforms.size(), "reform"));
  if (IsRelativeLink(page_.index_href)) out.Set("index_link", page_.index_href);
  if (std::optional<std::string> source = ExternalLink(page_.source_url)) {
    out.Set("source_link", std::move(*source));
  } else {
    SetMarked(out, "source_text", page_.source_url);
  }
  size_t newest_reform = page_.reforms.size();
  for (size_t i = 0; i < page_.reforms.size(); ++i) {
    if (!page_.reforms[i].in_future) newest_reform = i;
  }
  TemplateValue::List sections;
  for (const PageSection& section : page_.sections) {
    MURAGAT_ASSIGN_OR_RETURN(TemplateValue value, MarkSection(section, newest_reform));
    sections.push_back(std::move(value));
  }
  if (sections.empty()) out.Set("no_text", TemplateValue::True());
  if (sections.size() > 1) out.Set("contents", TemplateValue::True());
  out.Set("sections", std::move(sections));
  return out;
}

}  // namespace

Result<TemplateValue> FillDocumentText(const Page& page) { return DocumentPageFiller(page).Fill(); }

Result<std::string> RenderDocumentPage(const Page& page) {
  static thread_local const Template page_template(
      kDocumentMustache);  // parsing takes as long as a small page
  DocumentPageFiller filler(page);
  MURAGAT_ASSIGN_OR_RETURN(TemplateValue value, filler.Fill());
  filler.FillReforms(value);
  return page_template.Render(value);
}

}  // namespace muragat
