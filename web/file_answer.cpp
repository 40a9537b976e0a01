#include "web/file_answer.h"

#include <utility>

namespace dondoc {

Response file_answer(std::string type, const std::string& name, std::string bytes) {
  Response response{200, std::move(type), std::move(bytes)};
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response;
}

Response file_answer(ExportedFile file) {
  return file_answer(std::string(media_type(file.kind)), file.name, std::move(file.bytes));
}

Response strange_file_answer(const std::string& name, std::string bytes) {
  Response response = file_answer("application/octet-stream", name, std::move(bytes));
  response.headers.emplace_back("Content-Security-Policy", "sandbox; default-src 'none'");
  return response;
}

}  // namespace dondoc
