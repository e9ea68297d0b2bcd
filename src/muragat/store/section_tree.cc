#include "muragat/store/section_tree.h"

#include <unordered_map>

#include "muragat/proof/tree_hash.h"

namespace muragat {
namespace {

bool SameText(const SectionRef& a, const SectionRef& b) {
  return a.section == b.section && a.ordinal == b.ordinal;
}

}  // namespace

SectionLine LineOf(size_t place, const SectionRef& ref, const SectionView& section, const Digest& text) {
  return {.place = place,
          .depth_levels = ref.depth_levels,
          .lineage = ref.section,
          .number = std::string(section.number),
          .title = std::string(section.title),
          .teaser = section.teaser,
          .text = text,
          .text_bytes = section.heading.size() + section.body.size()};
}

Digest SectionTree::Update(std::span<const SectionRef> before, std::span<const SectionRef> refs,
                           std::span<const SectionView> sections) {
  // Where there is one section it is mostly its text that changed, and the hash is not worth its memory.
  if (refs.size() == 1) {
    texts_ = std::vector<Digest>();
    nodes_ = std::vector<Digest>();
    const Digest text = DigestOf({sections[0].heading, sections[0].body});
    return HashLeaf(EncodeSectionLine(LineOf(0, refs[0], sections[0], text)));
  }
  if (texts_.size() != before.size()) before = {};
  std::vector<Digest> texts(refs.size()), nodes;
  nodes.reserve(refs.size() * 2);
  std::vector<char> changed(refs.size());
  std::unordered_map<uint32_t, size_t>
      places;  // of `before`, by lineage; filled when something stands elsewhere
  const auto find = [&](size_t place) -> const Digest* {
    if (place < before.size() && before[place].section == refs[place].section)
      return before[place].ordinal == refs[place].ordinal ? &texts_[place] : nullptr;
    if (places.empty()) {
      for (size_t i = 0; i < before.size(); ++i) places[before[i].section.value] = i;
    }
    const auto old = places.find(refs[place].section.value);
    return old != places.end() && SameText(before[old->second], refs[place]) ? &texts_[old->second] : nullptr;
  };
  for (size_t i = 0; i < refs.size(); ++i) {
    const Digest* known = find(i);
    texts[i] = known != nullptr ? *known : DigestOf({sections[i].heading, sections[i].body});
    changed[i] = i >= before.size() || !(before[i] == refs[i]);
    nodes.push_back(changed[i] ? HashLeaf(EncodeSectionLine(LineOf(i, refs[i], sections[i], texts[i])))
                               : nodes_[i]);
  }
  size_t begin = 0, old_begin = 0, old_count = before.size();
  for (size_t count = refs.size(); count > 1;) {
    const size_t old_above = old_begin + old_count, above = (count + 1) / 2;
    const bool has_old = old_count > 1;
    for (size_t i = 0; i < above; ++i) {
      const size_t left = i * 2, right = left + 1;
      const bool paired = right < count;
      const bool same = has_old && left < old_count && paired == (right < old_count) && !changed[left] &&
                        (!paired || !changed[right]);
      nodes.push_back(same     ? nodes_[old_above + i]
                      : paired ? HashNode(nodes[begin + left], nodes[begin + right])
                               : Digest(nodes[begin + left]));
      changed[i] = !same;
    }
    begin += count;
    count = above;
    old_begin = old_above;
    old_count = has_old ? (old_count + 1) / 2 : 0;
  }
  texts_ = std::move(texts);
  nodes_ = std::move(nodes);
  return nodes_.empty() ? HashEmpty() : nodes_.back();
}

}  // namespace muragat
