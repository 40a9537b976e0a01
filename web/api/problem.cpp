#include "web/api/problem.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/check.h"
#include "engine/notice/facts.h"

namespace dondoc {
namespace {

constexpr std::string_view k_type = "application/problem+json";

PageWords words_in(const FindFile& files, const char* language) {
  const auto text = files("config/api/" + std::string(language) + ".json");
  CHECK(text.has_value());
  auto words = PageWords::read(*text);
  CHECK(words.has_value());
  return std::move(*words);
}

std::pair<int, std::string_view> answer_to(Refusal refusal) {
  switch (refusal) {
    case Refusal::unknown:
      return {404, "refused_unknown"};
    case Refusal::forbidden:
      return {403, "refused_forbidden"};
    case Refusal::not_now:
      return {409, "refused_not_now"};
    case Refusal::invalid:
      return {422, "refused_invalid"};
    case Refusal::redundant:
      break;
  }
  return {409, "refused_redundant"};
}

/// In thousandths; a missing weight is the highest, one that cannot be read the lowest.
int weight_of(std::string_view parameters) {
  const auto at = parameters.find("q=");
  if (at == parameters.npos) return 1'000;
  const std::string_view number = parameters.substr(at + 2);
  double weight = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), weight);
  return read.ec == std::errc() && weight >= 0 && weight <= 1 ? static_cast<int>(weight * 1'000)
                                                              : 0;
}

bool is_language(std::string_view tag, std::string_view language) {
  return tag == language || (tag.starts_with(language) && tag.substr(2).starts_with('-'));
}

}  // namespace

ApiWords api_words(const FindFile& files) { return {words_in(files, "vi"), words_in(files, "en")}; }

Response answer_of(const Problem& problem, const ApiWords& words, std::string_view language) {
  nlohmann::ordered_json json{{"type", "urn:dondoc:problem:" + std::string(problem.code)},
                              {"title", words.of(language).text(problem.code)},
                              {"status", problem.status},
                              {"code", problem.code}};
  if (!problem.detail.empty()) json["detail"] = problem.detail;
  if (!problem.reason.empty()) json["reason"] = problem.reason;
  for (const Fault& fault : problem.faults)
    json["faults"].push_back({{"pointer", fault.pointer}, {"message", fault.message}});
  Response response{problem.status, std::string(k_type),
                    json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
  response.headers.emplace_back("Content-Language", language == "en" ? "en" : "vi");
  return response;
}

Problem problem_of(const Rejected& refusal, const Definitions& definitions,
                   std::string_view language) {
  const auto [status, code] = answer_to(refusal.refusal);
  return {status, code, in_words(definitions, refusal.why, language), {}, refusal.why.id};
}

std::string language_asked(std::string_view header) {
  int best = 0;
  std::string language = "vi";
  while (!header.empty()) {
    const auto end = header.find(',');
    std::string_view one = header.substr(0, end);
    header.remove_prefix(end == header.npos ? header.size() : end + 1);
    while (one.starts_with(' ')) one.remove_prefix(1);
    const auto semicolon = one.find(';');
    const std::string_view tag = one.substr(0, semicolon);
    const int weight =
        weight_of(semicolon == one.npos ? std::string_view() : one.substr(semicolon));
    for (const char* known : {"vi", "en"}) {
      if (!is_language(tag, known) || weight <= best) continue;
      best = weight;
      language = known;
    }
  }
  return language;
}

}  // namespace dondoc
