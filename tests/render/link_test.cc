#include "muragat/render/link.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(ExternalLink, TakesHttpHttpsAndMailtoInAnyCase) {
  EXPECT_EQ(ExternalLink("HTTPS://example.org/"), "HTTPS://example.org/");
  EXPECT_EQ(ExternalLink("http://example.org"), "http://example.org");
  EXPECT_EQ(ExternalLink("mailto:a@example.org"), "mailto:a@example.org");
}

TEST(ExternalLink, RefusesEveryOtherScheme) {
  for (const char* address : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
                              "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//example.org/",
                              "/local", "page.html", "", "http:", "https://", "java\tscript:alert(1)"}) {
    EXPECT_FALSE(ExternalLink(address).has_value()) << address;
  }
}

TEST(ExternalLink, RefusesControlCharacters) {
  EXPECT_FALSE(ExternalLink("https://example.org/\n").has_value());
  EXPECT_FALSE(ExternalLink(std::string_view("https://example.org/\0", 21)).has_value());
}

TEST(ExternalLink, EncodesWhatHasNoPlaceInAnAddress) {
  EXPECT_EQ(ExternalLink("https://example.org/a b\"<>/ә"), "https://example.org/a%20b%22%3C%3E/%D3%99");
}

TEST(IsRelativeLink, RefusesWhatCouldLeadElsewhere) {
  EXPECT_TRUE(IsRelativeLink("../../index.html"));
  EXPECT_TRUE(IsRelativeLink("kz/a%2520b.html#s7"));
  for (const char* href :
       {"", "/index.html", "//host/x", "javascript:alert(1)", "http://x/", "\\\\host\\x", "a b"}) {
    EXPECT_FALSE(IsRelativeLink(href)) << href;
  }
}

}  // namespace
}  // namespace muragat
