#include "app/vault.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <thread>

#include "app/temporary_folder.h"

using namespace dondoc;

namespace {

struct Folder : TemporaryFolder {
  std::string key() const { return file("vault.key"); }
};

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
  ::chmod(path.c_str(), 0600);
}

/// What lies in the store, open to the test.
struct Shelf : SecretStore {
  std::map<std::string, std::string, std::less<>> bytes;
  bool broken = false;

  Result<std::optional<std::string>> load(std::string_view name) override {
    if (broken) return failure(ErrorKind::transient, "busy");
    const auto found = bytes.find(name);
    if (found == bytes.end()) return std::nullopt;
    return found->second;
  }
  Result<void> save(std::string_view name, const std::string& sealed) override {
    if (broken) return failure(ErrorKind::transient, "busy");
    bytes[std::string(name)] = sealed;
    return {};
  }
  StoreVault vault(const std::string& key) { return {VaultKey::open(key).value(), *this}; }
};

const std::string k_pair = R"({"access":"abc","refresh":"geheim"})";

}  // namespace

TEST_CASE("what is put into the vault comes out of it, also after a restart") {
  Folder folder;
  Shelf shelf;
  CHECK_FALSE(shelf.vault(folder.key()).load("zalo_oa").value());
  REQUIRE(shelf.vault(folder.key()).save("zalo_oa", k_pair));
  REQUIRE(shelf.vault(folder.key()).save("empty", ""));
  CHECK(shelf.vault(folder.key()).load("zalo_oa").value() == k_pair);
  CHECK(shelf.vault(folder.key()).load("empty").value() == std::string());
  CHECK_FALSE(shelf.vault(folder.key()).load("other").value());
}

TEST_CASE("the store never sees a secret, nor twice the same bytes") {
  Folder folder;
  Shelf shelf;
  StoreVault vault = shelf.vault(folder.key());
  std::set<std::string> seen;
  for (int i = 0; i < 20; ++i) {
    REQUIRE(vault.save("zalo_oa", k_pair));
    CHECK(shelf.bytes["zalo_oa"].find("geheim") == std::string::npos);
    seen.insert(shelf.bytes["zalo_oa"]);
  }
  CHECK(seen.size() == 20);
}

TEST_CASE("another key opens nothing, and the reason names the secret and not its content") {
  Folder folder;
  Shelf shelf;
  REQUIRE(shelf.vault(folder.key()).save("zalo_oa", k_pair));
  const auto opened = shelf.vault(folder.key() + "2").load("zalo_oa");
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::corrupt);
  CHECK(opened.error().message.find("zalo_oa") != std::string::npos);
  CHECK(opened.error().message.find("geheim") == std::string::npos);
}

TEST_CASE("one changed byte, a missing one or one too many is found") {
  Folder folder;
  Shelf shelf;
  StoreVault vault = shelf.vault(folder.key());
  REQUIRE(vault.save("zalo_oa", k_pair));
  const std::string good = shelf.bytes["zalo_oa"];
  for (std::size_t i = 0; i < good.size(); ++i) {
    shelf.bytes["zalo_oa"] = good;
    shelf.bytes["zalo_oa"][i] = static_cast<char>(good[i] ^ 1);
    CHECK_FALSE(vault.load("zalo_oa"));
    shelf.bytes["zalo_oa"] = good.substr(0, i);
    CHECK_FALSE(vault.load("zalo_oa"));
  }
  shelf.bytes["zalo_oa"] = good + "x";
  CHECK(vault.load("zalo_oa").error().kind == ErrorKind::corrupt);
  shelf.bytes["zalo_oa"] = good;
  CHECK(vault.load("zalo_oa").value() == k_pair);
}

