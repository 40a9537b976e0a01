#include "intake/language/figure_words.h"

namespace dondoc::intake {

const PatternList& counted_nouns() {
  static const PatternList k_list({
      "tờ gấp|bướm",

      "đơn vị máu",

      "cuộc",
      "lớp",
      "buổi",
      "hội nghị|thảo|thi|thao|diễn",
      "mô hình",
      "đợt",
      "chiến dịch",
      "công trình",
      "căn nhà",
      "nhà",
      "suất",
      "suất|phần quà",
      "phần quà",
      "học bổng",
      "câu lạc bộ",
      "tin",
      "bài",
      "tin , bài",
      "tin bài",
      "chuyên đề|mục",
      "xã",
      "phường",
      "xã , phường",
      "xã , phường , thị trấn",
      "thị trấn",
      "thôn",
      "trường",
      "tờ rơi",
      "pano|panô|pa",
      "băng rôn",
      "lượt người",
      "lượt",
      "người",
      "hộ",
      "hộ nghèo",
      "lao động",
      "cây",
      "cây xanh",
      "ha",
      "km",
      "giường",
      "giường bệnh",
      "trạm",
      "phòng học",
      "sản phẩm",
      "dự án",
      "đề tài",
      "doanh nghiệp",
      "hợp tác xã",
      "đơn vị",
      "điểm",
      "tuyến",
      "phóng sự",
      "video|clip",
      "tập thể",
      "cá nhân",
      "đảng viên",
      "đoàn viên",
      "hội viên",
      "học sinh",
      "giáo viên",
      "thẻ",
      "hồ sơ",
      "cơ sở",
      "lần",
      "chương trình",
      "phiên",
      "gian hàng",
      "cuốn",
      "tài liệu",
      "tấn",
      "máy",
      "bộ",
      "đội",
      "tổ",
      "nhóm",
      "công nhân",
      "đoàn",

      "tổ chức đảng",
      "đảng ủy",
      "đảng ủy xã|phường",
      "chi bộ",
      "chi đoàn|hội",
      "công viên",
      "nông dân",
      "phụ nữ",
      "thanh niên",
      "trẻ em",
      "cán bộ",
      "cán bộ , công chức",
      "giờ",
      "tiết",
      "bản",
      "bản tin",
      "trang trại",
      "vườn",
      "cụm loa",
      "khu công nghiệp",
      "cụm công nghiệp",
      "sáng kiến",
      "đề án",
      "văn bản",
      "nghị quyết",
      "sản phẩm ocop",
      "thôn , bản",
      "thôn , tổ dân phố",
      "khu phố",
      "ấp",
      "tổ dân phố",
      "làng",
      "làng nghề",
      "trang thiết bị",
      "lồng bè",
      "con bò|lợn|trâu|gà",
      "bò",
      "trâu",
      "lợn",
      "tàu cá",
      "cầu",
      "tuyến đường",
      "nhà văn hóa",
      "thiết chế",
      "bể",
      "cống",
      "tủ sách",
      "thư viện",
      "sân chơi",
      "khu dân cư",
      "con",
      "chợ",
      "camera",
      "ngôi nhà",
  });
  return k_list;
}

const PatternList& counting_verbs() {
  static const PatternList k_list({
      "treo",
      "phát",
      "in ấn",
      "đăng tải",
      "đăng phát",
      "phát dọn",
      "bê tông hóa",
      "tiếp nhận",
      "nạo vét",
      "giám sát chuyên đề",
      "kiểm tra chuyên đề",
      "chăm sóc",

      "tặng quà",
      "tặng quà cho",
      "thăm hỏi",
      "thăm",
      "đăng ký",
      "giám sát",
      "thẩm định",
      "rà soát",
      "chuyển đổi",
      "nâng cấp",
      "tổ chức",
      "xây dựng",
      "thành lập",
      "mở",
      "thực hiện",
      "in",
      "phát hành",
      "trồng",
      "trồng mới",
      "tặng",
      "trao",
      "trao tặng",
      "hỗ trợ",
      "duy trì",
      "phấn đấu",
      "phấn đấu có",
      "có",
      "đạt",
      "kết nạp",
      "phát triển",
      "biên soạn",
      "sản xuất",
      "đăng",
      "đào tạo",
      "tập huấn",
      "vận động",
      "sửa chữa",
      "xóa",
      "cấp",
      "cấp phát",
      "tuyên truyền",
      "triển khai",
      "phát động",
      "khám",
      "tiêm",
      "giải quyết việc làm cho",
      "tạo việc làm cho",
      "thu hút",
      "ở",
      "kiểm tra",
      "xây",
      "lắp đặt",
      "bồi dưỡng",
      "tuyển",
      "tuyển sinh",
      "giới thiệu",
      "thành lập mới",
      "ra mắt",
      "công nhận",
      "tăng",
      "giảm",
      "hoàn thành",
  });
  return k_list;
}

const PatternList& bounds() {
  static const PatternList k_list({"ít nhất",    "tối thiểu", "tối đa",    "từ",   "trên",
                                   "dưới",       "khoảng",    "không quá", "được", "được ít nhất",
                                   "được trên",  "từ # -",    "hơn",       "thêm", "thêm ít nhất",
                                   "có thêm",    "mới",       "đủ",        "≥",    ">",
                                   "có ít nhất", "có trên",   "đạt"});
  return k_list;
}

const PatternList& aim_words() {
  static const PatternList k_list({"phấn đấu",   "đạt",      "ít nhất",  "tối thiểu", "không quá",
                                   "tối đa",     "giảm",     "tăng",     "bảo đảm",   "đảm bảo",
                                   "duy trì",    "mục tiêu", "chỉ tiêu", "trở lên",   "dưới mức",
                                   "hoàn thành", "100",      "vượt",     "nâng",      "kéo giảm",
                                   "được",       "có"});
  return k_list;
}

const PatternList& state_words() {
  static const PatternList k_list(
      {"danh hiệu",    "mức hỗ trợ",   "bình xét",  "xếp loại", "đã",         "hiện nay",
       "hiện có",      "hiện tại",     "chiếm",     "ước đạt",  "ước tính",   "so với cùng kỳ",
       "thiệt hại",    "còn tồn",      "tính đến",  "đến nay",  "về kết quả", "cùng kỳ năm",
       "qua khảo sát", "theo số liệu", "năm trước", "nồng độ",  "lãi suất"});
  return k_list;
}

const PatternList& aim_headings() {
  static const PatternList k_list({"mục tiêu", "chỉ tiêu", "các chỉ tiêu", "mục tiêu cụ thể",
                                   "phấn đấu", "mục tiêu , chỉ tiêu", "kết quả cần đạt"});
  return k_list;
}

const PatternTable<std::int64_t>& money_units() {
  static const PatternTable<std::int64_t> k_table({
      {"đồng", 1},
      {"đ", 1},
      {"vnđ|vnd", 1},
      {"nghìn|ngàn đồng", 1'000},
      {"triệu", 1'000'000},
      {"triệu đồng", 1'000'000},
      {"tỷ", 1'000'000'000},
      {"tỷ đồng", 1'000'000'000},
  });
  return k_table;
}

const PatternList& money_words() {
  static const PatternList k_list({"kinh phí", "ngân sách", "dự toán", "tổng mức", "vốn", "chi",
                                   "nguồn", "tổng số tiền", "số tiền", "tổng cộng", "cấp"});
  return k_list;
}

const PatternList& no_budget_words() {
  static const PatternList k_list(
      {"thiệt hại",   "tổn thất",   "mức hỗ trợ",  "trợ cấp",  "mức phạt",  "phạt",
       "tiền thưởng", "mức thưởng", "doanh thu",   "thu nhập", "mức lương", "trị giá",
       "trị giá mỗi", "nợ",         "mức đóng",    "học phí",  "giá trị",   "thu ngân sách",
       "kim ngạch",   "thưởng",     "đơn vị tính", "đvt"});
  return k_list;
}

}  // namespace dondoc::intake
