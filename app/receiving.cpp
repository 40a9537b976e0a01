#include "app/receiving.h"

#include <chrono>
#include <future>

namespace dondoc {
namespace {

/// A platform must not wait for us longer: Zalo gives up after two seconds (chat-apis.md §3.7).
constexpr std::chrono::milliseconds k_longest_answer{1'500};

/// A platform that has no news holds a poll for many seconds. One that says so at once is not asked
/// again at once.
constexpr std::chrono::milliseconds k_shortest_empty_poll{250};

/// However long a channel rests, its tokens and alarms are looked at this often.
constexpr Elapsed k_care = Elapsed::seconds(5);

/// How often a node that does not ask a platform looks whether it has to.
constexpr Elapsed k_other_node = Elapsed::seconds(1);

/// How often a channel that is called looks after its tokens.
constexpr std::chrono::seconds k_webhook_rest{30};
/// Presses whose buttons are still to be taken away; more are a nicety lost.
constexpr std::size_t k_presses_kept = 1'000;

Heard heard_of(const ConnectedChannel& channel, const Inbound& update) {
  Heard heard;
  heard.channel = channel.name;
  heard.key = update.key;
  heard.at = update.at;
  heard.text = update.text;
  heard.payload = update.payload;
  heard.account = update.account;
  heard.kind = update.kind;
  heard.file = update.file;
  return heard;
}

using Answers = std::vector<std::future<Result<Answer>>>;

Answers submit_all(Runtime& runtime, const ConnectedChannel& channel,
                   const std::vector<Inbound>& updates) {
  Answers answers;
  for (const Inbound& update : updates) {
    auto promise = std::make_shared<std::promise<Result<Answer>>>();
    answers.push_back(promise->get_future());
    runtime.submit(heard_of(channel, update),
                   [promise](const Result<Answer>& answer) { promise->set_value(answer); });
  }
  return answers;
}

}  // namespace

Receiving::Receiving(Runtime& runtime, const ChannelSet& channels, Tell tell, const Duties& duties)
    : runtime_(runtime), channels_(channels), duties_(duties), tell_(std::move(tell)) {
  for (const ConnectedChannel& channel : channels.all()) standings_[channel.name] = {};
}

Receiving::~Receiving() { stop(); }

std::map<std::string, std::string> Receiving::start() {
  std::map<std::string, std::string> troubles;
  for (const ConnectedChannel& channel : channels_.all()) {
    care_.push_back(std::make_unique<ChannelCare>(channel, tell_));
    if (!has_duty()) continue;
    const std::string trouble = care_.back()->prepare(runtime_.now());
    if (!trouble.empty()) troubles[channel.name] = trouble;
  }
  for (std::size_t i = 0; i < care_.size(); ++i)
    threads_.emplace_back([this, i] { listen(channels_.all()[i], *care_[i]); });
  return troubles;
}

void Receiving::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  care_.clear();
}

void Receiving::rest(Elapsed wait) {
  std::unique_lock lock(mutex_);
  woken_.wait_for(lock, std::chrono::milliseconds(wait.ms), [this] { return stopping_; });
}

void Receiving::rest_with_care(const ConnectedChannel& channel, ChannelCare& care, Elapsed wait) {
  while (wait.ms > k_care.ms) {
    rest(k_care);
    {
      std::lock_guard lock(mutex_);
      if (stopping_) return;
    }
    tend(channel, care);
    wait.ms -= k_care.ms;
  }
  rest(wait);
}

void Receiving::tend(const ConnectedChannel& channel, ChannelCare& care) {
  if (!has_duty()) return;
  care.tend(runtime_.now());
  std::lock_guard lock(mutex_);
  standings_[channel.name].alarms = care.alarms();
}

void Receiving::listen(const ConnectedChannel& channel, ChannelCare& care) {
  for (;;) {
    {
      std::lock_guard lock(mutex_);
      if (stopping_) return;
    }
    tend(channel, care);
    if (channel.plan.webhook && channel.name != "zalo_oa") {
      wait_for_presses(channel);
      continue;
    }
    if (!has_duty()) {
      rest(k_other_node);
      continue;
    }
    const auto asked = std::chrono::steady_clock::now();
    const Polled polled = channel.receiver->poll(runtime_.now());
    note(channel, polled);
    if (!polled.updates.empty() && take(channel, polled.updates)) channel.receiver->confirm();
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - asked);
    if (polled.wait.ms > 0) {
      rest_with_care(channel, care, polled.wait);
    } else if (polled.updates.empty() && took < k_shortest_empty_poll) {
      rest(Elapsed{(k_shortest_empty_poll - took).count()});
    }
  }
}

