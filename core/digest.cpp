#include "graphwright/digest.hpp"

#include <array>
#include <memory>
#include <stdexcept>

#include <openssl/evp.h>

namespace graphwright {
namespace {

/// Computes digests with one algorithm; looking it up anew would cost more than hashing a short text.
class Digest {
 public:
  explicit Digest(const char* algorithm) : algorithm_(EVP_MD_fetch(nullptr, algorithm, nullptr)) {
    if (algorithm_ == nullptr || context_ == nullptr) fail();
  }

  std::string hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr) != 1 ||
        EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) != 1 ||
        EVP_DigestFinal_ex(context_.get(), digest.data(), &size) != 1)
      fail();
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(std::size_t{size} * 2, '0');
    for (std::size_t i = 0; i < size; ++i) {
      text[2 * i] = digits[digest[i] >> 4U];
      text[2 * i + 1] = digits[digest[i] & 15U];
    }
    return text;
  }

 private:
  [[noreturn]] static void fail() { throw std::runtime_error("the digest could not be computed"); }

  struct Free {
    void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD, Free> algorithm_;
  std::unique_ptr<EVP_MD_CTX, Free> context_{EVP_MD_CTX_new()};
};

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  thread_local Digest digest("SHA2-256");
  return digest.hex(bytes);
}

std::string sha384_hex(std::string_view bytes) {
  thread_local Digest digest("SHA2-384");
  return digest.hex(bytes);
}

}  // namespace graphwright
