#include "web/looks.h"

namespace dondoc {
namespace {

constexpr Elapsed k_same_look = Elapsed::minutes(10);
constexpr std::size_t k_looks_remembered = 10'000;

}  // namespace

bool Looks::note(const PageRead& look) {
  const std::string key = look.person + "\n" + look.unit + "\n" + look.page;
  {
    const std::lock_guard lock(mutex_);
    auto [last, is_new] = last_.try_emplace(key, look.at);
    if (!is_new && look.at - last->second < k_same_look) return true;
    last->second = look.at;
    if (last_.size() > k_looks_remembered) last_.clear();
  }
  return store_.note_read(look).has_value();
}

}  // namespace dondoc
