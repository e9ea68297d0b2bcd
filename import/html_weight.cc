#include "import/html_weight.h"

#include "import/html_letters.h"
#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr uint64_t kIdeographWeight = 3;

uint64_t WeightOf(std::string_view text) {
  uint64_t weight = 0;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      weight += IsHtmlBlank(c) ? 0U : 1U;
      ++at;
      continue;
    }
    const char32_t wide = DecodeUtf8(text, at);
    if (!IsBlankCharacter(wide)) weight += wide >= 0x2e80 && IsWide(wide) ? kIdeographWeight : 1;
  }
  return weight;
}

}  // namespace

struct HtmlWeights::Own {
  Own(const HtmlTree& given, const std::vector<bool>& left_out)
      : tree(given), all(given.size()), linked(given.size()), links(given.size()) {
    uint32_t link = 0, link_end = 0;
    for (uint32_t i = 0; i < tree.size();) {
      if (left_out[i]) {
        i = tree[i].end;
        continue;
      }
      if (tree[i].kind == HtmlKind::kLink && i >= link_end) {
        const std::string_view target = tree.Attribute(i, "href");
        if (!target.empty() && !target.starts_with('#')) {
          link = i;
          link_end = tree[i].end;
        }
      }
      if (tree[i].kind == HtmlKind::kText) {
        all[i] = WeightOf(tree[i].text);
        if (i < link_end) {
          linked[i] = all[i];
          if (all[i] > 0) links[link] = 1;
        }
      }
      ++i;
    }
  }

  const HtmlTree& tree;
  std::vector<uint64_t> all, linked, links;
};

HtmlWeights::HtmlWeights(const Own& own)
    : all(own.tree, [&](uint32_t i) { return own.all[i]; }),
      linked(own.tree, [&](uint32_t i) { return own.linked[i]; }),
      links(own.tree, [&](uint32_t i) { return own.links[i]; }) {}

HtmlWeights::HtmlWeights(const HtmlTree& tree, const std::vector<bool>& left_out)
    : HtmlWeights(Own(tree, left_out)) {}

}  // namespace muragat::import
