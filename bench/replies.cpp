#include "bench/replies.h"

#include <array>

namespace dondoc::bench {
namespace {

constexpr auto k_replies = std::to_array<std::string_view>({
    // acknowledged
    "ok chị",
    "đã nhận ạ",
    "em nhan duoc roi chi oi",
    "dạ rõ",
    "oke nha chị",
    "👍",
    "Dạ em đã tiếp nhận kế hoạch, sẽ triển khai trong tuần",
    "da tiep nhan het roi a",
    "vâng ạ",
    "Hội xã đã nhận được công văn và kế hoạch kèm theo ạ",
    "nhận đủ 3 việc rồi nhé",
    "dc a",
    // progress
    "tiến độ 60%",
    "e đang làm, được khoảng 7 phần rồi",
    "dang trien khai xuong ap",
    "đã tổ chức được 1/3 cuộc, còn 2 cuộc nữa",
    "xong 2 buổi rồi, buổi cuối tuần sau",
    "Đang chờ các chi hội gửi số liệu về để tổng hợp",
    "chưa xong, mới được nửa à",
    "gần xong rồi chị, còn trình ký thôi",
    "moi lam duoc 40 phan tram",
    "B20-07 đang soạn báo cáo",
    // done
    "xong rồi ạ",
    "da gui bao cao qua mail hoi sang",
    "Báo cáo số 45/BC-HPN ngày 20/11 đã gửi",
    "nộp hôm thứ 6 rồi mà chị",
    "B19-03 đã tổ chức xong",
    "gửi trục liên thông rồi nha anh",
    "Đã hoàn thành việc truyền thông tại 5 ấp",
    "xong het roi do",
    "hoàn tất từ tuần trước",
    // report
    "3 cuộc 245 lượt",
    "báo cáo: 3 cuộc, 245 lượt người dự, kinh phí 2.500.000 đồng",
    "to chuc 2 buoi 180 nguoi, phat 500 to roi",
    "hai cuộc, một trăm năm mươi lượt người",
    "Kinh phí đã sử dụng 7 triệu 500",
    "tổng 1.245 lượt, 4 cuộc, chi 10tr",
    "dạ xong 3 cuộc 245 lượt, còn quyết toán mai em nộp",
    "tỷ lệ đạt 92,5%",
    "em tự chấm 96 điểm",
    "phát 1.200 tờ rơi và 35 băng rôn",
    "khoảng 300 lượt, em ước vậy",
    "quý này tổ chức 5 lớp cho 210 học viên, hỗ trợ 12 hộ vay 240 triệu",
    // nothing to report, correction
    "không phát sinh",
    "thang nay ko co phat sinh gi chi",
    "đơn vị em không có trường hợp nào",
    "sửa lại giúp em: 254 lượt chứ không phải 245",
    "hôm qua em báo nhầm, kinh phí là 2,5 triệu",
    "cho em đính chính số cuộc là 4",
    "so lieu cu sai roi, luot nguoi 318",
    // extension
    "xin gia hạn đến 28/11 vì chờ số liệu công an",
    "cho em lui 3 ngay nha chi",
    "Kính đề nghị cho đơn vị gia hạn thêm 05 ngày làm việc do đang chuẩn bị đại hội",
    "chị cho em trễ tới thứ hai tuần sau được không",
    "xin them 1 tuan",
    "em khất tới cuối tháng",
    "gia hạn B20-07 đến 27/11",
    "lùi hạn qua mùng 5 tháng 12 được không ạ",
    // blocked
    "vướng mắc: chưa có kinh phí",
    "chua lam duoc do thieu nguoi",
    "kẹt chưa có hướng dẫn chị ơi",
    "Công an xã chưa cung cấp số liệu nên chưa tổng hợp được",
    "máy tính hư mất hết file rồi",
    "trường đang thi nên chưa cho vào tuyên truyền",
    "em đang nằm viện, chưa làm được",
    "B20-11 khó khăn: không mượn được hội trường",
    "mất mạng cả xã từ hôm qua tới giờ",
    // handed over, declined
    "chuyển cho chị Hoa",
    "viec nay giao cho anh Tuan ben tu phap",
    "em nghỉ phép, nhờ c Lan làm",
    "từ nay đồng chí Minh phụ trách mảng này",
    "không phải việc của đơn vị em",
    "nhầm người rồi ạ",
    "Nội dung này thuộc Ban Công an xã chứ không phải Hội",
    "em chuyển công tác rồi anh",
    "ban giao lai cho ban Thao tu 1/12",
    "việc này bên Đoàn thanh niên làm chị ơi",
    // asked
    "hạn ngày nào ạ",
    "bao gio nop vay chi",
    "có mẫu không chị cho em xin",
    "gửi về đâu ạ",
    "ai phụ trách vụ này bên huyện",
    "số liệu tính từ ngày nào",
    "giờ nộp còn kịp không",
    "xã nào chưa nộp vậy",
    "em còn mấy việc nữa",
    "cho xin file kế hoạch 148",
    "có cần bản giấy đóng dấu không",
    "B20 tới đâu rồi",
    "ai chưa báo cáo",
    // promised
    "mai em gửi",
    "chieu nay e nop nha",
    "sáng thứ 5 em báo lại",
    "tuần sau nộp nha chị",
    "để em họp xong rồi gửi, khoảng 10h",
    "2 hôm nữa em gửi",
    "nhắc em lại ngày 20",
    "cuối tuần em gửi luôn cả quyết toán",
    "giữa tháng 12 mới có số liệu chị ạ",
    // said by leads
    "tình hình",
    "quá hạn",
    "đôn đốc xã Bà Điểm",
    "duyệt B20-07",
    "tổng hợp",
    "trả lại B20-03 vì thiếu số kinh phí, gửi lại trước 30/11",
    "don doc tat ca",
    // several acts in one message
    "em nhận rồi, mai em gửi",
    "ok chị mà hạn bữa nào vậy",
    "tuyên truyền xong rồi; tập huấn chuyển Đoàn xã; báo cáo thứ 6 gửi",
    "báo cáo năm đã nộp, còn quyết toán xin lùi tới 20/12 vì chờ hóa đơn",
    // what means nothing for a duty
    "haha",
    "chúc chị ngày mới vui vẻ ☀️",
    "trời mưa ngập quá mọi người ơi",
    "alo",
    "...",
    "chị ăn cơm chưa",
    "em gửi công văn mật qua đây nha",
    "nếu có kinh phí thì xã làm được",
    "Trường hợp Nguyễn Văn B sn 1995 ở ấp 4 vừa cai về",
    "cảm ơn chị nhiều",
});

static_assert(k_replies.size() >= 100);

}  // namespace

std::span<const std::string_view> mixed_replies() { return k_replies; }

}  // namespace dondoc::bench
