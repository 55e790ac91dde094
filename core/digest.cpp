#include "graphwright/digest.hpp"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

namespace graphwright {
namespace {

std::string digest_hex(std::string_view bytes, const EVP_MD* algorithm) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, algorithm, nullptr) != 1)
    throw std::runtime_error("the digest could not be computed");
  std::string hex;
  hex.reserve(std::size_t{size} * 2);
  for (unsigned int i = 0; i < size; ++i) {
    hex += digits[digest[i] >> 4U];
    hex += digits[digest[i] & 15U];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return digest_hex(bytes, EVP_sha256()); }
std::string sha384_hex(std::string_view bytes) { return digest_hex(bytes, EVP_sha384()); }

}  // namespace graphwright
