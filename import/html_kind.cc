#include "import/html_kind.h"

#include <algorithm>
#include <array>
#include <utility>

namespace muragat::import {
namespace {

using Entry = std::pair<std::string_view, HtmlKind>;
using enum HtmlKind;

// In byte order.
constexpr auto kKinds = std::to_array<Entry>({
    {"a", kLink},
    {"address", kBlock},
    {"applet", kMedia},
    {"article", kArticle},
    {"aside", kAside},
    {"audio", kMedia},
    {"base", kMeta},
    {"blockquote", kQuote},
    {"body", kBlock},
    {"br", kBreak},
    {"button", kControl},
    {"canvas", kMedia},
    {"caption", kBlock},
    {"center", kBlock},
    {"col", kMeta},
    {"colgroup", kMeta},
    {"datalist", kControl},
    {"dd", kBlock},
    {"del", kStruck},
    {"details", kBlock},
    {"dialog", kDialog},
    {"dir", kList},
    {"div", kBlock},
    {"dl", kBlock},
    {"dt", kBlock},
    {"embed", kMedia},
    {"fieldset", kBlock},
    {"figcaption", kBlock},
    {"figure", kBlock},
    {"footer", kFooter},
    {"form", kForm},
    {"h1", kHeading},
    {"h2", kHeading},
    {"h3", kHeading},
    {"h4", kHeading},
    {"h5", kHeading},
    {"h6", kHeading},
    {"head", kHead},
    {"header", kHeader},
    {"hgroup", kBlock},
    {"hr", kRule},
    {"html", kBlock},
    {"img", kImage},
    {"input", kControl},
    {"keygen", kControl},
    {"legend", kBlock},
    {"li", kItem},
    {"link", kMeta},
    {"listing", kCodeBlock},
    {"main", kMain},
    {"menu", kList},
    {"meta", kMeta},
    {"meter", kControl},
    {"nav", kNavigation},
    {"object", kMedia},
    {"ol", kList},
    {"output", kControl},
    {"p", kBlock},
    {"param", kMeta},
    {"pre", kCodeBlock},
    {"progress", kControl},
    {"q", kQuotation},
    {"s", kStruck},
    {"search", kForm},
    {"section", kBlock},
    {"source", kMeta},
    {"strike", kStruck},
    {"sub", kSubscript},
    {"summary", kBlock},
    {"sup", kSuperscript},
    {"table", kTable},
    {"tbody", kTablePart},
    {"td", kCell},
    {"tfoot", kTablePart},
    {"th", kCell},
    {"thead", kTablePart},
    {"time", kTime},
    {"title", kMeta},
    {"tr", kRow},
    {"track", kMeta},
    {"ul", kList},
    {"video", kMedia},
});
static_assert(std::ranges::is_sorted(kKinds, {}, &Entry::first));

}  // namespace

HtmlKind KindOfElement(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(kKinds, name, {}, &Entry::first);
  return found != kKinds.end() && found->first == name ? found->second : kOther;
}

bool IsBlockKind(HtmlKind kind) {
  switch (kind) {
    case kText:
    case kOther:
    case kBreak:
    case kControl:
    case kImage:
    case kLink:
    case kMedia:
    case kMeta:
    case kQuotation:
    case kStruck:
    case kSubscript:
    case kSuperscript:
    case kTime:
      return false;
    default:
      return true;
  }
}

}  // namespace muragat::import
