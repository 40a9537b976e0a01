// A QR code as the outline of an SVG drawing, made by libqrencode. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>

namespace dondoc {

struct QrPicture {
  int side = 0;      ///< of the square drawing, with the white border a scanner needs, in modules
  std::string path;  ///< what is black: the `d` of a <path>
};

/// Level M: still read when a seventh of it is dirty or creased. None for an empty text or one that
/// is too long for a QR code (2,331 bytes), and when memory is short.
std::optional<QrPicture> qr_picture(const std::string& text);

}  // namespace dondoc
