#include "bots/understanding/indicator_words.h"

#include <unordered_set>

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr IndicatorName k_nouns[] = {
    // groups and events keep "so_"
    {"cuoc", "so_cuoc"}, {"cuoc tuyen truyen", "so_cuoc"}, {"cuoc truyen thong", "so_cuoc"},
    {"cuoc hop", "so_cuoc"}, {"lop", "so_lop"}, {"lop tap huan", "so_lop"}, {"lop hoc", "so_lop"},
    {"buoi", "so_buoi"}, {"buoi noi chuyen", "so_buoi"}, {"buoi sinh hoat", "so_buoi"},
    {"buoi tuyen truyen", "so_buoi"}, {"buoi tap huan", "so_buoi"}, {"dot", "so_dot"},
    {"dot ra quan", "so_dot"}, {"lan", "so_lan"},
    {"mo hinh", "so_mo_hinh"}, {"mo hinh moi", "so_mo_hinh_moi"}, {"hoi nghi", "so_hoi_nghi"},
    {"hoi thao", "so_hoi_thao"}, {"hoi thi", "so_hoi_thi"}, {"vu", "so_vu"}, {"vu viec", "so_vu"},
    {"doi", "so_doi"},
    {"chuong trinh", "so_chuong_trinh"}, {"dien dan", "so_dien_dan"}, {"cau lac bo", "so_clb"},
    {"to hop tac", "so_to_hop_tac"}, {"dam", "so_dam"}, {"luot kiem tra", "luot_kiem_tra"},
    {"chuyen tham quan", "so_chuyen_tham_quan"}, {"cuoc kiem tra", "so_cuoc_kiem_tra"},
    {"phien", "so_phien"}, {"san pham", "san_pham"},
    // people
    {"luot nguoi", "luot_nguoi"}, {"luot", "luot_nguoi"}, {"luot nguoi du", "luot_nguoi"},
    {"luot nguoi tham du", "luot_nguoi"}, {"luot nguoi tham gia", "luot_nguoi"},
    {"luot nguoi nghe", "luot_nguoi"}, {"luot nguoi xem", "luot_nguoi"},
    {"luot tham du", "luot_nguoi"}, {"luot xem", "luot_xem"}, {"luot truy cap", "luot_truy_cap"},
    {"luot kham", "luot_kham"}, {"luot phat", "luot_phat"}, {"luot nghe", "luot_nghe"},
    {"luot chia se", "luot_chia_se"}, {"luot tiep can", "luot_tiep_can"},
    {"luot tuong tac", "luot_tuong_tac"}, {"luot ho", "luot_ho"},
    {"luot hoc sinh", "luot_hoc_sinh"}, {"luot xe", "luot_xe"},
    {"luot phat thanh", "luot_phat_thanh"}, {"luot tu van", "luot_tu_van"},
    {"luot kham chua benh", "luot_kham"}, {"luot doan vien", "luot_doan_vien"},
    {"luot hoi vien", "luot_hoi_vien"},
    {"nguoi du", "nguoi_du"}, {"nguoi tham du", "nguoi_du"}, {"nguoi tham gia", "nguoi_du"},
    {"dai bieu", "dai_bieu"}, {"chi du", "nguoi_du"}, {"nguoi nghe", "nguoi_du"},
    {"dan du", "nguoi_du"}, {"nguoi", "so_nguoi"}, {"hoc vien", "hoc_vien"},
    {"hoc sinh", "hoc_sinh"}, {"thanh vien", "thanh_vien"}, {"hoi vien", "hoi_vien"},
    {"hoi vien moi", "hoi_vien_moi"}, {"doan vien", "doan_vien"},
    {"doan vien moi", "doan_vien_moi"}, {"dang vien", "dang_vien"},
    {"dang vien moi", "dang_vien_moi"}, {"nong dan", "nong_dan"}, {"thanh nien", "thanh_nien"},
    {"phu nu", "phu_nu"}, {"can bo", "can_bo"}, {"tinh nguyen vien", "tinh_nguyen_vien"},
    {"cong tac vien", "cong_tac_vien"}, {"lao dong", "lao_dong"}, {"tre em", "tre_em"},
    {"nguoi dan", "nguoi_dan"},
    {"nguoi nghien", "nguoi_nghien"}, {"nguoi nghien moi", "nguoi_nghien_moi"},
    {"nguoi sau cai", "nguoi_sau_cai"}, {"nguoi cai nghien", "nguoi_cai_nghien"},
    {"nguoi di cai", "nguoi_cai_nghien"}, {"nguoi di cai nghien", "nguoi_cai_nghien"},
    {"nguoi cai", "nguoi_cai_nghien"}, {"nguoi tai nghien", "nguoi_tai_nghien"},
    {"truong hop tai nghien", "nguoi_tai_nghien"}, {"ca tai nghien", "nguoi_tai_nghien"},
    {"doi tuong", "doi_tuong"}, {"doi tuong sau cai", "doi_tuong_sau_cai"},
    {"nguoi hien mau", "nguoi_hien_mau"}, {"nguoi co uy tin", "nguoi_co_uy_tin"},
    {"nguoi cao tuoi", "nguoi_cao_tuoi"}, {"nguoi khuyet tat", "nguoi_khuyet_tat"},
    {"nguoi co viec lam", "nguoi_co_viec_lam"}, {"nguoi vi pham", "nguoi_vi_pham"},
    {"thi sinh", "thi_sinh"}, {"nguoi hoc nghe", "nguoi_hoc_nghe"},
    // cases
    {"truong hop", "so_truong_hop"}, {"truong hop vi pham", "vi_pham"}, {"vi pham", "vi_pham"},
    {"loi vi pham", "vi_pham"}, {"vu vi pham", "vu_vi_pham"}, {"hanh vi vi pham", "vi_pham"},
    {"ca", "so_ca"}, {"ca mac", "ca_mac"}, {"ca duong tinh", "ca_duong_tinh"},
    {"ca nhiem", "ca_nhiem"}, {"ca sot xuat huyet", "ca_sot_xuat_huyet"}, {"don thu", "don_thu"},
    {"ho so", "ho_so"}, {"y kien", "y_kien"}, {"kien nghi", "kien_nghi"}, {"tin bao", "tin_bao"},
    {"bien ban", "bien_ban"}, {"vu bao luc", "vu_bao_luc"}, {"diem nong", "diem_nong"},
    {"tu diem", "tu_diem"},
    // places and households
    {"ho", "so_ho"}, {"ho vay", "ho_vay_von"}, {"ho vay von", "ho_vay_von"}, {"ho dan", "ho_dan"},
    {"ho ngheo", "ho_ngheo"}, {"ho can ngheo", "ho_can_ngheo"},
    {"ho thoat ngheo", "ho_thoat_ngheo"}, {"ho gia dinh", "ho_gia_dinh"},
    {"ho tham gia", "ho_tham_gia"}, {"ho ky cam ket", "ho_ky_cam_ket"},
    {"ho dang ky", "ho_dang_ky"}, {"gia dinh van hoa", "gia_dinh_van_hoa"}, {"co so", "so_co_so"},
    {"co so vi pham", "co_so_vi_pham"}, {"co so kinh doanh", "co_so_kinh_doanh"}, {"ap", "so_ap"},
    {"thon", "so_thon"}, {"xa", "so_xa"}, {"truong", "so_truong"}, {"khu dan cu", "khu_dan_cu"},
    {"to dan pho", "to_dan_pho"}, {"don vi", "so_don_vi"}, {"chi hoi", "chi_hoi"},
    {"chi doan", "chi_doan"}, {"doanh nghiep", "doanh_nghiep"}, {"dia diem", "dia_diem"},
    {"quan karaoke", "quan_karaoke"}, {"nha tro", "nha_tro"},
    {"nha tinh thuong", "nha_tinh_thuong"}, {"nha nhan ai", "nha_nhan_ai"},
    // things
    {"to roi", "to_roi"}, {"to gap", "to_gap"}, {"to", "to_roi"}, {"to buom", "to_buom"},
    {"tai lieu", "tai_lieu"}, {"bang ron", "bang_ron"}, {"khau hieu", "khau_hieu"},
    {"pano", "pano"}, {"pa no", "pano"}, {"ap phich", "ap_phich"}, {"so tay", "so_tay"},
    {"cuon", "so_cuon"}, {"quyen", "so_quyen"}, {"cuon so tay", "so_tay"},
    {"cuon tai lieu", "tai_lieu"}, {"tin", "tin_bai"}, {"tin bai", "tin_bai"}, {"bai", "tin_bai"},
    {"bai viet", "bai_viet"}, {"tin tuyen truyen", "tin_bai"}, {"bai bao", "tin_bai"},
    {"phong su", "phong_su"}, {"clip", "clip"}, {"video", "video"}, {"video clip", "clip"},
    {"hinh anh", "hinh_anh"}, {"anh", "so_anh"}, {"phan qua", "phan_qua"},
    {"suat qua", "suat_qua"}, {"suat hoc bong", "suat_hoc_bong"}, {"hoc bong", "hoc_bong"},
    {"cay xanh", "cay_xanh"}, {"cay", "cay_xanh"}, {"phieu", "so_phieu"},
    {"ban cam ket", "ban_cam_ket"}, {"cam ket", "cam_ket"}, {"thung rac", "thung_rac"},
    {"den", "so_den"}, {"camera", "camera"}, {"giay khen", "giay_khen"},
    {"bang khen", "bang_khen"}, {"cong trinh", "cong_trinh"}, {"don vi mau", "don_vi_mau"},
    {"lieu vac xin", "lieu_vac_xin"}, {"lieu", "so_lieu_vac_xin"}, {"mui tiem", "mui_tiem"},
    {"bo quan ao", "bo_quan_ao"}, {"mui", "mui_tiem"}, {"the bhyt", "the_bhyt"},
    {"the can cuoc", "the_can_cuoc"}, {"can cuoc", "can_cuoc"},
    {"tai khoan dinh danh", "tai_khoan_dinh_danh"}, {"o dich", "o_dich"},
    {"to tu quan", "to_tu_quan"}, {"nan nhan", "nan_nhan"}, {"sinh vien", "sinh_vien"},
    {"luot cong dan", "luot_cong_dan"}, {"gia dinh", "so_gia_dinh"},
    {"giay chung nhan", "giay_chung_nhan"}, {"so do", "so_do"}, {"phuong tien", "phuong_tien"},
    {"xe", "so_xe"}, {"nguoi cao tuoi", "nguoi_cao_tuoi"}, {"van ban", "so_van_ban"},
    {"bao cao", "so_bao_cao"}, {"de tai", "de_tai"}, {"sang kien", "sang_kien"},
    {"thu cam on", "thu_cam_on"}, {"la thu cam on", "thu_cam_on"}, {"tap sach", "tap_sach"},
    {"cau do", "cau_do"}, {"bai du thi", "bai_du_thi"}, {"sinh hoat cau lac bo", "sinh_hoat_clb"},
    {"dan so", "dan_so"}, {"mat kinh", "mat_kinh"}, {"van dong vien", "van_dong_vien"},
    {"gia dinh chinh sach", "gia_dinh_chinh_sach"}, {"duong tinh", "duong_tinh"},
    {"tre duoi nuoc", "tre_duoi_nuoc"}, {"mau", "so_mau"}, {"tuyen duong hoa", "tuyen_duong_hoa"},
    {"khau", "so_khau"}, {"nhan khau", "nhan_khau"},
    {"nan nhan bao luc gia dinh", "nan_nhan_bao_luc_gia_dinh"},
    {"ca mac sot xuat huyet", "ca_mac_sot_xuat_huyet"}, {"ca tu vong", "ca_tu_vong"},
    {"hoc sinh bo hoc", "hoc_sinh_bo_hoc"}, {"luot phat", "luot_phat"},
    {"km", "so_km"}, {"m2", "dien_tich"}, {"ha", "dien_tich"}, {"tan", "so_tan"}, {"kg", "so_kg"},
    {"lit", "so_lit"}, {"tan rac", "tan_rac"}, {"kg rac", "kg_rac"}, {"diem", "diem"},
    {"diem tu cham", "diem"}, {"tuyen duong", "tuyen_duong"}, {"met", "so_met"}, {"con", "so_con"},
};

