// grammY, a Bot API client that is not ours, runs against the fake Telegram: by polling and by
// webhook. What it can do there, the fake speaks.
//
//   cd tests/platforms && npm ci && node grammy.mjs ../../build/dev/tests/fake_telegram
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { Api, Bot, GrammyError, HttpError, InlineKeyboard, InputFile, webhookCallback } from "grammy";

const program = process.argv[2] ?? "../../build/dev/tests/fake_telegram";
const account = 7001;
const secret = "webhook-secret_1";

const fake = spawn(program, [], { stdio: ["pipe", "pipe", "inherit"] });
const [root, token] = await new Promise((resolve, reject) => {
  fake.on("error", reject);
  createInterface({ input: fake.stdout }).once("line", (line) => resolve(line.split(" ")));
});

async function control(action, asked = {}) {
  const answer = await fetch(`${root}/_fake/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked),
  });
  assert.equal(answer.status, 200, `${action}: ${await answer.clone().text()}`);
  return answer.json();
}

/** Until it holds; the last failure when it does not within five seconds. */
async function soon(check) {
  for (let left = 500; ; --left) {
    try {
      return await check();
    } catch (failure) {
      if (left === 0) throw failure;
      await new Promise((again) => setTimeout(again, 10));
    }
  }
}

const shown = (chat = account) => control("chat", { chat: String(chat) });
const newest = async (chat) => (await shown(chat)).filter((message) => message.from_bot).at(-1);

/** A bot that answers texts, starts, presses and documents; `heard` is what it was told. */
function makeBot() {
  const heard = [];
  const bot = new Bot(token, { client: { apiRoot: root } });
  bot.command("start", (context) => {
    heard.push(`start ${context.match}`);
    return context.reply("Xin chào");
  });
  bot.callbackQuery(/^ack:/, async (context) => {
    heard.push(`press ${context.callbackQuery.data} by ${context.from.id}`);
    await context.answerCallbackQuery("Đã nhận");
    await context.editMessageReplyMarkup();
  });
  bot.on("message:document", async (context) => {
    const file = await context.getFile();
    const answer = await fetch(`${root}/file/bot${token}/${encodeURI(file.file_path)}`);
    heard.push(`document ${context.message.document.file_name}: ${await answer.text()}`);
  });
  bot.on("my_chat_member", (context) => {
    heard.push(`standing ${context.myChatMember.new_chat_member.status}`);
  });
  bot.on("edited_message:text", (context) => {
    heard.push(`edited ${context.editedMessage.text}`);
  });
  bot.on("message:text", (context) => {
    heard.push(`text ${context.message.text}`);
    return context.reply(`<b>Việc</b> ${context.message.text}`, {
      parse_mode: "HTML",
      reply_markup: new InlineKeyboard().text("Tiếp nhận", "ack:B1:n").text("Khác", "ack:B2:n"),
    });
  });
  return { bot, heard };
}

/** The same story whichever way updates come. */
async function tellStory(heard) {
  await control("start", { account: String(account), payload: "k3Jd9_x" });
  await soon(async () => assert.equal((await newest()).text, "Xin chào"));
  await control("say", { account: String(account), text: "B20-07 thế nào" });
  await soon(async () => assert.equal((await newest()).text, "Việc B20-07 thế nào"));
  const message = await newest();
  assert.equal(message.bold, "Việc");
  assert.equal(message.rows[0].length, 2);
  await control("press", { account: String(account), message: message.id, label: "Tiếp nhận" });
  await soon(async () => assert.deepEqual((await newest()).rows, []));
  assert.equal((await control("state")).press_answer, "Đã nhận");
  await control("document", {
    account: String(account), name: "báo cáo.pdf", mime: "application/pdf", content: "%PDF-1", caption: "gửi",
  });
  await control("block", { account: String(account) });
  await control("unblock", { account: String(account) });
  await soon(() => assert.deepEqual(heard, [
    "start k3Jd9_x", "text B20-07 thế nào", `press ack:B1:n by ${account}`,
    "document báo cáo.pdf: %PDF-1", "standing kicked", "standing member",
  ]));
  await soon(async () => assert.equal((await control("state")).waiting, 0));
}

async function byPolling() {
  const { bot, heard } = makeBot();
  await bot.api.setMyCommands([{ command: "viec", description: "Việc của tôi" }]);
  assert.deepEqual((await control("state")).menu, [["viec", "Việc của tôi"]]);
  let running;
  await new Promise((ready) => {
    running = bot.start({
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
      drop_pending_updates: true,
      onStart: ready,
    });
  });
  try {
    await tellStory(heard);
  } finally {
    await bot.stop();
    await running;
  }
}

async function byWebhook() {
  const { bot, heard } = makeBot();
  await bot.init();
  assert.equal(bot.botInfo.username, "dondoc_test_bot");
  const server = createServer(webhookCallback(bot, "http", { secretToken: secret }));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${server.address().port}/telegram`;
  await bot.api.setWebhook(url, { secret_token: secret, max_connections: 10 });
  assert.equal((await bot.api.getWebhookInfo()).url, url);
  await tellStory(heard);
  await assert.rejects(bot.api.getUpdates(), (error) => error.error_code === 409);

  await bot.api.setWebhook(url, { secret_token: "another-secret" });
  await control("say", { account: String(account), text: "lạ" });
  await soon(async () =>
    assert.match((await bot.api.getWebhookInfo()).last_error_message ?? "", /401/));
  assert.ok(!heard.includes("text lạ"));
  await bot.api.deleteWebhook({ drop_pending_updates: true });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

/** Errors arrive as grammY's own errors, with the fields that retry plugins read. */
async function errors() {
  const api = new Api(token, { apiRoot: root });
  const refusal = async (call) => {
    try {
      await call;
    } catch (error) {
      assert.ok(error instanceof GrammyError, String(error));
      return error;
    }
    assert.fail("not refused");
  };
  assert.match((await refusal(api.sendMessage(5, "x"))).description, /chat not found/);
  assert.match((await refusal(api.sendMessage(account, "<i>x", { parse_mode: "HTML" }))).description,
    /can't parse entities/);
  assert.match((await refusal(api.sendMessage(account, "x".repeat(4097)))).description, /too long/);
  const button = new InlineKeyboard().text("x", "đ".repeat(33));
  assert.match((await refusal(api.sendMessage(account, "x", { reply_markup: button }))).description,
    /BUTTON_DATA_INVALID/);
  await control("fail", { kind: "too_many", method: "sendMessage", retry_after: 7 });
  assert.equal((await refusal(api.sendMessage(account, "x"))).parameters.retry_after, 7);
  await control("block", { account: "7002" });
  assert.equal((await refusal(api.sendMessage(7002, "x"))).error_code, 403);
  await control("group", { chat: "-50" });
  await control("upgrade", { chat: "-50", new_chat: "-1001234567890123" });
  assert.equal((await refusal(api.sendMessage(-50, "x"))).parameters.migrate_to_chat_id,
    -1001234567890123);
  assert.equal((await refusal(new Api("1:wrong", { apiRoot: root }).getMe())).error_code, 401);
  assert.match((await refusal(api.answerCallbackQuery("1"))).description, /query is too old/);
  await control("fail", { kind: "lost_answer", method: "sendMessage" });
  await assert.rejects(api.sendMessage(account, "mất trả lời"), HttpError);
  assert.equal((await newest()).text, "mất trả lời");
}

async function files() {
  const api = new Api(token, { apiRoot: root });
  const content = Buffer.from("số liệu quý");
  // grammY writes filename=NAME without quotes; cpp-httplib, which serves the fake, reads only quoted
  // ones. The quotes are therefore part of the name here.
  const sent = await api.sendDocument(account, new InputFile(content, '"tong hop.csv"'),
    { caption: "Tổng hợp" });
  assert.equal(sent.document.file_name, "tong hop.csv");
  assert.equal((await newest()).file, "số liệu quý");
}

/** The older of two polls ends with 409. */
async function twoPollers() {
  const api = new Api(token, { apiRoot: root });
  await api.getUpdates({ offset: -1 });
  const [update] = await api.getUpdates({ offset: -1 });
  if (update) await api.getUpdates({ offset: update.update_id + 1 });
  await control("hold", { ms: 5000 });
  const older = api.getUpdates({ timeout: 30 }).then(() => "updates", (error) => error.description);
  await new Promise((later) => setTimeout(later, 100));
  await control("hold", { ms: 0 });
  await api.getUpdates({ timeout: 30 });
  assert.match(await older, /terminated by other getUpdates request/);
}

let failed = false;
for (const part of [byPolling, byWebhook, errors, files, twoPollers]) {
  try {
    await part();
    console.log(`ok      ${part.name}`);
  } catch (failure) {
    failed = true;
    console.log(`FAILED  ${part.name}`);
    console.log(failure);
  }
}
fake.stdin.end();
await new Promise((ended) => fake.on("exit", ended));
process.exit(failed ? 1 : 0);
