#include "muragat/render/template.h"

#include <algorithm>
#include <iterator>

#include "muragat/render/embedded.h"
#include "muragat/render/json_object.h"

namespace muragat {
namespace {

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

// One step of a template: a text without a tag, a variable, or the beginning of a section, whose steps are
// the next ones up to `end`.
struct Step {
  enum class Kind { kText, kVariable, kSection, kInverted };
  Kind kind = Kind::kText;
  std::string text;  // the text, or the name
  size_t end = 0;    // kSection, kInverted: the first step behind
};

std::string_view Trim(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// Reads a template into its steps. Errors: kInvalidArgument.
Result<std::vector<Step>> ParseTemplate(std::string_view text) {
  std::vector<Step> steps;
  std::vector<size_t> open;
  for (size_t at = 0; at < text.size();) {
    const size_t tag = std::min(text.find("{{", at), text.size());
    if (tag > at) steps.push_back({.text = std::string(text.substr(at, tag - at))});
    if (tag == text.size()) break;
    const size_t tag_end = text.find("}}", tag);
    if (tag_end == std::string_view::npos) return Status::InvalidArgument("malformed template: an open tag");
    const std::string_view content = Trim(text.substr(tag + 2, tag_end - tag - 2));
    at = tag_end + 2;
    const char sign = content.empty() ? '\0' : content.front();
    const std::string_view name = Trim(content.substr(std::min<size_t>(1, content.size())));
    if (sign == '{' || sign == '&') {
      return Status::InvalidArgument("a template must not pass texts unescaped");
    }
    if (sign == '#' || sign == '^') {
      open.push_back(steps.size());
      steps.push_back(
          {.kind = sign == '#' ? Step::Kind::kSection : Step::Kind::kInverted, .text = std::string(name)});
    } else if (sign == '/') {
      if (open.empty() || steps[open.back()].text != name) {
        return Status::InvalidArgument("malformed template: " + std::string(name) + " ends and is not open");
      }
      steps[open.back()].end = steps.size();
      open.pop_back();
    } else if (sign == '>' || sign == '=' || sign == '!' || sign == '\0') {
      return Status::InvalidArgument("malformed template: {{" + std::string(content) + "}} is not known");
    } else {
      steps.push_back({.kind = Step::Kind::kVariable, .text = std::string(content)});
    }
  }
  if (open.empty()) return steps;
  return Status::InvalidArgument("malformed template: " + steps[open.back()].text + " is not closed");
}

void AppendEscaped(std::string& out, std::string_view text) {
  size_t begin = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    std::string_view escaped;
    switch (text[at]) {
      case '&':
        escaped = "&amp;";
        break;
      case '<':
        escaped = "&lt;";
        break;
      case '>':
        escaped = "&gt;";
        break;
      case '"':
        escaped = "&quot;";
        break;
      case '\'':
        escaped = "&apos;";
        break;
      default:
        continue;
    }
    out.append(text, begin, at - begin).append(escaped);
    begin = at + 1;
  }
  out.append(text, begin);
}

// Carries out a template's steps. A line that held the begin or the end of a section and otherwise nothing
// but blanks is left out.
class Rendering {
 public:
  Rendering(const std::vector<Step>& steps, std::string& out) : steps_(steps), out_(out) {}

  void Run(const TemplateValue& value) {
    around_.push_back(&value);
    Run(0, steps_.size());
    if (IsLeftOut()) out_.resize(line_begin_);
  }

 private:
  void Run(size_t begin, size_t end) {
    for (size_t i = begin; i < end;) {
      const Step& step = steps_[i];
      if (step.kind == Step::Kind::kText) {
        AppendText(step.text);
        ++i;
        continue;
      }
      const TemplateValue* value = Find(step.text);
      if (step.kind == Step::Kind::kVariable) {
        if (value != nullptr) AppendValue(*value);
        ++i;
        continue;
      }
      RunSection(step, i + 1, value);
      i = step.end;
    }
  }

