#include "import/html_facts.h"

#include <gtest/gtest.h>

#include "import/html.h"
#include "import/linked_data.h"

namespace muragat::import {
namespace {

HtmlFacts Facts(std::string_view page) {
  const auto read = ReadHtmlText(std::string(page) + "<p>x");
  EXPECT_TRUE(read.ok());
  return read.ok() ? read->facts : HtmlFacts();
}

std::string DateOf(std::string_view page) {
  const auto date = Facts(page).date;
  return date ? FormatDate(*date) : "";
}

TEST(ReadHtmlFacts, TheTitleIsThePagesWithoutTheSite) {
  EXPECT_EQ(Facts("<title> On\n elections </title>").title, "On elections");
  EXPECT_EQ(Facts("<title>Elections | The Portal</title><h1>Elections</h1>").title, "Elections");
  EXPECT_EQ(Facts("<title>The Portal :: Elections</title><h1>Elections <a href='#e'>#</a></h1>").title,
            "Elections");
  EXPECT_EQ(Facts("<title>Elections of 2021</title><h1>Elections</h1>").title, "Elections of 2021");
  EXPECT_EQ(Facts("<meta property=og:title content='A &amp; B'>").title, "A & B");
  EXPECT_EQ(Facts("<script type=application/ld+json>{\"headline\":\"H\"}</script>").title, "H");
}

TEST(ReadHtmlFacts, TheLanguageIsATag) {
  EXPECT_EQ(Facts("<html lang=kk>").language, "kk");
  EXPECT_EQ(Facts("<html lang='en_US'>").language, "");
  EXPECT_EQ(Facts("<meta http-equiv=content-language content='ru, kk'>").language, "ru");
}

TEST(ReadHtmlFacts, TheSourceIsTheCanonicalAddress) {
  EXPECT_EQ(Facts("<link rel='x canonical' href='https://a.org/b'>").source_url, "https://a.org/b");
  EXPECT_EQ(Facts("<link rel=canonical href='/b'><meta property=og:url content='http://a.org/'>").source_url,
            "http://a.org/");
  EXPECT_EQ(Facts("<link rel=canonical href='javascript:x'>").source_url, "");
  EXPECT_EQ(Facts("<link rel=canonical href='file:///etc/passwd'>").source_url, "");
}

TEST(ReadHtmlFacts, TheDateIsTheLastModified) {
  EXPECT_EQ(DateOf("<meta name=date content=2015-07-01><meta property=article:modified_time "
                   "content='2016-10-04T10:24:10-04:00'>"),
            "2016-10-04T14:24:10Z");
  EXPECT_EQ(DateOf("<meta name=DC.date.modified content=2017-01-12>"), "2017-01-12");
  EXPECT_EQ(DateOf("<meta name=pubdate content='2017-01-12 10:00'>"), "2017-01-12");
  EXPECT_EQ(DateOf("<time itemprop=datePublished datetime=2020-05>May</time>"), "2020-05");
  EXPECT_EQ(DateOf("<time datetime=2020-05-01>x</time>"), "");
  EXPECT_EQ(DateOf("<meta name=date content='12 May 2020'>"), "");
  EXPECT_EQ(
      DateOf("<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2019-03-04\"}]}</script>"),
      "2019-03-04");
  EXPECT_EQ(DateOf("<script type='application/ld+json'>{\"datePublished\":</script>"), "");
}

TEST(ReadLinkedData, LooksThroughNestedObjects) {
  const LinkedData data =
      ReadLinkedData(R"([{"a":{"headline":"H"}},{"dateModified":"2020","datePublished":5}])");
  EXPECT_EQ(data.headline, "H");
  EXPECT_EQ(data.modified, "2020");
  EXPECT_EQ(data.published, "");
  EXPECT_EQ(ReadLinkedData("{").headline, "");
  EXPECT_EQ(ReadLinkedData(std::string(5000, '[')).headline, "");
}

}  // namespace
}  // namespace muragat::import
