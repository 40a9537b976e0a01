#include "bots/understanding/names_in_text.h"

#include <algorithm>
#include <array>
#include <span>

#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

using Phrases = PhraseList;

struct Address {
  LiteralWord typed;  ///< with its diacritics; plainly typed it may be without
  std::string_view said;
};

constexpr auto k_addresses = std::to_array<Address>({
    {"chị", "chị"},   {"c", "chị"},   {"anh", "anh"},     {"a", "anh"},   {"đ/c", "đ/c"},
    {"đc", "đ/c"},    {"bạn", "bạn"}, {"cô", "cô"},       {"chú", "chú"}, {"bác", "bác"},
    {"thầy", "thầy"}, {"em", "em"},   {"e", "em"},        {"ông", "ông"}, {"bà", "bà"},
    {"cậu", "cậu"},   {"dì", "dì"},   {"dượng", "dượng"}, {"bé", "bé"},   {"nhỏ", "nhỏ"},
    {"thím", "thím"}, {"mợ", "mợ"},   {"cháu", "cháu"},   {"o", "o"},
});

constexpr WordFilter made_filter() {
  WordFilter filter;
  for (const Address& one : k_addresses) {
    filter.add(one.typed.accented);
    filter.add(one.typed.folded);
  }
  return filter;
}
constexpr WordFilter k_address_words = made_filter();

/// Words that follow a form of address without being a name.
bool is_no_name(std::string_view word) {
  static const Phrases k_words = {
      "oi",     "a",     "nhe",    "lam",  "phu",   "theo",  "lo",     "nhan", "thay", "giup",
      "gium",   "dum",   "ho",     "nay",  "do",    "khac",  "moi",    "ay",   "roi",  "da",
      "dang",   "se",    "di",     "nghi", "la",    "thi",   "ma",     "voi",  "em",   "e",
      "chi",    "anh",   "c",      "ben",  "o",     "cho",   "nha",    "xin",  "gui",  "nop",
      "bao",    "hoi",   "chuyen", "giao", "ban",   "tu",    "den",    "toi",  "minh", "co",
      "khong",  "chua",  "biet",   "duoc", "can",   "phai",  "van",    "vua",  "cung", "xa",
      "phuong", "huyen", "tinh",   "hoi",  "doan",  "phong", "chuyen", "vien", "viec", "het",
      "lien",   "he",    "phan",   "khau", "mang",  "mai",   "nao",    "gi",   "ai",   "kia",
      "qua",    "sang",  "va",     "tiep", "luon",  "em",    "cong",   "hai",  "may",  "tam",
      "giu",    "tham",  "bau",    "ta",   "tat",   "nho",   "xem",    "coi",  "tong", "hen",
      "noi",    "vay",   "vao",    "khi",  "nua",   "thoi",  "ha",     "tro",  "ly",   "tieu",
      "phi",    "tiet",  "tra",    "cuc",  "nhanh", "bo",    "huong"};
  return k_words.holds(key_of(word));
}

class NameReader {
 public:
  NameReader(const Utterance& text, std::size_t from, std::size_t to)
      : text_(text), from_(from), to_(std::min(to, text.size())) {}

  std::string person() const {
    std::string plain;
    for (std::size_t i = from_; i < to_; ++i) {
      FoundPerson person = at(i, false);
      if (person.length == 0) continue;
      if (is_capital(text_.words()[i + person.length - 1])) return person.called;
      if (plain.empty()) plain = std::move(person.called);
    }
    return plain;
  }

  /// `sure`: what is typed without a capital counts only behind an address that is nothing else.
  FoundPerson at(std::size_t i, bool sure) const {
    const auto [said, length] = address_at(i);
    if (length == 0) return bare(i);
    const std::size_t name = i + length;
    const std::size_t end = name_end(name);
    if (end == name) return {};
    const bool capital = is_capital(text_.words()[name]);
    const bool certain =
        capital || (text_.words()[i].plain &&
                    (said == "chị" || said == "anh" || said == "đ/c" || said == "đồng chí") &&
                    text_.folded(i).size() > 1);
    if (sure && !certain) return {};
    if (!capital && (said == "em" ||
                     (text_.words()[i].plain && said != "chị" && said != "anh" && said != "đ/c")))
      return {};
    return {std::string(said) + " " + text_.typed(name, end), end - i};
  }

 private:
  std::pair<std::string_view, std::size_t> address_at(std::size_t at) const {
    if (text_.phrase_at(at, "dong chi") > 0) return {"đồng chí", 2};
    const WordKey typed = text_.typed_key(at);
    if (!k_address_words.may_hold(typed)) return {{}, 0};
    const Word& word = text_.words()[at];
    if (word.typed == "Ban" && at > 0 && text_.words()[at - 1].mark == 0)
      return {{}, 0};  // an office
    constexpr LiteralWord k_short_comrade = "đc";
    for (const Address& one : k_addresses) {
      const bool is = typed == one.typed.accented || (word.plain && typed == one.typed.folded);
      if (!is) continue;
      if (one.typed == k_short_comrade &&
          (at + 1 >= text_.size() || !is_capital(text_.words()[at + 1])))
        continue;  // "được"
      return {one.said, 1};
    }
    return {{}, 0};
  }

