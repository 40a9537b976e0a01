// The assignments the engine is working on: loaded from the store by need, changed in memory,
// handed back as rows. Bounded, so that start-up and memory do not grow with the number of
// assignments (docs/adr/0002). One thread.
#pragma once

#include <list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/command/decide.h"
#include "engine/port/store.h"

namespace dondoc {

class WorkingSet : public Cases {
 public:
  /// Keeps at most about `capacity` assignments between batches.
  WorkingSet(Store& store, std::size_t capacity) : store_(store), capacity_(capacity) {}

  const Assignment* find(std::string_view code) const override;
  std::vector<std::string> codes_of_plan(std::string_view plan,
                                         std::string_view period) const override;
  std::vector<std::string> open_codes() const override;
  std::vector<std::string> open_codes_of_unit(std::string_view unit) const override;
  std::vector<std::string> codes_of_unit(std::string_view unit,
                                         const std::vector<std::string>& plans) const override;

  /// For those who look at very many: what it reads is kept only while there is room to spare. Null
  /// when there is none of that code; valid until the next call.
  const Assignment* glance(std::string_view code) const;

  /// The assignment to change, new if there is none of that code; counted as changed.
  Assignment& edit(const std::string& code);
  /// Rows of everything changed since the last call.
  std::vector<CaseRow> take_changed();
  /// Drops what is over the capacity, oldest use first. Not between edit and take_changed.
  void trim();
  /// Looks up together what is about to be asked for one by one. What is missing or cannot be read
  /// is so when it is asked for.
  void fetch(const std::vector<std::string>& codes);
  /// Somebody else changed it. Not between edit and take_changed.
  void drop(std::string_view code);
  /// Drops everything: after a commit that failed, memory must not be ahead of the store.
  void forget();

  /// The first failure of the store or of a row met while looking up; cleared by the call. Look-ups
  /// in between gave null.
  std::optional<Error> take_error() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  struct Kept {
    Assignment assignment;
    std::uint64_t last_use = 0;
    bool changed = false;
  };

  std::optional<Assignment> read(std::string_view code) const;
  Kept* load(std::string_view code) const;
  template <class Matches>
  std::vector<std::string> merged(Result<std::vector<std::string>> stored, Matches matches) const;

  Store& store_;
  std::size_t capacity_;
  mutable std::uint64_t uses_ = 0;
  mutable std::unordered_map<std::string, Kept, Hash, std::equal_to<>> kept_;
  mutable std::optional<Assignment> glanced_;  ///< the last one there was no room for
  std::vector<std::string> changed_;
  mutable std::optional<Error> error_;
};

}  // namespace dondoc
