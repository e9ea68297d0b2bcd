#include "muragat/diff/shingle_diff.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include "muragat/diff/common_ends.h"
#include "muragat/diff/rising_run.h"
#include "muragat/diff/text_change.h"

namespace muragat {
namespace {

// How long the runs are that are looked for, from one try to the next: in what lies between long ones, short
// ones are telling, too.
constexpr std::array<size_t, 2> kShingleBytes = {24, 10};

enum ByteKind : uint8_t { kInside = 0, kSpace = 1, kBegin = 2, kIdeograph = 6 };

// What a byte is to a cut: white space; the first of a character, but of no mark that belongs to the one
// before it; the first of U+4000 to U+9FFF, nearly all of which are Chinese characters.
constexpr std::array<uint8_t, 256> MakeByteKinds() {
  std::array<uint8_t, 256> kinds{};
  for (size_t byte = 0; byte < kinds.size(); ++byte) {
    const bool space = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
    const bool inside = (byte & 0xC0) == 0x80 || byte == 0xCC || byte == 0xCD;
    const bool ideograph = byte >= 0xE4 && byte <= 0xE9;
    kinds[byte] = space ? kSpace : inside ? kInside : ideograph ? kIdeograph : kBegin;
  }
  return kinds;
}
constexpr std::array<uint8_t, 256> kByteKinds = MakeByteKinds();

uint8_t KindOf(char c) { return kByteKinds[static_cast<unsigned char>(c)]; }

// Whether a character may be cut off before its first byte, which is behind a byte of kind `before`.
bool MayCut(uint8_t before, uint8_t kind) {
  return kind == kIdeograph || (kind == kBegin && before == kSpace);
}

bool IsCut(std::string_view text, size_t at) {
  if (at == 0 || at == text.size()) return true;
  return MayCut(KindOf(text[at - 1]), KindOf(text[at]));
}

// Of two places from which on (or up to which) the texts are equal, whether both may be cut.
bool AreCuts(std::string_view older, size_t older_at, std::string_view newer, size_t newer_at) {
  return IsCut(older, older_at) && IsCut(newer, newer_at);
}

uint32_t HashShingle(const char* bytes, size_t size) {
  uint64_t head = 0, middle = 0, tail = 0;
  std::memcpy(&head, bytes, 8);
  std::memcpy(&middle, bytes + size / 2 - 4, 8);
  std::memcpy(&tail, bytes + size - 8, 8);
  const uint64_t mixed = (head ^ std::rotl(middle, 21) ^ std::rotl(tail, 42)) * 0x9E3779B97F4A7C15u;
  return static_cast<uint32_t>(mixed >> 32);
}

struct Shingle {
  uint32_t hash = 0;
  uint32_t at = 0;
};

// Where the shingles of one hash are; the counts stop at 2.
struct Entry {
  uint32_t hash = 0;
  uint32_t older = 0;
  uint8_t count = 0;        // in the older text; 0: the entry is free
  uint8_t newer_count = 0;  // in the newer one, where `count` is 1
};

class Differ {
 public:
  Differ(std::string_view older, std::string_view newer) : older_(older), newer_(newer) {}

  // What lies in one stretch of each text, of which the rest is dealt with.
  void Diff(TextChange stretch, size_t level) {
    Trim(stretch);
    if (stretch.OlderSize() == 0 && stretch.NewerSize() == 0) return;
    if (stretch.OlderSize() == 0 || stretch.NewerSize() == 0 || level == kShingleBytes.size()) {
      return AppendChange(changes_, stretch);
    }
    const std::vector<Match> matches = FindMatches(stretch, kShingleBytes[level]);
    size_t older_at = stretch.older_begin, newer_at = stretch.newer_begin;
    for (Match match : matches) {
      if (match.older < older_at || match.newer < newer_at) continue;
      Extend(match, older_at, newer_at, stretch);
      if (match.size == 0) continue;
      Diff({older_at, match.older, newer_at, match.newer}, level + 1);
      older_at = match.older + match.size;
      newer_at = match.newer + match.size;
    }
    Diff({older_at, stretch.older_end, newer_at, stretch.newer_end}, level + 1);
  }

  const TextChanges& changes() const { return changes_; }

 private:
  struct Match {
    size_t older = 0, newer = 0, size = 0;
  };

