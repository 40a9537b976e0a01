#include "bots/understanding/indicators.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "bots/understanding/indicator_names.h"

namespace dondoc::understanding {
namespace {

using Phrases = PhraseList;

constexpr double k_surely_money = 100'000;

class Finder {
 public:
  Finder(const Utterance& text, const Mentions& mentions) : text_(text), mentions_(mentions) {}

  std::vector<FoundFigure> find() {
    for (const Mention& mention : mentions_.all()) {
      if (mention.kind == MentionKind::number) number(mention);
      if (mention.kind == MentionKind::percent) share(mention);
    }
    grade();
    return std::move(found_);
  }

 private:
  bool is_open(std::size_t at) const { return at == 0 || text_.words()[at - 1].mark == 0; }

  void number(const Mention& mention) {
    if (is_name_of_something(mention) || is_what_it_was(mention) || is_remainder(mention)) return;
    FoundFigure figure;
    figure.value = mention.value;
    figure.whole = mention.whole;
    figure.begin = mention.begin;
    figure.end = mention.end;
    figure.approximate = is_about(mention.begin);
    figure.money = mention.money;
    figure.is_total = mention.begin > 0 && text_.any_at(mention.begin - 1, {"tong", "cong"}) > 0;
    if (!name(mention, figure)) return;
    found_.push_back(std::move(figure));
  }

  bool name(const Mention& mention, FoundFigure& figure) const {
    const bool few = mention.money && mention.value < k_surely_money &&
                     nouns().before(text_, mention.begin).length > 0;
    if (few && name_before(mention, figure)) return true;
    const bool is_money = mention.money || (mention.value >= k_surely_money && mention.whole &&
                                            !noun_behind(mention.end).length);
    if (!mention.money && is_money && name_nearby(mention, figure)) return true;
    if (is_money && !noun_behind(mention.end).length) return name_money(mention, figure);
    const auto behind = noun_behind(mention.end);
    if (behind.length > 0) {
      figure.slug = special(behind.slug, mention);
      figure.end = mention.end + behind.length;
      figure.is_before_noun = true;
      return !is_paper(mention.end);
    }
    if (name_before(mention, figure)) return true;
    if (name_by_words(mention, figure)) return true;
    return name_by_clause(mention, figure);
  }

  /// "lượt xem fanpage 1234567": as large as money, but counted.
  bool name_nearby(const Mention& mention, FoundFigure& figure) const {
    if (money().before(text_, mention.begin).length > 0) return false;
    for (std::size_t end = mention.begin; end > 0 && mention.begin - end < 4; --end) {
      if (end < mention.begin && text_.words()[end - 1].mark != 0) break;
      const auto found = nouns().before(text_, end);
      if (found.length < 2) continue;
      figure.slug = found.slug;
      figure.begin = end - found.length;
      return true;
    }
    return false;
  }

  Names::Found noun_behind(std::size_t at) const {
    if (at >= text_.size() || !is_open(at)) return {};
    const auto found = nouns().at(text_, at);
    // "ngày 21 tổ chức": no leaflets.
    const bool other = found.length == 1 && text_.words()[at].plain && text_.folded(at) == "to" &&
                       text_.any_at(at + 1, {"chuc", "dan", "cong", "truong", "tu"}) > 0;
    return other ? Names::Found{} : found;
  }

