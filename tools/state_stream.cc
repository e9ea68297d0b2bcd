#include "tools/state_stream.h"

#include <utility>

#include "muragat/base/huge_pages.h"

namespace muragat::tools {
namespace {

constexpr uint64_t kAloneBytes = uint64_t{4} << 20;  // plain; so little is read without a thread
constexpr size_t kMaxAheadWeight = size_t{8} << 20;
constexpr size_t kBatchWeight = size_t{512} << 10;  // reached by a batch that is handed over
constexpr size_t kLineWeight = 1024;                // of a line beside its bytes, for what a state takes

}  // namespace

StateStream::StateStream(Input& input, const import::HtmlOptions& html, bool may_read_ahead)
    : input_(input),
      reader_(input.stream(), {}, html),
      may_read_ahead_(may_read_ahead),
      line_{0, State()},
      reading_{0, State()},
      ready_(kMaxAheadWeight),
      spent_(kMaxAheadWeight) {}

StateStream::~StateStream() {
  if (!thread_.joinable()) return;
  ready_.Close();
  input_.Stop();
  thread_.join();
  input_.OnWait({});
}

Result<StateStream::Line*> StateStream::Next() {
  if (!thread_.joinable()) {
    if (!may_read_ahead_ || reader_.bytes_taken() < kAloneBytes) {
      MURAGAT_ASSIGN_OR_RETURN(const bool found, reader_.ReadInto(line_));
      bytes_read_ = input_.bytes_read();
      return found ? &line_ : nullptr;
    }
    GrowHeapInHugePages(kLargeInputHeapBytes);
    input_.OnWait([this] { HandOver(); });
    thread_ = std::jthread([this] { ReadAhead(); });
  }
  while (place_ == batch_.count) {
    if (batch_.end) return batch_.end->ok() ? Result<Line*>(nullptr) : *batch_.end;
    spent_.Push(std::move(batch_), 0);
    batch_ = *ready_.Pop();  // the last batch has an end
    bytes_read_ = batch_.bytes_read;
    place_ = 0;
  }
  return &batch_.lines[place_++];
}

// What the thread does: up to the stream's end, or until nobody takes what it read.
void StateStream::ReadAhead() {
  while (true) {
    const uint64_t before = reader_.bytes_taken();
    // Not into the batch: where there is a wait for more, that is handed over meanwhile.
    const Result<bool> found = reader_.ReadInto(reading_);
    if (!found.ok() || !*found) {
      filling_.end = found.status();
      HandOver();
      return;
    }
    if (filling_.count == filling_.lines.size()) {
      filling_.lines.push_back(std::move(reading_));
      reading_.state = State();
    } else {
      std::swap(filling_.lines[filling_.count], reading_);
    }
    ++filling_.count;
    filling_.weight += static_cast<size_t>(reader_.bytes_taken() - before) + kLineWeight;
    if (filling_.weight >= kBatchWeight && !HandOver()) return;
  }
}

// Hands over what is read, if anything is, and begins a new batch; false where nobody takes it.
bool StateStream::HandOver() {
  if (filling_.count == 0 && !filling_.end) return true;
  filling_.bytes_read = input_.bytes_read();
  const size_t weight = filling_.weight;
  if (!ready_.Push(std::move(filling_), weight)) return false;
  filling_ = spent_.TryPop().value_or(Batch());
  filling_.count = filling_.weight = 0;
  return true;
}

}  // namespace muragat::tools
