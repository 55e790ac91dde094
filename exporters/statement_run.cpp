#include "statement_run.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace graphwright {
namespace {

constexpr std::size_t write_bytes = std::size_t{256} << 10;
constexpr std::size_t longest_number = 10;

}  // namespace

unsigned StatementRunWriter::add(const StatementView& statement) {
  unsigned shared = 0;
  if (!is_first_ && statement.graph == graph_.view()) {
    shared = 1;
    if (statement.subject == subject_.view()) shared = statement.predicate == predicate_.view() ? 3 : 2;
  }
  is_first_ = false;
  if (shared < 1) graph_.keep(statement.graph);
  if (shared < 2) subject_.keep(statement.subject);
  if (shared < 3) predicate_.keep(statement.predicate);
  record_.assign(1, static_cast<char>(shared));
  if (shared < 1) append_term(statement.graph, record_);
  if (shared < 2) append_term(statement.subject, record_);
  if (shared < 3) append_term(statement.predicate, record_);
  append_term(statement.object, record_);
  append_number(record_.size(), buffer_);
  buffer_.append(record_);
  if (buffer_.size() >= write_bytes) finish();
  return shared;
}

void StatementRunWriter::finish() {
  file_.write(buffer_);
  buffer_.clear();
}

/// Moves what is left to the front and reads more; whether there are as many bytes as wanted.
bool StatementRunReader::fill(std::size_t wanted) {
  if (end_ - begin_ >= wanted) return true;
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  if (buffer_.size() < wanted) buffer_.resize(wanted);
  const std::size_t got = file_.read(place_, std::span(buffer_).subspan(end_));
  place_ += got;
  end_ += got;
  return end_ >= wanted;
}

/// Takes the length of the next record; 0 at the end.
std::size_t StatementRunReader::record_size() {
  fill(longest_number);
  if (begin_ == end_) return 0;
  std::string_view bytes{buffer_.data() + begin_, end_ - begin_};
  const std::size_t size = take_number(bytes);
  begin_ = end_ - bytes.size();
  return size;
}

bool StatementRunReader::next() {
  const std::size_t size = record_size();
  if (size == 0 || !fill(size)) return false;
  std::string_view record{buffer_.data() + begin_, size};
  begin_ += size;
  shared_ = static_cast<unsigned char>(record.front());
  record.remove_prefix(1);
  object_.clear();
  KeptTerm* const kept[] = {&graph_, &subject_, &predicate_};
  for (unsigned place = shared_; place < std::size(kept); ++place) kept[place]->keep(object_.take(record));
  statement_ = {.subject = subject_.view(), .predicate = predicate_.view(), .object = object_.take(record)};
  statement_.graph = graph_.view();
  return true;
}

}  // namespace graphwright
