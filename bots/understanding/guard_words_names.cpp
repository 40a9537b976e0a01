#include "bots/understanding/guard_words.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr PhraseRow k_rows[] = {
    {Sense::surname,
     "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|lí|đinh|trương|"
     "đoàn|lâm|mai|trịnh|đào|cao|lương|lưu|hà|thái|châu|tạ|phùng|vương|quách|tăng|kiều|tô|"
     "thạch|sơn|danh|lữ|tống|ninh|bạch|diệp|mạc|nghiêm|triệu|tôn|hứa|từ|chu|khổng|la|lục|đàm|"
     "âu|bành|cù|doãn|giang|kim|khương|ông|quan|thân|tiêu|trà|ứng|văn|viên|yên|mẫn|lại|khưu|"
     "khúc|cung|nông|bế|ma|lường|quàng|tòng|cà|vì|lò|lầu|lù|giàng|sùng|vàng|vừ|và|thào|mùa|"
     "hạng|hảng|cứ|cư|hờ|hầu|ly|má|phàn|tẩn|chảo|bàn|đèo|cầm|điêu|sầm|nùng|vi|lô|ngân|hoà|"
     "xồng|xeo|chang|cháng|phừ|sần|tráng|thèn|lèng|long|giáp|mông|hoàn|dìu|chíu|phoong|ksor|"
     "siu|nay|kpă|kpuih|rmah|rơmah|rcom|rahlan|rơ|ayun|niê|mlô|êban|kbuôr|byă|ksơr|kpor|hmok|"
     "hdok|ktul|knul|ênuôl|buôn yă|ayŭn|puih|rơchâm|y|bríu|bhling|alăng|zơrâm|pơloong|coor|"
     "blúp|riah|tơngôl|arất|hôih|chamaléa|katơr|pinăng|pi năng|tà yên|cil|liêng|kră|lơ mu|"
     "bonniêng|đạ|kơ|ya|tou|điểu|thị|néang|chau|kiên|thuận|chiêm|đạo|đàng|quảng|báo|bá|lộ|"
     "nhan|tài|neáng|sok|som|keo|tiên|ngụy|hán|lượng|trượng|dụng|não|phú|rah lan|rơ châm|"
     "rơ mah|ra lan|adrơng|drai|krông|ê ban|ra đam"},
    {Sense::common_surname,
     "nguyễn|trần|phạm|hoàng|huỳnh|phan|đặng|bùi|ngô|trịnh|quách|phùng|thạch|chamaléa|giàng|"
     "sùng|thào|võ|đỗ|lê|lý|dương|lương|hồ|vũ|lâm|trương|đinh|đoàn|đào|tô|kiều|nông|lưu|tống|"
     "nghiêm|hứa|khổng|đàm|doãn|khương|diệp|triệu|vương|chiêm|khưu"},
    {Sense::minority, "y|a|ka|k|h|ama|amí|ma|bríu|sô|cil|ơi|yă|mí|ksor|kpă|kpuih|siu"},
    {Sense::kin,
     "anh|chị|ông|bà|cô|chú|bác|dì|cậu|mợ|dượng|thím|em|cháu|bé|bạn|a|c|e|cụ|o|mệ|ba|má|mẹ|"
     "con|chồng|vợ|cha|bố|thằng|lão|mụ|chế|nội|ngoại|chị hai|anh hai|nhà ông|nhà bà"},
    {Sense::familiar, "thằng|lão|mụ|con mẹ|thằng cha|nhỏ|ổng|bả|ảnh ở|thằng cu"},
    {Sense::namesake,
     "lê lợi|trần phú|nguyễn trãi|nguyễn huệ|quang trung|lê lai|trần hưng đạo|hai bà trưng|"
     "lý thường kiệt|phan bội châu|phan châu trinh|phan chu trinh|nguyễn du|lý tự trọng|"
     "võ thị sáu|nguyễn văn trỗi|nguyễn thị minh khai|hoàng văn thụ|hoàng hoa thám|"
     "lê hồng phong|nguyễn đình chiểu|phan đình phùng|lê duẩn|trường chinh|tôn đức thắng|"
     "hồ chí minh|phạm văn đồng|võ nguyên giáp|võ văn kiệt|nguyễn văn linh|lê quý đôn|"
     "chu văn an|lương thế vinh|nguyễn bỉnh khiêm|lê thánh tông|lê thánh tôn|ngô quyền|"
     "đinh tiên hoàng|lý thái tổ|trần quang khải|trần nhật duật|trần quốc toản|"
     "trần bình trọng|phạm ngũ lão|bùi thị xuân|nguyễn thái học|phan đăng lưu|lê văn tám|"
     "kim đồng|nguyễn thái bình|nguyễn hữu thọ|nguyễn hữu cảnh|trần văn thời|nguyễn phích|"
     "nguyễn việt khái|nguyễn huân|trần phán|lê minh xuân|phạm văn hai|phạm văn cội|"
     "nguyễn văn cừ|nguyễn văn tạo|hồ thị kỷ|tạ an khương|trần hợi|lý văn lâm|đỗ xuân hợp|"
     "tô hiệu|tô vĩnh diện|phan đình giót|bế văn đàn|cù chính lan|nguyễn viết xuân|"
     "mạc đĩnh chi|lê đại hành|nguyễn công trứ|cao bá quát|hồ xuân hương|đoàn thị điểm|"
     "nguyễn khuyến|tản đà|trần tế xương|nguyễn tri phương|nguyễn trung trực|trương định|"
     "thủ khoa huân|nguyễn an ninh|trần văn ơn|hoàng diệu|tôn thất thuyết|tôn thất tùng|"
     "lương định của|nguyễn chí thanh|hoàng quốc việt|lê thanh nghị|nguyễn lương bằng|"
     "tôn thất đạm|lý nam đế|mai thúc loan|phùng hưng|lê hoàn|triệu thị trinh|bà triệu|"
     "nguyễn văn bé|phan văn trị|phan thanh giản|bùi hữu nghĩa|trương vĩnh ký|"
     "trương công định|nguyễn thông|phạm hùng|huỳnh thúc kháng|ngô gia tự|hà huy tập|"
     "lê thị riêng|lê thị hồng gấm|nguyễn thị định|út tịch|lâm thị hồng|nguyễn thiện thuật|"
     "cao thắng|ngô mây|đào duy từ|nguyễn tất thành|ngô sĩ liên|hàn mặc tử|xuân diệu|tố hữu|"
     "nam cao|lê văn sỹ|lê văn việt|lê văn lương|võ văn tần|võ văn ngân|nguyễn văn quá|tô ký|"
     "trần văn giàu|nguyễn ảnh thủ|phan văn hớn|lê thị hà|lê đức thọ|phạm thế hiển|"
     "trần quốc tuấn|nguyễn siêu|bạch đằng|hàm nghi|đồng khởi|điện biên phủ|lạc long quân|"
     "âu cơ|hùng vương|lê độ|nguyễn tri|hồ đắc kiện|lý thường|nguyễn trường tộ|đặng thùy trâm|"
     "n trang lơng|nơ trang long|y jút|y ngông|a ma jhao|đinh núp|hồ vai|hà nội|sơn la|"
     "thái bình|hà giang|lâm đồng|cao bằng|hà tĩnh|hà nam|thái nguyên|tây ninh|hồ gươm|"
     "ninh bình|ninh thuận|bạc liêu|cao lãnh|châu đốc|châu thành|đoàn thanh niên|đoàn thanh|"
     "hội phụ nữ|a lưới|y tế|y bác sĩ|y sĩ|thạch thành|thạch hà|sơn tây|sơn trà|mai châu|"
     "mai sơn|hà đông|hồ tây|giang nam|long an|long xuyên|long thành|kim bôi|kim sơn|"
     "kim thành|mê linh|vì vậy|và các|văn phòng|văn thư|văn hóa|văn bản|đào tạo|danh sách|"
     "quan tâm|tài chính|tài liệu|báo cáo|quảng nam|quảng ngãi|quảng bình|quảng ninh|"
     "quảng trị|phú yên|phú thọ|phú quốc|ban tuyên giáo|thị trấn|thị xã|thị đoàn|thị ủy|"
     "thị đội|đạo đức|từ ngày|yên bái|đoàn xã|đoàn phường|đoàn viên|đoàn trường|hồ sơ|hồ chí|"
     "tiên phước|vàng danh|kiên giang|la gi"},
    {Sense::place,
     "đường|phường|xã|huyện|quận|thị trấn|thị xã|tp|thành phố|tỉnh|trường|thcs|thpt|tiểu học|"
     "mầm non|mẫu giáo|chợ|khu phố|kp|ấp|thôn|buôn|làng|bản|xóm|khóm|sóc|phum|công viên|"
     "nhà văn hóa|cầu|tuyến|đại lộ|hẻm|ngã tư|ngã ba|bến xe|quảng trường|khu dân cư|kdc|p|đh|"
     "đại học|cao đẳng|hội trường|chùa|đình|đền|bệnh viện|trạm|tượng đài|nghĩa trang|"
     "bùng binh|vòng xoay|th|đồn|tổ|chi đoàn|chi bộ|liên đội|ubnd|hđnd|đoàn phường|đảng bộ|"
     "rạch|kênh|sông|cảng"},
};
// clang-format on

}  // namespace

std::span<const PhraseRow> name_words() { return k_rows; }

}  // namespace dondoc::understanding
