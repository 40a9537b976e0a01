#include "web/qr_picture.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace dondoc {
namespace {

/// As wide as the standard asks for, in modules.
constexpr int k_border = 4;

/// Neighbours in a row are drawn as one bar.
void draw_row(const QRcode& code, int y, std::string& path) {
  const unsigned char* row = code.data + y * code.width;
  for (int x = 0; x < code.width; ++x) {
    if ((row[x] & 1U) == 0) continue;
    const int begin = x;
    while (x < code.width && (row[x] & 1U) != 0) ++x;
    path += fmt::format("M{} {}h{}v1h-{}z", begin + k_border, y + k_border, x - begin, x - begin);
  }
}

}  // namespace

std::optional<QrPicture> qr_picture(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) return std::nullopt;
  QrPicture picture;
  picture.side = code->width + 2 * k_border;
  for (int y = 0; y < code->width; ++y) draw_row(*code, y, picture.path);
  return picture;
}

}  // namespace dondoc
