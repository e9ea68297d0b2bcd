#pragma once

#include <utility>

#include "muragat/search/word_index.h"
#include "muragat/store/writer.h"

namespace muragat::tools {

// What must be there before the writer, and longer.
struct IndexOfWriter {
  WordIndexWriter index;
};

// A writer that keeps the index of words whole. Database and clock must outlive it.
class IndexedWriter : private IndexOfWriter, public Writer {
 public:
  IndexedWriter(Database& database, const Clock& clock, WriterOptions options)
      : IndexOfWriter{WordIndexWriter(database)},
        Writer(database, clock, WithObserver(std::move(options), index)) {}

 private:
  static WriterOptions WithObserver(WriterOptions options, CommitObserver& observer) {
    options.observer = &observer;
    return options;
  }
};

}  // namespace muragat::tools
