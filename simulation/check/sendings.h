// Nothing is sent at night, to an unbound account, when its duties are done, or again after it was
// known to have arrived; and whoever cannot be reached has a lead who is told (design §15).
#pragma once

#include <map>

#include "simulation/check/mirror.h"

namespace dondoc::simulation {

class SendingWatch : public Watch {
 public:
  SendingWatch(const Mirror& mirror, const SendingHours& hours, Zone zone,
               const Circumstances& circumstances, Findings& findings)
      : mirror_(mirror),
        hours_(hours),
        zone_(zone),
        circumstances_(circumstances),
        findings_(findings) {}

  void committed(const Committed& commit) override;
  void arrived(const Arrival& arrival) override;

  std::size_t messages() const { return messages_; }
  std::size_t repeated() const { return repeated_; }

 private:
  struct Known {
    int arrivals = 0;
    bool answered = false;  ///< the sender knew that it had arrived
    int interruptions = 0;  ///< when it did
  };

  void look_at_time(const Arrival& arrival, const OwnMessage& message);
  void look_at_account(const Arrival& arrival, const OwnMessage& message);
  void look_at_duties(const Arrival& arrival, const OwnMessage& message);
  void look_at_repetition(const Arrival& arrival);
  bool is_within_hours(LocalDate day, Instant t) const;
  bool is_telling(const Committed& commit, const OwnMessage& lost,
                  const std::set<std::string>& leads) const;
  void look_at_given_up(const Committed& commit, const OwnMessage& message);
  void look_at_overtaken(const OwnMessage& message);

  const Mirror& mirror_;
  const SendingHours& hours_;
  Zone zone_;
  const Circumstances& circumstances_;
  Findings& findings_;
  std::map<std::int64_t, Known> known_;
  std::map<std::string, std::int64_t> last_step_;  ///< when one was last settled, by duty
  std::size_t messages_ = 0;
  std::size_t repeated_ = 0;
};

}  // namespace dondoc::simulation
