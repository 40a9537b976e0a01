// A message that no platform could take: our mistake, found before anything is sent.
#pragma once

#include <string>
#include <utility>

#include "engine/port/channel.h"

namespace dondoc {

inline SendOutcome our_defect(std::string detail) {
  SendOutcome outcome;
  outcome.result = SendClass::bad_request;
  outcome.detail = std::move(detail);
  return outcome;
}

}  // namespace dondoc
