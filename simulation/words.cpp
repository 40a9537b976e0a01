#include "simulation/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "simulation/guarded.h"

namespace dondoc::simulation {
namespace {

using Texts = std::vector<std::string_view>;

/// {0}: the code.
const Texts& texts_of(Say what) {
  static const Texts k_acknowledge = {"tiếp nhận {0}", "dạ em đã nhận {0} ạ", "tiep nhan {0}",
                                      "ok {0}"};
  static const Texts k_report = {"báo cáo {0}", "bao cao {0}", "bc {0}"};
  static const Texts k_done = {"xong {0}", "dạ em đã xong {0} ạ", "đã gửi {0}", "hoan thanh {0}"};
  static const Texts k_nil = {"không phát sinh {0}", "ko phat sinh {0}"};
  static const Texts k_blocked = {"vướng mắc {0}: chưa có kinh phí",
                                  "vuong mac {0}: thieu nguoi lam"};
  static const Texts k_promise = {"mai em gửi {0}", "hẹn gửi {0} chiều mai", "mai e gui {0} nhe"};
  static const Texts k_not_mine = {"không thuộc đơn vị em {0}"};
  static const Texts k_correct = {"sửa {0}", "dinh chinh {0}"};
  static const Texts k_retract = {"rút lại {0}"};
  static const Texts k_misspelt = {"bao cáo xog {0} rùi", "e nhận đc {0} rồi ah", "tiêp nhân {0}",
                                   "xong rồi nhé {0} nha chị"};
  static const Texts k_chatter = {"hôm nay mưa ngập hết đường",
                                  "việc của tôi",
                                  "trợ giúp",
                                  "chị ơi cho em hỏi",
                                  "?",
                                  "hạn {0}",
                                  "mẫu {0}",
                                  "tình hình"};
  static const Texts k_mute = {"dừng nhắc"};
  static const Texts k_approve = {"duyệt {0}", "xác nhận báo cáo {0}"};
  static const Texts k_give_back = {"trả lại {0} vì thiếu số liệu"};
  static const Texts k_opinion = {"ý kiến {0}: cứ báo cáo phần đã có"};
  static const Texts k_refuse = {"không đồng ý gia hạn {0} vì cần nộp đúng hạn"};
  switch (what) {
    case Say::acknowledge:
      return k_acknowledge;
    case Say::report:
      return k_report;
    case Say::done:
      return k_done;
    case Say::nil:
      return k_nil;
    case Say::blocked:
      return k_blocked;
    case Say::promise:
      return k_promise;
    case Say::not_mine:
      return k_not_mine;
    case Say::correct:
      return k_correct;
    case Say::retract:
      return k_retract;
    case Say::misspelt:
      return k_misspelt;
    case Say::mute:
      return k_mute;
    case Say::approve:
      return k_approve;
    case Say::give_back:
      return k_give_back;
    case Say::opinion:
      return k_opinion;
    case Say::refuse:
      return k_refuse;
    default:
      return k_chatter;
  }
}

std::string guarded(std::string_view code, Generator& generator) {
  const auto number = k_guarded[generator.below(k_guarded.size())];
  if (generator.chance(500))
    return fmt::format("báo cáo {}: Nguyễn Văn Thử, CCCD {}", code, k_guarded[0]);
  return fmt::format("em gửi danh sách: Trần Thị Thử, SĐT {}, CCCD {}", k_guarded[1], number);
}

}  // namespace

std::string said(Say what, std::string_view code, LocalDate today, Generator& generator) {
  if (what == Say::guarded) return guarded(code, generator);
  if (what == Say::progress) return fmt::format("tiến độ {}% {}", generator.between(1, 99), code);
  if (what == Say::extension) {
    const LocalDate until = today + CalendarDays{static_cast<int>(generator.between(2, 25))};
    return fmt::format("gia hạn {} đến {} vì chờ số liệu", code, until.vi());
  }
  const Texts& texts = texts_of(what);
  return fmt::format(fmt::runtime(texts[generator.below(texts.size())]), code);
}

std::string form_answer(Generator& generator) {
  switch (generator.below(8)) {
    case 0:
      return fmt::format("{} triệu", generator.between(1, 9));
    case 1:
      return "không";
    case 2:
      return "bỏ qua";
    case 3:
      return "nhiều lắm";
    case 4:
      return fmt::format("{} lượt", generator.between(1, 900));
    default:
      return std::to_string(generator.between(0, 400));
  }
}

std::vector<std::string> codes_in(std::string_view text) {
  std::vector<std::string> codes;
  for (std::size_t open = text.find('['); open != text.npos; open = text.find('[', open + 1)) {
    const std::size_t close = text.find(']', open);
    if (close == text.npos) break;
    const std::string code(text.substr(open + 1, close - open - 1));
    const bool is_code = code.find('-') != code.npos && code.find(' ') == code.npos;
    if (is_code && std::find(codes.begin(), codes.end(), code) == codes.end())
      codes.push_back(code);
  }
  return codes;
}

}  // namespace dondoc::simulation
