#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace muragat {

// Hands items from one thread to another in the order in which they were put in, and makes the first thread
// wait rather than let the items that wait grow over a bound. Every call takes a lock: items should be large,
// batches rather than single values. Thread-safety: any thread, but for the destructor; a thread that waits
// in the queue must have left it before that (see Close).
template <typename T>
class BoundedQueue {
 public:
  // `max_weight` bounds the weights of the items that wait, in whatever unit Push is given.
  explicit BoundedQueue(size_t max_weight) : max_weight_(max_weight) {}

  // Puts `item` in, once the items that wait leave room for it; where none waits, any item is let in, however
  // heavy. False where the queue is closed, before or while it waits: then `item` is dropped.
  bool Push(T item, size_t weight) {
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return closed_ || entries_.empty() || HasRoomFor(weight); });
      if (closed_) return false;
      entries_.push_back({std::move(item), weight});
      weight_ += weight;
    }
    filled_.notify_one();
    return true;
  }

  // Takes the item that waits longest, once there is one; nothing where the queue is closed and empty.
  std::optional<T> Pop() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [&] { return closed_ || !entries_.empty(); });
    return Take(lock);
  }

  // As Pop, but where no item waits, nothing at once.
  std::optional<T> TryPop() {
    std::unique_lock lock(mutex_);
    return Take(lock);
  }

  // Lets nothing more in. Whoever waits in Push or Pop goes on; Pop gives what is left.
  void Close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    room_.notify_all();
    filled_.notify_all();
  }

 private:
  struct Entry {
    T item;
    size_t weight;
  };

  bool HasRoomFor(size_t weight) const { return weight_ <= max_weight_ && weight <= max_weight_ - weight_; }

  std::optional<T> Take(std::unique_lock<std::mutex>& lock) {
    std::optional<T> item;
    if (entries_.empty()) return item;
    item.emplace(std::move(entries_.front().item));
    weight_ -= entries_.front().weight;
    entries_.pop_front();
    lock.unlock();
    room_.notify_one();
    return item;
  }

  const size_t max_weight_;
  std::mutex mutex_;
  std::condition_variable room_, filled_;
  std::deque<Entry> entries_;
  size_t weight_ = 0;  // of the entries
  bool closed_ = false;
};

}  // namespace muragat
