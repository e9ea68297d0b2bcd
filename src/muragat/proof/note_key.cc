#include "muragat/proof/note_key.h"

#include <memory>
#include <utility>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "muragat/base/base64.h"
#include "muragat/base/sha256.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kKeyBytes = 32, kSignatureBytes = 64, kIdBytes = 4;
constexpr char kEd25519 = '\x01';  // the type of C2SP signed-note
constexpr std::string_view kPrivatePrefix = "PRIVATE+KEY+";

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string ToHex(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    hex.append({kHex[value >> 4], kHex[value & 15]});
  }
  return hex;
}

void Wipe(std::string& secret) { OPENSSL_cleanse(secret.data(), secret.size()); }

bool IsSpace(char32_t c) {
  return c == 0x20 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
         c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

// `NAME+ID+BASE64` taken apart; nothing where it is not that.
struct KeyParts {
  std::string name, id, key;
};
std::optional<KeyParts> Split(std::string_view text) {
  const size_t first = text.find('+');
  const size_t second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  auto key = DecodeBase64(text.substr(second + 1));
  if (!key || key->size() != 1 + kKeyBytes || key->front() != kEd25519) return std::nullopt;
  return KeyParts{std::string(text.substr(0, first)), std::string(text.substr(first + 1, second - first - 1)),
                  key->substr(1)};
}

}  // namespace

Status CheckKeyName(std::string_view name) {
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(name, "the name"));
  bool fits = !name.empty() && name.find('+') == std::string_view::npos;
  for (size_t at = 0; at < name.size();) fits = !IsSpace(DecodeUtf8(name, at)) && fits;
  if (fits) return Status::Ok();
  return Status::InvalidArgument("\"" + std::string(name) +
                                 "\" cannot be a name: it is empty, or holds a space or +");
}

VerifierKey::VerifierKey(std::string name, std::string public_key)
    : name_(std::move(name)), public_key_(std::move(public_key)) {}

Result<VerifierKey> VerifierKey::Parse(std::string_view text) {
  const auto parts = Split(text);
  if (!parts) return Status::InvalidArgument("it is no verifier key of the form NAME+ID+BASE64 for Ed25519");
  MURAGAT_RETURN_IF_ERROR(CheckKeyName(parts->name));
  VerifierKey key(parts->name, parts->key);
  if (key.HexId() != parts->id)
    return Status::InvalidArgument("the verifier key's id does not fit its name and key");
  return key;
}

std::string VerifierKey::Id() const {
  const Digest digest = DigestOf({name_, "\n", std::string_view(&kEd25519, 1), public_key_});
  return std::string(BytesOf(digest).substr(0, kIdBytes));
}

std::string VerifierKey::HexId() const { return ToHex(Id()); }

std::string VerifierKey::Text() const {
  return name_ + "+" + HexId() + "+" + EncodeBase64(std::string(1, kEd25519) + public_key_);
}

bool VerifierKey::Verify(std::string_view message, std::string_view signature) const {
  if (public_key_.size() != kKeyBytes || signature.size() != kSignatureBytes) return false;
  const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, Bytes(public_key_), kKeyBytes),
                EVP_PKEY_free);
  const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (!key || !context || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1)
    return false;
  return EVP_DigestVerify(context.get(), Bytes(signature), signature.size(), Bytes(message),
                          message.size()) == 1;
}

SigningKey::SigningKey(std::string seed, VerifierKey verifier)
    : seed_(std::move(seed)), verifier_(std::move(verifier)) {}

SigningKey::SigningKey(SigningKey&& other) noexcept
    : seed_(std::move(other.seed_)), verifier_(std::move(other.verifier_)) {
  Wipe(other.seed_);
}

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept {
  std::swap(seed_, other.seed_);
  std::swap(verifier_, other.verifier_);
  return *this;
}

SigningKey::~SigningKey() { Wipe(seed_); }

Result<SigningKey> SigningKey::FromSeed(std::string name, std::string seed) {
  MURAGAT_RETURN_IF_ERROR(CheckKeyName(name));
  const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, Bytes(seed), kKeyBytes),
                EVP_PKEY_free);
  std::string public_key(kKeyBytes, '\0');
  size_t size = kKeyBytes;
  if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(public_key.data()),
                                          &size) != 1) {
    return Status::Io("the key cannot be used for Ed25519");
  }
  return SigningKey(std::move(seed), VerifierKey(std::move(name), std::move(public_key)));
}

Result<SigningKey> SigningKey::Generate(std::string name) {
  std::string seed(kKeyBytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(seed.data()), static_cast<int>(kKeyBytes)) != 1)
    return Status::Io("the machine gives no random numbers for a key");
  return FromSeed(std::move(name), std::move(seed));
}

Result<SigningKey> SigningKey::Parse(std::string_view text) {
  const Status no_key = Status::InvalidArgument("it holds no key of the form PRIVATE+KEY+NAME+ID+BASE64");
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (!text.starts_with(kPrivatePrefix)) return no_key;
  const auto parts = Split(text.substr(kPrivatePrefix.size()));
  if (!parts) return no_key;
  MURAGAT_ASSIGN_OR_RETURN(SigningKey key, FromSeed(parts->name, parts->key));
  if (key.verifier().HexId() != parts->id) return no_key;
  return key;
}

Result<std::string> SigningKey::Sign(std::string_view message) const {
  const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, Bytes(seed_), kKeyBytes),
                EVP_PKEY_free);
  const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::string signature(kSignatureBytes, '\0');
  size_t size = signature.size();
  if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, Bytes(message),
                     message.size()) != 1) {
    return Status::Io("the key cannot sign");
  }
  return signature;
}

std::string SigningKey::Text() const {
  return std::string(kPrivatePrefix) + verifier_.name() + "+" + verifier_.HexId() + "+" +
         EncodeBase64(std::string(1, kEd25519) + seed_) + "\n";
}

}  // namespace muragat
