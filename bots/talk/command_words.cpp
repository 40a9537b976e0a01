#include "bots/talk/command_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace dondoc::talk {
namespace {

// clang-format off
constexpr std::array k_phrases = std::to_array<Phrase>({
    // asked by anybody
    {"viec cua toi", Act::my_tasks, Tail::courtesy},
    {"viec cua em", Act::my_tasks, Tail::courtesy},
    {"viec cua minh", Act::my_tasks, Tail::courtesy},
    {"viec cua don vi", Act::my_tasks, Tail::courtesy},
    {"viec toi", Act::my_tasks, Tail::courtesy},
    {"viec", Act::my_tasks, Tail::courtesy},
    {"xem viec", Act::my_tasks, Tail::courtesy},
    {"xem viec cua toi", Act::my_tasks, Tail::courtesy},
    {"danh sach viec", Act::my_tasks, Tail::courtesy},
    {"danh sach viec cua toi", Act::my_tasks, Tail::courtesy},
    {"han", Act::due_date, Tail::courtesy},
    {"han nop", Act::due_date, Tail::courtesy},
    {"han bao cao", Act::due_date, Tail::courtesy},
    {"thoi han", Act::due_date, Tail::courtesy},
    {"mau", Act::form_outline, Tail::courtesy},
    {"mau bao cao", Act::form_outline, Tail::courtesy},
    {"bieu mau", Act::form_outline, Tail::courtesy},
    {"xem mau", Act::form_outline, Tail::courtesy},
    {"xin mau", Act::form_outline, Tail::courtesy},
    {"cho xin mau", Act::form_outline, Tail::courtesy},
    {"xem van ban", Act::document, Tail::courtesy},
    {"van ban", Act::document, Tail::courtesy},
    {"xem ke hoach", Act::document, Tail::courtesy},
    {"gap nguoi phu trach", Act::contact, Tail::courtesy},
    {"lien he", Act::contact, Tail::courtesy},
    {"tro giup", Act::help, Tail::courtesy},
    {"giup", Act::help, Tail::courtesy},
    {"huong dan", Act::help, Tail::courtesy},
    {"help", Act::help, Tail::courtesy},
    {"menu", Act::help, Tail::courtesy},
    {"lenh", Act::help, Tail::courtesy},
    // said by officers
    {"tiep nhan", Act::acknowledge, Tail::courtesy},
    {"da tiep nhan", Act::acknowledge, Tail::courtesy},
    {"xac nhan tiep nhan", Act::acknowledge, Tail::courtesy},
    {"xac nhan da tiep nhan", Act::acknowledge, Tail::courtesy},
    {"ok", Act::acknowledge, Tail::courtesy},
    {"oke", Act::acknowledge, Tail::courtesy},
    {"okie", Act::acknowledge, Tail::courtesy},
    {"nhan", Act::acknowledge, Tail::courtesy},
    {"nhan roi", Act::acknowledge, Tail::courtesy},
    {"da nhan", Act::acknowledge, Tail::courtesy},
    {"tiep nhan tat ca", Act::acknowledge_all, Tail::courtesy},
    {"tiep nhan tat ca cac viec", Act::acknowledge_all, Tail::courtesy},
    {"tiep nhan het", Act::acknowledge_all, Tail::courtesy},
    {"tiep nhan toan bo", Act::acknowledge_all, Tail::courtesy},
    {"da tiep nhan tat ca", Act::acknowledge_all, Tail::courtesy},
    {"nhan tat ca", Act::acknowledge_all, Tail::courtesy},
    {"nhan het", Act::acknowledge_all, Tail::courtesy},
    {"da nhan tat ca", Act::acknowledge_all, Tail::courtesy},
    {"da nhan het", Act::acknowledge_all, Tail::courtesy},
    {"da nhan viec", Act::acknowledge, Tail::courtesy},
    {"nhan viec", Act::acknowledge, Tail::courtesy},
    {"da ro", Act::acknowledge, Tail::courtesy},
    {"ro roi", Act::acknowledge, Tail::courtesy},
    {"👍", Act::acknowledge, Tail::courtesy},
    {"tien do", Act::progress, Tail::content},
    {"dang lam", Act::progress, Tail::content},
    {"dang thuc hien", Act::progress, Tail::content},
    {"dang trien khai", Act::progress, Tail::content},
    {"dang soan", Act::progress, Tail::content},
    {"dang tong hop", Act::progress, Tail::content},
    {"da lam duoc", Act::progress, Tail::content},
    {"moi lam duoc", Act::progress, Tail::content},
    {"lam duoc", Act::progress, Tail::content},
    {"bao cao", Act::report, Tail::content},
    {"bao so lieu", Act::report, Tail::content},
    {"gui so lieu", Act::report, Tail::content},
    {"nhap so lieu", Act::report, Tail::content},
    {"gui bao cao", Act::report, Tail::courtesy},
    {"nop bao cao", Act::report, Tail::courtesy},
    {"lam bao cao", Act::report, Tail::courtesy},
    {"bc", Act::report, Tail::content},
    {"khong phat sinh", Act::nil, Tail::courtesy},
    {"khong co phat sinh", Act::nil, Tail::courtesy},
    {"ko phat sinh", Act::nil, Tail::courtesy},
    {"k phat sinh", Act::nil, Tail::courtesy},
    {"chua phat sinh", Act::nil, Tail::courtesy},
    {"da gui", Act::done, Tail::sending},
    {"da nop", Act::done, Tail::sending},
    {"da xong", Act::done, Tail::sending},
    {"da hoan thanh", Act::done, Tail::sending},
    {"hoan thanh", Act::done, Tail::sending},
    {"xong", Act::done, Tail::sending},
    {"gui roi", Act::done, Tail::sending},
    {"nop roi", Act::done, Tail::sending},
    {"lam xong", Act::done, Tail::sending},
    {"gia han", Act::extension, Tail::content},
    {"xin gia han", Act::extension, Tail::content},
    {"de nghi gia han", Act::extension, Tail::content},
    {"xin lui", Act::extension, Tail::content},
    {"xin lui han", Act::extension, Tail::content},
    {"lui han", Act::extension, Tail::content},
    {"xin them", Act::extension, Tail::content},
    {"vuong mac", Act::blocked, Tail::content},
    {"bao vuong mac", Act::blocked, Tail::content},
    {"co vuong mac", Act::blocked, Tail::content},
    {"kho khan", Act::blocked, Tail::content},
    {"kho khan vuong mac", Act::blocked, Tail::content},
    {"khong thuoc don vi toi", Act::not_mine, Tail::content},
    {"khong thuoc don vi em", Act::not_mine, Tail::content},
    {"khong thuoc don vi minh", Act::not_mine, Tail::content},
    {"khong thuoc don vi", Act::not_mine, Tail::content},
    {"khong thuoc nhiem vu", Act::not_mine, Tail::content},
    {"khong phai viec cua toi", Act::not_mine, Tail::content},
    {"khong phai viec cua em", Act::not_mine, Tail::content},
    {"khong phai viec cua e", Act::not_mine, Tail::content},
    {"khong phai viec cua minh", Act::not_mine, Tail::content},
    {"khong phai viec cua don vi", Act::not_mine, Tail::content},
    {"chuyen cho", Act::hand_over, Tail::content},
    {"chuyen viec cho", Act::hand_over, Tail::content},
    {"chuyen viec nay cho", Act::hand_over, Tail::content},
    {"chuyen giao cho", Act::hand_over, Tail::content},
    {"chuyen lai cho", Act::hand_over, Tail::content},
    {"chuyen nguoi khac", Act::hand_over, Tail::courtesy},
    {"chuyen nguoi phu trach", Act::hand_over, Tail::courtesy},
    {"ban giao cho", Act::hand_over, Tail::content},
    {"ban giao lai cho", Act::hand_over, Tail::content},
    {"giao cho", Act::hand_over, Tail::content},
    {"giao lai cho", Act::hand_over, Tail::content},
    {"hen", Act::snooze, Tail::content},
    {"hen gui", Act::snooze, Tail::content},
    {"nhac lai", Act::snooze, Tail::content},
    {"nhac em lai", Act::snooze, Tail::content},
    {"gui hom nay", Act::snooze, Tail::courtesy},
    {"sua", Act::correct, Tail::content},
    {"sua lai", Act::correct, Tail::content},
    {"sua bao cao", Act::correct, Tail::content},
    {"sua so lieu", Act::correct, Tail::content},
    {"dinh chinh", Act::correct, Tail::content},
    {"bo sung ngay", Act::correct, Tail::courtesy},
    {"rut lai", Act::retract, Tail::courtesy},
    {"rut lai bao cao", Act::retract, Tail::courtesy},
    {"rut bao cao", Act::retract, Tail::courtesy},
    {"rut lai gia han", Act::retract, Tail::courtesy},
    {"rut lai de nghi", Act::retract, Tail::courtesy},
    {"rut de nghi gia han", Act::retract, Tail::courtesy},
    {"rut lai de nghi gia han", Act::retract, Tail::courtesy},
    {"rut lai vuong mac", Act::retract, Tail::courtesy},
    {"rut lai y kien", Act::retract, Tail::courtesy},
    {"rut lai loi hen", Act::retract, Tail::courtesy},
    {"huy gia han", Act::retract, Tail::courtesy},
    {"khong gia han nua", Act::retract, Tail::courtesy},
    {"thoi khong gia han nua", Act::retract, Tail::courtesy},
    // said by leads
    {"tinh hinh", Act::situation, Tail::courtesy},
    {"bao cao tinh hinh", Act::situation, Tail::courtesy},
    {"xem tinh hinh", Act::situation, Tail::courtesy},
    {"qua han", Act::overdue, Tail::courtesy},
    {"viec qua han", Act::overdue, Tail::courtesy},
    {"xem qua han", Act::overdue, Tail::courtesy},
    {"danh sach qua han", Act::overdue, Tail::courtesy},
    {"tinh hinh chung", Act::situation, Tail::courtesy},
    {"nam tinh hinh", Act::situation, Tail::courtesy},
    {"cho biet tinh hinh", Act::situation, Tail::courtesy},
    {"viec tre han", Act::overdue, Tail::courtesy},
    {"tre han", Act::overdue, Tail::courtesy},
    {"xem viec qua han", Act::overdue, Tail::courtesy},
    {"danh sach tre han", Act::overdue, Tail::courtesy},
    {"don doc giup", Act::nudge, Tail::content},
    {"don doc ho", Act::nudge, Tail::content},
    {"nhac nho", Act::nudge, Tail::content},
    {"nhac xa", Act::nudge, Tail::content},
    {"nhac phuong", Act::nudge, Tail::content},
    {"nhac thi tran", Act::nudge, Tail::content},
    {"nhac don vi", Act::nudge, Tail::content},
    {"nhac cac xa", Act::nudge, Tail::content},
    {"nhac cac don vi", Act::nudge, Tail::content},
    {"nhac nhung don vi", Act::nudge, Tail::content},
    {"giuc xa", Act::nudge, Tail::content},
    {"dondoc", Act::nudge, Tail::content},
    {"giuc", Act::nudge, Tail::content},
    {"don doc", Act::nudge, Tail::content},
    {"don doc lai", Act::nudge, Tail::content},
    {"don doc don vi", Act::nudge, Tail::content},
    {"duyet", Act::approve, Tail::content},
    {"phe duyet", Act::approve, Tail::content},
    {"chap nhan", Act::approve, Tail::content},
    {"dong y", Act::approve, Tail::content},
    {"xac nhan", Act::approve, Tail::courtesy},
    {"duyet bao cao", Act::accept, Tail::courtesy},
    {"xac nhan bao cao", Act::accept, Tail::courtesy},
    {"duyet gia han", Act::grant, Tail::content},
    {"dong y gia han", Act::grant, Tail::content},
    {"cho gia han", Act::grant, Tail::content},
    {"dong y den ngay khac", Act::grant_other, Tail::courtesy},
    {"khong dong y", Act::refuse, Tail::content},
    {"khong dong y gia han", Act::refuse, Tail::content},
    {"chua dong y", Act::refuse, Tail::content},
    {"chua dong y gia han", Act::refuse, Tail::content},
    {"tu choi", Act::refuse, Tail::content},
    {"tu choi gia han", Act::refuse, Tail::content},
    {"tra lai", Act::return_report, Tail::content},
    {"tra lai bao cao", Act::return_report, Tail::content},
    {"tra ve", Act::return_report, Tail::content},
    {"yeu cau bo sung", Act::return_report, Tail::content},
    {"xem tong hop", Act::summary, Tail::courtesy},
    {"xem ban tong hop", Act::summary, Tail::courtesy},
    {"so lieu tong hop", Act::summary, Tail::courtesy},
    {"tong hop", Act::summary, Tail::courtesy},
    {"bao cao tong hop", Act::summary, Tail::courtesy},
    {"ban tong hop", Act::summary, Tail::courtesy},
    {"duyet tong hop", Act::approve, Tail::courtesy},
    {"giu nguyen", Act::keep_duty, Tail::courtesy},
    {"y kien", Act::answer_block, Tail::content},
    {"cho y kien", Act::answer_block, Tail::content},
    // about the conversation itself
    {"vang", Act::yes, Tail::courtesy},
    {"uh", Act::yes, Tail::courtesy},
    {"u", Act::yes, Tail::courtesy},
    {"dung", Act::yes, Tail::courtesy},
    {"dung roi", Act::yes, Tail::courtesy},
    {"phai", Act::yes, Tail::courtesy},
    {"chinh xac", Act::yes, Tail::courtesy},
    {"co", Act::yes, Tail::courtesy},
    {"yes", Act::yes, Tail::courtesy},
    {"khong", Act::no, Tail::courtesy},
    {"khong phai", Act::no, Tail::courtesy},
    {"ko", Act::no, Tail::courtesy},
    {"chua", Act::no, Tail::courtesy},
    {"sai", Act::no, Tail::courtesy},
    {"sai roi", Act::no, Tail::courtesy},
    {"no", Act::no, Tail::courtesy},
    {"tat ca", Act::all, Tail::courtesy},
    {"het", Act::all, Tail::courtesy},
    {"gui", Act::send, Tail::courtesy},
    {"gui di", Act::send, Tail::courtesy},
    {"bo qua", Act::skip, Tail::courtesy},
    {"skip", Act::skip, Tail::courtesy},
    {"tiep tuc", Act::resume, Tail::courtesy},
    {"tiep", Act::resume, Tail::courtesy},
    {"lam tiep", Act::resume, Tail::courtesy},
    {"thoi", Act::stop, Tail::courtesy},
    {"huy", Act::stop, Tail::courtesy},
    {"huy bo", Act::stop, Tail::courtesy},
    {"dung lai", Act::stop, Tail::courtesy},
    {"tam dung", Act::stop, Tail::courtesy},
    {"thoat", Act::stop, Tail::courtesy},
    {"rieng", Act::alone, Tail::courtesy},
    {"bao cao rieng", Act::alone, Tail::courtesy},
    {"dung nhac", Act::mute, Tail::courtesy},
    {"ngung nhac", Act::mute, Tail::courtesy},
    {"thoi nhac", Act::mute, Tail::courtesy},
    {"dung nhac nua", Act::mute, Tail::courtesy},
    {"dung nhac viec", Act::mute, Tail::courtesy},
    {"dung nhac viec nua", Act::mute, Tail::courtesy},
    {"dung nhan nua", Act::mute, Tail::courtesy},
    {"dung nhan tin nua", Act::mute, Tail::courtesy},
    {"dung nhan tin", Act::mute, Tail::courtesy},
    {"dung gui tin nua", Act::mute, Tail::courtesy},
    {"dung gui tin nhan nua", Act::mute, Tail::courtesy},
    {"khong nhan tin nua", Act::mute, Tail::courtesy},
    {"khong nhac nua", Act::mute, Tail::courtesy},
    {"dung lam phien", Act::mute, Tail::courtesy},
    {"huy nhan tin", Act::mute, Tail::courtesy},
    {"huy nhac", Act::mute, Tail::courtesy},
    {"unsubscribe", Act::mute, Tail::courtesy},
    {"dung nhac han", Act::stop_reminders, Tail::courtesy},
    {"bat nhac", Act::keep_reminders, Tail::courtesy},
    {"bat lai nhac", Act::keep_reminders, Tail::courtesy},
    {"bat nhac lai", Act::keep_reminders, Tail::courtesy},
    {"nhan nhac lai", Act::keep_reminders, Tail::courtesy},
    {"van nhan nhac", Act::keep_reminders, Tail::courtesy},
    {"mo lai nhac", Act::keep_reminders, Tail::courtesy},
    {"thong bao rieng tu", Act::notice, Tail::courtesy},
    {"bat dau", Act::notice, Tail::courtesy},
    {"xoa du lieu", Act::forget, Tail::courtesy},
    {"xoa lien ket", Act::forget, Tail::courtesy},
    {"huy lien ket", Act::unlink, Tail::courtesy},
    {"giu lien ket", Act::keep_link, Tail::courtesy},
    {"dong y doi tai khoan", Act::rebind_yes, Tail::courtesy},
    {"khong dong y doi tai khoan", Act::rebind_no, Tail::courtesy},
    {"cam on", Act::thanks, Tail::courtesy},
    // in English, for those who read it
    {"deadline", Act::due_date, Tail::courtesy},
    {"due date", Act::due_date, Tail::courtesy},
    {"the deadline", Act::due_date, Tail::courtesy},
    {"what is the deadline", Act::due_date, Tail::courtesy},
    {"whats the deadline", Act::due_date, Tail::courtesy},
    {"what is the due date", Act::due_date, Tail::courtesy},
    {"when is the deadline", Act::due_date, Tail::courtesy},
    {"when is it due", Act::due_date, Tail::courtesy},
    {"when is the report due", Act::due_date, Tail::courtesy},
    {"my tasks", Act::my_tasks, Tail::courtesy},
    {"my duties", Act::my_tasks, Tail::courtesy},
    {"what are my tasks", Act::my_tasks, Tail::courtesy},
    {"what do i have to do", Act::my_tasks, Tail::courtesy},
    {"tasks", Act::my_tasks, Tail::courtesy},
    {"report form", Act::form_outline, Tail::courtesy},
    {"form", Act::form_outline, Tail::courtesy},
    {"report", Act::report, Tail::courtesy},
    {"acknowledge", Act::acknowledge, Tail::courtesy},
    {"acknowledged", Act::acknowledge, Tail::courtesy},
    {"nothing to report", Act::nil, Tail::courtesy},
    {"done", Act::done, Tail::courtesy},
    {"overdue", Act::overdue, Tail::courtesy},
    {"status", Act::situation, Tail::courtesy},
    {"summary", Act::summary, Tail::courtesy},
    {"contact", Act::contact, Tail::courtesy},
    {"send", Act::send, Tail::courtesy},
    {"continue", Act::resume, Tail::courtesy},
    {"stop", Act::stop, Tail::courtesy},
    {"cancel", Act::stop, Tail::courtesy},
    {"take back", Act::retract, Tail::courtesy},
    {"correct", Act::yes, Tail::courtesy},
    {"thanks", Act::thanks, Tail::courtesy},
    {"thank you", Act::thanks, Tail::courtesy},
    {"da thu hoi", Act::thanks, Tail::courtesy},
});
// clang-format on

constexpr std::array<std::string_view, 44> k_courtesy = {
    "da",  "vang", "em",   "e",   "a",   "ah",   "anh", "chi",   "c",    "co",  "chu",
    "bac", "oi",   "ak",   "nhe", "nha", "nhen", "ha",  "nghen", "roi",  "r",   "voi",
    "di",  "luon", "day",  "xin", "cho", "cua",  "toi", "minh",  "dong", "d/c", "viec",
    "ma",  "nay",  "thua", "so",  "don", "vi",   "ok",  "oke",   "okie", "please", "pls"};

constexpr std::array<std::string_view, 50> k_sending = {
    "bao",   "cao",  "bc",    "ban",   "giay", "ky",    "qua",  "van",   "thu",  "mail",
    "email", "truc", "lien",  "thong", "hom",  "ngay",  "sang", "chieu", "trua", "ket",
    "het",   "day",  "du",    "xong",  "nop",  "file",  "tep",  "va",    "word", "cung",
    "lau",   "bang", "zalo",  "cong",  "len",  "huyen", "tinh", "thanh", "pho",  "phong",
    "hoi",   "doan", "trong", "tuan",  "lieu", "hoat",  "to",   "chuc",  "lam",  "thuc"};

}  // namespace

