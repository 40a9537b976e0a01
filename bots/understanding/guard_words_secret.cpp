#include "bots/understanding/guard_words.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr PhraseRow k_rows[] = {
    {Sense::bearer,
     "công văn|công văn hỏa tốc|công văn khẩn|hỏa tốc|cv|văn bản|vb|tài liệu|hồ sơ|hs|"
     "kế hoạch|kh|báo cáo|file|tệp|tập tin|dấu|đóng dấu|con dấu|số liệu|thông tin|tin|chỉ thị|"
     "quyết định|qđ|nghị quyết|giấy|giấy tờ|tờ trình|công điện|điện|thư|phụ lục|phương án|"
     "đề án|biên bản|thông báo|bản đồ|sơ đồ|danh mục|chuyên án|độ|mức độ|cấp độ|loại|bản|"
     "bản chụp|bản sao|bản vẽ|ảnh|phong bì|kết luận|hướng dẫn|lệnh|mệnh lệnh|nội dung|"
     "chuyên đề|sổ|bức điện|tờ|trang|phần|đĩa|usb|công hàm|dự thảo|thư mục|vụ việc|phong thư|"
     "bì thư|quy chế|giấy mời|giấy mời họp|cuộc họp|tổng hợp|bảng|hợp đồng|dự án|thiết kế|"
     "chỉ đạo"},
    {Sense::not_after,
     "mật xanh|mật vàng|mật khẩu|mật ong|mật độ|mật thiết|mật ngọt|mật mía|mật ngữ|mật phục|mật đàm|mật nghị|"
     "mật hoa|mật danh|mật gấu|mật rừng|mật báo|mật mã|mật kế|mật thất|mật cây|"
     "mật khảu|mật khâu|mật rỉ|mật thám|mặt trận|mặt bằng|mặt hàng|mặt khác|mặt trời|mặt trái|"
     "mặt đường|mặt nạ|mặt trước|mặt sau|mặt nước|mặt đất|mặt dù|mặc dù|mặt tiền|mặt sàn|"
     "mặt phẳng|mặt đầy đủ|mặt đông đủ|mặt thật|mặt thân|mặt tích cực|mặt hạn chế|"
     "mặt công tác|mặt lúc|mặt hết|mặt tại|mất điện|mất mạng|mất sóng|mất nước|mất thời gian|"
     "mất hết|mất rồi|mất tiêu|mất luôn|mất dấu|mất trộm|mất cắp|mất ngủ|mất công|mất cả|"
     "mất tích|mất trang|mất dữ liệu|mất chữ|mất chìa|mất máy|mất kết nối|mất tín hiệu|mất đi|"
     "mất lúc|mất sạch|mất tiền|mất file|mất một|mất hai|mất ba|mất mấy|mất nửa|mất gần|"
     "mất hơn|mất khoảng|mất cân đối|mất an|mất an ninh|mất an toàn|mất đâu|mất ở đâu|mất bản|"
     "mất vài|mất nhiều|mất nhiêu|mất bao|mất nên|mất đoàn|mất đoàn kết|mất quyền|"
     "mất tài khoản|mất mát|mất thôi|mất tăm|mất giá|mất dạy|mất mùa|mắt kính|mắt đỏ|mắt cận|"
     "mắt xích|mắt lưới|mắt miễn phí|mắt clb|mắt câu|mắt mô hình|mắt tổ|mắt đội|mắt người|"
     "mắt trẻ|mắt học|mắt bị|mắt quá|mắt mấy|mắt hột|mát mẻ|mát tay|mát trời|mát xa"},
    {Sense::not_before,
     "thân|bảo|bánh|túi|sỏi|ống|gan|đường|lấy|hút|trăng|ngọt|rỉ|dịch|ra|đau|khám|mổ|bịt|giọt|"
     "ong|nuôi|cay|nhức|vắng|có mặt|khuôn|bề|gặp|làm|bị|đi|đã|đeo|gương|chóng|tay mặt|nháy|"
     "viêm kết|con|đôi|về mọi|nhìn|trước|tận|đối|ngậm|phân|tiền|bắt|trong|xe|hơi|hãy"},
    {Sense::secret_abroad, "top secret"},
    {Sense::training,
     "tập huấn|tuyên truyền|phổ biến|kiểm tra|quy định|lớp|hội nghị|nghiệp vụ|bồi dưỡng|luật|"
     "hội thi|tìm hiểu|quán triệt|rà soát|thanh tra|trang bị"},
    {Sense::handling,
     "quản lý|soạn thảo|lưu trữ|bảo quản|giao nhận|sử dụng|tiêu hủy|xử lý|phân loại|xác định|"
     "đăng ký|ban hành|in sao|giải mật|bảo vệ"},
    {Sense::handing_over,
     "gửi|gởi|chụp|scan|quét|up|copy|đính kèm|kèm|chuyển tiếp|fwd|fw|forward|tóm tắt|trích|"
     "post|đăng lên|nội dung|bức ảnh|tấm ảnh|đọc sơ|đánh máy|sao chụp|zalo|mail|link"},
};
// clang-format on

}  // namespace

std::span<const PhraseRow> secret_words() { return k_rows; }

}  // namespace dondoc::understanding
