#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace muragat {

// A whole number written in Chinese: "六十八" is 68, "一百零七" 107, "十" 10, and figure by figure "一〇八"
// 108. Nothing where `text` is no such number, or one of ten thousand or more.
std::optional<uint32_t> ReadHanNumeral(std::string_view text);

}  // namespace muragat
