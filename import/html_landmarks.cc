#include "import/html_landmarks.h"

#include <algorithm>
#include <array>

#include "import/html_letters.h"
#include "import/html_weight.h"

namespace muragat::import {
namespace {

constexpr auto kRolesAround =
    std::to_array<std::string_view>({"alertdialog", "banner", "complementary", "contentinfo", "dialog",
                                     "menu", "menubar", "navigation", "search", "toolbar"});
static_assert(std::ranges::is_sorted(kRolesAround));

constexpr uint64_t kLittleText = 200;  // as weights count; a form's labels and a notice's words
constexpr uint64_t kMinMainWeight = 20;

bool IsMain(const HtmlTree& tree, uint32_t index) {
  return tree[index].kind == HtmlKind::kMain || tree.Attribute(index, "role") == "main";
}

// The first role that an element gives itself.
std::string_view RoleOf(const HtmlTree& tree, uint32_t index) {
  std::string_view role;
  VisitWords(tree.Attribute(index, "role"),
             [&](std::string_view word) { role = role.empty() ? word : role; });
  return role;
}

// Whether a class or the id speaks of cookies, as notices about them do on all sites.
bool SpeaksOfCookies(const HtmlTree& tree, uint32_t index) {
  if (tree[index].kind != HtmlKind::kBlock && tree[index].kind != HtmlKind::kOther) return false;
  for (const std::string_view name : {"id", "class"}) {
    const std::string_view* value = tree.FindAttribute(index, name);
    if (value != nullptr && LowerAscii(*value).find("cookie") != std::string::npos) return true;
  }
  return false;
}

class LandmarkFinder {
 public:
  LandmarkFinder(const HtmlTree& tree, std::vector<bool>& left_out)
      : tree_(tree),
        left_out_(left_out),
        weights_(tree, left_out),
        mains_(tree, [&](uint32_t i) { return tree[i].kind != HtmlKind::kText && IsMain(tree, i); }) {}

  void Mark() {
    uint32_t section_end = 0;  // of the outermost article, main part or section that the walk is in
    for (uint32_t i = 1; i < tree_.size();) {
      if (left_out_[i]) {
        i = tree_[i].end;
        continue;
      }
      const HtmlNode& node = tree_[i];
      if (node.kind != HtmlKind::kText && IsAround(i, i < section_end) && !HoldsThePage(i)) {
        left_out_[i] = true;
        i = node.end;
        continue;
      }
      const bool sections = node.kind == HtmlKind::kArticle || node.kind == HtmlKind::kMain ||
                            node.name == "section" || RoleOf(tree_, i) == "main";
      if (sections && i >= section_end) section_end = node.end;
      ++i;
    }
  }

 private:
  bool HoldsThePage(uint32_t index) const {
    return mains_.Of(index) > 0 || weights_.all.Of(index) * 2 > weights_.all.Of(0);
  }

  bool IsAround(uint32_t index, bool in_section) const {
    const HtmlKind kind = tree_[index].kind;
    if (const std::string_view role = RoleOf(tree_, index);
        !role.empty() && role != "presentation" && role != "none") {
      if (std::ranges::binary_search(kRolesAround, role)) return true;
      // Another role takes the element's own away.
      if (kind == HtmlKind::kAside || kind == HtmlKind::kHeader || kind == HtmlKind::kFooter) return false;
    }
    switch (kind) {
      case HtmlKind::kNavigation:
      case HtmlKind::kAside:
      case HtmlKind::kDialog:
        return true;
      case HtmlKind::kHeader:
      case HtmlKind::kFooter:
        return !in_section;
      case HtmlKind::kForm:
        return weights_.all.Of(index) < kLittleText;
      default:
        return SpeaksOfCookies(tree_, index) && weights_.all.Of(index) * 4 < weights_.all.Of(0);
    }
  }

  const HtmlTree& tree_;
  std::vector<bool>& left_out_;
  HtmlWeights weights_;
  HtmlCounts mains_;
};

}  // namespace

void LeaveOutLandmarks(const HtmlTree& tree, std::vector<bool>& left_out) {
  LandmarkFinder(tree, left_out).Mark();
}

uint32_t FindMainPart(const HtmlTree& tree, const std::vector<bool>& left_out) {
  const HtmlWeights weights(tree, left_out);
  uint32_t main = 0, article = 0;
  uint64_t heaviest = 0, articles = 0;
  for (uint32_t i = 1; i < tree.size();) {
    if (left_out[i] || tree[i].kind == HtmlKind::kText) {
      i = tree[i].end;
      continue;
    }
    if (IsMain(tree, i) && weights.all.Of(i) > heaviest) {
      heaviest = weights.all.Of(i);
      main = i;
    }
    const bool is_article = tree[i].kind == HtmlKind::kArticle || tree.Attribute(i, "role") == "article";
    if (is_article && weights.all.Of(i) * 2 > weights.all.Of(0)) {
      article = ++articles == 1 ? i : 0;
      i = tree[i].end;
      continue;
    }
    ++i;
  }
  if (heaviest >= kMinMainWeight) return main;
  return article;
}

}  // namespace muragat::import
