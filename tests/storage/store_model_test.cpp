// Random work on a store and on a slow, obvious model of it must give the same answers, across
// restarts.
#include <algorithm>
#include <map>
#include <random>

#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

struct Message {
  OutboxRow row;
  bool waiting = true;
  bool leased = false;
  int attempts = 0;
  Instant ready;
};

/// What a store must answer.
struct Model {
  std::map<std::string, CaseRow> cases;
  std::map<std::int64_t, Message> messages;
  std::int64_t log_rows = 0;

  std::vector<std::pair<Instant, std::string>> armed() const {
    std::vector<std::pair<Instant, std::string>> found;
    for (const auto& [code, row] : cases) {
      if (row.next_step) found.emplace_back(*row.next_step, code);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  std::vector<std::string> due(Instant now, std::size_t limit) const {
    std::vector<std::string> found;
    for (const auto& [at, code] : armed()) {
      if (at <= now && found.size() < limit) found.push_back(code);
    }
    return found;
  }

  std::optional<Instant> earliest_message() const {
    std::optional<Instant> earliest;
    for (const auto& [id, message] : messages) {
      if (message.waiting && (!earliest || message.ready < *earliest)) earliest = message.ready;
    }
    return earliest;
  }

  std::vector<std::int64_t> claim(Instant now, Instant until, std::size_t limit) {
    std::vector<Message*> ready;
    for (auto& [id, message] : messages) {
      if (message.waiting && message.ready <= now) ready.push_back(&message);
    }
    std::stable_sort(ready.begin(), ready.end(), [](const Message* a, const Message* b) {
      return a->row.priority != b->row.priority ? a->row.priority > b->row.priority
                                                : a->ready < b->ready;
    });
    ready.resize(std::min(limit, ready.size()));
    std::vector<std::int64_t> claimed;
    for (Message* message : ready) {
      message->leased = true;
      message->ready = until;
      claimed.push_back(message->row.id);
    }
    return claimed;
  }
};

class RandomWork {
 public:
  RandomWork(StoreUnderTest& under_test, unsigned seed) : under_test_(under_test), random_(seed) {}

  void step() {
    now_.ms += below(50);
    const int choice = below(8);
    if (choice == 0) {
      under_test_.reopen();
    } else if (choice <= 2) {
      claim();
    } else if (choice == 3) {
      settle();
    } else {
      commit();
    }
  }

  void compare() {
    Store& store = under_test_.store();
    const auto armed = model_.armed();
    CHECK(codes(must(store.due_cases(now_, 7))) == model_.due(now_, 7));
    CHECK(must(store.earliest_step()) ==
          (armed.empty() ? std::nullopt : std::optional(armed.front().first)));
    CHECK(must(store.earliest_outbox()) == model_.earliest_message());
    CHECK(must(store.last_seq()) == model_.log_rows);
    std::vector<std::string> open;
    for (const auto& [code, row] : model_.cases) {
      if (row.open) open.push_back(code);
    }
    CHECK(must(store.open_codes()) == open);
  }

 private:
  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }
  Instant soon() { return now_ + Elapsed{below(200) - 50}; }

  CaseRow some_case() {
    CaseRow row = case_row("B-" + std::to_string(below(20)));
    if (below(4) != 0) row.next_step = soon();
    row.open = below(3) != 0;
    row.unit = "u" + std::to_string(below(8) / 6);
    row.state = below(2) == 0 ? "issued" : "acknowledged";
    return row;
  }

  void commit() {
    Commit commit;
    for (int n = below(4); n > 0; --n) commit.log.push_back(log_row("B-1"));
    for (int n = below(6); n > 0; --n) commit.cases.push_back(some_case());
    for (int n = below(4); n > 0; --n) {
      commit.outbox.push_back(
          outbox_row(last_id_ += 1 + below(3), soon(), static_cast<Priority>(below(4))));
    }
    model_.log_rows += static_cast<std::int64_t>(commit.log.size());
    for (const CaseRow& row : commit.cases) model_.cases[row.code] = row;
    for (const OutboxRow& row : commit.outbox)
      model_.messages[row.id] = Message{row, true, false, 0, row.not_before};
    apply(under_test_.store(), std::move(commit));
  }

  void claim() {
    const Instant until = now_ + Elapsed{60};
    const std::size_t limit = static_cast<std::size_t>(below(5));
    const auto before = model_.messages;
    const auto claimed = must(under_test_.store().claim_outbox(now_, until, limit));
    CHECK(ids(claimed) == model_.claim(now_, until, limit));
    for (const ClaimedMessage& message : claimed) {
      CHECK(message.outcome_unknown == before.at(message.row.id).leased);
      CHECK(message.attempts == before.at(message.row.id).attempts);
    }
  }

  void settle() {
    if (model_.messages.empty()) return;
    auto at = model_.messages.begin();
    std::advance(at, below(static_cast<int>(model_.messages.size())));
    Message& message = at->second;
    OutboxUpdate update =
        below(2) == 0 ? sent(at->first, now_) : retry(at->first, soon(), message.attempts + 1);
    message.waiting = update.standing == OutboxStanding::waiting;
    update.outcome_unknown = message.waiting && below(3) == 0;
    message.leased = update.outcome_unknown;
    message.attempts = update.attempts;
    message.ready = std::max(message.row.not_before, update.next_attempt);
    record(under_test_.store(), update);
  }

  StoreUnderTest& under_test_;
  std::mt19937 random_;
  Model model_;
  Instant now_{10'000};
  std::int64_t last_id_ = 0;
};

}  // namespace

TEST_CASE("a store answers as its model does after any work, across restarts", "[store][model]") {
  ON_EVERY_STORE(under_test);
  const auto seed = GENERATE(range(1U, 6U));
  INFO("seed: " << seed);
  RandomWork work(*under_test, seed);
  for (int n = 0; n < 150; ++n) {
    work.step();
    work.compare();
  }
}
