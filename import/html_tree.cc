#include "import/html_tree.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>
#include <new>
#include <utility>

#include <gumbo.h>

#include "import/html_letters.h"
#include "muragat/text/utf8.h"

namespace muragat::import {

// The memory that the parser builds its tree in, given back as a whole. Where the bound is reached the
// parser, which knows no failure of memory, is left by a jump: it is written in C and holds nothing but this
// memory.
class HtmlTree::Memory {
 public:
  void* Take(size_t size) {
    size = (size + 15) / 16 * 16;
    if (size > left_) Grow(size);
    char* const taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }
  std::jmp_buf& way_out() { return way_out_; }
  std::string_view Keep(std::string_view text) {
    char* const kept = static_cast<char*>(Take(text.size() + 1));
    std::copy(text.begin(), text.end(), kept);
    return {kept, text.size()};
  }

  // The parser makes a character of every reference, of "&#xD800;" too.
  std::string_view WellFormed(std::string_view text) {
    if (!FindInvalidUtf8(text)) return text;
    std::string mended;
    for (size_t at = 0; at < text.size();) AppendUtf8(mended, DecodeUtf8(text, at));
    return Keep(mended);
  }

  static void* Allocate(void* memory, size_t size) { return static_cast<Memory*>(memory)->Take(size); }
  static void Deallocate(void* /*memory*/, void* /*pointer*/) {}

 private:
  void Grow(size_t size) {
    // Pieces grow with the tree: most pages are small.
    constexpr size_t kFirstBytes = size_t{16} << 10, kLargestBytes = size_t{1} << 20;
    const size_t piece = std::max(std::clamp(total_, kFirstBytes, kLargestBytes), size);
    if (size > kMaxBytes || total_ + piece > kMaxBytes) std::longjmp(way_out_, 1);
    pieces_.push_back(std::make_unique_for_overwrite<char[]>(piece));
    total_ += piece;
    next_ = pieces_.back().get();
    left_ = piece;
  }

  std::vector<std::unique_ptr<char[]>> pieces_;
  char* next_ = nullptr;
  size_t left_ = 0, total_ = 0;
  std::jmp_buf way_out_{};
};

namespace {

// Nothing with a destructor may live here: the parser may be left by a jump.
const GumboNode* ParseOrLeave(const GumboOptions& options, std::string_view markup, std::jmp_buf& way_out) {
  if (setjmp(way_out) != 0) return nullptr;
  return gumbo_parse_with_options(&options, markup.data(), markup.size())->root;
}

bool HoldsElements(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

std::string_view NameOf(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

}  // namespace

HtmlTree::HtmlTree() : memory_(std::make_unique<Memory>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::Parse(std::string_view markup) {
  HtmlTree tree;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Memory::Allocate;
  options.deallocator = Memory::Deallocate;
  options.userdata = tree.memory_.get();
  options.max_errors = 0;
  const GumboNode* root = ParseOrLeave(options, markup, tree.memory_->way_out());
  if (root == nullptr) {
    return Status::InvalidArgument("the page's elements take more than " + std::to_string(kMaxBytes >> 20) +
                                   " MiB of memory");
  }
  MURAGAT_RETURN_IF_ERROR(tree.Build(root));
  return tree;
}

Status HtmlTree::Build(const void* root) {
  struct Open {
    const GumboNode* node;
    uint32_t index;
    unsigned int child;
  };
  std::vector<Open> open;
  const auto add = [&](const GumboNode* node) {
    const auto index = static_cast<uint32_t>(nodes_.size());
    HtmlNode made;
    made.parent = open.empty() ? 0 : open.back().index;
    made.end = index + 1;
    if (!HoldsElements(*node)) {
      made.kind = HtmlKind::kText;
      made.text = memory_->WellFormed(node->v.text.text);
      nodes_.push_back(made);
      return;
    }
    const GumboElement& element = node->v.element;
    made.name = NameOf(element);
    if (element.tag == GUMBO_TAG_UNKNOWN) made.name = memory_->Keep(LowerAscii(made.name));
    made.kind = KindOfElement(made.name);
    made.first_attribute = static_cast<uint32_t>(attributes_.size());
    made.attribute_count = element.attributes.length;
    for (unsigned int i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      attributes_.push_back({attribute->name, memory_->WellFormed(attribute->value)});
    }
    nodes_.push_back(made);
    const bool plain = made.kind == HtmlKind::kBlock || made.kind == HtmlKind::kOther;
    if (plain && Attribute(index, "role") == "heading") nodes_[index].kind = HtmlKind::kHeading;
    open.push_back({node, index, 0});
  };
  add(static_cast<const GumboNode*>(root));
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.child == children.length) {
      nodes_[top.index].end = static_cast<uint32_t>(nodes_.size());
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[top.child++]);
    if (child->type == GUMBO_NODE_COMMENT || child->type == GUMBO_NODE_DOCUMENT) continue;
    if (open.size() >= kMaxDepth) return Status::InvalidArgument("the page's elements are nested too deep");
    add(child);
  }
  return Status::Ok();
}

const std::string_view* HtmlTree::FindAttribute(uint32_t index, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes(index)) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

uint32_t HtmlTree::HeadingLevel(uint32_t index) const {
  const std::string_view name = nodes_[index].name;
  if (name.size() == 2 && name[0] == 'h') return static_cast<uint32_t>(name[1] - '0');
  const std::string_view level = Attribute(index, "aria-level");
  return level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? static_cast<uint32_t>(level[0] - '0') : 2;
}

std::string HtmlTree::PlainText(uint32_t index) const {
  std::string text;
  for (uint32_t i = index; i < nodes_[index].end; ++i) {
    if (nodes_[i].kind != HtmlKind::kText) {
      if (!text.empty() && text.back() != ' ' &&
          (IsBlockKind(nodes_[i].kind) || nodes_[i].kind == HtmlKind::kBreak))
        text += ' ';
      continue;
    }
    for (const char c : nodes_[i].text) {
      if (!IsHtmlBlank(c)) {
        text += c;
      } else if (!text.empty() && text.back() != ' ') {
        text += ' ';
      }
    }
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace muragat::import
