#include "muragat/text/sentences.h"

#include <cstdint>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace muragat {
namespace {

std::unique_ptr<icu::BreakIterator> OpenRules() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> rules(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), error));
  if (U_FAILURE(error)) rules.reset();
  return rules;
}

}  // namespace

std::vector<size_t> CutSentences(std::string_view text) {
  std::vector<size_t> ends;
  if (text.empty()) return ends;
  thread_local const std::unique_ptr<icu::BreakIterator> rules = OpenRules();
  UErrorCode error = U_ZERO_ERROR;
  UText opened = UTEXT_INITIALIZER;
  utext_openUTF8(&opened, text.data(), static_cast<int64_t>(text.size()), &error);
  if (rules != nullptr && U_SUCCESS(error)) {
    rules->setText(&opened, error);
    if (U_SUCCESS(error)) {
      rules->first();
      for (int32_t end = rules->next(); end != icu::BreakIterator::DONE; end = rules->next())
        ends.push_back(static_cast<size_t>(end));
    }
  }
  utext_close(&opened);
  if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
  return ends;
}

}  // namespace muragat
