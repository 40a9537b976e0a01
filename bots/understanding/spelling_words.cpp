#include "bots/understanding/spelling_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "bots/understanding/word_key.h"
#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

struct Abbreviation {
  std::string_view typed;  ///< folded
  std::string_view meant;
};

// clang-format off
constexpr auto k_abbreviations = std::to_array<Abbreviation>({
    // the spelling of chats
    {"dc", "duoc"}, {"dk", "duoc"}, {"duocc", "duoc"}, {"dx", "duoc"}, {"dch", "duoc"},
    {"duok", "duoc"},
    {"ko", "khong"}, {"k", "khong"}, {"kh", "khong"}, {"kg", "khong"}, {"khg", "khong"},
    {"hok", "khong"}, {"hk", "khong"},
    {"hong", "khong"}, {"hog", "khong"}, {"hem", "khong"}, {"khum", "khong"}, {"hum", "khong"},
    {"kom", "khong"},
    {"kong", "khong"}, {"hg", "khong"}, {"khonh", "khong"}, {"hông", "khong"}, {"hổng", "khong"},
    {"hổn", "khong"}, {"gửu", "gui"}, {"guu", "gui"}, {"gưi", "gui"},
    {"r", "roi"}, {"rui", "roi"}, {"roai", "roi"}, {"roy", "roi"}, {"rroi", "roi"}, {"ruj", "roi"},
    {"oi", "oi"},
    {"e", "em"}, {"mk", "minh"}, {"mik", "minh"}, {"mih", "minh"}, {"mn", "moi nguoi"},
    {"mng", "moi nguoi"},
    {"ng", "nguoi"}, {"ngta", "nguoi ta"}, {"ntn", "nhu the nao"}, {"lm", "lam"},
    {"bn", "bao nhieu"}, {"bnh", "bao nhieu"},
    {"bh", "bao gio"}, {"bjo", "bay gio"}, {"bgio", "bay gio"}, {"j", "gi"}, {"ji", "gi"},
    {"z", "vay"},
    {"dz", "vay"}, {"dzay", "vay"}, {"zay", "vay"}, {"dzi", "vay"}, {"zi", "vay"}, {"zậy", "vay"},
    {"rua", "vay"}, {"v", "vay"},
    {"wa", "qua"}, {"qa", "qua"}, {"wá", "qua"}, {"trc", "truoc"}, {"trk", "truoc"}, {"vs", "voi"},
    {"zoi", "voi"}, {"zới", "voi"},
    {"vo", "vao"}, {"zo", "vao"}, {"zô", "vao"}, {"nc", "nuoc"}, {"tg", "thoi gian"},
    {"tgian", "thoi gian"}, {"lun", "luon"},
    {"thui", "thoi"}, {"nhiu", "nhieu"}, {"bit", "biet"}, {"bik", "biet"}, {"bt", "biet"},
    {"pit", "biet"}, {"hqa", "hom qua"}, {"hqua", "hom qua"},
    {"hnay", "hom nay"}, {"hom ni", "hom nay"}, {"ni", "nay"}, {"dag", "dang"}, {"thag", "thang"},
    {"fai", "phai"}, {"ms", "moi"}, {"cj", "chi"}, {"chj", "chi"}, {"c", "chi"}, {"ah", "a"},
    {"ak", "a"},
    {"nha", "nhe"}, {"nhen", "nhe"}, {"nghen", "nhe"}, {"nhe", "nhe"}, {"nhá", "nhe"},
    {"ngen", "nhe"},
    {"gởi", "gui"}, {"guj", "gui"}, {"gửj", "gui"}, {"tks", "cam on"}, {"thks", "cam on"},
    {"thanks", "cam on"},
    {"thank", "cam on"}, {"ths", "cam on"}, {"sd", "su dung"}, {"tui", "toi"}, {"toai", "toi"},
    {"ts", "tai sao"},
    {"jo", "gio"}, {"gjo", "gio"}, {"nốt", "not"}, {"hthanh", "hoan thanh"},
    {"okie", "ok"}, {"oke", "ok"}, {"oki", "ok"}, {"okela", "ok"}, {"okay", "ok"}, {"okey", "ok"},
    {"okee", "ok"}, {"okla", "ok"}, {"okê", "ok"}, {"oce", "ok"},
    {"uh", "u"}, {"uhm", "u"}, {"um", "u"}, {"uk", "u"}, {"ukm", "u"}, {"yes", "vang"},
    {"yep", "vang"}, {"vg", "vang"}, {"vag", "vang"}, {"vâg", "vang"}, {"dza", "da"},
    {"rùi", "roi"}, {"òi", "roi"}, {"gòi", "roi"}, {"ùi", "roi"}, {"rồi", "roi"}, {"lién", "lien"},
    {"xg", "xong"}, {"xog", "xong"}, {"x0ng", "xong"},
    {"fê", "phe"}, {"qđ", "quyet dinh"}, {"rep", "tra loi"}, {"tl", "tra loi"}, {"mún", "muon"},
    {"mơi", "mai"}, {"chừ", "bay gio"}, {"mần", "lam"}, {"mầm", "lam"}, {"răng", "sao"}, {"đả", "da"},
    {"bít", "biet"}, {"sẻ", "se"}, {"gữi", "gui"}, {"củng", "cung"}, {"nghĩ", "nghi"},
    {"chửa", "chua"}, {"trể", "tre"}, {"lổi", "loi"}, {"mổi", "moi"}, {"xữ", "xu"}, {"kỷ", "ky"},
    {"rứa", "vay"}, {"nớ", "do"}, {"tê", "kia"}, {"chi rứa", "gi vay"}, {"nỏ", "khong"},
    {"hỉ", "nhi"}, {"hè", "nhi"}, {"bển", "ben do"}, {"ảnh", "anh"}, {"chỉ", "chi"},
    {"ổng", "ong"}, {"bả", "ba"},
    // English in Vietnamese sentences
    {"done", "xong"}, {"deadline", "han"}, {"dl", "han"}, {"form", "mau"}, {"email", "mail"},
    {"gmail", "mail"}, {"report", "bao cao"},
    {"update", "cap nhat"}, {"delay", "cham"}, {"finish", "xong"}, {"finished", "xong"},
    {"sent", "da gui"}, {"send", "gui"}, {"submit", "nop"}, {"check", "kiem tra"},
    {"confirm", "xac nhan"}, {"noted", "da nhan"}, {"note", "da nhan"}, {"extend", "gia han"},
    {"pending", "dang cho"}, {"received", "da nhan"}, {"roger", "da nhan"}, {"fone", "dien thoai"},
    {"phone", "dien thoai"}, {"plan", "ke hoach"}, {"template", "mau"},
    // words of the office
    {"bc", "bao cao"}, {"bcao", "bao cao"}, {"kp", "kinh phi"}, {"kphi", "kinh phi"},
    {"kq", "ket qua"}, {"kqua", "ket qua"}, {"sl", "so lieu"}, {"slieu", "so lieu"},
    {"vb", "van ban"}, {"vban", "van ban"},
    {"cv", "cong van"}, {"cb", "can bo"}, {"ld", "lanh dao"}, {"tkhai", "trien khai"},
    {"qt", "quyet toan"}, {"clb", "cau lac bo"}, {"sh", "sinh hoat"},
    {"dv", "don vi"}, {"dvi", "don vi"}, {"đ/c", "d/c"}, {"dt", "dien thoai"},
    {"sdt", "so dien thoai"}, {"gh", "gia han"}, {"ktra", "kiem tra"}, {"kt", "kiem tra"},
    {"bb", "bien ban"}, {"nv", "nhiem vu"},
    {"nvu", "nhiem vu"},
    {"bs", "bo sung"}, {"tb", "thong bao"}, {"cty", "cong ty"}, {"hv", "hoc vien"},
    {"hs", "hoc sinh"}, {"gd", "gia dinh"}, {"vh-xh", "van hoa - xa hoi"},
    {"vhxh", "van hoa - xa hoi"}, {"ps", "phat sinh"},
    {"ctv", "cong tac vien"}, {"tnv", "tinh nguyen vien"}, {"ttyt", "trung tam y te"},
    {"tyt", "tram y te"}, {"ldtbxh", "lao dong thuong binh xa hoi"},
    {"ldld", "lien doan lao dong"}, {"hnd", "hoi nong dan"}, {"lhpn", "lien hiep phu nu"},
    {"ktxh", "kinh te xa hoi"}, {"nq", "nghi quyet"}, {"ct", "chu tich"}, {"pct", "pho chu tich"},
    {"vp", "van phong"}, {"tchc", "to chuc hanh chinh"}, {"tckh", "tai chinh ke hoach"},
    {"pgd", "phong giao duc"}, {"gvcn", "giao vien chu nhiem"}, {"tdp", "to dan pho"},
    {"kdc", "khu dan cu"},
    {"nq-tw", "nghi quyet"}, {"lđ", "lanh dao"}, {"đv", "don vi"}, {"sx", "san xuat"},
    {"đt", "dien thoai"}, {"xl", "xin loi"}, {"sly", "xin loi"}, {"sr", "xin loi"},
    {"sorry", "xin loi"}, {"pls", "lam on"},
});

