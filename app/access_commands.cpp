#include "app/access_commands.h"

#include <CLI/Validators.hpp>

#include "app/command_token.h"
#include "app/command_webhook.h"

namespace dondoc {
namespace {

void add_token(CLI::App& admin, Run& run) {
  CLI::App* group = admin.add_subcommand("token", "Tokens of programs for /api/v1");
  group->require_subcommand(1);
  auto [create, c] = add<TokenCreateOptions>(
      *group, run, "create", "Make a token for a person, or for 'administrator'; shown once",
      "dondoc admin token create ld-hoc-mon --scope read --scope act --days 90",
      run_admin_token_create);
  create->add_option("person", c->person, "Id of the person, or 'administrator'")->required();
  create->add_option("--scope", c->scopes, "What it may be used for; again for each")
      ->required()
      ->check(CLI::IsMember({"read", "act", "summary", "events", "issue"}));
  create->add_option("--days", c->days, "Valid so long; without it until it is revoked")
      ->check(CLI::Range(1, 3650));
  create->add_option("--name", c->name, "What it is for");
  add_config(*create, c->config);
  auto [list, l] = add<TokenListOptions>(*group, run, "list", "Tokens and calendar addresses",
                                         "dondoc admin token list", run_admin_token_list);
  list->add_option("--person", l->person, "Only hers");
  add_config(*list, l->config);
  auto [revoke, r] = add<TokenRevokeOptions>(
      *group, run, "revoke", "A token or calendar address opens nothing any more",
      "dondoc admin token revoke 1f3c5a7b9d", run_admin_token_revoke);
  revoke->add_option("id", r->id, "As dondoc admin token list says")->required();
  add_config(*revoke, r->config);
}

void add_webhook(CLI::App& admin, Run& run) {
  CLI::App* group = admin.add_subcommand("webhook", "Who is told of what happens in the office");
  group->require_subcommand(1);
  auto [one, o] = add<WebhookAddOptions>(
      *group, run, "add", "Tell an address of events, signed; id and secret are shown once",
      "dondoc admin webhook add https://example.gov.vn/hook --kind submitted --kind accepted",
      run_admin_webhook_add);
  one->add_option("url", o->url, "https://…")->required();
  one->add_option("--kind", o->kinds, "Only this kind of event; again for each");
  one->add_option("--unit", o->unit, "Only this unit and the units below it");
  one->add_flag("--allow-private", o->allow_private,
                "Its address may be this machine or a private network, and plain http");
  add_config(*one, o->config);
  auto [list, l] = add<WebhookOptions>(*group, run, "list", "All of them and how they fare",
                                       "dondoc admin webhook list", run_admin_webhook_list);
  add_config(*list, l->config);
  const auto by_id = [&](const char* name, const char* what, const char* example,
                         int (*command)(const WebhookOptions&)) {
    auto [c, options] = add<WebhookOptions>(*group, run, name, what, example, command);
    c->add_option("id", options->id, "As dondoc admin webhook list says")->required();
    add_config(*c, options->config);
  };
  by_id("remove", "Tell it nothing any more", "dondoc admin webhook remove w1f3c5a",
        run_admin_webhook_remove);
  by_id("resume", "Try one that was paused again", "dondoc admin webhook resume w1f3c5a",
        run_admin_webhook_resume);
  by_id("test", "Send it a signed message of type ping", "dondoc admin webhook test w1f3c5a",
        run_admin_webhook_test);
}

}  // namespace

void add_access_commands(CLI::App& admin, Run& run) {
  add_token(admin, run);
  add_webhook(admin, run);
}

}  // namespace dondoc
