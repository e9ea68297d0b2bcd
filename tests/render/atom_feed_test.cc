#include "muragat/render/atom_feed.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace muragat {
namespace {

AtomFeed Feed() {
  AtomFeed feed;
  feed.id = "tag:example.org,2026:feed";
  feed.title = "Changes since 2022";
  feed.author = "Archive";
  feed.updated = ParseDate("2026-01-02T03:04:05Z")->first;
  AtomEntry entry;
  entry.id = "tag:example.org,2026:1";
  entry.title = "Majilis <kz> & \"more\"";
  entry.category = "Amendments of 1998";
  entry.updated = feed.updated;
  entry.published = ParseDate("1998-10-07")->first;
  entry.summary = "changed";
  entry.passages = {{"It has 67\x01 deputies.", "It has 77 <b>deputies</b>.", 2}, {"", "New.", 1}};
  feed.entries.push_back(entry);
  return feed;
}

TEST(AtomFeed, HasWhatAFeedMustHave) {
  pugi::xml_document xml;
  ASSERT_TRUE(xml.load_string(RenderAtomFeed(Feed()).c_str()));
  const pugi::xml_node feed = xml.child("feed");
  EXPECT_STREQ(feed.attribute("xmlns").value(), "http://www.w3.org/2005/Atom");
  EXPECT_STREQ(feed.child_value("id"), "tag:example.org,2026:feed");
  EXPECT_STREQ(feed.child_value("title"), "Changes since 2022");
  EXPECT_STREQ(feed.child_value("updated"), "2026-01-02T03:04:05Z");
  EXPECT_STREQ(feed.child("author").child_value("name"), "Archive");
  const pugi::xml_node entry = feed.child("entry");
  EXPECT_STREQ(entry.child_value("id"), "tag:example.org,2026:1");
  EXPECT_STREQ(entry.child_value("title"), "Majilis <kz> & \"more\"");
  EXPECT_STREQ(entry.child_value("updated"), "2026-01-02T03:04:05Z");
  EXPECT_STREQ(entry.child_value("published"), "1998-10-07T00:00:00Z");
  EXPECT_STREQ(entry.child("category").attribute("term").value(), "Amendments of 1998");
}

TEST(AtomFeed, SaysWhatChangedAsTextThatCannotAct) {
  const std::string text = RenderAtomFeed(Feed());
  EXPECT_NE(
      text.find("<p><del>It has 67 deputies.</del><br/><ins>It has 77 &lt;b&gt;deputies&lt;/b&gt;.</ins></p>"
                "<p><ins>New.</ins></p>"),
      std::string::npos)
      << text;
  EXPECT_EQ(text.find('\x01'), std::string::npos);
}

TEST(AtomFeed, OfNothingIsAFeed) {
  AtomFeed feed = Feed();
  feed.entries.clear();
  pugi::xml_document xml;
  ASSERT_TRUE(xml.load_string(RenderAtomFeed(feed).c_str()));
  EXPECT_FALSE(xml.child("feed").child("entry"));
}

}  // namespace
}  // namespace muragat
