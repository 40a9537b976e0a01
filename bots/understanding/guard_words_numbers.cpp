#include "bots/understanding/guard_words.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr PhraseRow k_rows[] = {
    {Sense::phone,
     "sđt|sdt|số điện thoại|điện thoại|đt|đthoại|đtdđ|phone|tel|zalo|gọi|alo|liên hệ|liên lạc|"
     "lh|hotline|số của|số máy|nhắn|call|mobile|di động|số người nhà|số nhà nó|viber|số ổng|"
     "số bả|số nó|whatsapp"},
    {Sense::identity,
     "cccd|cmnd|cmt|cmtnd|căn cước|chứng minh|định danh|hộ chiếu|passport|số căn cước|cc|cccđ|"
     "thẻ căn cước|giấy tờ tùy thân|cmnđ|ccgc|id card|gplx|giấy phép lái xe|bằng lái"},
    {Sense::account, "stk|số tài khoản|số tk|tài khoản|tk|số thẻ|thẻ atm|tkhoản|t khoản"},
    {Sense::bank,
     "vcb|vietcombank|techcombank|tcb|agribank|sacombank|bidv|vietinbank|ctg|mbbank|mb bank|"
     "acb|vpbank|tpbank|hdbank|shb|vib|msb|lienvietpostbank|lpbank|nam á|đông á|ngân hàng|ocb|"
     "eximbank|scb|seabank|abbank|momo|pvcombank|kienlongbank|vietbank|csxh|bắc á|ví điện tử"},
    {Sense::treasury, "kho bạc|kbnn|ngân sách|mã chương|mã qhns|đơn vị sử dụng ngân sách"},
    {Sense::insurance, "bhyt|bhxh|bảo hiểm|thẻ bảo hiểm|sổ bảo hiểm"},
    {Sense::plate, "bsx|biển số|biển kiểm soát|bks|biển xe|biển đăng ký|xe biển"},
    {Sense::money,
     "kinh phí|vốn|chi|thu|tiền|giải ngân|quyết toán|doanh thu|dư nợ|trị giá|tổng|số tiền|"
     "cho vay|vay|phạt|nộp ngân sách|thu phạt|dự toán|tổng số|nguồn|quỹ|vận động được|ủng hộ|"
     "hỗ trợ|tạm ứng|giá trị|tổng cộng|lượt xem|lượt nghe|lượt tiếp cận|sản lượng|tổng mức|"
     "thanh toán"},
    {Sense::code,
     "mã|id|zoom|meeting|meet|số hiệu|số vb|văn bản số|công văn số|mã số|mst|mã số thuế|"
     "mã hồ sơ|mã họp|hóa đơn|số đăng ký|biên lai|seri|serial|phiếu|mã phiếu|mã vạch|mã phòng|"
     "mã lớp|teams|mã đơn|mã định danh|mã hs|vận đơn|mã vận đơn|passcode|pass|quyết định số|"
     "kế hoạch số"},
    {Sense::unit,
     "đồng|đ|vnd|vnđ|triệu|tr|tỷ|tỉ|nghìn|ngàn|lượt|người|hộ|cuộc|buổi|lít|kg|tấn|con|cây|tờ|"
     "cuốn|suất|phần|hội viên|đoàn viên|học sinh|em|cháu|cán bộ|m2|ha|km|cơ sở|vụ|khẩu|chị|"
     "anh|đại biểu|thành viên|tin|bài|view|views|like|cái|thẻ|đơn|lần|thanh niên|phụ nữ|nhà|"
     "xe|giờ|cặp|nông dân|lao động|công dân|cử tri|khách|thí sinh|sinh viên|học viên|hồ sơ|"
     "phiếu"},
    {Sense::digit,
     "không|hông|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|linh|zero|o"},
};
// clang-format on

}  // namespace

std::span<const PhraseRow> number_words() { return k_rows; }

}  // namespace dondoc::understanding
