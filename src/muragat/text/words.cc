#include "muragat/text/words.h"

#include "muragat/text/character_class.h"
#include "muragat/text/foreign_run.h"
#include "muragat/text/plain_letters.h"

namespace muragat {
namespace {

using Class = CharacterClass;

constexpr size_t kMaxRunBytes = size_t{1} << 30;  // what ICU's 32-bit offsets hold

// Walks a text from token to token. `Sink` takes (size in bytes, kind) and whole runs of foreign scripts.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text), table_(ClassTable()) {}

  template <typename Sink>
  void CutWordsInto(Sink&& sink) {
    while (at_ < text_.size()) {
      const size_t begin = at_;
      const ClassedCharacter first = Classify(at_);
      switch (first.kind) {
        case Class::kWord:
        case Class::kMark:
          at_ = EndOfWord(at_ + first.size_bytes);
          sink.Add(at_ - begin, TokenKind::kWord);
          while (IsPlainWordBehindSpace(at_)) {
            const size_t word = at_ + 1;
            at_ = EndOfWord(word + 1);
            sink.Add(1, TokenKind::kSpace);
            sink.Add(at_ - word, TokenKind::kWord);
          }
          break;
        case Class::kSpace:
        case Class::kLineEnd:
          CutSpaceInto(sink);
          break;
        case Class::kForeign:
          at_ = EndOfForeignRun(begin);
          sink.AddForeign(text_.substr(begin, at_ - begin));
          break;
        default:
          at_ = EndOfGrapheme(first);
          sink.Add(at_ - begin, first.kind == Class::kIdeograph ? TokenKind::kWord : TokenKind::kOther);
      }
    }
  }

  template <typename Sink>
  void CutGraphemesInto(Sink&& sink) {
    while (at_ < text_.size()) {
      const size_t begin = at_;
      const ClassedCharacter first = Classify(at_);
      if (first.kind == Class::kForeign) {
        at_ = EndOfForeignRun(begin);
        sink.AddForeign(text_.substr(begin, at_ - begin));
        continue;
      }
      const bool space = first.kind == Class::kSpace || first.kind == Class::kLineEnd;
      const bool word =
          first.kind == Class::kWord || first.kind == Class::kMark || first.kind == Class::kIdeograph;
      at_ = first.kind == Class::kLineEnd ? EndOfLineEnd(begin) : EndOfGrapheme(first);
      sink.Add(at_ - begin, space ? TokenKind::kSpace : word ? TokenKind::kWord : TokenKind::kOther);
    }
  }

 private:
  uint8_t Byte(size_t at) const { return static_cast<uint8_t>(text_[at]); }

  ClassedCharacter Classify(size_t at) const {
    const uint8_t lead = Byte(at);
    if (lead < 0x80) return {table_[lead], 1};
    if (lead >= 0xc2 && lead < 0xe0 && at + 1 < text_.size() && (Byte(at + 1) & 0xc0) == 0x80) {
      return {table_[(lead & 0x1fU) << 6 | (Byte(at + 1) & 0x3fU)], 2};
    }
    return ClassifyAt(text_, at);
  }

  bool IsWordAt(size_t at) const { return at < text_.size() && Classify(at).kind == Class::kWord; }

  bool IsPlainWordBehindSpace(size_t at) const {
    return at + 1 < text_.size() && text_[at] == ' ' && Byte(at + 1) < 0x80 &&
           table_[Byte(at + 1)] == Class::kWord;
  }

  size_t EndOfWord(size_t at) const {
    while (true) {
      at = EndOfPlainLetters(text_, at);
      if (at == text_.size() || text_[at] == ' ') break;
      const ClassedCharacter next = Classify(at);
      const bool goes_on = next.kind == Class::kWord || next.kind == Class::kMark ||
                           (next.kind == Class::kJoiner && IsWordAt(at + next.size_bytes)) ||
                           (next.kind == Class::kForeign && IsMarkAt(text_, at));
      if (!goes_on) break;
      at += next.size_bytes;
    }
    return at;
  }