constexpr IndicatorName k_money[] = {
    {"kinh phi", "kinh_phi"}, {"chi", "kinh_phi"}, {"da chi", "kinh_phi"}, {"su dung", "kinh_phi"},
    {"giai ngan", "kinh_phi"}, {"tieu", "kinh_phi"}, {"xai", "kinh_phi"},
    {"thanh toan", "kinh_phi"}, {"quyet toan", "kinh_phi"}, {"ton", "kinh_phi"},
    {"tong kinh phi", "kinh_phi"},
    {"phat", "tien_phat"}, {"xu phat", "tien_phat"}, {"phat tien", "tien_phat"},
    {"tien phat", "tien_phat"}, {"thu phat", "tien_phat"}, {"nop phat", "tien_phat"},
    {"vay", "von_vay"}, {"von vay", "von_vay"}, {"cho vay", "von_vay"}, {"vay von", "von_vay"},
    {"giai ngan von vay", "von_vay"}, {"von", "von_vay"}, {"du no", "du_no"},
    {"no qua han", "no_qua_han"}, {"du no vay", "du_no"},
    {"duoc cap", "kinh_phi_duoc_cap"}, {"cap", "kinh_phi_duoc_cap"},
    {"duoc giao", "kinh_phi_duoc_cap"}, {"du toan", "kinh_phi_duoc_cap"},
    {"tren giao", "kinh_phi_duoc_cap"}, {"duoc phan bo", "kinh_phi_duoc_cap"},
    {"kinh phi duoc cap", "kinh_phi_duoc_cap"}, {"tong von", "kinh_phi_duoc_cap"},
    {"tri gia", "tri_gia"}, {"so tien", "so_tien"}, {"tong tri gia", "tri_gia"},
    {"tiet kiem", "tien_tiet_kiem"}, {"tien tiet kiem", "tien_tiet_kiem"}, {"quy", "quy"},
    {"van dong", "van_dong"}, {"ung ho", "ung_ho"}, {"quyen gop", "quyen_gop"},
    {"ho tro", "ho_tro"}, {"tang", "tri_gia"}, {"thu ngan sach", "thu_ngan_sach"},
    {"thu", "so_thu"}, {"doanh thu", "doanh_thu"}, {"quy vi nguoi ngheo", "quy_vi_nguoi_ngheo"},
    {"no thue", "no_thue"}, {"hoc phi", "hoc_phi"}, {"xa hoi hoa", "xa_hoi_hoa"},
    {"con lai", "kinh_phi_con_lai"}, {"von dau tu cong", "von_dau_tu_cong"},
    {"tam ung", "tam_ung"},
};

