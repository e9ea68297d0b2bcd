#pragma once

#include <memory>

#include "muragat/store/view.h"

namespace muragat {

// A cursor over what two others stand on, as if it were one; of a key that both have, the upper one's record.
class MergedCursor final : public Cursor {
 public:
  MergedCursor(std::unique_ptr<Cursor> upper, std::unique_ptr<Cursor> lower);
  void Seek(std::string_view key) override;
  void SeekForPrev(std::string_view key) override;
  void Next() override;
  void Prev() override;
  bool Valid() const override { return at_ != nullptr; }
  std::string_view key() const override { return at_->key(); }
  std::string_view value() const override { return at_->value(); }
  Status status() const override;

 private:
  void Choose(bool forward);
  void Turn(bool forward);

  std::unique_ptr<Cursor> upper_, lower_;
  Cursor* at_ = nullptr;  // the one that this cursor stands on; null: neither
  bool forward_ = true;   // both stand at or behind `at_` (or, going backward, at or before it)
};

}  // namespace muragat
