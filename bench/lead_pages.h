// The pages of an office as a lead's browser gets them, without a network between: for
// measurements. One thread.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "engine/command/decide.h"
#include "engine/result.h"
#include "engine/time/time.h"
#include "web/route.h"

namespace dondoc::bench {

/// Who looks; a lead of the unit above all others.
inline constexpr const char* k_lead = "lanh-dao";

class LeadPages {
 public:
  /// Reads the office of the SQLite file once, as a start of the program does. `definitions` must
  /// live longer. Errors: those of the store.
  static Result<std::unique_ptr<LeadPages>> open(const Definitions& definitions,
                                                 const std::string& file, Instant now);
  ~LeadPages();

  /// What reading the office took.
  double opening_ms() const;
  Response get(const std::string& path, std::multimap<std::string, std::string> query = {});

 private:
  struct Parts;
  explicit LeadPages(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dondoc::bench
