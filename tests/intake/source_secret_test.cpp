// Markings of state secrets: such a document is refused, one about protecting secrets is not.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/intake/source_samples.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

bool is_refused(std::string_view text) {
  const auto document = read_source(text, SourceFormat::text);
  if (document) return false;
  CHECK_THAT(document.error().message, Contains("state secrets"));
  return true;
}

bool is_refused(const DocxSample& sample) {
  return !read_source(docx(sample), SourceFormat::docx).has_value();
}

const std::string k_head = "BỘ CÔNG AN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n";

}  // namespace

TEST_CASE("A stamp of its own is a marking, however it is set", "[source]") {
  for (const char* stamp : {"MẬT",
                            "TỐI MẬT",
                            "TUYỆT MẬT",
                            "Mật",
                            "Tối mật",
                            "tuyệt mật",
                            "M Ậ T",
                            "T Ố I  M Ậ T",
                            "[ MẬT ]",
                            "**TUYỆT MẬT**",
                            "(Mật)",
                            "MẬT.",
                            "TOI MAT",
                            "Độ mật: Tối mật",
                            "Độ mật: MẬT",
                            "Mức độ mật – Tuyệt mật",
                            "TÀI LIỆU MẬT",
                            "VĂN BẢN TỐI MẬT",
                            "TÀI LIỆU THU HỒI",
                            "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ"}) {
    CAPTURE(stamp);
    CHECK(is_refused(k_head + stamp + "\nKẾ HOẠCH\nTổ chức diễn tập"));
  }
}

TEST_CASE("A marking is found beside the number, in cells, and in letters of old fonts",
          "[source]") {
  CHECK(is_refused(k_head + "MẬT            Số: 12/KH-BCA\nKẾ HOẠCH"));
  CHECK(is_refused("| MẬT | CỘNG HÒA |\nKẾ HOẠCH"));
  CHECK(is_refused(k_head + "KẾ HOẠCH\n" + std::string(60, '\n') + "TỐI MẬT\nPhụ lục"));
  CHECK(is_refused("TèI MËT\nKÕ ho¹ch c«ng t¸c b¶o vÖ cña c¸c ®¬n vÞ, ngµy mïng n¨m"));
}

TEST_CASE("A marking in a header, a text box or a watermark counts", "[source]") {
  DocxSample header{paragraph("KẾ HOẠCH"), "", "", "", "", paragraph("TỐI MẬT")};
  CHECK(is_refused(header));
  DocxSample box{"<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + paragraph("MẬT") +
                     "</w:txbxContent></v:textbox></w:pict></w:r></w:p>" + paragraph("KẾ HOẠCH"),
                 "",
                 "",
                 "",
                 "",
                 ""};
  CHECK(is_refused(box));
  DocxSample watermark{paragraph("KẾ HOẠCH"),
                       "",
                       "",
                       "",
                       "",
                       "<w:p><w:r><w:pict><v:shape><v:textpath string=\"TUYỆT MẬT\"/></v:shape>"
                       "</w:pict></w:r></w:p>"};
  CHECK(is_refused(watermark));
  header.header = paragraph("Công tác bảo vệ bí mật");
  CHECK_FALSE(is_refused(header));
}

TEST_CASE("The refusal tells nothing of the document", "[source]") {
  const auto document = read_source(k_head + "MẬT\nCuộc tập kích đồi A1", SourceFormat::text);
  REQUIRE_FALSE(document.has_value());
  CHECK(document.error().kind == ErrorKind::permanent);
  for (const char* word : {"tập", "A1", "BỘ CÔNG AN"})
    CHECK(document.error().message.find(word) == std::string::npos);
}

TEST_CASE("A text about protecting secrets is read", "[source]") {
  for (const char* text :
       {"KẾ HOẠCH\nTăng cường công tác bảo vệ bí mật nhà nước",
        "KẾ HOẠCH\nBẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC", "KẾ HOẠCH\nQuản lý tài liệu\nmật\nnăm 2025",
        "Độ mật: ……", "Độ mật: Không", "Độ mật: (Mật, Tối mật, Tuyệt mật)",
        "Việc xác định độ mật của văn bản: tối mật và tuyệt mật", "Ông Nguyễn Văn Mật",
        "Bảo mật thông tin, mật khẩu", "Số: 12/KH\nMặt trận Tổ quốc\nMAT TRAN",
        "| TT | Tuyệt mật | Tối mật | Mật | Ghi chú |\n| 1 | 0 | 2 | 5 | |"}) {
    CAPTURE(text);
    CHECK_FALSE(is_refused(std::string(text)));
  }
}

TEST_CASE("Collected plans, two of them about state secrets, are read", "[source]") {
  const char* folder = std::getenv("DONDOC_COLLECTED_PLANS");
  if (folder == nullptr || !std::filesystem::exists(folder)) {
    WARN("skipped: DONDOC_COLLECTED_PLANS names no folder of plans as .txt");
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    CAPTURE(entry.path().filename());
    std::ifstream file(entry.path(), std::ios::binary);
    CHECK_FALSE(is_refused(std::string{std::istreambuf_iterator<char>(file), {}}));
  }
}
