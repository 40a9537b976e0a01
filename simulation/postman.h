// Postman: brings what a platform delivered to the person; the seam where the planted bugs of the
// platforms sit. Without one everything arrives as it was sent. One thread.
#pragma once

#include <functional>

#include "simulation/check/mirror.h"
#include "simulation/plants.h"

namespace dondoc::simulation {

class Postman {
 public:
  using Bring = std::function<void(const Arrival&)>;

  Postman(Plant plant, Timeline& timeline, const Clocks& clocks, Zone zone, Generator generator)
      : plant_(plant), timeline_(timeline), clocks_(clocks), zone_(zone), generator_(generator) {}

  void deliver(const Arrival& arrival, const Mirror& mirror, Bring bring);

 private:
  void later(Instant when, Arrival arrival, Bring bring);
  bool deliver_at_night(const Arrival& arrival, const Mirror& mirror, const Bring& bring);

  Plant plant_;
  Timeline& timeline_;
  const Clocks& clocks_;
  Zone zone_;
  Generator generator_;
};

}  // namespace dondoc::simulation
