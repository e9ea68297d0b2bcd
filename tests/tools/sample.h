#pragma once

#include "tests/tools/workbench.h"

namespace muragat::tools {

// Four small documents in four languages. The English one has two editions.
inline constexpr std::string_view kEnglish1995 =
    "# Parliament\n\nThe Parliament has two chambers.\n\n"
    "## Article 50. Majilis\n\nThe Majilis has 67 deputies.\n\n"
    "## Article 51. Senate\n\nSenators serve six years.\n";
inline constexpr std::string_view kEnglish1998 =
    "# Parliament\n\nThe Parliament has two chambers.\n\n"
    "## Article 49. Laws\n\nThe Parliament makes the laws.\n\n"
    "## Article 50. Majilis\n\nThe Majilis has 77 deputies.\n\n"
    "## Article 51. Senate\n\nSenators serve six years.\n";
inline constexpr std::string_view kRussian =
    "# Парламент\n\n## Статья 50. Мажилис\n\nМажилис состоит из 67 депутатов.\n\n"
    "## Статья 51. Сенат\n\nСенаторы избираются.\n";
inline constexpr std::string_view kKazakh =
    "# Парламент\n\n## 50-бап. Мәжіліс\n\nМәжіліс 67 депутаттан тұрады.\n\n"
    "## Сенат\n\nСенаторлар сайланады.\n";
inline constexpr std::string_view kChinese = "# 议会\n\n## 第五十条 下院\n\n下院有67名议员。\n";

// kz/parliament of 1995-08-30 and 1998-10-07, kz/parliament-ru, -kk and -zh of 1995-08-30: commits 1 to 5.
inline void ImportSample(const Workbench& bench) {
  const std::string constitution = "Constitution of 1995";
  bench.Import("kz/parliament", "1995-08-30", kEnglish1995, {"--reform", constitution, "--language", "en"});
  bench.Import("kz/parliament", "1998-10-07", kEnglish1998,
               {"--reform", "Amendments of 1998", "--language", "en"});
  bench.Import("kz/parliament-ru", "1995-08-30", kRussian, {"--reform", constitution, "--language", "ru"});
  bench.Import("kz/parliament-kk", "1995-08-30", kKazakh, {"--reform", constitution, "--language", "kk"});
  bench.Import("kz/parliament-zh", "1995-08-30", kChinese, {"--reform", constitution, "--language", "zh"});
}

}  // namespace muragat::tools
