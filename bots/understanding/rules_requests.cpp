// What an officer asks for or is held up by: more time, obstacles and their kind.
#include "bots/understanding/rules.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr Rule k_rules[] = {
    // --- more time ---
    {"extension.word", Kind::extension, 72,
     "gia_hạn|xin_lui|xin_khat|xin_hoan|lui_han|xin_doi|doi_han|xin_gia_hạn|lui_thoi_han|"
     "lùi_thời_gian|gian_han|nới_hạn|noi_han|lui_lich|giãn_thời_hạn|gia_hạn_thêm"},
    {"extension.word_until", Kind::extension, 80,
     "gia_hạn|lui_han|lùi|giãn|doi_han ~9 <toi> <date>"},
    {"extension.may_send_on", Kind::extension, 73,
     "cho|xin|xin_phép|cho_phép ~5 nộp|gửi ~5 <date>"},
    {"extension.a_few_more", Kind::extension, 70,
     "cho|xin ~5 ít|vài|mấy ~ hôm|ngày|bữa|bua|hom|ngay nữa"},
    {"extension.more_just", Kind::extension, 76, "<xin> ~5 thêm ~ <span>"},
    {"extension.ask", Kind::extension, 74, "<xin> ~5 <giahan>"},
    {"extension.ask_until", Kind::extension, 78, "<xin> ~5 <giahan> ~5 <date>|<span>"},
    {"extension.ask_to_date", Kind::extension, 72,
     "xin|cho|de_nghi|xin_phep|cho_xin ~5 <toi> <date>"},
    {"extension.ask_to", Kind::extension, 74, "xin|cho ~ <toi> <date>"},
    {"extension.more_days", Kind::extension, 76, "<xin> ~5 thêm <span>"},
    {"extension.give_days", Kind::extension, 70, "<xin> ~ <span>"},
    {"extension.more_time", Kind::extension, 74,
     "<xin> ~5 thêm ~ thoi_gian|vai|mấy|it|chut|ngay|bua|hom|gio"},
    {"extension.need_days", Kind::extension, 72, "cần ~ thêm ~ <span>"},
    {"extension.let_me_have", Kind::extension, 90, "cho ~ xin ~5 thêm ~ <span>"},
    {"extension.let_me_shift", Kind::extension, 90, "cho ~ xin ~ <giahan>"},
    {"extension.late_until", Kind::extension, 88,
     "cho|xin ~ nộp|gửi ~ trễ|chậm|muộn ~ <toi>|qua ~ <date>"},
    {"extension.few_days", Kind::extension, 72, "<xin> ~ thêm vai|mấy ngay|bua|hom|tuan|ngày"},
    {"extension.later", Kind::extension, 72, "<giahan> ~ <span>"},
    {"extension.later_until", Kind::extension, 72, "<giahan> ~5 <toi> <date>"},
    {"extension.later_until_day", Kind::extension, 68,
     "lùi|dời|khất|hoãn|keo_dai|nợ|đổi ~5 <date>"},
    {"extension.shift", Kind::extension, 70,
     "lùi|hoãn|dời|khất|nới|giãn ~ hạn|thoi_han|thoi_gian|lịch|giup|gium|deadline|tiến_độ"},
    {"extension.until_can", Kind::extension, 72,
     "<toi>|đến|toi <date> ~5 mới ~5 <gui>|<xong>|kịp|được ... cho ~ trễ|chậm|muon|xin"},
    {"extension.only_by", Kind::extension, 66, "<date> ~ mới|mới ~ kịp|co_the ... <xin>"},
    {"extension.too_tight", Kind::extension, 74, "gấp|gap|sát|ngắn quá ... <xin>"},
    {"extension.not_in_time", Kind::extension, 60, "không kịp ... <xin>"},
    {"extension.leisurely", Kind::extension, 76,
     "thư_thư|thong_thả|nới_tay|rộng_tay|châm_chước|thông_cảm|du_di|linh_động ~ cho ~5 <span>|vài|"
     "mấy|ít|thêm|trễ|chậm|lùi|<date>"},
    {"extension.if_may", Kind::extension, 76, "<giahan> được ~ thì <giahan> ~5 <toi> <date>"},
    {"extension.one_more", Kind::extension, 76, "<xin> ~5 thêm ~ tuần|tháng|ngày|hôm|bữa nữa|$"},
    {"extension.consider", Kind::extension, 70,
     "xem_xet|cho_phep|tao_dieu_kien|chieu_co|linh_dong ~5 <giahan>"},
    // --- held up ---
    {"blocked.because", Kind::blocked, 72, "chưa|không ~5 vì|do|tại|bởi"},
    {"blocked.therefore", Kind::blocked, 70, "nên ~ chưa|không"},
    {"blocked.cannot", Kind::blocked, 60, "không ~ <lam> ~ được|noi|kịp|xue|xuể"},
    {"blocked.word", Kind::blocked, 70,
     "vướng|vuong_mac|kho_khan|tro_ngai|ách_tắc|bế_tắc|!mắc|bó_tay|tắc_nghẽn|trở_ngại|nan_giai"},
    {"blocked.stuck", Kind::blocked, 66,
     "kẹt|kẹt_cứng|dung_hinh|đứng_hình|đứng_im|dậm_chân|nằm_im|nam_do|nằm_đó|đứng_bánh|giậm_chân"},
    {"blocked.no_money", Kind::blocked, 76,
     "chưa|không|thiếu|hết|cạn|đợi|chờ|kẹt|vướng|chậm ~ <tien>", "category=funds"},
    {"blocked.no_money_given", Kind::blocked, 76,
     "<tien> ~ chưa|không|thiếu|chậm|cạn|chờ|bi_cat|eo_hẹp|đứt", "category=funds"},
    {"blocked.not_funded", Kind::blocked, 76,
     "chưa ~ cap|phan_bo|duyet|giao|rot|bo_tri|giai_ngan ~ <tien>", "category=funds"},
    {"blocked.no_coin", Kind::blocked, 74, "không|chưa|hết ~ đồng nào|xu|=thi", "category=funds"},
    {"blocked.money_absent", Kind::blocked, 76, "lam_gi ~ co tiền|kinh_phi", "category=funds"},
    {"blocked.money_short", Kind::blocked, 74,
     "<tien> ~ ít|khong_du|thiếu|chua_ve|chua_co|bị_cắt|chậm|khong_co|het_roi|het_sach|đã_hết|"
     "hết_rồi", "category=funds"},
    {"blocked.funds_not_approved", Kind::blocked, 81,
     "dự_toán|kinh_phí|nguồn|ngân_sách ~ chưa|không ~ duyệt|cấp|phân_bổ|giao|bố_trí|rót|thông_qua",
     "category=funds"},
    {"blocked.nobody_pays", Kind::blocked, 91, "<tien> ~ chưa ai", "category=funds"},
    {"blocked.no_guidance", Kind::blocked, 75,
     "chưa|không|thiếu|đợi|chờ ~5 <huong_dan>", "category=waiting_guidance"},
    {"blocked.await_guidance", Kind::blocked, 79,
     "chờ|đợi ~5 huong_dan|chi_dao|y_kien|chu_truong|phe_duyet|cap_tren|quyet_dinh|tra_loi|duyet|"
     "thong_nhat", "category=waiting_guidance"},
    {"blocked.guidance_missing", Kind::blocked, 79,
     "chưa|không ~5 huong_dan|chi_dao|y_kien|chu_truong|phe_duyet|hồi_âm|duyet", "category=waiting_guidance"},
    {"blocked.guidance_unclear", Kind::blocked, 74,
     "huong_dan|chi_dao|van_ban ~ chưa ~ ro|co|cu_the|thong_nhat|về|đến", "category=waiting_guidance"},
    {"blocked.asking_above", Kind::blocked, 72,
     "xin y_kien ~ cap_tren|huyen|tinh|lanh_dao ... chưa|không", "category=waiting_guidance"},
    {"blocked.above_silent", Kind::blocked, 74,
     "cap_tren|huyện|tỉnh|lanh_dao|sở|=bộ ~ chưa ~ tra_loi|phan_hoi|cho|co|duyet|thong_nhat|"
     "ban_hanh|ra", "category=waiting_guidance"},
    {"blocked.no_data", Kind::blocked, 78,
     "chưa|không|thiếu|chờ|đợi|kẹt ~5 so_lieu|du_lieu|danh_sach|thong_tin|báo_cáo_của|so_lieu_tu",
     "category=waiting_data"},
    {"blocked.not_given_data", Kind::blocked, 79,
     "<don_vi>|ấp|thôn|tổ|khu|bên|cac_ap|may_ap|buôn|xóm|các_trường|chi_hoi|chi_doan ~5 chưa|không "
     "~5 cung_cap|gửi|nộp|dua|cho|tra|chuyển|báo|phan_hoi|tổng_hợp|chịu ~ so_lieu|danh_sach|"
     "bao_cao|số|ket_qua|thong_tin|du_lieu|len|ho_so|phieu|biểu", "category=waiting_data"},
    {"blocked.not_sent_by_units", Kind::blocked, 79,
     "<don_vi>|ấp|thôn|tổ|khu|bên|cac_ap|may_ap|buôn|xóm|chi_hoi|chi_doan|cac_don_vi|co_so ~5 chưa|"
     "không|chậm ~5 cung_cap|gửi|nộp|dua|tra|phan_hoi|báo", "category=waiting_data"},
    {"blocked.data_missing", Kind::blocked, 77,
     "so_lieu|du_lieu|danh_sach ~ chưa|không|thiếu|lech|sai ~ co|du|về|day_du|khop|thong_nhat|nhận",
     "category=waiting_data"},
    {"blocked.data_late", Kind::blocked, 75,
     "so_lieu ~5 gui_cham|chậm|chua_len|chua_ve|chưa_khớp|không_khớp|lech|thiếu|chưa_đủ", "category=waiting_data"},
    {"blocked.machine", Kind::blocked, 81, "<may> ~5 <hong>", "category=system"},
    {"blocked.power", Kind::blocked, 81,
     "mất|cúp|rớt|!sập|đứt điện|mạng|sóng|internet|wifi|ket_noi|file|du_lieu|cap_quang|net", "category=system"},
    {"blocked.cannot_login", Kind::blocked, 76,
     "không ~ dang_nhap|vào|truy_cap|mở|ket_noi|tải|ky_so|=in|up ~ được|noi|vào|len|file|he_thong|"
     "phan_mem|trang|web|mail", "category=system"},
    {"blocked.login_fails", Kind::blocked, 76,
     "dang_nhap|truy_cap|mở|ky_so|tải|mở_máy|up ~ không|ko|không ~ được|vào|len|noi", "category=system"},
    {"blocked.enter_fails", Kind::blocked, 78,
     "vào ~ phan_mem|he_thong|mail|trang|web|máy|ioffice|tài_khoản ~ không ~ được|nổi", "category=system"},
    {"blocked.virus", Kind::blocked, 78,
     "virus|bi_hack|mat_file|loi_font|loi_file|bi_loi|lỗi_hệ_thống|quá_tải|bảo_trì", "category=system"},
    {"blocked.ill", Kind::blocked, 76,
     "ốm|nam_vien|!mổ|cap_cuu|tai_nan|nhap_vien|gay_tay|gãy_chân|nghi_de|nằm_nhà|bị_bệnh|bệnh_rồi|"
     "bệnh_nặng|bị_sốt|sốt_cao|phát_sốt|đang_bệnh|đang_sốt|dính_covid|bị_covid|đau_mắt|o_vien|"
     "ở_viện|bó_bột|!đẻ|nghi_om|trong_vien", "category=absent"},
    {"blocked.ill_named", Kind::blocked, 62, "bệnh|sốt|f0|covid|sốt_xuất_huyết", "category=absent"},
    {"blocked.away", Kind::blocked, 74,
     "đang|bận ~ di_cong_tac|di_hoc|di_tap_huan|nghi_phep|nghi_thai_san|nghi_sanh|nghi_sinh|"
     "cong_tac|di_hop|nghỉ_ốm|đi_vắng|o_benh_vien|di_nghia_vu|nghi_che_do|nghỉ_dưỡng_sức|"
     "di_kham_benh|ở_quê|du_lich", "category=absent"},
    {"blocked.gone_away", Kind::blocked, 64,
     "đi_công_tác|đi_học|đi_tập_huấn|đi_vắng|nghỉ_phép|nghỉ_ốm|nghỉ_thai_sản|nghi_sanh|"
     "đi_nước_ngoài", "category=absent"},
    {"blocked.await_first", Kind::blocked, 86,
     "^ chờ huong_dan|y_kien|chi_dao|van_ban", "category=waiting_guidance"},
    {"blocked.await_then", Kind::blocked, 88,
     "chờ|đợi ~5 báo|gửi|nộp|cung_cấp|đưa ~5 mới ~ <lam>|<xong>|được|có", "category=waiting_data"},
    {"blocked.await_data", Kind::blocked, 80,
     "chờ|đợi ~5 so_lieu|danh_sach|doi_chieu|cung_cap|tong_hop|xac_nhan|bao_cao", "category=waiting_data"},
    {"blocked.treated", Kind::blocked, 78,
     "điều_trị|dieu_tri ~ benh_vien|ở|tai|vien", "category=absent"},
    {"blocked.password", Kind::blocked, 80, "quên|mất|sai mat_khau|tai_khoan|pass|password|pas|"
     "mk", "category=system"},
    {"blocked.hall", Kind::blocked, 76,
     "hoi_truong|phong_hop|dia_diem ~5 sửa|ban|vuong|kin", "category=schedule"},
    {"blocked.nobody_signs", Kind::blocked, 74,
     "chu_tich|lanh_dao|sếp|truong_phong|bi_thu|ke_toan|giam_doc|hieu_truong|thu_truong|can_bo|"
     "nguoi_phu_trach ~ di_vang|vang|di_cong_tac|di_hoc|nghỉ|nghi_phep|ốm|bệnh|vắng_mặt|nam_vien|"
     "đi_nước_ngoài|chua_ve", "category=absent"},
    {"blocked.bereaved", Kind::blocked, 72,
     "nha_co_tang|chịu_tang|lo_tang|về_chịu_tang|đưa_tang|dam_tang|co_tang|nha_co_viec|co_hieu|"
     "việc_hiếu|tang_gia|có_đám|con_om|con_benh|"
     "me_om|bo_om|chăm_con", "category=absent"},
    {"blocked.staff", Kind::blocked, 76,
     "thiếu|không|hết|khuyết|ít ~ người|ng|nguoi|can_bo|nhan_su|nhan_luc|bien_che|giao_vien|"
     "cong_tac_vien|bac_si|can_su|chu_tich|ke_toan|nguoi_lam|tinh_nguyen_vien|giang_vien|"
     "bao_cao_vien|nhân_viên|cong_chuc|bí_thư", "category=staff"},
    {"blocked.few_people", Kind::blocked, 76, "chỉ|còn|vỏn_vẹn|có còn|có|mỗi ~ <num> người|"
     "cán_bộ|nhân_viên|công_chức", "category=staff"},
    {"blocked.await_people", Kind::blocked, 78,
     "chờ|đợi ~ giảng_viên|báo_cáo_viên|người_thay|nhân_sự|bác_sĩ|kế_toán_mới|cán_bộ_mới", "category=staff"},
    {"blocked.cannot_turn", Kind::blocked, 72, "không xoay|gánh|kham|cáng_đáng ~ nổi|xuể|kịp", "category=staff"},
    {"blocked.short_of_force", Kind::blocked, 76,
     "thiếu quân|lực_lượng|nhân_lực", "category=staff"},
    {"blocked.signature_expired", Kind::blocked, 80,
     "chu_ky_so|token|chứng_thư_số ~ het_han|hỏng|lỗi|bị_khóa", "category=system"},
    {"blocked.coming_inspection", Kind::blocked, 66,
     "đang có ~ đoàn_kiểm_tra|đoàn", "category=schedule"},
    {"blocked.overloaded", Kind::blocked, 70,
     "lam_khong_xue|khong_xue|khong_xuể|qua_tai|quá_tải|kiem_nhiem ~ qua|nhieu|nhiều_việc|"
     "làm_không_hết|ôm_nhiều|mot_minh|có_mình|co_minh", "category=staff"},
    {"blocked.left_staff", Kind::blocked, 79,
     "can_bo|cong_chuc|nguoi_phu_trach|ke_toan|nhan_vien ~5 nghi_viec|moi_nghi|chuyen_cong_tac|"
     "nghi_huu|bi_dieu_dong|luan_chuyen|xin_nghi", "category=staff"},
    {"blocked.schedule", Kind::blocked, 78,
     "trùng|kẹt|vướng ~ lịch|họp|dai_hoi|bau_cu|=thi|hoi_nghi|le_hoi|dien_tap|ngày|đợt|tiếp_xúc",
     "category=schedule"},
    {"blocked.busy", Kind::blocked, 66,
     "!bận|ban_bau_cu|dang_bận ~ bau_cu|dai_hoi|!đám|họp|!lũ|!bão|le_hoi|dien_tap|doan_kiem_tra|"
     "chong_bao|chong_dich|cuoi_nam|tiep_doan|=thi|mua_vu|việc|chuẩn_bị|phòng_chống|kiểm_tra|"
     "thanh_tra|tiếp_xúc", "category=schedule"},
    {"blocked.exam", Kind::blocked, 77,
     "trường|hoc_sinh|các_em|hoc_vien ~5 =thi|on_thi|nghi_he|kiem_tra|nghi_le|nghi_tet|ôn_thi|"
     "thi_hoc_ky|chua_cho|khong_cho", "category=schedule"},
    {"blocked.season", Kind::blocked, 58,
     "mua_gat|mua_lu|mua_mua|mua_bao|bao_lu|ngap_lut|lut|!bão|!lũ|mua_bao|dich_benh|vào_vụ|vụ_mùa|"
     "mua_vu|mưa_bão|mưa_lũ|ngập|sạt_lở|thời_tiết|mưa_to|đường_ngập|nước_lên|mưa_lớn|rét_đậm|"
     "thu_hoach", "category=schedule"},
    {"blocked.no_document", Kind::blocked, 78,
     "chưa|không ~ nhan_duoc|nhận|co|=thay|tim_thay|tim_ra|thấy ~ <tai_lieu>", "category=document"},
    {"blocked.lost_paper", Kind::blocked, 86,
     "<tai_lieu> ~ thất_lạc|that_lac|mất_tiêu|mất_tích|lạc_đâu", "category=document"},
    {"blocked.lost_document", Kind::blocked, 80,
     "that_lac|mất|lạc|thiếu ~ cong_van|ho_so|giay_to|hoa_don|chung_tu|van_ban|tai_lieu|ke_hoach|"
     "bieu_mau|mẫu|bản_gốc|giấy|phụ_lục|quyết_định|con_dau", "category=document"},
    {"blocked.bad_document", Kind::blocked, 76,
     "<tai_lieu> ~ that_lac|khong_doc_duoc|sai|bi_mat|thiếu|chua_ve|chua_den|khong_mo_duoc|"
     "khong_ro|nhoe|mờ|loi_phong|lỗi", "category=document"},
    {"blocked.partner", Kind::blocked, 66,
     "<don_vi>|trường ~ chưa|không ~ dong_y|phoi_hop|cho|hop_tac|sap_xep|bo_tri|vào_cuộc"},
    {"blocked.not_because_thing", Kind::blocked, 62, "chưa|không <lam> được|noi"},
    {"blocked.unable", Kind::blocked, 64, "làm không|ko noi|được|xue|kịp|xuể"},
};
// clang-format on

}  // namespace

std::span<const Rule> rules_of_requests() { return k_rules; }

}  // namespace dondoc::understanding
