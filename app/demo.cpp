#include "app/demo.h"

#include "app/demo_office.h"
#include "app/pages.h"
#include "bots/talk/talk.h"
#include "engine/codec/plan_codec.h"
#include "engine/notice/facts.h"
#include "storage/open.h"
#include "storage/sqlite/sqlite_store.h"

namespace dondoc {

Demo::Demo(const Definitions& definitions, Zone zone, Instant start, std::string database)
    : definitions_(definitions),
      zone_(zone),
      database_(database.empty() ? folder_.file("demo.db") : std::move(database)),
      clock_(start),
      link_key_(fresh_link_key()),
      interpreter_(make_talk({link_key_, [this] {
                                const std::lock_guard lock(pages_mutex_);
                                return pages_;
                              }})) {}

void Demo::pages_are_at(std::string address) {
  const std::lock_guard lock(pages_mutex_);
  pages_ = std::move(address);
}

Result<void> Demo::start() {
  SqliteOptions options;
  options.sync = Sync::none;  // the folder vanishes with the demo
  auto store =
      is_on_server(database_) ? open_store(database_) : open_sqlite_store(database_, options);
  if (!store) return tl::unexpected(store.error());
  store_ = std::move(*store);
  runtime_ = std::make_unique<Runtime>(Runtime::Parts{
      definitions_, zone_, *store_, interpreter_.get(), clock_, &clock_, {Outlet{&sandbox_}}});
  return runtime_->start();
}

Result<void> Demo::issue(const std::string& document) {
  Faults faults("plan");
  auto plan = decode_plan(document, faults);
  if (!plan) return failure(ErrorKind::permanent, fault_lines(faults.list()));
  auto commands = people_of_demo(*plan);
  commands.push_back(Command{"ld-" + plan->issuer, "", IssuePlan{document}});
  for (Command& command : commands) {
    auto answer = runtime_->ask(std::move(command));
    if (!answer) return tl::unexpected(answer.error());
    if (answer->kind == AnswerKind::refused)
      return failure(ErrorKind::permanent,
                     plan->id + ": " + in_words(definitions_, answer->refusal.why, "vi"));
  }
  return {};
}

std::vector<const DataFile*> plan_files(const DataFiles& data) {
  std::vector<const DataFile*> plans;
  for (const DataFile& file : data.files) {
    if (file.name.find("workflows/plans/") != std::string::npos) plans.push_back(&file);
  }
  return plans;
}

}  // namespace dondoc
