#include "bots/zalo_bot/typed_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "engine/text/vietnamese.h"

namespace dondoc::zalo_bot {
namespace {

enum class Naming {
  with_code,  ///< "Tiếp nhận B20-07"
  alone,      ///< "Việc của tôi"
  advice,     ///< not typed: what to do instead, k_attach
};

struct TypedWords {
  std::string_view action;  ///< as in config/messages
  std::string_view words;
  Naming naming;
};

constexpr const char* k_lead = "C-01";    ///< "Trả lời bằng cách nhắn:"
constexpr const char* k_file = "C-02";    ///< names a file that cannot be sent
constexpr const char* k_attach = "C-03";  ///< how to send a photo here

// "understood", "withdrawn" and "confirm" are missing: nothing is recorded for the first two, and
// the third answers with where to decide.
// clang-format off
constexpr std::array k_words = std::to_array<TypedWords>({
    {"ack",         "Tiếp nhận",              Naming::with_code},
    {"dispute",     "Không thuộc đơn vị",     Naming::with_code},
    {"open",        "Xem văn bản",            Naming::with_code},
    {"handover",    "Chuyển người khác",      Naming::with_code},
    {"progress",    "Đang làm",               Naming::with_code},
    {"form",        "Mẫu báo cáo",            Naming::with_code},
    {"blocked",     "Vướng mắc",              Naming::with_code},
    {"info",        "Vướng mắc",              Naming::with_code},
    {"sent",        "Đã xong",                Naming::with_code},
    {"report",      "Báo số liệu",            Naming::with_code},
    {"supplement",  "Báo số liệu",            Naming::with_code},
    {"extend",      "Xin gia hạn",            Naming::with_code},
    {"nil",         "Không phát sinh",        Naming::with_code},
    {"today",       "Gửi hôm nay",            Naming::with_code},
    {"fix",         "Sửa",                    Naming::with_code},
    {"retract",     "Rút lại",                Naming::with_code},
    {"nudge",       "Đôn đốc lại",            Naming::with_code},
    {"call",        "Liên hệ",                Naming::with_code},
    {"contact",     "Liên hệ",                Naming::with_code},
    {"ask",         "Liên hệ",                Naming::with_code},
    {"accept",      "Xác nhận báo cáo",       Naming::with_code},
    {"return",      "Trả lại",                Naming::with_code},
    {"approve",     "Duyệt",                  Naming::with_code},
    {"grant",       "Đồng ý gia hạn",         Naming::with_code},
    {"grant_other", "Đồng ý đến ngày khác",   Naming::with_code},
    {"refuse",      "Không đồng ý",           Naming::with_code},
    {"settle",      "Giữ nguyên",             Naming::with_code},
    {"ack_all",     "Tiếp nhận tất cả",       Naming::alone},
    {"unlink",      "Hủy liên kết",           Naming::alone},
    {"keep_link",   "Giữ liên kết",           Naming::alone},
    {"rebind_yes",  "Đồng ý đổi tài khoản",   Naming::alone},
    {"rebind_no",   "Không đồng ý đổi tài khoản", Naming::alone},
    {"list",        "Quá hạn",                Naming::alone},
    {"overdue",     "Quá hạn",                Naming::alone},
    {"mine",        "Việc của tôi",           Naming::alone},
    {"right",       "Đúng rồi",               Naming::alone},
    {"skip",        "Bỏ qua",                 Naming::alone},
    {"send",        "Gửi",                    Naming::alone},
    {"resume",      "Tiếp tục",               Naming::alone},
    {"cancel",      "Hủy",                    Naming::alone},
    {"alone",       "Báo cáo riêng",          Naming::alone},
    {"download",    "Tổng hợp",               Naming::alone},
    {"situation",   "Tình hình",              Naming::alone},
    {"stop_reminders", "Dừng nhắc hẳn",       Naming::alone},
    {"keep_reminders", "Vẫn nhận nhắc",       Naming::alone},
    {"attach",      "",                       Naming::advice},
});
// clang-format on

const TypedWords* words_for(std::string_view payload) {
  const std::string_view action = payload.substr(0, payload.find(':'));
  const auto found = std::find_if(k_words.begin(), k_words.end(),
                                  [&](const TypedWords& each) { return each.action == action; });
  return found == k_words.end() ? nullptr : &*found;
}

/// Of "action:CODE:nonce"; empty when the button is about none.
std::string_view code_in(std::string_view payload) {
  const auto first = payload.find(':');
  if (first == payload.npos) return {};
  const auto last = payload.rfind(':');
  return last > first ? payload.substr(first + 1, last - first - 1) : payload.substr(first + 1);
}

/// In the reader's language; nothing when that is not known.
std::string own_words(const MessageBook* book, const char* text, Parameters parameters = {}) {
  return book == nullptr ? "" : words_of(*book, text, std::move(parameters));
}

/// Words that differ from the button's label carry it behind them. No dash or dot before them: a
/// line that is copied whole would not be understood.
std::string line_of(const OutgoingButton& button, const MessageBook* book) {
  const TypedWords* words = words_for(button.payload);
  if (words == nullptr) return {};
  if (words->naming == Naming::advice) return own_words(book, k_attach);
  std::string line = typed_words(button.payload);
  if (fold(button.label) != fold(words->words)) line += " (" + button.label + ")";
  return line;
}

}  // namespace

std::string typed_words(std::string_view payload) {
  const TypedWords* words = words_for(payload);
  if (words == nullptr || words->naming == Naming::advice) return {};
  const std::string_view code = code_in(payload);
  std::string typed(words->words);
  if (words->naming == Naming::with_code && !code.empty()) typed += " " + std::string(code);
  return typed;
}

std::string text_with_typed_words(const OutgoingMessage& message) {
  std::vector<std::string> lines;
  for (const OutgoingButton& button : message.buttons) {
    std::string line = line_of(button, message.book);
    if (!line.empty() && std::find(lines.begin(), lines.end(), line) == lines.end())
      lines.push_back(std::move(line));
  }
  std::string text = message.text;
  for (const OutgoingFile& file : message.files)
    text += "\n" + own_words(message.book, k_file, {{"tep", file.name}});
  if (!lines.empty()) text += "\n\n" + own_words(message.book, k_lead);
  for (const std::string& line : lines) text += "\n" + line;
  return nfc(text);
}

}  // namespace dondoc::zalo_bot
