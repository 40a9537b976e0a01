#include "bots/understanding/refused.h"

#include <cmath>
#include <variant>

namespace dondoc::understanding {
namespace {

/// Of a text with personal data only what stands apart from the person is heard: counts, and what
/// the sender did or asks. A state or an obstacle is the person's.
bool is_of_the_person(const Said& said) {
  const bool is_sent = said.rule.starts_with("done.sent") || !said.doc_no.empty();
  return said.kind == Kind::progress || said.kind == Kind::blocked || said.kind == Kind::decline ||
         said.kind == Kind::ack || (said.kind == Kind::done && !is_sent);
}

/// "đối tượng: 0912…", "sau cai: 1. Đặng Văn Út": behind its noun it numbers or identifies; counts
/// stand before it.
bool is_count(const FoundFigure& figure) {
  constexpr double k_most = 100'000;
  const auto* value = std::get_if<double>(&figure.value);
  if (value == nullptr) return false;
  const bool is_sum = figure.money && std::fmod(*value, 1000) == 0;
  return is_sum || (*value < k_most && figure.is_before_noun);
}

}  // namespace

void drop_personal(std::vector<Said>& acts) {
  std::erase_if(acts, is_of_the_person);
  for (Said& said : acts) {
    std::erase_if(said.values, [](const FoundFigure& figure) {
      const auto* value = std::get_if<double>(&figure.value);
      const bool is_place = figure.slug == "so_ap" || figure.slug == "so_thon" ||
                            figure.slug == "danh_sach" || figure.slug == "ho_ngheo" ||
                            (figure.slug == "kinh_phi" && !figure.money);
      return is_place || !is_count(figure) ||
             (value != nullptr && *value >= 1920 && *value <= 2025);
    });
  }
  std::erase_if(acts, [](const Said& said) {
    return said.kind == Kind::report && said.values.empty() && !said.nil;
  });
}

}  // namespace dondoc::understanding
