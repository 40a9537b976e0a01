// Telling: what the tellers of notices share: whom a notice goes to and what it may always say.
// Internal to engine/notice.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/notice/notices.h"

namespace dondoc {

class Telling {
 public:
  Telling(const World& world, const Event& event, const Assignment* after, Instant now)
      : world_(world), event_(event), a_(after), now_(now) {}

  /// What is said otherwise in each language: parameters, given the reader's texts.
  using InLanguage = std::function<Parameters(const MessageBook&)>;
  /// One placeholder that a text of the book fills.
  static InLanguage phrase(std::string_view name, std::string_view text);

  void tell(std::string_view person, std::string_view message, Parameters more, Priority priority,
            std::string step, const InLanguage& own = {});
  /// To whoever caused the event.
  void to_sender(std::string_view message, const Parameters& more, const InLanguage& own = {});
  /// Never to whoever caused the event.
  void to_all(const std::vector<std::string>& people, std::string_view message,
              const Parameters& more, const InLanguage& own = {});
  /// Of the assignment the event is about.
  void to_officers(std::string_view message, const Parameters& more, const InLanguage& own = {});
  void to_leads(std::string_view message, const Parameters& more, const InLanguage& own = {});
  void to_leads_of(const Person& person, std::string_view message, const Parameters& more,
                   const std::vector<std::string>& codes);
  /// To an account that is nobody's, or nobody's any more.
  /// `person`: whose it is said to be, for the language.
  void tell_account(std::string_view channel, std::string_view account, std::string_view message,
                    std::string_view person);

  std::vector<Notice> take() { return std::move(notices_); }

 protected:
  const World& world_;
  const Event& event_;
  const Assignment* a_;  ///< null: the event is not about an assignment
  Instant now_;

  void add(Notice notice) { notices_.push_back(std::move(notice)); }

 private:
  std::vector<Notice> notices_;
};

/// Notices of events about persons, their accounts and what became of messages.
std::vector<Notice> account_notices(const World& world, const Event& event, Instant now);
/// Notices of units that changed and of whoever takes everything over from somebody.
std::vector<Notice> unit_notices(const World& world, const Event& event, Instant now);

}  // namespace dondoc
