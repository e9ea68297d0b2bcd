#include <algorithm>
#include <utility>

#include "muragat/codec/number_codec.h"
#include "muragat/store/reader.h"
#include "muragat/text/fold.h"

namespace muragat {
namespace {

constexpr size_t kPassingQuestions = 32;

// A question on its way from an id to texts.
struct Sought {
  const ComingQuestion* question;
  std::string key;  // of the document's number
  DocumentNumber document;
};

bool IsAtKey(const Cursor& cursor, std::string_view key) { return cursor.Valid() && cursor.key() == key; }

}  // namespace

size_t Reader::ReadAhead(std::span<const ComingQuestion> questions, size_t max_bytes) const {
  if (!view_.version()) return 0;
  ForgetWhatChanged();
  is_passing_ = questions.size() >= kPassingQuestions;
  const size_t bytes = ReadInOrder(questions, max_bytes);
  is_passing_ = false;
  for (auto& cursor : passing_) cursor.reset();
  return bytes;
}

size_t Reader::ReadInOrder(std::span<const ComingQuestion> questions, size_t max_bytes) const {
  std::vector<Sought> sought;
  sought.reserve(questions.size());
  for (const ComingQuestion& question : questions) {
    sought.push_back({&question, DocumentByIdKey(FoldCase(question.document)), {}});
  }
  // Ids to numbers.
  std::sort(sought.begin(), sought.end(), [](const Sought& a, const Sought& b) { return a.key < b.key; });
  Cursor& catalog = CursorFor(Family::kCatalog, {});
  for (size_t i = 0; i < sought.size(); ++i) {
    if (i > 0 && sought[i].key == sought[i - 1].key) {
      sought[i].document = sought[i - 1].document;
      continue;
    }
    catalog.Seek(sought[i].key);
    if (IsAtKey(catalog, sought[i].key)) sought[i].document = {DecodeNumber(catalog.value()).value_or(0)};
  }
  std::sort(sought.begin(), sought.end(), [](const Sought& a, const Sought& b) {
    return std::pair(a.document, a.question->at) < std::pair(b.document, b.question->at);
  });
  std::erase_if(sought, [](const Sought& one) { return one.document.value == 0; });
  // Numbers to ids as they were given.
  std::string id;
  for (size_t i = 0; i < sought.size(); ++i) {
    if (i == 0 || sought[i].document != sought[i - 1].document) {
      const std::string key = DocumentIdKey(sought[i].document);
      catalog.Seek(key);
      id = IsAtKey(catalog, key) ? catalog.value() : std::string_view();
    }
    if (id != sought[i].question->document) sought[i].question = nullptr;
  }
  std::erase_if(sought, [](const Sought& one) { return one.question == nullptr; });
  // Editions, and which texts they name.
  std::vector<RevisionKey> texts;
  for (const Sought& one : sought) {
    const Standing* standing = standings_.Find(one.question->document, one.question->at);
    if (standing == nullptr) {
      const auto found = StandIn(one.document, one.question->document, one.question->at);
      if (!found.ok()) continue;
      standing = *found;
    }
    if (!standing->edition || standing->text) continue;
    for (const SectionRef& ref : standing->edition->sections) {
      if (!one.question->section || one.question->section == ref.section)
        texts.push_back({one.document, ref.section, ref.ordinal});
    }
  }
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  size_t bytes = 0;
  for (size_t i = 0; i < texts.size() && bytes < max_bytes; ++i) {
    const auto text = ReadRevision(texts[i]);
    if (text.ok()) bytes += (*text)->text.size();
  }
  return bytes;
}

}  // namespace muragat
