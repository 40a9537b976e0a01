#include "bots/zalo_oa/token_pair.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bots/platform/json_tree.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::size_t k_token_bytes = 4096;

nlohmann::json written(const TokenPair& pair) {
  return {{"access", pair.access},
          {"refresh", pair.refresh},
          {"obtained", pair.obtained.ms},
          {"expires", pair.expires.ms}};
}

TokenPair read_pair(const JsonTree& tree) {
  TokenPair pair;
  pair.access = tree["access"].text();
  pair.refresh = tree["refresh"].text();
  pair.obtained.ms = tree["obtained"].whole().value_or(0);
  pair.expires.ms = tree["expires"].whole().value_or(0);
  return pair;
}

}  // namespace

std::string write_record(const TokenRecord& record) {
  nlohmann::json tree = {{"current", written(record.current)}};
  if (record.previous) tree["previous"] = written(*record.previous);
  if (record.asked) tree["asked"] = record.asked->ms;
  return json_text(tree);
}

std::optional<TokenRecord> read_record(std::string_view text) {
  const auto tree = JsonTree::parse(text);
  if (!tree) return std::nullopt;
  TokenRecord record;
  record.current = read_pair((*tree)["current"]);
  if (!is_token(record.current.refresh)) return std::nullopt;
  if ((*tree)["previous"].exists()) record.previous = read_pair((*tree)["previous"]);
  if (auto asked = (*tree)["asked"].whole()) record.asked = Instant{*asked};
  return record;
}

bool is_token(std::string_view text) {
  return !text.empty() && text.size() <= k_token_bytes &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

}  // namespace dondoc::zalo_oa
