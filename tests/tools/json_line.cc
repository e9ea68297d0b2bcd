#include "tests/tools/json_line.h"

#include <nlohmann/json.hpp>

namespace muragat::tools {
namespace {

using Json = nlohmann::ordered_json;

Json Parse(const std::string& line) { return Json::parse(line, nullptr, false); }

}  // namespace

std::vector<std::string> JsonLine::Fields() const {
  std::vector<std::string> fields;
  const Json object = Parse(line_);
  if (object.is_object()) {
    for (const auto& [name, value] : object.items()) fields.push_back(name);
  }
  return fields;
}

std::optional<std::string> JsonLine::Text(const std::string& field) const {
  const Json object = Parse(line_);
  if (!object.is_object() || !object.contains(field) || object[field].is_null()) return std::nullopt;
  return object[field].is_string() ? object[field].get<std::string>() : object[field].dump();
}

std::optional<std::string> JsonLine::ApplyOps(const std::string& older) const {
  const Json object = Parse(line_);
  if (!object.is_object() || !object.contains("ops") || !object["ops"].is_array()) return std::nullopt;
  std::string newer;
  size_t at = 0;
  for (const Json& op : object["ops"]) {
    if (!op.is_array() || op.size() != 2 || !op[0].is_string()) return std::nullopt;
    if (op[0] == "keep" && op[1].is_number_unsigned()) {
      const auto size = op[1].get<size_t>();
      if (size == 0 || size > older.size() - at) return std::nullopt;
      newer += older.substr(at, size);
      at += size;
    } else if (op[0] == "delete" && op[1].is_string()) {
      const auto text = op[1].get<std::string>();
      if (text.empty() || older.compare(at, text.size(), text) != 0) return std::nullopt;
      at += text.size();
    } else if (op[0] == "insert" && op[1].is_string()) {
      newer += op[1].get<std::string>();
    } else {
      return std::nullopt;
    }
  }
  return at == older.size() ? std::optional(newer) : std::nullopt;
}

}  // namespace muragat::tools
