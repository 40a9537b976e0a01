// What the people of the story say and when. Data only.
#pragma once

#include <string>
#include <vector>

namespace dondoc {

enum class SceneKind {
  say,    ///< types a text
  press,  ///< presses the button `what` ("grant") of the newest message about `code`
  board,  ///< the board is printed
};

struct Scene {
  std::string at;  ///< local time, "2023-11-21T09:00"
  SceneKind kind = SceneKind::say;
  std::string who;   ///< number of the unit "01" … "15", "officer" or "lead" of the issuer
  std::string what;  ///< text, or action of a button
  std::string code;  ///< for press
};

/// In order of time.
const std::vector<Scene>& story_script();

}  // namespace dondoc
