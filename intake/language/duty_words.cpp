#include "intake/language/duty_words.h"

namespace dondoc::intake {

const PatternTable<DeadlineKind>& duty_verbs() {
  using enum DeadlineKind;
  static const PatternTable<DeadlineKind> k_table({
      {"báo cáo", report},
      {"chế độ thông tin , báo cáo", report},
      {"thông tin , báo cáo", report},
      {"gửi báo|kết|số|về|danh|biểu|hồ|bản|cho cáo|quả|liệu|sách|mẫu|sơ?", report},
      {"gửi", report},
      {"nộp", report},
      {"tổng hợp", report},
      {"tổng hợp báo|kết cáo|quả", report},
      {"phản ánh về", report},
      {"cung cấp số|thông liệu|tin", report},
      {"sơ kết", summary},
      {"tổng kết", summary},
      {"sơ , tổng kết", summary},
      {"sơ kết , tổng kết", summary},
      {"quyết toán", settlement},
      {"thanh toán", settlement},
      {"thanh , quyết toán", settlement},
      {"thanh quyết toán", settlement},
      {"tựu trường", event},
      {"khai giảng", event},
      {"bế giảng", event},
      {"khai mạc", event},
      {"bế mạc", event},
      {"ra quân", event},
      {"phát động", event},
      {"tổ chức lễ|hội|ngày|tháng|tuần|đợt|chiến", event},
      {"tổ chức kỳ? thi", event},
      {"đợt thi đua", event},
      {"ngày hội", event},
      {"hội thi|thao|diễn", event},
      {"kỳ thi", event},
      {"tổng duyệt", event},
      {"giao ban", event},
      {"mít tinh", event},
      {"gặp mặt", event},
      {"hoàn thành", task},
      {"hoàn chỉnh|thiện", task},
      {"cấp kinh|phát|bù|vốn|bổ phí|sung?", task},
      {"mua sắm", task},
      {"phát lệnh|bản|sóng|thanh|tin|tờ", task},
      {"in ấn", task},
      {"soạn thảo", task},
      {"lắp đặt", task},
      {"số hóa", task},
      {"lựa chọn", task},
      {"tuyển chọn|dụng|sinh", task},
      {"di dời", task},
      {"sản xuất", task},
      {"xây dựng", task},
      {"ban hành", task},
      {"triển khai", task},
      {"thực hiện", task},
      {"tổ chức", task},
      {"rà soát", task},
      {"kiểm tra", task},
      {"thành lập", task},
      {"kiện toàn", task},
      {"trình", task},
      {"tham mưu", task},
      {"lập", task},
      {"phê duyệt", task},
      {"thẩm định", task},
      {"nhận bài|hồ|đăng dự|sơ|ký", task},
      {"chấm", task},
      {"trao giải|thưởng|quà|tặng", event},
      {"khai trương", event},
      {"khánh thành", event},
      {"diễn tập", event},
      {"đấu thầu", task},
      {"phát dọn", task},
      {"cảnh báo", task},
      {"đăng ký", task},
      {"cập nhật", task},
      {"khảo sát", task},
      {"thống kê", task},
      {"tập huấn", task},
      {"bồi dưỡng", task},
      {"tuyên truyền", task},
      {"đánh giá", task},
      {"bàn giao", task},
      {"nghiệm thu", task},
      {"giải ngân", task},
      {"phân bổ", task},
      {"công bố", task},
      {"công khai", task},
      {"niêm yết", task},
      {"sửa đổi", task},
      {"bổ sung", task},
      {"khắc phục", task},
      {"xử lý", task},
      {"hướng dẫn", task},
      {"chuẩn bị", task},
      {"cử", task},
      {"bố trí", task},
      {"xác định", task},
      {"kết thúc", task},
      {"đề xuất", task},
      {"khởi công", task},
      {"vận hành", task},
      {"tiếp nhận", task},
      {"chi trả", task},
      {"cấp phát", task},
      {"điều tra", task},
      {"thu thập", task},
      {"nhập dữ|số|liệu liệu?", task},
      {"quán triệt", task},
      {"phổ biến", task},
      {"biên soạn", task},
      {"thông báo", task},
      {"giao", task},
      {"tặng", task},
      {"thăm", task},
      {"kiểm kê", task},
      {"giám sát", task},
      {"đưa", task},
      {"mở", task},
      {"duy trì", task},
      {"họp", task},
      {"ký kết?", task},
      {"tiêm chủng?", task},
      {"xong", task},
      {"lồng ghép", task},
      {"tiến hành", task},
      {"huấn luyện", task},
      {"vận động nhân|hội|đoàn|người|cán|các", task},
      {"dâng hương|hoa", event},
      {"thắp nến", event},
      {"bình xét", task},
      {"phân loại", task},
      {"chấm điểm", task},
      {"lấy ý kiến", task},
      {"chủ trì", task},
  });
  return k_table;
}

const PatternList& time_labels() {
  static const PatternList k_list({
      "thời gian",
      "thời gian thực|hoàn|tổ|triển|kiểm|tiến|báo|gửi|nộp|quyết|ban|trình|phát|nhận "
      "hiện|thành|chức|"
      "khai|hành|cáo|kê|tra|kết|toán|động|hồ",
      "thời gian bắt đầu",
      "thời gian và địa điểm",
      "thời gian , địa điểm",
      "thời gian cụ thể",
      "thời gian dự kiến",
      "thời gian tổ chức thực hiện",
      "thời gian hoàn thành",
      "thời gian quyết toán kinh? phí?",
      "thời gian thi đua",
      "thời hạn",
      "thời hạn thực|hoàn|gửi|ban|nộp|báo|trình hiện|thành|hành|cáo",
      "thời điểm thực|hoàn|báo|kiểm|tổ hiện|thành|cáo|kê|chức",
      "tiến độ",
      "tiến độ thực|hoàn hiện|thành",
      "hạn hoàn thành",
      "hạn nộp|gửi|cuối",
      "lộ trình thực? hiện?",
      "hoàn thành",
      "kế hoạch thời gian",
      "dự kiến thời gian",
  });
  return k_list;
}

const PatternList& lead_labels() {
  static const PatternList k_list({
      "cơ|đơn quan|vị chủ|thực|tham trì|hiện|mưu",
      "cơ|đơn quan|vị , đơn vị chủ|thực trì|hiện",
      "chủ trì",
      "chủ trì thực hiện",
      "đơn vị , địa phương thực hiện",
      "cơ quan chủ trì thực? hiện?",
      "người thực hiện",
      "phân công thực hiện",
      "trách nhiệm thực hiện",
      "phân công chủ? trì?",
      "đơn|cơ vị|quan chịu trách nhiệm",
      "đơn|cơ vị|quan đầu mối",
  });
  return k_list;
}

const PatternList& helper_labels() {
  static const PatternList k_list(
      {"cơ|đơn quan|vị phối hợp", "phối hợp", "cơ quan , đơn vị phối hợp", "phối hợp thực hiện"});
  return k_list;
}

const PatternList& document_kinds() {
  static const PatternList k_list({
      "kế hoạch",
      "quyết định",
      "chỉ thị",
      "nghị quyết",
      "nghị định",
      "thông tư",
      "công văn",
      "thông báo",
      "kết luận",
      "hướng dẫn",
      "chương trình",
      "công điện",
      "luật",
      "tờ trình",
      "báo cáo",
      "thông tri",
      "quy định",
      "quy chế",
      "đề án",
      "văn bản",
      "pháp lệnh",
      "hiến pháp",
      "kh|qđ|ct|nq|cv|tb|bc|tt",
  });
  return k_list;
}

const PatternList& fact_leads() {
  static const PatternList k_list({
      "chốt số liệu",
      "số liệu tính",
      "lấy số liệu",
      "tính từ ngày",
      "số liệu từ",

      "tuổi đến|tính",
      "tính đến",
      "tính từ",
      "tính tới",
      "số liệu đến|tính",
      "lũy kế",
      "có hiệu lực",
      "hiệu lực thi hành",
      "sinh trước|từ|sau|ngày",
      "thành lập trước",
      "kỷ niệm",
      "chào mừng",
      "nhân ngày|dịp",
      "lần thứ",
      "được cấp trước",
      "tồn tại trước",
      "phát sinh trước",
      "tuyển dụng trước",
      "áp dụng từ",
      "kéo dài từ",
      "xảy ra",
      "ban hành ngày",
      "ký ngày",
      "thông qua ngày",
      "tại thời điểm",
      "thời điểm",
      "chốt|khóa sổ|số",
      "so với",
      "bằng",
      "kể từ ngày ký",
      "tại công|văn|kế|thông|chỉ|quyết",
  });
  return k_list;
}

const PatternList& past_words() {
  static const PatternList k_list({
      "đã giao|yêu|chỉ|ban|có|đề|phê|ký|hoàn|đạt|thực|tổ|xảy|báo|triển|được|phát|nhận|gửi|chi|xây",
      "đã và đang",
      "vừa qua",
      "thời gian qua",
      "năm qua",
  });
  return k_list;
}

const PatternList& noun_leads() {
  static const PatternList k_list({"trong", "từ", "nguồn", "vào", "gắn", "với", "tại", "bằng",
                                   "được giao", "của", "về", "như", "theo chương|kế|dự|phân", "ở",
                                   "bởi", "là"});
  return k_list;
}

const PatternList& yearly_verbs() {
  static const PatternList k_list({
      "xây dựng",  "lập",         "ban hành",   "tổ chức",      "rà soát",
      "kiểm tra",  "đăng ký",     "xác định",   "cập nhật",     "đánh giá",
      "bố trí",    "tham mưu",    "chủ trì",    "thực hiện",    "triển khai",
      "sơ kết",    "tổng kết",    "thống kê",   "điều tra",     "khảo sát",
      "tập huấn",  "giao",        "phân bổ",    "công bố",      "công khai",
      "kiểm kê",   "giám sát",    "quyết toán", "họp",          "phối hợp",
      "hướng dẫn", "đề xuất",     "duy trì",    "mở",           "bình xét",
      "xét",       "khen thưởng", "biểu dương", "phát động",    "tiếp công dân",
      "đối thoại", "sinh hoạt",   "khám",       "tiêm",         "in",
      "cấp",       "phát hành",   "đăng",       "tuyên truyền", "bồi dưỡng",
      "phân công", "đôn đốc",     "phát",       "phát sóng",    "đo",
      "trực",      "sản xuất",    "nội kiểm",   "ngoại kiểm",   "giao ban",
      "tuần tra",  "vệ sinh",     "thăm hỏi",   "chăm sóc",     "cảnh báo",
      "phục vụ",   "trực ban",    "phun",       "quét dọn",     "cân",
  });
  return k_list;
}

const PatternList& target_leads() {
  static const PatternList k_list({
      "phấn đấu", "đạt",  "ít nhất", "tối thiểu", "trên",    "từ",      "dưới",    "không quá",
      "khoảng",   "giảm", "tăng",    "duy trì",   "bảo đảm", "đảm bảo", "trở lên", "mục tiêu",
      "chỉ tiêu", "100",  "tối đa",  "vượt",      "chiếm",   "còn",     "xuống",
  });
  return k_list;
}

const PatternTable<bool>& order_words() {
  static const PatternTable<bool> k_table({
      {"giao", false},
      {"giao cho", false},
      {"yêu cầu", false},
      {"phân công", false},
      {"phân công nhiệm|trách vụ|nhiệm cho", false},
      {"phân công cho", false},
      {"chỉ đạo", false},
      {"đề nghị", true},
      {"kính đề nghị", true},
      {"kiến nghị", true},
      {"đối với", false},
      {"riêng đối? với?", false},
      {"trách nhiệm của?", false},
      {"nhiệm vụ của?", false},
      {"do", false},
      {"thủ trưởng", false},
  });
  return k_table;
}

}  // namespace dondoc::intake