namespace {

/// "Dạ gửi" is no "đã gửi".
bool is_really(const Utterance& text, std::size_t at, const Phrase& phrase) {
  return !phrase.words.starts_with("da ") || text.could_be(at, "đã");
}

}  // namespace

FoundPhrase phrase_of_command(const Utterance& text, std::size_t at) {
  FoundPhrase best;
  for (const Phrase& phrase : k_phrases) {
    const std::size_t length = text.phrase_at(at, phrase.words);
    if (length > best.length && is_really(text, at, phrase)) best = {&phrase, length};
  }
  return best;
}

const Phrase* slash_command(std::string_view word) {
  if (!word.starts_with('/')) return nullptr;
  std::string name;
  for (char c : word.substr(1)) {
    if (c == '@') break;  // "/viec@ten_bot" in Telegram
    if (c != '_' && c != '-') name += c;
  }
  if (name == "start") name = "trogiup";
  auto found = std::find_if(k_phrases.begin(), k_phrases.end(), [&](const Phrase& phrase) {
    std::string joined(phrase.words);
    std::erase(joined, ' ');
    return joined == name;
  });
  return found == k_phrases.end() ? nullptr : &*found;
}

bool is_courtesy(const Utterance& text, std::size_t at) {
  const std::string& word = text.folded(at);
  return std::find(k_courtesy.begin(), k_courtesy.end(), word) != k_courtesy.end();
}

bool is_about_sending(const Utterance& text, std::size_t at) {
  const std::string& word = text.folded(at);
  if (word.find('/') !=
      word.npos) {  // "215/BC-UBND", "ngày 10/11"; a bare "2/3" is a part of the work
    const bool has_letter =
        std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return has_letter ||
           (at > 0 && (text.folded(at - 1) == "ngay" || text.folded(at - 1) == "hom"));
  }
  return is_courtesy(text, at) ||
         std::find(k_sending.begin(), k_sending.end(), word) != k_sending.end();
}

}  // namespace dondoc::talk
