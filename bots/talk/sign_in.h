// "đăng nhập", "/web": the bot gives the person a one-time link to the pages. Engine's thread only.
#pragma once

#include "bots/talk/said.h"
#include "bots/talk/scene.h"
#include "engine/command/sign_in_link.h"

namespace dondoc::talk {

/// Answers a message that asks for the pages, and nothing but that; false for any other.
bool answer_sign_in(const Scene& scene, Turn& turn, const Utterance& text,
                    const SignInLinks& links);

}  // namespace dondoc::talk
