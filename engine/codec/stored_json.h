// A stored text as a flat list of its values, in the order of the text: a container is followed by what is in it. What
// the codecs read from; made in one pass, without an allocation for each value. Owned by one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "engine/result.h"

namespace dondoc {

struct StoredValue {
  enum class Kind : std::uint8_t { null, flag, whole, natural, decimal, text, list, object };

  std::string_view key;   ///< in an object
  std::string_view text;  ///< for text
  union {
    std::int64_t whole = 0;  ///< for whole
    std::uint64_t natural;   ///< for natural: more than a whole can hold
    double decimal;
    bool flag;
  };
  std::uint32_t count = 0;  ///< elements of a list, members of an object
  std::uint32_t size = 1;   ///< values of this part, itself included
  Kind kind = Kind::null;

  bool is_object() const { return kind == Kind::object; }
  bool is_list() const { return kind == Kind::list; }
  bool is_text() const { return kind == Kind::text; }

  // What is in a container: from first() to end(), each followed by its next().
  const StoredValue* first() const { return this + 1; }
  const StoredValue* end() const { return this + size; }
  const StoredValue* next() const { return this + size; }
};

/// The first member of that name among those from `from` up to `end`; null: none.
const StoredValue* with_key(const StoredValue* from, const StoredValue* end, std::string_view name);

/// Holds the text's values; they and their texts live as long as it does.
class StoredJson {
 public:
  /// Errors: corrupt when it is cut off, no JSON, or larger than anything we store; `what` names the kind of thing.
  static Result<StoredJson> parse(std::string_view text, std::string_view what);
  StoredJson(StoredJson&& other) noexcept;
  StoredJson& operator=(StoredJson&& other) noexcept;
  ~StoredJson();
  const StoredValue& root() const;

 private:
  struct Reading;
  explicit StoredJson(std::unique_ptr<Reading> reading);
  std::unique_ptr<Reading> reading_;
};

}  // namespace dondoc
