#include "intake/source/secret_marking.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "engine/text/vietnamese.h"
#include "intake/source/code_points.h"
#include "intake/source/vietnamese_letters.h"

namespace dondoc {
namespace {

/// The head with its stamps ends at the latest here; what follows is annexes and body.
constexpr std::size_t k_head_lines = 30;

enum class Degree { secret, top_secret, strictly_secret };

/// A line, a cell, or one of the lines of a cell.
struct Piece {
  std::u32string text;
  std::size_t table = 0;
  bool aside = false;
  bool runs_on = false;  ///< the piece before it is the line or paragraph right above
};

bool is_letter(char32_t c) {
  return vietnamese_letter(c).has_value() || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// Letters only: "[ T Ố I   M Ậ T ]" → "TỐIMẬT".
std::u32string letters_of(std::u32string_view text) {
  std::u32string letters;
  for (const char32_t c : text)
    if (is_letter(c)) letters += c;
  return letters;
}

bool has_digit(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

std::u32string small(std::u32string_view letters) {
  return code_points_of(lower_case(utf8_of(letters)));
}

bool is_all_capitals(std::u32string_view letters) {
  return std::u32string(letters) != small(letters) &&
         std::all_of(letters.begin(), letters.end(), [](char32_t c) {
           const auto letter = vietnamese_letter(c);
           return letter ? letter->capital : c >= U'A' && c <= U'Z';
         });
}

std::optional<Degree> degree_of(std::u32string_view letters) {
  const std::u32string word = small(letters);
  if (word == U"mật") return Degree::secret;
  if (word == U"tốimật") return Degree::top_secret;
  if (word == U"tuyệtmật") return Degree::strictly_secret;
  // A stamp typed without diacritics; in small letters these are other words.
  if (!is_all_capitals(letters)) return std::nullopt;
  if (word == U"mat") return Degree::secret;
  if (word == U"toimat") return Degree::top_secret;
  return word == U"tuyetmat" ? std::optional(Degree::strictly_secret) : std::nullopt;
}

/// Lines that only a document with a degree bears, beside the degree itself.
bool is_line_of_secrets(std::u32string_view letters) {
  static constexpr std::array<std::u32string_view, 12> k_lines = {
      U"tàiliệumật",
      U"tàiliệutốimật",
      U"tàiliệutuyệtmật",
      U"vănbảnmật",
      U"vănbảntốimật",
      U"vănbảntuyệtmật",
      U"hồsơmật",
      U"côngvănmật",
      U"tàiliệuthuhồi",
      U"dấumật",
      U"chỉngườicótênmớiđượcbócbì",
      U"tàiliệubímậtnhànước",
  };
  return std::find(k_lines.begin(), k_lines.end(), small(letters)) != k_lines.end();
}

/// "Độ mật: Tối mật", "Mức độ mật – MẬT". A form that lists the degrees, or leaves them blank, and
/// "Độ mật: Không" are none.
bool states_degree(std::u32string_view text) {
  const std::u32string word = small(letters_of(text));
  for (const std::u32string_view begin : {U"độmật", U"mứcđộmật", U"dấuđộmật", U"dấuchỉđộmật"}) {
    if (!word.starts_with(begin)) continue;
    const auto degree = degree_of(word.substr(begin.size()));
    if (degree.has_value()) return true;
  }
  return false;
}

/// "BẢO VỆ BÍ" above "MẬT": a title that was broken, no stamp.
bool ends_open(std::u32string_view text) {
  const std::u32string word = small(letters_of(text));
  for (const std::u32string_view end :
       {U"bí", U"bảo", U"cơ", U"giữ", U"độ", U"tàiliệu", U"vănbản", U"hồsơ", U"thôngtin", U"vật"})
    if (word.ends_with(end)) return true;
  return false;
}

class Pieces {
 public:
  void add(const SourceDocument& document) {
    for (const SourceBlock& block : document.blocks) {
      if (block.text.empty() && block.cells.empty()) runs_on_ = false;
      add_lines(block.text, block, block.kind == BlockKind::line);
      for (const std::string& cell : block.cells) {
        runs_on_ = false;
        add_lines(cell, block, true);
      }
    }
  }

  void add_aside(const std::vector<std::string>& aside) {
    for (const std::string& text : aside) pieces_.push_back({code_points_of(text), 0, true, false});
  }

  const std::vector<Piece>& all() const { return pieces_; }

 private:
  void add_lines(std::string_view text, const SourceBlock& block, bool runs_on) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      pieces_.push_back({code_points_of(text.substr(0, end)), block.table, false, runs_on_});
      runs_on_ = runs_on;
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
  }

  std::vector<Piece> pieces_;
  bool runs_on_ = false;
};

/// Two degrees close together are the columns of a form or a list of what there is; above the title
/// they are a stamp and the one that took its place.
bool is_in_list(const std::vector<Piece>& pieces, std::size_t at, Degree degree, bool in_head) {
  constexpr std::size_t k_near = 6;
  if (pieces[at].aside || (in_head && pieces[at].table == 0)) return false;
  const std::size_t first = at < k_near ? 0 : at - k_near;
  for (std::size_t i = first; i < pieces.size() && i <= at + k_near; ++i) {
    const auto other = degree_of(letters_of(pieces[i].text));
    if (other && *other != degree && pieces[i].table == pieces[at].table) return true;
  }
  return false;
}

bool is_stamp(const std::vector<Piece>& pieces, std::size_t at, bool in_head) {
  const Piece& piece = pieces[at];
  if (has_digit(piece.text)) return false;
  const std::u32string letters = letters_of(piece.text);
  const bool is_capital = is_all_capitals(letters);
  if (const auto degree = degree_of(letters)) {
    if (!is_capital && !in_head && !piece.aside) return false;
    if (piece.runs_on && ends_open(pieces[at - 1].text)) return false;
    // A stretched line of a PDF can look like two cells: "bảo vệ bí", "mật".
    if (at > 0 && small(letters_of(pieces[at - 1].text)).ends_with(U"bí")) return false;
    return !is_in_list(pieces, at, *degree, in_head);
  }
  return (in_head || piece.aside) && is_capital && is_line_of_secrets(letters);
}

}  // namespace

bool bears_secret_marking(const SourceDocument& document, const std::vector<std::string>& aside) {
  Pieces found;
  found.add(document);
  found.add_aside(aside);
  const std::vector<Piece>& pieces = found.all();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t letters = pieces[i].text.size();
    constexpr std::size_t k_longest_stamp = 80;
    if (letters > k_longest_stamp) continue;
    if (is_stamp(pieces, i, i < k_head_lines) || states_degree(pieces[i].text)) return true;
  }
  return false;
}

}  // namespace dondoc