  /// "chuyển cho Yến làm": a name alone, between who gives and what is done.
  FoundPerson bare(std::size_t at) const {
    if (at == 0 || at >= to_ || !is_capital(text_.words()[at]) || begins_unit(at) ||
        text_.words()[at - 1].mark != 0)
      return {};
    if (text_.any_at(at - 1, {"cho", "nho", "giao", "sang", "qua"}) == 0) return {};
    std::size_t end = at;
    while (end < to_ && end < at + 4 && is_capital(text_.words()[end]) &&
           (end == at || text_.words()[end - 1].mark == 0))
      ++end;
    static const Phrases k_does = {"lam",  "phu trach", "theo doi", "lo",      "nhan",
                                   "giup", "xu ly",     "tiep",     "quan ly", "dam nhan"};
    if (text_.words()[end - 1].mark != 0 || text_.any_at(end, k_does) == 0) return {};
    return {text_.typed(at, end), end - at};
  }

  /// "chị Đinh Thị Hiền Hội Phụ nữ": where her unit begins.
  bool begins_unit(std::size_t at) const {
    return text_.any_at(at, {"hoi", "doan", "phong", "cong an", "ubnd", "uy ban", "mat tran",
                             "tram", "truong", "ban"}) > 0;
  }

  std::size_t name_end(std::size_t at) const {
    if (at >= to_ || text_.words()[at - 1].mark != 0) return at;
    std::size_t end = at;
    if (is_capital(text_.words()[at])) {
      while (end < to_ && end < at + 5 && is_capital(text_.words()[end]) &&
             !(end > at && (text_.words()[end - 1].mark != 0 || begins_unit(end))))
        ++end;
      return end;
    }
    // Typed carelessly: one word, or two when the next one cannot begin what is said of her.
    const Word& first = text_.words()[at];
    if (is_no_name(first.folded) || first.folded.find_first_of("0123456789/") != std::string::npos)
      return at;
    ++end;
    const bool more = end < to_ && first.mark == 0 && first.plain &&
                      !is_no_name(text_.folded(end)) && text_.words()[end].plain;
    static const Phrases k_verbs = {"phu trach", "theo doi", "dam nhan",
                                    "tiep nhan", "tham muu", "quan ly"};
    if (more && text_.any_at(end, k_verbs) == 0 &&
        text_.folded(end).find_first_of("0123456789/") == std::string::npos)
      ++end;
    return end;
  }

  const Utterance& text_;
  std::size_t from_;
  std::size_t to_;
};

struct UnitWord {
  LiteralPhrase phrase;
  std::string_view name;  ///< when it is written in full; empty: as typed
};

constexpr auto k_units = std::to_array<UnitWord>({
    {"van hoa - xa hoi", "Văn hóa - Xã hội"},
    {"cong an", ""},
    {"tu phap", ""},
    {"hoi nong dan", ""},
    {"hoi phu nu", ""},
    {"hoi lhpn", ""},
    {"hoi cuu chien binh", ""},
    {"hoi chu thap do", ""},
    {"hoi khuyen hoc", ""},
    {"hoi nguoi cao tuoi", ""},
    {"doan thanh nien", ""},
    {"huyen doan", ""},
    {"tinh doan", ""},
    {"xa doan", ""},
    {"doan xa", ""},
    {"doan phuong", ""},
    {"dia chinh", ""},
    {"tai chinh", ""},
    {"ke toan", ""},
    {"y te", ""},
    {"tram y te", ""},
    {"giao duc", ""},
    {"phong", ""},
    {"ban chi huy", ""},
    {"ban chqs", ""},
    {"ban dan toc", ""},
    {"ban tuyen giao", ""},
    {"ban dan van", ""},
    {"ban quan ly", ""},
    {"ubnd", ""},
    {"uy ban", ""},
    {"mat tran", ""},
    {"ubmttq", ""},
    {"van phong", ""},
    {"quan su", ""},
    {"ban chi huy quan su", ""},
    {"truong", ""},
    {"trung tam", ""},
    {"hat kiem lam", ""},
    {"kiem lam", ""},
    {"bien phong", ""},
    {"lao dong", ""},
    {"noi vu", ""},
    {"tuyen giao", ""},
    {"dan van", ""},
    {"to chuc", ""},
    {"thue", ""},
    {"chi cuc", ""},
    {"chi cuc kiem lam", ""},
    {"chi cuc thue", ""},
    {"bo phan mot cua", ""},
    {"phong tai chinh ke hoach", ""},
    {"kho bac", ""},
    {"bao hiem xa hoi", ""},
    {"huyen uy", ""},
    {"dang uy", ""},
    {"thong ke", ""},
    {"cong doan", ""},
    {"hoi", ""},
    {"doan", ""},
    {"thanh tra", ""},
    {"kinh te", ""},
    {"ha tang", ""},
    {"van hoa", ""},
    {"dai truyen thanh", ""},
    {"buu dien", ""},
    {"ngan hang", ""},
    {"khuyen nong", ""},
    {"xay dung", ""},
    {"nong nghiep", ""},
    {"tai nguyen", ""},
    {"moi truong", ""},
    {"chu thap do", ""},
    {"thuong binh", ""},
    {"nong dan", ""},
    {"phu nu", ""},
    {"cuu chien binh", ""},
    {"thanh nien", ""},
    {"mttq", ""},
    {"cong thuong", ""},
    {"tnxh", ""},
    {"giao vien", ""},
    {"ban giam hieu", ""},
    {"bgh", ""},
});

