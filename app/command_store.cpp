#include "app/command_store.h"

#include <fmt/format.h>

#include <cstdio>
#include <limits>
#include <nlohmann/json.hpp>

#include "app/settings.h"
#include "engine/loop/replay.h"
#include "storage/open.h"
#include "storage/sqlite/sqlite_backup.h"

namespace dondoc {
namespace {

int fail(const char* command, const std::string& message) {
  std::fprintf(stderr, "dondoc %s: %s\n", command, message.c_str());
  return 1;
}

struct Verified {
  ChainReport chain;
  std::int64_t events = 0;
  std::vector<std::string> differences;
  FilesReport files;
};

/// Files that the log tells of and that are not there, or not as they were.
void compare_files(const Replayed& replayed, Verified& verified) {
  const FilesReport& files = verified.files;
  for (const auto& [code, assignment] : replayed.assignments) {
    for (const Attachment& file : assignment.attachments) {
      if (!file.is_kept() || files.whole.contains(file.digest)) continue;
      verified.differences.push_back(fmt::format("file {} of {}: {} {}", file.number, code,
                                                 file.digest, "is missing or damaged"));
    }
  }
}

Result<Verified> verify(const std::string& database) {
  Verified verified;
  auto chain = verify_log(database);
  if (!chain) return tl::unexpected(chain.error());
  verified.chain = *chain;
  if (chain->first_bad_seq) return verified;
  auto reader = open_reader(database);
  if (!reader) return tl::unexpected(reader.error());
  auto replayed = replay(**reader, Instant{std::numeric_limits<std::int64_t>::max()});
  if (!replayed) return tl::unexpected(replayed.error());
  verified.events = replayed->events;
  auto different = differences(**reader, *replayed);
  if (!different) return tl::unexpected(different.error());
  verified.differences = std::move(*different);
  auto files = verify_kept_files(database);
  if (!files) return tl::unexpected(files.error());
  verified.files = std::move(*files);
  compare_files(*replayed, verified);
  return verified;
}

bool is_clean(const Verified& v) { return !v.chain.first_bad_seq && v.differences.empty(); }

std::string as_json(const Verified& v) {
  nlohmann::ordered_json json{{"rows", v.chain.rows},
                              {"chain", v.chain.first_bad_seq ? "broken" : "whole"}};
  if (v.chain.first_bad_seq) json["first_bad_row"] = *v.chain.first_bad_seq;
  if (!v.chain.what.empty()) json["what"] = v.chain.what;
  json["differences"] = v.differences;
  json["files"] = v.files.whole.size();
  return json.dump(1) + "\n";
}

std::string as_text(const Verified& v) {
  if (v.chain.first_bad_seq)
    return fmt::format("log: broken at row {}: {}\n", *v.chain.first_bad_seq, v.chain.what);
  std::string text =
      fmt::format("log: {} rows, chain whole\nfiles: {} kept, {} bytes\nstate: {}\n", v.chain.rows,
                  v.files.whole.size(), v.files.bytes,
                  v.differences.empty() ? "the same as the log makes" : "differs from the log");
  for (const std::string& line : v.differences) text += "  " + line + "\n";
  return text;
}

}  // namespace

int run_migrate(const std::string& config_file) {
  auto settings = load_settings(config_file);
  if (!settings) return fail("migrate", settings.error().message);
  auto version = migrate_database(settings->database);
  if (!version) return fail("migrate", version.error().message);
  std::printf("%s: version %d\n", shown_database(settings->database).c_str(), *version);
  return 0;
}

int run_verify(const std::string& config_file, bool json) {
  auto settings = load_settings(config_file);
  if (!settings) return fail("verify", settings.error().message);
  auto verified = verify(settings->database);
  if (!verified) return fail("verify", verified.error().message);
  std::string out = json ? as_json(*verified) : as_text(*verified);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return is_clean(*verified) ? 0 : 1;
}

int run_backup(const std::string& config_file, const std::string& file) {
  auto settings = load_settings(config_file);
  if (!settings) return fail("backup", settings.error().message);
  if (is_on_server(settings->database)) {
    return fail("backup",
                fmt::format("{} is copied by the server's own means: pg_dump --format=custom "
                            "--file={} --dbname=ADDRESS",
                            shown_database(settings->database), file));
  }
  auto done = backup(settings->database, file);
  if (!done) return fail("backup", done.error().message);
  std::printf("%s: written, with the files that were sent in\n", file.c_str());
  return 0;
}

int run_restore(const std::string& config_file, const std::string& file) {
  auto settings = load_settings(config_file);
  if (!settings) return fail("restore", settings.error().message);
  if (is_on_server(settings->database)) {
    return fail("restore",
                fmt::format("{} is put back by the server's own means: pg_restore --clean "
                            "--if-exists --dbname=ADDRESS {}, then: dondoc verify",
                            shown_database(settings->database), file));
  }
  auto done = restore(file, settings->database);
  if (!done) return fail("restore", done.error().message);
  std::printf("%s: restored from %s\n", settings->database.c_str(), file.c_str());
  return 0;
}

}  // namespace dondoc
