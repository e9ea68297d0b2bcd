#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muragat {

// A JSON object that keeps its fields in the order in which they were set.
// Thread-safety: one thread. Text that is not UTF-8 is written with U+FFFD where it is malformed.
class JsonObject {
 public:
  JsonObject();
  ~JsonObject();
  JsonObject(JsonObject&&) noexcept;
  JsonObject& operator=(JsonObject&&) noexcept;

  JsonObject& Set(std::string_view field, std::string_view text);
  JsonObject& Set(std::string_view field, const char* text) { return Set(field, std::string_view(text)); }
  JsonObject& Set(std::string_view field, uint64_t number);
  // A share from 0 to 1, rounded to hundredths.
  JsonObject& SetShare(std::string_view field, double share);
  JsonObject& SetFlag(std::string_view field, bool flag);
  JsonObject& SetNull(std::string_view field);
  JsonObject& Set(std::string_view field, const std::vector<std::string>& texts);
  JsonObject& Set(std::string_view field, const JsonObject& object);
  JsonObject& Set(std::string_view field, const std::vector<JsonObject>& objects);
  // Sets a text, or null where it is empty.
  JsonObject& SetOrNull(std::string_view field, std::string_view text);
  // Adds [operation, number] or [operation, text] to the list in `field`.
  JsonObject& AddPair(std::string_view field, std::string_view operation, uint64_t number);
  JsonObject& AddPair(std::string_view field, std::string_view operation, std::string_view text);

  // The object on one line, without a line feed.
  std::string Text() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muragat
