#include "muragat/render/style_hash.h"

#include <string_view>

#include "muragat/base/base64.h"
#include "muragat/base/sha256.h"
#include "muragat/render/embedded.h"

namespace muragat {
namespace {

std::string HashOf(std::string_view more) { return EncodeBase64(Sha256(std::string(kPageCss).append(more))); }

}  // namespace

const std::string& PageStyleHash() {
  static const std::string hash = HashOf({});
  return hash;
}

const std::string& HistoryStyleHash() {
  static const std::string hash = HashOf(kHistoryCss);
  return hash;
}

const std::string& ReformStyleHash() {
  static const std::string hash = HashOf(kReformCss);
  return hash;
}

}  // namespace muragat