void Receiving::wait_for_presses(const ConnectedChannel& channel) {
  std::deque<Pressed> presses;
  {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, k_webhook_rest,
                    [&] { return stopping_ || !pressed_[channel.name].empty(); });
    presses.swap(pressed_[channel.name]);
  }
  for (const Pressed& one : presses) {
    channel.receiver->pressed(one.press);
    channel.receiver->settled(one.press, one.took_effect);
  }
}

void Receiving::keep_press(const ConnectedChannel& channel, const Inbound& press,
                           bool took_effect) {
  {
    std::lock_guard lock(mutex_);
    auto& waiting = pressed_[channel.name];
    if (waiting.size() >= k_presses_kept) waiting.pop_front();
    waiting.push_back({press, took_effect});
  }
  woken_.notify_all();
}

/// True when every update is durable.
bool Receiving::take(const ConnectedChannel& channel, const std::vector<Inbound>& updates) {
  Answers answers = submit_all(runtime_, channel, updates);
  for (const Inbound& update : updates) {
    if (update.kind == InboundKind::press) channel.receiver->pressed(update);
  }
  bool durable = true;
  for (std::size_t i = 0; i < updates.size(); ++i) {
    const Result<Answer> answer = answers[i].get();
    durable = durable && answer.has_value();
    if (answer && updates[i].kind == InboundKind::press)
      channel.receiver->settled(updates[i], answer->kind == AnswerKind::done);
  }
  return durable;
}

int Receiving::hear_webhook(const ConnectedChannel& channel, const WebhookCall& call) {
  const WebhookReading reading = channel.receiver->read_webhook(call, runtime_.now());
  if (reading.status != 200) return refuse(channel, reading);
  Polled polled;
  polled.updates = reading.updates;
  note(channel, polled);
  Answers answers = submit_all(runtime_, channel, reading.updates);
  const auto deadline = std::chrono::steady_clock::now() + k_longest_answer;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].wait_until(deadline) != std::future_status::ready) return 503;
    const Result<Answer> answer = answers[i].get();
    if (!answer) return 503;
    if (reading.updates[i].kind == InboundKind::press)
      keep_press(channel, reading.updates[i], answer->kind == AnswerKind::done);
  }
  return 200;
}

/// A call that nobody signed says nothing about how receiving stands.
int Receiving::refuse(const ConnectedChannel& channel, const WebhookReading& reading) {
  {
    std::lock_guard lock(mutex_);
    ++standings_[channel.name].refused_calls;
  }
  LogRecord record{LogEvent::webhook_refused, channel.name};
  record.status = reading.status;
  record.said.said = reading.reason;
  tell_(record);
  return reading.status;
}

void Receiving::note(const ConnectedChannel& channel, const Polled& polled) {
  std::unique_lock lock(mutex_);
  ReceivingStanding& standing = standings_[channel.name];
  const bool changed = standing.state != polled.state;
  standing.state = polled.state;
  standing.detail = polled.detail;
  standing.received += polled.updates.size();
  if (!polled.updates.empty()) standing.last_inbound = polled.updates.back().at;
  lock.unlock();
  if (!changed) return;
  LogRecord record{LogEvent::channel_receiving, channel.name};
  record.receiving = polled.state;
  record.said.said = polled.detail;
  tell_(record);
}

std::map<std::string, ReceivingStanding> Receiving::standings() const {
  std::lock_guard lock(mutex_);
  return standings_;
}

}  // namespace dondoc
