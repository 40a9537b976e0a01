#include "engine/notice/telling.h"

#include "engine/command/step.h"
#include "engine/command/stranger.h"
#include "engine/notice/facts.h"

namespace dondoc {

Telling::InLanguage Telling::phrase(std::string_view name, std::string_view text) {
  return [name, text](const MessageBook& book) { return Parameters{{name, words_of(book, text)}}; };
}

void Telling::tell(std::string_view person, std::string_view message, Parameters more,
                   Priority priority, std::string step, const InLanguage& own) {
  const Person* reader = world_.office.directory.person(person);
  if (reader == nullptr) return;
  if (own) {
    for (auto& one : own(world_.definitions.messages(reader->language)))
      more.push_back(std::move(one));
  }
  Notice notice;
  notice.person = reader->id;
  notice.message = message;
  notice.step = std::move(step);
  notice.priority = priority;
  notice.parameters = std::move(more);  // first, so that they win over the duty's own words
  Parameters usual = {{"xh", reader->form_of_address}, {"ten", reader->name}};
  if (a_ != nullptr) {
    notice.codes = {a_->code};
    notice.due = a_->nominal;
    usual = duty_parameters(world_, *a_, *reader, now_);
  }
  for (auto& parameter : usual) notice.parameters.push_back(std::move(parameter));
  notices_.push_back(std::move(notice));
}

void Telling::to_sender(std::string_view message, const Parameters& more, const InLanguage& own) {
  tell(event_.by, message, more, Priority::answer, std::string(name_of(event_.body)), own);
}

void Telling::to_all(const std::vector<std::string>& people, std::string_view message,
                     const Parameters& more, const InLanguage& own) {
  for (const std::string& person : people) {
    if (person != event_.by)
      tell(person, message, more, Priority::due_today, std::string(name_of(event_.body)), own);
  }
}

void Telling::to_officers(std::string_view message, const Parameters& more, const InLanguage& own) {
  to_all(audience_of(world_, *a_, Audience::officer, world_.zone.date_of(now_)), message, more,
         own);
}

void Telling::to_leads(std::string_view message, const Parameters& more, const InLanguage& own) {
  to_all(audience_of(world_, *a_, Audience::lead, world_.zone.date_of(now_)), message, more, own);
}

void Telling::to_leads_of(const Person& person, std::string_view message, const Parameters& more,
                          const std::vector<std::string>& codes) {
  for (const Person* lead : world_.office.directory.leads_over(person.unit)) {
    if (lead->id == person.id) continue;
    tell(lead->id, message, more, Priority::due_today, std::string(name_of(event_.body)));
    if (!notices_.empty()) notices_.back().codes = codes;
  }
}

void Telling::tell_account(std::string_view channel, std::string_view account,
                           std::string_view message, std::string_view person) {
  Notice notice;
  if (const Person* known = world_.office.directory.person(person))
    notice.language = known->language;
  notice.person = stranger_receiver(channel, account);
  notice.message = message;
  notice.step = std::string(name_of(event_.body));
  notices_.push_back(std::move(notice));
}

}  // namespace dondoc
