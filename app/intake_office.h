// The desk of the intake pages: documents are read in a process of their own, drafts kept in the
// embedded store. Safe from any thread; few documents are read at a time, the others wait.
#pragma once

#include <memory>
#include <semaphore>
#include <string>

#include "app/bounded_reading.h"
#include "web/intake_desk.h"

namespace dondoc {

class IntakeOffice : public IntakeDesk {
 public:
  /// `program`: dondoc, which reads (app/bounded_reading.h).
  explicit IntakeOffice(std::unique_ptr<DraftStore> drafts, std::string program = k_own_program);

  tl::expected<ReadPlan, UnreadPlan> read(const UploadedFile& file) override;
  DraftStore& drafts() override { return *drafts_; }

 private:
  static constexpr std::ptrdiff_t k_at_a_time = 2;

  const std::unique_ptr<DraftStore> drafts_;
  const std::string program_;
  std::counting_semaphore<k_at_a_time> free_{k_at_a_time};
};

}  // namespace dondoc
