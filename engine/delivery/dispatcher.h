// Dispatcher: decides which leased message goes to which channel at what moment, and what an
// outcome means (design §4, chat-apis.md §7). Holds the messages between lease and record; sends
// nothing itself.
//
// Order: priority, then age; one message at a time to one chat. Pace, pauses and the circuit
// breaker belong to a channel. A person's channels are tried in their order; when none can take a
// message it is given up with the reasons, never dropped silently. Values only; no clock, no
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/delivery/breaker.h"
#include "engine/delivery/pace.h"
#include "engine/delivery/settled.h"
#include "engine/port/channel.h"
#include "engine/port/store.h"

namespace dondoc {

/// One way to a person.
struct Way {
  std::string channel;
  bool is_group = false;
  OutgoingMessage message;
};

/// A leased message with the ways it may take, best first.
struct Parcel {
  ClaimedMessage claimed;
  std::vector<Way> ways;
  std::string repeat_notice;  ///< stands before the text when the message may have come before
};

/// What is to be sent now.
struct SendOrder {
  std::int64_t id = 0;  ///< of the outbox
  std::string channel;
  OutgoingMessage message;
};

struct ChannelRules {
  PaceRules pace;
  std::size_t at_once = 1;  ///< sends under way at the same time
};

/// How a channel stands, for health and metrics.
struct ChannelStanding {
  bool is_stopped = false;  ///< its token was refused
  bool breaker_open = false;
  Instant paused_until;
  std::size_t under_way = 0;
  std::string last_trouble;
};

class Dispatcher {
 public:
  void add_channel(const std::string& name, const ChannelRules& rules);

  /// Messages that may still be taken over; 0: lease none.
  std::size_t room() const;
  /// One that is here already stays as it is: the clock went forward or the machine slept, its
  /// lease ran out, and the outbox gave it once more.
  void take(Parcel parcel);

  /// A message that is about to go: nothing, or what becomes of it instead.
  using LastLook = std::function<std::optional<Settled>(const ClaimedMessage&)>;

  /// What may go at `now`; each order is answered for exactly once. `last_look`: much may have
  /// happened since a message was taken over.
  std::vector<SendOrder> due(Instant now, const LastLook& last_look = {});
  void answered(std::int64_t id, const SendOutcome& outcome, Instant now);
  /// Gives up nothing: what is not under way goes back to the outbox as it came.
  void hand_back(Instant now);
  /// Forgets everything it holds, also what is under way, whose answers must not come any more:
  /// somebody else delivers now. Pace and breakers of the channels stay.
  void drop();
  /// Everything that is decided since the last call, to be recorded.
  std::vector<Settled> take_settled();
  std::vector<Unreached> take_unreached();

  /// When `due` may give something again without an answer coming in; none: only an answer helps.
  std::optional<Instant> wake_at(Instant now) const;
  bool is_idle() const { return held_.empty(); }
  std::size_t held() const { return held_.size(); }
  bool has_under_way() const;
  std::map<std::string, ChannelStanding> standings(Instant now) const;

 private:
  struct Lane {
    Lane(const ChannelRules& rules) : pace(rules.pace), at_once(rules.at_once) {}
    Pace pace;
    Breaker breaker;
    std::size_t at_once;
    std::size_t under_way = 0;
    Instant stopped_until;  ///< token refused or quota used up
    bool is_stopped = false;
    std::string last_trouble;
    std::set<std::string, std::less<>> busy_chats;
  };
  struct Held {
    explicit Held(Parcel whole)
        : parcel(std::move(whole)), may_have_been_sent(parcel.claimed.outcome_unknown) {}
    Parcel parcel;
    std::size_t way = 0;
    bool under_way = false;
    Instant not_before;
    std::optional<Instant> since;  ///< when it was first looked at here
    std::string troubles;          ///< of the ways tried, for the record
    bool may_have_been_sent;       ///< stays true through every later trouble
    bool may_come_back = false;    ///< a way failed for a reason that passes by itself
  };
  using Order = std::pair<int, std::int64_t>;  ///< priority downwards, id upwards

  Lane* lane_of(const Held& held);
  const Lane* lane_of(const Held& held) const;
  static Instant free_at(const Lane& lane, const Held& held, Instant now);
  static Instant free_for_anybody_at(const Lane& lane, Instant now);
  bool has_nothing_to_decide(const Held& held, Instant now) const;
  static bool is_held_too_long(Held& held, Instant now);
  bool pass_closed_ways(Held& held, Instant now);
  SendOrder start(Held& held, Lane& lane, Instant now);
  void next_way(Held& held, const std::string& trouble);
  void judge(Held& held, Lane& lane, const SendOutcome& outcome, Instant now);
  void settle(const Held& held, OutboxStanding standing, const char* outcome, Instant at,
              Instant again);
  void defer(Held& held, const SendOutcome& outcome, Instant now);
  static void repeat_once(Held& held, Instant now);
  void put_off(Held& held, Instant now);

  std::map<std::string, Lane, std::less<>> lanes_;
  std::map<Order, Held> held_;
  std::map<std::int64_t, Order> orders_;
  std::vector<Settled> settled_;
  std::vector<Unreached> unreached_;
};

}  // namespace dondoc
