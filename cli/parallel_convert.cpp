#include "parallel_convert.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "line_parts.hpp"

namespace graphwright::cli {
namespace {

constexpr std::size_t part_bytes = std::size_t{768} << 10;
// A longer line makes one thread read the rest, in the window of the reader.
constexpr std::size_t longest_line = std::size_t{4} << 20;

/// How the parts are read and written.
struct Work {
  ReadOptions read;
  const ReaderFormat& reader;
  const ExporterFormat& exporter;
  const ExportOptions& options;
  std::size_t max_errors;
};

/// Keeps what is written where it was written, for another output to take; its room serves one part after another.
class PartOutput : public Output {
 public:
  PartOutput() : Output(room_bytes) {}

  void clear() {
    discard();
    early_.clear();
  }
  void move_to(Output& output) const {
    output.write(early_);
    output.write(buffered());
  }

 protected:
  void drain(std::string_view bytes) override { early_.append(bytes); }

 private:
  // More than most parts come to, so that their bytes are not copied once more.
  static constexpr std::size_t room_bytes = 2 * part_bytes;

  std::string early_;  // what did not fit
};

/// A stretch of lines, and what became of it. Its memory serves one stretch after another: taking it anew
/// for each costs twice what the work itself does, in pages to be cleared.
struct Part {
  std::string room;
  std::string_view text;
  PartOutput output;
  Diagnostics diagnostics;
  ExportSummary summary;
  std::uint32_t line_count = 0;
  std::exception_ptr failure;
  bool is_done = false;

  void run(const Work& work) {
    output.clear();
    diagnostics = Diagnostics(work.max_errors);
    const std::unique_ptr<Exporter> exporter = work.exporter.open(output, work.options);
    const std::unique_ptr<ByteSource> source = memory_source(text);
    ReadOptions options = work.read;
    options.lines_read = &line_count;
    work.reader.read(*source, options, *exporter, diagnostics);
    summary = exporter->summary();
  }
};

/// Joins what became of the parts.
class Joined {
 public:
  Joined(Output& output, Diagnostics& diagnostics) : output_(output), diagnostics_(diagnostics) {}

  void add(const Part& part) {
    part.output.move_to(output_);
    report(part.diagnostics);
    add(part.summary);
    lines_ += part.line_count;
  }
  void add(const ExportSummary& summary) {
    summary_.statements += summary.statements;
    for (const Loss& loss : summary.losses) {
      const auto known = std::find_if(summary_.losses.begin(), summary_.losses.end(),
                                      [&](const Loss& one) { return one.kind == loss.kind; });
      if (known == summary_.losses.end())
        summary_.losses.push_back(loss);
      else
        known->count += loss.count;
    }
  }
  /// Reports the messages of the lines behind those added so far.
  void report(const Diagnostics& part) {
    std::size_t errors = part.error_count();
    std::size_t warnings = part.warning_count();
    for (Diagnostic one : part.all()) {
      if (one.location.line != 0) one.location.line += lines_;
      for (Note& note : one.notes)
        if (note.location.line != 0) note.location.line += lines_;
      --(one.severity == Severity::error ? errors : warnings);
      diagnostics_.report(std::move(one));
    }
    // What a part counted without keeping it is more than is kept here too: it is counted again.
    for (; errors != 0; --errors) diagnostics_.report({Severity::error, {}, {}, {}, {}});
    for (; warnings != 0; --warnings) diagnostics_.report({Severity::warning, {}, {}, {}, {}});
  }
  const ExportSummary& summary() const { return summary_; }

 private:
  Output& output_;
  Diagnostics& diagnostics_;
  ExportSummary summary_;
  std::uint32_t lines_ = 0;
};

/// Threads that each read a part, work on it, and write what is done up to there. What a thread has just read is
/// still in the cache of its core, and none waits for another as long as there is a part to be had.
class Crew {
 public:
  Crew(const Work& work, LineParts& lines, Joined& joined, std::size_t size)
      : work_(work), lines_(lines), joined_(joined), size_(size), parts_(2 * size) {}

