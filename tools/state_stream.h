#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <thread>
#include <vector>

#include "import/json_lines.h"
#include "muragat/base/bounded_queue.h"
#include "muragat/base/status.h"
#include "tools/input.h"

namespace muragat::tools {

// How much address space a large input has the heap grow by, at once: see GrowHeapInHugePages.
constexpr size_t kLargeInputHeapBytes = size_t{384} << 20;

// The lines of an input in the exchange format, in order. The first few MiB are read when they are asked for;
// what comes behind is read ahead by a thread of its own, so that reading and recording go on side by side.
// Memory stays bounded: so much is read ahead as kMaxAheadWeight says, or one line. Thread-safety: one
// thread, which must not use the input meanwhile.
class StateStream {
 public:
  using Line = import::JsonLinesReader::Line;

  // `html` is what is known of pages beforehand. Without `may_read_ahead` there is no thread. `input` must
  // outlive the stream; where that is left before its end, the input is stopped.
  explicit StateStream(Input& input, const import::HtmlOptions& html = {}, bool may_read_ahead = true);
  ~StateStream();

  // The next line, which is the caller's to change until the next call, or null at the end.
  // Errors: as JsonLinesReader::ReadNext, in their place behind the lines before; kCancelled: the user asked
  // to stop while more was waited for.
  Result<Line*> Next();

  // How many bytes of the input, as it lies on disk, had been read when the last line came.
  uint64_t bytes_read() const { return bytes_read_; }

 private:
  // Lines that go from one thread to the other together, and come back for their memory.
  struct Batch {
    std::vector<Line> lines;  // the first `count` are in use
    size_t count = 0;
    size_t weight = 0;
    uint64_t bytes_read = 0;
    std::optional<Status> end;  // why nothing comes behind them; kOk at the stream's end
  };

  void ReadAhead();
  bool HandOver();

  Input& input_;
  import::JsonLinesReader reader_;
  bool may_read_ahead_;
  Line line_;     // the last one, while there is no thread
  Line reading_;  // the thread's, until it is in a batch
  uint64_t bytes_read_ = 0;
  BoundedQueue<Batch> ready_, spent_;
  Batch batch_;       // that Next gives from
  size_t place_ = 0;  // in it, of the next line
  Batch filling_;     // the thread's
  std::jthread thread_;
};

}  // namespace muragat::tools
