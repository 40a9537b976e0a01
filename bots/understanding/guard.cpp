#include "bots/understanding/guard.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "bots/understanding/utterance.h"
#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

using Names = std::vector<std::string_view>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// --- Markings of secrets ---

/// What bears a marking: "công văn mật", "đóng dấu mật", "độ mật".
const Names k_bearers = {"cong van",   "van ban",    "tai lieu", "ho so",   "ke hoach",  "bao cao",
                         "file",       "tep",        "dong dau", "so lieu", "thong tin", "chi thi",
                         "quyet dinh", "nghi quyet", "giay to",  "to trinh"};
/// Words that mean something else without their diacritics: "đau mắt".
const Names k_short_bearers = {"dấu", "độ", "loại", "bản"};
/// "mật khẩu", "mật ong", "mật độ": other words.
const Names k_not_secret = {"khau", "ong", "do", "thiet", "vu", "ngot", "danh", "thu"};

bool is_mat(const Utterance& text, std::size_t at) {
  return text.could_be(at, "mật") || (at < text.size() && text.words()[at].typed == "MẬT");
}

bool borne_before(const Utterance& text, std::size_t at) {
  for (std::string_view bearer : k_bearers) {
    const auto words = static_cast<std::size_t>(std::count(bearer.begin(), bearer.end(), ' ')) + 1;
    if (at >= words && text.phrase_at(at - words, bearer) > 0) return true;
  }
  if (at == 0 || text.words()[at - 1].plain) return false;
  return std::any_of(k_short_bearers.begin(), k_short_bearers.end(),
                     [&](std::string_view bearer) { return text.could_be(at - 1, bearer); });
}

bool is_marking(const Utterance& text, std::size_t at) {
  if (!is_mat(text, at) || text.any_at(at + 1, k_not_secret) > 0) return false;
  const bool bi_mat = at > 0 && text.could_be(at - 1, "bí");
  const std::size_t first = bi_mat || (at > 0 && text.phrase_at(at - 1, "tuyet")) ? at - 1 : at;
  if (borne_before(text, first)) return true;
  if (bi_mat) return false;  // "bảo vệ bí mật nhà nước" is a subject of plans
  if (at > 0 && text.could_be(at - 1, "tuyệt")) return true;
  const bool top = at > 0 && text.could_be(at - 1, "tối");
  if (top) return !text.words()[at].plain || text.words()[at].typed == "MAT";
  return text.words()[at].typed == "MẬT" ||
         (text.words()[at].plain && text.words()[at].typed == "MAT");
}

bool has_marking(const Utterance& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_marking(text, i)) return true;
  }
  return false;
}

// --- Numbers of persons ---

/// A run of digits with single spaces, dots or dashes between them.
struct DigitRun {
  std::string digits;
  bool grouped_by_marks = false;  ///< "250.123.456"
  bool grouped_by_spaces = false;
  bool plus = false;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<DigitRun> digit_runs(std::string_view text) {
  std::vector<DigitRun> runs;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    DigitRun run;
    run.begin = at;
    run.plus = at > 0 && text[at - 1] == '+';
    while (at < text.size()) {
      if (is_digit(text[at])) {
        run.digits += text[at++];
        continue;
      }
      const bool joins = text[at] == ' ' || text[at] == '.' || text[at] == '-' || text[at] == ',';
      if (!joins || at + 1 >= text.size() || !is_digit(text[at + 1])) break;
      (text[at] == ' ' ? run.grouped_by_spaces : run.grouped_by_marks) = true;
      ++at;
    }
    run.end = at;
    runs.push_back(std::move(run));
  }
  return runs;
}

bool is_phone(const DigitRun& run) {
  std::string number = run.digits;
  if (number.starts_with("0084")) number = "0" + number.substr(4);
  if (number.starts_with("84") && (run.plus || number.size() == 11))
    number = "0" + number.substr(2);
  if (!number.starts_with("0") || number.size() < 2) return false;
  const bool mobile =
      number.size() == 10 && std::string_view("35789").find(number[1]) != std::string_view::npos;
  const bool fixed = (number.size() == 10 || number.size() == 11) && number[1] == '2';
  const bool old_mobile = number.size() == 11 && number[1] == '1';
  return mobile || fixed || old_mobile;
}

bool has_word_of_identity(const Utterance& text) {
  static const Names k_words = {"cccd",       "cmnd",      "cmt",      "cmtnd", "can cuoc",
                                "chung minh", "dinh danh", "ho chieu", "bhyt"};
  return std::any_of(k_words.begin(), k_words.end(),
                     [&](std::string_view word) { return text.has(word); });
}

