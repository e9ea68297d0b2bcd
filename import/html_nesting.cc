#include "import/html_nesting.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace muragat::import {
namespace {

enum : uint16_t {
  kVoid = 1U << 0U,  // has no end
  kClosesParagraph = 1U << 1U,
  kFormatting = 1U << 2U,
  kScope = 1U << 3U,  // what is outside of it is out of sight
  kSpecial = 1U << 4U,
  kHeading = 1U << 5U,
  kItem = 1U << 6U,  // li, dd, dt
  kTable = 1U << 7U,
  kBodyPart = 1U << 8U,  // tbody, thead, tfoot
  kRow = 1U << 9U,
  kCell = 1U << 10U,
  kCaption = 1U << 11U,
  kRoot = 1U << 12U,        // html, head, body
  kList = 1U << 13U,        // ol, ul
  kPlainBlock = 1U << 14U,  // address, div, p: an item's search goes through them
  kRuby = 1U << 15U,
};

using Entry = std::pair<std::string_view, uint16_t>;
constexpr uint16_t kBlock = kClosesParagraph | kSpecial;

// In byte order.
constexpr auto kElements = std::to_array<Entry>({
    {"a", kFormatting},
    {"address", kBlock | kPlainBlock},
    {"applet", kScope | kSpecial},
    {"area", kVoid},
    {"article", kBlock},
    {"aside", kBlock},
    {"b", kFormatting},
    {"base", kVoid},
    {"basefont", kVoid},
    {"bgsound", kVoid},
    {"big", kFormatting},
    {"blockquote", kBlock},
    {"body", kRoot},
    {"br", kVoid},
    {"button", kSpecial | kScope},
    {"caption", kCaption | kScope | kSpecial},
    {"center", kBlock},
    {"code", kFormatting},
    {"col", kVoid},
    {"colgroup", kVoid},
    {"command", kVoid},
    {"dd", kBlock | kItem},
    {"details", kBlock},
    {"dir", kBlock},
    {"div", kBlock | kPlainBlock},
    {"dl", kBlock},
    {"dt", kBlock | kItem},
    {"em", kFormatting},
    {"embed", kVoid},
    {"fieldset", kBlock},
    {"figcaption", kBlock},
    {"figure", kBlock},
    {"font", kFormatting},
    {"footer", kBlock},
    {"form", kBlock},
    {"frame", kVoid},
    {"h1", kBlock | kHeading},
    {"h2", kBlock | kHeading},
    {"h3", kBlock | kHeading},
    {"h4", kBlock | kHeading},
    {"h5", kBlock | kHeading},
    {"h6", kBlock | kHeading},
    {"head", kRoot},
    {"header", kBlock},
    {"hgroup", kBlock},
    {"hr", kVoid | kBlock},
    {"html", kRoot},
    {"i", kFormatting},
    {"image", kVoid},
    {"img", kVoid},
    {"input", kVoid},
    {"isindex", kVoid},
    {"keygen", kVoid},
    {"li", kBlock | kItem},
    {"link", kVoid},
    {"listing", kBlock},
    {"main", kBlock},
    {"marquee", kScope | kSpecial},
    {"menu", kBlock},
    {"meta", kVoid},
    {"nav", kBlock},
    {"nobr", kFormatting},
    {"object", kScope | kSpecial},
    {"ol", kBlock | kList},
    {"p", kBlock | kPlainBlock},
    {"param", kVoid},
    {"pre", kBlock},
    {"rb", kRuby},
    {"rp", kRuby},
    {"rt", kRuby},
    {"rtc", kRuby},
    {"s", kFormatting},
    {"section", kBlock},
    {"small", kFormatting},
    {"source", kVoid},
    {"spacer", kVoid},
    {"strike", kFormatting},
    {"strong", kFormatting},
    {"summary", kBlock},
    {"table", kTable | kScope | kSpecial},
    {"tbody", kBodyPart | kSpecial},
    {"td", kCell | kScope | kSpecial},
    {"tfoot", kBodyPart | kSpecial},
    {"th", kCell | kScope | kSpecial},
    {"thead", kBodyPart | kSpecial},
    {"tr", kRow | kSpecial},
    {"track", kVoid},
    {"tt", kFormatting},
    {"u", kFormatting},
    {"ul", kBlock | kList},
    {"wbr", kVoid},
});
static_assert(std::ranges::is_sorted(kElements, {}, &Entry::first));

uint64_t HashOf(std::string_view text) { return std::hash<std::string_view>()(text) | 1U; }
const uint64_t kParagraph = HashOf("p"), kListItem = HashOf("li"), kRubyText = HashOf("ruby");

}  // namespace

HtmlNesting::Class HtmlNesting::ClassesOf(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(kElements, name, {}, &Entry::first);
  return found != kElements.end() && found->first == name ? found->second : Class{0};
}

void HtmlNesting::Push(uint64_t name, Class classes) { open_.push_back({name, classes}); }

void HtmlNesting::PopTo(size_t place) { open_.resize(std::min(place, open_.size())); }

void HtmlNesting::PopActiveToMark() {
  while (!active_.empty() && active_.back().name != 0) active_.pop_back();
  if (!active_.empty()) active_.pop_back();
}

size_t HtmlNesting::Find(uint64_t name, Class classes, Class until) {
  for (size_t place = open_.size(); place-- > 0;) {
    ++steps_;
    if (open_[place].name == name || (open_[place].classes & classes) != 0) return place;
    if ((open_[place].classes & until) != 0) break;
  }
  return open_.size();
}

