// New moons: Meeus, Astronomical Algorithms (2nd ed.), ch. 49. Sun: ch. 25, with the five
// perturbations of his Astronomical Formulae for Calculators, ch. 18. Delta T: polynomials of
// Espenak and Meeus (NASA, 2006).
//
// How good that is for 1990..2199: the sun within 7.5 minutes of VSOP87, new moons within 20
// seconds plus the error of Delta T. No month begins so near to a major term that it would matter
// (nearest: 9/2033, 8.5 minutes). Delta T is a forecast: from 2054 on a few new moons within a
// minute of midnight may turn out to belong to a neighbouring day.
#include "engine/time/lunar.h"

#include <chrono>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

#include "engine/check.h"

namespace dondoc {
namespace {

constexpr int k_first_year = 1990;
constexpr int k_last_year = 2199;

constexpr double k_j2000 = 2451545.0;
constexpr double k_days_per_century = 36525.0;
constexpr double k_utc_plus_7 = 7.0 / 24.0;
constexpr double k_julian_day_of_1970 = 2440587.5;
constexpr double k_synodic_month = 29.530588861;
constexpr double k_new_moon_of_2000 = 2451550.09766;

double sin_deg(double degrees) { return std::sin(degrees * std::numbers::pi / 180.0); }
double cos_deg(double degrees) { return std::cos(degrees * std::numbers::pi / 180.0); }

/// Dynamical time minus universal time, in days.
double delta_t(double julian_day) {
  const double year = 2000.0 + (julian_day - k_j2000) / 365.25;
  const double t = year - 2000.0;
  const double parabola = -20.0 + 32.0 * std::pow((year - 1820.0) / 100.0, 2);
  double seconds = parabola;
  if (year < 2005.0) {
    seconds =
        63.86 +
        t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
  } else if (year < 2050.0) {
    seconds = 62.92 + t * (0.32217 + t * 0.005589);
  } else if (year < 2150.0) {
    seconds = parabola - 0.5628 * (2150.0 - year);
  }
  return seconds / 86400.0;
}

/// Apparent longitude of the sun in degrees, not reduced to one turn. `jde` is in dynamical time.
double sun_longitude(double jde) {
  const double t = (jde - k_j2000) / k_days_per_century;
  const double anomaly = 357.52911 + t * (35999.05029 - t * 0.0001537);
  const double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * sin_deg(anomaly) +
                        (0.019993 - t * 0.000101) * sin_deg(2 * anomaly) +
                        0.000289 * sin_deg(3 * anomaly);
  const double u = t + 1;  // centuries since 1900: the epoch of the perturbations
  const double venus =
      0.00134 * cos_deg(153.23 + 22518.7541 * u) + 0.00154 * cos_deg(216.57 + 45037.5082 * u);
  const double jupiter = 0.00200 * cos_deg(312.69 + 32964.3577 * u);
  const double moon = 0.00179 * sin_deg(350.74 + u * (445267.1142 - u * 0.00144));
  const double long_period = 0.00178 * sin_deg(231.19 + 20.20 * u);
  const double aberration_and_nutation = -0.00569 - 0.00478 * sin_deg(125.04 - 1934.136 * t);
  return 280.46646 + t * (36000.76983 + t * 0.0003032) + centre + venus + jupiter + moon +
         long_period + aberration_and_nutation;
}

struct MoonTerm {
  double days;
  int eccentricity;  ///< power of the factor for the earth's orbit
  int sun, moon, node;
};

constexpr MoonTerm k_moon_terms[] = {
    {-0.40720, 0, 0, 1, 0},   {0.17241, 1, 1, 0, 0},   {0.01608, 0, 0, 2, 0},
    {0.01039, 0, 0, 0, 2},    {0.00739, 1, -1, 1, 0},  {-0.00514, 1, 1, 1, 0},
    {0.00208, 2, 2, 0, 0},    {-0.00111, 0, 0, 1, -2}, {-0.00057, 0, 0, 1, 2},
    {0.00056, 1, 1, 2, 0},    {-0.00042, 0, 0, 3, 0},  {0.00042, 1, 1, 0, 2},
    {0.00038, 1, 1, 0, -2},   {-0.00024, 1, -1, 2, 0}, {-0.00007, 0, 2, 1, 0},
    {0.00004, 0, 0, 2, -2},   {0.00004, 0, 3, 0, 0},   {0.00003, 0, 1, 1, -2},
    {0.00003, 0, 0, 2, 2},    {-0.00003, 0, 1, 1, 2},  {0.00003, 0, -1, 1, 2},
    {-0.00002, 0, -1, 1, -2}, {-0.00002, 0, 1, 3, 0},  {0.00002, 0, 0, 4, 0},
};

struct PlanetTerm {
  double days, phase, rate;
};

constexpr PlanetTerm k_planet_terms[] = {
    {0.000325, 299.77, 0.107408},  {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
    {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
    {0.000060, 207.14, 2.453732},  {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
    {0.000042, 207.19, 0.121824},  {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
    {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
};

/// The k-th new moon, counted from that of 6 January 2000, in dynamical time.
double new_moon(int k) {
  const double n = k;
  const double t = n / 1236.85;
  const double eccentricity = 1 - t * (0.002516 + t * 0.0000074);
  const double sun = 2.5534 + 29.10535670 * n - t * t * (0.0000014 + t * 0.00000011);
  const double moon =
      201.5643 + 385.81693528 * n + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058));
  const double node =
      160.7108 + 390.67050284 * n - t * t * (0.0016118 + t * (0.00000227 - t * 0.000000011));
  const double ascending = 124.7746 - 1.56375588 * n + t * t * (0.0020672 + t * 0.00000215);
  double jde = k_new_moon_of_2000 + k_synodic_month * n +
               t * t * (0.00015437 - t * (0.000000150 - t * 0.00000000073)) -
               0.00017 * sin_deg(ascending);
  for (const MoonTerm& term : k_moon_terms) {
    jde += term.days * std::pow(eccentricity, term.eccentricity) *
           sin_deg(term.sun * sun + term.moon * moon + term.node * node);
  }
  for (const PlanetTerm& term : k_planet_terms)
    jde += term.days * sin_deg(term.phase + term.rate * n);
  return jde;
}

/// The day at UTC+7 that holds the k-th new moon: the first day of lunar month k.
LocalDate month_start(int k) {
  const double jde = new_moon(k);
  const double local = jde - delta_t(jde) + k_utc_plus_7 - k_julian_day_of_1970;
  return LocalDate::from_days(static_cast<std::int32_t>(std::floor(local)));
}

/// The lunar month that `date` falls in.
int month_of(LocalDate date) {
  const double days = date.days_since_1970() + k_julian_day_of_1970 - k_new_moon_of_2000;
  int k = static_cast<int>(std::floor(days / k_synodic_month));
  while (month_start(k) > date) --k;
  while (month_start(k + 1) <= date) ++k;
  return k;
}

/// Which twelfth of its yearly way the sun is in when `date` begins at UTC+7; 9 starts at the
/// winter solstice.
int sun_sector(LocalDate date) {
  const double midnight = date.days_since_1970() + k_julian_day_of_1970 - k_utc_plus_7;
  const double turns = sun_longitude(midnight + delta_t(midnight)) / 360.0;
  return static_cast<int>(std::floor((turns - std::floor(turns)) * 12.0));
}

/// The month of the winter solstice of a solar year.
int eleventh_month(int solar_year) {
  const std::chrono::sys_days last_day = std::chrono::year{solar_year} / 12 / 31;
  const int k = month_of(
      LocalDate::from_days(static_cast<std::int32_t>(last_day.time_since_epoch().count())));
  return sun_sector(month_start(k)) >= 9 ? k - 1 : k;
}

/// From one eleventh month up to the next: 12 months, or 13 of which one is a leap month.
struct SolsticeYear {
  int solar_year;  ///< of the first solstice
  int first;       ///< the eleventh month
  std::optional<int> leap;
};

SolsticeYear solstice_year(int solar_year) {
  const int first = eleventh_month(solar_year);
  const int next = eleventh_month(solar_year + 1);
  if (next - first == 12) return {solar_year, first, std::nullopt};
  // The leap month is the first one in which the sun enters no new twelfth (no trung khí).
  int leap = first + 1;
  while (sun_sector(month_start(leap)) != sun_sector(month_start(leap + 1))) ++leap;
  return {solar_year, first, leap};
}

/// 0 for the eleventh month, 1 for the twelfth, 2 for the first of the next lunar year …
int place_in_solstice_year(int month) { return (month + 1) % 12; }

}  // namespace

LunarDate lunar_date(LocalDate date) {
  const int solar_year = date.year();
  CHECK(solar_year >= k_first_year && solar_year <= k_last_year);
  const int k = month_of(date);
  SolsticeYear span = solstice_year(solar_year);
  if (k < span.first) span = solstice_year(solar_year - 1);

  const int place = k - span.first - (span.leap && k >= *span.leap ? 1 : 0);
  const int month = (place + 10) % 12 + 1;
  const int lunar_year = month >= 11 ? span.solar_year : span.solar_year + 1;
  return {lunar_year, month, (date - month_start(k)).count + 1, span.leap == k};
}

LocalDate solar_date(int lunar_year, int month, int day) {
  CHECK(lunar_year >= k_first_year && lunar_year <= k_last_year);
  CHECK(month >= 1 && month <= 12);
  CHECK(day >= 1 && day <= 29);
  const SolsticeYear span = solstice_year(month >= 11 ? lunar_year : lunar_year - 1);
  int k = span.first + place_in_solstice_year(month);
  if (span.leap && k >= *span.leap) ++k;
  return month_start(k) + CalendarDays{day - 1};
}

}  // namespace dondoc
