#include "muragat/store/section_steps.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <type_traits>

#include "muragat/diff/common_ends.h"

namespace muragat {
namespace {

// The sections by lineage, each once.
std::vector<SectionText> Sort(const LineageAliases& aliases, std::span<const SectionRef> refs,
                              const ValidDate& valid) {
  std::vector<SectionText> texts;
  texts.reserve(refs.size());
  for (const SectionRef& ref : refs) {
    const SectionNumber lineage = aliases.empty() ? ref.section : aliases.Resolve(ref.section, valid);
    texts.push_back({lineage, ref.section, ref.ordinal});
  }
  std::stable_sort(texts.begin(), texts.end(),
                   [](const SectionText& a, const SectionText& b) { return a.lineage < b.lineage; });
  const auto end = std::unique(texts.begin(), texts.end(), [](const SectionText& a, const SectionText& b) {
    return a.lineage == b.lineage;
  });
  texts.erase(end, texts.end());
  return texts;
}

// What they are in memory: where that is equal, they are.
std::string_view BytesOf(std::span<const SectionRef> refs) {
  static_assert(std::has_unique_object_representations_v<SectionRef>);
  return {reinterpret_cast<const char*>(refs.data()), refs.size_bytes()};
}

bool Equal(const SectionRef& a, const SectionRef& b) {
  return a.section == b.section && a.ordinal == b.ordinal;
}

}  // namespace

ChangedRefs FindChangedRefs(const Edition& older, const Edition& newer) {
  std::span<const SectionRef> before = older.sections, after = newer.sections;
  const size_t same = EqualPrefix(BytesOf(before), BytesOf(after)) / sizeof(SectionRef);
  before = before.subspan(same), after = after.subspan(same);
  const auto [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end(), Equal);
  before = {a, before.end()}, after = {b, after.end()};
  const size_t same_end = EqualSuffix(BytesOf(before), BytesOf(after)) / sizeof(SectionRef);
  before = before.first(before.size() - same_end), after = after.first(after.size() - same_end);
  const auto [x, y] = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend(), Equal);
  return {{before.begin(), x.base()}, {after.begin(), y.base()}};
}

SectionStep FindStep(const LineageAliases& aliases, const Edition& older, const Edition& newer) {
  std::span<const SectionRef> before = older.sections, after = newer.sections;
  if (aliases.empty()) {  // an alias may change what equal entries of two dates mean
    const ChangedRefs changed = FindChangedRefs(older, newer);
    before = changed.older, after = changed.newer;
  }
  const std::vector<SectionText> old_texts = Sort(aliases, before, older.valid);
  const std::vector<SectionText> new_texts = Sort(aliases, after, newer.valid);
  SectionStep step;
  auto old_text = old_texts.begin();
  for (const SectionText& text : new_texts) {
    for (; old_text != old_texts.end() && old_text->lineage < text.lineage; ++old_text)
      step.gone.push_back(old_text->lineage);
    const bool stood = old_text != old_texts.end() && old_text->lineage == text.lineage;
    if (!stood || old_text->text_number() != text.text_number()) step.arrived.push_back(text);
    if (stood) ++old_text;
  }
  for (; old_text != old_texts.end(); ++old_text) step.gone.push_back(old_text->lineage);
  return step;
}

}  // namespace muragat
