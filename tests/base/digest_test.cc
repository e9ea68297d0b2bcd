#include "muragat/base/digest.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

// The digests of "abc": FIPS 180-4's examples, and RFC 1321's.
TEST(Digest, IsWrittenInThreeWays) {
  const std::string sha1 = *Digest("sha1", "abc");
  EXPECT_TRUE(IsWrittenDigest("a9993e364706816aba3e25717850c26c9cd0d89d", sha1));
  EXPECT_TRUE(IsWrittenDigest("A9993E364706816ABA3E25717850C26C9CD0D89D", sha1));
  EXPECT_TRUE(IsWrittenDigest("VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", sha1));
  EXPECT_TRUE(IsWrittenDigest("vgmt4nsha2awvor6evyxqugcnsonbwe5", sha1));
  EXPECT_TRUE(IsWrittenDigest("qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", sha1));
  EXPECT_FALSE(IsWrittenDigest("qZk+NkcGgWq6PiVxeFDCbJzQ2J1=", sha1));
  EXPECT_FALSE(IsWrittenDigest("", sha1));
  EXPECT_TRUE(IsWrittenDigest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                              *Digest("SHA-256", "abc")));
  EXPECT_TRUE(IsWrittenDigest("900150983cd24fb0d6963f7d28e17f72", *Digest("md5", "abc")));
}

TEST(Digest, OfAnUnknownAlgorithmIsNone) { EXPECT_FALSE(Digest("blake3", "abc")); }

}  // namespace
}  // namespace muragat
