// What an officer asks for or is held up by: more time, obstacles and their kind.
#include "bots/understanding/rules.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr Rule k_rules[] = {
    // --- more time ---
    {"extension.word", Kind::extension, 72, "gia_han|xin_lui|xin_khat|xin_hoan|lui_han|xin_doi|doi_han|xin_gia_han|lui_thoi_han|lùi_thời_gian|gian_han|nới_hạn|noi_han|lui_lich|giãn_thời_hạn|gia_hạn_thêm"},
    {"extension.ask", Kind::extension, 74, "<xin> ~5 <giahan> ~"},
    {"extension.ask_until", Kind::extension, 78, "<xin> ~5 <giahan> ~5 <date>|<span>"},
    {"extension.ask_to_date", Kind::extension, 72, "xin|cho|de_nghi|xin_phep|cho_xin ~5 <toi> <date>"},
    {"extension.ask_to", Kind::extension, 74, "xin|cho ~ <toi> <date>"},
    {"extension.more_days", Kind::extension, 76, "<xin> ~5 them <span>"},
    {"extension.give_days", Kind::extension, 70, "<xin> ~ <span>"},
    {"extension.more_time", Kind::extension, 74, "<xin> ~5 them ~ thoi_gian|vai|may|it|chut|ngay|bua|hom|gio"},
    {"extension.need_days", Kind::extension, 72, "can ~ them ~ <span>"},
    {"extension.few_days", Kind::extension, 72, "<xin> ~ them vai|may ngay|bua|hom|tuan|ngày"},
    {"extension.later", Kind::extension, 72, "<giahan> ~ <span>"},
    {"extension.later_until", Kind::extension, 72, "<giahan> ~5 <toi> <date>"},
    {"extension.later_until_day", Kind::extension, 68, "lui|lùi|doi|dời|khat|hoan|keo_dai|no|nợ ~5 <date>"},
    {"extension.shift", Kind::extension, 70, "lui|lùi|hoãn|dời|khất|nới|giãn ~ han|thoi_han|thoi_gian|lich|lai|giup|gium|deadline|tiến_độ"},
    {"extension.until_can", Kind::extension, 72, "<toi>|den|toi <date> ~5 moi ~5 <gui>|<xong>|kip|duoc ... cho ~ tre|cham|muon|xin"},
    {"extension.only_by", Kind::extension, 66, "<date> ~ moi|mới ~ kip|co_the ... <xin>"},
    {"extension.too_tight", Kind::extension, 74, "gap|sat|sát|ngan qua ... <xin> ~"},
    {"extension.not_in_time", Kind::extension, 60, "khong kip ... <xin> ~"},
    {"extension.consider", Kind::extension, 70, "xem_xet|cho_phep|tao_dieu_kien|chieu_co|linh_dong ~5 <giahan>"},
    // --- held up ---
    {"blocked.because", Kind::blocked, 72, "chua|khong ~5 vi|vì|do|tai|tại|bởi|boi ~"},
    {"blocked.therefore", Kind::blocked, 70, "nên|nen ~ chua|khong ~"},
    {"blocked.cannot", Kind::blocked, 60, "khong ~ <lam> ~ duoc|noi|kip|xue|xuể"},
    {"blocked.word", Kind::blocked, 70, "vuong|vướng|vuong_mac|kho_khan|tro_ngai|ách_tắc|tac|be_tac|bế_tắc|mắc|bó_tay|bo_tay|tắc_nghẽn|trở_ngại|nan_giai"},
    {"blocked.stuck", Kind::blocked, 66, "ket|kẹt|kẹt_cứng|dung_hinh|đứng_hình|đứng_im|dậm_chân|nằm_im|nam_do|nằm_đó|đứng_bánh|giậm_chân ~"},
    {"blocked.no_money", Kind::blocked, 76, "chua|khong|thieu|het|can|cạn|cho|doi|đợi|chờ|ket|kẹt|vuong|cham|xin ~ <tien>", "category=funds"},
    {"blocked.no_money_given", Kind::blocked, 76, "<tien> ~ chua|khong|het|can|thieu|cham|cạn|chờ|bi_cat|eo_hẹp ~", "category=funds"},
    {"blocked.not_funded", Kind::blocked, 76, "chua ~ cap|phan_bo|duyet|giao|rot|bo_tri|giai_ngan ~ <tien>", "category=funds"},
    {"blocked.no_coin", Kind::blocked, 74, "khong|chua|het ~ dong nao|xu|tiền|đồng", "category=funds"},
    {"blocked.money_absent", Kind::blocked, 76, "lam_gi ~ co tien|kinh_phi", "category=funds"},
    {"blocked.money_short", Kind::blocked, 74, "<tien> ~ it|khong_du|thieu|chua_ve|chua_co|het|bị_cắt|chậm|khong_co", "category=funds"},
    {"blocked.no_guidance", Kind::blocked, 75, "chua|khong|thieu|cho|doi|đợi|chờ ~5 <huong_dan>", "category=waiting_guidance"},
    {"blocked.await_guidance", Kind::blocked, 77, "cho|chờ|doi|đợi ~5 huong_dan|chi_dao|y_kien|chu_truong|phe_duyet|cap_tren|quyet_dinh|tra_loi|duyet|thong_nhat", "category=waiting_guidance"},
    {"blocked.guidance_missing", Kind::blocked, 77, "chua|khong ~5 huong_dan|chi_dao|y_kien|chu_truong|phe_duyet|hồi_âm|duyet", "category=waiting_guidance"},
    {"blocked.guidance_unclear", Kind::blocked, 74, "huong_dan|chi_dao|van_ban ~ chua ~ ro|co|cu_the|thong_nhat|ve|den", "category=waiting_guidance"},
    {"blocked.asking_above", Kind::blocked, 72, "xin y_kien ~ cap_tren|huyen|tinh|lanh_dao ... chua|khong ~", "category=waiting_guidance"},
    {"blocked.above_silent", Kind::blocked, 74, "cap_tren|huyen|tinh|lanh_dao|sở|bo ~ chua ~ tra_loi|phan_hoi|cho|co|duyet|thong_nhat|ban_hanh|ra", "category=waiting_guidance"},
    {"blocked.no_data", Kind::blocked, 78, "chua|khong|thieu|cho|chờ|doi|đợi|ket|kẹt ~5 so_lieu|du_lieu|danh_sach|thong_tin|báo_cáo_của|so_lieu_tu", "category=waiting_data"},
    {"blocked.not_given_data", Kind::blocked, 79, "<don_vi>|ap|thon|to|khu|ban|bên|ben|cac_ap|may_ap|buon|xom|các_trường|chi_hoi|chi_doan ~5 chua|khong ~5 cung_cap|gui|nop|dua|cho|tra|chuyen|bao|phan_hoi|tổng_hợp|chịu ~ so_lieu|danh_sach|bao_cao|so|ket_qua|thong_tin|du_lieu|len|ho_so|phieu|biểu", "category=waiting_data"},
    {"blocked.not_sent_by_units", Kind::blocked, 79, "<don_vi>|ap|thon|to|khu|bên|ben|cac_ap|may_ap|buon|xom|chi_hoi|chi_doan|cac_don_vi|co_so ~5 chua|khong|cham ~5 cung_cap|gui|nop|dua|tra|phan_hoi|bao", "category=waiting_data"},
    {"blocked.data_missing", Kind::blocked, 77, "so_lieu|du_lieu|danh_sach ~ chua|khong|thieu|lech|sai ~ co|du|ve|day_du|khop|thong_nhat|nhan", "category=waiting_data"},
    {"blocked.data_late", Kind::blocked, 75, "so_lieu ~5 gui_cham|cham|chua_len|chua_ve|chưa_khớp|không_khớp|lech|thieu|chưa_đủ", "category=waiting_data"},
    {"blocked.machine", Kind::blocked, 78, "<may> ~5 <hong>", "category=system"},
    {"blocked.power", Kind::blocked, 78, "mất|mat|cup|cúp|rot|rớt|sap|đứt dien|mang|song|internet|wifi|ket_noi|file|du_lieu|cap_quang|net", "category=system"},
    {"blocked.cannot_login", Kind::blocked, 76, "khong ~ dang_nhap|vao|truy_cap|mo|ket_noi|tai|ky_so|in|mo_duoc|up ~ duoc|noi|vao|len|file|he_thong|phan_mem|trang|web|mail", "category=system"},
    {"blocked.login_fails", Kind::blocked, 76, "dang_nhap|truy_cap|mo|ky_so|tai|mở_máy|up ~ khong|ko|không ~ duoc|vao|len|noi", "category=system"},
    {"blocked.virus", Kind::blocked, 78, "virus|bi_hack|mat_file|loi_font|loi_file|bi_loi|lỗi_hệ_thống|quá_tải|bảo_trì", "category=system"},
    {"blocked.ill", Kind::blocked, 76, "om|ốm|benh|bệnh|nam_vien|nằm_viện|mo|mổ|cap_cuu|sot|sốt|tai_nan|f0|covid|nhap_vien|gay_tay|gãy_chân|sinh_con|nghi_de|nằm_nhà|đau_mắt|sốt_xuất_huyết|o_vien|ở_viện|bó_bột|đẻ|nghi_om|trong_vien ~", "category=absent"},
    {"blocked.away", Kind::blocked, 74, "dang|đang|bận|ban ~ di_cong_tac|di_hoc|di_tap_huan|nghi_phep|nghi_thai_san|nghi_sanh|nghi_sinh|cong_tac|di_hop|nghỉ_ốm|đi_vắng|o_benh_vien|di_nghia_vu|nghi_che_do|nghỉ_dưỡng_sức|di_kham_benh|ở_quê|du_lich", "category=absent"},
    {"blocked.nobody_signs", Kind::blocked, 74, "chu_tich|lanh_dao|sep|truong_phong|bi_thu|ke_toan|giam_doc|hieu_truong|thu_truong|can_bo|nguoi_phu_trach ~ di_vang|vang|di_cong_tac|di_hoc|nghi|nghi_phep|om|benh|vắng_mặt|di_hop|nam_vien|đi_nước_ngoài|chua_ve ~", "category=absent"},
    {"blocked.bereaved", Kind::blocked, 72, "nha_co_tang|dam_tang|co_tang|nha_co_viec|co_hieu|việc_hiếu|tang_gia|có_đám|con_om|con_benh|me_om|bo_om|chăm_con", "category=absent"},
    {"blocked.staff", Kind::blocked, 76, "thieu|khong|het|khuyet|it|khuyết|chua ~ nguoi|can_bo|nhan_su|nhan_luc|bien_che|giao_vien|cong_tac_vien|bac_si|can_su|chu_tich|ke_toan|nguoi_lam|tinh_nguyen_vien|giang_vien|bao_cao_vien|nhân_viên|cong_chuc|bí_thư", "category=staff"},
    {"blocked.overloaded", Kind::blocked, 70, "lam_khong_xue|khong_xue|khong_xuể|qua_tai|quá_tải|kiem_nhiem ~ qua|nhieu|nhiều_việc|làm_không_hết|ôm_nhiều|mot_minh|có_mình|co_minh ~", "category=staff"},
    {"blocked.left_staff", Kind::blocked, 74, "can_bo|cong_chuc|nguoi_phu_trach|ke_toan|nhan_vien ~5 nghi_viec|moi_nghi|chuyen_cong_tac|nghi_huu|bi_dieu_dong|luan_chuyen|xin_nghi ~", "category=staff"},
    {"blocked.schedule", Kind::blocked, 78, "trung|trùng|ket|kẹt|vuong|vướng ~ lich|hop|dai_hoi|bau_cu|thi|hoi_nghi|le_hoi|dien_tap|ngay|đợt|tiếp_xúc", "category=schedule"},
    {"blocked.busy", Kind::blocked, 66, "ban|bận ~ bau_cu|dai_hoi|dam|hop|lu|bao|le_hoi|dien_tap|doan_kiem_tra|chong_bao|chong_dich|cuoi_nam|tiep_doan|thi|mua_vu|viec|chuẩn_bị|phòng_chống|kiểm_tra|thanh_tra|tiếp_xúc", "category=schedule"},
    {"blocked.exam", Kind::blocked, 77, "truong|hoc_sinh|các_em|hoc_vien ~5 thi|on_thi|nghi_he|kiem_tra|nghi_le|nghi_tet|ôn_thi|thi_hoc_ky|chua_cho|khong_cho ~", "category=schedule"},
    {"blocked.season", Kind::blocked, 75, "mua_gat|mua_lu|mua_mua|mua_bao|bao_lu|ngap_lut|lut|bao|lũ|dich_benh|vào_vụ|vụ_mùa|mua_vu|mưa_bão|mưa_lũ|ngập|sạt_lở|thời_tiết|mưa_to|đường_ngập|nước_lên|mưa_lớn|rét_đậm|thu_hoach ~", "category=schedule"},
    {"blocked.no_document", Kind::blocked, 78, "chua|khong ~ nhan_duoc|nhan|co|thay|tim_thay|tim_ra|thấy ~ <tai_lieu>", "category=document"},
    {"blocked.lost_document", Kind::blocked, 80, "that_lac|mat|mất|lac|thiếu|thieu ~ cong_van|ho_so|giay_to|hoa_don|chung_tu|van_ban|tai_lieu|ke_hoach|bieu_mau|mau|bản_gốc|giấy|phụ_lục|quyết_định|con_dau", "category=document"},
    {"blocked.bad_document", Kind::blocked, 76, "<tai_lieu> ~ that_lac|mo|khong_doc_duoc|sai|bi_mat|thieu|chua_ve|chua_den|khong_mo_duoc|khong_ro|nhoe|mờ|loi_phong|lỗi", "category=document"},
    {"blocked.partner", Kind::blocked, 66, "<don_vi>|truong ~ chua|khong ~ dong_y|phoi_hop|cho|hop_tac|sap_xep|bo_tri|vào_cuộc"},
    {"blocked.not_because_thing", Kind::blocked, 62, "chua|khong <lam> duoc|noi ~"},
    {"blocked.unable", Kind::blocked, 64, "lam khong|ko noi|duoc|xue|kip|xuể ~"},
};
// clang-format on

}  // namespace

std::span<const Rule> rules_of_requests() { return k_rules; }

}  // namespace dondoc::understanding
