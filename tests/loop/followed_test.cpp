// An office followed by its log beside the engine is the stored one, whatever people do.
#include "engine/loop/followed.h"

#include <catch2/catch.hpp>

#include "tests/app/kept_office.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("what is followed is what is stored, after every batch", "[followed]") {
  KeptOffice kept;
  const auto reader = kept.reader();
  Followed followed;
  REQUIRE(followed.catch_up(*reader));
  CHECK(followed.take_office_changed());
  CHECK(followed.take_changed().empty());
  CHECK_FALSE(followed.take_office_changed());
  kept.office.say("cb-hpn-xa-dong-thanh", Acknowledge{"B20-01"}, "2023-06-01T08:00");
  REQUIRE(followed.catch_up(*reader));
  CHECK(differences(*reader, followed.state()).value().empty());
  for (int day = 2; day < 9; ++day) {
    const std::string when = "2023-06-0" + std::to_string(day) + "T09:00";
    for (const auto& [code, a] : Replayed(followed.state()).assignments)
      kept.office.say("ld-hpn-huyen-hoc-mon", Nudge{code, "đề nghị gửi sớm"}, when);
    REQUIRE(followed.catch_up(*reader));
    INFO(when);
    CHECK(differences(*reader, followed.state()).value().empty());
    CHECK(followed.seq() == reader->last_seq().value());
  }
  CHECK_FALSE(followed.take_changed().empty());
}
