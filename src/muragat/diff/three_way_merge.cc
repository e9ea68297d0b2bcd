#include "muragat/diff/three_way_merge.h"

#include <algorithm>

#include "muragat/diff/text_change.h"
#include "muragat/diff/text_diff.h"

namespace muragat {
namespace {

// One side's changes of the base, and how far they were gone through.
class Side {
 public:
  Side(std::string_view base, std::string_view text)
      : text_(text), changes_(FindChanges(base, text, {}).changes) {}

  const TextChange* Next() const { return next_ < changes_.size() ? &changes_[next_] : nullptr; }
  void Step() { shift_end_ = changes_[next_].newer_end, base_end_ = changes_[next_].older_end, ++next_; }
  // Where what stands at `at` in the base, behind the changes gone through and before the next, stands here.
  size_t Place(size_t at) const { return at - base_end_ + shift_end_; }
  std::string_view Slice(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }

 private:
  std::string_view text_;
  TextChanges changes_;
  size_t next_ = 0;
  size_t base_end_ = 0, shift_end_ = 0;  // the end of the last change, there and here
};

// Whether two changes are of the same words. Two that only insert, at one place, are.
bool Meet(const TextChange& a, size_t begin, size_t end) {
  if (a.older_begin < end && begin < a.older_end) return true;
  return a.older_begin == begin || (a.older_begin == end && end == begin) ||
         (a.older_end == begin && a.OlderSize() == 0);
}

}  // namespace

MergedText MergeTexts(std::string_view base, std::string_view ours, std::string_view theirs) {
  MergedText merged;
  if (ours == theirs || base == theirs) return {std::string(ours), {}};
  if (base == ours) return {std::string(theirs), {}};
  Side left(base, ours), right(base, theirs);
  size_t at = 0;  // in the base: what is before it is written
  while (left.Next() != nullptr || right.Next() != nullptr) {
    const TextChange *a = left.Next(), *b = right.Next();
    const bool from_left = b == nullptr || (a != nullptr && a->older_begin <= b->older_begin);
    const size_t begin = from_left ? a->older_begin : b->older_begin;
    merged.text.append(base.substr(at, begin - at));
    const size_t left_begin = left.Place(begin), right_begin = right.Place(begin);
    // All changes that touch each other from here on.
    size_t end = from_left ? a->older_end : b->older_end;
    bool changed_left = from_left, changed_right = !from_left;
    (from_left ? left : right).Step();
    for (bool more = true; more;) {
      more = false;
      for (Side* side : {&left, &right}) {
        const TextChange* next = side->Next();
        if (next == nullptr || !Meet(*next, begin, end)) continue;
        (side == &left ? changed_left : changed_right) = true;
        end = std::max(end, next->older_end);
        side->Step();
        more = true;
      }
    }
    const std::string_view was = base.substr(begin, end - begin);
    const std::string_view here = left.Slice(left_begin, left.Place(end));
    const std::string_view there = right.Slice(right_begin, right.Place(end));
    if (changed_left && changed_right && here != there)
      merged.conflicts.push_back({std::string(was), std::string(here), std::string(there)});
    merged.text.append(changed_right ? there : here);
    at = end;
  }
  merged.text.append(base.substr(at));
  return merged;
}

}  // namespace muragat
