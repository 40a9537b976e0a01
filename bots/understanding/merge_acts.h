// Acts that say one thing together: "chưa làm được vì …" is one obstacle, "xong rồi, 3 lớp" a report,
// "dạ" before something else is politeness. Pure; safe from any thread.
#pragma once

#include <vector>

#include "bots/understanding/understand.h"
#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

/// `acts` in the order in which `text` says them; what is left keeps that order. May be empty.
std::vector<Said> merged(const Utterance& text, std::vector<Said> acts);

}  // namespace dondoc::understanding
