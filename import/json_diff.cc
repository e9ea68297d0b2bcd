#include "import/json_diff.h"

#include <algorithm>
#include <string>

#include <simdjson.h>

namespace muragat::import {
namespace {

using simdjson::dom::element;

std::optional<size_t> ReadOffset(const element& object, const char* field) {
  uint64_t number = 0;
  if (object[field].get_uint64().get(number)) return std::nullopt;
  return static_cast<size_t>(number);
}

// A text, or nothing where the field is null. False where it is neither.
bool ReadText(const element& object, const char* field, std::optional<std::string>& text) {
  element value;
  if (object[field].get(value)) return false;
  if (value.is_null()) return true;
  std::string_view bytes;
  if (value.get_string().get(bytes)) return false;
  text = std::string(bytes);
  return true;
}

// Carries out `ops` on `older`.
Result<std::string> CarryOut(const simdjson::dom::array& ops, std::string_view older) {
  const Status wrong = Status::InvalidArgument("\"ops\" does not fit \"old\"");
  std::string newer;
  for (const element op : ops) {
    std::string_view name;
    if (op.at(0).get_string().get(name)) return wrong;
    if (name == "keep") {
      uint64_t size = 0;
      if (op.at(1).get_uint64().get(size) || size > older.size()) return wrong;
      newer.append(older.substr(0, size));
      older.remove_prefix(size);
      continue;
    }
    std::string_view text;
    if (op.at(1).get_string().get(text)) return wrong;
    if (name == "insert") {
      newer.append(text);
    } else if (name == "delete" && older.starts_with(text)) {
      older.remove_prefix(text.size());
    } else {
      return wrong;
    }
  }
  return older.empty() ? Result<std::string>(std::move(newer)) : wrong;
}

Result<SectionPatch> ReadPatch(const element& object) {
  SectionPatch patch;
  simdjson::dom::array ops;
  if (!object.is_object() || !ReadText(object, "old", patch.older) || object["ops"].get_array().get(ops))
    return Status::InvalidArgument("it has no \"old\" and \"ops\"");
  const bool has_new = ReadText(object, "new", patch.newer);
  MURAGAT_ASSIGN_OR_RETURN(std::string newer,
                           CarryOut(ops, patch.older ? std::string_view(*patch.older) : ""));
  if (has_new && patch.newer.value_or("") != newer)
    return Status::InvalidArgument("\"ops\" does not give \"new\"");
  if (!has_new && !newer.empty()) patch.newer = std::move(newer);
  patch.older_at = ReadOffset(object, "old_at");
  patch.newer_at = ReadOffset(object, "new_at");
  simdjson::dom::array events;
  if (!object["events"].get_array().get(events)) {
    for (const element event : events) {
      std::string_view name;
      patch.moved = patch.moved || (!event.get_string().get(name) && name == "moved");
    }
  }
  return patch;
}

}  // namespace

Result<std::vector<SectionPatch>> ReadJsonDiff(std::string_view text) {
  std::vector<SectionPatch> patches;
  simdjson::dom::parser parser;
  for (size_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const simdjson::padded_string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (std::string_view(line).find_first_not_of(" \t\r") == std::string_view::npos) continue;
    element object;
    const std::string where = "line " + std::to_string(number) + " is no change of a section: ";
    if (parser.parse(line).get(object)) return Status::InvalidArgument(where + "it is no JSON");
    auto patch = ReadPatch(object);
    if (!patch.ok()) return Status::InvalidArgument(where + patch.status().message());
    patches.push_back(*std::move(patch));
  }
  return patches;
}

}  // namespace muragat::import
