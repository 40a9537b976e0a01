// The contract of Store and Reader as tests (store_contract_*_test.cpp): each runs on every
// implementation listed in implementations.cpp. To add one, say PostgreSQL, write its
// StoreUnderTest and append it to the list.
#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/port/reader.h"
#include "engine/port/store.h"

namespace dondoc::test {

/// An empty store of its own for one test, with everything it leaves removed at the end.
class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;
  virtual Store& store() = 0;
  /// Closes the store and opens it again on what it wrote, as after a restart. References to the
  /// old one end.
  virtual void reopen() = 0;
  virtual std::unique_ptr<Reader> open_reader() = 0;
};

struct Implementation {
  std::string name;
  std::function<std::unique_ptr<StoreUnderTest>()> make;
};

const std::vector<Implementation>& implementations();

}  // namespace dondoc::test

/// Runs the rest of the test case once for each implementation: `under_test` is a fresh one.
#define ON_EVERY_STORE(under_test)                                                     \
  const auto implementation_number =                                                   \
      GENERATE(range(std::size_t{0}, dondoc::test::implementations().size()));         \
  const auto& implementation = dondoc::test::implementations()[implementation_number]; \
  INFO("store: " << implementation.name);                                              \
  const auto under_test = implementation.make()
