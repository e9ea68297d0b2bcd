#include "muragat/search/text_runs.h"

#include <algorithm>
#include <string>
#include <utility>

#include "muragat/search/sorted_runs.h"
#include "muragat/search/word_index.h"

namespace muragat {
namespace {

using Runs = std::vector<TextRun>;

// Bytes of lists that take as long to read as a text to look through.
constexpr size_t kLookCost = 1024;
// The same where most texts without the phrase were denied: what is left holds the words, by and large.
constexpr size_t kLastLookCost = 64;

// What a text must hold, and the lists that say where it is.
struct Need {
  Phrase::Term term;
  int32_t least = 1;  // so many times
  std::vector<std::string> lists;
  size_t size_bytes = 0;  // of them
};

std::vector<Need> FindNeeds(const std::vector<Phrase::Term>& terms) {
  std::vector<Need> needs;
  for (const Phrase::Term& term : terms) {
    const auto known = std::find_if(needs.begin(), needs.end(), [&](const Need& need) {
      return need.term.word == term.word && need.term.prefix == term.prefix;
    });
    if (known == needs.end()) {
      needs.push_back({term, 1, {}, 0});
    } else {
      ++known->least;
    }
  }
  return needs;
}

// The changes that the lists tell, in order; with `within` only of sections that are there.
Result<std::vector<Posting>> ReadPostings(const std::vector<std::string>& lists, const Runs* within) {
  std::vector<Posting> postings;
  std::vector<size_t> parts;
  for (const std::string& list : lists) {
    parts.push_back(postings.size());
    PostingsReader reader(list);
    auto run = within != nullptr ? within->begin() : Runs::const_iterator();
    for (Posting posting; reader.Next(posting);) {
      if (within != nullptr) {
        while (run != within->end() && run->place < posting.place) ++run;
        if (run == within->end()) break;
        if (run->place != posting.place) continue;
      }
      postings.push_back(posting);
    }
    MURAGAT_RETURN_IF_ERROR(reader.status());
  }
  MergeRuns(postings, std::move(parts), StandsBefore);
  return postings;
}

// Where there are at least so many.
Runs SumUp(const std::vector<Posting>& postings, int32_t least) {
  Runs runs;
  for (size_t i = 0; i < postings.size();) {
    const SectionPlace place = postings[i].place;
    bool is_open = false;
    for (int64_t count = 0; i < postings.size() && postings[i].place == place;) {
      const uint32_t ordinal = postings[i].ordinal.value;
      for (; i < postings.size() && postings[i].place == place && postings[i].ordinal.value == ordinal; ++i)
        count += postings[i].change;
      if (is_open == (count >= least)) continue;
      is_open = !is_open;
      if (is_open) {
        runs.push_back({place, ordinal, TextRun::kEndless});
      } else {
        runs.back().end = ordinal;
      }
    }
  }
  return runs;
}

Runs Common(const Runs& a, const Runs& b) {
  Runs common;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
    if (one->place != other->place) {
      ++(one->place < other->place ? one : other);
      continue;
    }
    const TextRun both{one->place, std::max(one->begin, other->begin), std::min(one->end, other->end)};
    if (both.begin < both.end) common.push_back(both);
    ++(one->end < other->end ? one : other);
  }
  return common;
}

}  // namespace

Result<Runs> FindTextRuns(const StoreView& view, const std::vector<Phrase::Term>& terms,
                          const std::function<bool(const TextRun&)>& may_hold) {
  std::vector<Need> needs = FindNeeds(terms);
  for (Need& need : needs) {
    MURAGAT_RETURN_IF_ERROR(
        VisitLists(view, need.term.word, need.term.prefix, [&](std::string_view, std::string_view list) {
          need.lists.emplace_back(list);
          need.size_bytes += list.size();
          return Status::Ok();
        }));
    if (need.lists.empty()) return Runs();
  }
  std::sort(needs.begin(), needs.end(),
            [](const Need& a, const Need& b) { return a.size_bytes < b.size_bytes; });
  Runs runs;
  for (size_t i = 0; i < needs.size(); ++i) {
    if (i > 0 && needs[i].size_bytes > runs.size() * (may_hold ? kLastLookCost : kLookCost)) break;
    MURAGAT_ASSIGN_OR_RETURN(const auto postings, ReadPostings(needs[i].lists, i == 0 ? nullptr : &runs));
    Runs found = SumUp(postings, needs[i].least);
    runs = i == 0 ? std::move(found) : Common(runs, found);
    if (i == 0 && may_hold) std::erase_if(runs, [&](const TextRun& run) { return !may_hold(run); });
  }
  return runs;
}

bool IsCounted(const Phrase& phrase) {
  return phrase.bytes.empty() && phrase.terms.size() == 1 &&
         phrase.terms.front().word.size() < kIndexedWordBytes;
}

bool IsInRuns(std::span<const TextRun> runs, Ordinal ordinal) {
  const auto behind = std::upper_bound(runs.begin(), runs.end(), ordinal.value,
                                       [](uint32_t value, const TextRun& run) { return value < run.begin; });
  return behind != runs.begin() && ordinal.value < std::prev(behind)->end;
}

}  // namespace muragat