  /// "số cuộc: 3", "học viên 45", "điểm là 92,5", "nợ quá hạn 0".
  bool name_before(const Mention& mention, FoundFigure& figure) const {
    static const Phrases k_links = {"la",   "dat", "khoang", "tong",   "gom",
                                    "bang", "tam", "chung",  "xap xi", "thanh"};
    std::size_t end = mention.begin;
    while (end > 0 && text_.any_at(end - 1, k_links) > 0 && text_.words()[end - 1].mark == 0) --end;
    if (end == 0 || (text_.words()[end - 1].mark != 0 && text_.words()[end - 1].mark != ':'))
      return false;
    auto found = nouns().before(text_, end);
    const auto kind = money().before(text_, end);
    const bool may_be_money =
        mention.value == 0 || mention.money || mention.value >= k_surely_money;
    if (kind.length > found.length && may_be_money) found = kind;
    if (found.length == 0 || found.slug == "so_lan") return false;
    const bool ends = mention.end >= text_.size() || !is_open(mention.end) ||
                      ends_noun(text_.folded(mention.end));
    if (found.length == 1 && !ends) return false;  // "xe 45 chỗ"
    if (mentions_.over(end - 1) != nullptr) return false;
    // "chi hội 2 chưa nộp": which one, not how many.
    static constexpr std::array<std::string_view, 8> k_numbered = {
        "chi_hoi",    "chi_doan",   "so_ap", "so_thon",
        "khu_dan_cu", "to_dan_pho", "so_xa", "so_truong"};
    const bool numbered =
        end == mention.begin && text_.words()[end - 1].mark == 0 && mention.value < 30 &&
        std::find(k_numbered.begin(), k_numbered.end(), found.slug) != k_numbered.end();
    if (numbered) return false;
    // "3 cuộc 245 lượt": the noun before belongs to the number before it.
    const std::size_t first = end - found.length;
    const Mention* other = first > 0 && is_open(first) ? mentions_.over(first - 1) : nullptr;
    if (other != nullptr && other->kind == MentionKind::number) return false;
    figure.slug = special(found.slug, mention);
    figure.begin = first;
    return true;
  }

  bool name_money(const Mention& mention, FoundFigure& figure) const {
    figure.money = true;
    const auto behind = is_open(mention.end) ? money().at(text_, mention.end) : Names::Found{};
    if (behind.slug == "kinh_phi_duoc_cap" || behind.slug == "kinh_phi_con_lai") {
      figure.slug = behind.slug;
      figure.end += behind.length;
      return true;
    }
    if (mention.begin > 0 && is_open(mention.begin) &&
        text_.any_at(mention.begin - 1, {"cap"}) > 0) {
      figure.slug = "kinh_phi_duoc_cap";
      return true;
    }
    Names::Found best;
    for (std::size_t end = mention.begin; end > 0 && mention.begin - end < 7; --end) {
      const char mark = end < mention.begin ? text_.words()[end - 1].mark : 0;
      if (mark == '.' || mark == ';' || mark == '\n' || (mark == ',' && best.length > 0)) break;
      const auto found = money().before(text_, end);
      if (found.length <= best.length) continue;
      best = found;
      figure.begin = end - found.length;
    }
    if (best.length > 0) {
      figure.slug = best.slug;
      if (!found_.empty())
        figure.begin = std::min(mention.begin, std::max(figure.begin, found_.back().end));
      return true;
    }
    if (is_price(mention)) return false;
    figure.slug = text_.has("vay") ? "von_vay" : "kinh_phi";
    return true;
  }

  /// "15k một ly", "3 triệu một tháng": what something costs.
  bool is_price(const Mention& mention) const {
    return is_open(mention.end) && text_.any_at(mention.end, {"mot", "moi", "1", "tren"}) > 0 &&
           text_.any_at(mention.end + 1, {"ly", "coc", "chai", "lit", "to", "dia", "phan", "cai",
                                          "con", "ky", "kg", "can", "bo", "ve", "thang"}) > 0;
  }

  /// "12 gian hàng": the words that follow, as far as they can be a noun phrase.
  bool name_by_words(const Mention& mention, FoundFigure& figure) const {
    std::string slug;
    std::size_t at = mention.end;
    for (; at < text_.size() && at < mention.end + 4; ++at) {
      const std::string& word = text_.folded(at);
      if (!is_open(at) || ends_noun(word) || mentions_.over(at) != nullptr || !is_word(word)) break;
      slug += (slug.empty() ? "" : "_") + word;
    }
    if (slug.empty() || is_paper(mention.end)) return false;
    if (!is_reported(mention.begin)) return false;
    figure.slug = slug;
    figure.end = at;
    return true;
  }

