#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/codec/revision_record.h"
#include "muragat/store/reader.h"

namespace muragat {

// Goes through all texts that sections ever had, also those of editions that no longer stand, without keeping
// them. Fast for sections in the order of their keys. Thread-safety: one thread. The reader must outlive it,
// and nothing may be committed meanwhile.
class SectionWalk {
 public:
  explicit SectionWalk(const Reader& reader);

  // Calls `visit` with each text of a section and its ordinal, in rising order. A text that is damaged or was
  // taken out is nothing: the reader says why. Errors: kIo, kCorruption: the texts cannot be listed. Cost: a
  // step or a seek, and one script a text that is stored as a difference.
  using Visitor = std::function<void(Ordinal ordinal, std::optional<std::string_view> text)>;
  Status Visit(DocumentNumber document, SectionNumber section, const Visitor& visit);

  // The same of those texts only that are `wanted`. Cost: of what stands behind the last of them, or between
  // them and does not lead to one, no text is made.
  using Filter = std::function<bool(Ordinal ordinal)>;
  Status VisitSome(DocumentNumber document, SectionNumber section, const Filter& wanted,
                   const Visitor& visit);

 private:
  struct Held {
    Ordinal ordinal;
    std::string text;
    bool is_there = false;
  };
  void MoveTo(std::string_view key);
  const std::string* FindBase(const RevisionKey& key, const RevisionKey& base) const;
  bool Rebuild(const RevisionKey& key, std::string_view value);
  void MakeText(const RevisionKey& key, std::string_view value);

  // A record of the section whose text nobody wanted yet.
  struct Passed {
    RevisionKey key;
    std::string value;
  };

  const Reader& reader_;
  std::unique_ptr<Cursor> cursor_;
  Held last_, keyframe_;  // texts of the section
  std::string next_;      // memory of the text that is being made
  std::vector<Passed> passed_;
  size_t passed_count_ = 0;  // the others are memory only
};

}  // namespace muragat
