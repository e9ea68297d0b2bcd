#include "muragat/store/log_head.h"

#include <utility>

#include "muragat/store/archive_files.h"
#include "muragat/store/commit_log.h"
#include "muragat/store/durable_file.h"

namespace muragat {
namespace {

std::string CheckpointPath(const std::string& archive) { return archive + "/" + kCheckpointFile; }
std::string VerifierKeyPath(const std::string& archive) { return archive + "/" + kVerifierKeyFile; }

}  // namespace

Result<StoredHead> ParseStoredHead(std::string_view bytes) {
  StoredHead stored;
  const auto note = ParseNote(bytes);
  const Status damaged = Status::Corruption("the file checkpoint is damaged");
  if (note.ok() ? RenderNote(*note) != bytes : !bytes.ends_with("\n\n")) return damaged;
  if (note.ok()) stored.note = *note;
  const auto head = ParseHead(note.ok() ? std::string_view(note->text) : bytes.substr(0, bytes.size() - 1));
  if (!head.ok()) return damaged;
  stored.head = *head;
  return stored;
}

Result<LogHead> LogHead::Read(const std::string& path, rocksdb::Env* env) {
  LogHead log;
  log.path_ = path;
  log.env_ = env;
  MURAGAT_ASSIGN_OR_RETURN(log.checkpoint_, ReadSmallFile(CheckpointPath(path)));
  MURAGAT_ASSIGN_OR_RETURN(log.verifier_key_, ReadSmallFile(VerifierKeyPath(path)));
  return log;
}

Status LogHead::Check(const StoreView& view, uint64_t commits) const {
  constexpr std::string_view kWhatToDo = ": nothing was changed; see `muragat verify` and doc/integrity.md";
  if (!checkpoint_)
    return Status::Corruption("the archive has lost its file checkpoint" + std::string(kWhatToDo));
  MURAGAT_ASSIGN_OR_RETURN(const StoredHead stored, ParseStoredHead(*checkpoint_));
  const TreeHead& head = stored.head;
  if (head.size > commits) {
    return Status::Corruption("the archive has lost " + std::to_string(head.size - commits) +
                              " acknowledged commits" + std::string(kWhatToDo));
  }
  MURAGAT_ASSIGN_OR_RETURN(const bool extends, CommitLog(view).Extends(head));
  if (extends) return Status::Ok();
  return Status::Corruption("history rewritten: the log of " + std::to_string(head.size) +
                            " commits is not the one that the checkpoint is of" + std::string(kWhatToDo));
}

Status LogHead::UseKey(SigningKey key) {
  const std::string text = key.verifier().Text() + "\n";
  if (verifier_key_ && *verifier_key_ != text)
    return Status::InvalidArgument("the key is not the archive's, whose file vkey names " + *verifier_key_);
  if (!verifier_key_) {
    MURAGAT_RETURN_IF_ERROR(WriteDurably(VerifierKeyPath(path_), text, env_));
    verifier_key_ = text;
  }
  key_ = std::move(key);
  return Status::Ok();
}

Status LogHead::Write(const TreeHead& head) {
  SignedNote note{.text = RenderHead(head), .signatures = {}};
  if (key_) MURAGAT_RETURN_IF_ERROR(SignNote(note, *key_));
  std::string bytes = RenderNote(note);
  MURAGAT_RETURN_IF_ERROR(WriteDurably(CheckpointPath(path_), bytes, env_));
  checkpoint_ = std::move(bytes);
  return Status::Ok();
}

bool LogHead::IsCurrent(uint64_t commits) const {
  if (!checkpoint_) return false;
  const auto stored = ParseStoredHead(*checkpoint_);
  if (!stored.ok() || stored->head.size != commits) return false;
  return !key_ || (stored->note && VerifyNote(*stored->note, key_->verifier()));
}

}  // namespace muragat