  /// "người nhiễm HIV 8, …", "Số đơn thư: 3": the clause before a number that ends it.
  bool name_by_clause(const Mention& mention, FoundFigure& figure) const {
    if (mention.begin == 0) return false;
    const char before = text_.words()[mention.begin - 1].mark;
    const bool ends = mention.end >= text_.size() || text_.words()[mention.end - 1].mark != 0;
    if (!ends || (before != 0 && before != ':') ||
        (before == 0 && found_.empty() && mentions_.all().size() < 2))
      return false;
    std::size_t first = mention.begin;
    while (first > 0 && mention.begin - first < 6) {
      const char mark = text_.words()[first - 1].mark;
      if (mark != 0 && !(first == mention.begin && mark == ':')) break;
      const std::string& word = text_.folded(first - 1);
      if (mentions_.over(first - 1) != nullptr || !is_word(word) || is_verb_of_report(word)) break;
      --first;
    }
    if (mention.begin - first < 2) return false;
    if (text_.phrase_at(first, "so") > 0) ++first;
    for (std::size_t i = first; i < mention.begin; ++i)
      figure.slug += (figure.slug.empty() ? "" : "_") + text_.folded(i);
    figure.begin = first;
    return true;
  }

  static bool is_verb_of_report(const std::string& word) {
    return word == "la" || word == "bang" || word == "bao" || word == "cao" || word == "em" ||
           word == "da" || word == "nham" || word == "go";
  }

  static bool is_word(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// An unknown noun counts only behind a verb that reports: "trồng 300 gốc mai".
  bool is_reported(std::size_t at) const {
    static const Phrases k_verbs = {
        "to chuc",    "phat",      "trong",    "van dong",     "lap",        "tang",
        "kiem tra",   "phat hien", "mo",       "xay dung",     "treo",       "cap",
        "in",         "dang",      "thu gom",  "thu",          "ho tro",     "tu van",
        "ra quan",    "ket nap",   "don",      "lap dat",      "giai quyet", "tiep nhan",
        "xu ly",      "ban giao",  "trao",     "thuc hien",    "bao cao",    "ket qua",
        "ky",         "khao sat",  "ra soat",  "gom",          "thanh lap",  "duy tri",
        "tham gia",   "hoa giai",  "tap huan", "tuyen truyen", "co",         "duoc",
        "la",         "dat",       "tong",     "cong",         "xoa",        "thu hoi",
        "bat",        "xu phat",   "cap phat", "nhan",         "tiem",       "kham",
        "xet nghiem", "dieu tri",  "phun",     "thu duoc",     "giam",       "tong cong",
        "quan ly",    "lam"};
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
      if (back > 1 && text_.words()[at - back].mark != 0 && text_.words()[at - back].mark != ':')
        return false;
      if (text_.any_at(at - back, k_verbs) > 0) return true;
    }
    if (at == 0) return true;
    return text_.words()[at - 1].mark == ':' ||
           (text_.words()[at - 1].mark == ',' && !found_.empty());
  }

  /// What is handed in is not what is reported: "đã nộp đủ 3 biểu mẫu".
  bool is_paper(std::size_t at) const {
    static const Phrases k_papers = {"bieu mau",
                                     "bieu",
                                     "ban",
                                     "bo",
                                     "file",
                                     "trang",
                                     "viec",
                                     "cai",
                                     "khau",
                                     "muc",
                                     "dau viec",
                                     "phu luc",
                                     "canh",
                                     "bao cao",
                                     "van ban",
                                     "phan",
                                     "bo ho so",
                                     "ngay",
                                     "bua",
                                     "hom",
                                     "chu",
                                     "to giay",
                                     "nguoi phu trach",
                                     "xa ben",
                                     "thang",
                                     "quy",
                                     "nam",
                                     "ly",
                                     "khach",
                                     "phut",
                                     "gio",
                                     "con heo",
                                     "tuoi",
                                     "so lieu",
                                     "noi dung",
                                     "km roi",
                                     "giai",
                                     "chuong",
                                     "cot"};
    const auto papers = text_.any_at(at, k_papers);
    return papers > 0 && papers >= nouns().at(text_, at).length;
  }

