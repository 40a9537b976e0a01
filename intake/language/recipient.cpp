#include "intake/language/recipient.h"

#include <algorithm>
#include <vector>

#include "intake/language/unit_phrase.h"
#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

const PatternList& report_verbs() {
  static const PatternList k_list({"đăng ký", "báo cáo", "gửi", "nộp", "phản ánh", "trình",
                                   "thông tin", "cung cấp", "đồng gửi", "báo cáo lại", "kết quả",
                                   "số liệu", "danh sách", "hồ sơ", "quyết toán"});
  return k_list;
}

/// Directly behind the verb or at the end of what is sent.
const PatternList& directions() {
  static const PatternList k_list({"báo cáo đề xuất",
                                   "báo cáo , đề xuất",
                                   "báo cáo , tham mưu",
                                   "tham mưu , báo cáo",
                                   "tổng hợp , báo cáo",
                                   "báo cáo lãnh đạo",
                                   "thông tin về|cho",
                                   "về",
                                   "cho",
                                   "đến",
                                   "tới",
                                   "gửi",
                                   "gửi về|cho|đến|tới",
                                   "báo cáo",
                                   "báo cáo về|cho|với|lên|lại",
                                   "nộp",
                                   "nộp về|cho",
                                   "trình",
                                   "lên",
                                   "với",
                                   "gửi báo cáo về|cho|đến",
                                   "gửi kết quả về|cho|đến",
                                   "báo cáo kết quả về|với|lên|cho",
                                   "báo cáo kết quả",
                                   "báo cáo kết quả thực hiện",
                                   "báo cáo tình hình",
                                   "báo cáo bằng văn bản",
                                   "báo cáo bằng văn bản về|cho"});
  return k_list;
}

struct Candidate {
  std::size_t at;
  std::string text;
};

/// "(qua Phòng …)" behind the name, ", đồng gửi …" is left out.
std::size_t with_office(const Node& node, std::size_t at, std::size_t end) {
  static const PatternList k_through({"( qua", "( thông qua", "( gửi qua", "( trực tiếp", "qua",
                                      "thông qua", ", qua", ", thông qua"});
  if (k_through.match(node.tokens, at) == 0) return at;
  const bool bracket = node.tokens[at].is("(");
  if (bracket) {
    std::size_t close = at;
    while (close < end && !node.tokens[close].is(")")) ++close;
    return close < end ? close + 1 : at;
  }
  const std::size_t name = at + k_through.match(node.tokens, at);
  const auto office = unit_phrase_at(node.tokens, name, end);
  return office ? office->end : at;
}

}  // namespace

std::string recipient_in(const Node& node, std::size_t begin, std::size_t end, std::size_t at) {
  std::vector<Candidate> found;
  const Tokens& tokens = node.tokens;
  std::size_t first_verb = report_verbs().find(tokens, begin, end);
  for (std::size_t i = first_verb; i < end; ++i) {
    const std::size_t length = directions().match(tokens, i);
    if (length == 0) continue;
    std::size_t name = i + length;
    if (name < end && tokens[name].is(":")) ++name;
    const auto phrase = unit_phrase_at(tokens, name, end);
    if (!phrase) continue;
    const std::size_t last = with_office(node, phrase->end, end);
    found.push_back({i, std::string(node.text_of(phrase->begin, last))});
    i = last - 1;
  }
  if (found.empty()) return {};
  // the date belongs to the first link of a chain "để tổng hợp, báo cáo …"
  const auto chain = [&](const Candidate& candidate) {
    for (std::size_t i = std::max(begin, candidate.at > 6 ? candidate.at - 6 : 0); i < candidate.at;
         ++i) {
      if (tokens[i].is("để")) return true;
    }
    return false;
  };
  const Candidate* best = nullptr;
  const auto distance = [&](const Candidate& c) { return c.at > at ? c.at - at : at - c.at; };
  for (const Candidate& candidate : found) {
    if (chain(candidate) && found.size() > 1) continue;
    if (best == nullptr || distance(candidate) < distance(*best)) best = &candidate;
  }
  return best == nullptr ? found.front().text : best->text;
}

}  // namespace dondoc::intake