// Ends the item before: <li> ends one, <dd> and <dt> each other. Blocks that carry no meaning do not hide it.
void HtmlNesting::CloseItem(uint64_t name, bool of_list) {
  for (size_t place = open_.size(); place-- > 0;) {
    ++steps_;
    const Class classes = open_[place].classes;
    const bool found =
        of_list ? open_[place].name == name : (classes & kItem) != 0 && open_[place].name != kListItem;
    if (found) return PopTo(place);
    if ((classes & kSpecial) != 0 && (classes & kPlainBlock) == 0) return;
  }
}

void HtmlNesting::CloseParagraph() { PopTo(Find(kParagraph, 0, kScope)); }

// Handles the parts of a table; they are nothing outside of one.
void HtmlNesting::OpenTablePart(uint64_t name, Class classes) {
  const size_t table = Find(0, kTable, 0);
  if (table == open_.size()) return;
  const Class stays = (classes & kCell) != 0  ? Class{kTable | kBodyPart | kRow}
                      : (classes & kRow) != 0 ? Class{kTable | kBodyPart}
                                              : Class{kTable};
  while (open_.size() > table + 1 && (open_.back().classes & stays) == 0) {
    if ((open_.back().classes & (kCell | kCaption)) != 0) PopActiveToMark();
    open_.pop_back();
  }
  Push(name, classes);
  if ((classes & (kCell | kCaption)) != 0) active_.push_back({});
}

void HtmlNesting::OpenFormatting(uint64_t name, std::string_view tag, Class classes) {
  constexpr size_t kMaxAlike = 3;
  const uint64_t whole = HashOf(tag);
  size_t alike = 0, first = 0;
  for (size_t i = active_.size(); i-- > 0 && active_[i].name != 0;) {
    ++steps_;
    if (active_[i].name != name || active_[i].tag != whole) continue;
    ++alike;
    first = i;
  }
  if (alike >= kMaxAlike) active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(first));
  active_.push_back({name, whole});
  Push(name, classes);
}

// An end tag of a formatting element that is active: it is taken out of where it is.
bool HtmlNesting::CloseFormatting(uint64_t name) {
  size_t at = active_.size();
  while (at > 0 && active_[at - 1].name != 0 && active_[at - 1].name != name) {
    --at;
    ++steps_;
  }
  if (at == 0 || active_[at - 1].name != name) return false;
  active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(at - 1));
  const size_t place = Find(name, 0, kScope);
  if (place == open_.size()) return true;
  const auto behind = open_.begin() + static_cast<std::ptrdiff_t>(place) + 1;
  const bool holds_block =
      std::any_of(behind, open_.end(), [](const Element& one) { return (one.classes & kSpecial) != 0; });
  holds_block ? void(open_.erase(behind - 1)) : PopTo(place);
  return true;
}

void HtmlNesting::Open(std::string_view name, std::string_view tag, size_t attributes) {
  const Class classes = ClassesOf(name);
  const uint64_t hash = HashOf(name);
  steps_ += depth() + uint64_t{attributes} * attributes;
  ++elements_;
  if (attributes > kMaxAttributes) refusal_ = "a tag has more than 512 attributes";
  if ((classes & kRoot) != 0) {
    merged_attributes_ += attributes;
    steps_ += attributes * merged_attributes_;
  } else if ((classes & (kBodyPart | kRow | kCell | kCaption)) != 0) {
    OpenTablePart(hash, classes);
  } else if ((classes & kFormatting) != 0) {
    if (name == "a" || name == "nobr") CloseFormatting(hash);
    OpenFormatting(hash, tag, classes);
  } else {
    if ((classes & kItem) != 0) CloseItem(hash, name == "li");
    if ((classes & kClosesParagraph) != 0 || (classes & kTable) != 0) CloseParagraph();
    if ((classes & kHeading) != 0 && !open_.empty() && (open_.back().classes & kHeading) != 0)
      open_.pop_back();
    if ((classes & kRuby) != 0 && !open_.empty() && (open_.back().classes & kRuby) != 0 &&
        Find(kRubyText, 0, kScope) < open_.size()) {
      open_.pop_back();
    }
    if (name == "button") PopTo(Find(hash, 0, kScope));
    if ((classes & kVoid) == 0) Push(hash, classes);
    if (name == "object" || name == "applet" || name == "marquee") active_.push_back({});
  }
  Note();
}

void HtmlNesting::Close(std::string_view name) {
  const Class classes = ClassesOf(name);
  const uint64_t hash = HashOf(name);
  steps_ += depth();
  if ((classes & (kRoot | kVoid)) != 0) {
    Note();
    return;
  }
  if ((classes & kFormatting) != 0 && CloseFormatting(hash)) {
    Note();
    return;
  }
  Class until = kScope;
  if ((classes & (kBodyPart | kRow | kCell | kCaption)) != 0) until = kTable;
  if ((classes & kTable) != 0) until = 0;
  if (name == "li") until = kScope | kList;
  if ((classes & kSpecial) == 0) until = kSpecial;
  const size_t place = Find(hash, (classes & kHeading) != 0 ? Class{kHeading} : Class{0}, until);
  if (place < open_.size()) {
    if (name == "form") {
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(place));
    } else {
      for (size_t i = place; i < open_.size(); ++i) {
        if ((open_[i].classes & (kCell | kCaption)) != 0) PopActiveToMark();
      }
      PopTo(place);
      if (name == "object" || name == "applet" || name == "marquee") PopActiveToMark();
    }
  }
  Note();
}

void HtmlNesting::Note() {
  deepest_ = std::max(deepest_, depth());
  if (depth() > kMaxDepth) refusal_ = "elements are nested deeper than 512";
  if (elements_ > kMaxElements) refusal_ = "it has more than 500,000 elements";
  if (steps_ > kMaxSteps && refusal_.empty()) refusal_ = "there are too many elements within each other";
}

}  // namespace muragat::import
