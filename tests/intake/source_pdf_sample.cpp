#include "tests/intake/source_pdf_sample.h"

#include <fmt/format.h>

#include "intake/source/code_points.h"

/// fontconfig, which poppler asks for fonts, keeps what it read until the program ends.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace dondoc::sample {
namespace {

// Of an em: what Times has on average, and its space.
constexpr double k_letter = 0.5;
constexpr double k_space = 0.25;

std::string hexadecimal(std::string_view text) {
  std::string out;
  for (const char32_t c : code_points_of(text))
    out += fmt::format("{:04X}", static_cast<unsigned>(c));
  return out;
}

std::string stream(std::string_view content) {
  return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content);
}

/// Codes are UTF-16: each block of 256 maps to itself.
std::string to_unicode() {
  std::string ranges;
  constexpr int k_blocks[] = {0x00, 0x01, 0x03, 0x1E, 0x20, 0xF0};
  for (const int block : k_blocks)
    ranges += fmt::format("<{0:02X}00> <{0:02X}FF> <{0:02X}00>\n", block);
  return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
         "/CMapName /Same def /CMapType 2 def\n"
         "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
         fmt::format("{} beginbfrange\n", std::size(k_blocks)) + ranges +
         "endbfrange endcmap end end";
}

}  // namespace

double PdfSample::width_of(std::string_view text, double size) {
  double width = 0;
  for (const char32_t c : code_points_of(text)) width += c == U' ' ? k_space : k_letter;
  return width * size;
}

PdfSample& PdfSample::page() {
  contents_.emplace_back();
  return *this;
}

PdfSample& PdfSample::put(double left, double down, std::string_view text, double size) {
  contents_.back() += fmt::format("BT /F1 {} Tf {} {} Td <{}> Tj ET\n", size, left, k_height - down,
                                  hexadecimal(text));
  return *this;
}

PdfSample& PdfSample::put_turned(double left, double down, std::string_view text, Running running) {
  const bool is_up = running == Running::up;
  contents_.back() +=
      fmt::format("BT /F1 14 Tf {} {} {} Tm <{}> Tj ET\n", is_up ? "0 1 -1 0" : "0 -1 1 0",
                  is_up ? down : k_width - down, is_up ? left : k_height - left, hexadecimal(text));
  return *this;
}

PdfSample& PdfSample::centre(double middle, double down, std::string_view text, double size) {
  return put(middle - width_of(text, size) / 2, down, text, size);
}

double PdfSample::lines(double left, double down, const std::vector<std::string>& texts) {
  constexpr double k_pitch = 17;
  for (const std::string& text : texts) {
    put(left, down, text);
    down += k_pitch;
  }
  return down;
}

std::string PdfSample::bytes() const {
  std::string kids;
  constexpr std::size_t k_first_page = 6;
  for (std::size_t i = 0; i < contents_.size(); ++i)
    kids += fmt::format("{} 0 R ", k_first_page + 2 * i);
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, contents_.size()),
      "<< /Type /Font /Subtype /Type0 /BaseFont /TimesNewRoman /Encoding /Identity-H "
      "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /TimesNewRoman /CIDSystemInfo "
      "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [32 [250]] "
      "/FontDescriptor << /Type /FontDescriptor /FontName /TimesNewRoman /Flags 4 /Ascent 891 "
      "/Descent -216 /CapHeight 662 /ItalicAngle 0 /StemV 80 /FontBBox [-168 -216 1000 891] >> >>",
      stream(to_unicode())};
  for (std::size_t i = 0; i < contents_.size(); ++i) {
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Contents {} 0 R "
                    "/Resources << /Font << /F1 3 0 R >> >> >>",
                    k_width, k_height, k_first_page + 2 * i + 1));
    objects.push_back(stream(contents_[i]));
  }
  return pdf_of(objects);
}

std::string pdf_of(const std::vector<std::string>& objects, std::string_view trailer) {
  std::string out = "%PDF-1.7\n";
  std::string places = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t place = out.size();
  return out + fmt::format(
                   "xref\n0 {0}\n{1}trailer\n<< /Size {0} /Root 1 0 R {2} >>\n"
                   "startxref\n{3}\n%%EOF\n",
                   objects.size() + 1, places, trailer, place);
}

}  // namespace dondoc::sample
