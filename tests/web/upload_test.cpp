// Forms of files over a real socket: what comes in is bounded, in its parts and as a whole, and
// what is refused is told; a refused body is never taken for the next request.
#include <httplib.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "tests/web/fake_browser.h"
#include "web/form_fields.h"
#include "web/http_server.h"
#include "web/kept_uploads.h"

namespace dondoc {
namespace {

/// The site behind the demo's server, and a signed-in administrator's cookie.
struct Served {
  Office5 office;
  HttpServer server{{}, "token"};
  int port = 0;
  std::string cookie;
  std::unique_ptr<httplib::Client> client;

  Served() {
    cookie = office.administrator().cookie;
    server.show_pages(office.site);
    port = server.start(0).value();
    client = std::make_unique<httplib::Client>("127.0.0.1", port);
    client->set_read_timeout(30);
  }

  httplib::Headers headers(const std::string& with_cookie) const {
    return {{"Host", "127.0.0.1:" + std::to_string(port)}, {"Cookie", "dondoc=" + with_cookie}};
  }
  httplib::MultipartFormDataItems form(const std::string& bytes) const {
    return {{"form_token", form_token_of(cookie), "", ""},
            {"kind", "persons", "", ""},
            {"file", bytes, "danh sách.csv", "text/csv"}};
  }
  int status(const httplib::Result& result) { return result ? result->status : 0; }
  int post(const httplib::MultipartFormDataItems& items) {
    return status(client->Post("/people/import", headers(cookie), items));
  }
  int raw(const std::string& type, const std::string& body,
          const std::string& path = "/people/import") {
    return status(client->Post(path, headers(cookie), body, type));
  }
  const char* last_refusal() const {
    return office.refusals.empty() ? "" : office.refusals.back().why.data();
  }
};

long resident_kb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

TEST_CASE("a form of files arrives with fields, name and bytes", "[upload]") {
  Served served;
  const std::string list = "id,name,unit,roles\ncb-nb,Lê Thị Mẫu,nb,officer\n";
  CHECK(served.post(served.form(list)) == 200);
  REQUIRE(served.office.administration.tried.size() == 1);
  CHECK(served.office.administration.tried[0].name == "danh sách.csv");
  CHECK(served.office.administration.tried[0].bytes == list);
  auto without_token = served.form(list);
  without_token.erase(without_token.begin());
  CHECK(served.post(without_token) == 403);
  CHECK(std::string(served.last_refusal()) == "foreign_form");
}

TEST_CASE("too large a file, field or number of parts is refused, and told", "[upload][hostile]") {
  Served served;
  CHECK(served.post(served.form(std::string(k_upload_bytes + k_form_bytes, 'x'))) == 413);
  CHECK(std::string(served.last_refusal()) == "too_long");
  CHECK(served.post(served.form(std::string(3 * k_upload_bytes, 'x'))) == 413);
  auto wide = served.form("id");
  wide.push_back({"words", std::string(k_form_bytes + 1, 'y'), "", ""});
  CHECK(served.post(wide) == 413);
  httplib::MultipartFormDataItems many = served.form("id");
  for (std::size_t i = 0; i < k_form_parts; ++i) many.push_back({"p", "1", "", ""});
  CHECK(served.post(many) == 413);
  CHECK(served.office.refusals.size() == 4);
  CHECK(served.office.administration.tried.empty());
  CHECK(served.client->Get("/signin", served.headers(""))->status == 200);
}

TEST_CASE("whoever is not signed in, and a page that takes no files, get little room",
          "[upload][hostile]") {
  Served served;
  const std::string body(k_form_bytes + 100, 'x');
  const httplib::MultipartFormDataItems form{{"file", body, "a.csv", "text/csv"}};
  const auto stranger =
      served.client->Post("/people/import", served.headers(std::string(64, '0')), form);
  CHECK(served.status(stranger) == 413);
  CHECK(served.status(served.client->Post("/people/import/confirm",
                                          served.headers(served.cookie), form)) == 413);
}

TEST_CASE("a body that is no form, though it says so, is refused", "[upload][hostile]") {
  Served served;
  const std::string part =
      "--B\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\npersons\r\n";
  CHECK(served.raw("multipart/form-data; boundary=B", part) == 400);           // no end
  CHECK(served.raw("multipart/form-data; boundary=OTHER", part + "--B--") == 400);
  CHECK(served.raw("multipart/form-data", part + "--B--") == 400);
  CHECK(served.raw("multipart/form-data; boundary=", part) == 400);
  CHECK(served.raw("multipart/form-data; boundary=B",
                   "--B\r\nContent-Disposition: form-data; name=\"" + std::string(60'000, 'a') +
                       "\"\r\n\r\nx\r\n--B--\r\n") == 400);
  CHECK(served.raw("application/x-www-form-urlencoded", "a=%zz") == 400);
  CHECK(served.raw("application/x-www-form-urlencoded", "a=%00") == 400);
  CHECK(served.raw("application/x-www-form-urlencoded", std::string(k_form_bytes + 1, 'a')) == 413);
  CHECK(served.raw("application/json", "{}") == 403);
  CHECK(served.office.refusals.size() == 9);
  CHECK(served.office.administration.tried.empty());
}

TEST_CASE("a form longer than eight thousand letters is a form", "[upload]") {
  Served served;
  std::string body = "form_token=" + form_token_of(served.cookie) + "&text=";
  for (int i = 0; i < 8'000; ++i) body += "%E1%BA%BF";  // "ế" as browsers send it
  CHECK(served.raw("application/x-www-form-urlencoded", body, "/plans/B-HPN/questions/Q1") == 303);
  const auto& answer = std::get<ConfirmQuestion>(served.office.desk.commands.at(0).body);
  CHECK(answer.text.size() == 24'000);
}

TEST_CASE("a body without a length is not kept beyond its bound", "[upload][hostile]") {
  Served served;
  const std::string piece(1024 * 1024, 'x');
  const long before = resident_kb();
  int pieces = 0;
  const auto answer = served.client->Post(
      "/people/import", served.headers(served.cookie),
      [&](std::size_t, httplib::DataSink& sink) {
        if (++pieces > 100) {
          sink.done();
          return true;
        }
        return sink.write(piece.data(), piece.size());
      },
      "application/x-www-form-urlencoded");
  CHECK(served.status(answer) == 413);
  CHECK(resident_kb() - before < 60'000);
}

TEST_CASE("a refused form is not taken for the next request of the connection",
          "[upload][hostile]") {
  Served served;
  served.client->set_keep_alive(true);
  const std::string hidden = "GET /board HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  CHECK(served.post(served.form(hidden + std::string(k_upload_bytes + k_form_bytes, ' '))) == 413);
  const auto next = served.client->Get("/assets/pages.css", served.headers(""));
  REQUIRE(next);
  CHECK(next->get_header_value("Content-Type") == "text/css; charset=utf-8");
}

TEST_CASE("methods that nothing answers are refused without keeping what they bring",
          "[upload][hostile]") {
  Served served;
  const std::string body(2'000'000, 'x');
  CHECK(served.status(served.client->Put("/board", served.headers(""), body, "text/plain")) == 405);
  CHECK(served.status(served.client->Patch("/x", served.headers(""), body, "text/plain")) == 405);
  CHECK(served.status(served.client->Delete("/x", served.headers(""), body, "text/plain")) == 405);
}

TEST_CASE("fields of a form are read as browsers write them", "[upload]") {
  std::multimap<std::string, std::string> fields;
  CHECK(add_form_fields("a=1&b=x+y%26z&c&=d&a=2&&", fields));
  CHECK(fields.count("a") == 2);
  CHECK(fields.find("b")->second == "x y&z");
  CHECK(fields.find("c")->second.empty());
  CHECK(fields.find("")->second == "d");
  fields.clear();
  CHECK_FALSE(add_form_fields("a=%", fields));
  std::string many;
  for (std::size_t i = 0; i <= k_form_parts; ++i) many += "a=1&";
  CHECK_FALSE(add_form_fields(many, fields));
  CHECK(file_name_alone("C:\\Users\\lan\\danh sách.xlsx") == "danh sách.xlsx");
  CHECK(file_name_alone("../../etc/passwd") == "passwd");
  CHECK(file_name_alone("a.csv") == "a.csv");
}

TEST_CASE("files that wait for a yes are one a person and few in all", "[upload]") {
  KeptUploads uploads;
  const Instant now{1'000'000'000};
  const std::string first = uploads.keep("an", {"file", "1.csv", "1"}, now);
  const std::string second = uploads.keep("an", {"file", "2.csv", "2"}, now);
  CHECK_FALSE(uploads.take("an", first, now));
  CHECK_FALSE(uploads.take("binh", second, now));
  CHECK(uploads.take("an", second, now)->name == "2.csv");
  CHECK_FALSE(uploads.take("an", second, now));
  const std::string old = uploads.keep("an", {"file", "1.csv", "1"}, now);
  for (std::size_t i = 0; i < KeptUploads::k_most; ++i)
    uploads.keep("other-" + std::to_string(i), {}, now);
  CHECK_FALSE(uploads.take("an", old, now));
}

}  // namespace dondoc
