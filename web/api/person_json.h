// A person as the API shows her: schema Person. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "web/page_desk.h"

namespace dondoc {

nlohmann::ordered_json person_json(const Moment& moment, const Person& person);

}  // namespace dondoc
