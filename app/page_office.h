// The pages' desk over the running office: looks through a connection of its own that only reads,
// so that a page never waits for the engine's thread; changes go to the engine like a message of
// the chat. Safe from any thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "engine/port/file_keeper.h"
#include "engine/port/reader.h"
#include "web/page_desk.h"

namespace dondoc {

class PageOffice : public PageDesk {
 public:
  struct Parts {
    const Definitions& definitions;
    Zone zone;
    std::function<Result<std::unique_ptr<Reader>>()> open_reader;
    std::function<Result<std::unique_ptr<FileKeeper>>()> open_files;
    std::function<Instant()> now;
    std::function<Result<Answer>(const Command&)> carry_out;
  };

  explicit PageOffice(Parts parts);
  ~PageOffice() override;

  /// Opens its connections and reads the office once. Errors: those of the store.
  Result<void> open();

  Instant now() override;
  Zone zone() override;
  Result<std::string> version() override;
  Result<void> look(std::optional<LocalDate> day,
                    const std::function<void(const Moment&)>& look) override;
  Result<LifeView> life(const std::string& code) override;
  Result<ReminderProof> proof(const std::string& code) override;
  Result<std::optional<std::string>> file(const std::string& digest) override;
  Result<Answer> carry_out(const Command& command) override;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
