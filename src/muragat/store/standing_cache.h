#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/base/hash.h"
#include "muragat/model/edition.h"

namespace muragat {

// An edition, and the stretch of valid time in which it is the one that stands.
struct Standing {
  Instant from, until;                      // from inclusive, until exclusive
  bool endless = false;                     // there is no `until`
  std::shared_ptr<const Edition> edition;   // null: nothing stands
  std::shared_ptr<const std::string> text;  // of the whole edition; null: not kept
  bool text_asked = false;                  // for that, once
};

// What stood when, of the documents asked for last, up to a bound in bytes: the document not asked for
// longest goes first. Thread-safety: one thread.
class StandingCache {
 public:
  explicit StandingCache(size_t max_bytes) : max_bytes_(max_bytes) {}

  // What stood in the document then, or null where that is not known. Good until the next call.
  Standing* Find(std::string_view id, Instant at);
  // Takes in what is not known yet: the stretch must not overlap another one of the document.
  Standing* Insert(std::string_view id, DocumentNumber number, Standing standing);
  // The number of a document that something is known of, or nothing.
  std::optional<DocumentNumber> FindNumber(std::string_view id);
  // Says that a text was added to what Find or Insert gave last, and drops what is too much.
  void CountText(const Standing& standing);
  void Clear();

  size_t size_bytes() const { return size_bytes_; }

 private:
  struct Document {
    std::string id;
    DocumentNumber number;
    std::vector<Standing> standings;  // by `from`
    size_t size_bytes = 0;
  };
  struct HashId {
    size_t operator()(std::string_view id) const { return static_cast<size_t>(Hash64(id)); }
  };
  using Place = std::list<Document>::iterator;
  Document* FindDocument(std::string_view id);
  void Count(size_t bytes);
  void Shrink();

  size_t max_bytes_;
  size_t size_bytes_ = 0;
  std::list<Document> documents_;  // the one asked for last in front
  std::unordered_map<std::string_view, Place, HashId> places_;
};

}  // namespace muragat
