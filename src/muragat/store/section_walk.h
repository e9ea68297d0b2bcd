#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/store/reader.h"
#include "muragat/store/text_chain.h"

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
  // A record of the section whose text nobody wanted yet.
  struct Passed {
    RevisionKey key;
    std::string value;
  };

  void MoveTo(std::string_view key);
  std::optional<std::string_view> MakeText(const RevisionKey& key, std::string_view value);

  std::unique_ptr<Cursor> cursor_;
  TextChain texts_;
  std::vector<Passed> passed_;
  size_t passed_count_ = 0;  // the others are memory only
};

}  // namespace muragat
