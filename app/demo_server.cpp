#include "app/demo_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "app/case_files.h"
#include "app/embedded_files.h"
#include "engine/notice/facts.h"
#include "web/demo_desk.h"
#include "web/demo_parts.h"
#include "web/demo_routes.h"
#include "web/gate.h"
#include "web/http_server.h"

namespace dondoc {
namespace {

/// Every open page waits on a thread of the server; half of them stay free for what people do.
constexpr int k_pages_waiting = 8;
constexpr std::chrono::milliseconds k_longest_wait{10'000};
/// What changes without a press on the page (a story that is told, a late message) is seen after
/// this time.
constexpr std::chrono::milliseconds k_glance{250};
/// Steps that told nobody anything, passed over in one press of "Đến bước tiếp theo".
constexpr int k_silent_steps = 500;
/// Keys remembered so that a message sent again is not shown again; the engine has its own record.
constexpr std::size_t k_keys_kept = 10'000;

const char* const k_try_again = "Chưa ghi nhận được; đề nghị thử lại.";

std::optional<std::string_view> embedded(std::string_view name) {
  const auto files = embedded_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const EmbeddedFile& f) { return f.name == name; });
  return found == files.end() ? std::nullopt : std::optional(found->text);
}

}  // namespace

/// Does what the page asks with the running engine. Safe from any thread.
class DemoServer::Desk : public DemoDesk {
 public:
  Desk(Runtime& runtime, SandboxChannel& sandbox, Zone zone)
      : runtime_(runtime), sandbox_(sandbox), zone_(zone), life_(fresh_token().substr(0, 8)) {}

  void read_with(std::unique_ptr<Reader> reader) { reader_ = std::move(reader); }

