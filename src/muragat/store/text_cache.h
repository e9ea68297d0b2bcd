#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "muragat/codec/keys.h"
#include "muragat/model/document.h"

namespace muragat {

// A rebuilt text of a section, with what was read of it at import.
struct StoredText {
  std::string text;  // heading slice and body slice, put end to end
  uint64_t heading_bytes = 0;
  std::string number;
  std::string title;
  bool teaser = false;
  uint8_t chain_length = 0;  // how many diffs led to it; 0: it is a keyframe

  Section ToSection(uint32_t depth_levels) const {
    return {.heading = text.substr(0, heading_bytes),
            .body = text.substr(heading_bytes),
            .number = number,
            .title = title,
            .depth_levels = depth_levels,
            .teaser = teaser};
  }
};

// The texts that were rebuilt last, up to a bound in bytes; of those, who was not asked for since the last
// look goes first. Thread-safety: one thread.
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
    bool asked = false;  // since it was put in front
  };
  struct KeyHash {
    size_t operator()(const RevisionKey& key) const {
      uint64_t hash = (uint64_t{key.document.value} << 32 | key.ordinal.value) * 0x9E3779B97F4A7C15u;
      hash = (hash ^ (hash >> 29) ^ key.section.value) * 0xBF58476D1CE4E5B9u;
      return hash ^ (hash >> 32);
    }
  };
  static size_t SizeOf(const Entry& entry) { return entry.text->text.size() + 256; }

  size_t max_bytes_;
  size_t size_bytes_ = 0;
  std::list<Entry> entries_;  // those to be looked at last in front
  std::unordered_map<RevisionKey, std::list<Entry>::iterator, KeyHash> places_;
};

}  // namespace muragat
