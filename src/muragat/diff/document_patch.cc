#include "muragat/diff/document_patch.h"

#include <algorithm>
#include <utility>

namespace muragat {
namespace {

// Where the older text of `patch` lies in `base`: where the patch says, else where it is the only one.
Result<size_t> Locate(std::string_view base, const SectionPatch& patch) {
  const std::string_view older = *patch.older;
  if (patch.older_at && *patch.older_at <= base.size() && base.substr(*patch.older_at).starts_with(older))
    return *patch.older_at;
  const size_t found = older.empty() ? std::string_view::npos : base.find(older);
  const bool only = found != std::string_view::npos && base.find(older, found + 1) == std::string_view::npos;
  if (only) return found;
  const std::string beginning(
      older.substr(0, std::min(older.find('\n'), std::min<size_t>(older.size(), 60))));
  return Status::Conflict("the text does not hold the section that begins with \"" + beginning +
                          "\" as the change expects it: apply it to the text that it was made from");
}

}  // namespace

Result<std::string> ApplyPatches(std::string_view base, std::vector<SectionPatch> patches, bool reverse) {
  if (reverse) {
    for (SectionPatch& patch : patches) {
      std::swap(patch.older, patch.newer);
      std::swap(patch.older_at, patch.newer_at);
    }
  }
  const bool single = patches.size() == 1 && patches.front().older && patches.front().newer;
  if (single && base == *patches.front().older) return std::move(*patches.front().newer);
  struct Cut {
    size_t begin, end;
  };
  std::vector<Cut> cuts;
  for (SectionPatch& patch : patches) {
    if (!patch.older) continue;
    MURAGAT_ASSIGN_OR_RETURN(const size_t at, Locate(base, patch));
    cuts.push_back({at, at + patch.older->size()});
    if (single && !patch.moved) patch.newer_at = at;  // whatever else has changed before it
  }
  // A section may be empty, and lie where the next one begins.
  std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::string rest;
  size_t at = 0;
  for (const Cut& cut : cuts) {
    if (cut.begin < at) return Status::Conflict("two sections of the change lie in one place of the text");
    rest.append(base.substr(at, cut.begin - at));
    at = cut.end;
  }
  rest.append(base.substr(at));
  std::erase_if(patches, [](const SectionPatch& patch) { return !patch.newer; });
  std::stable_sort(patches.begin(), patches.end(), [](const SectionPatch& a, const SectionPatch& b) {
    const size_t a_at = a.newer_at.value_or(SIZE_MAX), b_at = b.newer_at.value_or(SIZE_MAX);
    return a_at != b_at ? a_at < b_at : a.newer->size() < b.newer->size();
  });
  std::string text;
  size_t taken = 0;
  for (const SectionPatch& patch : patches) {
    const size_t place = patch.newer_at.value_or(text.size() + rest.size() - taken);
    if (place < text.size() || place - text.size() > rest.size() - taken)
      return Status::Conflict("the text is not as long as the change expects it");
    const size_t between = place - text.size();
    text.append(rest, taken, between);
    taken += between;
    text.append(*patch.newer);
  }
  text.append(rest, taken);
  return text;
}

}  // namespace muragat
