// FileFetching: brings the files that were sent in the chat from their platforms, looks at what
// they are, keeps them, and tells the engine (design §9). One thread, beside the engine's. What is
// still to be fetched is in the office's state: after a stop it goes on where it was.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "app/duties.h"
#include "app/runtime.h"
#include "engine/port/file_keeper.h"
#include "engine/port/receiver.h"

namespace dondoc {

class FileFetching {
 public:
  /// Null for a channel that is not switched on: its files are refused as gone.
  using FindReceiver = std::function<Receiver*(std::string_view channel)>;

  /// All must run as long as this does. `tell` hears when a file cannot be had or kept.
  /// Fetches nothing while another node has the duty.
  FileFetching(Runtime& runtime, FileKeeper& keeper, FindReceiver receiver_of,
               Tell tell = tell_nobody, const Duties& duties = every_duty());
  /// Stops when still running.
  ~FileFetching();
  void start();
  /// Returns when the file under way is settled or has failed. Before Runtime::stop.
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
