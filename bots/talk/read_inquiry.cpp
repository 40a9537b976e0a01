#include "bots/talk/read_inquiry.h"

#include "bots/talk/command_words.h"
#include "bots/talk/names.h"

namespace dondoc::talk {
namespace {

/// Before the question proper: "cho hỏi", "xem giúp", "hiện còn".
const PhraseList k_lead_ins = {
    "cho hoi", "cho biet", "cho xem",  "xem",      "xem giup", "kiem tra",  "hoi",     "giup",
    "ho",      "hien",     "hien nay", "hien tai", "den gio",  "toi gio",   "bay gio", "den nay",
    "hom nay", "con",      "vay",      "the",      "thong ke", "danh sach", "ds",      "liet ke",
    "bao cho", "biet",     "co",       "la",       "tong cong"};

/// "ai", "xã nào", "những đơn vị nào".
const PhraseList k_who = {
    "ai",         "nhung ai",         "xa nao",       "phuong nao",       "thi tran nao",
    "don vi nao", "co quan nao",      "noi nao",      "cho nao",          "dia phuong nao",
    "co so nao",  "chi hoi nao",      "ap nao",       "nhung don vi",     "cac don vi",
    "nhung xa",   "cac xa",           "may xa",       "may don vi",       "nhung noi",
    "don vi",     "xa phuong nao",    "nhung xa nao", "nhung don vi nao", "cac don vi nao",
    "cac xa nao", "bao nhieu don vi", "bao nhieu xa", "may phuong"};

const PhraseList k_not_yet = {"chua", "con chua", "van chua", "chua thay", "chua co", "khong thay"};
const PhraseList k_hand_in = {
    "bao cao", "bc",       "nop",      "nop bao cao", "gui",         "gui bao cao",  "gui bc",
    "nop bc",  "xong",     "lam xong", "hoan thanh",  "co bao cao",  "bao cao xong", "phan hoi",
    "tra loi", "cap nhat", "lam",      "thuc hien",   "gui so lieu", "bao so lieu"};
const PhraseList k_owes = {"no bao cao", "con no bao cao", "no bc",
                           "con no",     "thieu bao cao",  "con thieu bao cao",
                           "con thieu",  "cham nop",       "con no bc"};
const PhraseList k_late = {"qua han", "tre",     "tre han",    "bi tre",       "bi qua han", "cham",
                           "muon",    "tre hen", "da qua han", "dang qua han", "qua han roi"};
const PhraseList k_stuck = {"vuong",        "vuong mac",         "gap vuong mac",  "co vuong mac",
                            "dang vuong",   "bi vuong",          "dang vuong mac", "kho khan",
                            "gap kho khan", "co kho khan",       "dang ket",       "bi ket",
                            "gap kho",      "dang gap kho khan", "bao vuong mac",  "bao vuong"};

/// Ends of a question about the state of something.
const PhraseList k_how = {"toi dau",
                          "toi dau roi",
                          "den dau",
                          "den dau roi",
                          "the nao",
                          "the nao roi",
                          "ra sao",
                          "ra sao roi",
                          "sao roi",
                          "nhu the nao",
                          "nhu the nao roi",
                          "lam toi dau",
                          "lam den dau",
                          "thuc hien den dau",
                          "thuc hien toi dau",
                          "lam toi dau roi",
                          "lam den dau roi",
                          "thuc hien den dau roi",
                          "thuc hien toi dau roi",
                          "den dau rui",
                          "toi dau rui"};
/// "nộp chưa", "xong chưa", "có báo cáo chưa".
const PhraseList k_yet = {
    "nop chua",         "gui chua",         "xong chua",       "bao cao chua",  "bc chua",
    "lam chua",         "hoan thanh chua",  "da nop chua",     "da gui chua",   "da xong chua",
    "nop bao cao chua", "gui bao cao chua", "co bao cao chua", "lam xong chua", "da bao cao chua",
    "co chua",          "nop roi chua",     "gui roi chua",    "xong roi chua"};

/// Between the question and its subject: "tình hình báo cáo của …".
const PhraseList k_fillers = {
    "tinh hinh", "tien do",   "viec",    "bao cao", "bc", "nhiem vu", "cua",       "ve",     "thi",
    "lam",       "thuc hien", "ket qua", "dang",    "da", "ke hoach", "cong viec", "so lieu"};

class InquiryReader {
 public:
  InquiryReader(const World& world, const Utterance& text, bool has_code)
      : world_(world), text_(text), has_code_(has_code) {}

  std::optional<Intent> read() {
    if (text_.empty()) return std::nullopt;
    if (auto act = about_many()) return meaning(*act, "");
    return about_one();
  }

 private:
  static Intent meaning(Act act, std::string unit) {
    Intent intent;
    intent.act = act;
    intent.text = std::move(unit);
    return intent;
  }

  std::size_t past(std::size_t at, const PhraseList& phrases) const {
    return at + text_.any_at(at, phrases);
  }

  /// Past lead-ins and particles. "đơn vị" is a particle elsewhere and the subject here.
  std::size_t past_lead_ins(std::size_t at) const {
    for (std::size_t before = text_.size() + 1; before != at && at < text_.size();) {
      before = at;
      if (text_.any_at(at, k_who) > 0) return at;
      if (auto n = text_.any_at(at, k_lead_ins))
        at += n;
      else if (is_courtesy(text_, at))
        ++at;
    }
    return at;
  }

  /// "ạ", "vậy em", "nữa không", "rồi": nothing more is said.
  bool only_particles(std::size_t at) const {
    static const PhraseList k_tails = {
        "vay", "nua",  "khong", "ko",     "k", "the",     "roi", "rui",  "nhi", "ta",  "ay", "day",
        "het", "thoi", "hen",   "em nhi", "a", "bao cao", "bc",  "viec", "nay", "han", "ve", "cho"};
    while (at < text_.size()) {
      if (auto n = text_.any_at(at, k_tails))
        at += n;
      else if (is_courtesy(text_, at))
        ++at;
      else
        return false;
    }
    return true;
  }

