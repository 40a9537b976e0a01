// Every line of tests/understanding/guard.tsv, as it is typed and as keyboards change it.
#include <utf8proc.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "bots/understanding/guard.h"
#include "engine/text/vietnamese.h"

using namespace dondoc;
using namespace dondoc::understanding;

namespace {

struct Case {
  Danger danger = Danger::none;
  std::string text;
  bool keyboard_matters = false;  ///< means something else without diacritics or capitals
};

struct Free {
  void operator()(utf8proc_uint8_t* p) const { std::free(p); }  // NOLINT: allocated with malloc
};

std::string decomposed(const std::string& text) {
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(
      utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str())));
  return reinterpret_cast<const char*>(owned.get());
}

/// Small letters with their diacritics.
std::string lowered(const std::string& text) {
  utf8proc_uint8_t* raw = nullptr;
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_NULLTERM | UTF8PROC_STABLE |
                                                          UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()), 0, &raw, options);
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(raw);
  return reinterpret_cast<const char*>(owned.get());
}

Danger danger_named(const std::string& label) {
  if (label == "refuse personal") return Danger::personal;
  return label == "refuse secret" ? Danger::secret : Danger::none;
}

std::vector<Case> cases() {
  std::ifstream file(DONDOC_SOURCE_DIR "/tests/understanding/guard.tsv");
  std::vector<Case> all;
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (tab == line.npos || line.starts_with('#')) continue;
    Case read{danger_named(line.substr(0, tab)), line.substr(tab + 1), false};
    if (read.text.ends_with("\t!")) {
      read.text.resize(read.text.size() - 2);
      read.keyboard_matters = true;
    }
    all.push_back(std::move(read));
  }
  return all;
}

}  // namespace

TEST_CASE("The guard refuses what it must and nothing else", "[talk]") {
  const auto all = cases();
  REQUIRE(all.size() > 400);
  for (const Case& each : all) {
    INFO(each.text);
    CHECK(danger_in(each.text) == each.danger);
  }
}

TEST_CASE("Decomposed diacritics do not deceive the guard", "[talk]") {
  for (const Case& each : cases()) {
    INFO(each.text);
    CHECK(danger_in(decomposed(each.text)) == each.danger);
  }
}

TEST_CASE("What is refused is refused in small letters", "[talk]") {
  for (const Case& each : cases()) {
    if (each.keyboard_matters || each.danger == Danger::none) continue;
    INFO(each.text);
    CHECK(danger_in(lowered(each.text)) == each.danger);
  }
}

TEST_CASE("What is refused is refused without diacritics", "[talk]") {
  for (const Case& each : cases()) {
    if (each.keyboard_matters || each.danger == Danger::none) continue;
    INFO(each.text);
    CHECK(danger_in(fold(each.text)) == each.danger);
  }
}

TEST_CASE("What is kept is kept in small letters", "[talk]") {
  for (const Case& each : cases()) {
    if (each.keyboard_matters || each.danger != Danger::none) continue;
    INFO(each.text);
    CHECK(danger_in(lowered(each.text)) == Danger::none);
    CHECK(danger_in(fold(each.text)) == Danger::none);
  }
}

TEST_CASE("A finding names its rule and nothing of the text", "[talk]") {
  for (const Case& each : cases()) {
    INFO(each.text);
    const Finding finding = finding_in(each.text);
    CHECK(finding.rule.empty() == (finding.danger == Danger::none));
    if (!finding.rule.empty()) CHECK(each.text.find(finding.rule) == each.text.npos);
  }
}

TEST_CASE("Files are judged by name and caption", "[talk]") {
  struct File {
    const char* name;
    const char* caption;
    Danger danger;
  };
  const File file = GENERATE(values<File>({
      {"DS người nghiện.xlsx", "", Danger::personal},
      {"danh_sach_ho_ngheo_2023.xlsx", "", Danger::personal},
      {"danhsachnguoinghien.xlsx", "", Danger::personal},
      {"DanhSachHoiVien.docx", "", Danger::personal},
      {"Luu Van Say.jpg", "", Danger::personal},
      {"IMG_0001.jpg", "cccd của em nó nè", Danger::personal},
      {"IMG_0001.jpg", "sổ hộ khẩu", Danger::personal},
      {"IMG_0001.jpg", "chân dung đối tượng", Danger::personal},
      {"IMG_0001.jpg", "0900 000 041", Danger::personal},
      {"photo", "bệnh án", Danger::personal},
      {"CV_MAT_09.pdf", "", Danger::secret},
      {"ke hoach.pdf", "công văn mật nha chị", Danger::secret},
      {"congvanmat.pdf", "", Danger::secret},
      {"Bao cao quy 4.docx", "", Danger::none},
      {"BC_phong_chong_ma_tuy_T10.docx", "", Danger::none},
      {"145_KH-UBND_20230920.pdf", "kế hoạch của huyện", Danger::none},
      {"IMG_20231109_083000.jpg", "", Danger::none},
      {"IMG_20231109_083000.jpg", "buổi tuyên truyền ở trường Lê Lợi", Danger::none},
      {"Screenshot_20231109-083000.png", "lỗi này nè chị", Danger::none},
      {"zalo_1699500000000.jpg", "", Danger::none},
      {"DS dai bieu du hop.xlsx", "", Danger::none},
      {"MAT TRAN bao cao.docx", "", Danger::none},
      {"", "", Danger::none},
  }));
  INFO(file.name << " · " << file.caption);
  CHECK(danger_in_file(file.name, file.caption) == file.danger);
  CHECK(danger_in_file(decomposed(file.name), decomposed(file.caption)) == file.danger);
}
