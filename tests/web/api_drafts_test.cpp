// Intake by /api/v1: what the page does, a program does, with the same rights and limits; every
// change says which version of the draft it was made from.
#include <catch2/catch.hpp>

#include "tests/web/fake_api.h"

namespace dondoc {
namespace {

using Catch::Contains;
using nlohmann::json;

Response send_document(Client& by, const std::string& name, const std::string& bytes,
                       const std::string& key = {}) {
  Request asked = by.request("POST", "/api/v1/drafts", {{"name", name}});
  asked.content_type = "application/octet-stream";
  asked.body = bytes;
  asked.idempotency_key = key;
  return by.send(asked);
}

struct DraftByApi {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  std::string path = "/api/v1/drafts/of-ld-hpn";

  DraftByApi() { office.intake.give("ld-hpn"); }

  KeptDraft& kept() { return office.intake.store.kept.at("of-ld-hpn"); }
  json plan() { return json::parse(kept().plan); }
  json draft() { return json_of(lead.get(path)); }
  /// From the version as it is kept.
  Response post(const std::string& deed, json body = json::object()) {
    body["version"] = kept().version;
    return lead.post(path + deed, body);
  }
};

}  // namespace

TEST_CASE("a document sent by API is a draft with its text, duties and questions",
          "[api][intake]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  const Response sent = send_document(lead, "Kế hoạch 45.TXT", k_document);
  REQUIRE(sent.status == 200);
  const std::string id = json_of(sent)["draft"];
  const json draft = json_of(lead.get("/api/v1/drafts/" + id));
  CHECK(draft["plan"]["plan"]["number"] == "45/KH-UBND");
  CHECK(draft["file"] == "Kế hoạch 45.TXT");
  CHECK(draft["version"] == 0);
  REQUIRE(draft["duties"].size() == 1);
  CHECK(draft["duties"][0]["days"] == json::array({"2023-11-24"}));  // before the 25th
  CHECK(draft["duties"][0]["seen"] == false);
  CHECK(draft["issuing"]["unseen"] == 1);
  CHECK(draft["issuing"]["ready"] == false);
  std::string text;
  json clauses = json::array();
  for (const json& line : draft["text"]) {
    for (const json& piece : line["pieces"]) {
      text += piece["text"];
      if (!piece["codes"].empty()) clauses.push_back(piece);
    }
    text += "\n";
  }
  CHECK_THAT(text, Contains("Số: 45/KH-UBND") && Contains("trước ngày 25/11/2023"));
  REQUIRE(clauses.size() == 1);
  CHECK(clauses[0]["style"] == "deadline");
  CHECK(clauses[0]["codes"][0] == draft["duties"][0]["code"]);
  const json list = json_of(lead.get("/api/v1/drafts"));
  REQUIRE(list["items"].size() == 1);
  CHECK(list["items"][0]["id"] == id);
  CHECK(office.desk.commands.empty());
}

TEST_CASE("what cannot be read by API is told and kept nowhere", "[api][intake][hostile]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn"), "en"};
  const Response secret = send_document(lead, "a.txt", "MẬT\n" + k_document);
  CHECK(secret.status == 422);
  CHECK(code_of(secret) == "document_not_read");
  CHECK_THAT(secret.body, Contains("state secrets"));
  CHECK(send_document(lead, "a.exe", "MZ").status == 422);
  CHECK(send_document(lead, "a.txt", "").status == 422);
  CHECK(send_document(lead, "a.docx", "PK\x03\x04 không phải zip").status == 422);
  CHECK(send_document(lead, "", k_document).status == 400);
  CHECK(send_document(lead, std::string(256, 'a') + ".txt", k_document).status == 400);
  CHECK(send_document(lead, "a.txt", std::string(k_upload_bytes + 1, 'a')).status == 413);
  Request unnamed = lead.request("POST", "/api/v1/drafts");
  unnamed.content_type = "application/octet-stream";
  unnamed.body = k_document;
  CHECK(lead.send(unnamed).status == 400);
  CHECK(office.intake.store.kept.empty());
}