  /// Who owes, who is late, who is stuck.
  std::optional<Act> about_many() const {
    const std::size_t begin = past_lead_ins(0);
    const std::size_t n = text_.any_at(begin, k_who);
    if (n > 0) return said_of_many(begin + n);
    if (auto act = asked_at_end(begin)) return act;
    return late_asked_at_end(begin);
  }

  /// "quá hạn xã nào", "trễ hạn gồm những ai".
  std::optional<Act> late_asked_at_end(std::size_t at) const {
    static const PhraseList k_links = {"co", "gom", "la", "cua", "con", "gom co", "o", "thi"};
    const auto late = text_.any_at(at, k_late);
    if (late == 0) return std::nullopt;
    const std::size_t who = past(at + late, k_links);
    const auto n = text_.any_at(who, k_who);
    return n > 0 && only_particles(who + n) ? std::optional(Act::overdue) : std::nullopt;
  }

  std::optional<Act> said_of_many(std::size_t at) const {
    static const PhraseList k_between = {"con",  "dang",     "van", "thi", "ma",
                                         "hien", "hien con", "la",  "bi"};
    while (text_.any_at(at, k_between) > 0 && text_.any_at(at, k_stuck) == 0 &&
           text_.any_at(at, k_late) == 0 && text_.any_at(at, k_owes) == 0)
      at = past(at, k_between);
    static const PhraseList k_in = {"nop roi",    "gui roi",  "bao cao roi", "da nop",  "da gui",
                                    "da bao cao", "xong roi", "nop xong",    "gui xong"};
    if (auto n = text_.any_at(at, k_in); n > 0 && only_particles(at + n)) return Act::standing;
    if (auto n = text_.any_at(at, k_stuck); n > 0 && only_particles(at + n)) return Act::stuck;
    if (auto n = text_.any_at(at, k_late); n > 0 && only_particles(at + n)) return Act::overdue;
    if (auto n = text_.any_at(at, k_owes); n > 0 && only_particles(at + n)) return Act::owing;
    if (auto n = text_.any_at(at, k_not_yet)) {
      const std::size_t verb = at + n;
      const auto m = text_.any_at(verb, k_hand_in);
      if (m > 0 && only_particles(verb + m)) return Act::owing;
      if (m == 0 && only_particles(verb) && text_.folded(at) == "chua") return Act::owing;
    }
    return std::nullopt;
  }

  /// "chưa nộp có những ai", "còn thiếu ai", "thiếu báo cáo của xã nào".
  std::optional<Act> asked_at_end(std::size_t at) const {
    std::size_t verb = at;
    if (auto n = text_.any_at(at, {"chua nop", "chua gui", "chua bao cao", "con thieu", "thieu",
                                   "con no", "thieu bao cao", "con thieu bao cao", "thieu bc"}))
      verb = at + n;
    else
      return std::nullopt;
    static const PhraseList k_reports = {"bao cao", "bc"};
    static const PhraseList k_links = {"co", "gom", "la", "cua", "con", "gom co"};
    verb = past(past(verb, k_reports), k_links);
    const auto n = text_.any_at(verb, k_who);
    const bool names_many = n > 0 && text_.folded(verb) != "don";  // "thiếu đơn vị …" asks nothing
    return names_many && only_particles(verb + n) ? std::optional(Act::owing) : std::nullopt;
  }

  std::size_t past_fillers(std::size_t at) const {
    for (std::size_t before = text_.size() + 1; before != at && at < text_.size();) {
      before = at;
      if (text_.any_at(at, k_how) > 0 || text_.any_at(at, k_yet) > 0) return at;
      if (auto n = text_.any_at(at, k_fillers))
        at += n;
      else if (auto m = text_.any_at(at, k_lead_ins))
        at += m;
      else if (is_courtesy(text_, at) && !begins_unit(at))
        ++at;
    }
    return at;
  }

  bool begins_unit(std::size_t at) const { return words_of_unit(world_, text_, at) >= 2; }

  /// "B20 tới đâu rồi", "tình hình xã Bà Điểm", "xã Bà Điểm nộp chưa".
  std::optional<Intent> about_one() const {
    const bool begins_as_question = text_.any_at(past_lead_ins(0), {"tinh hinh", "tien do"}) > 0;
    const bool is_situation = text_.any_at(past_lead_ins(0), {"tinh hinh"}) > 0;
    std::size_t at = past_fillers(0);
    std::string unit;
    if (const auto n = at < text_.size() ? words_of_unit(world_, text_, at) : 0; n > 0) {
      unit = text_.typed(at, at + n);
      at = past_fillers(at + n);
    }
    const auto asked = std::max(text_.any_at(at, k_how), text_.any_at(at, k_yet));
    const bool is_asked = asked > 0 && only_particles(at + asked);
    const bool is_named = has_code_ || !unit.empty();
    if (is_asked && (is_named || begins_as_question)) return meaning(Act::standing, unit);
    // "Tình hình xã Bà Điểm", "tình hình B20": no more is needed. "Tiến độ" alone is an answer.
    if (is_situation && is_named && at == text_.size()) return meaning(Act::standing, unit);
    return std::nullopt;
  }

  const World& world_;
  const Utterance& text_;
  bool has_code_;
};

}  // namespace

std::optional<Intent> read_inquiry(const World& world, const Utterance& text, bool has_code) {
  return InquiryReader(world, text, has_code).read();
}

}  // namespace dondoc::talk
