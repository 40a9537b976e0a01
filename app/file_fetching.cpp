#include "app/file_fetching.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "engine/attachment/attachment.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

using Steady = std::chrono::steady_clock;

/// How often the engine is asked whether a file is to be fetched.
constexpr std::chrono::milliseconds k_look{500};
/// After a failure that may pass; doubled each time.
constexpr std::chrono::seconds k_first_pause{5};
constexpr std::chrono::seconds k_longest_pause{900};
/// A platform that does not give a file for so long does not give it at all.
constexpr Elapsed k_patience = Elapsed::hours(24);

struct Pause {
  std::chrono::seconds length{0};
  Steady::time_point until{};
};

/// None: not now, it is tried again.
using Settlement = std::optional<CommandBody>;

CommandBody refusal_of(const OfferedFile& file, AttachmentFault fault) {
  return RefuseFile{file.code, file.number, std::string(name_of(fault))};
}

}  // namespace

class FileFetching::Impl {
 public:
  Impl(Runtime& runtime, FileKeeper& keeper, FindReceiver receiver_of, Tell tell,
       const Duties& duties)
      : runtime_(runtime),
        keeper_(keeper),
        receiver_of_(std::move(receiver_of)),
        duties_(duties),
        tell_(std::move(tell)) {}

  void start() {
    thread_ = std::thread([this] { work(); });
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    woken_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

 private:
  void work() {
    while (rest()) {
      for (const OfferedFile& file : offered()) {
        if (is_stopping()) return;
        if (duties_.holds(k_platforms_duty)) settle(file);
      }
    }
  }

  /// False when it is time to stop.
  bool rest() {
    std::unique_lock lock(mutex_);
    return !woken_.wait_for(lock, k_look, [this] { return stopping_; });
  }

  bool is_stopping() {
    const std::lock_guard lock(mutex_);
    return stopping_;
  }

  std::vector<OfferedFile> offered() {
    std::vector<OfferedFile> files;
    runtime_.read([&](const Engine& engine) {
      for (const auto& entry : engine.office().offered_files) files.push_back(entry.second);
    });
    if (files.empty()) pauses_.clear();
    return files;
  }

  void settle(const OfferedFile& file) {
    const std::string key = offered_file_key(file.code, file.number);
    auto pause = pauses_.find(key);
    if (pause != pauses_.end() && Steady::now() < pause->second.until) return;
    Settlement settlement = fetch(file);
    if (!settlement && runtime_.now() - file.since >= k_patience)
      settlement = refusal_of(file, AttachmentFault::gone);
    if (settlement && runtime_.ask(Command{"", "", std::move(*settlement)})) {
      pauses_.erase(key);
      return;
    }
    Pause& next = pauses_[key];
    next.length = next.length.count() == 0 ? k_first_pause : next.length * 2;
    next.length = std::min(next.length, k_longest_pause);
    next.until = Steady::now() + next.length;
  }

  Settlement fetch(const OfferedFile& file) {
    Receiver* receiver = receiver_of_(file.channel);
    if (receiver == nullptr) return refusal_of(file, AttachmentFault::gone);
    const InboundFile asked{file.handle, file.name, "", static_cast<std::size_t>(file.bytes)};
    auto content = receiver->download(asked, limits::attachment_bytes);
    if (content) return keep(file, *content);
    tell(file, content.error());
    if (content.error().kind == ErrorKind::transient) return std::nullopt;
    return refusal_of(file, AttachmentFault::gone);
  }

  Settlement keep(const OfferedFile& file, const std::string& content) {
    const auto kind = recognised(file.name, content);
    if (!kind) return refusal_of(file, kind.error());
    const std::string digest = digest_of(content);
    if (auto kept = keeper_.keep(digest, content); !kept) {
      tell(file, kept.error());
      return std::nullopt;
    }
    return KeepFile{file.code, file.number, std::string(name_of(*kind)), digest,
                    static_cast<std::int64_t>(content.size())};
  }

  void tell(const OfferedFile& file, const Error& error) {
    LogRecord record{LogEvent::file_failed, file.channel};
    record.error = error.kind;
    record.said.said = error.message;
    record.said.hidden = {file.handle, file.name};
    tell_(record);
  }

  Runtime& runtime_;
  FileKeeper& keeper_;
  const FindReceiver receiver_of_;
  const Duties& duties_;
  const Tell tell_;
  std::map<std::string, Pause> pauses_;  // of the thread
  std::mutex mutex_;
  std::condition_variable woken_;
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;
};

FileFetching::FileFetching(Runtime& runtime, FileKeeper& keeper, FindReceiver receiver_of,
                           Tell tell, const Duties& duties)
    : impl_(std::make_unique<Impl>(runtime, keeper, std::move(receiver_of), std::move(tell),
                                   duties)) {}
FileFetching::~FileFetching() { stop(); }
void FileFetching::start() { impl_->start(); }
void FileFetching::stop() { impl_->stop(); }

}  // namespace dondoc
