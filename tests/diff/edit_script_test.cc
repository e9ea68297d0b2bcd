#include "muragat/diff/edit_script.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

Edit Keep(uint64_t size) { return {EditKind::kKeep, size, {}, 0}; }
Edit Delete(uint64_t size) { return {EditKind::kDelete, size, {}, 0}; }
Edit Insert(std::string_view text) { return {EditKind::kInsert, text.size(), text, 0}; }
Edit Copy(uint64_t source, uint64_t size) { return {EditKind::kCopy, size, {}, source}; }

std::string Apply(const EditScript& script, std::string_view base) {
  const Result<std::string> text = ApplyScript(script, base);
  return text.ok() ? *text : "refused: " + text.status().message();
}

StatusCode CodeOf(const EditScript& script, std::string_view base) {
  return ApplyScript(script, base).status().code();
}

TEST(ApplyScript, KeepsDeletesInsertsAndCopies) {
  EXPECT_EQ(Apply({Keep(4), Delete(3), Insert("98"), Keep(9)}, "has 107 deputies"), "has 98 deputies");
  EXPECT_EQ(Apply({Copy(2, 2), Keep(4)}, "abcd"), "cdabcd");
  EXPECT_EQ(Apply({}, ""), "");
  EXPECT_EQ(Apply({Insert("new")}, ""), "new");
}

TEST(ApplyScript, RefusesAScriptThatDoesNotUseUpItsBase) {
  EXPECT_EQ(CodeOf({Keep(2)}, "abc"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf({}, "abc"), StatusCode::kCorruption);
}

TEST(ApplyScript, RefusesToGoBeyondTheBase) {
  EXPECT_EQ(CodeOf({Keep(4)}, "abc"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf({Keep(1), Delete(UINT64_MAX)}, "abc"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf({Keep(3), Copy(2, 2)}, "abc"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf({Keep(3), Copy(UINT64_MAX, 2)}, "abc"), StatusCode::kCorruption);
}

TEST(Yields, TellsTheTextThatAScriptGives) {
  const EditScript script = {Keep(4), Delete(3), Insert("98"), Keep(9)};
  EXPECT_TRUE(Yields(script, "has 107 deputies", "has 98 deputies"));
  EXPECT_FALSE(Yields(script, "has 107 deputies", "has 99 deputies"));
  EXPECT_FALSE(Yields(script, "has 107 deputies", "has 98 deputie"));
  EXPECT_FALSE(Yields(script, "has 107 deputies", "has 98 deputies."));
  EXPECT_TRUE(Yields(EditScript{Copy(2, 2), Keep(4)}, "abcd", "cdabcd"));
  EXPECT_FALSE(Yields(EditScript{Copy(2, 2), Keep(4)}, "abcd", "ccabcd"));
  EXPECT_TRUE(Yields({}, "", ""));
}

TEST(Yields, SaysNoToAScriptThatDoesNotFitItsBase) {
  EXPECT_FALSE(Yields(EditScript{Keep(2)}, "abc", "ab"));
  EXPECT_FALSE(Yields(EditScript{}, "abc", ""));
  EXPECT_FALSE(Yields(EditScript{Keep(4)}, "abc", "abc"));
  EXPECT_FALSE(Yields(EditScript{Keep(1), Delete(UINT64_MAX)}, "abc", "a"));
  EXPECT_FALSE(Yields(EditScript{Keep(3), Copy(2, 2)}, "abc", "abcc"));
  EXPECT_FALSE(Yields(EditScript{Keep(3), Copy(UINT64_MAX, 2)}, "abc", "abc"));
  EXPECT_FALSE(Yields(EditScript{Keep(3), {EditKind::kInsert, 2, "d", 0}}, "abc", "abcd"));
}

TEST(AppendEdit, LeavesOutWhatIsEmpty) {
  EditScript script;
  AppendEdit(script, Keep(0));
  AppendEdit(script, Insert(""));
  EXPECT_TRUE(script.empty());
}

TEST(AppendEdit, JoinsOperationsOfOneKind) {
  EditScript script;
  AppendEdit(script, Keep(2));
  AppendEdit(script, Keep(3));
  AppendEdit(script, Delete(1));
  AppendEdit(script, Delete(1));
  EXPECT_EQ(script, (EditScript{Keep(5), Delete(2)}));
}

TEST(AppendEdit, JoinsInsertsThatAreNeighboursInMemory) {
  const std::string text = "abcdef";
  const std::string_view view = text;
  EditScript script;
  AppendEdit(script, Insert(view.substr(0, 2)));
  AppendEdit(script, Insert(view.substr(2, 2)));
  AppendEdit(script, Insert(view.substr(5, 1)));
  ASSERT_EQ(script.size(), 2U);
  EXPECT_EQ(script[0].text, "abcd");
  EXPECT_EQ(script[0].size_bytes, 4U);
  EXPECT_EQ(script[1].text, "f");
}

TEST(AppendEdit, JoinsCopiesOfNeighbouringBytes) {
  EditScript script;
  AppendEdit(script, Copy(3, 2));
  AppendEdit(script, Copy(5, 4));
  AppendEdit(script, Copy(1, 1));
  EXPECT_EQ(script, (EditScript{Copy(3, 6), Copy(1, 1)}));
}

TEST(AppendEdit, PutsADeleteBeforeTheInsertItTouches) {
  const std::string text = "new";
  EditScript script;
  AppendEdit(script, Delete(1));
  AppendEdit(script, Insert(text));
  AppendEdit(script, Delete(2));
  EXPECT_EQ(script, (EditScript{Delete(3), Insert(text)}));
  EditScript other;
  AppendEdit(other, Keep(1));
  AppendEdit(other, Insert(text));
  AppendEdit(other, Delete(2));
  EXPECT_EQ(other, (EditScript{Keep(1), Delete(2), Insert(text)}));
}

TEST(EditKind, HasTheNumbersThatAreStored) {
  EXPECT_EQ(static_cast<int>(EditKind::kKeep), 0);
  EXPECT_EQ(static_cast<int>(EditKind::kDelete), 1);
  EXPECT_EQ(static_cast<int>(EditKind::kInsert), 2);
  EXPECT_EQ(static_cast<int>(EditKind::kCopy), 3);
}

}  // namespace
}  // namespace muragat
