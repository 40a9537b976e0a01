#include "bots/understanding/rules.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr WordClass k_classes[] = {
    // sending, finishing, doing
    {"gui",
     "gửi|nộp|nạp|trinh_nop|giao_nop|nop_len|gui_len|dua_len|chuyen_len|up|upload|day_len|dang_tai|"
     "dem_len|mang_len|gui_ve|nop_ve|gui_di|dem_nop|mang_nop|gui_lai|nop_lai|gui_bo_sung|"
     "nop_bo_sung|nop_bu|gui_bu|fax|ship|bàn_giao_ho_so|phát_hành"},
    {"xong",
     "xong|bế_mạc|hoan_thanh|hoan_tat|hoan_thien_xong|xong_xuoi|ket_thuc|hoan_thanh_xong|xong_viec|"
     "hoàn_thành_nhiệm_vụ"},
    {"lam",
     "làm|thuc_hien|trien_khai|to_chuc|tien_hanh|soan|viet|lap|tong_hop|chuan_bi|xu_ly|ra_soat|"
     "thong_ke|in|ký|nhap|nhap_lieu|kiem_tra|phat|bao_cao|quyet_toan|tap_huan|tuyen_truyen|hop|"
     "duyet|dung|phat_dong|thu|cap_nhat|điện|kiem_ke|cap_phat"},
    {"da", "đã|đã"},
    {"chua", "chưa|chẳng|chả|chưa_hề|chưa_từng"},
    {"khong", "không|chẳng|chả|đâu_có"},
    {"viec",
     "viec|nhiem_vu|mang|phan|phan_viec|noi_dung|linh_vuc|cong_viec|khau|mục|vụ|chuyển|kế_hoạch|"
     "chức_năng|thẩm_quyền|trách_nhiệm|địa_bàn"},
    {"toi",
     "tới|đến|=sang|=qua|tới_ngày|đến_ngày|sang_ngày|đến_hết|tới_hết|đến_trước|trước|vào|đến_tận|"
     "tới_tận|hết|trong"},
    {"xin",
     "xin|cho|đề_nghị|mong|nhờ|kính_đề_nghị|xin_phép|cho_phép|kính_mong|cần|muốn|du_di|thông_cảm|"
     "tạo_điều_kiện|kiến_nghị|đề_xuất|linh_động"},
    {"giahan",
     "gia_hạn|lùi|khất|hoãn|doi_han|lui_han|keo_dai|!đổi|!dời|noi_han|nới|nop_cham|nop_muon|nop_tre|"
     "gui_cham|gui_muon|gui_tre|nop_sau|gui_sau|tre_han|cham_han|cham_nop|cham_gui|hoan_han|"
     "dieu_chinh_thoi_han|dieu_chinh_han|nán|nợ|trễ|chậm|muộn|bao_cao_cham|bao_cao_muon|lùi_hạn|"
     "giãn_tiến_độ|giãn|thư_thư"},
    // who
    {"don_vi",
     "xa|phuong|thi_tran|huyen|tinh|quan|thanh_pho|hội|doan|cong_an|ubnd|uy_ban|phong|ban|tram|"
     "trường|trung_tam|chi_cuc|hat|kho_bac|thue|tu_phap|dia_chinh|y_te|giao_duc|tai_chinh|ke_toan|"
     "văn_phòng|van_hoa|mat_tran|nong_dan|phu_nu|cuu_chien_binh|doan_xa|hoi_phu_nu|quan_su|bchqs|"
     "lao_dong|noi_vu|tuyen_giao|dan_van|to_chuc|vp|kiem_lam|bien_phong|toa_an|vien_kiem_sat|"
     "thi_hanh_an|cap_tren|chu_dau_tu|nha_thau|kinh_te|ha_tang|thuong_binh|chinh_sach|huyen_doan|"
     "tinh_doan|huyen_uy|dang_uy|thống_kê|bưu_điện|ngan_hang|đài|thanh_tra|tnxh"},
    {"xung_ho", "<person>|can_bo|chị|anh|đ/c|d/c|cô|chú|bác|thầy|bạn|ông|bà"},
    {"lam_thay",
     "phụ_trách|phu_trach|theo_doi|làm|=lo|dam_nhan|nhận|tiep_nhan|đảm_trách|xu_ly|=thay|lam_thay|"
     "tham_muu|nhan_viec|nhan_ban_giao|tiep_quan|quan_ly|chiu_trach_nhiem|giai_quyet|làm_tiếp|gánh"},
    // what is missing
    {"tien",
     "kinh_phi|tiền|ngan_sach|von|nguon_von|nguon_kinh_phi|tien_nong|du_toan|nguồn|nguon_chi|"
     "tiền_in|quy_hoi|kinh_phí_hoạt_động"},
    {"huong_dan",
     "huong_dan|chi_dao|y_kien|chu_truong|van_ban_huong_dan|ke_hoach_cua|phe_duyet|quyet_dinh|"
     "cong_van|van_ban|y_kien_chi_dao|công_văn_hướng_dẫn|chi_thi|phan_hoi|tra_loi|hồi_âm|thong_nhat"},
    {"so_lieu",
     "so_lieu|du_lieu|bao_cao|danh_sach|thong_tin|số|ket_qua|bien_ban|ho_so|phieu|bao_cao_nhanh|"
     "số_liệu_thống_kê|tổng_hợp"},
    {"tai_lieu",
     "ke_hoach|van_ban|cong_van|tai_lieu|mau|bieu_mau|hoa_don|chung_tu|giay_to|bien_lai|phu_luc|"
     "file|ho_so|bản_chính|giay_moi|giay_gioi_thieu|giay_uy_quyen|chữ_ký|con_dau"},
    {"may",
     "máy|may_tinh|laptop|may_in|mạng|internet|wifi|phan_mem|he_thong|file|o_cung|tai_khoan|"
     "chu_ky_so|dien_thoai|trang|web|website|cổng|server|may_chu|app|ung_dung|usb|đường_truyền|"
     "token|may_quet|máy_scan|excel|truc_lien_thong|cổng_dịch_vụ_công|ioffice"},
    {"hong",
     "hư|hỏng|lỗi|!treo|đơ|!sập|chết|rớt|cham_qua|het_han|virus|bi_khoa|khong_vao_duoc|khong_len|"
     "nghẽn|báo_lỗi|cháy|đứng|die|lag|không_mở_được|không_đăng_nhập|trục_trặc|không_chạy|ngỏm"},
    // asking
    {"nao", "nào|gì|may|đâu|ai|sao|mô_vay|mo_vay"},
    {"khi_nao",
     "khi_nao|bữa_mô|khi_mô|ngày_mô|hôm_mô|bao_gio|ngay_nao|hom_nao|bua_nao|luc_nao|chung_nao|"
     "hoi_nao|ngay_may|ngay_bao_nhieu|thu_may|bao_lau|may_gio|thang_may|tới_đâu|đến_bao_giờ|"
     "tuan_nao|đợt_nào|thời_điểm_nào|thời_gian_nào|den_ngay_may"},
    {"khong_hoi",
     "không|chưa|ha|nhi|phai_khong|dung_khong|duoc_khong|hay_khong|a|à|co_phai|khong_vay|khong_nhi|"
     "khong_a"},
    {"nguoi_khac",
     "xa_ben|ben_kia|cac_xa_khac|xa_khac|phuong_khac|don_vi_khac|nguoi_khac|tụi_nó|bọn_họ|người_ta|"
     "bên_đó|toi_no|xã_bạn|phường_bạn|bên_ấy|mấy_xã_khác|đơn_vị_bạn|mấy_chị_kia|may_xa_khac|tui_no|"
     "xã_nào_đó"},
};
// clang-format on

}  // namespace

std::span<const WordClass> word_classes() { return k_classes; }

}  // namespace dondoc::understanding
