#include "import/manifest.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <simdjson.h>

#include "import/csv.h"
#include "muragat/text/byte_order_mark.h"
#include "muragat/text/character.h"
#include "muragat/text/fold.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

using Field = std::string ManifestRow::*;
constexpr auto kFields = std::to_array<std::pair<std::string_view, Field>>({
    {"file", &ManifestRow::file},
    {"path", &ManifestRow::file},
    {"document", &ManifestRow::document},
    {"date", &ManifestRow::date},
    {"captured", &ManifestRow::captured},
    {"source", &ManifestRow::source},
    {"url", &ManifestRow::source},
    {"reform", &ManifestRow::reform},
    {"title", &ManifestRow::title},
    {"language", &ManifestRow::language},
    {"author", &ManifestRow::author},
});

std::optional<Field> FieldOf(std::string_view column) {
  const std::string name = FoldCase(TrimBlank(column));
  const auto found = std::ranges::find(kFields, name, &std::pair<std::string_view, Field>::first);
  if (found == kFields.end()) return std::nullopt;
  return found->second;
}

void NoteUnknown(Manifest& manifest, std::string_view column) {
  if (std::ranges::find(manifest.unknown, column) == manifest.unknown.end())
    manifest.unknown.emplace_back(column);
}

Result<Manifest> ReadTable(std::string_view text) {
  const std::string_view head = text.substr(0, text.find('\n'));
  const auto holds = [head](char c) { return head.find(c) != std::string_view::npos; };
  const char separator = holds(',') ? ',' : holds('\t') ? '\t' : holds(';') ? ';' : ',';
  MURAGAT_ASSIGN_OR_RETURN(const std::vector<CsvRow> rows, ReadCsv(text, separator));
  Manifest manifest;
  if (rows.empty()) return Status::InvalidArgument("it is empty");
  std::vector<std::optional<Field>> columns;
  for (const std::string& column : rows.front().fields) {
    const auto field = FieldOf(column);
    if (field && std::ranges::find(columns, field) != columns.end())
      return Status::InvalidArgument("it has the column \"" + VisibleText(column) + "\" twice");
    if (!field) NoteUnknown(manifest, column);
    columns.push_back(field);
  }
  if (std::ranges::find(columns, std::optional<Field>(&ManifestRow::file)) == columns.end())
    return Status::InvalidArgument("it has no column \"file\" in its first line");
  for (size_t i = 1; i < rows.size(); ++i) {
    ManifestRow row{.place = "line " + std::to_string(rows[i].line)};
    if (rows[i].fields.size() > columns.size())
      return Status::InvalidArgument(row.place + " has more fields than the first line");
    for (size_t c = 0; c < rows[i].fields.size(); ++c) {
      if (columns[c]) row.*(*columns[c]) = rows[i].fields[c];
    }
    manifest.rows.push_back(std::move(row));
  }
  return manifest;
}

Result<ManifestRow> ReadEntry(const simdjson::dom::element& entry, Manifest& manifest) {
  ManifestRow row{.place = "entry " + std::to_string(manifest.rows.size() + 1)};
  simdjson::dom::object object;
  if (entry.get_object().get(object) != simdjson::SUCCESS)
    return Status::InvalidArgument(row.place + " is no object");
  for (const auto& [key, value] : object) {
    const auto field = FieldOf(key);
    if (!field) {
      NoteUnknown(manifest, key);
      continue;
    }
    std::string_view text;
    if (!value.is_null() && value.get_string().get(text) != simdjson::SUCCESS)
      return Status::InvalidArgument(row.place + ": \"" + VisibleText(key) + "\" is no string");
    row.*(*field) = text;
  }
  return row;
}

Result<Manifest> ReadJson(std::string_view text) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto failed = parser.parse(text.data(), text.size()).get(root);
  if (failed != simdjson::SUCCESS)
    return Status::InvalidArgument(std::string("it is no JSON: ") + simdjson::error_message(failed));
  simdjson::dom::element list = root;
  if (root.is_object() && root["files"].get(list) != simdjson::SUCCESS)
    return Status::InvalidArgument("it has no list \"files\"");
  simdjson::dom::array entries;
  if (list.get_array().get(entries) != simdjson::SUCCESS)
    return Status::InvalidArgument("\"files\" is no list");
  Manifest manifest;
  for (const simdjson::dom::element& entry : entries) {
    MURAGAT_ASSIGN_OR_RETURN(ManifestRow row, ReadEntry(entry, manifest));
    manifest.rows.push_back(std::move(row));
  }
  return manifest;
}

}  // namespace

Result<Manifest> ReadManifest(std::string_view text) {
  if (FindInvalidUtf8(text)) return Status::InvalidArgument("it is not UTF-8");
  text = SkipByteOrderMark(text);
  const size_t first = text.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && (text[first] == '[' || text[first] == '{');
  return json ? ReadJson(text) : ReadTable(text);
}

}  // namespace muragat::import
