#include "tests/intake/reading_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/text/vietnamese.h"
#include "intake/reading_json.h"

namespace dondoc::intake_tests {
namespace {

using Json = nlohmann::json;

std::set<std::string> words(const Json& text) {
  std::set<std::string> found;
  if (!text.is_string()) return found;
  std::string word;
  for (char c : fold(text.get<std::string>()) + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
    } else if (!word.empty() && byte < 0x80) {
      found.insert(word);
      word.clear();
    }
  }
  return found;
}

/// At least half of the shorter one's words stand in the other.
bool overlap(const Json& a, const Json& b) {
  const auto left = words(a), right = words(b);
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  return !left.empty() && !right.empty() && both.size() * 2 >= std::min(left.size(), right.size());
}

bool is_open(const Json& due) {
  return !due.contains("every") && !due.contains("date") && !due.contains("month");
}

std::string rule_of(const Json& deadline) {
  const Json& due = deadline.at("due");
  if (due.contains("every")) {
    return fmt::format("every {} {} {}", due.at("every").get<std::string>(),
                       due.value("day", Json()).dump(), due.value("month", Json()).dump());
  }
  if (due.contains("date")) return "date " + due.at("date").get<std::string>();
  if (due.contains("month")) return "month " + due.at("month").get<std::string>();
  return "open";
}

using Fits = std::function<bool(const Json&, const Json&)>;
struct Pairs {
  std::vector<std::pair<Json, Json>> found;
  std::vector<Json> missed, invented;
};

Pairs paired(const std::vector<Json>& want, std::vector<Json> got, const Fits& fits) {
  Pairs pairs;
  for (const Json& one : want) {
    const auto match =
        std::find_if(got.begin(), got.end(), [&](const Json& other) { return fits(one, other); });
    if (match == got.end()) {
      pairs.missed.push_back(one);
      continue;
    }
    pairs.found.emplace_back(one, *match);
    got.erase(match);
  }
  pairs.invented = std::move(got);
  return pairs;
}

void count(Share& share, std::size_t hits, std::size_t wanted, std::size_t got) {
  share.hits += static_cast<int>(hits);
  share.wanted += static_cast<int>(wanted);
  share.got += static_cast<int>(got);
}

class Scorer {
 public:
  Scorer(Score& score, std::string name) : score_(score), name_(std::move(name)) {}

  void deadlines(const Json& want, const Json& got) {
    std::vector<Json> dated, open, soft, got_dated, got_open;
    for (const Json& one : want) {
      (is_open(one.at("due")) ? (one.value("soft", false) ? soft : open) : dated).push_back(one);
    }
    for (const Json& one : got) (is_open(one.at("due")) ? got_open : got_dated).push_back(one);
    const auto same_place = [](const Json& a, const Json& b) {
      return overlap(a.at("quote"), b.at("quote"));
    };
    const Pairs pairs = paired(dated, got_dated, [&](const Json& a, const Json& b) {
      return rule_of(a) == rule_of(b) && same_place(a, b);
    });
    count(score_.dated, pairs.found.size(), dated.size(), got_dated.size());
    for (const auto& [a, b] : pairs.found) {
      party(score_.who, "who", a, b);
      party(score_.to, "to", a, b);
    }
    for (const Json& one : pairs.missed) fault("missed " + rule_of(one), one);
    for (const Json& one : pairs.invented) fault("invented " + rule_of(one), one);
    const Pairs opens = paired(open, got_open, same_place);
    const Pairs softs = paired(soft, opens.invented, same_place);  // may be given or left out
    count(score_.open, opens.found.size(), open.size(), opens.found.size() + softs.invented.size());
    for (const Json& one : opens.missed) fault("missed open", one);
    for (const Json& one : softs.invented) fault("invented open", one);
  }

  void figures(Share& share, const char* what, const Json& want, const Json& got,
               const Fits& fits) {
    const Pairs pairs = paired(want, got, fits);
    count(share, pairs.found.size(), want.size(), got.size());
    for (const Json& one : pairs.missed) fault(std::string("missed ") + what, one);
    for (const Json& one : pairs.invented) fault(std::string("invented ") + what, one);
  }

  void head(const Json& want, const Json& got) {
    for (const char* key : {"number", "date", "issuer", "title"}) {
      const Json a = want.value(key, Json()), b = got.value(key, Json());
      const bool name = key == std::string_view("issuer") || key == std::string_view("title");
      const bool right =
          a.is_null() ? b.is_null() : words(a) == words(b) || (name && overlap(a, b));
      count(score_.head, right ? 1 : 0, 1, 1);
      if (!right)
        score_.faults.push_back(fmt::format("{}: {} {} but {}", name_, key, a.dump(), b.dump()));
    }
  }

 private:
  void party(Share& share, const char* key, const Json& want, const Json& got) {
    const Json a = want.value(key, Json());
    if (!a.is_string()) return;
    const bool right = overlap(a, got.value(key, Json()));
    count(share, right ? 1 : 0, 1, 1);
    if (!right) {
      fault(fmt::format("{} {} but {}:", key, a.dump(), got.value(key, Json()).dump()), want);
    }
  }

  void fault(const std::string& what, const Json& one) {
    score_.faults.push_back(name_ + ": " + what + " " +
                            one.at("quote").get<std::string>().substr(0, 120));
  }

  Score& score_;
  std::string name_;
};

std::string whole_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

double Share::f1() const {
  if (wanted == 0 && got == 0) return 1;
  const double sum = precision() + recall();
  return hits == 0 || sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

std::string Score::text() const {
  std::string text = fmt::format(
      "{} documents: dated {:.3f} (p {:.2f} r {:.2f}) open {:.3f} targets {:.3f} budget {:.3f} "
      "head {:.3f} who {:.3f} to {:.3f}\n",
      documents, dated.f1(), dated.precision(), dated.recall(), open.f1(), targets.f1(),
      budget.f1(), head.recall(), who.recall(), to.recall());
  for (const std::string& fault : faults) text += fault + '\n';
  return text;
}

SourceDocument lines_of(const std::string& text) {
  auto document = read_source(text, SourceFormat::text);
  return document ? std::move(*document) : SourceDocument{};
}

void add_score(Score& score, const std::string& name, const PlanReading& reading,
               const std::string& json) {
  const Json want = Json::parse(json), got = Json::parse(reading_json(reading, Explaining::off));
  Scorer scorer(score, name);
  ++score.documents;
  scorer.head(want.at("document"), got.at("document"));
  scorer.deadlines(want.at("deadlines"), got.at("deadlines"));
  scorer.figures(
      score.targets, "target", want.at("targets"), got.at("targets"),
      [](const Json& a, const Json& b) {
        return a.at("value").get<double>() == b.at("value").get<double>() &&
               (a.at("unit") == b.at("unit") || words(a.at("unit")) == words(b.at("unit"))) &&
               overlap(a.at("quote"), b.at("quote"));
      });
  scorer.figures(
      score.budget, "amount", want.at("budget"), got.at("budget"),
      [](const Json& a, const Json& b) { return a.at("amount_vnd") == b.at("amount_vnd"); });
}

Score score_of_folder(const std::string& folder) {
  Score score;
  std::vector<std::filesystem::path> labels;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") labels.push_back(entry.path());
  }
  std::sort(labels.begin(), labels.end());
  for (const auto& label : labels) {
    auto text = label;
    text.replace_extension(".txt");
    if (!std::filesystem::exists(text)) continue;
    add_score(score, label.stem().string(), read_plan(lines_of(whole_text(text))),
              whole_text(label));
  }
  return score;
}

}  // namespace dondoc::intake_tests