constexpr IndicatorName k_shares[] = {
    {"nguoi nghien duoc dieu tri", "ty_le_dieu_tri"}, {"dieu tri", "ty_le_dieu_tri"},
    {"giai ngan", "ty_le_giai_ngan"}, {"dung han", "ty_le_dung_han"},
    {"ho ngheo", "ty_le_ho_ngheo"}, {"tham gia bhyt", "ty_le_bhyt"},
    {"bao phu bhyt", "ty_le_bao_phu_bhyt"}, {"tiem chung", "ty_le_tiem_chung"},
    {"tiem chung day du", "ty_le_tiem_chung"},
};
// clang-format on

}  // namespace

std::span<const IndicatorName> counted_nouns() { return k_nouns; }
std::span<const IndicatorName> kinds_of_money() { return k_money; }
std::span<const IndicatorName> shares_of() { return k_shares; }

bool ends_noun(std::string_view word) {
  static const std::unordered_set<std::string_view> k_ends = {
      "va", "voi", "da", "duoc", "roi", "nhe", "a", "em", "e", "chi", "anh", "c", "la", "thi",
      "ma", "con", "o", "tai", "cho", "trong", "tu", "den", "toi", "nay", "vua", "nua", "thoi",
      "khong",
      "chua", "co", "cua", "ve", "dat", "hien", "dang", "nhung", "nen", "vi", "do", "sau", "truoc",
      "gom",
      "hay", "luon", "deu", "cung", "tren", "bi", "se", "moi", "nhu", "theo", "qua", "bang", "ne",
      "do",
      "oi", "het", "ca", "gi", "day", "tham", "du", "nghe", "xem", "ky", "tong", "so", "phat",
      "kiem",
      "thu", "tang", "giam", "hon", "khoang", "xin", "nhe", "thang", "ngay", "quy", "nam", "lan",
      "dong", "ha", "ta", "vay", "gui", "nop", "chu", "kia", "cap", "toan", "ben"};
  return k_ends.count(word) > 0;
}

}  // namespace dondoc::understanding
