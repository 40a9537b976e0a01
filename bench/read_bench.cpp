// Reading plan documents: pages a second, of a document made of imaginary items, as long as the
// longest that offices issue.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "bench/figures.h"
#include "intake/plan_reading.h"

namespace dondoc::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t k_pages = 200, k_lines_a_page = 40, k_rounds = 5;

/// A page of duties as such plans print them, wrapped at seventy letters.
std::vector<std::string> page(std::size_t number) {
  return {fmt::format("{}. Sở Nội vụ tỉnh An Bình", number + 1),
          "",
          "a) Chủ trì, phối hợp với các sở, ban, ngành, UBND các huyện, thành phố",
          "xây dựng kế hoạch triển khai thực hiện, gửi về UBND tỉnh trước ngày",
          "15/3/2025; phấn đấu 80% cán bộ, công chức được tập huấn kỹ năng số.",
          "",
          "b) Định kỳ hằng quý (trước ngày 20 của tháng cuối quý), 6 tháng (trước",
          "ngày 15/6) và hằng năm (trước ngày 15/12) tổng hợp, báo cáo UBND tỉnh",
          "(qua Văn phòng UBND tỉnh) kết quả thực hiện theo Quyết định số",
          fmt::format("{}/QĐ-UBND ngày 05/01/2025 của Chủ tịch UBND tỉnh.", number + 100),
          ""};
}

SourceDocument long_document() {
  SourceDocument document;
  const auto put = [&](std::string text) {
    document.blocks.push_back(
        {BlockKind::line, std::move(text), {}, document.blocks.size() + 1, 0, 0});
  };
  for (const char* line : {"Số: 12/KH-UBND", "An Bình, ngày 10 tháng 01 năm 2025", "", "KẾ HOẠCH",
                           "Công tác năm 2025", "", "I. NHIỆM VỤ", ""})
    put(line);
  for (std::size_t number = 0; document.blocks.size() < k_pages * k_lines_a_page; ++number) {
    for (std::string& line : page(number)) put(std::move(line));
  }
  return document;
}

}  // namespace

Result<Figures> measure_read() {
  const SourceDocument document = long_document();
  double best = 1e9;
  std::size_t deadlines = 0;
  for (std::size_t round = 0; round < k_rounds; ++round) {
    const auto begin = Clock::now();
    deadlines = read_plan(document).deadlines.size();
    best = std::min(best, std::chrono::duration<double>(Clock::now() - begin).count());
  }
  Figures figures{"read",
                  {{"pages per second", static_cast<double>(k_pages) / best},
                   {"seconds for 200 pages", best},
                   {"deadlines found", static_cast<double>(deadlines)}},
                  {"The grammar alone, best of five; the file's format is read before."}};
  return figures;
}

}  // namespace dondoc::bench
