#include "parallel_convert.hpp"

#include <algorithm>
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

/// Collects bytes in a text that keeps its room from one use to the next.
class ReusedOutput : public Output {
 public:
  void clear() { text_.clear(); }
  const std::string& text() const { return text_; }

 protected:
  void drain(std::string_view bytes) override { text_.append(bytes); }

 private:
  std::string text_;
};

/// A stretch of lines, and what became of it. Its memory serves one stretch after another: taking it anew
/// for each costs twice what the work itself does, in pages to be cleared.
struct Part {
  std::string room;
  std::string_view text;
  ReusedOutput output;
  Diagnostics diagnostics;
  ExportSummary summary;
  std::size_t line_ends = 0;
  std::exception_ptr failure;
  bool is_done = false;

  void run(const Work& work) {
    try {
      output.clear();
      diagnostics = Diagnostics(work.max_errors);
      const std::unique_ptr<Exporter> exporter = work.exporter.open(output, work.options);
      const std::unique_ptr<ByteSource> source = memory_source(text);
      work.reader.read(*source, work.read, *exporter, diagnostics);
      output.flush();
      summary = exporter->summary();
      line_ends = count_line_ends(text);
    } catch (...) {
      failure = std::current_exception();
    }
  }
};

/// Threads that work on parts; the one that made them hands parts in and takes them back in order.
class Crew {
 public:
  Crew(const Work& work, std::size_t size) : work_(work) {
    for (std::size_t i = 0; i < size; ++i) threads_.emplace_back([this] { serve(); });
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      is_over_ = true;
    }
    changed_.notify_all();
    for (std::thread& one : threads_) one.join();
  }

  void hand_in(Part& part) {
    {
      const std::lock_guard lock(mutex_);
      part.is_done = false;
      waiting_.push_back(&part);
    }
    changed_.notify_all();
  }
  void wait_for(const Part& part) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return part.is_done; });
  }

 private:
  void serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return is_over_ || !waiting_.empty(); });
      if (is_over_) return;
      Part& part = *waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      part.run(work_);
      lock.lock();
      part.is_done = true;
      changed_.notify_all();
    }
  }

  const Work& work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Part*> waiting_;
  bool is_over_ = false;
  std::vector<std::thread> threads_;
};

/// Joins what became of the parts.
class Joined {
 public:
  Joined(Output& output, Diagnostics& diagnostics) : output_(output), diagnostics_(diagnostics) {}

  void add(const Part& part) {
    if (part.failure) std::rethrow_exception(part.failure);
    output_.write(part.output.text());
    report(part.diagnostics);
    add(part.summary);
    lines_ += static_cast<std::uint32_t>(part.line_ends);
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
  std::deque<Part> parts(2 * threads);
  bool has_part = lines.next(parts.front().room, parts.front().text);
  if (has_part && !lines.has_rest()) {
    parts.front().run(work);
    joined.add(parts.front());
    return joined.summary();
  }
  std::size_t handed_in = 0;
  std::size_t taken = 0;
  const auto part = [&](std::size_t number) -> Part& { return parts[number % parts.size()]; };
  Crew crew(work, threads);
  const auto take_next = [&] {
    crew.wait_for(part(taken));
    joined.add(part(taken++));
  };
  while (has_part) {
    crew.hand_in(part(handed_in++));
    if (handed_in - taken == parts.size()) take_next();
    has_part = lines.next(part(handed_in).room, part(handed_in).text);
  }
  while (taken < handed_in) take_next();
  if (lines.has_rest()) convert_rest(*lines.rest(), work, output, joined);
  return joined.summary();
}

}  // namespace graphwright::cli
