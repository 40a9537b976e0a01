// The table of all pages: one row a route, each with its rule. tests/web/site_test.cpp walks it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/port/page_store.h"
#include "web/administration_desk.h"
#include "web/kept_uploads.h"
#include "web/access_keys.h"
#include "web/layout.h"
#include "web/looks.h"
#include "web/page_desk.h"
#include "web/page_route.h"
#include "web/sessions.h"
#include "web/sign_in.h"

namespace dondoc {

class IntakeDesk;

/// What handlers work with; outlives the table.
struct PageTools {
  PageDesk& desk;
  AdministrationDesk& administration;
  PageStore& store;
  const PageKit& kit;
  Sessions& sessions;
  SignInDesk& sign_in;
  KeptUploads& uploads;
  std::function<Instant()> wall;
  std::string cookie_name;
  bool secure = false;
  Looks& looks;
  AccessKeys* keys = nullptr;  ///< null: no tokens, no calendar feeds
  std::string public_url = {};
  IntakeDesk* intake = nullptr;  ///< null: no documents are taken in
};

std::vector<PageRoute> page_table(const PageTools& tools);

/// The command in the visitor's name; with every right when she administers.
Command command_of(const PageCall& call, CommandBody body);

/// Why a command was refused, in the visitor's language; empty when the office cannot be read.
std::string why_refused(const PageTools& tools, const PageCall& call, const Rejected& refusal);

/// Set-Cookie: not for scripts, not with requests from other sites.
std::string cookie_of(const std::string& name, const std::string& value, bool secure);

// --- Parts of the table, by theme ---

void add_sign_in_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_asset_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_board_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_plan_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_unit_list_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_unit_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_change_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_change_file_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_assignment_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_file_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_summary_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_inbox_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_people_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_invitation_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_import_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_person_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_log_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_administration_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_access_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_calendar_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_intake_pages(std::vector<PageRoute>& table, const PageTools& tools);
void add_intake_edit_pages(std::vector<PageRoute>& table, const PageTools& tools);

}  // namespace dondoc
