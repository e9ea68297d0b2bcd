#pragma once

#include <optional>
#include <string>

#include "muragat/base/status.h"
#include "muragat/proof/checkpoint.h"
#include "muragat/proof/note_key.h"
#include "muragat/proof/signed_note.h"
#include "muragat/store/view.h"

namespace rocksdb {
class Env;
}

namespace muragat {

// What an archive's file `checkpoint` says: the head of its log after the last commit that was acknowledged,
// as a signed note; or, where the archive had no key at hand, the same text and an empty line without
// signatures.
struct StoredHead {
  TreeHead head;
  std::optional<SignedNote> note;  // absent: it is not signed
};
// Errors: kCorruption: it is neither.
Result<StoredHead> ParseStoredHead(std::string_view bytes);

// The file `checkpoint` and the file `vkey` beside it, of one archive. Thread-safety: one thread.
class LogHead {
 public:
  // Of the archive in the folder `path`. Reads both files. `env`: what they are written through; null: the
  // machine's file system. Errors: kIo.
  static Result<LogHead> Read(const std::string& path, rocksdb::Env* env = nullptr);

  // The files' bytes as they were when they were read or written last; nothing where there is none.
  const std::optional<std::string>& checkpoint() const { return checkpoint_; }
  const std::optional<std::string>& verifier_key() const { return verifier_key_; }

  // Compares the checkpoint with the log of `view`, which has `commits` commits. Changes nothing. Errors:
  // kCorruption: there is no checkpoint, or it makes no sense; the log is shorter ("has lost k acknowledged
  // commits"), or has another root at its size ("history rewritten"); else as CommitLog.
  Status Check(const StoreView& view, uint64_t commits) const;

  // Signs from now on. Where there is no file `vkey` yet, writes it. Errors: kInvalidArgument: the archive's
  // key is another one; kIo.
  Status UseKey(SigningKey key);
  bool has_key() const { return key_.has_value(); }

  // Writes the file `checkpoint`, signed where there is a key. Errors: kIo: the file is as it was.
  Status Write(const TreeHead& head);
  // Whether it is of that size, and signed where there is a key.
  bool IsCurrent(uint64_t commits) const;

 private:
  std::string path_;
  rocksdb::Env* env_ = nullptr;
  std::optional<std::string> checkpoint_, verifier_key_;
  std::optional<SigningKey> key_;
};

}  // namespace muragat
