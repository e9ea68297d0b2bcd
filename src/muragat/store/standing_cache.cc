#include "muragat/store/standing_cache.h"

#include <algorithm>
#include <utility>

namespace muragat {
namespace {

// What an entry takes beside its texts, with the memory's own share.
size_t SizeOf(const Standing& standing) {
  constexpr size_t kOverheadBytes = 64;
  size_t bytes = sizeof(Standing);
  if (standing.edition) {
    bytes += sizeof(Edition) + standing.edition->sections.size() * sizeof(SectionRef) + kOverheadBytes;
  }
  if (standing.text) bytes += standing.text->size() + kOverheadBytes;
  return bytes;
}

}  // namespace

StandingCache::Document* StandingCache::FindDocument(std::string_view id) {
  if (!documents_.empty() && documents_.front().id == id) return &documents_.front();
  const auto found = places_.find(id);
  if (found == places_.end()) return nullptr;
  documents_.splice(documents_.begin(), documents_, found->second);
  return &documents_.front();
}

Standing* StandingCache::Find(std::string_view id, Instant at) {
  Document* const document = FindDocument(id);
  if (document == nullptr) return nullptr;
  auto& standings = document->standings;
  const auto behind = std::upper_bound(standings.begin(), standings.end(), at,
                                       [](Instant time, const Standing& other) { return time < other.from; });
  if (behind == standings.begin()) return nullptr;
  Standing& standing = *(behind - 1);
  return standing.endless || at < standing.until ? &standing : nullptr;
}

std::optional<DocumentNumber> StandingCache::FindNumber(std::string_view id) {
  const Document* const document = FindDocument(id);
  return document == nullptr ? std::nullopt : std::optional(document->number);
}

Standing* StandingCache::Insert(std::string_view id, DocumentNumber number, Standing standing) {
  constexpr size_t kDocumentBytes = 200;
  Document* document = FindDocument(id);
  if (document == nullptr) {
    document = &documents_.emplace_front();
    document->id = id;
    document->number = number;
    places_.emplace(document->id, documents_.begin());
    Count(kDocumentBytes + id.size());
  } else if (document->size_bytes > max_bytes_) {  // all by itself
    size_bytes_ -= std::exchange(document->size_bytes, 0);
    document->standings.clear();
  }
  Count(SizeOf(standing));
  auto& standings = document->standings;
  const auto behind = std::upper_bound(standings.begin(), standings.end(), standing.from,
                                       [](Instant time, const Standing& other) { return time < other.from; });
  const auto place = standings.insert(behind, std::move(standing));
  Shrink();
  return &*place;
}

void StandingCache::CountText(const Standing& standing) {
  Count(standing.text->size());
  Shrink();
}

// Counts for the document in front.
void StandingCache::Count(size_t bytes) {
  documents_.front().size_bytes += bytes;
  size_bytes_ += bytes;
}

void StandingCache::Shrink() {
  while (size_bytes_ > max_bytes_ && documents_.size() > 1) {
    size_bytes_ -= documents_.back().size_bytes;
    places_.erase(documents_.back().id);
    documents_.pop_back();
  }
}

void StandingCache::Clear() {
  places_.clear();
  documents_.clear();
  size_bytes_ = 0;
}

}  // namespace muragat