TEST_CASE("a document sent twice with one key is one draft", "[api][intake]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  const Response first = send_document(lead, "a.txt", k_document, "kh-45");
  const Response again = send_document(lead, "a.txt", k_document, "kh-45");
  CHECK(again.body == first.body);
  CHECK(office.intake.store.kept.size() == 1);
  CHECK(code_of(send_document(lead, "a.txt", k_document + "x", "kh-45")) == "key_of_another_call");
}

TEST_CASE("nobody has more than fifty drafts by API", "[api][intake]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  for (int i = 0; i < 50; ++i) {
    office.intake.give("ld-hpn");
    auto one = office.intake.store.kept.extract("of-ld-hpn");
    one.key() = "d" + std::to_string(i);
    one.mapped().head.id = one.key();
    office.intake.store.kept.insert(std::move(one));
  }
  CHECK(code_of(send_document(lead, "a.txt", k_document)) == "too_many_drafts");
  CHECK(office.intake.store.kept.size() == 50);
}

TEST_CASE("a draft of another lead does not exist by API", "[api][intake][hostile]") {
  DraftByApi its;
  Client other{its.office, its.office.token("ld-dt")};
  CHECK(other.get(its.path).status == 404);
  for (const char* deed : {"/issue", "/discard", "/duties/K1/drop"})
    CHECK(other.post(its.path + deed, {{"version", 0}}).status == 404);
  CHECK(json_of(other.get("/api/v1/drafts"))["items"].empty());
  CHECK(its.kept().version == 0);
  Client administrator{its.office, its.office.token("administrator")};
  CHECK(json_of(administrator.get(its.path))["by"] == "ld-hpn");
}

TEST_CASE("a change by API made from another version changes nothing", "[api][intake]") {
  DraftByApi its;
  CHECK(json_of(its.post("/seen", {{"duty", "K1"}}))["version"] == 1);
  for (const auto& [deed, body] :
       std::vector<std::pair<std::string, json>>{{"/duties/K2/drop", {{"version", 0}}},
                                                 {"/issue", {{"version", 0}}},
                                                 {"/discard", {{"version", 2}}},
                                                 {"/seen", {{"version", 0}}}}) {
    INFO(deed);
    const Response late = its.lead.post(its.path + deed, body);
    CHECK(late.status == 409);
    CHECK(code_of(late) == "draft_changed");
  }
  CHECK(its.lead.post(its.path + "/discard", json::object()).status == 422);
  CHECK(its.plan()["obligations"].size() == 2);
  CHECK(its.kept().version == 1);
  CHECK(its.office.desk.commands.empty());
}

TEST_CASE("a draft is issued by API once every duty was seen, with what was agreed to",
          "[api][intake]") {
  DraftByApi its;
  its.office.desk.answer.codes = {"K1-01"};
  CHECK(code_of(its.post("/issue")) == "draft_not_seen");
  CHECK(its.post("/seen", {{"duty", "K1"}}).status == 200);
  CHECK(its.post("/questions/K-Q1", {{"decision", "accept"}}).status == 200);
  const json draft = its.draft();
  CHECK(draft["questions"][0]["agreed"] == true);
  CHECK(draft["duties"][1]["days"] == json::array({"2023-12-20"}));
  CHECK(its.post("/seen").status == 200);
  Client without_scope{its.office, its.office.token("ld-hpn", {AccessScope::act})};
  CHECK(code_of(without_scope.post(its.path + "/issue", {{"version", 3}})) == "no_scope");
  const Response issued = its.post("/issue");
  CHECK(json_of(issued)["plan"] == "K-12-KH-UBND-2023");
  REQUIRE(its.office.desk.commands.size() == 2);
  CHECK(its.office.desk.commands[0].by == "ld-hpn");
  CHECK(its.office.desk.commands[0].key.starts_with("api:"));
  CHECK(its.office.desk.commands[0].key != its.office.desk.commands[1].key);
  CHECK(std::get<ConfirmQuestion>(its.office.desk.commands[1].body).question == "K-Q1");
  CHECK(its.office.intake.store.kept.empty());
}

