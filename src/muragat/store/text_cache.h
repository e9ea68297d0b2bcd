#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>

#include "muragat/codec/keys.h"

namespace muragat {

// A rebuilt text of a section, with what was read of it at import.
struct StoredText {
  std::string text;  // heading slice and body slice, put end to end
  uint64_t heading_bytes = 0;
  std::string number;
  std::string title;
  bool teaser = false;
  uint8_t chain_length = 0;  // how many diffs led to it; 0: it is a keyframe
};

// The texts that were rebuilt last, up to a bound in bytes; the one not asked for longest goes first.
// Thread-safety: one thread.
class TextCache {
 public:
  explicit TextCache(size_t max_bytes) : max_bytes_(max_bytes) {}

  // The text, or null.
  std::shared_ptr<const StoredText> Find(const RevisionKey& key);
  void Insert(const RevisionKey& key, std::shared_ptr<const StoredText> text);

 private:
  struct Entry {
    RevisionKey key;
    std::shared_ptr<const StoredText> text;
  };
  static size_t SizeOf(const Entry& entry) { return entry.text->text.size() + 256; }

  size_t max_bytes_;
  size_t size_bytes_ = 0;
  std::list<Entry> entries_;  // the one asked for last in front
  std::map<RevisionKey, std::list<Entry>::iterator> places_;
};

}  // namespace muragat
