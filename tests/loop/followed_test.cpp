// An office followed by its log beside the engine is the stored one, whatever people do.
#include "engine/loop/followed.h"

#include <catch2/catch.hpp>
#include <functional>

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

namespace {

/// Something happens each time all assignments are read.
class BusyReader final : public Reader {
 public:
  BusyReader(Reader& inner, std::function<void()> happens)
      : inner_(inner), happens_(std::move(happens)) {}
  Result<void> each_case(const CaseFilter& filter,
                         const std::function<void(const CaseRow&)>& visit) override {
    auto read = inner_.each_case(filter, visit);
    happens_();
    return read;
  }
  Result<std::optional<CaseRow>> find_case(std::string_view code) override {
    return inner_.find_case(code);
  }
  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override {
    return inner_.each_document(visit);
  }
  Result<void> each_log(std::int64_t after_seq, std::string_view subject,
                        const std::function<void(const LogRow&)>& visit) override {
    return inner_.each_log(after_seq, subject, visit);
  }
  Result<std::vector<LogRow>> log_before(std::int64_t before_seq, std::size_t limit) override {
    return inner_.log_before(before_seq, limit);
  }
  Result<std::vector<OutboxRecord>> outbox(std::string_view code, std::string_view person,
                                           std::int64_t after_id, std::size_t limit) override {
    return inner_.outbox(code, person, after_id, limit);
  }
  Result<std::int64_t> last_seq() override { return inner_.last_seq(); }
  Result<Backlog> backlog(Instant now) override { return inner_.backlog(now); }

 private:
  Reader& inner_;
  const std::function<void()> happens_;
};

}  // namespace

TEST_CASE(
    "a node could not start while others were at work: the office changed faster than it could be "
    "read",
    "[followed]") {
  KeptOffice kept;
  const auto reader = kept.reader();
  int times = 0;
  BusyReader busy(*reader, [&] {
    kept.office.say("ld-hpn-huyen-hoc-mon", Nudge{"B20-01", "đề nghị gửi sớm"}, "2023-06-01T09:00");
    kept.office.say("cb-hpn-xa-ba-diem", Acknowledge{"B20-01"}, "2023-06-01T09:00");
    ++times;
  });
  Followed followed;
  REQUIRE(followed.catch_up(busy));
  CHECK(times == 1);
  CHECK(differences(*reader, followed.state()).value().empty());
  CHECK(followed.seq() == reader->last_seq().value());
}
