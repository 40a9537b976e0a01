#include "bots/zalo_oa/errors.h"

#include <algorithm>
#include <array>

#include "bots/zalo_oa/window.h"

namespace dondoc::zalo_oa {
namespace {

struct Code {
  std::int64_t number;
  ErrorClass meaning;
};

using enum ErrorClass;

// chat-apis.md §3.8, in its order. -218 (quota of one recipient) and -244 (refuses this kind) pass
// with time, so the account is not given up.
constexpr std::array k_openapi = std::to_array<Code>({
    {-216, token},         {-220, token},                                                //
    {-32, retry},          {-200, retry},         {-214, retry},         {-234, night},  //
    {-230, window},        {-232, window},                                               //
    {-218, recipient},     {-244, recipient},                                            //
    {-213, gone},          {-217, gone},          {-227, gone},          {-211, money},
    {-224, money},         {-320, money},         {-321, money},         {-201, defect},
    {-210, defect},        {-233, defect},        {-240, defect},        {-100, defect},
    {-238, defect},        {-241, defect},  //
    {-204, account},       {-205, account},       {-209, account},       {-219, account},
    {-221, account},       {-242, account},  //
    {-212, configuration}, {-223, configuration}, {-235, configuration}, {-248, configuration},
    {-249, configuration},
});

// A template or a right that is missing concerns templates alone: consultation goes on.
constexpr std::array k_business = std::to_array<Code>({
    {-124, token},          {-216, token},         {-220, token},        //
    {-100, retry},          {-32, retry},                                //
    {-133, night},          {-144, daily_quota},   {-147, daily_quota},  //
    {-108, gone},           {-110, gone},          {-114, gone},          {-118, gone},
    {-119, gone},           {-139, recipient},     {-140, recipient},     {-141, recipient},
    {-115, money},          {-126, money},         {-136, money},         {-137, money},
    {-138, money},          {-109, defect},        {-111, defect},        {-112, defect},
    {-1121, defect},        {-1122, defect},       {-1124, defect},       {-113, defect},
    {-101, configuration},  {-102, configuration}, {-103, configuration}, {-104, configuration},
    {-105, configuration},  {-117, configuration}, {-120, configuration}, {-125, configuration},
    {-127, configuration},  {-131, configuration}, {-132, configuration}, {-135, configuration},
    {-1351, configuration}, {-146, configuration}, {-1241, account},
});

template <std::size_t N>
ErrorClass find_in(const std::array<Code, N>& table, std::int64_t number) {
  auto found = std::find_if(table.begin(), table.end(),
                            [number](const Code& each) { return each.number == number; });
  return found == table.end() ? ErrorClass::unknown : found->meaning;
}

constexpr Elapsed k_back_off = Elapsed::minutes(1);
constexpr Elapsed k_disputed_night = Elapsed::minutes(30);

}  // namespace

ErrorClass class_of(Host host, std::int64_t code) {
  return host == Host::openapi ? find_in(k_openapi, code) : find_in(k_business, code);
}

SendOutcome outcome_of(ErrorClass what, Instant now) {
  SendOutcome outcome;
  switch (what) {
    case token:
    case account:
      outcome.result = SendClass::auth_dead;
      break;
    case retry:
      outcome.result = SendClass::retryable;
      outcome.retry_at = now + k_back_off;
      break;
    case night:
      outcome.result = SendClass::deferred;
      // Whose clock is right is not known: not at once again.
      outcome.retry_at = is_night(now) ? end_of_night(now) : now + k_disputed_night;
      break;
    case daily_quota:
      outcome.result = SendClass::deferred;
      outcome.retry_at = tomorrow_morning(now);
      break;
    case window:
    case recipient:
      outcome.result = SendClass::window_closed;
      break;
    case gone:
      outcome.result = SendClass::recipient_gone;
      break;
    case money:
      outcome.result = SendClass::quota_exhausted;
      break;
    case defect:
    case configuration:
    case unknown:
      outcome.result = SendClass::bad_request;
      break;
  }
  return outcome;
}

bool needs_alarm(ErrorClass what) {
  return what == money || what == defect || what == configuration || what == account ||
         what == unknown;
}

}  // namespace dondoc::zalo_oa
