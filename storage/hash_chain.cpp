#include "storage/hash_chain.h"

#include <openssl/evp.h>

#include <string_view>

#include "engine/check.h"

namespace dondoc {
namespace {

void append_number(std::string& bytes, std::uint64_t number) {
  std::array<char, 8> little{};
  for (char& byte : little) {
    byte = static_cast<char>(number & 0xff);
    number >>= 8;
  }
  bytes.append(little.data(), little.size());
}

void append_field(std::string& bytes, std::int64_t number) {
  append_number(bytes, 8);
  append_number(bytes, static_cast<std::uint64_t>(number));
}

void append_field(std::string& bytes, std::string_view text) {
  append_number(bytes, text.size());
  bytes.append(text);
}

}  // namespace

struct HashChain::Digest {
  EVP_MD* algorithm =
      EVP_MD_fetch(nullptr, "SHA256", nullptr);  // fetched once: it costs more than hashing a row
  EVP_MD_CTX* context = EVP_MD_CTX_new();

  Digest() = default;
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;
  ~Digest() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
};

HashChain::HashChain() : digest_(std::make_unique<Digest>()) {
  CHECK(digest_->algorithm != nullptr);
  CHECK(digest_->context != nullptr);
}

HashChain::~HashChain() = default;

ChainHash HashChain::next(const ChainHash& previous, const LogRow& row) {
  bytes_.assign(reinterpret_cast<const char*>(previous.data()), previous.size());
  append_field(bytes_, row.seq);
  append_field(bytes_, row.at.ms);
  append_field(bytes_, row.subject_kind);
  append_field(bytes_, row.subject);
  append_field(bytes_, row.kind);
  append_field(bytes_, row.body);

  ChainHash hash{};
  CHECK(EVP_DigestInit_ex2(digest_->context, digest_->algorithm, nullptr) == 1);
  CHECK(EVP_DigestUpdate(digest_->context, bytes_.data(), bytes_.size()) == 1);
  CHECK(EVP_DigestFinal_ex(digest_->context, hash.data(), nullptr) == 1);
  return hash;
}

}  // namespace dondoc
