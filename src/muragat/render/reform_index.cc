#include "muragat/render/reform_index.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "muragat/render/embedded.h"
#include "muragat/render/language.h"
#include "muragat/render/link.h"
#include "muragat/render/marked_value.h"
#include "muragat/render/style_hash.h"
#include "muragat/render/wording.h"
#include "muragat/render/year_chart.h"
#include "muragat/text/percent_code.h"

namespace muragat {
namespace {

constexpr size_t kFewDocuments = 4;  // more than these are folded away
constexpr double kTopPx = 6, kFootPx = 22;

Result<int> YearOf(const ReformIndexEntry& entry) {
  int year = 0;
  const char* begin = entry.iso_date.data();
  const auto [end, error] = std::from_chars(begin, begin + std::min<size_t>(entry.iso_date.size(), 4), year);
  if (error != std::errc() || end != begin + 4 || year < 1)
    return Status::InvalidArgument("\"" + entry.iso_date + "\" begins with no year");
  return year;
}

// "3 reforms, +141 −86 words".
std::string Describe(const YearWords& words) {
  return CountOf(words.reforms, "reform") + ", " + FormatWords(words.words_in, words.words_out);
}

TemplateValue MarkEntry(const ReformIndexEntry& entry) {
  TemplateValue out;
  if (!entry.id.empty()) out.Set("reform_anchor", "reform:" + PercentEncode(entry.id));
  if (IsRelativeLink(entry.href)) out.Set("reform_link", entry.href);
  out.Set("reform_title", Marked(entry.title));
  out.Set("reform_iso_date", entry.iso_date);
  out.Set("reform_date", entry.date);
  out.Set("reform_words", FormatWords(entry.words_in, entry.words_out));
  if (entry.in_future) out.Set("reform_later", TemplateValue::True());
  TemplateValue::List documents;
  for (const ReformIndexDocument& document : entry.documents) {
    TemplateValue value;
    SetLanguage(value, document.language);
    if (IsRelativeLink(document.href)) value.Set("document_link", document.href);
    value.Set("document_title", Marked(document.title));
    if (&document != &entry.documents.back()) value.Set("document_more", TemplateValue::True());
    documents.push_back(std::move(value));
  }
  TemplateValue value;
  value.Set("document_count", CountOf(entry.documents.size(), "document"));
  value.Set("documents", std::move(documents));
  out.Set(entry.documents.size() > kFewDocuments ? "documents_many" : "documents_few", std::move(value));
  return out;
}

TemplateValue MarkBar(const YearBar& bar, double axis_px) {
  TemplateValue out;
  out.Set("bar_anchor", "y" + std::to_string(bar.first_year));
  out.Set("bar_name", bar.name);
  out.Set("bar_title", bar.name + ": " + Describe(bar.words));
  out.Set("bar_left", FormatCoordinate(bar.left_percent));
  out.Set("bar_top", FormatCoordinate(axis_px - bar.in_px));
  out.Set("bar_in", FormatCoordinate(bar.in_px));
  out.Set("bar_out", FormatCoordinate(bar.out_px));
  out.Set("bar_reforms", FormatCount(bar.words.reforms));
  out.Set("bar_words_in", FormatCount(bar.words.words_in));
  out.Set("bar_words_out", FormatCount(bar.words.words_out));
  return out;
}

TemplateValue MarkChart(const YearChart& chart) {
  const double axis_px = kTopPx + chart.above_px, foot_px = axis_px + chart.below_px;
  TemplateValue::List bars, labels;
  const YearBar* most = &chart.bars.front();
  for (const YearBar& bar : chart.bars) {
    bars.push_back(MarkBar(bar, axis_px));
    const auto all = [](const YearBar* one) { return one->words.words_in + one->words.words_out; };
    if (all(&bar) > all(most)) most = &bar;
  }
  for (const YearLabel& label : chart.labels) {
    TemplateValue value;
    value.Set("label", label.text);
    value.Set("label_at", FormatCoordinate(label.at_percent));
    if (label.wide_only) value.Set("wide_only", TemplateValue::True());
    labels.push_back(std::move(value));
  }
  TemplateValue out;
  out.Set("bars", std::move(bars));
  out.Set("labels", std::move(labels));
  out.Set("bar_width", FormatCoordinate(chart.bar_width_percent));
  out.Set("axis", FormatCoordinate(axis_px));
  out.Set("foot", FormatCoordinate(foot_px));
  out.Set("label_line", FormatCoordinate(foot_px + kFootPx - 8));
  out.Set("chart_height", FormatCoordinate(foot_px + kFootPx));
  out.Set("period", std::string(chart.years_a_bar == 1    ? "year"
                                : chart.years_a_bar == 10 ? "decade"
                                                          : "century"));
  out.Set("chart_text", "From " + chart.bars.front().name + " to " + chart.bars.back().name +
                            "; the most in " + most->name + ": " + Describe(most->words) + ".");
  return out;
}

}  // namespace

Result<std::string> RenderReformIndex(const ReformIndex& index) {
  static thread_local const Template page_template(kReformsMustache);
  std::map<int, YearWords> words;
  std::vector<int> years;
  for (const ReformIndexEntry& entry : index.entries) {
    MURAGAT_ASSIGN_OR_RETURN(const int year, YearOf(entry));
    years.push_back(year);
    YearWords& one = words[year];
    ++one.reforms;
    one.words_in += entry.words_in;
    one.words_out += entry.words_out;
  }
  const YearChart chart = LayYearChart(words);
  TemplateValue out;
  out.Set("styles_hash", ReformStyleHash());
  out.Set("as_of", index.as_of);
  out.Set("recorded", index.recorded);
  out.Set("commit", FormatCount(index.commit));
  const auto unnamed =
      static_cast<uint64_t>(std::count_if(index.entries.begin(), index.entries.end(),
                                          [](const ReformIndexEntry& entry) { return entry.id.empty(); }));
  out.Set("reform_count", CountOf(index.entries.size() - unnamed, "reform"));
  if (unnamed != 0) out.Set("unnamed_count", CountOf(unnamed, "update"));
  if (IsRelativeLink(index.index_href)) out.Set("index_link", index.index_href);
  if (!chart.bars.empty()) out.Set("chart", MarkChart(chart));
  if (chart.bars.size() > 1) out.Set("several_periods", TemplateValue::True());
  TemplateValue::List periods;
  size_t end = index.entries.size();
  for (auto bar = chart.bars.rbegin(); bar != chart.bars.rend(); ++bar) {
    TemplateValue::List reforms;
    for (; end > 0 && FirstYearOfBar(years[end - 1], chart.years_a_bar) == bar->first_year; --end)
      reforms.push_back(MarkEntry(index.entries[end - 1]));
    TemplateValue period;
    period.Set("period_anchor", "y" + std::to_string(bar->first_year));
    period.Set("period_name", bar->name);
    period.Set("period_words", Describe(bar->words));
    period.Set("reforms", std::move(reforms));
    periods.push_back(std::move(period));
  }
  if (periods.empty()) out.Set("no_reforms", TemplateValue::True());
  out.Set("periods", std::move(periods));
  return page_template.Render(out);
}

}  // namespace muragat