  /// "079 095 018 264", "6140205338917": of a person or an account.
  bool is_part_of_identity(const Mention& mention) const {
    const std::string& digits = text_.folded(mention.begin);
    const bool only_digits = digits.find_first_not_of("0123456789") == std::string::npos;
    if (!only_digits) return false;
    if (digits.size() >= 12) return true;
    if (digits.size() != 3 || digits.front() != '0' || mention.end >= text_.size()) return false;
    const std::string& next = text_.folded(mention.begin + 1);
    return next.size() == 3 && next.find_first_not_of("0123456789") == std::string::npos;
  }

  /// "ấp 3", "quý 4", "kế hoạch 148", "năm 2022", "lần 2": a name, not a figure.
  bool is_name_of_something(const Mention& mention) const {
    if (is_part_of_identity(mention)) return true;
    if (mention.begin == 0 || !is_open(mention.begin)) return false;
    const std::string& digits = text_.folded(mention.begin);
    if (digits.size() >= 6 && digits.front() == '0') return true;  // a telephone or identity number
    for (std::size_t back = 1; back <= 3 && back <= mention.begin; ++back) {
      if (text_.any_at(mention.begin - back, {"cccd", "cmnd", "dien thoai", "mat khau", "tai khoan",
                                              "zoom", "sn", "sinh nam"}) > 0)
        return true;
    }
    if (digits.find('/') != std::string::npos) return true;  // the number of a house
    for (std::size_t back = 1; back <= 7 && back <= mention.begin; ++back) {
      if (text_.any_at(mention.begin - back, {"tong dai", "hotline", "duong day nong"}) > 0)
        return true;
    }
    static const Phrases k_named = {"ap",     "thon",  "khu",   "pho",   "quy",  "thang",  "nam",
                                    "phuong", "muc",   "hoach", "thu",   "lan",  "mau",    "luc",
                                    "so",     "dot",   "khoi",  "dieu",  "ky",   "khom",   "buon",
                                    "xom",    "doi",   "tuoi",  "trang", "nhom", "chuong", "phong",
                                    "tang",   "duong", "bang",  "luat",  "hem",  "quyet",  "ngay"};
    const std::size_t last = mention.begin - 1;
    if (text_.any_at(last, k_named) == 0)
      return text_.phrase_at(last, "to") > 0 && noun_behind(mention.end).length == 0;
    if (last > 0 && text_.phrase_at(last - 1, "tong so") > 0) return false;
    if (text_.any_at(last, {"thang", "nam", "quy", "ngay"}) > 0 && mention.value <= 12) return true;
    const bool so_lieu = text_.folded(last) == "so" && noun_behind(mention.end).length > 0;
    const bool counted =
        noun_behind(mention.end).length > 0 &&
        (text_.folded(last) == "dot" || text_.folded(last) == "doi" ||
         text_.folded(last) == "thu" || text_.folded(last) == "thang" ||
         text_.folded(last) == "bang" || text_.folded(last) == "tang" ||
         text_.folded(last) == "nam" || text_.folded(last) == "quy" || text_.folded(last) == "ky" ||
         text_.folded(last) == "phong" || text_.folded(last) == "ngay");
    return !so_lieu && !counted;
  }

