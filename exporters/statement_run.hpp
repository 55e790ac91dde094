#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graphwright/scratch_file.hpp"
#include "graphwright/sink.hpp"

#include "term_bytes.hpp"

namespace graphwright {

/// Writes statements into a temporary file, each without those of graph, subject and predicate that it shares
/// with the one before.
class StatementRunWriter {
 public:
  explicit StatementRunWriter(ScratchFile& file) : file_(file) {}

  /// Gives how many of graph, subject and predicate are those of the statement before.
  unsigned add(const StatementView& statement);
  /// Writes what is still held back; called once, last.
  void finish();

 private:
  ScratchFile& file_;
  std::string buffer_;
  std::string record_;
  KeptTerm graph_;
  KeptTerm subject_;
  KeptTerm predicate_;
  bool is_first_ = true;
};

/// Reads such a file from its begin to its end.
class StatementRunReader {
 public:
  /// Reads `buffer_bytes` at a time, or as many as the longest statement takes.
  StatementRunReader(const ScratchFile& file, std::size_t buffer_bytes) : file_(file), buffer_(buffer_bytes) {}

  /// Goes to the next statement, unless there is none.
  bool next();
  /// The current statement; its texts are valid until `next` is called.
  const StatementView& statement() const { return statement_; }
  /// How many of graph, subject and predicate are those of the statement before.
  unsigned shared() const { return shared_; }

 private:
  std::size_t record_size();
  bool fill(std::size_t wanted);

  const ScratchFile& file_;
  std::uint64_t place_ = 0;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  StatementView statement_;
  unsigned shared_ = 0;
  KeptTerm graph_;
  KeptTerm subject_;
  KeptTerm predicate_;
  TermBytesReader object_;
};

}  // namespace graphwright
