#include "muragat/render/json_object.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace muragat {

struct JsonObject::Impl {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  nlohmann::ordered_json& At(std::string_view field) { return json[std::string(field)]; }
};

JsonObject::JsonObject() : impl_(std::make_unique<Impl>()) {}
JsonObject::~JsonObject() = default;
JsonObject::JsonObject(JsonObject&&) noexcept = default;
JsonObject& JsonObject::operator=(JsonObject&&) noexcept = default;

JsonObject& JsonObject::Set(std::string_view field, std::string_view text) {
  impl_->At(field) = std::string(text);
  return *this;
}

JsonObject& JsonObject::Set(std::string_view field, uint64_t number) {
  impl_->At(field) = number;
  return *this;
}

JsonObject& JsonObject::SetShare(std::string_view field, double share) {
  impl_->At(field) = std::round(share * 100) / 100;
  return *this;
}

JsonObject& JsonObject::SetFlag(std::string_view field, bool flag) {
  impl_->At(field) = flag;
  return *this;
}

JsonObject& JsonObject::SetNull(std::string_view field) {
  impl_->At(field) = nullptr;
  return *this;
}

JsonObject& JsonObject::Set(std::string_view field, const std::vector<std::string>& texts) {
  impl_->At(field) = texts;
  return *this;
}

JsonObject& JsonObject::Set(std::string_view field, const JsonObject& object) {
  impl_->At(field) = object.impl_->json;
  return *this;
}

JsonObject& JsonObject::Set(std::string_view field, const std::vector<JsonObject>& objects) {
  auto& list = impl_->At(field) = nlohmann::ordered_json::array();
  for (const JsonObject& object : objects) list.push_back(object.impl_->json);
  return *this;
}

JsonObject& JsonObject::SetOrNull(std::string_view field, std::string_view text) {
  return text.empty() ? SetNull(field) : Set(field, text);
}

JsonObject& JsonObject::AddPair(std::string_view field, std::string_view operation, uint64_t number) {
  impl_->At(field).push_back(nlohmann::ordered_json::array({std::string(operation), number}));
  return *this;
}

JsonObject& JsonObject::AddPair(std::string_view field, std::string_view operation, std::string_view text) {
  impl_->At(field).push_back(nlohmann::ordered_json::array({std::string(operation), std::string(text)}));
  return *this;
}

std::string JsonObject::Text() const {
  return impl_->json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace muragat
