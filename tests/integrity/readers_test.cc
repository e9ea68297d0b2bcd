// Eight processes read an archive while another one fills it: each answer is of a state that was
// acknowledged, or is being so, whole. A hundred processes want to write to it at once: one does.
#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "tests/integrity/campaign.h"
#include "tests/support/scratch_folder.h"
#include "tests/tools/child.h"
#include "tests/tools/json_line.h"

namespace muragat::integrity {
namespace {

using tools::Child;
using tools::Outcome;
using tools::Words;
using tools::Workbench;

constexpr int kLaws = 3;
constexpr size_t kReaders = 8;
constexpr std::array kVerbs = {"show", "log", "diff", "cat", "verify"};
constexpr int kFirstYear = 1000;  // import 1 is of the year after it

std::string LawOf(int law) { return "law/" + std::to_string(law); }
std::string TextOf(int law, uint64_t import) {
  return "# Law\n\n## One\n\nText " + std::to_string(import) + " of law " + std::to_string(law) + ".\n";
}
std::string YearOf(uint64_t import) { return std::to_string(kFirstYear + import); }

// The states of one import, which are one commit: one of each law, and now and then so much beside them that
// they are taken in as table files.
std::string StatesOf(uint64_t import) {
  std::string states;
  for (int law = 0; law < kLaws; ++law) {
    states += R"({"document":")" + LawOf(law) + R"(","date":")" + YearOf(import) +
              R"(","body":"# Law\n\n## One\n\nText )" + std::to_string(import) + " of law " +
              std::to_string(law) + R"(.\n"})" + "\n";
  }
  if (import % 4 != 0) return states;
  std::mt19937_64 random(import);
  states +=
      R"({"document":"bulk/)" + std::to_string(import) + R"(","date":")" + YearOf(import) + R"(","body":")";
  for (int word = 0; word < 20'000; ++word) states += std::to_string(random()) + " ";
  return states + "\"}\n";
}

// What was asked, and how many imports the answer may be of: at least those that were acknowledged before, at
// most those that had begun when it came.
struct Question {
  std::string verb;
  int law = 0;
  uint64_t acknowledged = 0;
};

Words WordsOf(const Question& question) {
  const std::string law = LawOf(question.law);
  if (question.verb == "show") return {"show", law, "--raw", "--as-of", "9999"};
  if (question.verb == "log") return {"log", law, "--json"};
  if (question.verb == "diff") return {"diff", law, YearOf(1), "9999", "--json"};
  if (question.verb == "cat") return {"cat", "--batch"};
  return {"verify", "--json"};
}

std::string AskedOfCat() {
  std::string questions;
  for (int law = 0; law < kLaws; ++law) questions += LawOf(law) + "\t9999\n";
  return questions;
}

// What import `import` is answered with, as far as it is compared.
bool Fits(const Question& question, const std::string& out, uint64_t import) {
  const std::string text = TextOf(question.law, import);
  if (question.verb == "show") return out == text;
  if (question.verb == "cat") {
    std::string expected;
    for (int law = 0; law < kLaws; ++law) {
      const std::string one = TextOf(law, import);
      expected += std::to_string(one.size()) + "\n" + one + "\n";
    }
    return out == expected;
  }
  if (question.verb == "log") {
    const auto lines = tools::Lines(out);
    if (lines.size() != import) return false;
    for (uint64_t i = 0; i < import; ++i) {
      if (lines[i].find("\"valid\":\"" + YearOf(import - i) + "\"") == std::string::npos) return false;
    }
    return true;
  }
  if (question.verb == "diff") {
    const std::string last = "Text " + std::to_string(import) + " of law ";
    return import == 1 ? out.empty() : out.find("\"new\":\"## One\\n\\n" + last) != std::string::npos;
  }
  return out.find("\"commits\":" + std::to_string(import) + ",") != std::string::npos &&
         out.find("\"findings\":0}") != std::string::npos;
}

