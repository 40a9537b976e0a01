// The table of /api/v1: one row a route. tests/web/api_rules_test.cpp walks it.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/port/log_pages.h"
#include "web/api/api_route.h"
#include "web/api/problem.h"
#include "web/intake_desk.h"
#include "web/page_desk.h"

namespace dondoc {

/// What handlers work with; outlives the table.
struct ApiTools {
  PageDesk& desk;
  LogPages& log;
  const ApiWords& words;
  const PageWords& page_words_vi;  ///< for what pages and API say alike
  const PageWords& page_words_en;
  IntakeDesk* intake = nullptr;  ///< null: no documents are taken in
  std::function<Instant()> wall = {};

  const PageWords& page_words(const Visitor& visitor) const {
    return visitor.language == "en" ? page_words_en : page_words_vi;
  }
};

/// All but the OpenAPI document itself, which is made of them.
std::vector<ApiRoute> api_table(const ApiTools& tools);

// --- What handlers answer with ---

/// Carries a command out in the caller's name, as the `number`th of this call. An answer: it was
/// refused, or could not be carried out. None: done, now or when the same call came before; the
/// codes that changed are put into `codes`.
std::optional<Response> carry_out(const ApiTools& tools, const ApiCall& call, CommandBody body,
                                  int number, std::vector<std::string>* codes = nullptr);

/// The same as the only command of this call; the answer (schema Changed) names the codes.
Response changed_by(const ApiTools& tools, const ApiCall& call, CommandBody body);

Response json_answer(const nlohmann::ordered_json& json);
/// A whole JSON text that something else wrote.
Response json_answer(std::string text);
Response problem(const ApiTools& tools, const ApiCall& call, Problem what);
Response not_hers(const ApiTools& tools, const ApiCall& call);
Response unavailable(const ApiTools& tools, const ApiCall& call);

// --- Parts of the table, by theme ---

void add_api_me(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_units(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_people(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_changes(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_plans(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_drafts(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_assignments(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_board(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_summary(std::vector<ApiRoute>& table, const ApiTools& tools);
void add_api_events(std::vector<ApiRoute>& table, const ApiTools& tools);

}  // namespace dondoc
