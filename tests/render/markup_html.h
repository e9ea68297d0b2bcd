#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "muragat/render/markup.h"

namespace muragat {

// What a page shows of `markup`.
inline std::string MarkupHtml(MarkupList markup) {
  const Result<std::string> html = Template("{{> markup}}").Render(ToTemplateValue(std::move(markup)));
  EXPECT_TRUE(html.ok()) << html.status().message();
  return html.ok() ? *html : std::string();
}

}  // namespace muragat
