#include "import/linked_data.h"

#include <simdjson.h>

namespace muragat::import {
namespace {

constexpr int kMaxLevels = 32;
constexpr int kMaxValues = 100'000;

class LinkedDataReader {
 public:
  LinkedData Read(simdjson::dom::element element) {
    Visit(element, 0);
    return std::move(data_);
  }

 private:
  void Visit(simdjson::dom::element element, int level) {
    if (level > kMaxLevels || ++values_ > kMaxValues) return;
    simdjson::dom::array array;
    if (!element.get_array().get(array)) {
      for (const simdjson::dom::element one : array) Visit(one, level + 1);
      return;
    }
    simdjson::dom::object object;
    if (element.get_object().get(object)) return;
    for (const auto& [key, value] : object) {
      Take(value, key, "headline", data_.headline);
      Take(value, key, "dateModified", data_.modified);
      Take(value, key, "datePublished", data_.published);
    }
    for (const auto& [key, value] : object) Visit(value, level + 1);
  }

  static void Take(simdjson::dom::element value, std::string_view key, std::string_view wanted,
                   std::string& out) {
    std::string_view text;
    if (key == wanted && out.empty() && !value.get_string().get(text)) out = text;
  }

  LinkedData data_;
  int values_ = 0;
};

}  // namespace

LinkedData ReadLinkedData(std::string_view json) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(json);
  simdjson::dom::element element;
  if (parser.parse(padded).get(element)) return {};
  return LinkedDataReader().Read(element);
}

}  // namespace muragat::import