TEST_CASE("secrets that were exchanged for each other do not open") {
  Folder folder;
  Shelf shelf;
  StoreVault vault = shelf.vault(folder.key());
  REQUIRE(vault.save("zalo_oa", "one"));
  REQUIRE(vault.save("zalo_bot", "two"));
  std::swap(shelf.bytes["zalo_oa"], shelf.bytes["zalo_bot"]);
  CHECK_FALSE(vault.load("zalo_oa"));
  CHECK_FALSE(vault.load("zalo_bot"));
}

TEST_CASE("failures of the store are passed on, and what is too long is refused") {
  Folder folder;
  Shelf shelf;
  StoreVault vault = shelf.vault(folder.key());
  CHECK(vault.save("a", std::string(StoreVault::k_secret_bytes, 'x')));
  CHECK(vault.save("a", std::string(StoreVault::k_secret_bytes + 1, 'x')).error().kind ==
        ErrorKind::permanent);
  shelf.broken = true;
  CHECK(vault.save("a", "b").error().kind == ErrorKind::transient);
  CHECK(vault.load("a").error().kind == ErrorKind::transient);
}

TEST_CASE("the key is made once, for its owner alone, whatever the umask") {
  Folder folder;
  const mode_t before = ::umask(0);
  REQUIRE(VaultKey::open(folder.key()));
  ::umask(before);
  struct stat about {};
  REQUIRE(::stat(folder.key().c_str(), &about) == 0);
  CHECK((about.st_mode & 07777) == 0600);
  CHECK(about.st_nlink == 1);
  const std::string key = content(folder.key());
  CHECK(key.size() == VaultKey::k_bytes);
  CHECK(key != std::string(VaultKey::k_bytes, '\0'));
  REQUIRE(VaultKey::open(folder.key()));
  CHECK(content(folder.key()) == key);
  // Nothing else is left behind.
  std::size_t files = 0;
  for (const auto& each : std::filesystem::directory_iterator(folder.path())) {
    CHECK(each.path() == folder.key());
    ++files;
  }
  CHECK(files == 1);
}

TEST_CASE("two that start at once get the same key") {
  Folder folder;
  Shelf shelf;
  std::vector<std::thread> threads;
  std::vector<std::string> keys(4);
  for (std::string& each : keys)
    threads.emplace_back([&] {
      const auto key = VaultKey::open(folder.key());
      if (key) each.assign(reinterpret_cast<const char*>(key->data()), VaultKey::k_bytes);
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& each : keys) CHECK(each == content(folder.key()));
}

TEST_CASE("a key that others may read is refused with what to do") {
  Folder folder;
  REQUIRE(VaultKey::open(folder.key()));
  const mode_t mode = GENERATE(0640, 0604, 0660, 0610, 0777);
  ::chmod(folder.key().c_str(), mode);
  const auto key = VaultKey::open(folder.key());
  REQUIRE_FALSE(key);
  CHECK(key.error().kind == ErrorKind::permanent);
  CHECK(key.error().message.find("chmod 600") != std::string::npos);
  CHECK(key.error().message.find(folder.key()) != std::string::npos);
}

TEST_CASE("a key of another length, a link or a folder is refused and not replaced") {
  Folder folder;
  for (std::size_t length : {0, 1, 31, 33}) {
    write(folder.key(), std::string(length, 'k'));
    const auto key = VaultKey::open(folder.key());
    REQUIRE_FALSE(key);
    CHECK(key.error().kind == ErrorKind::corrupt);
    CHECK(content(folder.key()).size() == length);
  }
  std::filesystem::remove(folder.key());
  write(folder.path() + "/elsewhere", std::string(VaultKey::k_bytes, 'k'));
  std::filesystem::create_symlink(folder.path() + "/elsewhere", folder.key());
  CHECK_FALSE(VaultKey::open(folder.key()));
  std::filesystem::remove(folder.key());
  std::filesystem::create_directory(folder.key());
  CHECK_FALSE(VaultKey::open(folder.key()));
  CHECK(VaultKey::open(folder.path() + "/no/such/folder/key").error().kind == ErrorKind::permanent);
}
