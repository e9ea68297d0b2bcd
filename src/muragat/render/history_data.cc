// data     := {"sections": [section…], "editions": [edition…]}
// section  := [lineage, text…]
// text     := [heading, "whole"]                   the first of a section
//           | [heading, op…]                       from the text before it
// op       := n keep | -n delete | "insert"        counted, as heading is, in units of UTF-16
// edition  := [day, [section, text]…]              what differs from the edition before; text -1: not there
//           | [day, [section, text]…, {"order": [section…]}]   where another order or other sections stand
// `day` counts from 0001-01-01. What else is known of an edition stands in the page's list of changes.
#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "muragat/render/history_page.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

using Json = nlohmann::ordered_json;

// How many units of UTF-16 a text has.
int64_t CountUnits(std::string_view text) {
  int64_t units = 0;
  for (size_t at = 0; at < text.size();) units += DecodeUtf8(text, at) > 0xffff ? 2 : 1;
  return units;
}

Json WriteText(const HistoryText& text, const HistoryText* before) {
  Json out = Json::array({CountUnits(std::string_view(text.text).substr(0, text.heading_bytes))});
  if (before == nullptr) {
    out.push_back(text.text);
    return out;
  }
  size_t at = 0;
  for (const Edit& edit : text.script) {
    if (edit.kind == EditKind::kInsert) {
      out.push_back(std::string(edit.text));
      continue;
    }
    const int64_t units = CountUnits(std::string_view(before->text).substr(at, edit.size_bytes));
    out.push_back(edit.kind == EditKind::kKeep ? units : -units);
    at += edit.size_bytes;
  }
  return out;
}

Json WriteSection(const HistorySection& section) {
  Json out = Json::array({section.lineage});
  const HistoryText* before = nullptr;
  for (const HistoryText& text : section.texts) {
    out.push_back(WriteText(text, before));
    before = &text;
  }
  return out;
}

std::vector<size_t> OrderOf(const std::vector<HistoryPlace>& places) {
  std::vector<size_t> order;
  order.reserve(places.size());
  for (const HistoryPlace& place : places) order.push_back(place.section);
  return order;
}

Json WriteEdition(int64_t day, const std::vector<HistoryPlace>& before,
                  const std::vector<HistoryPlace>& after) {
  Json out = Json::array({day});
  std::map<size_t, size_t> stood;
  for (const HistoryPlace& place : before) stood[place.section] = place.text;
  for (const HistoryPlace& place : after) {
    const auto found = stood.find(place.section);
    if (found == stood.end() || found->second != place.text) out.push_back({place.section, place.text});
    if (found != stood.end()) stood.erase(found);
  }
  for (const auto& [section, text] : stood) out.push_back({section, -1});
  if (const auto order = OrderOf(after); order != OrderOf(before)) out.push_back({{"order", order}});
  return out;
}

}  // namespace

std::string WriteHistoryData(const HistoryPage& page) {
  constexpr int64_t kDaySeconds = 86'400;
  Json sections = Json::array(), editions = Json::array();
  for (const HistorySection& section : page.sections) sections.push_back(WriteSection(section));
  const std::vector<HistoryPlace> nothing;
  const std::vector<HistoryPlace>* before = &nothing;
  for (size_t i = 0; i < page.editions.size(); ++i) {
    const auto date = ParseDate(page.latest.reforms[i].iso_date);
    const int64_t day = date.ok() ? date->first.seconds() / kDaySeconds : 0;
    editions.push_back(WriteEdition(day, *before, page.editions[i]));
    before = &page.editions[i];
  }
  Json data;
  data["sections"] = std::move(sections);
  data["editions"] = std::move(editions);
  return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace muragat
