#include "import/html_menus.h"

#include <algorithm>

#include "import/html_letters.h"
#include "import/html_weight.h"

namespace muragat::import {
namespace {

constexpr uint64_t kTextWeight = 80;  // of a paragraph that says something
constexpr uint64_t kHeadingWeight = 3;
constexpr uint64_t kMenuLinks = 3;        // at least, in a menu
constexpr uint64_t kMaxLinkWeight = 45;   // of a menu's link, on average
constexpr uint64_t kMinTextWeight = 120;  // of the texts of a page that holds more than links

// A block of a page, or what stands in lines beside blocks, in the page's order.
struct Strip {
  enum Kind { kPoor, kText, kMenu } kind = kPoor;
  uint32_t begin = 0, end = 0;  // nodes
};

class MenuFinder {
 public:
  MenuFinder(const HtmlTree& tree, std::vector<bool>& left_out)
      : tree_(tree),
        left_out_(left_out),
        weights_(tree, left_out),
        blocks_(tree, [&](uint32_t i) { return !left_out[i] && IsBlockKind(tree[i].kind); }),
        texts_(tree, [&](uint32_t i) {
          return !left_out[i] && IsBlockKind(tree[i].kind) && blocks_.Within(i) == 0 &&
                 weights_.Plain(i) >= kTextWeight;
        }) {}

  void Mark() {
    CutInto(0);
    uint64_t texts = 0;
    for (const Strip& strip : strips_) {
      for (uint32_t i = strip.begin; strip.kind == Strip::kText && i < strip.end; i = tree_[i].end)
        texts += weights_.Plain(i);
    }
    if (texts < kMinTextWeight) return;
    const auto is_text = [](const Strip& strip) { return strip.kind == Strip::kText; };
    const auto first = std::ranges::find_if(strips_, is_text);
    const auto last = std::find_if(strips_.rbegin(), strips_.rend(), is_text);
    bool beyond = false;
    for (auto strip = std::make_reverse_iterator(first); strip != strips_.rend(); ++strip)
      Judge(*strip, beyond);
    for (auto strip = first; strip != last.base(); ++strip) {
      if (strip->kind == Strip::kMenu) LeaveOut(*strip);
    }
    beyond = false;
    for (auto strip = last.base(); strip != strips_.end(); ++strip) Judge(*strip, beyond);
  }

 private:
  void Judge(const Strip& strip, bool& beyond) {
    beyond = beyond || strip.kind == Strip::kMenu;
    if (beyond) LeaveOut(strip);
  }

  void LeaveOut(const Strip& strip) {
    for (uint32_t i = strip.begin; i < strip.end; i = tree_[i].end) left_out_[i] = true;
  }

  bool IsMenu(uint32_t index) const {
    const uint64_t all = weights_.all.Of(index), linked = weights_.linked.Of(index),
                   links = weights_.links.Of(index);
    return links >= kMenuLinks && linked * 10 >= all * 7 && linked <= links * kMaxLinkWeight &&
           texts_.Of(index) == 0;
  }

  Strip::Kind KindOf(uint32_t begin, uint32_t end) const {
    uint64_t plain = 0;
    for (uint32_t i = begin; i < end; i = tree_[i].end) {
      if (!left_out_[i]) plain += weights_.Plain(i);
    }
    return plain >= kTextWeight ? Strip::kText : Strip::kPoor;
  }

  // Cuts the children of `index` into strips.
  void CutInto(uint32_t index) {
    uint32_t line = 0;  // where a run of children begins that stand in lines; 0: none
    const auto end_line = [&](uint32_t end) {
      if (line != 0) strips_.push_back({KindOf(line, end), line, end});
      line = 0;
    };
    for (uint32_t child = index + 1; child < tree_[index].end; child = tree_[child].end) {
      const bool lines = !IsBlockKind(tree_[child].kind) && blocks_.Within(child) == 0;
      if (lines) {
        if (line == 0) line = child;
        continue;
      }
      end_line(child);
      if (left_out_[child] || weights_.all.Of(child) == 0) continue;
      CutChild(child);
    }
    end_line(tree_[index].end);
  }

  void CutChild(uint32_t child) {
    if (IsMenu(child)) {
      strips_.push_back({Strip::kMenu, child, tree_[child].end});
    } else if (tree_[child].kind == HtmlKind::kHeading) {
      const bool leads = tree_.HeadingLevel(child) <= 2 && weights_.Plain(child) >= kHeadingWeight;
      strips_.push_back({leads ? Strip::kText : Strip::kPoor, child, tree_[child].end});
    } else if (blocks_.Within(child) == 0) {
      strips_.push_back({KindOf(child, tree_[child].end), child, tree_[child].end});
    } else {
      CutInto(child);
    }
  }

  const HtmlTree& tree_;
  std::vector<bool>& left_out_;
  HtmlWeights weights_;
  HtmlCounts blocks_, texts_;
  std::vector<Strip> strips_;
};

bool HandsOn(std::string_view target) {
  if (target.starts_with("mailto:?")) return true;
  const size_t query = target.find('?');
  if (query == std::string_view::npos) return false;
  const std::string rest = LowerAscii(target.substr(query));
  return rest.find("=http://") != std::string::npos || rest.find("=https://") != std::string::npos ||
         rest.find("=http%3a") != std::string::npos || rest.find("=https%3a") != std::string::npos;
}

}  // namespace

void LeaveOutMenus(const HtmlTree& tree, std::vector<bool>& left_out) { MenuFinder(tree, left_out).Mark(); }

void LeaveOutSharing(const HtmlTree& tree, std::vector<bool>& left_out) {
  constexpr uint64_t kMinLinks = 2, kMaxOtherWeight = 24;  // "Share this page:"
  const HtmlWeights weights(tree, left_out);
  std::vector<uint64_t> hands_on(tree.size()), handed(tree.size());
  for (uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].kind != HtmlKind::kLink || !HandsOn(tree.Attribute(i, "href"))) continue;
    hands_on[i] = 1;
    handed[i] = weights.all.Of(i);
  }
  const HtmlCounts counts(tree, [&](uint32_t i) { return hands_on[i]; });
  const HtmlCounts weight(tree, [&](uint32_t i) { return handed[i]; });
  const HtmlCounts headings(tree, [&](uint32_t i) { return tree[i].kind == HtmlKind::kHeading; });
  for (uint32_t i = 1; i < tree.size();) {
    const bool sharing = !left_out[i] && tree[i].kind != HtmlKind::kText && counts.Of(i) >= kMinLinks &&
                         headings.Of(i) == 0 && weights.all.Of(i) <= weight.Of(i) + kMaxOtherWeight;
    if (sharing) left_out[i] = true;
    i = left_out[i] ? tree[i].end : i + 1;
  }
}

}  // namespace muragat::import