  /// "254 chứ không phải 245", "ghi lộn 83", "từ 21 thành 27": what it was before.
  bool is_what_it_was(const Mention& mention) const {
    static const Phrases k_wrong = {
        "khong phai", "chu khong phai", "chang phai", "lon",      "nham",      "ghi lon",
        "go nham",    "ghi nham",       "thay vi",    "bao nham", "sai la",    "truoc la",
        "cu la",      "go lon",         "so cu",      "so truoc", "con so cu", "so lieu cu",
        "nhap nham",  "khong phai la",  "chu khong",  "thay cho"};
    for (std::size_t n = 1; n <= 4 && n <= mention.begin; ++n) {
      const auto length = text_.any_at(mention.begin - n, k_wrong);
      if (length == n && is_open(mention.begin)) return true;
      if (n == 1 && text_.could_be(mention.begin - 1, "từ") && text_.find("thanh", mention.end))
        return true;
    }
    return text_.any_at(mention.end, {"thanh", "sang"}) > 0 &&
           mentions_.at(mention.end + 1) != nullptr &&
           mentions_.at(mention.end + 1)->kind == MentionKind::number;
  }

  /// "còn 1 cuộc", "2 hộ kia": not done yet.
  bool is_remainder(const Mention& mention) const {
    const auto behind = noun_behind(mention.end);
    const std::size_t after = mention.end + behind.length;
    const bool is_more = mention.begin > 0 && text_.phrase_at(mention.begin - 1, "them") > 0;
    if (is_more) return false;
    if (is_open(after) &&
        text_.any_at(after, {"kia", "nua la", "con lai", "nua thi", "nua chua", "nua moi", "nua",
                             "chua"}) > 0 &&
        behind.length > 0)
      return true;
    for (std::size_t back = 1; back <= 5 && back <= mention.begin; ++back) {
      if (text_.any_at(mention.begin - back, {"thieu", "chua co", "khong co", "chua duoc cap"}) > 0)
        return true;
    }
    if (mention.begin == 0 || !is_open(mention.begin) || mention.money) return false;
    return text_.could_be(mention.begin - 1, "còn") ||
           text_.any_at(mention.begin - 1, {"thieu", "chi tieu", "giao", "moi cuoc", "moi lop"}) >
               0;
  }

  bool is_about(std::size_t at) const {
    static const Phrases k_about = {"khoang", "tam",  "chung",      "uoc",      "gan",
                                    "hon",    "tren", "uoc khoang", "uoc tinh", "uoc dat"};
    if (at == 0) return false;
    if (at > 1 && text_.phrase_at(at - 2, "xap xi") > 0) return true;
    for (std::size_t back = 2; back <= 7 && back <= at; ++back) {
      if (back > 2 && text_.words()[at - back].mark != 0) break;
      if (text_.phrase_at(at - back, "uoc") > 0) return true;
    }
    return text_.any_at(at - 1, k_about) > 0 || text_.could_be(at - 1, "độ") ||
           (text_.could_be(at - 1, "cỡ") && !text_.words()[at - 1].plain);
  }

  /// The same noun counts different things by what was done with it.
  std::string special(std::string_view slug, const Mention& mention) const {
    const auto said_before = [&](std::string_view phrase) {
      for (std::size_t at = 0; at < mention.begin; ++at) {
        if (text_.phrase_at(at, phrase) > 0) return true;
      }
      return false;
    };
    if (slug == "so_co_so" && mention.begin >= 2 &&
        text_.phrase_at(mention.begin - 2, "vi pham") > 0)
      return "co_so_vi_pham";
    if (slug == "so_lan" && said_before("sinh hoat") && text_.has("cau lac bo"))
      return "sinh_hoat_clb";
    if ((slug == "so_co_so" || slug == "co_so_kinh_doanh") && said_before("kiem tra"))
      return "co_so_kiem_tra";
    if (slug == "luot_nguoi" && mention.begin >= 2 &&
        text_.phrase_at(mention.begin - 2, "tu van") > 0)
      return "luot_tu_van";
    if (slug == "luot_nguoi" && mention.begin >= 2 &&
        text_.phrase_at(mention.begin - 2, "phat thanh") > 0)
      return "luot_phat_thanh";
    if (slug == "so_truong_hop" && (text_.has("vi pham") || text_.has("phat hien")))
      return "vi_pham";
    if (slug == "so_ho" && text_.has("vay")) return "ho_vay_von";
    if (slug == "so_lan" && said_before("sinh hoat cau lac bo")) return "sinh_hoat_clb";
    if (slug == "so_dot" && said_before("sinh hoat cau lac bo")) return "sinh_hoat_clb";
    const bool goes_to_cure =
        text_.has("van dong") || text_.has("tu nguyen") || text_.has("di cai nghien");
    if (slug == "so_nguoi" && text_.has("cai nghien") && goes_to_cure) return "nguoi_cai_nghien";
    return std::string(slug);
  }

