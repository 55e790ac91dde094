#include "xml_tag.hpp"

#include <algorithm>

#include "xml_bytes.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_attributes = 32;
constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

bool is_declaration(const XmlAttribute& one) {
  return one.prefix == "xmlns" || (one.prefix.empty() && one.local == "xmlns");
}

/// Namespaces in XML 1.0, 3: what is reserved, and that prefixes cannot be taken back.
bool may_be_declared(const XmlNamespace& one) {
  if (one.iri == xml_ns || one.iri == xmlns_namespace) return false;
  return one.prefix.empty() || (one.prefix != "xml" && one.prefix != "xmlns" && !one.iri.empty());
}

}  // namespace

XmlScanned XmlTag::scan(std::string_view text) {
  attributes_.clear();
  encoded_.clear();
  is_empty_element_ = has_prefixed_ = has_namespaces_ = false;
  begin_ = text.data();
  end_ = begin_ + text.size();
  at_ = begin_ + 1;
  if (!scan_name(prefix_, local_)) return unfinished();
  name_ = between(begin_ + 1, at_);
  for (;;) {
    const char* const name_end = at_;
    at_ = skip_xml(at_, end_, xml_space);
    if (at_ == end_) return XmlScanned::cut;
    if (*at_ == '>' || *at_ == '/') break;
    if (at_ == name_end || attributes_.size() == most_attributes) return XmlScanned::odd;
    if (!scan_attribute()) return unfinished();
  }
  is_empty_element_ = *at_ == '/';
  if (is_empty_element_ && (++at_ == end_ || *at_ != '>')) return unfinished();
  ++at_;
  return finish() ? XmlScanned::whole : XmlScanned::odd;
}

bool XmlTag::scan_name(std::string_view& prefix, std::string_view& local) {
  const char* begin = at_;
  prefix = {};
  if (!is_xml(*at_, xml_name_start)) return false;
  at_ = skip_xml(at_, end_, xml_name);
  if (at_ < end_ && *at_ == ':') {
    prefix = between(begin, at_);
    begin = ++at_;
    if (at_ == end_ || !is_xml(*at_, xml_name_start)) return false;
    at_ = skip_xml(at_, end_, xml_name);
  }
  local = between(begin, at_);
  // A letter beyond ASCII goes on here, or a second colon.
  return at_ < end_ && static_cast<unsigned char>(*at_) < 0x80 && *at_ != ':';
}

bool XmlTag::scan_attribute() {
  XmlAttribute& one = attributes_.emplace_back();
  if (!scan_name(one.prefix, one.local)) return false;
  has_prefixed_ |= !one.prefix.empty();
  has_namespaces_ |= is_declaration(one);
  at_ = skip_xml(at_, end_, xml_space);
  if (at_ == end_ || *at_ != '=') return false;
  at_ = skip_xml(at_ + 1, end_, xml_space);
  return at_ < end_ && (*at_ == '"' || *at_ == '\'') && scan_value();
}

bool XmlTag::scan_value() {
  const char quote = *at_++;
  const char* const begin = at_;
  bool is_encoded = false;
  for (;; ++at_) {
    at_ = skip_xml(at_, end_, xml_value);
    if (at_ == end_) return false;
    if (*at_ == quote) break;
    is_encoded |= *at_ != '"' && *at_ != '\'';
  }
  attributes_.back().value = between(begin, at_++);
  if (is_encoded) encoded_.push_back(attributes_.size() - 1);
  return true;
}

bool XmlTag::finish() {
  namespaces_.clear();
  return decode_values() && !has_repeated() && (!has_namespaces_ || take_namespaces());
}

bool XmlTag::decode_values() {
  if (encoded_.empty()) return true;
  decoded_.clear();
  decoded_.reserve(size());  // so that it does not move: no value grows
  return std::all_of(encoded_.begin(), encoded_.end(), [this](std::size_t which) {
    const std::size_t begin = decoded_.size();
    std::string_view& value = attributes_[which].value;
    const bool is_decoded = decode_xml(value, XmlPiece::value, decoded_);
    value = std::string_view(decoded_).substr(begin);
    return is_decoded;
  });
}

bool XmlTag::has_repeated() const {
  for (auto one = attributes_.begin(); one != attributes_.end(); ++one)
    for (auto other = attributes_.begin(); other != one; ++other)
      if (one->local == other->local && one->prefix == other->prefix) return true;
  return false;
}

bool XmlTag::take_namespaces() {
  for (const XmlAttribute& one : attributes_)
    if (is_declaration(one)) namespaces_.push_back({one.prefix.empty() ? std::string_view{} : one.local, one.value});
  std::erase_if(attributes_, is_declaration);
  return std::all_of(namespaces_.begin(), namespaces_.end(), may_be_declared);
}

}  // namespace graphwright
