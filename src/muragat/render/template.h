#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "muragat/base/status.h"

namespace muragat {

class JsonObject;

// What a template is filled with: a text, a truth value, a list or an object. Names are literals of the
// program. A name that an object lacks is looked up in the objects around it: names on different levels must
// differ.
class TemplateValue {
 public:
  using List = std::vector<TemplateValue>;
  using Object = std::vector<std::pair<std::string_view, TemplateValue>>;

  // Made by Json alone.
  struct JsonText {
    std::string text;
  };

  TemplateValue() : value_(Object()) {}
  TemplateValue(std::string text) : value_(std::move(text)) {}  // NOLINT(google-explicit-constructor)
  TemplateValue(List list) : value_(std::move(list)) {}         // NOLINT(google-explicit-constructor)
  static TemplateValue True();
  // JSON for a `<script>` that is data. It is put in as it is: what could end the element, or mean markup, is
  // written with JSON's own escapes (`\u003c`).
  static TemplateValue Json(const JsonObject& object);

  // Adds a field to an object that has none of that name. No other kind of value has fields.
  void Set(std::string_view name, TemplateValue value);

  // Adds a field with a text unless the text is empty: for a template an empty text would be there.
  void SetText(std::string_view name, std::string text);

  const auto& value() const { return value_; }

 private:
  std::variant<Object, std::string, List, bool, JsonText> value_;
};

// A Mustache template: variables, sections, inverted sections. Every text that fills it is escaped for HTML,
// quotes included; forms that would not escape (`{{{`, `{{&`) are refused. Thread-safety: one thread.
class Template {
 public:
  // `text` with each `{{> name}}` standing for the embedded file of that name.
  explicit Template(std::string_view text);
  ~Template();

  // Errors: kInvalidArgument: the template is malformed.
  Result<std::string> Render(const TemplateValue& value) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace muragat
