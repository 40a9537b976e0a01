#include "app/command_file.h"

#include <cstdio>

#include "app/desk.h"
#include "app/whole_file.h"
#include "engine/codec/state_codec.h"
#include "storage/open.h"

namespace dondoc {
namespace {

/// The digest under which the file is kept.
Result<std::string> digest_kept(Reader& reader, const FileOptions& options) {
  auto row = reader.find_case(options.code);
  if (!row) return tl::unexpected(row.error());
  if (!*row) return failure(ErrorKind::permanent, "no assignment [" + options.code + "]");
  auto assignment = decode_assignment((*row)->body);
  if (!assignment) return tl::unexpected(assignment.error());
  for (const Attachment& file : assignment->attachments) {
    if (file.number == options.number && file.is_kept()) return file.digest;
  }
  return failure(ErrorKind::permanent,
                 "[" + options.code + "] has no kept file " + std::to_string(options.number));
}

Result<std::string> content_of(const std::string& database, const std::string& digest) {
  auto files = open_files(database);
  if (!files) return tl::unexpected(files.error());
  auto content = (*files)->load(digest);
  if (!content) return tl::unexpected(content.error());
  if (!*content) return failure(ErrorKind::corrupt, "the file " + digest + " is missing");
  return std::move(**content);
}

}  // namespace

int run_admin_file(const FileOptions& options) {
  auto desk = open_reading_desk(options.config);
  if (!desk) return fail("admin file", desk.error().message);
  auto digest = digest_kept(*desk->reader, options);
  if (!digest) return fail("admin file", digest.error().message);
  auto content = content_of(desk->settings.database, *digest);
  if (!content) return fail("admin file", content.error().message);
  auto file = WholeFile::begin(options.out);
  if (!file) return fail("admin file", file.error().message);
  if (auto written = file->finish(*content); !written)
    return fail("admin file", written.error().message);
  std::printf("%s: written\n", options.out.c_str());
  return 0;
}

}  // namespace dondoc
