#include "muragat/text/stemmer.h"

#include <algorithm>
#include <array>
#include <utility>

#include <libstemmer.h>

namespace muragat {
namespace {

// Languages whose rules change nothing but the ends of words. Others take beginnings away (Arabic,
// Indonesian), accents (Greek), or write another script (Serbian).
constexpr std::array<std::string_view, 18> kOnlyEnds = {"ca", "da", "de", "en", "es", "eu", "fi", "fr", "hu",
                                                        "it", "lt", "nb", "nl", "no", "pt", "ro", "ru", "sv"};

// "fr" of "fr-CA", in lower case.
std::string PrimaryTag(std::string_view language) {
  std::string tag(language.substr(0, language.find('-')));
  std::transform(tag.begin(), tag.end(), tag.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return tag;
}

}  // namespace

struct Stemmer::Impl {
  explicit Impl(sb_stemmer* opened) : stemmer(opened) {}
  ~Impl() { sb_stemmer_delete(stemmer); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  sb_stemmer* stemmer;
};

Stemmer::Stemmer(std::unique_ptr<Impl> impl, bool keeps_first)
    : impl_(std::move(impl)), keeps_first_(keeps_first) {}
Stemmer::~Stemmer() = default;

std::unique_ptr<Stemmer> Stemmer::Open(std::string_view language) {
  std::string tag = PrimaryTag(language);
  if (tag.size() != 2) return nullptr;  // the library also knows names of languages and of algorithms
  const bool keeps_first = std::find(kOnlyEnds.begin(), kOnlyEnds.end(), tag) != kOnlyEnds.end();
  if (tag == "nb") tag = "no";
  sb_stemmer* opened = sb_stemmer_new(tag.c_str(), "UTF_8");
  if (opened == nullptr) return nullptr;
  return std::unique_ptr<Stemmer>(new Stemmer(std::make_unique<Impl>(opened), keeps_first));
}

std::string Stemmer::Stem(std::string_view folded) {
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* stem = sb_stemmer_stem(impl_->stemmer, bytes, static_cast<int>(folded.size()));
  if (stem == nullptr) return std::string(folded);
  return {reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(impl_->stemmer))};
}

}  // namespace muragat