  /// Works until no part is left, on this thread and, if there is more than one part, on others; throws what the
  /// first part that failed threw.
  void run() {
    Part* const first = take();
    std::vector<std::jthread> others;
    if (first != nullptr && lines_.has_rest())
      for (std::size_t i = 1; i < size_; ++i) others.emplace_back([this] { serve(take()); });
    serve(first);
    others.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void serve(Part* part) {
    for (; part != nullptr; part = take()) {
      if (!part->failure) attempt(*part, [&] { part->run(work_); });
      deliver(*part);
    }
  }
  template <typename Act>
  static void attempt(Part& part, const Act& act) {
    try {
      act();
    } catch (...) {
      part.failure = std::current_exception();
    }
  }
  /// Reads the next part; null where there is none.
  Part* take() {
    const std::lock_guard lock(reading_);
    if (is_over_) return nullptr;
    Part& part = parts_[taken_ % parts_.size()];
    wait_for_room();
    bool has_part = true;
    attempt(part, [&] { has_part = lines_.next(part.room, part.text); });
    if (!has_part || part.failure) is_over_ = true;
    if (!has_part) return nullptr;
    ++taken_;
    return &part;
  }
  void wait_for_room() {
    std::unique_lock lock(writing_);
    has_written_.wait(lock, [this] { return taken_ - written_ < parts_.size(); });
  }
  /// Writes what is done and comes next, unless another thread is at it: that one will.
  void deliver(Part& done) {
    std::unique_lock lock(writing_);
    done.is_done = true;
    if (is_writing_) return;
    is_writing_ = true;
    for (Part* part = &next(); part->is_done; part = &next()) {
      part->is_done = false;
      lock.unlock();
      write(*part);
      lock.lock();
      ++written_;
      has_written_.notify_one();
    }
    is_writing_ = false;
  }
  Part& next() { return parts_[written_ % parts_.size()]; }
  /// Nothing is written behind a part that failed.
  void write(Part& part) {
    if (failure_) return;
    if (!part.failure) attempt(part, [&] { joined_.add(part); });
    failure_ = part.failure;
    if (failure_) is_over_ = true;
  }

  const Work& work_;
  LineParts& lines_;
  Joined& joined_;
  const std::size_t size_;
  std::deque<Part> parts_;
  std::mutex reading_;  // guards the source and `taken_`
  std::size_t taken_ = 0;
  std::atomic<bool> is_over_ = false;
  std::mutex writing_;  // guards `written_`, `is_writing_` and what is done; who is writing has the rest
  std::condition_variable has_written_;
  std::size_t written_ = 0;
  bool is_writing_ = false;
  std::exception_ptr failure_;
};

/// Reads on from a line that is too long for a part.
void convert_rest(ByteSource& source, const Work& work, Output& output, Joined& joined) {
  Diagnostics diagnostics(work.max_errors);
  const std::unique_ptr<Exporter> exporter = work.exporter.open(output, work.options);
  work.reader.read(source, work.read, *exporter, diagnostics);
  joined.report(diagnostics);
  joined.add(exporter->summary());
}

}  // namespace

bool is_line_by_line(const ReaderFormat& reader, const ExporterFormat& exporter) {
  const auto has_lines = [](std::string_view format) { return format == "ntriples" || format == "nquads"; };
  return has_lines(reader.format) && has_lines(exporter.format);
}

ExportSummary convert_lines(ByteSource& source, const ReadOptions& read, const ReaderFormat& reader,
                            const ExporterFormat& exporter, const ExportOptions& options, std::size_t threads,
                            Output& output, Session& session) {
  const Work work{read, reader, exporter, options, session.options().max_errors};
  LineParts lines(source, part_bytes, longest_line);
  Joined joined(output, session.diagnostics());
  Crew(work, lines, joined, threads).run();
  if (lines.has_rest()) convert_rest(*lines.rest(), work, output, joined);
  return joined.summary();
}

}  // namespace graphwright::cli