bool currency_follows(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  while (rest.starts_with(" ")) rest.remove_prefix(1);
  for (std::string_view word :
       {"đ", "Đ", "d", "vnd", "VND", "VNĐ", "vnđ", "triệu", "trieu", "tr"}) {
    if (rest.starts_with(word)) return true;
  }
  return false;
}

/// Money typed without dots ("120000000") has as many digits as an old identity card.
bool is_round(const DigitRun& run) {
  return run.digits.ends_with("000") && !run.digits.starts_with("0");
}

bool is_identity(const DigitRun& run, std::string_view text, bool named) {
  if (run.digits.size() != 9 && run.digits.size() != 12) return false;
  if (named || run.digits.starts_with("0")) return true;
  return !run.grouped_by_marks && !run.grouped_by_spaces && !is_round(run) &&
         !currency_follows(text, run.end);
}

bool has_personal_number(const Utterance& text) {
  const bool named = has_word_of_identity(text);
  const auto runs = digit_runs(text.text());
  return std::any_of(runs.begin(), runs.end(), [&](const DigitRun& run) {
    return is_phone(run) || is_identity(run, text.text(), named);
  });
}

// --- Names and years of birth ---

constexpr std::array<std::string_view, 46> k_surnames = {
    "nguyen", "tran",  "le",    "pham", "hoang", "huynh", "phan",  "vu",     "vo",   "dang",
    "bui",    "do",    "ho",    "ngo",  "duong", "ly",    "dinh",  "truong", "doan", "lam",
    "mai",    "trinh", "dao",   "cao",  "luong", "luu",   "ha",    "thai",   "chau", "ta",
    "phung",  "vuong", "quach", "tang", "kieu",  "to",    "thach", "son",    "danh", "lu",
    "tong",   "ninh",  "bach",  "diep", "mac",   "nghiem"};

bool begins_with_capital(const Word& word) {
  const bool is_name_like = !word.typed.empty() && !is_digit(word.typed.front());
  return is_name_like && capitalised(word.typed) == word.typed;
}

/// "Nguyễn Văn B", or "nguyen van b" typed carelessly: words of a name from `at` on; 0 when there
/// is none.
std::size_t name_at(const Utterance& text, std::size_t at) {
  const Word& first = text.words()[at];
  if (std::find(k_surnames.begin(), k_surnames.end(), first.folded) == k_surnames.end()) return 0;
  std::size_t length = 1;
  if (begins_with_capital(first)) {
    while (length < 5 && at + length < text.size() && !text.words()[at + length - 1].closes &&
           begins_with_capital(text.words()[at + length])) {
      ++length;
    }
    return length >= 2 ? length : 0;
  }
  const bool middle =
      at + 2 < text.size() && (text.folded(at + 1) == "van" || text.folded(at + 1) == "thi");
  return middle ? 3 : 0;
}

bool is_birth_year(const Word& word) {
  const std::string& digits = word.folded;
  if (digits.size() != 4 || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  return digits >= "1920" && digits <= "2015";
}

bool is_birth_mark(const Utterance& text, std::size_t at) {
  static const Names k_marks = {"sn", "sinh nam", "nam sinh", "sinh ngay", "ns", "sinh"};
  const auto n = text.any_at(at, k_marks);
  if (n == 0) return false;
  for (std::size_t i = at + n; i < text.size() && i < at + n + 2; ++i) {
    const std::string& word = text.folded(i);
    if (is_birth_year(text.words()[i])) return true;
    if (std::count(word.begin(), word.end(), '/') == 2 ||
        std::count(word.begin(), word.end(), '-') == 2)
      return true;
  }
  return false;
}

bool is_personal_list(const Utterance& text) {
  std::size_t names = 0, full_names = 0, years = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (is_birth_mark(text, i)) return true;
    if (is_birth_year(text.words()[i])) ++years;
    const auto length = name_at(text, i);
    names += length > 0 ? 1 : 0;
    full_names += length > 2 ? 1 : 0;  // "Hà Nội, Sơn La, Thái Bình" are places
    i += std::max<std::size_t>(1, length);
  }
  return full_names >= 3 || (names >= 2 && years >= 2);
}

}  // namespace

Danger danger_in(std::string_view text) {
  const Utterance utterance(text);
  if (has_marking(utterance)) return Danger::secret;
  if (has_personal_number(utterance) || is_personal_list(utterance)) return Danger::personal;
  return Danger::none;
}

}  // namespace dondoc::understanding