/// Words that are only abbreviations when typed in capitals.
constexpr auto k_capitals = std::to_array<Abbreviation>({
    {"CA", "cong an"}, {"KH", "ke hoach"}, {"TT", "tuyen truyen"}, {"HĐ", "hoat dong"},
    {"HD", "huong dan"}, {"TH", "tong hop"}, {"QS", "quan su"}, {"CĐ", "chi dao"},
    {"HN", "hoi nghi"}, {"NT", "nong thon"}, {"ND", "nong dan"}, {"PN", "phu nu"},
    {"TN", "thanh nien"}, {"QH", "quan he"},
});

/// Only in small letters.
constexpr auto k_small = std::to_array<Abbreviation>({
    {"tt", "tuyen truyen"}, {"hd", "huong dan"}, {"hn", "hoi nghi"},
});

/// Frequent words of replies: an error of typing is put right to the first that fits.
constexpr auto k_frequent = std::to_array<std::string_view>({
    "xong", "chua", "duoc", "khong", "nhan", "gui", "nop", "bao", "cao", "hoan", "thanh", "dang",
    "trien", "khai", "kinh", "phi", "huong", "dan", "cuoc", "luot", "nguoi", "lop", "hoc", "vien",
    "tuyen", "truyen", "tap", "huan", "chuyen", "giao", "vuong", "mac", "thieu", "them", "ngay",
    "tuan", "thang", "roi", "sang", "chieu", "quyet", "toan", "trinh", "phat", "sinh", "tong",
    "hop", "thuc", "hien", "lieu", "trach", "nhiem", "viec", "ket", "qua", "cham", "muon", "phong",
    "kiem", "tra", "soan", "chuan", "phep", "trach", "mau", "bieu", "thoi", "gian", "nhac", "tiep",
    "nhat",
});
// clang-format on

