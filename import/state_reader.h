#pragma once

#include <string>

#include "muragat/base/status.h"
#include "muragat/model/state.h"

namespace muragat::import {

// A state of a stream, or why there is none; the stream goes on behind it.
struct StateOrReason {
  std::string place;  // for a person: "page \"Pear\", revision 12"
  Result<State> state = State();
};

// Reads a stream of states one by one. Thread-safety: one thread.
class StateReader {
 public:
  virtual ~StateReader() = default;
  // The next state into `next`; false at the end of the stream, and then `next` is not specified.
  // Errors: kIo; kCorruption, kInvalidArgument: the stream cannot be read on from here.
  virtual Result<bool> ReadInto(StateOrReason& next) = 0;
  // What was passed over because it is none of what the reader reads, for a person; empty where nothing was.
  virtual std::string PassedOver() const { return {}; }
};

}  // namespace muragat::import