  /// Nobody waits for a change any more, now and later.
  void close() {
    std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  Result<DemoView> look(const DemoChoice& choice) override {
    DemoChoice chosen = choice;
    runtime_.read([&](const Engine& engine) {
      const PlanCase* plan =
          chosen_plan(engine.office(), choice.plan, zone_.date_of(runtime_.now()));
      chosen.plan = plan == nullptr ? "" : plan->plan.id;
    });
    auto assignments = assignments_of_plan(chosen.plan);
    if (!assignments) return tl::unexpected(assignments.error());
    DemoView view;
    runtime_.read([&](const Engine& engine) {
      view =
          demo_view(engine.world(), *assignments, chats(engine.office()), chosen, runtime_.now());
    });
    return view;
  }

  std::string version() override {
    std::lock_guard lock(mutex_);
    return version_now();
  }

  std::string wait_for_change(const std::string& known) override {
    std::unique_lock lock(mutex_);
    if (waiting_ >= k_pages_waiting) return version_now();
    ++waiting_;
    const auto until = std::chrono::steady_clock::now() + k_longest_wait;
    while (!closed_ && version_now() == known && std::chrono::steady_clock::now() < until)
      changed_.wait_for(lock, k_glance);
    --waiting_;
    return version_now();
  }

  Deed say(const std::string& person, const std::string& text, const std::string& key) override {
    const auto account = account_of(person);
    if (!account) return nobody(person);
    return hear(heard_from(*account, key, text, ""), text);
  }

  Deed press(const std::string& person, const std::string& payload,
             const std::string& key) override {
    const auto account = account_of(person);
    if (!account) return nobody(person);
    const auto label = label_of(*account, payload);
    if (!label)
      return {Deed::Kind::refused,
              "Nút này không còn trong cuộc trò chuyện; đề nghị tải lại trang."};
    return hear(heard_from(*account, key, "", payload), *label);
  }

  Deed move_clock(ClockMove move) override {
    if (move == ClockMove::step) return go_to_next_step();
    const Elapsed far = Elapsed::hours(move == ClockMove::hour ? 1 : 24);
    auto moved = runtime_.move_clock(runtime_.now() + far);
    note_change();
    return moved ? Deed{Deed::Kind::done, arrival(*moved)} : Deed{Deed::Kind::failed, k_try_again};
  }

  Deed confirm(const std::string& plan, const std::string& question) override {
    std::string lead;
    bool known = false;
    runtime_.read([&](const Engine& engine) {
      const PlanCase* found = engine.office().plan(plan);
      known = found != nullptr && found->plan.question(question) != nullptr;
      const Person* person = known ? lead_of(engine.office(), found->plan) : nullptr;
      if (person != nullptr) lead = person->id;
    });
    if (!known)
      return {Deed::Kind::unknown,
              fmt::format("Không có câu hỏi {} trong kế hoạch {}.", question, plan)};
    if (lead.empty()) return {Deed::Kind::refused, "Kế hoạch chưa có lãnh đạo để xác nhận."};
    auto answer = runtime_.ask(Command{lead, "", ConfirmQuestion{plan, question, "", true, {}}});
    const std::size_t changed = answer ? answer->codes.size() : 0;
    finish();
    return deed_of(answer, changed == 0
                               ? fmt::format("Đã xác nhận câu hỏi {}.", question)
                               : fmt::format("Đã xác nhận câu hỏi {}: {} việc được cập nhật hạn.",
                                             question, changed));
  }

 private:
  Deed deed_of(const Result<Answer>& answer, std::string text) {
    if (!answer) return {Deed::Kind::failed, k_try_again};
    if (answer->kind != AnswerKind::refused) return {Deed::Kind::done, std::move(text)};
    const Rejected& refusal = answer->refusal;
    const bool unknown = refusal.refusal == Refusal::unknown;
    std::string why;
    runtime_.read(
        [&](const Engine& engine) { why = in_words(engine.definitions(), refusal.why, "vi"); });
    return {unknown ? Deed::Kind::unknown : Deed::Kind::refused, std::move(why)};
  }

  /// Requires: mutex_ is held.
  std::string version_now() const {
    return fmt::format("{}-{}-{}-{}", life_, deeds_, sandbox_.newest(), runtime_.now().ms);
  }

  void note_change() {
    std::lock_guard lock(mutex_);
    ++deeds_;
    changed_.notify_all();
  }

  /// Sends what an answered input caused, so that the answer is in the chat before the browser is
  /// told.
  void finish() {
    static_cast<void>(runtime_.move_clock(runtime_.now()));  // a failure is the runtime's to repeat
    note_change();
  }

  Heard heard_from(const std::string& account, const std::string& key, const std::string& text,
                   const std::string& payload) const {
    return {"", std::string(sandbox_.name()), key, runtime_.now(), text, payload, account};
  }

  Deed hear(Heard heard, const std::string& shown) {
    if (heard.key.empty()) heard.key = fresh_token().substr(0, 16);
    heard.key = life_ + ":" + heard.key;
    if (is_new(heard.key)) sandbox_.show(heard.account, shown, heard.at);
    auto answer = runtime_.ask(std::move(heard));
    finish();
    // A refusal stands in the chat already: for the page the message was delivered.
    return answer ? Deed{Deed::Kind::done, ""} : Deed{Deed::Kind::failed, k_try_again};
  }

  bool is_new(const std::string& key) {
    std::lock_guard lock(mutex_);
    if (keys_.size() >= k_keys_kept) keys_.clear();
    return keys_.insert(key).second;
  }

  Deed go_to_next_step() {
    ClockMoved all;
    for (int i = 0; i < k_silent_steps && all.sent == 0; ++i) {
      auto next = runtime_.next_event();
      if (!next) return {Deed::Kind::failed, k_try_again};
      if (!*next) break;
      auto moved = runtime_.move_clock(std::max(**next, runtime_.now()));
      if (!moved) return {Deed::Kind::failed, k_try_again};
      all = {moved->now, all.steps + moved->steps, all.sent + moved->sent};
    }
    note_change();
    if (all.steps == 0 && all.sent == 0)
      return {Deed::Kind::done, "Không còn bước nhắc nào ở phía trước."};
    return {Deed::Kind::done, arrival(all)};
  }

  std::string arrival(const ClockMoved& moved) const {
    const LocalDate date = zone_.date_of(moved.now);
    const std::string when =
        fmt::format("{} {}, {}", weekday_name(date), date.vi(), zone_.time_of(moved.now).text());
    if (moved.sent == 0) return fmt::format("Đã đến {}. Không có tin nào phải gửi.", when);
    return fmt::format("Đã đến {}. Đã gửi {} tin.", when, moved.sent);
  }

  static Deed nobody(const std::string& person) {
    return {Deed::Kind::unknown,
            fmt::format("Không có người “{}” trong danh bạ trình diễn.", person)};
  }

  /// The person's account in the sandbox; none when there is no such person.
  std::optional<std::string> account_of(const std::string& person) {
    std::optional<std::string> account;
    runtime_.read([&](const Engine& engine) { account = account_in(engine.office(), person); });
    return account;
  }

  /// Whose account was taken away writes from it still: as a stranger, until a code binds it again.
  std::optional<std::string> account_in(const Office& office, const std::string& person) const {
    const Person* found = office.directory.person(person);
    if (found == nullptr || !found->active) return std::nullopt;
    for (const Address& address : found->addresses) {
      if (address.channel == sandbox_.name()) return address.account;
    }
    return person;
  }

  std::optional<std::string> label_of(const std::string& account,
                                      const std::string& payload) const {
    for (const SandboxMessage& message : sandbox_.messages(account)) {
      for (const OutgoingButton& button : message.buttons) {
        if (button.payload == payload) return button.label;
      }
    }
    return std::nullopt;
  }

  Result<std::vector<Assignment>> assignments_of_plan(const std::string& plan) {
    if (plan.empty()) return std::vector<Assignment>();
    CaseFilter filter;
    filter.plan = plan;
    std::lock_guard lock(reading_);
    return read_cases(*reader_, filter);
  }

  Chats chats(const Office& office) {
    return {[this, &office](const std::string& person) {
              return lines_of(account_in(office, person).value_or(""));
            },
            [this, &office](const std::string& person) {
              return received_by(account_in(office, person).value_or(""));
            }};
  }

  std::vector<ChatLine> lines_of(const std::string& account) const {
    std::vector<ChatLine> lines;
    for (SandboxMessage& message : sandbox_.messages(account)) {
      ChatLine line{std::to_string(message.number),
                    message.from_person,
                    std::move(message.text),
                    message.at,
                    {}};
      for (OutgoingButton& b : message.buttons)
        line.buttons.push_back({std::move(b.label), std::move(b.payload)});
      lines.push_back(std::move(line));
    }
    return lines;
  }

  /// Only what is new since the last time is looked at.
  std::int64_t received_by(const std::string& account) {
    std::lock_guard lock(mutex_);
    std::int64_t& newest = received_[account];
    for (const SandboxMessage& message : sandbox_.messages(account, newest)) {
      if (!message.from_person) newest = message.number;
    }
    return newest;
  }

  Runtime& runtime_;
  SandboxChannel& sandbox_;
  const Zone zone_;
  const std::string life_;  ///< another one after each start: an old page notices it

  std::mutex reading_;
  std::unique_ptr<Reader> reader_;  // guarded by reading_

  std::mutex mutex_;
  std::condition_variable changed_;
  // Guarded by mutex_:
  bool closed_ = false;
  int waiting_ = 0;
  std::int64_t deeds_ = 0;
  std::set<std::string> keys_;
  std::map<std::string, std::int64_t> received_;
};

class DemoServer::Impl {
 public:
  Impl(Runtime& runtime, SandboxChannel& sandbox, OpenReader open_reader, Zone zone, int port)
      : open_reader_(std::move(open_reader)),
        port_(port),
        desk_(runtime, sandbox, zone),
        token_(fresh_token()),
        http_(demo_routes(desk_, token_, embedded), token_) {}

  Result<int> start() {
    auto reader = open_reader_();
    if (!reader) return tl::unexpected(reader.error());
    desk_.read_with(std::move(*reader));
    return http_.start(port_);
  }

  void show_pages(Site& site) { http_.show_pages(site); }

  void stop() {
    desk_.close();
    http_.stop();
  }

 private:
  OpenReader open_reader_;
  int port_;
  Desk desk_;
  std::string token_;
  HttpServer http_;
};

DemoServer::DemoServer(Runtime& runtime, SandboxChannel& sandbox, OpenReader open_reader, Zone zone,
                       int port)
    : impl_(std::make_unique<Impl>(runtime, sandbox, std::move(open_reader), zone, port)) {}
DemoServer::~DemoServer() { stop(); }
void DemoServer::show_pages(Site& site) { impl_->show_pages(site); }
Result<int> DemoServer::start() { return impl_->start(); }
void DemoServer::stop() { impl_->stop(); }

}  // namespace dondoc