  // Leaves out what is equal at both ends.
  void Trim(TextChange& stretch) const {
    const auto older = [&] { return older_.substr(stretch.older_begin, stretch.OlderSize()); };
    const auto newer = [&] { return newer_.substr(stretch.newer_begin, stretch.NewerSize()); };
    size_t begin = EqualPrefix(older(), newer());
    while (begin > 0 && !AreCuts(older_, stretch.older_begin + begin, newer_, stretch.newer_begin + begin))
      --begin;
    stretch.older_begin += begin;
    stretch.newer_begin += begin;
    size_t end = EqualSuffix(older(), newer());
    while (end > 0 && !AreCuts(older_, stretch.older_end - end, newer_, stretch.newer_end - end)) --end;
    stretch.older_end -= end;
    stretch.newer_end -= end;
  }

  // Makes a match as long as may be, up to cuts; of no size where nothing is left of it.
  void Extend(Match& match, size_t older_at, size_t newer_at, const TextChange& stretch) const {
    size_t before = EqualSuffix(older_.substr(older_at, match.older - older_at),
                                newer_.substr(newer_at, match.newer - newer_at));
    while (before > 0 && !AreCuts(older_, match.older - before, newer_, match.newer - before)) --before;
    match.older -= before;
    match.newer -= before;
    match.size = EqualPrefix(older_.substr(match.older, stretch.older_end - match.older),
                             newer_.substr(match.newer, stretch.newer_end - match.newer));
    while (match.size > 0 && !AreCuts(older_, match.older + match.size, newer_, match.newer + match.size))
      --match.size;
  }

  // The shingles of a stretch, at the cuts in it.
  static void ReadShingles(std::string_view text, size_t begin, size_t end, size_t shingle_bytes,
                           std::vector<Shingle>& shingles) {
    shingles.clear();
    if (begin + shingle_bytes > end) return;
    const size_t last = end - shingle_bytes;
    uint8_t before = begin == 0 ? uint8_t{kSpace} : KindOf(text[begin - 1]);
    for (size_t at = begin; at <= last; ++at) {
      const uint8_t kind = KindOf(text[at]);
      if (MayCut(before, kind))
        shingles.push_back({HashShingle(text.data() + at, shingle_bytes), static_cast<uint32_t>(at)});
      before = kind;
    }
  }

  Entry& At(uint32_t hash) {
    const size_t mask = table_.size() - 1;
    size_t place = hash & mask;
    while (table_[place].count != 0 && table_[place].hash != hash) place = (place + 1) & mask;
    return table_[place];
  }

  // The runs that occur once in each stretch, those that stand in the same order in both.
  std::vector<Match> FindMatches(const TextChange& stretch, size_t shingle_bytes) {
    ReadShingles(older_, stretch.older_begin, stretch.older_end, shingle_bytes, older_shingles_);
    ReadShingles(newer_, stretch.newer_begin, stretch.newer_end, shingle_bytes, newer_shingles_);
    if (older_shingles_.empty() || newer_shingles_.empty()) return {};
    table_.assign(std::bit_ceil(older_shingles_.size() * 2 + 2), {});
    for (const Shingle& shingle : older_shingles_) {
      Entry& entry = At(shingle.hash);
      entry.hash = shingle.hash;
      entry.older = shingle.at;
      entry.count = static_cast<uint8_t>(std::min(entry.count + 1, 2));
    }
    for (const Shingle& shingle : newer_shingles_) {
      Entry& entry = At(shingle.hash);
      if (entry.count == 1) entry.newer_count = static_cast<uint8_t>(std::min(entry.newer_count + 1, 2));
    }
    std::vector<Match> candidates;
    std::vector<size_t> places;
    for (const Shingle& shingle : newer_shingles_) {
      const Entry& entry = At(shingle.hash);
      if (entry.count != 1 || entry.newer_count != 1) continue;
      if (older_.compare(entry.older, shingle_bytes, newer_, shingle.at, shingle_bytes) != 0) continue;
      candidates.push_back({entry.older, shingle.at, shingle_bytes});
      places.push_back(entry.older);
    }
    std::vector<Match> matches;
    for (const size_t index : LongestRisingRun(places)) matches.push_back(candidates[index]);
    return matches;
  }

  std::string_view older_, newer_;
  std::vector<Shingle> older_shingles_, newer_shingles_;
  std::vector<Entry> table_;
  TextChanges changes_;
};

}  // namespace

EditScript DiffByShingles(std::string_view older, std::string_view newer) {
  Differ differ(older, newer);
  differ.Diff({0, older.size(), 0, newer.size()}, 0);
  return WriteScript(differ.changes(), older.size(), newer);
}

}  // namespace muragat