  // The end of the character at `at_` and of the marks on it. Nothing stands on a malformed byte.
  size_t EndOfGrapheme(ClassedCharacter first) const {
    size_t end = at_ + first.size_bytes;
    if (first.kind == Class::kMalformed) return end;
    while (end < text_.size() && Byte(end) >= 0x80 && IsMarkAt(text_, end)) end += Classify(end).size_bytes;
    return end;
  }

  size_t EndOfLineEnd(size_t at) const {
    const bool carriage_return = text_[at] == '\r';
    at += Classify(at).size_bytes;
    return carriage_return && at < text_.size() && text_[at] == '\n' ? at + 1 : at;
  }

  // One token up to and with the first line end. A space that a mark stands on is a token of its own.
  template <typename Sink>
  void CutSpaceInto(Sink& sink) {
    const size_t begin = at_;
    const bool alone = text_[at_] == ' ' && at_ + 1 < text_.size() && Byte(at_ + 1) < 0x80;
    if (alone && table_[Byte(at_ + 1)] == Class::kWord) {
      ++at_;
      return sink.Add(1, TokenKind::kSpace);
    }
    size_t last = at_;
    while (at_ < text_.size()) {
      const ClassedCharacter next = Classify(at_);
      if (next.kind == Class::kLineEnd) {
        at_ = EndOfLineEnd(at_);
        sink.Add(at_ - begin, TokenKind::kSpace);
        return;
      }
      if (next.kind != Class::kSpace) break;
      last = at_;
      at_ += next.size_bytes;
    }
    if (!IsMarkAt(text_, at_)) return sink.Add(at_ - begin, TokenKind::kSpace);
    if (last > begin) sink.Add(last - begin, TokenKind::kSpace);
    at_ = last;
    at_ = EndOfGrapheme(Classify(last));
    sink.Add(at_ - last, TokenKind::kOther);
  }

  // A run goes over spaces and punctuation between foreign characters, and ends with a foreign character or a
  // mark.
  size_t EndOfForeignRun(size_t begin) const {
    size_t end = begin;
    for (size_t at = begin; at < text_.size() && at - begin < kMaxRunBytes;) {
      const ClassedCharacter next = Classify(at);
      const bool foreign = next.kind == Class::kForeign;
      const bool between =
          next.kind == Class::kSpace || next.kind == Class::kOther || next.kind == Class::kJoiner;
      if (!foreign && !between && next.kind != Class::kMark) break;
      bool prefix = foreign && IsPrefixAt(text_, at);
      at += next.size_bytes;
      if (prefix && at < text_.size()) {
        const ClassedCharacter held = Classify(at);
        prefix = held.kind != Class::kMalformed && held.kind != Class::kLineEnd;
        if (prefix) at += held.size_bytes;
      }
      if (!between || prefix) end = at;
    }
    return end;
  }

  std::string_view text_;
  const std::array<Class, kClassTableEnd>& table_;
  size_t at_ = 0;
};

struct WordSink {
  std::vector<Token>& out;
  void Add(size_t size, TokenKind kind) { out.push_back({static_cast<uint32_t>(size), kind}); }
  void AddForeign(std::string_view run) { CutForeignWords(run, out); }
};

struct GraphemeSink {
  std::vector<Token>& out;
  void Add(size_t size, TokenKind kind) { out.push_back({static_cast<uint32_t>(size), kind}); }
  void AddForeign(std::string_view run) { CutForeignGraphemes(run, out); }
};

struct CountingSink {
  uint64_t words = 0;
  void Add(size_t, TokenKind kind) { words += kind == TokenKind::kWord ? 1 : 0; }
  void AddForeign(std::string_view run) {
    std::vector<Token> tokens;
    CutForeignWords(run, tokens);
    for (const Token& token : tokens) Add(token.size_bytes, token.kind);
  }
};

}  // namespace

std::vector<Token> CutWords(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 3 + 4);
  AppendWords(text, tokens);
  return tokens;
}

void AppendWords(std::string_view text, std::vector<Token>& tokens) {
  Walker(text).CutWordsInto(WordSink{tokens});
}

std::vector<Token> CutGraphemes(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size());
  Walker(text).CutGraphemesInto(GraphemeSink{tokens});
  return tokens;
}

uint64_t CountWords(std::string_view text) {
  CountingSink sink;
  Walker(text).CutWordsInto(sink);
  return sink.words;
}

}  // namespace muragat
