#include "graphwright/text_decoder.hpp"

#include <array>
#include <string_view>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace graphwright {

struct TextDecoder::Converter {
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> icu;
};

TextDecoder::TextDecoder(std::unique_ptr<Converter> converter) : converter_(std::move(converter)) {}
TextDecoder::~TextDecoder() = default;

std::unique_ptr<TextDecoder> TextDecoder::open(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  auto converter = std::make_unique<Converter>();
  converter->icu.reset(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status) != 0) return nullptr;
  ucnv_setToUCallBack(converter->icu.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status) != 0) return nullptr;
  return std::unique_ptr<TextDecoder>(new TextDecoder(std::move(converter)));
}

bool TextDecoder::takes_ascii() const {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const icu = converter_->icu.get();
  std::array<char16_t, 8> units;
  ucnv_reset(icu);
  const std::int32_t count = ucnv_toUChars(icu, units.data(), units.size(), "<?xml", 5, &status);
  ucnv_reset(icu);
  return U_SUCCESS(status) != 0 && std::u16string_view(units.data(), static_cast<std::size_t>(count)) == u"<?xml";
}

bool TextDecoder::decode(std::string_view bytes, bool is_last, std::string& text) {
  std::array<char16_t, 1024> units;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  std::u16string pending;
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    char16_t* to = units.data();
    ucnv_toUnicode(converter_->icu.get(), &to, units.data() + units.size(), &from, end, nullptr,
                   static_cast<UBool>(is_last), &status);
    pending.append(units.data(), to);
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    icu::UnicodeString(false, pending.data(), static_cast<std::int32_t>(pending.size())).toUTF8String(text);
    return U_SUCCESS(status) != 0;
  }
}

}  // namespace graphwright
