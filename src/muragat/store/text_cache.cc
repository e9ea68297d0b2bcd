#include "muragat/store/text_cache.h"

#include <utility>

namespace muragat {

std::shared_ptr<const StoredText> TextCache::Find(const RevisionKey& key) {
  const auto found = places_.find(key);
  if (found == places_.end()) return nullptr;
  found->second->asked = true;
  return found->second->text;
}

void TextCache::Insert(const RevisionKey& key, std::shared_ptr<const StoredText> text) {
  if (places_.contains(key)) return;
  entries_.push_front({key, std::move(text)});
  places_[key] = entries_.begin();
  size_bytes_ += SizeOf(entries_.front());
  while (size_bytes_ > max_bytes_ && entries_.size() > 1) {
    if (std::exchange(entries_.back().asked, false)) {
      entries_.splice(entries_.begin(), entries_, std::prev(entries_.end()));
      continue;
    }
    size_bytes_ -= SizeOf(entries_.back());
    places_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace muragat
