#include "engine/text/constant_time.h"

#include <catch2/catch.hpp>
#include <string>

using dondoc::same_in_constant_time;

TEST_CASE("texts of different length or content are not the same secret") {
  CHECK(same_in_constant_time("abc", "abc"));
  CHECK_FALSE(same_in_constant_time("abc", "abd"));
  CHECK_FALSE(same_in_constant_time("abc", "abcd"));
  CHECK_FALSE(same_in_constant_time("abcd", "abc"));
  CHECK_FALSE(same_in_constant_time("", "abc"));
  CHECK_FALSE(same_in_constant_time(std::string("abc\0", 4), "abc"));
  CHECK(same_in_constant_time("", ""));
}
