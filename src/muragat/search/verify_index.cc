#include "muragat/search/verify_index.h"

#include <algorithm>
#include <deque>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "muragat/search/postings.h"
#include "muragat/search/search_words.h"
#include "muragat/search/word_index.h"
#include "muragat/store/reader.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr const char* kAdvice = ": `muragat reindex` makes it anew";

// The sections of one word, gone through in their order.
struct WordList {
  std::string places;
  PostingsReader reader{{}};
  SectionPlace at;       // the last one read
  SectionPlace checked;  // the last section that was compared
};

class IndexVerifier {
 public:
  IndexVerifier(const Database& database, const std::function<void(const Finding&)>& report,
                ProgressSink& progress)
      : database_(database), reader_(database), report_(report), progress_(progress) {}

  Result<IndexReport> Run() {
    const auto indexed = ReadIndexedCommit(database_);
    if (!indexed.ok() && indexed.status().code() == StatusCode::kCorruption)
      Find({.code = "V030", .message = indexed.status().message()});
    const auto last = reader_.LastCommit();
    if (!indexed.ok() || !last.ok()) return totals_;
    totals_.whole = *indexed == *last && last->value != 0;
    if (*indexed > *last)
      Find({.code = "V030",
            .message = "the index of words knows commits that are not there" + std::string(kAdvice)});
    if (!totals_.whole) return totals_;
    if (const Status loaded = Load(); !loaded.ok()) {
      if (loaded.code() == StatusCode::kCancelled) return loaded;
      Find({.code = "V030",
            .message = "the index of words cannot be read to its end (" + loaded.message() + ")" + kAdvice});
      return totals_;
    }
    MURAGAT_RETURN_IF_ERROR(CompareTexts());
    CompareLanguages();
    return totals_;
  }

 private:
  void Find(const Finding& finding) {
    ++totals_.findings;
    report_(finding);
  }

  Status Load() {
    return VisitWordLists(database_, [&](std::string_view word, const std::vector<std::string>& lists) {
      std::vector<SectionPlace> places;
      for (const std::string& list : lists) {
        if (DecodePostings(list, places).ok()) continue;
        Find({.code = "V030",
              .message = "the index of words has a list that cannot be read, of \"" + VisibleText(word) +
                         "\"" + kAdvice});
      }
      std::sort(places.begin(), places.end());
      places.erase(std::unique(places.begin(), places.end()), places.end());
      const uint32_t number = words_.NumberOf(word);
      if (lists_.size() <= number) lists_.resize(number + 1);
      lists_[number].places = EncodePostings(places);
      ++totals_.words;
      return progress_.Cancelled() ? Status::Cancelled("the check was interrupted") : Status::Ok();
    });
  }

  Status CompareTexts() {
    for (WordList& list : lists_) list.reader = PostingsReader(list.places);
    const uint64_t total = database_.EstimateRecords(Family::kRevision);
    uint64_t done = 0;
    std::vector<SearchWord> cut;
    const auto cursor = database_.NewPassingCursor(Family::kRevision);
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
      progress_.Report("indexed texts", ++done, std::max(done, total));
      if (progress_.Cancelled()) return Status::Cancelled("the check was interrupted");
      const auto key = DecodeRevisionKey(cursor->key());
      if (!key) continue;
      const auto stored = reader_.ReadRevision(*key);
      if (!stored.ok()) continue;  // others find it
      const SectionPlace place{key->document, key->section};
      if (place != place_) EndSection();
      place_ = place;
      cut.clear();
      words_.Append((*stored)->text, cut);
      for (const SearchWord& word : cut) Compare(word.number);
    }
    EndSection();
    return Status::Ok();  // what cannot be read others find
  }

  void Compare(uint32_t number) {
    const std::string_view folded = words_.Folded(number);
    const std::string_view key = IndexedPart(folded);
    if (key.size() != folded.size()) number = words_.NumberOf(key);
    if (lists_.size() <= number) lists_.resize(number + 1);
    WordList& list = lists_[number];
    if (list.checked == place_) return;
    list.checked = place_;
    while (list.at < place_ && list.reader.Next(list.at)) {
    }
    if (list.at == place_) return;
    if (missing_ == 0) first_missing_ = words_.Folded(number);
    ++missing_;
  }

  void EndSection() {
    if (missing_ == 0) return;
    const auto id = reader_.ReadDocumentId(place_.document);
    Find({.code = "V030",
          .document = id.ok() ? *id : "",
          .section = place_.section,
          .message = "the index of words does not have \"" + VisibleText(first_missing_) + "\"" +
                     (missing_ == 1   ? ""
                      : missing_ == 2 ? " and one more word"
                                      : " and " + std::to_string(missing_ - 1) + " more words") +
                     " here" + kAdvice});
    missing_ = 0;
  }

  void CompareLanguages() {
    const auto known = ReadLanguages(database_);
    std::set<std::string> lacking;
    const Status visited = reader_.VisitEditions([&](const EditionKey&, const EditionRecord& record) {
      const auto* edition = std::get_if<Edition>(&record);
      if (edition != nullptr && !edition->removed) lacking.insert(edition->language);
      return Status::Ok();
    });
    if (!visited.ok() || !known.ok()) return;  // others find it
    for (const std::string& language : *known) lacking.erase(language);
    for (const std::string& language : lacking)
      Find({.code = "V030",
            .message =
                "the index of words does not have the language \"" + VisibleText(language) + "\"" + kAdvice});
  }

  const Database& database_;
  Reader reader_;
  const std::function<void(const Finding&)>& report_;
  ProgressSink& progress_;
  IndexReport totals_;
  SearchWords words_;
  std::deque<WordList> lists_;  // by word; a reader looks into its list, which therefore stays where it is
  SectionPlace place_;
  uint64_t missing_ = 0;  // words of this section
  std::string first_missing_;
};

}  // namespace

Result<IndexReport> VerifyIndex(const Database& database, const std::function<void(const Finding&)>& report,
                                ProgressSink& progress) {
  return IndexVerifier(database, report, progress).Run();
}

}  // namespace muragat
