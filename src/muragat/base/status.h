#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace muragat {

// What went wrong, in kinds that a caller can act on. The program's exit status is derived from it in one
// place.
enum class StatusCode {
  kOk,
  kNotFound,         // no such archive, document, section, date
  kInvalidArgument,  // the caller or the input is wrong; trying again will not help
  kConflict,         // would break a rule of what is stored already (an id's twin, a second archive)
  kCorruption,       // stored bytes make no sense
  kUnsupported,      // the archive was written by a newer program
  kBusy,             // another process is writing
  kCancelled,        // the caller asked to stop
  kIo,               // the machine failed: disk full, input or output error
};

// The outcome of an operation that returns nothing: kOk, or a code and one line for a person.
// Thread-safety: a value; const methods may run concurrently.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(StatusCode code, std::string message) : code_(code), message_(std::move(message)) {}

  static Status Ok() { return {}; }
  static Status NotFound(std::string message) { return {StatusCode::kNotFound, std::move(message)}; }
  static Status InvalidArgument(std::string message) {
    return {StatusCode::kInvalidArgument, std::move(message)};
  }
  static Status Conflict(std::string message) { return {StatusCode::kConflict, std::move(message)}; }
  static Status Corruption(std::string message) { return {StatusCode::kCorruption, std::move(message)}; }
  static Status Unsupported(std::string message) { return {StatusCode::kUnsupported, std::move(message)}; }
  static Status Busy(std::string message) { return {StatusCode::kBusy, std::move(message)}; }
  static Status Cancelled(std::string message) { return {StatusCode::kCancelled, std::move(message)}; }
  static Status Io(std::string message) { return {StatusCode::kIo, std::move(message)}; }

  bool ok() const { return code_ == StatusCode::kOk; }
  StatusCode code() const { return code_; }
  const std::string& message() const { return message_; }

  // Returns the same failure with `context` put before its message ("While reading …: …"); kOk stays kOk.
  Status WithContext(std::string_view context) const {
    if (ok()) return *this;
    return {code_, std::string(context) + ": " + message_};
  }

 private:
  StatusCode code_ = StatusCode::kOk;
  std::string message_;
};

// A value of T, or the Status that says why there is none (never kOk).
// Thread-safety: as T.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Status status)
      : state_(std::in_place_index<1>, std::move(status)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }

  // The failure; kOk where there is a value.
  Status status() const { return ok() ? Status::Ok() : std::get<1>(state_); }

  // The value. Asking a failed result is a programming error and ends the program.
  const T& value() const& { return std::get<0>(state_); }
  T& value() & { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, Status> state_;
};

}  // namespace muragat

// Leaves the enclosing function with the failure of `expression` (a Status), if it is one.
#define MURAGAT_RETURN_IF_ERROR(expression)                                      \
  do {                                                                           \
    if (::muragat::Status status_ = (expression); !status_.ok()) return status_; \
  } while (false)

#define MURAGAT_CONCAT_INNER(a, b) a##b
#define MURAGAT_CONCAT(a, b) MURAGAT_CONCAT_INNER(a, b)

// Declares or assigns `target` from `expression` (a Result), or leaves the enclosing function with its
// failure.
#define MURAGAT_ASSIGN_OR_RETURN(target, expression) \
  MURAGAT_ASSIGN_OR_RETURN_INNER(MURAGAT_CONCAT(result_, __LINE__), target, expression)
#define MURAGAT_ASSIGN_OR_RETURN_INNER(result, target, expression) \
  auto result = (expression);                                      \
  if (!result.ok()) return result.status();                        \
  target = std::move(result).value()
