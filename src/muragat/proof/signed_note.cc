// note := text LF signature+      text ends in LF
// signature := "— " name SP base64(id:4 signature) LF
#include "muragat/proof/signed_note.h"

#include <optional>

#include "muragat/base/base64.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr std::string_view kDash = "— ";
constexpr size_t kIdBytes = 4;
constexpr size_t kMostSignatures = 64;

std::optional<SignedNote::Signature> ParseSignature(std::string_view line) {
  const size_t space = line.rfind(' ');
  if (!line.starts_with(kDash) || space < kDash.size() || space == std::string_view::npos)
    return std::nullopt;
  const std::string_view name = line.substr(kDash.size(), space - kDash.size());
  const auto bytes = DecodeBase64(line.substr(space + 1));
  if (!CheckKeyName(name).ok() || !bytes || bytes->size() <= kIdBytes) return std::nullopt;
  return SignedNote::Signature{std::string(name), bytes->substr(0, kIdBytes), bytes->substr(kIdBytes)};
}

}  // namespace

Result<SignedNote> ParseNote(std::string_view bytes) {
  const Status no_note = Status::Corruption("it is no signed note");
  const size_t gap = bytes.rfind("\n\n");
  if (gap == std::string_view::npos || !bytes.ends_with('\n') || FindInvalidUtf8(bytes)) return no_note;
  for (const char c : bytes)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return no_note;
  SignedNote note;
  note.text = bytes.substr(0, gap + 1);
  for (std::string_view rest = bytes.substr(gap + 2); !rest.empty();) {
    const size_t end = rest.find('\n');
    const auto signature = ParseSignature(rest.substr(0, end));
    if (!signature || note.signatures.size() == kMostSignatures) return no_note;
    note.signatures.push_back(*signature);
    rest.remove_prefix(end + 1);
  }
  if (note.signatures.empty()) return no_note;
  return note;
}

std::string RenderNote(const SignedNote& note) {
  std::string bytes = note.text + "\n";
  for (const auto& signature : note.signatures) {
    bytes.append(kDash).append(signature.name).append(" ");
    bytes.append(EncodeBase64(signature.id + signature.bytes)).append("\n");
  }
  return bytes;
}

Status SignNote(SignedNote& note, const SigningKey& key) {
  MURAGAT_ASSIGN_OR_RETURN(std::string signature, key.Sign(note.text));
  note.signatures.push_back({key.verifier().name(), key.verifier().Id(), std::move(signature)});
  return Status::Ok();
}

bool VerifyNote(const SignedNote& note, const VerifierKey& key) {
  bool found = false;
  for (const auto& signature : note.signatures) {
    if (signature.name != key.name() || signature.id != key.Id()) continue;
    if (!key.Verify(note.text, signature.bytes)) return false;
    found = true;
  }
  return found;
}

}  // namespace muragat
