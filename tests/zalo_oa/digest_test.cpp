#include "bots/zalo_oa/digest.h"

#include <catch2/catch.hpp>

#include <numeric>
#include <string>

using namespace dondoc::zalo_oa;

TEST_CASE("The appsecret_proof is that of the vector", "[zalo_oa]") {
  CHECK(appsecret_proof("AccessTokenForTests", "AppSecretForTests") ==
        "91a5991fb16794eacade36294f65c4ecafe3e663b17ece208a4450491fbea1e4");
}

TEST_CASE("The PKCE challenge is that of the vector", "[zalo_oa]") {
  CHECK(pkce_challenge("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG") ==
        "fR4ifSAEy-7Mu6g7FHZulPKrtjqdAnUCwRFAJt2JFsA");
}

TEST_CASE("A verifier has 43 characters that need no encoding", "[zalo_oa]") {
  std::array<unsigned char, 32> chance{};
  std::iota(chance.begin(), chance.end(), static_cast<unsigned char>(230));
  const std::string verifier = pkce_verifier(chance);
  CHECK(verifier.size() == 43);
  CHECK(verifier.find_first_of("+/=") == std::string::npos);
}

TEST_CASE("The webhook mac is that of the vector", "[zalo_oa]") {
  const std::string body =
      R"({"app_id":"1234567890123456789","user_id_by_app":"5550001112223334445",)"
      R"("event_name":"user_send_text","timestamp":"1760000000123",)"
      R"("sender":{"id":"7770001112223334441"},"recipient":{"id":"8880001112223334442"},)"
      R"("message":{"msg_id":"a1b2c3d4e5f60718","text":"#dd:ack:42"}})";
  REQUIRE(body.size() == 268);
  CHECK(webhook_mac("1234567890123456789", body, "1760000000123", "OaSecretForTests01") ==
        "f8e90f1d7bbc3446928017cb242d292b72ec0bb9218cb2555767eb24a6312d09");
}
