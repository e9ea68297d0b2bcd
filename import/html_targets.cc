#include "import/html_targets.h"

#include <string_view>
#include <unordered_set>

namespace muragat::import {
namespace {

// The names that links within the page lead to.
std::unordered_set<std::string_view> FindNames(const HtmlTree& tree) {
  std::unordered_set<std::string_view> names;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].kind != HtmlKind::kLink) continue;
    const std::string_view href = tree.Attribute(i, "href");
    if (href.size() > 1 && href[0] == '#') names.insert(href.substr(1));
  }
  return names;
}

}  // namespace

std::vector<bool> FindLinkTargets(const HtmlTree& tree, const std::vector<bool>& left_out) {
  std::vector<bool> targets(tree.size());
  const std::unordered_set<std::string_view> names = FindNames(tree);
  if (names.empty()) return targets;
  for (uint32_t i = 1; i < tree.size();) {
    const HtmlKind kind = tree[i].kind;
    if (left_out[i] || kind == HtmlKind::kItem || kind == HtmlKind::kHeading) {
      i = tree[i].end;
      continue;
    }
    targets[i] =
        kind != HtmlKind::kText && (names.contains(tree.Attribute(i, "id")) ||
                                    (kind == HtmlKind::kLink && names.contains(tree.Attribute(i, "name"))));
    ++i;
  }
  return targets;
}

}  // namespace muragat::import
