#include "muragat/render/markdown.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include <md4c.h>

#include "muragat/render/entity.h"
#include "muragat/render/link.h"
#include "muragat/render/list_number.h"

namespace muragat {
namespace {

constexpr size_t kMaxDepth = 64;
constexpr const char* kHeadings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};

std::string ReadAttribute(const MD_ATTRIBUTE& attribute) {
  std::string out;
  if (attribute.size == 0) return out;
  for (size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view piece(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    out.append(attribute.substr_types[i] == MD_TEXT_ENTITY ? DecodeEntity(piece) : std::string(piece));
  }
  return out;
}

// Builds the steps from what md4c calls out. Blocks and spans share one stack, as both nest properly.
class MarkdownReader {
 public:
  MarkdownReader(MarkupList& out, std::string_view source, const MarkdownOptions& options)
      : out_(out), numbers_(source), options_(options) {}

  void EnterBlock(MD_BLOCKTYPE type, void* detail);
  void LeaveBlock(MD_BLOCKTYPE type);
  void EnterSpan(MD_SPANTYPE type, void* detail);
  void LeaveSpan();
  void Text(MD_TEXTTYPE type, std::string_view text);

 private:
  struct Element {
    const char* name = "";  // empty: no element was opened
    size_t step = 0;        // the place of its opening step
    bool dropped_when_empty = false;
  };

  void Open(const char* name, const char* style_class = "", const char* attribute = "",
            std::string value = {});
  void Close();
  void OpenLink(const std::string& address);

  MarkupList& out_;
  ListNumbers numbers_;
  const MarkdownOptions& options_;
  std::vector<Element> stack_;
};

void MarkdownReader::Open(const char* name, const char* style_class, const char* attribute,
                          std::string value) {
  const bool shown = *name != '\0' && stack_.size() < kMaxDepth;
  stack_.push_back({shown ? name : "", out_.size()});
  if (shown) AppendOpen(out_, name, style_class, attribute, std::move(value));
}

void MarkdownReader::Close() {
  if (stack_.empty()) return;
  const Element element = stack_.back();
  stack_.pop_back();
  if (*element.name == '\0') return;
  if (element.dropped_when_empty && out_.size() == element.step + 1) {
    out_.pop_back();
  } else {
    AppendClose(out_, element.name);
  }
}

void MarkdownReader::OpenLink(const std::string& address) {
  std::optional<std::string> target;
  const bool inside = !address.empty() && address.front() == '#';
  if (!inside) {
    target = ExternalLink(address);
  } else if (options_.find_fragment) {
    target = options_.find_fragment(std::string_view(address).substr(1));
  }
  if (!target) return Open("");
  Open("a", "", inside ? "href" : "link", std::move(*target));
  stack_.back().dropped_when_empty = true;
}

void MarkdownReader::EnterBlock(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      return Open("blockquote");
    case MD_BLOCK_UL:
      numbers_.EnterList(std::nullopt);
      return Open("ul");
    case MD_BLOCK_OL: {
      const auto* list = static_cast<const MD_BLOCK_OL_DETAIL*>(detail);
      numbers_.EnterList(list->start);
      return Open("ol", list->mark_delimiter == ')' ? "paren" : "");
    }
    case MD_BLOCK_LI:
      Open("li");
      if (*stack_.back().name != '\0') numbers_.EnterItem(stack_.back().step);
      return;
    case MD_BLOCK_HR:
      AppendOpen(out_, "hr");
      return Open("");
    case MD_BLOCK_H: {
      const auto level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      return Open(kHeadings[std::clamp(options_.heading_level + level, 2, 6) - 1]);
    }
    case MD_BLOCK_CODE:
      return Open("pre", "", "focus", "0");
    case MD_BLOCK_P:
      return Open("p");
    case MD_BLOCK_TABLE:
      Open("div", "scroll", "focus", "0");
      return Open("table");
    case MD_BLOCK_THEAD:
      return Open("thead");
    case MD_BLOCK_TBODY:
      return Open("tbody");
    case MD_BLOCK_TR:
      return Open("tr");
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: {
      const MD_ALIGN align = static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align;
      const char* style_class = align == MD_ALIGN_RIGHT ? "end" : align == MD_ALIGN_CENTER ? "middle" : "";
      return Open(type == MD_BLOCK_TH ? "th" : "td", style_class);
    }
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
      return Open("");
  }
}

void MarkdownReader::LeaveBlock(MD_BLOCKTYPE type) {
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) numbers_.LeaveList(out_);
  Close();
  if (type == MD_BLOCK_TABLE) Close();
}

void MarkdownReader::EnterSpan(MD_SPANTYPE type, void* detail) {
  switch (type) {
    case MD_SPAN_EM:
      return Open("em");
    case MD_SPAN_STRONG:
      return Open("strong");
    case MD_SPAN_A:
      return OpenLink(ReadAttribute(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
    case MD_SPAN_IMG:
      return Open("span", "image");
    case MD_SPAN_CODE:
      return Open("code");
    case MD_SPAN_DEL:
      return Open("s");
    default:
      return Open("");
  }
}

void MarkdownReader::LeaveSpan() { Close(); }

void MarkdownReader::Text(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_BR:
      return AppendOpen(out_, "br");
    case MD_TEXT_SOFTBR:
      return AppendText(out_, "\n");
    case MD_TEXT_ENTITY:
      return AppendText(out_, DecodeEntity(text));
    case MD_TEXT_NULLCHAR:
      return AppendText(out_, std::string_view("\0", 1));
    default:
      numbers_.SeeText(text, out_);
      return AppendText(out_, text);
  }
}

MarkdownReader& Reader(void* userdata) { return *static_cast<MarkdownReader*>(userdata); }

}  // namespace

Status AppendMarkdown(MarkupList& out, std::string_view text, const MarkdownOptions& options) {
  if (text.size() > std::numeric_limits<MD_SIZE>::max())
    return Status::InvalidArgument("a text of over 4 GiB");
  const size_t size_before = out.size();
  MarkdownReader reader(out, text, options);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* userdata) {
    return Reader(userdata).EnterBlock(type, detail), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* userdata) {
    return Reader(userdata).LeaveBlock(type), 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* userdata) {
    return Reader(userdata).EnterSpan(type, detail), 0;
  };
  parser.leave_span = [](MD_SPANTYPE, void*, void* userdata) { return Reader(userdata).LeaveSpan(), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* userdata) {
    return Reader(userdata).Text(type, {piece, size}), 0;
  };
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader) == 0) return Status::Ok();
  out.resize(size_before);
  return Status::InvalidArgument("a text that cannot be read as Markdown");
}

}  // namespace muragat
