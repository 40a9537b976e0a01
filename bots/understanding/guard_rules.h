// The rules of the guard, each file one kind. A rule answers with its name ("phone-number"), for
// the log and for `understand --explain`, never with anything of the text; empty: nothing found.
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "bots/understanding/guard_text.h"

namespace dondoc::understanding {

/// guard_secret.cpp: markings of state secrets.
std::string_view secret_rule(const GuardText& text);

/// guard_numbers.cpp: numbers of persons.
std::string_view number_rule(const GuardText& text);

enum class NameKind {
  full,     ///< a family's name and what follows
  partial,  ///< "anh Tuấn", "thằng Cu Em"
  initials  ///< "L.V.H"
};

struct Name {
  NameKind kind = NameKind::full;
  std::size_t begin = 0;  ///< without the title before it
  std::size_t end = 0;
  std::size_t title = 0;  ///< where the title begins ("anh", "đ/c"); `begin` when there is none
};

/// guard_names.cpp: names of persons in the order they stand; places called after persons are none.
std::vector<Name> names_in(const GuardText& text);

/// "sinh ngày 2/3/1990", "sn 1990": words of it; 0 when none stands at word `i`.
std::size_t birth_at(const GuardText& text, std::size_t i);
/// "28 tuổi", "17t".
std::size_t age_at(const GuardText& text, std::size_t i);
/// "ấp 4", "số nhà 12", "kp4", "thường trú thôn Đoài".
std::size_t address_at(const GuardText& text, std::size_t i);
/// A year somebody may have been born in: "1987".
bool is_birth_year(const GuardText& text, std::size_t i);

/// "phòng chống bạo lực": what the work is about; not "bị chồng bạo hành", whatever is typed.
bool is_topic_before(const GuardText& text, std::size_t i);
/// Words behind a name that may still speak of it.
inline constexpr std::size_t k_reach = 12;

/// guard_careless.cpp: somebody told by birth, age or status whose name is typed in small letters,
/// is a nickname, or is not there.
std::string_view careless_rule(const GuardText& text);

/// guard_persons.cpp: a name with birth, address, health, offence, poverty.
std::string_view person_rule(const GuardText& text, const std::vector<Name>& names);

/// guard_lists.cpp: lists of persons, and pictures or files of persons and their papers.
/// `is_file`: the text is the name or caption of something sent.
std::string_view list_rule(const GuardText& text, const std::vector<Name>& names, bool is_file);

}  // namespace dondoc::understanding
