#include "app/command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <string>

#include "app/access_commands.h"
#include "app/added_command.h"
#include "app/command_admin.h"
#include "app/command_bench.h"
#include "app/command_board.h"
#include "app/command_channel.h"
#include "app/command_check.h"
#include "app/command_demo.h"
#include "app/command_diagram.h"
#include "app/command_doctor.h"
#include "app/command_explain.h"
#include "app/command_export.h"
#include "app/command_file.h"
#include "app/command_invite.h"
#include "app/command_issue.h"
#include "app/command_move.h"
#include "app/command_password.h"
#include "app/command_preview.h"
#include "app/command_read.h"
#include "app/command_serve.h"
#include "app/command_simulate.h"
#include "app/command_store.h"
#include "app/command_summary.h"
#include "app/command_understand.h"
#include "app/command_units.h"
#include "app/reading_process.h"

#ifndef DONDOC_VERSION
#define DONDOC_VERSION "0.1.0"
#endif

namespace dondoc {
namespace {

void add_data(CLI::App& app, std::string& data) {
  app.add_option(
      "--data", data,
      "Folder with workflows/ and config/; without it the nearest one, or the built-in files");
}
void add_json(CLI::App& app, bool& json) {
  app.add_flag("--json", json, "Machine-readable output");
}

// --- without a store
// -------------------------------------------------------------------------------------------------

void add_check(CLI::App& app, Run& run) {
  auto [c, o] = add<CheckOptions>(app, run, "check", "Find everything wrong with the data files",
                                  "dondoc check my-plan.json", run_check);
  c->add_option("files", o->files, "Files to check; without any, the whole installation");
  add_data(*c, o->data);
  add_json(*c, o->json);
}

void add_preview(CLI::App& app, Run& run) {
  auto [c, o] = add<PreviewOptions>(
      app, run, "preview", "Show every assignment and reminder a plan will cause; nothing is sent",
      "dondoc preview workflows/plans/b-hocmon-2023.json --unit hpn-xa-dong-thanh", run_preview);
  c->add_option("plan", o->plan, "Plan file")->required();
  c->add_option("--unit", o->unit, "Only this unit");
  c->add_flag("--confirm-defaults", o->confirm_defaults,
              "As if every proposed due date had been confirmed");
  add_data(*c, o->data);
  add_json(*c, o->json);
}

void add_demo(CLI::App& app, Run& run) {
  auto [c, o] = add<DemoOptions>(app, run, "demo",
                                 "Try everything with invented people; nothing leaves this machine",
                                 "dondoc demo --story", run_demo);
  c->add_option("--port", o->port, "Port of the page; 0: any free one")
      ->check(CLI::Range(0, 65535));
  c->add_option("--at", o->at, "What the clock says at first");
  c->add_flag("--story", o->story, "Play one plan to its end in the terminal");
  add_data(*c, o->data);
}

void add_diagram(CLI::App& app, Run& run) {
  auto [c, o] = add<DiagramOptions>(app, run, "diagram", "Draw a lifecycle",
                                    "dondoc diagram assignment --format svg", run_diagram);
  c->add_option("chart", o->chart, "Which one")
      ->required()
      ->check(CLI::IsMember({"plan", "assignment"}));
  c->add_option("--format", o->format, "Form of the drawing")
      ->check(CLI::IsMember({"mermaid", "svg"}));
  add_data(*c, o->data);
}

void add_read(CLI::App& app, Run& run) {
  auto [c, o] =
      add<ReadOptions>(app, run, "read", "Read a plan document: who must do what by when, for whom",
                       "dondoc read ke-hoach.docx --json", run_read);
  c->add_option("FILE", o->file, "Document: .docx, .pdf, .txt or .md")->required();
  add_json(*c, o->json);
  c->add_option("--draft", o->draft, "Write a draft plan there, with a question for what is open");
  c->add_option("--answers", o->answers, "File with answers to the questions of the draft")
      ->needs("--draft");
  c->add_option("--annotate", o->annotate,
                "Write a page there: the document with its clauses marked");
  c->add_flag("--explain", o->explain, "Also say which rule of the grammar made each item");
}

/// Started by the program itself (app/bounded_reading.h).
void add_reading_process(CLI::App& app, Run& run) {
  auto [c, o] =
      add<ReadingProcessOptions>(app, run, k_reading_process_command,
                                 "Read the document on stdin in bounds", "", run_reading_process);
  c->group("");
  c->add_option("format", o->format)->required()->check(CLI::Range(0, 3));
  c->add_option("processor", o->processor_seconds)->required();
  c->add_option("memory", o->memory_bytes)->required();
}

void add_understand(CLI::App& app, Run& run) {
  auto [c, o] = add<UnderstandOptions>(
      app, run, "understand", "Say what replies mean: one a line in, one label a line out",
      "echo 'mai em gửi' | dondoc understand --now 2023-11-13T08:00", run_understand);
  c->add_option("--now", o->now, "The time the replies were written at; without it now");
  c->add_flag("--explain", o->explain, "Also say which rule gave what");
}

void add_bench(CLI::App& app, Run& run) {
  auto [c, o] = add<BenchOptions>(app, run, "bench", "Measure this program on this machine",
                                  "dondoc bench steps --json", run_bench);
  c->add_option("name", o->name, "What to measure: " + bench_names())->required();
  c->add_option("--database", o->database,
                "For commands, steps and work: an empty PostgreSQL database instead of SQLite");
  c->add_option("--size", o->size, "How much of it, in its own unit; see docs/performance.md")
      ->check(CLI::Range(1, 4'000'000));
  add_json(*c, o->json);
}

void add_simulate(CLI::App& app, Run& run) {
  auto [c, o] = add<SimulateOptions>(
      app, run, "simulate",
      "Play offices with everything that can fail, and check that nothing is lost",
      "dondoc simulate --seed 1 --runs 10 --faults all", run_simulate);
  c->add_option("--seed", o->seed, "Of the first run; each next run has the next one")->required();
  c->add_option("--runs", o->runs, "How many")->check(CLI::Range(1, 100'000));
  c->add_option("--days", o->days, "Virtual days with faults, of each run")
      ->check(CLI::Range(1, 4'000));
  c->add_option("--units", o->units, "Units that carry duties")->check(CLI::Range(1, 5'000));
  c->add_option("--nodes", o->nodes, "Equal nodes on one store, which die and stand still by themselves")
      ->check(CLI::Range(1, 9));
  c->add_option("--faults", o->faults, "none, all, or names divided by commas");
  c->add_option("--plant", o->plant,
                "For proof only: a bug planted around the product, which must be found");
  add_data(*c, o->data);
  add_json(*c, o->json);
}

// --- an office at work
// -----------------------------------------------------------------------------------------------

void add_serve(CLI::App& app, Run& run) {
  auto [c, o] = add<ServeOptions>(app, run, "serve", "Run the office until told to stop",
                                  "dondoc serve --config config/dondoc.json", run_serve);
  c->add_option("--config", o->config, "Configuration file")->required();
  c->add_option("--virtual-clock", o->virtual_clock,
                "For tests: stand still at this time; moved by POST /debug/clock");
}

void add_issue(CLI::App& app, Run& run) {
  auto [c, o] = add<IssueOptions>(app, run, "issue", "Put a plan into force",
                                  "dondoc issue my-plan.json", run_issue);
  c->add_option("plan", o->plan, "Plan file")->required();
  add_config(*c, o->config);
}

void add_board(CLI::App& app, Run& run) {
  auto [c, o] =
      add<BoardOptions>(app, run, "board", "Show what is owed, by whom and how late",
                        "dondoc board --plan B-HPN-HM-2023 --as-of 2023-11-27", run_board);
  c->add_option("--plan", o->plan, "Only this plan");
  c->add_option("--as-of", o->as_of, "As it stood at this date or time");
  add_config(*c, o->config);
  add_json(*c, o->json);
}

void add_explain(CLI::App& app, Run& run) {
  auto [c, o] = add<ExplainOptions>(
      app, run, "explain", "Tell the life of one assignment: decisions, reminders, what comes next",
      "dondoc explain B20-07", run_explain);
  c->add_option("code", o->code, "Code of the assignment")->required();
  add_config(*c, o->config);
  add_json(*c, o->json);
}

void add_summary(CLI::App& app, Run& run) {
  auto [c, o] =
      add<SummaryOptions>(app, run, "summary", "Write the summary of a plan's reports",
                          "dondoc summary B-HPN-HM-2023 --out tong-hop.docx", run_summary);
  c->add_option("plan", o->plan, "Id of the plan")->required();
  c->add_option("--period", o->period, "Reporting period; without it the only one, or the last");
  c->add_option(
       "--out", o->out,
       "File to write, by its ending .docx .xlsx .csv .ics .json or text; - for the terminal")
      ->required();
  add_config(*c, o->config);
  add_json(*c, o->json);
}

void add_doctor(CLI::App& app, Run& run) {
  auto [c, o] = add<DoctorOptions>(
      app, run, "doctor",
      "List what would be forgotten: no next step, officer or lead; changes and webhooks that fail",
      "dondoc doctor --json", run_doctor);
  add_config(*c, o->config);
  add_json(*c, o->json);
}

// --- the store
// -------------------------------------------------------------------------------------------------------

struct StoreOptions {
  std::string config;
  std::string file;
  bool json = false;
};

void add_store_commands(CLI::App& app, Run& run) {
  auto [verify, v] = add<StoreOptions>(
      app, run, "verify", "Check that nothing stored was changed or lost", "dondoc verify",
      [](const StoreOptions& o) { return run_verify(o.config, o.json); });
  add_config(*verify, v->config);
  add_json(*verify, v->json);
  auto [backup, b] =
      add<StoreOptions>(app, run, "backup", "Copy the database to a new file, while it works",
                        "dondoc backup friday.db",
                        [](const StoreOptions& o) { return run_backup(o.config, o.file); });
  backup->add_option("file", b->file, "File that does not exist yet")->required();
  add_config(*backup, b->config);
  auto [restore, r] = add<StoreOptions>(
      app, run, "restore", "Check a backup and put it in the place of the database",
      "dondoc restore friday.db",
      [](const StoreOptions& o) { return run_restore(o.config, o.file); });
  restore->add_option("file", r->file, "Backup file")->required();
  add_config(*restore, r->config);
  auto [migrate, m] = add<StoreOptions>(
      app, run, "migrate", "Make the database, or bring it to this version", "dondoc migrate",
      [](const StoreOptions& o) { return run_migrate(o.config); });
  add_config(*migrate, m->config);
  auto [move, to] =
      add<MoveOptions>(app, run, "move", "Copy the office into another, empty database",
                       "dondoc move --from sqlite:var/dondoc.db --to postgresql://dondoc@db1/dondoc",
                       [](const MoveOptions& o) { return run_move(o); });
  move->add_option("--from", to->from, "sqlite:FILE or postgresql://…; nobody may use it")
      ->required();
  move->add_option("--to", to->to, "sqlite:FILE or postgresql://…; made, or empty")->required();
}

// --- administration
// --------------------------------------------------------------------------------------------------

CLI::App& add_import(CLI::App& admin, Run& run, const char* things, ImportKind kind) {
  CLI::App* group = admin.add_subcommand(things, std::string("The list of ") + things);
  group->require_subcommand(1);
  const std::string example =
      std::string("dondoc admin ") + things + " import " + things + ".csv --dry-run";
  auto [c, o] = add<ImportOptions>(
      *group, run, "import", "Add or change them from a .json, .csv or .xlsx file, all or none",
      example.c_str(), run_admin_import);
  o->kind = kind;
  c->add_option("file", o->file, "The file")->required();
  c->add_flag("--dry-run", o->dry_run, "Only say what would change");
  add_config(*c, o->config);
  return *group;
}

void add_unit_changes(CLI::App& units, Run& run) {
  auto [change, o] = add<UnitsChangeOptions>(
      units, run, "change", "Merge, split, rename, abolish or place units, by a file",
      "dondoc admin units change sap-nhap.json --dry-run", run_admin_units_change);
  change->add_option("file", o->file, "The file (workflows/schema/reorganisation.schema.json)")
      ->required();
  change->add_flag("--dry-run", o->dry_run, "Only say what would move");
  add_config(*change, o->config);
  auto [drop, d] = add<UnitsDropOptions>(
      units, run, "drop", "Take back a change that has not taken effect",
      "dondoc admin units drop sap-nhap-2027 --reason 'CV 12/UBND'", run_admin_units_drop);
  drop->add_option("id", d->id, "Id of the change")->required();
  drop->add_option("--reason", d->reason, "Why; kept in the log")->required();
  add_config(*drop, d->config);
  auto [find, f] =
      add<UnitsFindOptions>(units, run, "find", "Find units by a name of today or of the past",
                            "dondoc admin units find 'xã Mỹ Ngãi'", run_admin_units_find);
  find->add_option("words", f->words, "Part of the name, with or without accents")->required();
  add_config(*find, f->config);
}

void add_leave(CLI::App& persons, Run& run) {
  auto [c, o] = add<LeaveOptions>(
      persons, run, "leave", "Somebody leaves: duties, roles and standing in go to another",
      "dondoc admin persons leave cb-cu --to cb-moi --reason 'nghỉ hưu'", run_admin_persons_leave);
  c->add_option("person", o->person, "Id of who leaves")->required();
  c->add_option("--to", o->to, "Id of who takes over; without it, when others of the unit can");
  c->add_option("--reason", o->reason, "Why; kept in the log")->required();
  add_config(*c, o->config);
}

void add_calendar(CLI::App& admin, Run& run) {
  CLI::App* group = admin.add_subcommand("calendar", "Working days and holidays");
  group->require_subcommand(1);
  auto [c, o] = add<CalendarOptions>(
      *group, run, "set", "Set a year and move the due dates it touches",
      "dondoc admin calendar set vn-2026.json --reason 'TB 123/TB-BNV' --dry-run",
      run_admin_calendar);
  c->add_option("file", o->file, "Calendar file of one year")->required();
  c->add_option("--reason", o->reason, "Why, or by which document; kept in the log")->required();
  c->add_flag("--dry-run", o->dry_run, "Only say what would move");
  add_config(*c, o->config);
}

Added<ExportOptions> add_one_export(CLI::App& group, Run& run, ExportSubject subject,
                                    const char* name, const char* what, const char* example) {
  auto added = add<ExportOptions>(group, run, name, what, example, run_admin_export);
  added.options->subject = subject;
  added.app->add_option("--out", added.options->out, "File to write")->required();
  add_config(*added.app, added.options->config);
  return added;
}

void add_exports(CLI::App& admin, Run& run) {
  CLI::App* group = admin.add_subcommand("export", "Board, log, deadlines, reminders as files");
  group->require_subcommand(1);
  auto [board, b] = add_one_export(*group, run, ExportSubject::board, "board", "The board as .csv",
                                   "dondoc admin export board --out bang.csv");
  board->add_option("--plan", b->plan, "Only this plan");
  add_one_export(*group, run, ExportSubject::log, "log", "The log as .csv",
                 "dondoc admin export log --out nhat-ky.csv");
  auto [feed, f] = add_one_export(*group, run, ExportSubject::deadlines, "deadlines",
                                  "The deadlines of a unit or a person as .ics",
                                  "dondoc admin export deadlines --unit xa-mau --out han.ics");
  auto* whose = feed->add_option_group("whose", "One of");
  whose->add_option("--unit", f->unit, "Id of the unit");
  whose->add_option("--person", f->person, "Id of the person");
  whose->require_option(1);
  auto [proof, p] = add_one_export(*group, run, ExportSubject::proof, "proof",
                                   "What was sent about one duty, and what came back, as .docx",
                                   "dondoc admin export proof B20-07 --out nhac-viec.docx");
  proof->add_option("code", p->code, "Code of the assignment")->required();
  auto [slip, s] = add_one_export(*group, run, ExportSubject::slip, "slip",
                                  "A slip for a unit that no channel reaches, as .docx",
                                  "dondoc admin export slip B-HPN-HM-2023 xa-mau --out phieu.docx");
  slip->add_option("plan", s->plan, "Id of the plan")->required();
  slip->add_option("unit", s->unit, "Id of the unit")->required();
}

void add_question(CLI::App& admin, Run& run) {
  CLI::App* group = admin.add_subcommand("question", "Open questions of a plan");
  group->require_subcommand(1);
  auto [c, o] = add<QuestionOptions>(*group, run, "confirm", "Answer a question of a plan",
                                     "dondoc admin question confirm B-HPN-HM-2023 B-Q1 --default",
                                     run_admin_question);
  c->add_option("plan", o->plan, "Id of the plan")->required();
  c->add_option("question", o->question, "Id of the question")->required();
  auto* answer = c->add_option_group("answer", "One of");
  answer->add_flag("--default", o->use_default, "Take the proposed answer, with its due dates");
  answer->add_option("--text", o->text, "Answer in words");
  answer->require_option(1);
  add_config(*c, o->config);
}

void add_file(CLI::App& admin, Run& run) {
  auto [c, o] = add<FileOptions>(admin, run, "file", "Hand out a file that was sent in the chat",
                                 "dondoc admin file B20-07 1 --out bao-cao.pdf", run_admin_file);
  c->add_option("code", o->code, "Code of the assignment")->required();
  c->add_option("number", o->number, "Number of the file, as dondoc explain says")->required();
  c->add_option("--out", o->out, "Where it is written")->required();
  add_config(*c, o->config);
}

void add_invite(CLI::App& admin, Run& run) {
  auto [c, o] = add<InviteOptions>(
      admin, run, "invite", "Make a one-time code that binds a chat account to a person",
      "dondoc admin invite cb-xa-dong-thanh --channel telegram", run_admin_invite);
  auto* whom = c->add_option_group("whom", "One of");
  whom->add_option("person", o->whom.persons, "Id of the person, or of several");
  whom->add_option("--unit", o->whom.unit,
                   "Everyone of this unit and the units below who has no account yet");
  whom->add_flag("--all", o->whom.all, "Everyone who has no account yet");
  whom->require_option(1);
  c->add_option("--sheet", o->sheet,
                "HTML file to print: a card for each, with a QR code; readable by its owner alone");
  c->add_option("--channel", o->channel, "Only on this channel")
      ->check(CLI::IsMember({"zalo_oa", "zalo_bot", "telegram"}));
  c->add_flag("--json", o->json, "Machine-readable output");
  add_config(*c, o->config);
}

void add_password(CLI::App& admin, Run& run) {
  CLI::App* group = admin.add_subcommand("password", "Who administers the pages");
  group->require_subcommand(1);
  auto [c, o] = add<PasswordOptions>(
      *group, run, "set", "Give a person a password for the pages; it is read from stdin",
      "dondoc admin password set ld-xa-dong-thanh < password.txt", run_admin_password);
  c->add_option("person", o->person, "Id of the person, or 'administrator'")->required();
  add_config(*c, o->config);
}

void add_channel(CLI::App& admin, Run& run) {
  CLI::App* group = admin.add_subcommand("channel", "The office's accounts on the chat platforms");
  group->require_subcommand(1);
  auto [check, o] =
      add<ChannelOptions>(*group, run, "check", "How each platform stands: webhook, tokens, quota",
                          "dondoc admin channel check", run_admin_channel_check);
  check->add_flag("--json", o->json, "Machine-readable output");
  add_config(*check, o->config);
  auto [consent, p] =
      add<ConsentOptions>(*group, run, "consent", "Give access to a Zalo Official Account anew",
                          "dondoc admin channel consent zalo_oa CODE", run_admin_channel_consent);
  consent->add_option("channel", p->channel, "zalo_oa")->required();
  consent->add_option("code", p->code, "The code that Zalo gave; without it: what to do first");
  add_config(*consent, p->config);
}

void add_admin(CLI::App& app, Run& run) {
  CLI::App* admin =
      app.add_subcommand("admin", "Directory, accounts, channels, calendar and open questions");
  admin->footer("Example: dondoc admin units import units.csv --dry-run");
  admin->require_subcommand(1);
  add_unit_changes(add_import(*admin, run, "units", ImportKind::units), run);
  add_leave(add_import(*admin, run, "persons", ImportKind::persons), run);
  add_invite(*admin, run);
  add_password(*admin, run);
  add_access_commands(*admin, run);
  add_channel(*admin, run);
  add_calendar(*admin, run);
  add_question(*admin, run);
  add_file(*admin, run);
  add_exports(*admin, run);
}

constexpr void (*k_commands[])(CLI::App&, Run&) = {
    add_check, add_preview, add_read,    add_understand,      add_demo,    add_serve,
    add_issue, add_board,   add_explain, add_summary,         add_doctor,  add_store_commands,
    add_bench, add_diagram, add_admin,   add_reading_process, add_simulate};

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App app{"Đôn Đốc: follows up what administrative plans ask of units, from issue to summary",
               "dondoc"};
  app.footer("Example: dondoc demo --story\n`dondoc COMMAND --help` tells more about a command.");
  app.set_version_flag("--version", std::string("dondoc ") + DONDOC_VERSION);
  app.require_subcommand(1);
  Run run;
  for (auto add_command : k_commands) add_command(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  try {
    return run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dondoc: %s\n", error.what());
    return 1;
  }
}

}  // namespace dondoc
