// Two engines on one store, as nodes of a server's database: each decides on what the other
// committed, and both hold the same office.
#include <catch2/catch.hpp>

#include "engine/codec/state_codec.h"
#include "engine/loop/documents.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// The office as documents, and every assignment as the engine sees it.
std::string held_by(TestOffice& node, const std::vector<std::string>& codes) {
  std::string all;
  for (const DocumentRow& row : all_documents(node.engine().office()))
    all += row.kind + " " + row.key + " " + *row.body + "\n";
  for (const std::string& code : codes) all += encode(node.of(code)) + "\n";
  return all;
}

struct TwoNodes {
  MemoryStore store;
  TestOffice first{store};
  TestOffice second{store};

  TwoNodes() {
    first.open("2023-05-25T07:00");
    second.open("2023-05-25T07:00");
    first.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  }

  /// Brings both up to date.
  void meet(const std::string& when) {
    static_cast<void>(first.engine().tick(at(when)).value());
    static_cast<void>(second.engine().tick(at(when)).value());
    static_cast<void>(first.engine().tick(at(when)).value());
  }
};

}  // namespace

TEST_CASE("a node decides on what another one committed", "[loop][nodes]") {
  TwoNodes nodes;
  const std::string officer = "cb-hpn-xa-ba-diem";
  CHECK(nodes.second.say(officer, Acknowledge{"B20-01"}, "2023-06-01T08:00").kind ==
        AnswerKind::done);
  const std::string state = nodes.second.of("B20-01").state;
  nodes.meet("2023-06-01T08:01");
  CHECK(nodes.first.of("B20-01").state == state);
  CHECK(nodes.first.of("B20-01").acknowledged_at.has_value());
}

TEST_CASE("a message that came to both nodes has one effect", "[loop][nodes]") {
  TwoNodes nodes;
  const Command said{"cb-hpn-xa-ba-diem", "telegram:1:77", Acknowledge{"B20-01"}};
  const auto seq = nodes.store.last_seq().value();
  CHECK(nodes.first.engine().handle({said}, at("2023-06-01T08:00")).value()[0].kind ==
        AnswerKind::done);
  const auto after = nodes.store.last_seq().value();
  CHECK(after > seq);
  CHECK(nodes.second.engine().handle({said}, at("2023-06-01T08:00")).value()[0].kind ==
        AnswerKind::duplicate);
  CHECK(nodes.store.last_seq().value() == after);
}

TEST_CASE("steps that are due are taken once, whichever node comes first", "[loop][nodes]") {
  TwoNodes nodes;
  MemoryStore alone_store;
  TestOffice alone(alone_store);
  alone.open("2023-05-25T07:00");
  alone.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  bool odd = false;
  for (auto wake = alone.engine().wake_at().value(); wake && *wake < at("2023-07-15T00:00");
       wake = alone.engine().wake_at().value()) {
    while (alone.engine().tick(*wake).value().more) continue;
    TestOffice& one = odd ? nodes.first : nodes.second;
    TestOffice& other = odd ? nodes.second : nodes.first;
    odd = !odd;
    while (one.engine().tick(*wake).value().more) continue;
    CHECK(other.engine().tick(*wake).value().steps == 0);
  }
  CHECK(nodes.store.log().size() == alone_store.log().size());
  CHECK(nodes.store.outbox().size() == alone_store.outbox().size());
}

TEST_CASE("whatever people do on either node, both hold what is stored", "[loop][nodes]") {
  TwoNodes nodes;
  const auto codes = nodes.store.open_codes().value();
  std::uint32_t dice = 7;
  const auto roll = [&dice](std::uint32_t sides) {
    dice = dice * 1'664'525U + 1'013'904'223U;
    return (dice >> 16U) % sides;
  };
  const auto before_all = nodes.store.last_seq().value();
  for (int day = 1; day < 60; ++day) {
    INFO("day " << day);
    const Instant now = at("2023-06-01T08:00") + Elapsed::hours(24 * day);
    for (int i = 0; i < 6; ++i) {
      TestOffice& node = roll(2) == 0 ? nodes.first : nodes.second;
      const std::string& code = codes[roll(static_cast<std::uint32_t>(codes.size()))];
      const Assignment before = *node.engine().world().cases.find(code);
      const std::string officer = "cb-" + before.unit;
      const std::string lead = "ld-hpn-huyen-hoc-mon";
      const std::vector<Command> choices = {
          {officer, "", Acknowledge{code}},
          {officer, "", ReportBlocked{code, "thiếu số liệu của thôn"}},
          {lead, "", Unblock{code, "đã có số liệu"}},
          {lead, "", Nudge{code, "đề nghị gửi sớm"}},
          {lead, "", Waive{code, "không phát sinh"}},
          {officer, "", Snooze{code, now + Elapsed::hours(48), "chờ số liệu"}},
      };
      static_cast<void>(
          node.engine().handle({choices[roll(static_cast<std::uint32_t>(choices.size()))]}, now));
    }
    TestOffice& awake = roll(2) == 0 ? nodes.first : nodes.second;
    while (awake.engine().tick(now + Elapsed::hours(1)).value().more) continue;
    static_cast<void>(nodes.first.engine().tick(now + Elapsed::hours(1)).value());
    static_cast<void>(nodes.second.engine().tick(now + Elapsed::hours(1)).value());
    REQUIRE(held_by(nodes.first, codes) == held_by(nodes.second, codes));
    TestOffice fresh(nodes.store);
    REQUIRE(fresh.engine().open(now + Elapsed::hours(1)));
    REQUIRE(held_by(nodes.first, codes) == held_by(fresh, codes));
  }
  CHECK(nodes.store.last_seq().value() > before_all + 200);
}
