#include "bots/understanding/guard_words.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr PhraseRow k_rows[] = {
    {Sense::list,
     "danh sách|ds|list|dsách|bảng kê|danh mục|lý lịch|bảng theo dõi|sổ theo dõi|sổ quản lý|"
     "thống kê|phiếu thu thập|trích ngang"},
    {Sense::citizens,
     "nghiện|người nghiện|đối tượng|hộ nghèo|cận nghèo|hộ cận nghèo|nạn nhân|học viên cai|"
     "sau cai|nhiễm hiv|hiv|bệnh nhân|f0|người vi phạm|tái nghiện|ma túy|mại dâm|tâm thần|"
     "khuyết tật|tảo hôn|mồ côi|bạo lực|methadone|arv|vay vốn|hộ vay|tiền án|tù|tái hòa nhập|"
     "chậm tiến|bỏ học|sinh con thứ|thai phụ|nghi nghiện|xâm hại|người bệnh|phụ nữ mang thai|"
     "hộ chính sách|bảo trợ|trợ cấp|nợ xấu|trẻ em|trốn|cai"},
    {Sense::anyones,
     "hội viên|đoàn viên|học sinh|thanh niên|phụ nữ|người cao tuổi|người|hộ|cháu|trẻ|"
     "nhân khẩu|hộ dân|công dân|người dân|cử tri|hộ khẩu|lao động|khách|thành viên|nvqs|"
     "nhập ngũ"},
    {Sense::picture,
     "ảnh|hình|hình ảnh|chụp|scan|quét|photo|img|image|video|clip|quay|pic|bản chụp|bản scan|"
     "screenshot|chụp lại|chụp hình|chụp ảnh|jpg|jpeg|png|heic|mp4|sao chụp|picture"},
    {Sense::file,
     "file|tệp|tập tin|xlsx|xls|doc|docx|pdf|csv|zip|rar|excel|word|pptx|tệp đính kèm|fwd|link"},
    {Sense::paper,
     "cccd|cmnd|cmt|căn cước|chứng minh nhân dân|chứng minh thư|hộ chiếu|passport|sổ hộ khẩu|"
     "hộ khẩu|shk|bệnh án|hồ sơ bệnh|giấy khai sinh|khai sinh|giấy khám|phiếu khám|"
     "kết quả xét nghiệm|phiếu xét nghiệm|xét nghiệm|đơn tự nguyện|đơn xin cai|đơn xin vay|"
     "đơn tố cáo|đơn tố giác|đơn ly hôn|đơn khiếu nại|đơn trình báo|thẻ bhyt|thẻ bảo hiểm|"
     "bằng lái|gplx|sổ theo dõi người|sổ quản lý|sổ vay vốn|khế ước|giấy chứng sinh|"
     "giấy báo tử|giấy chứng tử|giấy ra viện|toa thuốc|đơn thuốc|giấy tạm trú|giấy ra trại|"
     "biên bản vi phạm|biên bản xử phạt|quyết định xử phạt|lý lịch|sơ yếu lý lịch|"
     "hồ sơ cá nhân|hồ sơ đối tượng|hồ sơ vay|hồ sơ học viên|sổ hộ nghèo|sổ bhxh|giấy kết hôn|"
     "đăng ký kết hôn|sổ khám|hồ sơ cai|hồ sơ người|sổ tiết kiệm|sổ đỏ|giấy xuất viện|"
     "phim x quang|sổ khám bệnh|hồ sơ bạo lực|giấy chứng nhận khuyết tật|"
     "giấy xác nhận khuyết tật|giấy chứng nhận hộ nghèo|hồ sơ hộ|giấy tờ tùy thân|visa|"
     "thẻ căn cước|bản cam kết của|hồ sơ nạn nhân|phiếu lý lịch|hộ tịch|bản tường trình|"
     "bản kiểm điểm|giấy xác nhận tâm thần|thẻ tín dụng|thẻ atm|bằng tốt nghiệp của|"
     "giấy mời làm việc"},
    {Sense::likeness,
     "chân dung|khuôn mặt|gương mặt|mặt mũi|đối tượng|nạn nhân|người nghiện|con nghiện|"
     "bệnh nhân|thi thể|vết thương|vết bầm|thương tích|nghi can|nghi phạm|người vi phạm|thằng|"
     "cháu bé|bé gái|bé trai|người bị|mặt đối tượng|thai phụ|người say|kẻ trộm|ảnh thẻ|"
     "người chết|ca nhiễm|người tái nghiện|người sau cai|bị hại|trẻ bị|ổng|bả|chị bị|bà bị|"
     "em bị|cháu bị"},
    {Sense::field,
     "họ tên|họ và tên|năm sinh|ngày sinh|địa chỉ|sđt|số điện thoại|cccd|cmnd|căn cước|"
     "tình trạng|bệnh|quê quán|thường trú|nơi ở|họ tên tuổi|tên tuổi|ns|đc|hktt|giới tính|"
     "dân tộc|nghề nghiệp|tên địa chỉ|chủ hộ|số nhà|tiền án|ngày tháng năm sinh|chỗ ở|"
     "tên tuổi địa chỉ|nhân thân|lai lịch|đối tượng|tên"},
    {Sense::enclosed,
     "kèm|đính kèm|gửi kèm|như sau|sau đây|dưới đây|ở dưới|bên dưới|ở trên|đây|nè|nè chị|"
     "phía dưới|gửi chị|gửi anh|gửi em|chị xem|anh xem|như vầy|trong này|theo file|nhen|dưới|"
     "ne"},
    {Sense::asked,
     "phải không|hay không|không ạ|không chị|không em|không anh|hả|có cần|có phải|cần không|"
     "mẫu|cột|được không|mấy cột|biểu mẫu|ghi gì|hay|không vậy|sao|chưa|ko|hong|hông|có cột|"
     "nào"},
    {Sense::applied_for,
     "làm|cấp|đổi|cấp đổi|đi làm|cấp mới|cấp lại|gắn|tuyên truyền|kích hoạt|đăng ký|mở|tặng|"
     "cấp phát|lễ|buổi|trao|hướng dẫn|phát|ra quân|hội nghị|hội thi|hoạt động|mô hình|tư vấn|"
     "truyền thông|thăm|vận động|giúp|lớp|phiên|phòng|luật|cuộc|ngày|đêm|chương trình|"
     "tiếp nhận|tổ chức|họp|triển khai|mẫu|tập huấn|diễn đàn"},
    {Sense::contact, "gmail|yahoo|hotmail|outlook|facebook|fb|nick fb|email|zalo|tiktok|nick"},
};
// clang-format on

}  // namespace

std::span<const PhraseRow> list_words() { return k_rows; }

}  // namespace dondoc::understanding
