// The pages of reforms in a real browser; tests/pages/reform.mjs says what is done and expected.
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Browser, DrivesThePagesOfReforms) {
  const std::string folder = MURAGAT_SOURCE_DIR "/tests/pages";
  const bool can_drive = std::filesystem::exists(folder + "/node_modules/playwright-core") &&
                         std::system("command -v chromium node >/dev/null 2>&1") == 0;
  if (!can_drive) GTEST_SKIP() << "skipped: no browser, or no playwright-core to drive it";
  const Workbench bench;
  ImportSample(bench);
  // Sections move, change, go and come; markup that is none; a document of another direction.
  bench.Import("kz/parliament", "2007-05-21",
               "# Parliament\n\nThe Parliament has <b>two</b> chambers 😀.\n\n"
               "## Article 51. Senate of the Republic\n\nSenators serve six years and "
               "<script>console.log(1)</script> rest.\n\n"
               "## Article 50. Majilis\n\nThe Majilis has 107 deputies.\n\nA line that is new.\n",
               {"--reform", "Amendments of 2007", "--source", "https://example.org/?a=1&b=2"});
  bench.Import("kz/parliament-ar", "1995-08-30", "# البرلمان\n\nيتكون البرلمان من مجلسين.\n",
               {"--reform", "Constitution of 1995", "--language", "ar"});
  bench.Import("kz/parliament-ar", "2007-05-21", "# البرلمان\n\nيتكون البرلمان من مجلس واحد.\n",
               {"--reform", "Amendments of 2007", "--language", "ar"});
  bench.Import("code", "1804-03-21", "# Code\n\nOld law.\n");
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site")}).code, 0);
  ASSERT_EQ(
      bench.Run({"export", "--to", "html", "--reform", "Amendments of 2007", "-o", bench.Path("r.html")})
          .code,
      0);
  Child driver({"node", folder + "/reform.mjs", bench.Path("r.html"), bench.Path("site/reforms.html"),
                bench.Path(".")});
  const Outcome outcome = driver.Wait();
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
}

}  // namespace
}  // namespace muragat::tools
