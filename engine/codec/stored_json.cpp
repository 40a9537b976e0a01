#include "engine/codec/stored_json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/limits.h"

namespace dondoc {
namespace {

namespace dom = simdjson::dom;

/// A plan's document is stored inside a JSON text, where each quote and line break takes two bytes.
constexpr std::size_t k_stored_bytes = 4 * limits::file_bytes;

/// The room of a text up to this size is kept for the next one; almost all are smaller.
constexpr std::size_t k_kept_bytes = std::size_t{64} * 1024;

/// In the order of the text, as StoredValue promises.
class Flattening {
 public:
  explicit Flattening(std::vector<StoredValue>& values) : values_(values) {}

  void add(dom::element from, std::string_view key) {
    const std::size_t place = values_.size();
    values_.emplace_back().key = key;
    const auto type = from.type();
    if (type == dom::element_type::ARRAY) {
      add_list(from, place);
    } else if (type == dom::element_type::OBJECT) {
      add_object(from, place);
    } else {
      read(from, type, values_.back());
    }
    values_[place].size = static_cast<std::uint32_t>(values_.size() - place);
  }

 private:
  void add_list(const dom::array& list, std::size_t place) {
    std::uint32_t count = 0;
    for (const dom::element element : list) {
      add(element, {});
      ++count;
    }
    values_[place].kind = StoredValue::Kind::list;
    values_[place].count = count;
  }

  void add_object(const dom::object& object, std::size_t place) {
    std::uint32_t count = 0;
    for (const dom::key_value_pair member : object) {
      add(member.value, member.key);
      ++count;
    }
    values_[place].kind = StoredValue::Kind::object;
    values_[place].count = count;
  }

  static void read(const dom::element& from, dom::element_type type, StoredValue& to) {
    using Kind = StoredValue::Kind;
    switch (type) {
      case dom::element_type::STRING:
        to.kind = Kind::text;
        to.text = from.get_string().value_unsafe();
        break;
      case dom::element_type::BOOL:
        to.kind = Kind::flag;
        to.flag = from.get_bool().value_unsafe();
        break;
      case dom::element_type::INT64:
        to.kind = Kind::whole;
        to.whole = from.get_int64().value_unsafe();
        break;
      case dom::element_type::UINT64:
        to.kind = Kind::natural;
        to.natural = from.get_uint64().value_unsafe();
        break;
      case dom::element_type::DOUBLE:
        to.kind = Kind::decimal;
        to.decimal = from.get_double().value_unsafe();
        break;
      default: break;
    }
  }

  std::vector<StoredValue>& values_;
};

}  // namespace

const StoredValue* with_key(const StoredValue* from, const StoredValue* end, std::string_view name) {
  for (const StoredValue* member = from; member != end; member = member->next()) {
    if (member->key == name) return member;
  }
  return nullptr;
}

struct StoredJson::Reading {
  dom::parser parser;
  std::string text;  ///< with the room behind it that the parser may look at
  std::vector<StoredValue> values;

  /// Of this thread; null while it is lent.
  static std::unique_ptr<Reading>& spare() {
    thread_local std::unique_ptr<Reading> reading;
    return reading;
  }
};

StoredJson::StoredJson(std::unique_ptr<Reading> reading) : reading_(std::move(reading)) {}
StoredJson::StoredJson(StoredJson&& other) noexcept = default;
StoredJson& StoredJson::operator=(StoredJson&& other) noexcept = default;

StoredJson::~StoredJson() {
  if (reading_ && reading_->text.size() <= k_kept_bytes) Reading::spare() = std::move(reading_);
}

const StoredValue& StoredJson::root() const { return reading_->values.front(); }

Result<StoredJson> StoredJson::parse(std::string_view text, std::string_view what) {
  if (text.size() > k_stored_bytes) return failure(ErrorKind::corrupt, fmt::format("{}: too large", what));
  auto reading = std::exchange(Reading::spare(), nullptr);
  if (!reading) reading = std::make_unique<Reading>();
  reading->text.clear();
  reading->text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
  reading->text.append(text).append(simdjson::SIMDJSON_PADDING, '\0');
  reading->values.clear();
  StoredJson stored(std::move(reading));
  Reading& own = *stored.reading_;
  dom::element root;
  if (own.parser.parse(own.text.data(), text.size(), false).get(root) != simdjson::SUCCESS)
    return failure(ErrorKind::corrupt, fmt::format("{}: not valid JSON", what));
  Flattening(own.values).add(root, {});
  return stored;
}

}  // namespace dondoc
