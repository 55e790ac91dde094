#pragma once

#include <string>

#include "graphwright/exporter.hpp"
#include "graphwright/output.hpp"
#include "graphwright/reader.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// Whether a reader and an exporter both take one line after another and keep nothing between them.
bool is_line_by_line(const ReaderFormat& reader, const ExporterFormat& exporter);

/// Reads and writes lines on several threads: the input is cut behind line ends, each part is read and
/// written by itself, and the results are joined in order.
///
/// Bytes, messages and their positions are those of one thread. Memory: some 3 MiB a thread.
ExportSummary convert_lines(ByteSource& source, const ReadOptions& read, const ReaderFormat& reader,
                            const ExporterFormat& exporter, const ExportOptions& options, std::size_t threads,
                            Output& output, Session& session);

}  // namespace graphwright::cli
