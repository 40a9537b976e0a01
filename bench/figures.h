// What a measurement found, as it is printed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bench/extent.h"
#include "engine/result.h"

namespace dondoc::bench {

struct Figures {
  std::string name;
  std::vector<std::pair<std::string, double>> numbers;  ///< in the order they are printed
  std::vector<std::string> notes;
};

/// The value below which that share of them lies; 0 when there are none.
double percentile(const std::vector<double>& sorted, double share);

std::string as_text(const Figures& figures);
std::string as_json(const Figures& figures);

/// Durable acknowledgements through the whole loop (decide, log, state, outbox, inbox key; WAL,
/// synchronous=FULL) by 64, 128 and 256 clients, each waiting for its answer; on this disk and on
/// one that takes 5 ms a sync; beside it the plain SQLite insert rate of the same bytes in the same
/// batches. `size`: acknowledgements of each round, a multiple of 500.
Result<Figures> measure_commands(const Extent& extent);

/// `size` (20,000) reminders that fall due in the same second: how long until the last is in the
/// outbox, and that none is early, none missing and none there twice.
Result<Figures> measure_steps(const Extent& extent);

/// `size` (20,000, a multiple of 500) items of two steps, as peers are measured with.
Result<Figures> measure_work(const Extent& extent);

/// An office of `size` (100,000) open assignments: start-up, memory, disk, cost of a step and of an
/// acknowledgement, board, summary, backup and restore.
Result<Figures> measure_scale(const Extent& extent);

/// A simulated year of `size` (33) communes with 60 plans of five kinds, through engine and SQLite.
Result<Figures> measure_country(const Extent& extent);

/// A plan document of 200 pages: how many pages a second are read.
Result<Figures> measure_read();

/// A mixed list of replies, understood, and understood and answered, on one core and without the
/// store.
Result<Figures> measure_talk();

/// 1,000 officers who chat through the sandbox with the running program's parts: from the message
/// to its answer in the chat window, once writing again a second after each answer, once with a
/// message of every one of them in flight all the time.
Result<Figures> measure_chat();

/// Telegram presses by webhook at 32 connections of wrk: each decided and durable before its 200.
/// Beside it grammY on Node, where it is installed, answering the same and storing nothing. Runs in
/// the project's root for that.
Result<Figures> measure_webhook();

/// Nothing but SQLite: rows of `row_bytes` inserted in transactions of `batch` rows, synced like
/// the store's.
Result<double> plain_insert_rate(const std::string& path, std::size_t row_bytes, std::size_t batch,
                                 std::size_t rows);

}  // namespace dondoc::bench
