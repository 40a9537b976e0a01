// Words of slots: items, stages, channels, forms of address, units, and the words that begin a
// reason. Constant tables; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

/// Words of an item of work that begins at word `at`: "quyết toán", "báo cáo năm"; 0 when none.
std::size_t item_at(const Utterance& text, std::size_t at);

/// "trình ký", "lấy ý kiến" …; empty when none begins at word `at`.
std::string_view stage_at(const Utterance& text, std::size_t at);

/// "email", "trục liên thông", "zalo" …; empty when none begins at word `at`.
std::string_view channel_at(const Utterance& text, std::size_t at);

/// The kind of obstacle told in [from, to): "funds", "waiting_data" …; empty when none can be seen.
std::string_view category_in(const Utterance& text, std::size_t from, std::size_t to);

/// Behind "vì", "do", "lý do", "tại": the first word of the reason in [from, to).
std::optional<std::size_t> reason_mark_in(const Utterance& text, std::size_t from, std::size_t to);

}  // namespace dondoc::understanding
