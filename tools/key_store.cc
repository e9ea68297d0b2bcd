#include "tools/key_store.h"

#include <filesystem>
#include <optional>

#include "muragat/store/durable_file.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

// The key in a file; nothing where there is no file. Errors: kIo, kInvalidArgument: it holds something else.
Result<std::optional<SigningKey>> ReadKey(const std::string& path) {
  MURAGAT_ASSIGN_OR_RETURN(const auto text, ReadSmallFile(path));
  if (!text) return std::optional<SigningKey>();
  auto key = SigningKey::Parse(*text);
  if (!key.ok()) return key.status().WithContext(path);
  return std::optional<SigningKey>(*std::move(key));
}

// A new key, stored in the file `path`, or under its id in `folder` where that is empty.
Result<SigningKey> MakeKey(const std::string& name, std::string path, const std::string& folder) {
  MURAGAT_ASSIGN_OR_RETURN(SigningKey key, SigningKey::Generate(name));
  if (path.empty()) path = folder + "/" + key.verifier().HexId() + ".key";
  std::error_code error;
  const fs::path parent = fs::absolute(path).parent_path();
  fs::create_directories(parent, error);
  if (error) return Status::Io("cannot make the folder " + parent.string() + ": " + error.message());
  MURAGAT_RETURN_IF_ERROR(WriteSecretDurably(path, key.Text()));
  return key;
}

// The archive's key, which is made where it has none.
Result<SigningKey> FindKey(const Archive& archive, const Context& context) {
  if (context.key_file.empty() && context.key_folder.empty())
    return Status::Io("no folder for keys is known: set HOME, or name a file in MURAGAT_KEY");
  const auto& line = archive.head().verifier_key();
  std::string path = context.key_file;
  if (path.empty() && line) {
    MURAGAT_ASSIGN_OR_RETURN(const auto verifier,
                             VerifierKey::Parse(std::string_view(*line).substr(0, line->find('\n'))));
    path = context.key_folder + "/" + verifier.HexId() + ".key";
  }
  if (!path.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(auto key, ReadKey(path));
    if (key) return *std::move(key);
    if (line)
      return Status::NotFound("its key is not at " + path + ": put it there, or name it in MURAGAT_KEY");
  }
  MURAGAT_ASSIGN_OR_RETURN(const std::string name, archive.LogName());
  return MakeKey(name, path, context.key_folder);
}

}  // namespace

Status ProvideKey(Archive& archive, const Context& context) {
  if (!archive.keeps_log()) return Status::Ok();
  auto key = FindKey(archive, context);
  Status status = key.status();
  if (key.ok()) {
    status = archive.UseKey(*std::move(key));
    if (status.ok() || status.code() != StatusCode::kInvalidArgument) return status;
  }
  context.err << "muragat: the checkpoint is not signed: " << context.ForPeople(status.message()) << '\n';
  return Status::Ok();
}

}  // namespace muragat::tools
