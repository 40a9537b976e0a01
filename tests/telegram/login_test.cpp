// Login widget and Mini App (chat-apis.md §2.9); the vectors of §6.
#include "bots/telegram/login.h"

#include <catch2/catch.hpp>

namespace dondoc::test {
namespace {

constexpr std::string_view k_token = "123456:TEST-token_for_docs";
constexpr Instant k_login_time{1'760'000'000'000};
const std::string k_login_hash = "27df8992689da9370c528ef6e91e8f396b62bc2c591cffdb55b88ef1df7a8315";
const std::string k_app_hash = "0e62a9059cbc1794f484620d6d4bfbfc0272426a0cb0a06d7b217208f43c82a3";
const std::string k_init_data =
    "user=%7B%22id%22%3A7001%2C%22first_name%22%3A%22Lan%22%7D&query_id=AAtest"
    "&auth_date=1760000000&hash=" +
    k_app_hash;

LoginFields login_fields() {
  return {{"auth_date", "1760000000"},
          {"first_name", "Lan"},
          {"id", "7001"},
          {"username", "lan_test"},
          {"hash", k_login_hash}};
}

TEST_CASE("the login vector") {
  CHECK(login_hash(login_fields(), k_token) == k_login_hash);
  CHECK(check_login(login_fields(), k_token, k_login_time + Elapsed::minutes(5),
                    Elapsed::hours(1)) == LoginCheck::genuine);
}

TEST_CASE("the Mini App vector") {
  const LoginFields fields = {{"auth_date", "1760000000"},
                              {"query_id", "AAtest"},
                              {"user", R"({"id":7001,"first_name":"Lan"})"}};
  CHECK(mini_app_hash(fields, k_token) == k_app_hash);
  CHECK(check_mini_app(k_init_data, k_token, k_login_time + Elapsed::minutes(5),
                       Elapsed::hours(1)) == LoginCheck::genuine);
}

TEST_CASE("a login that was changed in any field, or is another bot's, is not genuine") {
  const auto check = [](const LoginFields& fields, std::string_view token) {
    return check_login(fields, token, k_login_time, Elapsed::hours(1));
  };
  for (const char* name : {"auth_date", "first_name", "id", "username", "hash"}) {
    LoginFields fields = login_fields();
    fields.find(name)->second += "1";
    CHECK(check(fields, k_token) == LoginCheck::wrong_hash);
    fields = login_fields();
    fields.find(name)->second.clear();
    CHECK(check(fields, k_token) == LoginCheck::wrong_hash);
  }
  LoginFields more = login_fields();
  more["last_name"] = "x";
  CHECK(check(more, k_token) == LoginCheck::wrong_hash);
  CHECK(check(login_fields(), "123456:another") == LoginCheck::wrong_hash);
  LoginFields none = login_fields();
  none.erase("hash");
  CHECK(check(none, k_token) == LoginCheck::malformed);
  CHECK(check({}, k_token) == LoginCheck::malformed);
}

TEST_CASE("an old login is refused, and one from the future") {
  const auto at = [](Instant now) {
    return check_login(login_fields(), k_token, now, Elapsed::hours(1));
  };
  CHECK(at(k_login_time + Elapsed::hours(1)) == LoginCheck::genuine);
  CHECK(at(k_login_time + Elapsed::hours(1) + Elapsed{1}) == LoginCheck::too_old);
  CHECK(at(k_login_time - Elapsed::minutes(1)) == LoginCheck::genuine);
  CHECK(at(k_login_time - Elapsed::minutes(2)) == LoginCheck::too_old);
}

TEST_CASE("a Mini App's data that is broken or doubled is malformed; a login's key does not fit") {
  const auto check = [](const std::string& data) {
    return check_mini_app(data, k_token, k_login_time, Elapsed::hours(1));
  };
  CHECK(check("") == LoginCheck::malformed);
  CHECK(check("auth_date") == LoginCheck::malformed);
  CHECK(check(k_init_data + "&auth_date=1760000001") == LoginCheck::malformed);
  CHECK(check(k_init_data + "&a=%4") == LoginCheck::malformed);
  CHECK(check(k_init_data + "&a=%zz") == LoginCheck::malformed);
  CHECK(check(k_init_data + "&a=b") == LoginCheck::wrong_hash);
  CHECK(check(std::string(1'000'000, '&')) == LoginCheck::malformed);
  CHECK(mini_app_hash(login_fields(), k_token) != k_login_hash);
}

}  // namespace
}  // namespace dondoc::test
