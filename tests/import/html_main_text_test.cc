#include <string>

#include <gtest/gtest.h>

#include "import/html.h"

namespace muragat::import {
namespace {

std::string Text(std::string_view page) {
  const auto read = ReadHtmlText(page);
  return read.ok() ? read->document.Text() : "refused: " + read.status().message();
}

const std::string kLaw =
    "<p>Every citizen who has reached the age of eighteen years has the right to elect and to be elected to "
    "the "
    "bodies of the state.</p>";
const std::string kLawText =
    "Every citizen who has reached the age of eighteen years has the right to elect and to be elected to the "
    "bodies "
    "of the state.\n";
const std::string kMenu =
    "<ul><li><a href=/a>Home</a><li><a href=/b>Laws</a><li><a href=/c>News</a><li><a "
    "href=/d>Contact</a></ul>";

TEST(FindHidden, LeavesOutWhatIsNotShown) {
  EXPECT_EQ(Text("<title>t</title><p>a<p hidden>b<p style='color:red; display: none'>c<p class='x "
                 "sr-only'>d<button>e</button>"
                 "<dialog>f</dialog><video>g</video><p style='--x-display:none'>h<p hidden=until-found>i"),
            "a\n\nh\n\ni\n");
  EXPECT_EQ(Text("<h2>A <a href='#a'>¶</a></h2><p><a href='#top'>Back to top</a><p>b"), "## A\n\nb\n");
}

TEST(LeaveOutLandmarks, LeavesOutWhatStandsAroundTheText) {
  EXPECT_EQ(Text("<header>H</header><nav>N</nav><div role=navigation>R</div>" + kLaw +
                 "<aside>A</aside><footer>F</footer><div role=contentinfo>C</div><div role=search>S</div>"
                 "<div role=dialog>D</div><dialog open>O</dialog>"),
            kLawText);
  EXPECT_EQ(Text("<div id=cookie-banner>We use cookies</div>" + kLaw), kLawText);
  EXPECT_EQ(Text("<form>Search <input></form>" + kLaw), kLawText);
}

TEST(LeaveOutLandmarks, KeepsWhatBelongsToTheText) {
  EXPECT_EQ(
      Text("<main><header><h1>T</h1></header>a, as a text of some length has it<footer>b</footer></main>"),
      "# T\n\na, as a text of some length has it\n\nb\n");
  EXPECT_EQ(Text(kLaw + "<aside role=note>Amended</aside>"), kLawText + "\nAmended\n");
  EXPECT_EQ(Text("<form>" + kLaw + "<input></form>"), kLawText);
  EXPECT_EQ(Text("<header>" + kLaw + "</header>x"), kLawText + "\nx\n");
}

TEST(FindMainPart, IsWhatThePageCallsSo) {
  EXPECT_EQ(Text("<p>before<main>" + kLaw + "</main><p>behind"), kLawText);
  EXPECT_EQ(Text("<p>before<div role=main>" + kLaw + "</div><p>behind"), kLawText);
  EXPECT_EQ(Text("<p>before<article>" + kLaw + "</article><p>behind"), kLawText);
  EXPECT_EQ(Text("<h1>Title</h1><p>before<main>" + kLaw + "</main>"), "# Title\n\n" + kLawText);
  EXPECT_EQ(Text("<main></main>" + kLaw), kLawText);
}

TEST(FindMainPart, IsNoneOfSeveralArticles) {
  EXPECT_EQ(Text("<article>" + kLaw + "</article><article>" + kLaw + "</article>"),
            kLawText + "\n" + kLawText);
}

TEST(LeaveOutMenus, LeavesOutMenusAndWhatStandsBeyondThem) {
  EXPECT_EQ(Text("<div>Monday, 5 May</div>" + kMenu + "<div>Decree</div>" + kLaw + kLaw + "<div>No 5</div>" +
                 kMenu + "<div>Copyright 2015</div>"),
            "Decree\n\n" + kLawText + "\n" + kLawText + "\nNo 5\n");
}

TEST(LeaveOutMenus, KeepsAllOfAPageWithoutMenus) {
  EXPECT_EQ(Text("<center><b>LAW</b></center><table><tr><td>" + kLaw + kLaw + "</table><p>President<p>N."),
            "LAW\n\n" + kLawText + "\n" + kLawText + "\nPresident\n\nN.\n");
}

TEST(LeaveOutMenus, KeepsListsOfContentsAndPagesOfLinks) {
  const std::string contents =
      "<ul><li><a href='#1'>One</a><li><a href='#2'>Two</a><li><a href='#3'>Three</a></ul>";
  EXPECT_EQ(Text(contents + kLaw + kLaw), "- One\n- Two\n- Three\n\n" + kLawText + "\n" + kLawText);
  EXPECT_EQ(Text(kMenu), "- [Home](/a)\n- [Laws](/b)\n- [News](/c)\n- [Contact](/d)\n");
}

TEST(LeaveOutMenus, KeepsParagraphsThatCiteMuch) {
  std::string cited;
  for (int i = 0; i < 9; ++i) cited += "<a href=/" + std::to_string(i) + ">§ " + std::to_string(i) + "</a>, ";
  const std::string page =
      kLaw + kLaw + "<p>" + cited +
      "and whatever else the law of this state says of the election of the members of its bodies.</p>" + kLaw;
  EXPECT_NE(Text(page).find("[§ 8](/8), and whatever else"), std::string::npos);
}

TEST(LeaveOutSharing, LeavesOutListsThatHandThePageOn) {
  const std::string share =
      "<div>Share <a href='https://a.org/share?u=https://b.org/x'>A</a> <a "
      "href='mailto:?body=x'>Mail</a></div>";
  EXPECT_EQ(Text("<main>" + kLaw + share + "</main>"), kLawText);
  EXPECT_EQ(Text("<main>see <a href='https://a.org/r?u=https://b.org/x'>the law</a> and what it says</main>"),
            "see [the law](https://a.org/r?u=https://b.org/x) and what it says\n");
  EXPECT_EQ(Text("<main><h1>Law</h1>" + share + kLaw + "</main>"), "# Law\n\n" + kLawText);
}

TEST(FindLinkTargets, ATitleThatLinksOfThePageLeadToIsAHeading) {
  EXPECT_EQ(Text("<p><a href='#a'>1</a> <a href='#b'>2</a> <a href='#c'>3</a></p><p><a name=a></a><b>Article "
                 "1. Freedom</b></p><p>Text."
                 "</p><p id=b>Article 2. Press</p><p id=c>This is a sentence that goes on and ends in a full "
                 "stop.</p>"),
            "1 2 3\n\n# Article 1. Freedom\n\nText.\n\n# Article 2. Press\n\nThis is a sentence that goes on "
            "and ends in a full "
            "stop.\n");
  EXPECT_EQ(Text("<a href='#a'>x</a><h2>Part</h2><p id=a>Article 1</p>"), "x\n\n## Part\n\n### Article 1\n");
  EXPECT_EQ(Text("<p id=a>Article 1</p>"), "Article 1\n");
}

TEST(ReadHtml, TakesThePartThatIsSelected) {
  const auto page =
      ReadHtml("<main>a</main><nav id=n>b <a href=/c>c</a><p hidden>d</p></nav>", {.select = "#n, main"});
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->document.Text(), "a\n\nb [c](/c)\n");
  EXPECT_EQ(ReadHtml("<p>a", {.select = ".x"}).status().message(),
            "nothing in the page fits the selector \".x\"");
  EXPECT_EQ(ReadHtml("<p>a", {.select = "p:x"}).status().code(), StatusCode::kInvalidArgument);
}

TEST(ReadHtml, RefusesAPageWithoutText) {
  EXPECT_EQ(ReadHtml("<html><script>x</script>").status().message(), "the page holds no text");
  EXPECT_EQ(ReadHtml("").status().code(), StatusCode::kInvalidArgument);
}

TEST(ReadHtml, KeepsToItsLimits) {
  EXPECT_EQ(ReadHtml("<p>12345", {}, {.max_capture_bytes = 7}).status().message(),
            "the page has 8 bytes; at most 7 are read");
  EXPECT_FALSE(ReadHtml("<h1>a</h1><h1>b</h1><h1>c</h1>", {}, {.max_sections = 2}).ok());
}

TEST(LooksLikeHtml, GoesByADoctypeOrTheRoot) {
  for (const char* head : {"<!doctype html>", "\xef\xbb\xbf\n<!-- x --> <!DOCTYPE HTML PUBLIC", "<html>",
                           "<HTML lang=en>", "<?xml version='1.0'?><html xmlns='x'>"}) {
    EXPECT_TRUE(LooksLikeHtml(head)) << head;
  }
  for (const char* head : {"", "<p>a", "# <html>", "<htmlx>", "<!doctype x>", "<!-- "})
    EXPECT_FALSE(LooksLikeHtml(head)) << head;
}

}  // namespace
}  // namespace muragat::import
