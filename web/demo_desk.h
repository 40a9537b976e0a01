// What the demo page's routes need done, as a port: app/ does it with the running engine, tests
// with a fake. Every member is called from any thread of the server.
#pragma once

#include <string>

#include "engine/result.h"
#include "web/demo_view.h"

namespace dondoc {

enum class ClockMove {
  hour,
  day,
  step,  ///< to the next moment at which somebody is told something
};

/// What became of something a person did on the page.
struct Deed {
  enum class Kind { done, unknown, refused, failed };
  Kind kind = Kind::done;
  std::string text;  ///< Vietnamese, shown to the person; may be empty when done
};

class DemoDesk {
 public:
  virtual ~DemoDesk() = default;

  virtual Result<DemoView> look(const DemoChoice& choice) = 0;

  /// Names the present contents: another text as soon as anything that `look` shows has changed.
  virtual std::string version() = 0;
  /// Waits until the version is another one than `known`, but not long; returns the version then.
  virtual std::string wait_for_change(const std::string& known) = 0;

  /// `key`: made by the browser, the same when it sends the same message again; handled once.
  virtual Deed say(const std::string& person, const std::string& text, const std::string& key) = 0;
  virtual Deed press(const std::string& person, const std::string& payload,
                     const std::string& key) = 0;
  virtual Deed move_clock(ClockMove move) = 0;
  /// Puts the proposed default of a question into force, by the lead of the plan.
  virtual Deed confirm(const std::string& plan, const std::string& question) = 0;
};

}  // namespace dondoc
