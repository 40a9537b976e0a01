#include "app/log_record.h"

#include <utility>

namespace dondoc {

SaidElsewhere SaidElsewhere::about(const OutgoingMessage& message, std::string said) {
  SaidElsewhere words{std::move(said), {message.account, message.text}};
  for (const OutgoingButton& button : message.buttons) {
    words.hidden.push_back(button.label);
    words.hidden.push_back(button.payload);
  }
  for (const OutgoingFile& file : message.files) words.hidden.push_back(file.name);
  for (const auto& fact : message.facts) words.hidden.push_back(fact.second);
  return words;
}

}  // namespace dondoc
