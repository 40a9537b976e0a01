#include "web/body_reading.h"

#include <httplib.h>

#include "web/form_fields.h"

namespace dondoc {
namespace {

constexpr std::string_view k_form = "application/x-www-form-urlencoded";

/// The parts of a form of files as they come, within the bounds.
class FormParts {
 public:
  explicit FormParts(std::size_t most) : most_(most) {}

  void begin(const httplib::MultipartFormData& part) {
    if (++parts_ > k_form_parts) fault_ = BodyFault::too_long;
    if (fault_ != BodyFault::none) return;
    is_file_ = !part.filename.empty() || !part.content_type.empty();
    bytes_ += part.name.size() + part.filename.size();
    fields_.push_back({part.name, is_file_ ? file_name_alone(part.filename) : "", ""});
    files_.push_back(is_file_);
  }

  void add(const char* data, std::size_t length) {
    bytes_ += length;
    if (!is_file_) field_bytes_ += length;
    if (bytes_ > most_ || field_bytes_ > k_form_bytes) fault_ = BodyFault::too_long;
    if (fault_ != BodyFault::none) return drop();
    if (!fields_.empty()) fields_.back().bytes.append(data, length);
  }

  void give(Request& request) {
    if (fault_ != BodyFault::none) {
      request.body_fault = fault_;
      return;
    }
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      UploadedFile& one = fields_[i];
      if (files_[i]) {
        request.files.push_back(std::move(one));
      } else {
        request.query.emplace(std::move(one.field), std::move(one.bytes));
      }
    }
  }

 private:
  void drop() {
    fields_.clear();
    files_.clear();
  }

  const std::size_t most_;
  BodyFault fault_ = BodyFault::none;
  std::size_t parts_ = 0;
  std::size_t bytes_ = 0;
  std::size_t field_bytes_ = 0;
  bool is_file_ = false;
  std::vector<UploadedFile> fields_;
  std::vector<bool> files_;  ///< which of them are files
};

/// Why the library ended before the body did. It refuses what says beforehand that it is longer
/// than the server takes.
BodyFault fault_of_end(const httplib::Request& in) {
  return in.get_header_value<std::uint64_t>("Content-Length") > k_body_bytes
             ? BodyFault::too_long
             : BodyFault::ill_formed;
}

void read_parts(const httplib::Request& in, const httplib::ContentReader& reader, std::size_t most,
                Request& request) {
  FormParts parts(most);
  const bool whole = reader(
      [&](const httplib::MultipartFormData& part) {
        parts.begin(part);
        return true;
      },
      [&](const char* data, std::size_t length) {
        parts.add(data, length);
        return true;
      });
  if (whole) return parts.give(request);
  request.body_fault = fault_of_end(in);
}

}  // namespace

TextBody read_text(const httplib::Request& in, const httplib::ContentReader& reader,
                   std::size_t most) {
  TextBody body;
  if (in.is_multipart_form_data()) {  // the library gives it in parts, or not at all
    Request unwanted;
    read_parts(in, reader, 0, unwanted);
    body.fault = BodyFault::ill_formed;
    return body;
  }
  std::size_t bytes = 0;
  const bool whole = reader([&](const char* data, std::size_t length) {
    bytes += length;
    if (bytes <= most) body.text.append(data, length);
    return true;
  });
  if (bytes > most) {
    body.fault = BodyFault::too_long;
  } else if (!whole) {
    body.fault = fault_of_end(in);
  }
  if (body.fault != BodyFault::none) body.text.clear();
  return body;
}

void read_form(const httplib::Request& in, const httplib::ContentReader& reader, std::size_t most,
               Request& request) {
  if (in.is_multipart_form_data()) return read_parts(in, reader, most, request);
  TextBody body = read_text(in, reader, std::min(most, k_form_bytes));
  request.body_fault = body.fault;
  if (!in.get_header_value("Content-Type").starts_with(k_form)) {
    request.body = std::move(body.text);
  } else if (!add_form_fields(body.text, request.query)) {
    request.body_fault = BodyFault::ill_formed;
  }
}

void refuse_other_methods(httplib::Server& server) {
  const auto refuse = [](const httplib::Request& in, httplib::Response& out,
                         const httplib::ContentReader& reader) {
    read_text(in, reader, 0);
    out.status = 405;
  };
  server.Put("/.*", refuse);
  server.Patch("/.*", refuse);
  server.Delete("/.*", refuse);
}

}  // namespace dondoc
