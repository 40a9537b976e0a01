#include "engine/codec/event_codec.h"

#include "engine/codec/describe_event.h"

namespace dondoc {
namespace {

constexpr std::size_t k_usual_bytes = 256;

template <std::size_t... I>
Names<sizeof...(I)> names_of_all(std::index_sequence<I...>) {
  return {name_of(EventBody(std::in_place_index<I>))...};
}

}  // namespace

const Names<std::variant_size_v<EventVariant>>& event_names() {
  static const auto names = names_of_all(std::make_index_sequence<std::variant_size_v<EventVariant>>{});
  return names;
}

std::string encode(const Event& event) {
  std::string out;
  out.reserve(k_usual_bytes);
  encode_to(out, event);
  return out;
}

void encode_to(std::string& out, const Event& event) { write_stored(out, event); }

Result<Event> decode_event(std::string_view json) { return read_stored<Event>(json, "event"); }

}  // namespace dondoc
