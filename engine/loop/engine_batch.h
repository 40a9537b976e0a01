// Engine::Batch: what one durable transaction will hold, while it grows. Every event is taken into
// memory at once, so that the next input of the batch sees it. Internal to engine/loop.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/command/stranger.h"
#include "engine/loop/engine.h"

namespace dondoc {

class Engine::Batch {
 public:
  explicit Batch(Engine& engine) : engine_(engine) {}

  /// Keys of inputs that had their effect before.
  void know(std::vector<std::string> heard) { keys_.insert(heard.begin(), heard.end()); }

  /// `codes`, when not null, is given the assignments that changed.
  void take(std::vector<Event> events, Instant now, std::vector<std::string>* codes);

  void hear(const std::string& key, Instant now);
  bool has_heard(const std::string& key) const { return !key.empty() && keys_.contains(key); }

  void reply(const Reply& reply, const std::string& person, Instant now);
  void answer_stranger(std::string receiver, StrangerAnswer answer, Instant now);

  /// Nothing of it counts when somebody else holds that lease.
  void stand_behind(const std::optional<Fence>& fence) { commit_.fence = fence; }
  void update(const OutboxUpdate& update) { commit_.outbox_updates.push_back(update); }
  /// The row cannot be read, so no event can be taken into it: it is disarmed and left for the
  /// administrator (doctor lists it).
  void disarm(const std::string& code) { commit_.disarmed.push_back(code); }

  /// Renders what is to be said and hands over the rows.
  Commit& finish(Instant now);

  std::size_t messages() const { return commit_.outbox.size(); }

 private:
  void take_one(Event& event, Instant now, std::vector<std::string>* codes);
  const Assignment& evolve_assignment(const Event& event);
  void log(const Event& event);

  Engine& engine_;
  Commit commit_;
  std::vector<Notice> notices_;
  std::set<DocumentKey> changed_;
  std::set<std::string> keys_;
};

}  // namespace dondoc
