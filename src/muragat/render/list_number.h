#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "muragat/render/markup.h"

namespace muragat {

// Gives the items of numbered lists the numbers of their source: Markdown counts 1, 2, 3 whatever is written,
// which in a law would misquote "3) … 5) …" after a repeal. It is told of each event of the parser, in order.
class ListNumbers {
 public:
  // `source` is the parsed text; pieces of it that the parser passes on are views into it.
  explicit ListNumbers(std::string_view source) : source_(source) {}

  void EnterList(std::optional<uint32_t> start);  // absent: a list of bullets

  // `step` is the place of the item's opening step.
  void EnterItem(size_t step);

  // The first text inside an item tells which line it begins on. Sets the number of the items that wait for
  // one.
  void SeeText(std::string_view text, MarkupList& out);

  void LeaveList(MarkupList& out);

 private:
  struct List {
    bool numbered = false;
    uint32_t next = 1;
  };
  struct Item {
    size_t step = 0;
    size_t list = 0;  // index into lists_
  };

  void Number(const Item& item, std::optional<uint32_t> read, MarkupList& out);

  std::string_view source_;
  std::vector<List> lists_;    // those that are open, outermost first
  std::vector<Item> waiting_;  // numbered items without a text so far, outermost first
};

}  // namespace muragat