  void RunSection(const Step& step, size_t begin, const TemplateValue* value) {
    const auto* list = value == nullptr ? nullptr : std::get_if<TemplateValue::List>(&value->value());
    const bool there = value != nullptr && (list == nullptr || !list->empty());
    if (there == (step.kind == Step::Kind::kInverted)) return;
    if (list == nullptr || list->empty()) return RunInside(begin, step.end, value);
    for (const TemplateValue& item : *list) RunInside(begin, step.end, &item);
  }

  void RunInside(size_t begin, size_t end, const TemplateValue* value) {
    line_holds_section_ = true;
    if (value != nullptr) around_.push_back(value);
    Run(begin, end);
    if (value != nullptr) around_.pop_back();
    line_holds_section_ = true;
  }

  void AppendValue(const TemplateValue& value) {
    if (const auto* text = std::get_if<std::string>(&value.value())) AppendEscaped(out_, *text);
    if (const auto* json = std::get_if<TemplateValue::JsonText>(&value.value())) out_.append(json->text);
  }

  void AppendText(std::string_view text) {
    const size_t first = text.find('\n');
    if (first == std::string_view::npos) {
      out_.append(text);
      return;
    }
    out_.append(text, 0, first);
    if (IsLeftOut()) {
      out_.resize(line_begin_);
      text.remove_prefix(first + 1);
    } else {
      text.remove_prefix(first);
    }
    out_.append(text);
    line_begin_ = out_.size() - (text.size() - (text.rfind('\n') + 1));
    line_holds_section_ = false;
  }

  bool IsLeftOut() const {
    return line_holds_section_ && out_.find_first_not_of(" \t", line_begin_) == std::string::npos;
  }

  const TemplateValue* Find(std::string_view name) const {
    for (size_t i = around_.size(); i-- > 0;) {
      const auto* object = std::get_if<TemplateValue::Object>(&around_[i]->value());
      if (object == nullptr) continue;
      for (const auto& [field, value] : *object) {
        if (field == name) return &value;
      }
    }
    return nullptr;
  }

  const std::vector<Step>& steps_;
  std::string& out_;
  std::vector<const TemplateValue*> around_;  // the outermost first
  size_t line_begin_ = 0;                     // where the last line of `out_` begins
  bool line_holds_section_ = false;
};

}  // namespace

TemplateValue TemplateValue::Json(const JsonObject& object) {
  // All of these stand inside JSON's strings alone.
  static constexpr struct {
    std::string_view bytes, escape;
  } kEscapes[] = {{"<", "\\u003c"},
                  {">", "\\u003e"},
                  {"&", "\\u0026"},
                  {"\xe2\x80\xa8", "\\u2028"},
                  {"\xe2\x80\xa9", "\\u2029"}};
  const std::string plain = object.Text();
  JsonText json;
  for (size_t at = 0; at < plain.size();) {
    const std::string_view rest = std::string_view(plain).substr(at);
    const auto* found = std::find_if(std::begin(kEscapes), std::end(kEscapes),
                                     [rest](const auto& one) { return rest.starts_with(one.bytes); });
    const bool escaped = found != std::end(kEscapes);
    json.text.append(escaped ? found->escape : rest.substr(0, 1));
    at += escaped ? found->bytes.size() : 1;
  }
  TemplateValue value;
  value.value_ = std::move(json);
  return value;
}

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
  Result<std::vector<Step>> steps;
};

Template::Template(std::string_view text)
    : compiled_(std::make_unique<Compiled>(Compiled{ParseTemplate(ExpandPartials(text))})) {}

Template::~Template() = default;

Result<std::string> Template::Render(const TemplateValue& value) const {
  if (!compiled_->steps.ok()) return compiled_->steps.status();
  std::string out;
  Rendering(*compiled_->steps, out).Run(value);
  return out;
}

}  // namespace muragat
