#include "bots/understanding/slot_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace dondoc::understanding {
namespace {

using Phrases = PhraseList;

struct Named {
  LiteralPhrase phrase;
  std::string_view name;
};

// clang-format off
const Phrases k_items = {
    "to trinh", "bang cham diem", "bang diem", "bang so lieu", "bang tong hop", "bang ke",
    "bao cao nam", "bao cao quy", "bao cao thang", "bao cao tuan", "bao cao chuyen de",
    "bao cao so ket", "bao cao tong ket", "bao cao 6 thang", "bao cao dot xuat",
    "bao cao tai chinh", "bao cao cu", "bao cao nhanh", "bao cao dinh ky", "bao cao thong ke",
    "bao cao giai trinh", "bao cao bo sung", "bao cao nam 2023", "bao cao", "thanh toan",
    "treo bang ron", "phat thanh", "ke khai", "lop tap huan", "phat to roi", "ban ky", "thu phat",
    "truong hoc", "kiem tra lien nganh", "nghiem thu", "quyet toan", "giai phong mat bang",
    "tiem chung", "phun thuoc",
    "quyet toan", "tap huan", "tuyen truyen", "ke hoach", "danh sach khen thuong", "danh sach",
    "hoi nghi", "dien dan", "hoi thi", "pano", "to roi", "ban giay", "bien ban", "ho so vay von",
    "ho so", "so sach", "le ra quan", "phat dong", "hoi thao", "lop nghe", "lop", "kham tuyen",
    "giai ngan", "kiem tra", "so lieu", "bieu mau", "phu luc", "xay cau", "so tiet kiem",
    "so luot nguoi", "so cuoc", "du toan", "bang ron", "san khau", "ra quan", "mo hinh",
    "kinh phi", "video", "clip", "hoa giai", "tin bai", "le phat dong", "khao sat", "ra soat",
    "tong ket", "so ket", "hoi cho", "toa dam", "hop dan", "van nghe", "the thao", "to gap",
};
constexpr auto k_stages = std::to_array<Named>({
    {"trinh ky", "trình ký"}, {"cho ky", "trình ký"}, {"trinh lanh dao", "trình ký"},
    {"trinh chu tich", "trình ký"}, {"xin chu ky", "trình ký"}, {"cho chu tich ky", "trình ký"},
    {"trinh sep", "trình ký"}, {"cho lanh dao ky", "trình ký"}, {"cho sep ky", "trình ký"},
    {"lay y kien", "lấy ý kiến"}, {"xin y kien", "lấy ý kiến"}, {"gop y", "lấy ý kiến"},
    {"tham dinh", "thẩm định"}, {"in an", "in ấn"}, {"cho dong dau", "đóng dấu"},
    {"phe duyet", "phê duyệt"}, {"cho duyet", "phê duyệt"}, {"trinh duyet", "phê duyệt"},
    {"nghiem thu", "nghiệm thu"}, {"du thao", "dự thảo"},
});
constexpr auto k_channels = std::to_array<Named>({
    {"mail", "email"}, {"thu dien tu", "email"}, {"hop thu", "email"},
    {"truc lien thong", "trục liên thông"}, {"lien thong", "trục liên thông"},
    {"truc", "trục liên thông"}, {"zalo", "zalo"}, {"buu dien", "bưu điện"},
    {"van thu", "văn thư"}, {"ioffice", "iOffice"}, {"truc tiep", "trực tiếp"},
    {"tan tay", "trực tiếp"}, {"phan mem", "phần mềm"}, {"drive", "drive"},
    {"cong dich vu cong", "cổng dịch vụ công"}, {"fax", "fax"}, {"he thong", "phần mềm"},
});
// clang-format on

std::string_view longest(std::span<const Named> table, const Utterance& text, std::size_t at) {
  std::size_t best = 0;
  std::string_view name;
  for (const Named& one : table) {
    const auto n = text.phrase_at(at, one.phrase);
    if (n <= best) continue;
    best = n;
    name = one.name;
  }
  return name;
}

}  // namespace

std::size_t item_at(const Utterance& text, std::size_t at) {
  if (text.could_be(at, "ảnh") && !text.words()[at].plain) return 1;
  const auto length = text.any_at(at, k_items);
  // "báo cáo quý 3", "báo cáo tháng 10"
  const std::size_t end = at + length;
  const bool numbered = length > 0 && end < text.size() && text.words()[end - 1].mark == 0 &&
                        text.any_at(end - 1, {"quy", "thang", "tuan"}) > 0 &&
                        text.folded(end).find_first_not_of("0123456789") == std::string::npos;
  return numbered ? length + 1 : length;
}

std::string_view stage_at(const Utterance& text, std::size_t at) {
  return longest(k_stages, text, at);
}

std::string_view channel_at(const Utterance& text, std::size_t at) {
  return longest(k_channels, text, at);
}

std::string_view category_in(const Utterance& text, std::size_t from, std::size_t to) {
  struct Category {
    std::string_view name;
    Phrases words;
  };
  static const std::vector<Category> k_categories = {
      {"funds",
       {"kinh phi", "tien", "ngan sach", "von", "du toan", "quy hoi", "quyet toan", "dong nao"}},
      {"system",
       {"may tinh", "may in", "phan mem", "mat khau", "tai khoan", "he thong", "mang", "dang nhap",
        "file", "chu ky so", "dien", "website"}},
      {"waiting_guidance",
       {"huong dan", "chi dao", "y kien", "cap tren", "chu truong", "phe duyet", "tra loi",
        "tham dinh"}},
      {"waiting_data",
       {"so lieu", "du lieu", "danh sach", "doi chieu", "so du", "cung cap", "gui len", "gui so",
        "tong hop", "nop len", "xac minh"}},
      {"document",
       {"ke hoach", "van ban", "cong van", "hoa don", "chung tu", "bieu mau", "ho so", "giay to",
        "mau"}},
      {"staff",
       {"thieu nguoi", "mot minh", "co minh", "it nguoi", "khong co nguoi", "can bo", "nhan su",
        "khong xue", "qua tai", "nguoi lam", "kiem nhiem"}},
      {"absent",
       {"nghi phep", "om", "benh", "vien", "di vang", "cong tac", "di hoc", "thai san", "vang"}},
      {"schedule",
       {"lich", "hop", "bau cu", "dai hoi", "mua", "bao", "lu", "thi", "le hoi", "ngap", "dich"}},
  };
  for (const Category& category : k_categories) {
    for (std::size_t i = from; i < to && i < text.size(); ++i) {
      if (text.any_at(i, category.words) > 0) return category.name;
    }
  }
  return {};
}

std::optional<std::size_t> reason_mark_in(const Utterance& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i + 1 < to; ++i) {
    if (auto n = text.any_at(i, {"ly do la", "ly do", "boi vi", "tai vi", "do vi", "vi la", "bởi"}))
      return i + n;
    const bool because = text.could_be(i, "vì") || text.could_be(i, "do") ||
                         text.could_be(i, "tại") || text.could_be(i, "bởi");
    const bool at_unit = text.could_be(i, "tại") && text.words()[i].plain;
    if (because && !at_unit && !(i > 0 && text.any_at(i - 1, {"ly do", "tu do", "tai do"}) > 0))
      return i + 1;
  }
  return std::nullopt;
}

}  // namespace dondoc::understanding
