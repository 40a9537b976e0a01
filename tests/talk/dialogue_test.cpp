#include "bots/talk/dialogue.h"

#include <catch2/catch.hpp>

using namespace dondoc;
using namespace dondoc::talk;

namespace {

const Instant k_now{1'700'000'000'000};

Dialogue busy() {
  Dialogue dialogue;
  OpenForm form;
  form.codes = {"C22-01", "C23-01-Q4"};
  form.position = 2;
  form.figures = {{"so_cuoc", std::int64_t{3}, true}, {"diem", 92.5, false}};
  form.stage = FormStage::jump;
  form.set_aside = true;
  form.kept_until = k_now + Elapsed::hours(24);
  dialogue.form = form;
  OpenQuestion question;
  question.need = Need::text;
  question.intent.act = Act::extension;
  question.intent.codes = {"B20-01"};
  question.intent.until = LocalDate::of(2023, 11, 27);
  question.intent.text = "hai\ndòng \\n";
  question.options = {"a", "b"};
  dialogue.question = question;
  return dialogue;
}

}  // namespace

TEST_CASE("A dialogue outlasts a restart", "[talk]") {
  const Dialogue back = dialogue_of(conversation_of(busy(), k_now), k_now + Elapsed::hours(23));
  REQUIRE(back.form);
  CHECK(back.form->codes == std::vector<std::string>{"C22-01", "C23-01-Q4"});
  CHECK(back.form->position == 2);
  CHECK(back.form->figures == busy().form->figures);
  CHECK(back.form->stage == FormStage::jump);
  CHECK(back.form->set_aside);
  REQUIRE(back.question);
  CHECK(back.question->need == Need::text);
  CHECK(back.question->intent.act == Act::extension);
  CHECK(back.question->intent.until == LocalDate::of(2023, 11, 27));
  CHECK(back.question->intent.text == "hai\ndòng \\n");
  CHECK(back.question->options == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Forms set aside, files that wait and the pulse outlast a restart", "[talk]") {
  Dialogue dialogue = busy();
  OpenForm aside;
  aside.codes = {"B20-02"};
  aside.position = 4;
  aside.stage = FormStage::checking;
  aside.kept_until = k_now + Elapsed::hours(100);
  aside.figures = {{"so_cuoc", std::int64_t{-7}, false},
                   {"ty_le", 0.1, true},
                   {"kho_khan", std::string("thiếu\nkinh phí i 3"), false}};
  dialogue.aside = {aside, aside};
  dialogue.aside[1].codes = {"C22-01", "C23-01-Q4"};
  dialogue.question->intent.files = {{"telegram", "AgAD", "Báo cáo 1.pdf", 12},
                                     {"zalo_oa", "h", "", 0}};
  dialogue.file_for = "B19-01";
  dialogue.pulse = {Instant{1}, 2, 3, 4, Instant{5}, Instant{6}, Instant{7}};
  const Dialogue back = dialogue_of(conversation_of(dialogue, k_now), k_now + Elapsed::hours(1));
  REQUIRE(back.aside.size() == 2);
  CHECK(back.aside[0].codes == aside.codes);
  CHECK(back.aside[0].position == 4);
  CHECK(back.aside[0].stage == FormStage::checking);
  CHECK(back.aside[0].figures == aside.figures);
  CHECK(back.aside[1].codes == dialogue.aside[1].codes);
  CHECK(back.form->figures == dialogue.form->figures);
  CHECK(back.question->intent.files == dialogue.question->intent.files);
  CHECK(back.file_for == "B19-01");
  CHECK(back.pulse == dialogue.pulse);
  const Dialogue later = dialogue_of(conversation_of(dialogue, k_now), k_now + Elapsed::hours(99));
  CHECK_FALSE(later.form);
  CHECK_FALSE(later.question);
  CHECK(later.aside.size() == 2);
}

TEST_CASE("A dialogue is forgotten after its time", "[talk]") {
  CHECK(dialogue_of(conversation_of(busy(), k_now), k_now + Elapsed::hours(24)).empty());
}

TEST_CASE("Nothing open is a conversation without a topic", "[talk]") {
  CHECK(conversation_of(Dialogue{}, k_now).topic.empty());
  CHECK(dialogue_of(Conversation{}, k_now).empty());
}

TEST_CASE("A note that cannot be read opens nothing", "[talk]") {
  Conversation strange;
  strange.topic = "form";
  strange.note = "need\nstage nowhere\n\n  \nact fly";
  strange.expires = k_now + Elapsed::hours(1);
  CHECK_FALSE(dialogue_of(strange, k_now).form);
}
