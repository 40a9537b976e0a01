#include "bots/understanding/guard_words.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr PhraseRow k_rows[] = {
    {Sense::officer,
     "đ/c|đ c|đc|đồng chí|cán bộ|chủ tịch|phó chủ tịch|pct|ct|bí thư|phó bí thư|trưởng ấp|"
     "trưởng thôn|trưởng bản|trưởng ban|trưởng phòng|phó phòng|hội trưởng|chi hội trưởng|"
     "tổ trưởng|chuyên viên|thầy|cô giáo|giáo viên|hiệu trưởng|sếp|thủ trưởng|lãnh đạo|chuyển|"
     "chuyển cho|bàn giao|giao|giao cho|nhờ|liên hệ|gặp|hỏi|gửi|gửi cho|nộp cho|cảm ơn|cám ơn|"
     "chúc mừng|thưa|kính gửi|kính thưa|chào|dạ|vâng|trình|người ký|ký thay|thay mặt|"
     "ủy quyền cho|uỷ quyền|đại úy|trung úy|thượng úy|thiếu tá|trung tá|bác sĩ|bs|luật sư|"
     "báo cáo viên|chủ trì|người lập|người gửi|người nộp|người báo cáo|người nhận|kế toán|"
     "văn thư|thư ký|điều phối|tôi là|em là|mình là|tui là|với|cùng|nghe|nhắn|"
     "của chị phụ trách|đầu mối|cộng tác viên|ctv|lớp trưởng|tổng phụ trách|ơi|công an|bởi|do|"
     "theo|ký bởi|phóng viên|nhà báo|ca sĩ|dân quân|xã đội trưởng|chỉ huy trưởng|già làng|"
     "gửi tới|gởi|gởi cho|báo cho|nói với|chị em"},
    {Sense::duty,
     "phụ trách|ký|ký duyệt|nhận|làm|bên|lo|thay|nộp|gửi|gởi|trực|báo|báo cáo|tổng hợp|"
     "theo dõi|trưởng|chủ tịch|phó|bí thư|chủ trì|tổ chức|tuyên truyền|cùng|phối hợp|công an|"
     "tư pháp|hội|đoàn|ubnd|văn phòng|đang rà|rà|rà soát|soạn|cung cấp|cho biết|nói|hướng dẫn|"
     "triển khai|kiểm tra|chỉ đạo|quản lý|tham mưu|duyệt|trình|giúp|nhắc|tiếp nhận|đã nhận|"
     "thực hiện|lập|nhập|hoàn thành|xong|xác minh|điều tra|tư vấn|vận động|trao|tặng|dự|"
     "tham gia|chuyển|trạm|cán bộ|mttq|vhxh|lđtbxh|địa chính|hội trưởng|tổ trưởng|kế toán|"
     "văn thư|hỏi|giao|xin|đi công tác|đi học|nghỉ phép|nghỉ ốm|họp|phát biểu|chưa gửi|"
     "chưa nộp|giải quyết|đưa tin|ấn|phát|in|kể|dặn|bảo|nhắn|gọi|thống kê|lấy|nắm|đã đọc|biết|"
     "chuyên trách|chuyên viên|giám sát|truyền thông|tập huấn|hòa giải|đồng chủ trì|"
     "chịu trách nhiệm|giữ"},
    {Sense::called,
     "ơi|à|ạ|nha|nhé|nhe|nghe|nghen|hen|nè|nhỉ|hả|rồi|chưa|không|với ạ|giúp em|cho em"},
    {Sense::settlement,
     "tổ|khóm|kp|khu phố|ấp|thôn|xóm|bản|buôn|làng|phum|sóc|đội|hẻm|ngõ|ngách|kiệt|số nhà|"
     "nhà số|tdp|tổ dân phố|khu|lô|căn hộ|nhà trọ|khối|plei|plây|đường|số|chung cư|khu trọ|"
     "dãy trọ|kdc|tổ nhân dân|cụm"},
    {Sense::dwelling,
     "ngụ|trú|thường trú|tạm trú|địa chỉ|đc|cư trú|nhà ở|nơi ở|quê|quê quán|hktt|sống ở|"
     "sống tại|ở trọ|trọ nhà|trú tại|ngụ tại|trọ|hiện ở|ở|tại|người|dân|nhà"},
    {Sense::resident,
     "ngụ|thường trú|tạm trú|cư trú|trú tại|ngụ tại|hktt|quê quán|trú ở|ngụ ở|hộ khẩu|nhà ở hẻm|"
     "nhà ở số|nhà số|nhà ở tổ|nhà ở ấp|nhà ở thôn"},
    {Sense::household,
     "hộ|chủ hộ|hộ nghèo|hộ cận nghèo|hộ gia đình|gia đình|gđ|nhà ông|nhà bà|hộ vay|hộ ông|"
     "hộ bà|nhà anh|nhà chị"},
    {Sense::birth,
     "sn|sinh năm|năm sinh|sinh ngày|ngày sinh|ns|sinh|n/s|s/n|sinh tháng|tuổi con|đẻ năm|"
     "nsinh"},
    {Sense::age, "tuổi|tủi|tuoi"},
    {Sense::status,
     "chấp hành xong án tù|chấp hành xong án|chấp hành án|chấp hành xong|hút thuốc lá điện tử|bị rủ|"
     "rủ rê|bị dụ dỗ|tổ chức sử dụng|tổ chức đánh bạc|trốn khỏi|trốn trại|trốn|dính ma túy|nợ ngân hàng|"
     "nợ tiền|nợ hụi|phá rừng|lấy chồng|chặt phá|bị án|án tù|lãnh án|năm tù|phạm pháp|"
     "phạm luật|đập phá|sàm sỡ|cờ bạc|ăn cắp|giết|chém|hành hung|ngược đãi|f0|f1|lừa tiền|"
     "giật hụi|bị kỷ luật|bị khởi tố|khởi tố|hầu tòa|mất tích|bị truy nã|truy nã|vô gia cư|"
     "ăn xin|phạm tội|đánh gãy|đánh bầm|chồng đánh|vợ đánh|cha đánh|bố đánh|đánh chảy|"
     "đánh sưng|nghiện|tái nghiện|nghiện rượu|nghiện ma túy|hút chích|chích|chơi đá|"
     "chơi ma túy|chơi hàng|sử dụng ma túy|sử dụng trái phép|sử dụng chất|sử dụng thuốc|"
     "dùng ma túy|xài ma túy|xài đá|sdma túy|dương tính|ngáo đá|phê đá|hút cần|cai nghiện|"
     "đi cai|đang cai|mới cai|cai về|cai tại|ở trại về|trại về|ra trại|trại giam|mãn hạn|"
     "đi tù|ở tù|ra tù|tù về|tiền án|tiền sự|án treo|tha tù|trộm|trộm cắp|trộm chó|cướp|"
     "cướp giật|đánh bạc|đá gà|ghi đề|số đề|cá độ|tàng trữ|buôn bán|buôn ma túy|bán ma túy|"
     "vận chuyển|bị bắt|bắt quả tang|vi phạm|bị phạt|xử phạt|phạt|gây rối|đánh vợ|đánh chồng|"
     "đánh con|đánh nhau|đánh đập|bị đánh|cố ý gây thương tích|bạo hành|bạo lực|xâm hại|hiếp|"
     "hiếp dâm|dâm ô|quấy rối|tảo hôn|kết hôn sớm|lấy chồng sớm|cưới chui|có thai|mang thai|"
     "có bầu|phá thai|ly hôn|ly thân|ly dị|bỏ vợ|bỏ chồng|ngoại tình|mại dâm|bán dâm|mua dâm|"
     "hành nghề|nhiễm hiv|hiv|bị hiv|h.i.v|si đa|sida|aids|arv|methadone|bệnh lao|lao phổi|"
     "mắc lao|bị lao|viêm gan|giang mai|tâm thần|thần kinh|trầm cảm|động kinh|tự tử|tự sát|"
     "khuyết tật|tàn tật|tật nguyền|bại liệt|ung thư|mắc bệnh|bị bệnh|nhiễm|mắc|nghi mắc|"
     "bệnh nặng|suy thận|chạy thận|tiểu đường|đột quỵ|tai biến|sinh con thứ|thoát nghèo|"
     "hộ nghèo|cận nghèo|diện nghèo|quá nghèo|nghèo|hoàn cảnh|nợ xấu|nợ nần|vỡ nợ|quá hạn trả|"
     "nợ quá hạn|vay vốn|được vay|vay tiền|vay|bỏ học|nghỉ học|bỏ địa phương|bỏ đi khỏi|"
     "bỏ trốn|trốn nghĩa vụ|trốn khám|bỏ nhà|mồ côi|neo đơn|lang thang|chậm tiến|hư hỏng|"
     "quậy phá|uống rượu đánh|uống rượu quậy|say xỉn|say rượu|nạn nhân|bị lừa|bị mua bán|"
     "bị bán|lừa đảo|mất việc|thất nghiệp|suy dinh dưỡng|đuối nước|chết|tử vong|thuốc phiện|"
     "cần sa|heroin|lấn chiếm|xây dựng trái phép|không phép|khiếu kiện|theo đạo|tà đạo|"
     "vượt biên|tiền đình|bị tâm thần|hư|đối tượng|con nghiện|trợ cấp|bảo trợ|xin trợ giúp|"
     "cứu trợ|nhận quà tết|đánh bài|cầm đồ|tín dụng đen|ghi lô|chống người thi hành|bị hại|"
     "đa nhân cách|tự kỷ|đồng tính|trộm xe|phê thuốc|sử dụng đá"},
    {Sense::topic,
     "phòng|chống|phòng chống|người|ca|vụ|số|mảng|chuyên đề|tuyên truyền|luật|tội|tệ nạn|"
     "công tác|về|tội phạm|cuộc|lớp|buổi|hội|chương trình|kế hoạch|báo cáo|không|chưa|ko|hong|"
     "hông|số liệu|phòng ngừa|tác hại|đề án|câu lạc bộ|clb|nhóm|diện|bệnh nhân|tỷ lệ|tỉ lệ|"
     "mức|xử lý|nội dung|hội viên|đoàn viên|thanh niên|phụ nữ|trẻ em|trường hợp|hộ|nguồn|"
     "đơn vị|dứt|ngừa|đẩy lùi|ngăn|giảm|từ|hạn|tờ rơi|ngân hàng|vốn|sổ|cơ sở|phòng khám|hồ sơ|"
     "đẩy mạnh"},
    {Sense::concern,
     "người được hỗ trợ|người hưởng|hộ được hỗ trợ|người thụ hưởng|hộ được vay|hộ hưởng|"
     "người bị hại|người tố cáo|người tố giác|người khiếu nại|người mất tích|người chết|"
     "người nhận trợ cấp|gia đình hộ nghèo|đối tượng|trường hợp|nạn nhân|bệnh nhân|bn|"
     "con nghiện|người nghiện|người tái nghiện|người nghiện mới|người sau cai|"
     "người cai nghiện|ca tái nghiện|ca nghiện|ca nhiễm|ca bệnh|học viên cai|"
     "học viên cai nghiện|người vi phạm|người nhiễm|chủ hộ|người vay|hộ vay|hộ nghèo|"
     "hộ cận nghèo|người bệnh|người bị|kẻ|nghi can|nghi phạm|can phạm|phạm nhân|xử phạt|bắt|"
     "bắt giữ|bắt quả tang|sau cai|thanh niên chậm tiến|chậm tiến|cai nghiện|nghiện mới|"
     "tái nghiện|người nghèo|xét nghiệm của|bệnh án của|hồ sơ của|người khuyết tật|trẻ mồ côi|"
     "người vay vốn|bị can|bị hại|người đang cai|hộ mới thoát nghèo|thai phụ|sản phụ|f0|ca f0|"
     "người đi cai|người mãn hạn|đương sự|người được vay|gia đình bạo lực|vay vốn|hộ vay vốn|"
     "nghiện|cai tự nguyện|người say|hộ được vay vốn|vận động|bạo lực|hiv|lý lịch của|"
     "phiếu khám của|kết quả của"},
    {Sense::link,
     "là|tên|tên là|gồm|gồm có|của|cho|tức|cụ thể|mới|đó là|họ tên|họ và tên|có|bị can|kèm|"
     "như|trong đó|nguyện|tự nguyện|đi cai|em|mới là|tên thật|ở ấp|được|đang|xã|tại nhà|gđ|với"},
    {Sense::group,
     "trẻ|trẻ em|thanh niên|công dân|nam thanh niên|học sinh|độ tuổi|các cháu|nam công dân|"
     "lứa|phụ nữ|những người|hội viên|đoàn viên|khai|khai sinh|thí sinh|học|sát|số sinh|"
     "cháu sinh|phát|vệ|hy|tái|chào|lớp|khóa|người cao tuổi|nghĩa vụ|nvqs|số trẻ|các em"},
};
// clang-format on

}  // namespace

std::span<const PhraseRow> person_words() { return k_rows; }

}  // namespace dondoc::understanding
