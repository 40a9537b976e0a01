// What is asked. Questions weigh more than what they ask about: "xong chưa chị" is no "xong".
#include "bots/understanding/rules.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr Rule k_rules[] = {
    // --- until when ---
    {"query.due_when", Kind::query, 84,
     "hạn|thoi_han|deadline|hạn_chót|han_chot|hạn_nộp|thoi_gian_nop|thời_gian_gửi|hạn_cuối ~5 "
     "<khi_nao>|nào|mấy|the_nao|ra_sao|bao_lau|bao_nhieu", "kind=due_date"},
    {"query.due_when_first", Kind::query, 84,
     "<khi_nao> ~5 hạn|het_han|den_han|nộp|gửi|bao_cao|phải|toi_han|chot|xong|hoan_thanh|den_ky", "kind=due_date"},
    {"query.due_submit_when", Kind::query, 84,
     "nộp|gửi|gửi|bao_cao|xong|hoan_thanh ~5 <khi_nao>", "kind=due_date"},
    {"query.due_or", Kind::query, 86, "hạn|hạn ~5 hay", "kind=due_date"},
    {"query.due_still", Kind::query, 82,
     "còn ~ mấy|bao_nhieu ngay|hom|bua|ngày ~ nua|hạn|thoi_gian", "kind=due_date"},
    {"query.due_changed", Kind::query, 84, "gia_hạn ~ <toi>? <khi_nao>", "kind=due_date"},
    {"query.due_is_it", Kind::query, 78,
     "hạn|hạn ~ <date> ~ phai_khong|dung_khong|ha|ạ|a|phai_hong", "kind=due_date"},
    {"query.due_already", Kind::query, 87, "tới|đến|hết hạn chưa|hay_chưa", "kind=due_date"},
    {"query.due_which", Kind::query, 80, "truoc ngay nào|mấy", "kind=due_date"},
    // --- how ---
    {"query.form", Kind::query, 84,
     "mẫu|bieu_mau|!biểu|phu_luc|form|đề_cương|de_cuong|bang_bieu|biểu_số ~5 nào|gì|mấy|đâu|sao|"
     "ở_đâu|the_nao", "kind=form"},
    {"query.form_is_there", Kind::query, 84,
     "mẫu|bieu_mau|phu_luc|form|đề_cương|bang_bieu ~5 không|chưa|hay $", "kind=form"},
    {"query.form_have_or", Kind::query, 84, "có mẫu ~5 không", "kind=form"},
    {"query.form_tables_or", Kind::query, 86,
     "biểu|bieu|mẫu ~ hay ~ biểu|bieu|mẫu|<num>", "kind=form"},
    {"query.form_or", Kind::query, 86,
     "mẫu|bieu_mau|phu_luc ~ hay mẫu|bieu_mau|phu_luc|<num>", "kind=form"},
    {"query.form_ask", Kind::query, 84, "xin|gửi|nhờ ~5 mẫu|bieu_mau|form|de_cuong", "kind=form"},
    {"query.form_how", Kind::query, 82,
     "làm|bao_cao|viet|điền|ghi|nhap ~ theo|kieu|nhu ~ mau|nào|the_nao|gì|sao", "kind=form"},
    {"query.form_which_cells", Kind::query, 82,
     "ghi|điền|nhập ~5 o_nao|cho_nao|vào_đâu|muc_nao|cot_nao|dong_nao|ô_nào|chỗ_nào", "kind=form"},
    {"query.form_what_content", Kind::query, 82,
     "bao_cao|cần|gom|co ~ nhung|cac noi_dung|gì|muc|chi_tieu|phan ~ nào|gì", "kind=form"},
    {"query.form_needed", Kind::query, 86,
     "có|co ~ cần|phải ~5 bao_cao|ghi|điền|nhập|nêu ~8 không|ha|nhi", "kind=form"},
    {"query.form_enough", Kind::query, 80, "là du chưa|đủ_chưa|duoc_chua", "kind=form"},
    {"query.form_column", Kind::query, 82, "mau|bieu ~ co ~ cot|muc ~ không", "kind=form"},
    {"query.form_nil", Kind::query, 84,
     "khong_phat_sinh|khong_co ~ thì ~ co|gửi|ghi|báo|nộp|làm|phải", "kind=form"},
    {"query.form_example", Kind::query, 82,
     "vi_du|nhu ~ dung_khong|phai_khong|đúng_không", "kind=form"},
    // --- to whom ---
    {"query.recipient", Kind::query, 84,
     "gửi|nộp|bao_cao|chuyển ~5 cho|về|tới|đến|qua|vào|lên ~ ai|đâu|dia_chi_nao|phong_nao|cho_nao|"
     "co_quan_nao|don_vi_nao|mail_nao|bo_phan_nao|ban_nao|so_nao|nguoi_nao|mail_ai|email_nao|"
     "nhom_nao|noi_nao|hop_thu_nao|mail_gi", "kind=recipient"},
    {"query.recipient_which", Kind::query, 84,
     "gửi|nộp ~ cho|về|qua ~ <xung_ho>|phòng|ban|bên|cơ_quan|bộ_phận nào", "kind=recipient"},
    {"query.recipient_ask_or", Kind::query, 84, "hỏi|gửi|nộp ~ <person> hay", "kind=recipient"},
    {"query.recipient_unit_or", Kind::query, 85, "gửi|nộp ~ cho|về|qua ~5 hay", "kind=recipient"},
    {"query.recipient_or", Kind::query, 84,
     "gửi|nộp ~5 hay ~ gửi|nộp|van_thu|cho|<person>", "kind=recipient"},
    {"query.recipient_where", Kind::query, 84,
     "gửi|nộp ~ ở_đâu|về_đâu|=dau|cho_nao|ai|phong_nao|noi_nao|ve_dau", "kind=recipient"},
    {"query.recipient_who", Kind::query, 82,
     "ai|phong_nao|don_vi_nao|bo_phan_nao nhận|tiep_nhan|thu|nhận", "kind=recipient"},
    {"query.recipient_address", Kind::query, 82,
     "dia_chi|email|mail|hop_thu ~ nào|gì|la_gi|nhận", "kind=recipient"},
    {"query.recipient_is_it", Kind::query, 80,
     "nộp|gửi ~ về|cho ... phai_khong|dung_khong", "kind=recipient"},
    // --- which period ---
    {"query.period", Kind::query, 85,
     "so_lieu|tinh|lay|bao_cao|chot|thong_ke|tong_hop|ký ~5 từ|đến|toi|thang|ngay|ký|quy ~ nào|mấy|"
     "đâu|khi_nao|bao_nhieu", "kind=period"},
    {"query.period_cutoff", Kind::query, 85,
     "chot|khoa ~ so_lieu|số|so_sach|đến|toi ~5 nào|mấy|khi_nao|đâu|chưa", "kind=period"},
    {"query.period_from_to", Kind::query, 85, "từ ~5 toi|đến ~5 nào|mấy|bao_gio", "kind=period"},
    {"query.period_from_or", Kind::query, 86,
     "lấy|tính|số|ky_bao_cao ~5 từ|tu <date>|<past> ... hay", "kind=period"},
    {"query.period_dates", Kind::query, 86,
     "tính|=so|số|lấy|chốt|so_lieu ~8 <date>|<past> hay <date>|<past>", "kind=period"},
    {"query.due_dates", Kind::query, 80, "<date>|<past> hay <date>|<past>", "kind=due_date"},
    {"query.period_or", Kind::query, 85,
     "so_lieu|tinh|lay|ký|bao_cao ~5 thang|quy|ngay|nam ... hay", "kind=period"},
    {"query.period_months", Kind::query, 84, "<num> ~ thang hay <num> thang", "kind=period"},
    {"query.period_which", Kind::query, 84,
     "ky_nao|thang_nao|quy_nao|quy_may|thang_may|ky_may|giai_doan_nao|nam_nao|thời_điểm_nào", "kind=period"},
    {"query.period_this", Kind::query, 82,
     "bao_cao|so_lieu ~ ca_nam|ca_quy|luy_ke|lũy_kế ~ hay|không|phải|ha", "kind=period"},
    // --- too late? ---
    {"query.late_ok", Kind::query, 86,
     "còn kịp|nhận|được|hạn ~ không|hỏng|ko|ha|nua|khong_a|k", "kind=late_ok"},
    {"query.late_any_harm", Kind::query, 86,
     "trễ|chậm|muon|qua_han|trễ|chậm|muộn|quá_hạn ~5 co ~ sao|bị|được|tinh|tru|van_de|anh_huong|"
     "phat|nhận|ko", "kind=late_ok"},
    {"query.late_may", Kind::query, 84,
     "nộp|gửi ~ trễ|chậm|muon|sau ~ được|co ~ không|ko|không|hỏng", "kind=late_ok"},
    {"query.late_days", Kind::query, 86,
     "trễ|chậm|muon|qua_han|trễ ~ ngay|bua|hom ~ co|còn|bị|được", "kind=late_ok"},
    {"query.late_accepted", Kind::query, 88, "nộp|gửi ~ có ~ được ~ nhận|tính", "kind=late_ok"},
    {"query.late_still_accept", Kind::query, 86, "còn nhận ~ không|nua|hỏng|ha", "kind=late_ok"},
    {"query.late_now", Kind::query, 86,
     "gio|bay_gio|hom_nay|mai ~ nộp|gửi|mới ~ còn ~ nhận|kịp|được|tinh", "kind=late_ok"},
    {"query.late_overdue", Kind::query, 85,
     "qua_han ~ chưa|rồi ~ còn|ha|hay|a|phải", "kind=late_ok"},
    {"query.late_penalty", Kind::query, 84,
     "bị ~ tru_diem|phe_binh|phat|nhắc|tinh_tre|trừ_thi_đua ~ không|ko|ha|hỏng", "kind=late_ok"},
    {"query.late_if", Kind::query, 90,
     "<date> ~ nộp|gửi ~5 có ~ bị|tính|sao|trừ|muộn|trễ", "kind=late_ok"},
    // --- how it stands ---
    {"query.done_yet", Kind::query, 84,
     "<xong>|<gui>|nhan_duoc|nhận|duyet|được|ký|đến|tới|về|gia_hạn|xac_nhan ~5 chưa|chưa $", "kind=status"},
    {"query.how_many_so_far", Kind::query, 83,
     "<gui>|làm|báo|nhập|có|nhận|xong được? mấy|bao_nhieu ~ rồi", "kind=status"},
    {"query.done_right", Kind::query, 84,
     "<xong>|<gui>|nhận|nhan_duoc|được ~ rồi|chưa ha|phai_khong|phai_hong|dung_khong|hả|đúng_không|"
     "phải_không|phải_hông", "kind=status"},
    {"query.who_not_yet", Kind::query, 88,
     "ai|xa_nao|don_vi_nao|ben_nao|phuong_nao|hoi_nao|doan_nao|chi_hoi_nao|nhung_don_vi_nao|"
     "nhung_ai|con_ai|truong_nao|ap_nao|to_nao|co_quan_nao|may_xa|bao_nhieu_xa|bao_nhieu_don_vi|"
     "may_don_vi|bao_nhieu_phuong|may_phuong|bao_nhieu_ap|may_ap|bao_nhieu_truong|bao_nhieu_noi|"
     "chi_doan_nao|những_xã_nào|phong_nao ~5 chưa|rồi|đã|xong|<gui>|<xong>|nộp|làm|chậm|"
     "trễ|bao_cao|thiếu", "kind=status"},
    {"query.status_of", Kind::query, 82,
     "tinh_hinh|tien_do|ket_qua|ho_so|bao_cao ~5 sao_roi|the_nao|toi_dau|den_dau|ra_sao|sao|"
     "nhu_the_nao", "kind=status"},
    {"query.how_far", Kind::query, 88,
     "tình_hình|tiến_độ|tinh_hinh|tien_do ~8 đến_đâu|tới_đâu|ra_sao|thế_nào", "kind=status"},
    {"query.accepted", Kind::query, 84,
     "bao_cao|ben|he_thong|huyen|anh|chỉ ~5 nhận|duyet|xem|ghi_nhan|=thay|tính ~5 chưa|không|"
     "hay_chua", "kind=status"},
    {"query.counts_as", Kind::query, 84,
     "co|đã ~ được|tinh ~ là ~ <xong>|<gui>|nộp ~ không|chưa|ha", "kind=status"},
    {"query.counted", Kind::query, 84, "tinh_la ~ <xong>|<gui> ~ chưa|không", "kind=status"},
    {"query.how_many_late", Kind::query, 84,
     "trễ|qua_han|chậm ~ mấy|bao_nhieu ngay|bua|hom", "kind=status"},
    {"query.is_ok", Kind::query, 76, "on|ok|dat|du|đúng ~ chưa $", "kind=status"},
    {"query.who_knows", Kind::query, 80, "khong_biet|chua_biet ~5 chưa|nua|rồi", "kind=status"},
    {"query.how_know", Kind::query, 82, "sao biết|noi ~ chưa|xong", "kind=status"},
    // --- in what shape ---
    {"query.format", Kind::query, 86,
     "ban_giay|ban_cung|ban_mem|ban_word|file_mem|word|pdf|scan|excel|ban_goc|ban_photo|dấu_đỏ|"
     "dau_do|file_cung|bản_cứng|bản_mềm|bản_ký|bản_gốc|ảnh_chụp|bản_in|ban_scan ~5 không|hay|ha|"
     "nhi|khong_em", "kind=format"},
    {"query.format_need", Kind::query, 86,
     "cần|phải|co ~5 ban_giay|ban_cung|dong_dau|ky_so|scan|dau_do|ban_goc|ky_ten|bản_giấy|chữ_ký|"
     "ban_chinh|kèm_ảnh|minh_chung|phô_tô|dấu ~ không|ko|hỏng|ha|nhi|nua|ạ|a", "kind=format"},
    {"query.format_or", Kind::query, 86,
     "ban_word|word|pdf|giấy|file|excel|scan|ảnh|bản_mềm|ban_mem|ban_scan|mail|ban_giay|ban_cung "
     "hay", "kind=format"},
    {"query.format_kind", Kind::query, 84,
     "nộp|gửi ~ đang|ban|file|dinh_dang|hinh_thuc|kieu ~ gì|nào", "kind=format"},
    {"query.format_may", Kind::query, 84, "chup ~5 được|dc ~ không|ko|k|hỏng", "kind=format"},
    {"query.format_by_letter", Kind::query, 87,
     "cần|phải ~ báo|gửi|nộp ~5 bằng|qua công_văn|giấy|văn_bản|bản_ký ~ không", "kind=format"},
    {"query.format_how_many", Kind::query, 84, "mấy|bao_nhieu ban|bo|bộ", "kind=format"},
    {"query.format_way", Kind::query, 80,
     "gửi|nộp ~ qua|bang zalo|mail|duong|he_thong|ioffice|truc ~ được|dc ~ không|ko|k|hỏng", "kind=format"},
    // --- papers ---
    {"query.document", Kind::query, 85,
     "xin|cho|nhờ|kiếm ~ file|van_ban|ke_hoach|cong_van|tai_lieu|quyet_dinh|toan_van|link|bản_mềm|"
     "thong_tu|nghi_dinh|công_văn|ban_scan ~8 với|không|giup|gium|lại|coi|xem|$", "kind=document"},
    {"query.document_ask", Kind::query, 83,
     "^ cho|xin|nhờ ~ xin? file|link|bản_mềm|toàn_văn", "kind=document"},
    {"query.document_again_please", Kind::query, 86,
     "gửi lại em|e|toi|tui|minh ~ với|đi|giúp|giùm|$", "kind=document"},
    {"query.document_send_again", Kind::query, 88,
     "gửi|bắn|up lại ~ giúp|giùm|dùm|cho ~5 với|đi|nhé|nha|cái|$", "kind=document"},
    {"query.document_send", Kind::query, 85,
     "gửi ~5 file|van_ban|ke_hoach|cong_van|tai_lieu|quyet_dinh|link|bản_mềm|công_văn ~8 với|giúp|"
     "lại|coi|xem|được_không|duoc_khong|đi", "kind=document"},
    {"query.document_guide", Kind::query, 85,
     "xin|gửi ~5 huong_dan ~8 với|không|giup|gium|lại|coi|xem|$", "kind=document"},
    {"query.document_have", Kind::query, 86,
     "ke_hoach|van_ban|cong_van|tai_lieu|quyet_dinh ~5 có ~ file|bản_mềm|link ~ không|chưa", "kind=document"},
    {"query.document_where", Kind::query, 84,
     "ke_hoach|van_ban|cong_van|tai_lieu|quyet_dinh|file|huong_dan|link ~9 đâu|ở_đâu|co_file|"
     "cho_nao|tải", "kind=document"},
    {"query.document_again", Kind::query, 85,
     "gui_lai|cho_lai|xin_lai|gửi lại ~5 ke_hoach|van_ban|cong_van|tai_lieu|file|link|huong_dan", "kind=document"},
    {"query.document_which", Kind::query, 82,
     "van_ban|ke_hoach|cong_van|quyet_dinh số nào|mấy|bao_nhieu|gì", "kind=document"},
    {"query.document_basis", Kind::query, 80,
     "theo|can_cu van_ban|ke_hoach|cong_van|quyet_dinh nào|gì|so_may", "kind=document"},
    // --- whom to ask ---
    {"query.contact", Kind::query, 86,
     "ai ~5 phu_trach|chu_tri|theo_doi|quan_ly|=lo|làm|dau_moi|huong_dan|giai_dap|nhan_viec", "kind=contact"},
    {"query.contact_call", Kind::query, 86,
     "gọi|hỏi|lien_he|gặp|alo|nhận|trao_doi|ket_noi|tim ~ ai|so_nao|nguoi_nao|cho_nao|đâu|ben_nao|"
     "don_vi_nao|phòng_nào", "kind=contact"},
    {"query.contact_number", Kind::query, 86,
     "xin|cho|co|gửi|biết ~5 so_dien_thoai|so_may|so_zalo|so_cua|lien_lac|dien_thoai|danh_ba|"
     "số_di_động|thong_tin_lien_he", "kind=contact"},
    {"query.contact_person", Kind::query, 80,
     "còn theo_doi|phu_trach|làm ~ không|nua|ha", "kind=contact"},
    {"query.contact_who_is", Kind::query, 84,
     "dau_moi|nguoi_phu_trach|chuyen_vien|can_bo_phu_trach|người_theo_dõi ~ là ai|ai", "kind=contact"},
    // --- which one ---
    {"query.which_report", Kind::query, 80,
     "bao_cao|viec|cai|noi_dung|nhiem_vu|ke_hoach|vu|mục|khoản|phan nào|gì vay|ha|the|a|nhi|ạ|day|"
     "đó|do|$", "kind=which_report"},
    {"query.which_is_it", Kind::query, 84,
     "là cai_nao|bao_cao_nao|viec_nao|viec_gi|bao_cao_gi|cai_gi|noi_dung_gi|ke_hoach_nao", "kind=which_report"},
    {"query.which_asked", Kind::query, 82,
     "nhắc|hỏi|cần|yeu_cau|đợi|noi ~ bao_cao_nao|cai_gi|viec_gi|viec_nao|gì|cai_nao|bao_cao_gi", "kind=which_report"},
    {"query.which_of_two", Kind::query, 88, "bao_cao ~ hay ~ bao_cao", "kind=which_report"},
    {"query.which_or", Kind::query, 80,
     "bao_cao|ke_hoach ... hay ~ bao_cao|ke_hoach|là", "kind=which_report"},
    {"query.what_report_more", Kind::query, 80,
     "bao_cao ~ về ~ gì|noi_dung_gi|van_de_gi|cai_gi|viec_gi", "kind=which_report"},
    // --- what is mine ---
    {"query.my_tasks", Kind::query, 87,
     "em|toi|minh|xa|chỉ|anh|hội|don_vi|ben|e|tui|phong|doan|trường ~5 còn|co|phải|nợ|nợ|thiếu|cần "
     "~5 nhung|mấy|gì|bao_nhieu ~ viec|cai|bao_cao|nhiem_vu|muc|nội_dung|khoan|gì", "kind=my_tasks"},
    {"query.my_tasks_left", Kind::query, 87,
     "còn|thiếu|nợ|nợ|phải ~5 nhung|mấy|bao_nhieu ~ viec|cai|bao_cao|nhiem_vu|gì ~ nua|chưa|vay|"
     "phải|cần|đến_hạn|$", "kind=my_tasks"},
    {"query.my_tasks_what", Kind::query, 87,
     "phải|cần|còn ~ làm|nộp|gửi|bao_cao|thuc_hien ~ nhung|gì|viec_gi|cai_gi|bao_cao_nao|cai_nao|"
     "may_cai|nhung_gi|bao_nhieu|viec_nao", "kind=my_tasks"},
    {"query.my_tasks_undone", Kind::query, 87,
     "còn|có ~ việc|nhiệm_vụ|báo_cáo gì|nào", "kind=my_tasks"},
    {"query.which_must", Kind::query, 88,
     "phải|cần ~ nộp|gửi|làm ~ bao_cao|việc nào", "kind=which_report"},
    {"query.my_tasks_have", Kind::query, 87,
     "có|còn|nợ|thiếu mấy|bao_nhieu|những|nhung ~ viec|cái|bao_cao|nhiem_vu|mục|khoản", "kind=my_tasks"},
    {"query.my_tasks_list", Kind::query, 86,
     "danh_sach_viec|cac_viec|nhung_viec|liet_ke", "kind=my_tasks"},
    {"query.my_tasks_this", Kind::query, 84,
     "thang_nay|tuan_nay|quy_nay|hom_nay|dot_nay ~5 viec_gi|lam_gi|nop_gi|nhung_gi|bao_cao_gi|"
     "may_viec|viec_nao|gì", "kind=my_tasks"},
    // --- a question of another kind ---
    {"query.why", Kind::query, 74,
     "sao|tai_sao|vi_sao|the_nao|co_gi|làm_sao ~ vay|mà|nợ|lại|he_thong|bot|em|cu|là"},
    {"query.how_press", Kind::query, 80, "bấm|nhấn|gõ ~ đâu|nào|sao|the_nao|cai_gi"},
    {"query.what_means", Kind::query, 80, "là sao|gì|nghia_la_gi|the_nao $"},
    {"query.dont_understand", Kind::query, 80, "không hieu"},
    {"query.who_said", Kind::query, 82, "ai ~ noi|báo|bảo"},
    {"query.who_said_done", Kind::query, 92, "ai ~ bảo|nói|kêu|biểu ~ là? ~ <xong>|<gui>"},
    {"query.ask_thing", Kind::query, 76,
     "hoi_xiu|cho_hoi|hoi_chut|cho_em_hoi|cho_chi_hoi|hỏi_tí|hoi_ti|hoi_nho"},
    {"query.funds_yet", Kind::query, 84, "đã|có ~ kinh_phi|tien ~ chưa $"},
    {"query.is_it_ours", Kind::query, 78, "<num> ~ do|đó|là ~ của|là ~ ha|hả|phai_khong"},
};
// clang-format on

}  // namespace

std::span<const Rule> rules_of_questions() { return k_rules; }

}  // namespace dondoc::understanding
