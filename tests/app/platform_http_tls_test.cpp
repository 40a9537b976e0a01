#include <httplib.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <catch2/catch.hpp>
#include <thread>

#include "app/platform_http.h"
#include "app/temporary_folder.h"

using namespace dondoc;

namespace {

/// A key and a certificate that it signed itself, for one host.
struct Identity {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();

  explicit Identity(const std::string& host) {
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(host.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    X509_set_pubkey(certificate, key);
    const std::string names = "DNS:" + host;
    X509_EXTENSION* extension =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate, key, EVP_sha256());
  }
  Identity(const Identity&) = delete;
  Identity& operator=(const Identity&) = delete;
  ~Identity() {
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
};

struct Secure {
  Identity identity;
  httplib::SSLServer server{identity.certificate, identity.key};
  int port = 0;
  std::thread thread;
  TemporaryFolder folder;
  std::string file = folder.file("certificate.pem");

  explicit Secure(const std::string& host) : identity(host) {
    server.Get("/", [](const httplib::Request&, httplib::Response& out) {
      out.set_content("ok", "text/plain");
    });
    port = server.bind_to_any_port("127.0.0.1");
    thread = std::thread([this] { server.listen_after_bind(); });
    while (!server.is_running()) std::this_thread::yield();
    FILE* out = std::fopen(file.c_str(), "w");
    PEM_write_X509(out, identity.certificate);
    std::fclose(out);
  }
  ~Secure() {
    server.stop();
    thread.join();
  }

  HttpRequest request() const {
    HttpRequest request;
    request.method = HttpMethod::get;
    request.url = "https://localhost:" + std::to_string(port) + "/";
    return request;
  }
};

}  // namespace

TEST_CASE(
    "a certificate that nobody trusts, or for another host, ends it before anything is sent") {
  Secure secure("localhost");
  const auto untrusted = PlatformHttp().ask(secure.request());
  REQUIRE_FALSE(untrusted);
  CHECK(untrusted.error().kind == HttpFailure::not_sent);
  CHECK(untrusted.error().detail == "the server's certificate was not accepted");

  Secure impostor("elsewhere.example");
  PlatformHttpSettings settings;
  settings.certificates = impostor.file;
  const auto wrong_host = PlatformHttp(settings).ask(impostor.request());
  REQUIRE_FALSE(wrong_host);
  CHECK(wrong_host.error().kind == HttpFailure::not_sent);
}

TEST_CASE("with the office's own certificate the same server is asked, again on one connection") {
  Secure secure("localhost");
  PlatformHttpSettings settings;
  settings.certificates = secure.file;
  PlatformHttp http(settings);
  for (int i = 0; i < 2; ++i) {
    const auto answer = http.ask(secure.request());
    REQUIRE(answer);
    CHECK(answer->body == "ok");
  }
  CHECK(http.idle_connections() == 1);
}

TEST_CASE("a plain server is not taken for an encrypted one") {
  httplib::Server server;
  const int port = server.bind_to_any_port("127.0.0.1");
  std::thread thread([&] { server.listen_after_bind(); });
  while (!server.is_running()) std::this_thread::yield();
  HttpRequest request;
  request.url = "https://127.0.0.1:" + std::to_string(port) + "/";
  const auto answer = PlatformHttp().ask(request);
  server.stop();
  thread.join();
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpFailure::not_sent);
  CHECK(answer.error().detail == "no encrypted connection came about");
}