TEST_CASE("a draft that the engine refuses to issue stays one", "[api][intake]") {
  DraftByApi its;
  its.post("/seen");
  its.office.desk.answer.kind = AnswerKind::refused;
  its.office.desk.answer.refusal = {Refusal::forbidden, Phrase{"R-84", {}}};
  const Response refused = its.post("/issue");
  CHECK(refused.status == 403);
  CHECK(json_of(refused)["reason"] == "R-84");
  CHECK(its.office.intake.store.kept.size() == 1);
}

TEST_CASE("duties are corrected, added and dropped by API", "[api][intake]") {
  DraftByApi its;
  const Response corrected = its.post(
      "/duties/K2", {{"who_names", {"Xã Bà Điểm"}},
                     {"due", {{"type", "date"}, {"date", "2023-12-15"}, {"before", true}}}});
  CHECK(json_of(corrected)["duty"] == "K2");
  json duty = its.plan()["obligations"][1];
  CHECK(duty["what"] == "Báo cáo năm");  // was not sent
  CHECK(duty["to"][0]["unit"] == "tinh");
  CHECK(duty["due"]["date"] == "2023-12-15");
  CHECK(duty["due"]["inclusive"] == false);
  CHECK(duty["who"] == json::array({"cac-ap", "bd"}));
  CHECK(its.draft()["duties"][1]["seen"] == true);
  const Response added = its.post("/duties", {{"what", "Tuần tra"},
                                              {"kind", "task_ongoing"},
                                              {"who_names", {"Công an xã Mẫu"}},
                                              {"new_units", true},
                                              {"line", 7},
                                              {"due", {{"type", "ongoing"}}}});
  CHECK(json_of(added)["duty"] == "K3");
  CHECK(its.plan()["obligations"][2]["line"] == "7");
  CHECK(its.plan()["obligations"][2]["who"] == json::array({"cong-an-xa-mau"}));
  CHECK(its.post("/duties/K3/drop").status == 200);
  CHECK(its.post("/duties/K3/drop").status == 404);
  const json before = its.plan();
  const std::vector<std::pair<std::string, json>> wrong = {
      {"/duties/K2", {{"due", {{"type", "date"}}}}},
      {"/duties/K2", {{"due", {{"type", "someday"}}}}},
      {"/duties/K2", {{"due", {{"type", "window"}, {"from", "2023-12-15"}, {"to", "2023-12-01"}}}}},
      {"/duties/K2",
       {{"due", {{"type", "recurring"}, {"every", "quarter"}, {"day", 5}, {"month", 4}}}}},
      {"/duties/K2", {{"who", json::array()}}},
      {"/duties/K2", {{"who_names", {"Xã Không Có"}}}},
      {"/duties/K2", {{"kind", "wish"}}},
      {"/duties/K2", {{"what", ""}}},
      {"/duties/K2", {{"what", std::string(2'000, 'x')}}},
      {"/duties/K2", {{"by", "administrator"}}},
      {"/duties", {{"what", "Không hạn"}, {"kind", "event"}}}};
  for (const auto& [deed, body] : wrong) {
    INFO(deed << " " << body.dump().substr(0, 60));
    CHECK(its.post(deed, body).status == 422);
  }
  CHECK(its.post("/duties/K9", {{"what", "x"}}).status == 404);
  CHECK(its.plan() == before);
}

TEST_CASE("units of a draft are named by API, by id only those she leads", "[api][intake]") {
  DraftByApi its;
  CHECK(its.post("/units/cac-ap", {{"units", {"dt"}}, {"names", {"xã bà điểm"}}}).status == 200);
  CHECK(its.plan()["groups"][0]["units"] == json::array({"bd", "dt"}));
  auto& directory = its.office.desk.state.office.directory;
  directory.put(sample::unit("kt", "UBND thành phố Kon Tum", "", ""));
  CHECK(its.post("/units/cac-ap", {{"units", {"kt"}}}).status == 422);
  CHECK(its.post("/units/cac-ap", {{"units", {"none"}}}).status == 422);
  CHECK(its.post("/units/cac-ap").status == 422);
  CHECK(its.post("/units/none", {{"units", {"dt"}}}).status == 404);
  CHECK(
      its.post("/head", {{"issuer", "Xã Đông Thạnh"}, {"number", "13/KH"}, {"date", ""}}).status ==
      200);
  const json head = its.plan()["plan"];
  CHECK(head["issuer"] == "dt");
  CHECK(head["subject"] == "Phòng cháy <b>");
  CHECK(head["date"].is_null());
  CHECK(its.post("/head", {{"issuer", "Xã Không Có"}}).status == 422);
  CHECK(its.post("/head", {{"date", "2023-02-30"}}).status == 422);
}

TEST_CASE("questions and figures are decided by API", "[api][intake]") {
  DraftByApi its;
  CHECK(code_of(its.post("/questions/K-Q1", {{"decision", "drop"}})) == "question_waits");
  CHECK(code_of(its.post("/questions/K-Q2", {{"decision", "accept"}})) == "question_waits");
  CHECK(its.post("/questions/K-Q2", {{"decision", "drop"}}).status == 200);
  CHECK(its.post("/questions/K-Q2", {{"decision", "drop"}}).status == 404);
  CHECK(its.post("/figures/drop", {{"target", "T1"}}).status == 200);
  CHECK(its.post("/figures/drop", {{"target", "T1"}}).status == 404);
  CHECK(its.post("/figures/drop", {{"budget_item", 0}}).status == 200);
  CHECK(its.post("/figures/drop", {{"budget_item", 0}}).status == 404);
  CHECK(its.post("/figures/drop").status == 404);
  CHECK(its.post("/discard").status == 200);
  CHECK(its.office.intake.store.kept.empty());
}

TEST_CASE("bodies longer than a mebibyte are read from known tokens alone, for documents",
          "[api][intake][hostile]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  Client stranger{office, "dondoc_" + std::string(64, 'a')};
  CHECK(office.site.body_limit(lead.request("POST", "/api/v1/drafts")) == k_upload_bytes);
  const std::size_t small = office.site.body_limit(lead.request("POST", "/api/v1/plans"));
  CHECK(small < k_upload_bytes);
  CHECK(office.site.body_limit(stranger.request("POST", "/api/v1/drafts")) == small);
  CHECK(office.site.body_limit(Client{office, ""}.request("POST", "/api/v1/drafts")) == small);
  CHECK(office.site.body_limit(lead.request("POST", "/api/v1/drafts/x/seen")) == small);
}

TEST_CASE("an office that takes no documents in says so by API", "[api][intake]") {
  FakePageDesk desk;
  MemoryPageStore store;
  MemoryAccessStore access;
  FakeLogPages log;
  FakeAdministration administration;
  const Instant wall = sample::at("2023-11-29T08:00");
  Site site{SiteParts{desk, administration, store, project_file, k_key, "", [=] { return wall; },
                      [](const RefusedCall&) {}, &access, &log, nullptr}};
  AccessKeys keys{access};
  Request asked;
  asked.method = "GET";
  asked.path = "/api/v1/drafts";
  asked.host = "127.0.0.1:8080";
  asked.authorization =
      "Bearer " +
      keys.make_token({"ld-hpn", "x", {AccessScope::read}, std::nullopt}, wall).value().secret;
  CHECK(site.answer(asked).status == 200);
  asked.path = "/api/v1/drafts/x";
  CHECK(site.answer(asked).status == 404);
}

}  // namespace dondoc
