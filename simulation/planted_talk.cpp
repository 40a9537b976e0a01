#include "simulation/planted_talk.h"

#include "bots/talk/talk.h"
#include "simulation/guarded.h"

namespace dondoc::simulation {
namespace {

bool is_guarded(const std::string& text) {
  for (const std::string_view needle : k_guarded) {
    if (text.find(needle) != text.npos) return true;
  }
  return false;
}

class PlantedTalk : public Interpreter {
 public:
  explicit PlantedTalk(Plant plant) : plant_(plant), talk_(make_talk()) {}

  Interpretation interpret(const World& world, const Heard& heard, Instant now) const override {
    Interpretation meaning = talk_->interpret(world, heard, now);
    if (!is_guarded(heard.text)) return meaning;
    if (plant_ == Plant::leak_guarded) meaning.replies.push_back({heard.text, {}, {}, "T-01"});
    if (plant_ == Plant::keep_guarded) {
      if (!meaning.conversation) meaning.conversation.emplace();
      meaning.conversation->note = heard.text;
    }
    return meaning;
  }

 private:
  Plant plant_;
  std::unique_ptr<Interpreter> talk_;
};

}  // namespace

std::unique_ptr<Interpreter> make_planted_talk(Plant plant) {
  if (plant != Plant::leak_guarded && plant != Plant::keep_guarded) return make_talk();
  return std::make_unique<PlantedTalk>(plant);
}

}  // namespace dondoc::simulation
