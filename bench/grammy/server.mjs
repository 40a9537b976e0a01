// grammY behind node:http, answering presses on a button by webhook reply; nothing is stored.
// Prints its process id and port, ends by SIGTERM.
import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";

const bot = new Bot("1:measurement", {
  botInfo: { id: 1, is_bot: true, first_name: "x", username: "x_bot" },
  client: { canUseWebhookReply: (method) => method === "answerCallbackQuery" },
});
bot.on("callback_query:data", (context) => context.answerCallbackQuery("Đã tiếp nhận"));

const server = createServer(webhookCallback(bot, "http", { secretToken: process.argv[2] }));
server.listen(0, "127.0.0.1", () => console.log(`${process.pid} ${server.address().port}`));
process.on("SIGTERM", () => process.exit(0));
