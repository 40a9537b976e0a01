#include "tests/support/telegram_html.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace dondoc::test {
namespace {

constexpr auto k_tags = std::to_array<std::string_view>(
    {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "a", "code", "pre",
     "blockquote", "tg-spoiler", "tg-emoji", "tg-time", "tg-math"});

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  ReadHtml read() {
    while (at_ < html_.size() && result_.problem.empty()) {
      if (html_[at_] == '<') {
        tag();
      } else if (html_[at_] == '&') {
        entity();
      } else {
        put(html_.substr(at_++, 1));
      }
    }
    if (result_.problem.empty() && !open_.empty())
      fail("Can't find end tag corresponding to start tag " + open_.back());
    return std::move(result_);
  }

 private:
  void fail(const std::string& problem) { result_.problem = problem; }

  void put(std::string_view text) {
    result_.text += text;
    if (std::find(open_.begin(), open_.end(), "b") != open_.end()) result_.bold += text;
  }

  void tag() {
    const std::string offset = " at byte offset " + std::to_string(at_);
    const auto end = html_.find('>', at_);
    if (end == html_.npos) return fail("Unclosed start tag" + offset);
    std::string_view inside = html_.substr(at_ + 1, end - at_ - 1);
    const bool closes = inside.starts_with('/');
    if (closes) inside.remove_prefix(1);
    std::string name(inside.substr(0, inside.find(' ')));
    if (std::find(k_tags.begin(), k_tags.end(), name) == k_tags.end())
      return fail("Unsupported start tag \"" + name + "\"" + offset);
    if (name == "strong") name = "b";
    if (!closes) {
      open_.push_back(name);
    } else if (open_.empty() || open_.back() != name) {
      return fail("Unexpected end tag" + offset);
    } else {
      open_.pop_back();
    }
    at_ = end + 1;
  }

  /// Named ones: four; an unknown "&" is left as it stands, as the platform does.
  void entity() {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> k_named = {
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}}};
    for (const auto& [name, character] : k_named) {
      if (!html_.substr(at_).starts_with(name)) continue;
      at_ += name.size();
      return put(character);
    }
    put(html_.substr(at_++, 1));
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::string> open_;
  ReadHtml result_;
};

}  // namespace

ReadHtml read_html(std::string_view html) { return HtmlReader(html).read(); }

}  // namespace dondoc::test
