// A browser without a screen, and the small office of fake_pages.h behind its site.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/command/sign_in_link.h"
#include "tests/web/fake_access.h"
#include "tests/web/fake_administration.h"
#include "tests/web/fake_intake.h"
#include "tests/web/fake_pages.h"
#include "web/password.h"
#include "web/sessions.h"

namespace dondoc {

using Query = std::multimap<std::string, std::string>;

inline const std::string k_key(k_sign_in_key_bytes, 'k');

inline std::string header(const Response& response, const std::string& name) {
  for (const auto& [known, value] : response.headers) {
    if (known == name) return value;
  }
  return {};
}

/// A browser that keeps its cookie and sends back what forms ask for.
struct Browser {
  Site& site;
  std::string cookie = {};
  std::string remote = "10.0.0.1";

  Request request(const std::string& method, const std::string& path, Query query) const {
    Request asked;
    asked.method = method;
    asked.path = path;
    asked.query = std::move(query);
    asked.host = "127.0.0.1:8080";
    asked.cookie = cookie.empty() ? "" : "dondoc=" + cookie;
    asked.remote = remote;
    return asked;
  }

  Response send(const Request& asked) {
    Response response = site.answer(asked);
    for (const auto& [name, value] : response.headers) {
      if (name == "Set-Cookie" && value.starts_with("dondoc="))
        cookie = value.substr(7, value.find(';') - 7);
    }
    return response;
  }

  Response get(const std::string& path, Query query = {}) {
    return send(request("GET", path, std::move(query)));
  }
  Response post(const std::string& path, Query query = {}) {
    if (cookie.empty()) get("/signin");
    query.emplace("form_token", form_token_of(cookie));
    return send(request("POST", path, std::move(query)));
  }
};

struct Office5 {
  FakePageDesk desk;
  FakeAdministration administration;
  MemoryPageStore store;
  Instant wall = sample::at("2023-11-29T08:00");
  std::vector<RefusedCall> refusals;
  MemoryAccessStore access;
  FakeIntake intake;
  Site site{SiteParts{desk, administration, store, project_file, k_key, "", [this] { return wall; },
                      [this](const RefusedCall& call) { refusals.push_back(call); }, &access, nullptr, &intake}};

  Browser browser() { return Browser{site}; }
  Browser signed_in(const std::string& name) {
    Browser one{site};
    desk.time = desk.time + Elapsed{1};  // another link than the last one's
    const Response response =
        one.post("/signin/link", {{"t", sign_in_token({name, desk.time}, k_key)}});
    REQUIRE(response.status == 303);
    return one;
  }
  Browser administrator() {
    store.passwords["administrator"] = password_hash("mật khẩu rất dài").value();
    Browser one{site};
    REQUIRE(one.post("/signin/password",
                     {{"person", "administrator"}, {"password", "mật khẩu rất dài"}})
                .status == 303);
    return one;
  }
};

}  // namespace dondoc