struct Table {
  WordFilter filter;  ///< worth its while for the small tables
  WordTable<std::string_view> meanings;
};

template <typename Entries>
Table table_of(const Entries& entries) {
  Table table;
  for (const Abbreviation& entry : entries) {
    table.filter.add(key_of(entry.typed));
    table.meanings.emplace(key_of(entry.typed), entry.meant);
  }
  return table;
}

std::string_view found(const Table& table, WordKey word) {
  if (!table.filter.may_hold(word)) return {};
  const std::string_view* meant = table.meanings.find(word);
  return meant == nullptr ? std::string_view() : *meant;
}

/// One letter more, one less, another one, or two exchanged.
bool is_one_error(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() != b.size()) return a.substr(i) == b.substr(i + 1);
  if (i == a.size() || a.substr(i + 1) == b.substr(i + 1)) return true;
  const bool exchanged = i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i];
  return exchanged && a.substr(i + 2) == b.substr(i + 2);
}

}  // namespace

std::string_view meant_by(std::string_view folded, std::string_view typed) {
  static const Table capitals = table_of(k_capitals);
  static const Table small = table_of(k_small);
  static const Table all = table_of(k_abbreviations);
  const WordKey as_typed = key_of(typed);
  if (auto meant = found(capitals, as_typed); !meant.empty()) return meant;
  if (folded == typed) {
    if (auto meant = found(small, as_typed); !meant.empty()) return meant;
  }
  // The table of chat spelling may name accents ("hông"): those count before the folded form.
  if (auto meant = found(all, as_typed); !meant.empty()) return meant;
  const std::string lower = lower_case(typed);
  if (lower != folded) {
    if (auto meant = found(all, key_of(lower)); !meant.empty()) return meant;
  }
  const bool is_abbreviation =
      folded == typed || folded.size() <= 2 || folded.find_first_of("aeiouy") == folded.npos;
  return is_abbreviation && folded != typed ? found(all, key_of(folded)) : std::string_view();
}

std::string_view nearly(std::string_view folded) {
  for (std::string_view word : k_frequent) {
    if (word.size() >= 3 && is_one_error(folded, word)) return word;
  }
  return {};
}

}  // namespace dondoc::understanding
