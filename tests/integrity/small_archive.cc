#include "tests/integrity/small_archive.h"

#include <stdexcept>

#include "muragat/search/word_index.h"
#include "muragat/store/archive.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"
#include "tests/support/still_clock.h"

namespace muragat::integrity {
namespace {

using support::Date;
using support::Id;
using support::MakeSection;
using support::MakeState;

void Expect(const Status& status) {
  if (!status.ok()) throw std::runtime_error("the small archive cannot be made: " + status.message());
}

State Captured(State state) {
  state.capture.bytes = "<p>what was received</p>";
  state.capture.media_type = "text/html";
  state.capture.source_url = "https://example.org/";
  return state;
}

void Add(Writer& writer, const State& state) { Expect(writer.Add(state).status()); }

}  // namespace

void MakeSmallArchive(const std::string& path, const std::string& text, const SigningKey* key) {
  const support::StillClock clock{};
  const auto archive = Archive::Create(path, "example.org/small", clock);
  Expect(archive.status());
  Expect((*archive)->UseKey(key != nullptr ? SigningKey::Parse(key->Text()).value()
                                           : SigningKey::Generate("example.org/small").value()));
  Database& database = (*archive)->database();
  WordIndexWriter index(database);
  WriterOptions options;
  options.author = "archivist";
  options.observer = &index;
  Writer writer(database, clock, options);
  Add(writer, Captured(MakeState("a", "1995", {MakeSection("One", text)}, "Act 1")));
  Add(writer, MakeState("a", "1996", {MakeSection("Two", "Quite another one.\n")}, "Act 2"));
  Add(writer, support::Removal("a", "1997", "Act 3"));
  Add(writer, MakeState("b", "1998", {MakeSection("One", "It was never so.\n")}));
  Expect(writer.Commit().status());
  Expect(writer.Withdraw(Id("b"), Date("1998"), {}, "a mistake"));
  Expect(writer.Link(Id("a"), {2}, {1}, "one"));
  Expect(writer.Commit().status());
  Expect(database.Compact());
  Add(writer, MakeState("a", "1996-06", {MakeSection("One", "A first text, amended.\n")}, "Act 4"));
  Expect(writer.Commit().status());
}

void MakeNewCommit(const std::string& path, const std::string& text) {
  const support::StillClock clock{};
  const auto archive = Archive::Open(path, Archive::Access::kWrite);
  Expect(archive.status());
  Writer writer((*archive)->database(), clock, {});
  Add(writer, MakeState("a", "1999", {MakeSection("One", text)}, "Act 5"));
  Expect(writer.Commit().status());
}

}  // namespace muragat::integrity
