#pragma once

#include "muragat/search/word_index.h"
#include "muragat/store/writer.h"

namespace muragat::tools {

// A writer that keeps the index of words whole. Database and clock must outlive it.
class IndexedWriter {
 public:
  IndexedWriter(Database& database, const Clock& clock, WriterOptions options)
      : index_(database), writer_(database, clock, WithObserver(std::move(options), index_)) {}

  Writer& operator*() { return writer_; }
  Writer* operator->() { return &writer_; }

 private:
  static WriterOptions WithObserver(WriterOptions options, CommitObserver& observer) {
    options.observer = &observer;
    return options;
  }

  WordIndexWriter index_;
  Writer writer_;
};

}  // namespace muragat::tools
