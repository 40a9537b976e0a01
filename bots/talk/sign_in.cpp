#include "bots/talk/sign_in.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace dondoc::talk {
namespace {

constexpr std::array<std::string_view, 9> k_asks{{"/web", "dang nhap", "/dangnhap",
                                                  "dang nhap trang", "dang nhap web", "mo trang",
                                                  "trang web", "vao trang", "sign in"}};

constexpr std::size_t k_link_spread_ms = 1000;

bool asks_for_pages(const Utterance& text) {
  std::string said = text.folded_text();
  for (std::string_view courtesy : {" a", " nhe"}) {
    if (said.ends_with(courtesy)) said.resize(said.size() - courtesy.size());
  }
  return std::find(k_asks.begin(), k_asks.end(), said) != k_asks.end();
}

/// A little before now, by the message's key: while a clock stands still (the demo's) two messages
/// still get two links, and the second one is not used up with the first.
Instant made_at(const Scene& scene) {
  const auto spread = std::hash<std::string>{}(scene.heard.key) % k_link_spread_ms;
  return scene.now - Elapsed{static_cast<std::int64_t>(spread)};
}

}  // namespace

bool answer_sign_in(const Scene& scene, Turn& turn, const Utterance& text,
                    const SignInLinks& links) {
  if (!asks_for_pages(text)) return false;
  const std::string pages = links.pages ? links.pages() : "";
  const bool has_work = scene.person.officer || scene.person.lead;
  if (links.key.empty() || pages.empty() || !has_work) {
    say(scene, turn, "H-31", {{"noinhan", words(scene, "N-18")}});
    return true;
  }
  const SignIn sign_in{scene.person.id, made_at(scene)};
  say(scene, turn, "H-30",
      {{"link", pages + "/signin/link?t=" + sign_in_token(sign_in, links.key)}});
  return true;
}

}  // namespace dondoc::talk