  /// "tỷ lệ thu quỹ đạt 88,5%".
  void share(const Mention& mention) {
    std::size_t at = mention.begin;
    for (std::size_t back = 0; at > 0 && back < 9; ++back, --at) {
      if (back > 0 && text_.words()[at - 1].mark == '.') return;
      if (text_.phrase_at(at - 1, "ty le") > 0 || text_.phrase_at(at - 1, "ti le") > 0) break;
    }
    if (at == 0 || (text_.phrase_at(at - 1, "ty le") == 0 && text_.phrase_at(at - 1, "ti le") == 0))
      return;
    const std::size_t first = at + 1;
    std::size_t last = mention.begin;
    static const Phrases k_links = {"la",    "dat", "duoc", "khoang", "tren",    "hon",
                                    "chiem", "gan", "con",  "len",    "tang len"};
    while (last > first && text_.any_at(last - 1, k_links) > 0) --last;
    FoundFigure figure;
    figure.value = mention.value;
    figure.begin = at - 1;
    figure.end = mention.end;
    figure.approximate = is_about(mention.begin);
    const auto known = shares().at(text_, first);
    if (known.length > 0 && first + known.length == last) {
      figure.slug = known.slug;
    } else {
      figure.slug = "ty_le";
      for (std::size_t i = first; i < last; ++i) {
        if (is_word(text_.folded(i))) figure.slug += "_" + text_.folded(i);
      }
    }
    found_.push_back(std::move(figure));
  }

  /// "xếp loại Khá", "loại tốt".
  void grade() {
    static const Phrases k_grades = {"xuat sac",
                                     "hoan thanh xuat sac",
                                     "hoan thanh tot",
                                     "kha",
                                     "tot",
                                     "trung binh",
                                     "yeu",
                                     "gioi",
                                     "dat",
                                     "khong dat",
                                     "hoan thanh",
                                     "khong hoan thanh",
                                     "a",
                                     "b",
                                     "c"};
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const auto n = text_.any_at(i, {"xep loai", "dat loai", "xep hang", "loai"});
      if (n == 0 || (!is_open(i + n) && text_.words()[i + n - 1].mark != ':')) continue;
      std::size_t at = i + n;
      if (text_.phrase_at(at, "la") > 0) ++at;
      const auto length = text_.any_at(at, k_grades);
      const bool sure = n == 2 || (length > 0 && i > 0);
      if (length == 0 || !sure) continue;
      FoundFigure figure;
      figure.slug = "xep_loai";
      figure.value = text_.typed(at, at + length);
      figure.begin = i;
      figure.end = at + length;
      found_.push_back(std::move(figure));
      return;
    }
  }

  const Utterance& text_;
  const Mentions& mentions_;
  std::vector<FoundFigure> found_;
};

}  // namespace

std::vector<FoundFigure> find_figures(const Utterance& text, const Mentions& mentions) {
  auto found = Finder(text, mentions).find();
  std::stable_sort(found.begin(), found.end(),
                   [](const FoundFigure& a, const FoundFigure& b) { return a.begin < b.begin; });
  return found;
}

}  // namespace dondoc::understanding
