#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muragat::import {

// Follows which elements are open while the tags of a page go by, as the HTML parser would open and close
// them, well enough to say beforehand how deep and how costly its tree becomes: a parser looks through the
// open elements at nearly every tag. It is told of no scripts, drawings (SVG) and the like, whose tags
// HtmlMarkup leaves out.
// Cost: a tag costs what looking through the open elements does, which the bounds keep small.
class HtmlNesting {
 public:
  static constexpr size_t kMaxDepth = 512;            // elements that are open at once
  static constexpr uint64_t kMaxSteps = 200'000'000;  // through open elements, in all
  static constexpr uint64_t kMaxElements = 500'000;
  static constexpr size_t kMaxAttributes = 512;  // of one tag

  // `name` in lower case. `tag`: the tag as it is written; two that are equal make equal elements.
  void Open(std::string_view name, std::string_view tag, size_t attributes);
  void Close(std::string_view name);

  // Why the page is too much: one message, or empty.
  std::string_view refusal() const { return refusal_; }
  size_t depth() const { return open_.size() + active_.size(); }
  size_t deepest() const { return deepest_; }

 private:
  using Class = uint16_t;
  struct Element {
    uint64_t name = 0;  // a hash
    Class classes = 0;
  };
  // A formatting element (<b>, <font> …): it is opened again behind whatever closed it, until its own end
  // tag.
  struct Active {
    uint64_t name = 0, tag = 0;  // hashes; both 0 is a mark that a cell or object sets
  };

  static Class ClassesOf(std::string_view name);
  void Push(uint64_t name, Class classes);
  void PopTo(size_t place);
  void PopActiveToMark();
  // The place of the innermost open element that is `name` or has one of `classes`, looked for outward up to
  // one that has a class of `until`; open_.size() where there is none.
  size_t Find(uint64_t name, Class classes, Class until);
  void CloseItem(uint64_t name, bool of_list);
  void CloseParagraph();
  void OpenTablePart(uint64_t name, Class classes);
  void OpenFormatting(uint64_t name, std::string_view tag, Class classes);
  bool CloseFormatting(uint64_t name);
  void Note();

  std::vector<Element> open_;
  std::vector<Active> active_;
  size_t deepest_ = 0;
  uint64_t steps_ = 0, elements_ = 0;
  uint64_t merged_attributes_ = 0;  // of <html> and <body>, which all go to one element
  std::string_view refusal_;
};

}  // namespace muragat::import