// Why an answer is wrong; empty where it is right.
std::string Complain(const Question& question, const Outcome& outcome, uint64_t begun) {
  if (outcome.code != 0 || !outcome.err.empty())
    return question.verb + " ended with " + std::to_string(outcome.code) + ": " + outcome.out + outcome.err;
  for (uint64_t import = question.acknowledged; import <= begun; ++import) {
    if (Fits(question, outcome.out, import)) return "";
  }
  return question.verb + " answers with none of the states " + std::to_string(question.acknowledged) +
         " to " + std::to_string(begun) + ": " + outcome.out.substr(0, 2'000);
}

class Readers : public testing::Test {
 protected:
  struct Reader {
    Question question;
    std::unique_ptr<Child> child;
  };
  static void SetUpTestSuite() { support::WorkInMemory(); }
  Readers() { bench_.Write("questions", AskedOfCat()); }

  void Import(uint64_t import) {
    begun_ = import;
    const Outcome outcome = RunProgram(
        bench_, {"import", bench_.Write("states.jsonl", StatesOf(import)), "--format", "jsonl", "-q"});
    if (outcome.code != 0) failure_ = "import " + std::to_string(import) + ": " + outcome.err;
    acknowledged_ = import;
  }
  // What is answered goes to a file, since a pipe that nobody empties would hold the reader up.
  void Start(Reader& reader, size_t number) const {
    reader.child = std::make_unique<Child>(
        ProgramWords(bench_, WordsOf(reader.question)),
        tools::ChildOptions{.input = bench_.Path("questions"), .output = AnswerOf(number)});
  }
  Outcome Finish(Reader& reader, size_t number) const {
    Outcome outcome = reader.child->Wait();
    outcome.out = support::ReadFile(AnswerOf(number));
    return outcome;
  }
  void Ask(Reader& reader, size_t number) {
    const uint64_t asked = asked_++;
    reader.question = {kVerbs[asked % kVerbs.size()], static_cast<int>(asked / kVerbs.size() % kLaws),
                       acknowledged_};
    Start(reader, number);
  }
  void TakeAnswer(Reader& reader, size_t number) {
    const Outcome outcome = Finish(reader, number);
    if (auto complaint = Complain(reader.question, outcome, begun_); !complaint.empty())
      wrong_.push_back(std::move(complaint));
    ++answers_;
  }

  const Workbench bench_;
  std::atomic<uint64_t> begun_ = 0, acknowledged_ = 0;
  std::atomic<bool> done_ = false;
  std::string failure_;  // of the writer; read once it is done
  uint64_t asked_ = 0, answers_ = 0;
  std::vector<std::string> wrong_;

 private:
  std::string AnswerOf(size_t number) const { return bench_.Path("answer" + std::to_string(number)); }
};

TEST_F(Readers, AreAnsweredWithAcknowledgedStatesWhileAnImportFillsTheArchive) {
  const uint64_t imports = CountFrom("MURAGAT_READER_IMPORTS", 8);
  Import(1);
  std::thread writer([&] {
    for (uint64_t import = 2; import <= imports && failure_.empty(); ++import) Import(import);
    done_ = true;
  });
  std::array<Reader, kReaders> readers;
  for (size_t i = 0; i < kReaders; ++i) Ask(readers[i], i);
  while (!done_) {
    tools::WaitUntil([&] {
      return done_ || std::any_of(readers.begin(), readers.end(),
                                  [](Reader& reader) { return !reader.child->Running(); });
    });
    for (size_t i = 0; i < kReaders; ++i) {
      if (readers[i].child->Running()) continue;
      TakeAnswer(readers[i], i);
      Ask(readers[i], i);
    }
  }
  writer.join();
  for (size_t i = 0; i < kReaders; ++i) TakeAnswer(readers[i], i);
  EXPECT_EQ(failure_, "");
  EXPECT_EQ(wrong_, std::vector<std::string>{});
  EXPECT_GT(answers_, imports) << "the readers hardly met the writer";
  Report("readers: " + std::to_string(answers_) + " answers of " + std::to_string(kReaders) +
         " processes at a time during " + std::to_string(imports) + " imports, " +
         std::to_string(wrong_.size()) + " wrong");
}

// Planted: an import that was acknowledged and is not there, and an answer of halves.
TEST_F(Readers, WouldNoticeAnImportThatIsLostAndHalfOfOne) {
  Import(1);
  Import(2);
  for (const char* verb : kVerbs) {
    Reader reader;
    reader.question = {verb, 0, 2};
    Start(reader, 0);
    EXPECT_EQ(Complain(reader.question, Finish(reader, 0), 2), "");
    reader.question.acknowledged = 3;
    Start(reader, 0);
    EXPECT_NE(Complain(reader.question, Finish(reader, 0), 3), "") << verb;
  }
  bench_.Import(LawOf(1), YearOf(3), TextOf(1, 3));
  Reader reader;
  reader.question = {"cat", 0, 2};
  Start(reader, 0);
  EXPECT_NE(Complain(reader.question, Finish(reader, 0), 3), "");
}

// All of them hold their input open, so that whoever comes first holds the archive until it is told to end.
TEST_F(Readers, HaveOneWriterOfAHundredThatRace) {
  constexpr size_t kWriters = 100;
  const uint64_t rounds = CountFrom("MURAGAT_WRITER_ROUNDS", 1);
  std::set<std::string> won;
  Import(1);
  for (uint64_t round = 1; round <= rounds; ++round) {
    std::vector<std::unique_ptr<Child>> writers;
    const auto name = [&](size_t writer) {
      return "won/" + std::to_string(round) + "-" + std::to_string(writer);
    };
    for (size_t i = 0; i < kWriters; ++i) {
      writers.push_back(
          std::make_unique<Child>(ProgramWords(bench_, {"import", "-", "--format", "jsonl", "-q"})));
      writers.back()->Write(R"({"document":")" + name(i) + R"(","date":"2001","body":"x"})" + "\n");
    }
    const auto count_running = [&] {
      return std::count_if(writers.begin(), writers.end(), [](auto& writer) { return writer->Running(); });
    };
    ASSERT_TRUE(tools::WaitUntil([&] { return count_running() == 1; })) << count_running() << " still write";
    size_t winner = kWriters;
    for (size_t i = 0; i < kWriters; ++i) {
      if (writers[i]->Running()) winner = i;
    }
    for (size_t i = 0; i < kWriters; ++i) {
      const Outcome outcome = writers[i]->Wait();
      EXPECT_EQ(outcome.code, i == winner ? 0 : 5) << outcome.err;
      const std::string busy =
          "muragat: another process is writing to the archive: wait for it to end, then try again\n";
      EXPECT_EQ(outcome.err, i == winner ? "" : busy);
      if (i == winner) won.insert(name(i));
    }
  }
  std::set<std::string> there;
  for (const std::string& line : tools::Lines(RunProgram(bench_, {"documents", "--json"}).out)) {
    const std::string document = tools::JsonLine(line).Text("document").value_or("");
    if (document.starts_with("won/")) there.insert(document);
  }
  EXPECT_EQ(there, won);
  const std::string verified = RunProgram(bench_, {"verify", "--json"}).out;
  EXPECT_NE(verified.find("\"commits\":" + std::to_string(1 + rounds) + ","), std::string::npos) << verified;
  EXPECT_NE(verified.find("\"findings\":0}"), std::string::npos) << verified;
  Report("writers: " + std::to_string(rounds) + " times 100, one won each time");
}

}  // namespace
}  // namespace muragat::integrity
