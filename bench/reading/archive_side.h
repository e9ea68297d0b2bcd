#pragma once

#include <memory>
#include <string>

#include "bench/reading/answer.h"
#include "bench/reading/question.h"
#include "bench/reading/section_question.h"
#include "muragat/store/archive.h"

namespace muragat::bench {

// The reads of an archive that are timed. Thread-safety: one thread.
class ArchiveSide {
 public:
  // Errors: as Archive::Open.
  static Result<ArchiveSide> Open(const std::string& path);

  // The document as it stood then: its text, or with `as_captured` the bytes as they were received.
  // Errors: kNotFound: there was none; as Reader.
  Result<Answer> ReadDocument(const Question& question, bool as_captured) const;

  // One section as it stood then. Errors: kNotFound: the edition has no such section; as Reader.
  Result<Answer> ReadSection(const SectionQuestion& question) const;

  const Reader& reader() const { return archive_->reader(); }

 private:
  explicit ArchiveSide(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
  Result<std::shared_ptr<const Edition>> FindText(const std::string& document, Instant at) const;

  std::unique_ptr<Archive> archive_;
};

}  // namespace muragat::bench