bool joins_unit(std::string_view word) {
  static const Phrases k_words = {
      "xa",   "phuong", "huyen",  "tinh", "quan",   "thi",   "tran", "thanh", "pho",
      "-",    "hoi",    "dan",    "nu",   "nong",   "thanh", "nien", "te",    "an",
      "phap", "chinh",  "toan",   "ke",   "kinh",   "hoa",   "van",  "chien", "binh",
      "cuu",  "su",     "y",      "vu",   "giao",   "duc",   "ubnd", "uy",    "ban",
      "doan", "lhpn",   "thuong", "khu",  "vuc",    "hoach", "do",   "thap",  "tai",
      "lao",  "dong",   "nguyen", "moi",  "truong", "&",     "cong", "tac",   "mat",
      "tran", "ttxh",   "hiep",   "lien", "khuyen", "hoc",   "giam", "hieu"};
  return k_words.holds(key_of(word));
}

std::size_t unit_word_at(const Utterance& text, std::size_t at, std::string_view& name) {
  std::size_t best = 0;
  for (const UnitWord& one : k_units) {
    const auto n = text.phrase_at(at, one.phrase);
    if (n > best) {
      best = n;
      name = one.name;
    }
  }
  return best;
}

/// "Tài nguyên và Môi trường".
bool joins_two(const Utterance& text, std::size_t at) {
  return text.phrase_at(at, "va") > 0 && at + 1 < text.size() && is_capital(text.words()[at + 1]);
}

/// Words behind which a unit is named.
bool leads_to_unit(const Utterance& text, std::size_t at) {
  if (at == 0) return false;
  static const Phrases k_leads = {"ben",  "sang",   "qua",  "cho",  "thuoc", "cua",
                                  "giao", "chuyen", "ve",   "hoi",  "do",    "lai",
                                  "la",   "nho",    "chuc", "vien", "bo"};
  return text.any_at(at - 1, k_leads) > 0;
}

/// "Hội Nông dân mới làm cái này": the unit at the beginning is the one that does it.
bool says_it_does(const Utterance& text, std::size_t from, std::size_t to) {
  bool does = false;
  for (std::size_t i = from; i < to && i < from + 5; ++i) {
    if (text.any_at(i, {"khong", "chua", "dau"}) > 0) return false;
    does = does || text.any_at(i, {"lam", "lo", "phu trach", "nhan", "chu tri"}) > 0;
  }
  return does;
}

}  // namespace

FoundPerson person_at(const Utterance& text, std::size_t at) {
  return at < text.size() ? NameReader(text, at, text.size()).at(at, true) : FoundPerson{};
}

std::string person_in(const Utterance& text, std::size_t from, std::size_t to) {
  return NameReader(text, from, to).person();
}

std::string unit_in(const Utterance& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to && i < text.size(); ++i) {
    std::string_view name;
    const auto length = unit_word_at(text, i, name);
    const bool capital = is_capital(text.words()[i]);
    const bool names = capital && (i > from || says_it_does(text, i + length, to));
    if (length == 0 || (!leads_to_unit(text, i) && !names)) continue;
    // "đ/c Phong bên Công an": a person first.
    const bool is_persons = length == 1 && capital && i > from &&
                            text.any_at(i - 1, {"d/c", "dc", "chi", "anh", "em", "co", "chu"}) > 0;
    if (is_persons) continue;
    // "không phải bên Hội": whose it is not.
    const bool denied =
        i >= 2 && (text.phrase_at(i - 2, "phai ben") > 0 || text.phrase_at(i - 2, "phai cua") > 0 ||
                   text.phrase_at(i - 1, "phai") > 0 || text.phrase_at(i - 2, "khong thuoc") > 0);
    const bool is_verb = length == 1 &&
                         text.any_at(i, {"hoi", "so", "ban", "truong", "to chuc"}) == 1 &&
                         !capital && !text.words()[i].plain;
    if (denied || is_verb) continue;
    if (!name.empty()) return std::string(name);
    std::size_t end = i + length;
    while (end < to && end < i + 7 && text.words()[end - 1].mark == 0 &&
           (is_capital(text.words()[end]) || joins_unit(text.folded(end)) || joins_two(text, end)))
      ++end;
    while (end > i + length && (text.folded(end - 1) == "-" || text.could_be(end - 1, "mới")))
      --end;
    return text.typed(i, end);
  }
  return {};
}

}  // namespace dondoc::understanding
