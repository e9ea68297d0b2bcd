#include "muragat/render/json_object.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

constexpr bool MustBeEscaped(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void AppendEscape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef", kNamed = "\b\t\n\f\r\"\\", kNames = "btnfr\"\\";
  if (const size_t named = kNamed.find(c); named != std::string_view::npos) {
    out.append({'\\', kNames[named]});
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  out.append("\\u00").append({kHex[byte >> 4], kHex[byte & 15]});
}

// Of text without a mistake: only what must be escaped is looked for.
void AppendEscaped(std::string& out, std::string_view text) {
  size_t begin = 0;  // of what is not appended yet
  for (size_t at = 0; at < text.size(); ++at) {
    if (!MustBeEscaped(text[at])) continue;
    out.append(text, begin, at - begin);
    AppendEscape(out, text[at]);
    begin = at + 1;
  }
  out.append(text, begin);
}

void AppendQuoted(std::string& out, std::string_view text) {
  out.push_back('"');
  for (auto invalid = FindInvalidUtf8(text); invalid; invalid = FindInvalidUtf8(text)) {
    AppendEscaped(out, text.substr(0, *invalid));
    text[*invalid] == '\0' ? AppendEscape(out, '\0') : void(out.append(kReplacement));
    text.remove_prefix(*invalid + 1);
  }
  AppendEscaped(out, text);
  out.push_back('"');
}

std::string Quote(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16 + 2);
  AppendQuoted(out, text);
  return out;
}

// Puts `item` at the end of a list that is written already.
void AppendItem(std::string& list, std::string_view item) {
  if (list.empty() || list == "[]") {
    list = "[";
  } else {
    list.back() = ',';
  }
  list.append(item).push_back(']');
}

}  // namespace

struct JsonObject::Impl {
  // Each name with its value as JSON.
  std::vector<std::pair<std::string, std::string>> fields;

  std::string& At(std::string_view name) {
    for (auto& [field, value] : fields) {
      if (field == name) return value;
    }
    return fields.emplace_back(name, std::string()).second;
  }
};

JsonObject::JsonObject() : impl_(std::make_unique<Impl>()) {}
JsonObject::~JsonObject() = default;
JsonObject::JsonObject(JsonObject&&) noexcept = default;
JsonObject& JsonObject::operator=(JsonObject&&) noexcept = default;

JsonObject& JsonObject::Set(std::string_view field, std::string_view text) {
  impl_->At(field) = Quote(text);
  return *this;
}

JsonObject& JsonObject::Set(std::string_view field, uint64_t number) {
  impl_->At(field) = std::to_string(number);
  return *this;
}

JsonObject& JsonObject::SetShare(std::string_view field, double share) {
  const double rounded = std::round(share * 100) / 100;
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), rounded);
  std::string& value = impl_->At(field);
  value.assign(digits.data(), written.ptr);
  if (value.find('.') == std::string::npos) value.append(".0");
  return *this;
}

JsonObject& JsonObject::SetFlag(std::string_view field, bool flag) {
  impl_->At(field) = flag ? "true" : "false";
  return *this;
}

JsonObject& JsonObject::SetNull(std::string_view field) {
  impl_->At(field) = "null";
  return *this;
}

JsonObject& JsonObject::Set(std::string_view field, const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) AppendItem(list, Quote(text));
  impl_->At(field) = list.empty() ? "[]" : std::move(list);
  return *this;
}

JsonObject& JsonObject::Set(std::string_view field, const JsonObject& object) {
  impl_->At(field) = object.Text();
  return *this;
}

JsonObject& JsonObject::Set(std::string_view field, const std::vector<JsonObject>& objects) {
  std::string list;
  for (const JsonObject& object : objects) AppendItem(list, object.Text());
  impl_->At(field) = list.empty() ? "[]" : std::move(list);
  return *this;
}

JsonObject& JsonObject::SetOrNull(std::string_view field, std::string_view text) {
  return text.empty() ? SetNull(field) : Set(field, text);
}

JsonObject& JsonObject::AddPair(std::string_view field, std::string_view operation, uint64_t number) {
  AppendItem(impl_->At(field), "[" + Quote(operation) + "," + std::to_string(number) + "]");
  return *this;
}

JsonObject& JsonObject::AddPair(std::string_view field, std::string_view operation, std::string_view text) {
  AppendItem(impl_->At(field), "[" + Quote(operation) + "," + Quote(text) + "]");
  return *this;
}

std::string JsonObject::Text() const {
  size_t size_bytes = 2;
  for (const auto& [field, value] : impl_->fields) size_bytes += field.size() + value.size() + 4;
  std::string out;
  out.reserve(size_bytes);
  out.push_back('{');
  for (const auto& [field, value] : impl_->fields) {
    if (out.size() > 1) out.push_back(',');
    AppendQuoted(out, field);
    out.append(":").append(value);
  }
  return out.append("}");
}

}  // namespace muragat
