#include "muragat/store/merged_cursor.h"

#include <string>
#include <utility>

namespace muragat {

MergedCursor::MergedCursor(std::unique_ptr<Cursor> upper, std::unique_ptr<Cursor> lower)
    : upper_(std::move(upper)), lower_(std::move(lower)) {}

// Stands on the nearer of the two in the direction of travel. A failure of either ends the walk.
void MergedCursor::Choose(bool forward) {
  forward_ = forward;
  at_ = nullptr;
  if (!upper_->status().ok() || !lower_->status().ok()) return;
  if (!upper_->Valid() || !lower_->Valid()) {
    at_ = upper_->Valid() ? upper_.get() : lower_->Valid() ? lower_.get() : nullptr;
    return;
  }
  const int order = upper_->key().compare(lower_->key());
  if (order == 0) {
    forward ? lower_->Next() : lower_->Prev();  // what lies below is not seen
    at_ = lower_->status().ok() ? upper_.get() : nullptr;
  } else {
    at_ = (order < 0) == forward ? upper_.get() : lower_.get();
  }
}

// Brings the other cursor to the right side of this one's key.
void MergedCursor::Turn(bool forward) {
  if (forward_ == forward) return;
  Cursor* other = at_ == upper_.get() ? lower_.get() : upper_.get();
  const std::string key(at_->key());
  if (forward) {
    other->Seek(key);
    if (other->Valid() && other->key() == key) other->Next();
  } else {
    other->SeekForPrev(key);
    if (other->Valid() && other->key() == key) other->Prev();
  }
  forward_ = forward;
}

void MergedCursor::Seek(std::string_view key) {
  upper_->Seek(key);
  lower_->Seek(key);
  Choose(true);
}

void MergedCursor::SeekForPrev(std::string_view key) {
  upper_->SeekForPrev(key);
  lower_->SeekForPrev(key);
  Choose(false);
}

void MergedCursor::Next() {
  Turn(true);
  at_->Next();
  Choose(true);
}

void MergedCursor::Prev() {
  Turn(false);
  at_->Prev();
  Choose(false);
}

Status MergedCursor::status() const {
  MURAGAT_RETURN_IF_ERROR(upper_->status());
  return lower_->status();
}

}  // namespace muragat
