#include "muragat/render/template.h"

#include <type_traits>

#include <kainjow/mustache.hpp>

#include "muragat/render/embedded.h"

namespace muragat {
namespace {

using Data = kainjow::mustache::data;
using DataList = kainjow::mustache::list;

// The library's own partials would be parsed anew each time they are used: thousands of times a page.
std::string ExpandPartials(std::string_view text) {
  static constexpr struct {
    std::string_view tag;
    const std::string_view& content;
  } kPartials[] = {{"{{> page.css}}", kPageCss},          {"{{> history.css}}", kHistoryCss},
                   {"{{> reform.css}}", kReformCss},      {"{{> history.js}}", kHistoryJs},
                   {"{{> section}}", kSectionMustache},   {"{{> change}}", kChangeMustache},
                   {"{{> language}}", kLanguageMustache}, {"{{> markup}}", kMarkupMustache}};
  std::string out(text);
  for (const auto& [tag, content] : kPartials) {  // `section` and `change` use those after them
    for (size_t at = 0; (at = out.find(tag, at)) != std::string::npos; at += content.size()) {
      out.replace(at, tag.size(), content);
    }
  }
  return out;
}

Data ToData(const TemplateValue& value);

Data ToData(const TemplateValue::Object& object) {
  Data data;
  for (const auto& [name, field] : object) data[std::string(name)] = ToData(field);
  return data;
}

Data ToData(const std::string& text) { return {text}; }
Data ToData(bool truth) { return {truth}; }

Data ToData(const TemplateValue::List& list) {
  Data data(Data::type::list);
  // The list of a value that is ours; the library gives no other way in that does not copy each item deeply.
  auto& items = const_cast<DataList&>(data.list_value());
  items.reserve(list.size());
  for (const TemplateValue& item : list) items.push_back(ToData(item));
  return data;
}

Data ToData(const TemplateValue& value) {
  return std::visit([](const auto& held) { return ToData(held); }, value.value());
}

}  // namespace

TemplateValue TemplateValue::True() {
  TemplateValue value;
  value.value_ = true;
  return value;
}

void TemplateValue::Set(std::string_view name, TemplateValue value) {
  if (auto* object = std::get_if<Object>(&value_)) object->emplace_back(name, std::move(value));
}

void TemplateValue::SetText(std::string_view name, std::string text) {
  if (!text.empty()) Set(name, std::move(text));
}

struct Template::Compiled {
  explicit Compiled(const std::string& text)
      : safe(text.find("{{{") == std::string::npos && text.find("{{&") == std::string::npos),
        mustache(text) {}
  bool safe;
  kainjow::mustache::mustache mustache;
};

Template::Template(std::string_view text) : compiled_(std::make_unique<Compiled>(ExpandPartials(text))) {}

Template::~Template() = default;

Result<std::string> Template::Render(const TemplateValue& value) const {
  if (!compiled_->safe) return Status::InvalidArgument("a template must not pass texts unescaped");
  std::string out;
  const Data data = ToData(value);
  compiled_->mustache.render(data, [&out](const std::string& piece) { out.append(piece); });
  if (!compiled_->mustache.is_valid()) {
    return Status::InvalidArgument("malformed template: " + compiled_->mustache.error_message());
  }
  return out;
}

}  // namespace muragat
