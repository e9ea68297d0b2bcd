#include "muragat/search/verify_index.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "muragat/search/postings.h"
#include "muragat/search/search_words.h"
#include "muragat/search/word_changes.h"
#include "muragat/search/word_index.h"
#include "muragat/store/reader.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr const char* kAdvice = ": `muragat reindex` makes it anew";

// What the index has of one word, gone through in its order.
struct WordList {
  std::string value;
  PostingsReader reader{{}};
  std::optional<Posting> at;  // the first one that was not compared; nothing: there is none
  bool has_more = false;      // somewhere there was something that no text has

  void Step() {
    Posting next = at.value_or(Posting());
    at = reader.Next(next) ? std::optional(next) : std::nullopt;
  }
};

// What several lists say together, as one.
std::string Join(std::vector<Posting> postings) {
  std::sort(postings.begin(), postings.end(), StandsBefore);
  PostingsWriter joined;
  for (size_t i = 0; i < postings.size();) {
    Posting sum = postings[i];
    for (++i; i < postings.size() && !StandsBefore(sum, postings[i]); ++i) sum.change += postings[i].change;
    if (sum.change != 0) joined.Add(sum);
  }
  return joined.value();
}

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
      std::vector<Posting> postings;
      for (const std::string& list : lists) {
        PostingsReader reader(list);
        for (Posting posting; reader.Next(posting);) postings.push_back(posting);
        if (reader.ok()) continue;
        Find({.code = "V030",
              .message = "the index of words has a list that cannot be read, of \"" + VisibleText(word) +
                         "\"" + kAdvice});
      }
      ListOf(word.empty() ? WordChange::kAllWords : words_.NumberOf(word)).value = Join(std::move(postings));
      if (!word.empty()) ++totals_.words;
      return progress_.Cancelled() ? Status::Cancelled("the check was interrupted") : Status::Ok();
    });
  }

  WordList& ListOf(uint32_t word) {
    if (word == WordChange::kAllWords) return all_words_;
    if (lists_.size() <= word) lists_.resize(word + 1);
    return lists_[word];
  }

  Status CompareTexts() {
    for (WordList& list : lists_) Begin(list);
    Begin(all_words_);
    const uint64_t total = database_.EstimateRecords(Family::kRevision);
    uint64_t done = 0;
    WordChanges word_changes(words_);
    std::vector<WordChange> changes;
    std::shared_ptr<const StoredText> earlier;
    const auto cursor = database_.NewPassingCursor(Family::kRevision);
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
      progress_.Report("indexed texts", ++done, std::max(done, total));
      if (progress_.Cancelled()) return Status::Cancelled("the check was interrupted");
      const auto key = DecodeRevisionKey(cursor->key());
      if (!key) continue;
      const SectionPlace place{key->document, key->section};
      const bool goes_on = place == place_;
      if (!goes_on) EndSection();
      place_ = place;
      const auto stored = reader_.ReadRevision(*key);
      const bool is_known = stored.ok() && (!goes_on || earlier);
      changes.clear();
      if (is_known) word_changes.Append((*stored)->text, goes_on ? earlier->text : "", changes);
      if (!is_known) unknown_.insert(*key);  // why a text cannot be read others find
      for (const WordChange& change : changes) Compare(change.word, {place, key->ordinal, change.change});
      earlier = stored.ok() ? *stored : nullptr;
    }
    EndSection();
    for (uint32_t word = 0; word < lists_.size(); ++word) {
      while (lists_[word].at) FindMore(word);
    }
    while (all_words_.at) FindMore(WordChange::kAllWords);
    return Status::Ok();
  }

  static void Begin(WordList& list) {
    list.reader = PostingsReader(list.value);
    list.Step();
  }

  void Compare(uint32_t word, const Posting& posting) {
    WordList& list = ListOf(word);
    while (list.at && StandsBefore(*list.at, posting)) FindMore(word);
    if (!list.at || *list.at != posting) wrong_.insert(word);
    if (list.at && !StandsBefore(posting, *list.at)) list.Step();
  }

  // Steps over something that no text has.
  void FindMore(uint32_t word) {
    WordList& list = ListOf(word);
    const Posting posting = *list.at;
    list.Step();
    const RevisionKey key{posting.place.document, posting.place.section, posting.ordinal};
    if (unknown_.contains(key) || IsMissing(key)) return;
    if (std::exchange(list.has_more, true)) return;
    Find(
        {.code = "V030", .message = "the index of words has " + NameOf(word) + " where it is not" + kAdvice});
  }

  // Whether a text that an edition names is not there: others find that. Then it is unknown from now on.
  bool IsMissing(const RevisionKey& key) {
    const auto record = database_.Get(Family::kRevision, EncodeRevisionKey(key));
    if (!record.ok() || *record) return false;
    bool is_named = false;
    const Status visited = reader_.VisitHistory(
        key.document, Instant::Last(), kLatestCommit, [&](const Edition& edition, bool /*corrected*/) {
          is_named |=
              std::any_of(edition.sections.begin(), edition.sections.end(), [&](const SectionRef& ref) {
                return ref.section == key.section && ref.ordinal == key.ordinal;
              });
          return Status::Ok();
        });
    if (visited.ok() && is_named) unknown_.insert(key);
    return visited.ok() && is_named;
  }

  std::string NameOf(uint32_t word) const {
    if (word == WordChange::kAllWords) return "the number of words";
    return "\"" + VisibleText(words_.Folded(word)) + "\"";
  }

  void EndSection() {
    if (wrong_.empty()) return;
    const auto id = reader_.ReadDocumentId(place_.document);
    const size_t more = wrong_.size() - 1;
    Find({.code = "V030",
          .document = id.ok() ? *id : "",
          .section = place_.section,
          .message = "the index of words is wrong about " + NameOf(*wrong_.begin()) +
                     (more == 0   ? ""
                      : more == 1 ? " and one more word"
                                  : " and " + std::to_string(more) + " more words") +
                     " here" + kAdvice});
    wrong_.clear();
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
  WordList all_words_;
  SectionPlace place_;
  std::set<uint32_t> wrong_;       // words of this section
  std::set<RevisionKey> unknown_;  // texts of which it is not known what they changed
};

}  // namespace

Result<IndexReport> VerifyIndex(const Database& database, const std::function<void(const Finding&)>& report,
                                ProgressSink& progress) {
  return IndexVerifier(database, report, progress).Run();
}

}  // namespace muragat
