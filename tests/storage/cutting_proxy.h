// Stands between a program and a PostgreSQL server and breaks the line at a chosen moment.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/temporary_folder.h"

namespace dondoc::test {

class CuttingProxy {
 public:
  /// `server_folder`: where the server's socket file is.
  explicit CuttingProxy(const std::string& server_folder);
  ~CuttingProxy();
  CuttingProxy(const CuttingProxy&) = delete;
  CuttingProxy& operator=(const CuttingProxy&) = delete;

  /// The folder to connect to instead.
  const std::string& folder() const { return folder_.path(); }

  enum class Cut {
    none,
    before_commit,  ///< the server never hears of the next COMMIT
    after_commit,   ///< it commits, its answer is lost
  };
  void cut_next(Cut cut) { cut_ = cut; }

 private:
  void accept_all();
  void carry(int client);

  TemporaryFolder folder_;
  const std::string server_;
  std::atomic<Cut> cut_{Cut::none};
  std::atomic<bool> ended_{false};
  int listener_;
  std::thread accepting_;
  std::vector<std::thread> lines_;  // of the accepting thread until it ended
};

}  // namespace dondoc::test
