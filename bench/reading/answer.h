#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace muragat::bench {

// The bytes that a side answered with, where that side holds them: nobody copies them.
struct Answer {
  std::string_view bytes;
  std::shared_ptr<const void> holder;

  static Answer Of(std::shared_ptr<const std::string> text) {
    const std::string_view bytes = *text;
    return {bytes, std::move(text)};
  }
};

}  // namespace muragat::bench
