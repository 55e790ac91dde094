#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/App.hpp>

#include "graphwright/exporter.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/picture_style.hpp"

#include "outputs.hpp"
#include "session.hpp"

namespace graphwright::cli {

/// Whether a format is a picture, which a style file can say something of.
bool is_picture(std::string_view format);

/// Declares the style file of a picture.
void declare_style(CLI::App& app, OutputOptions& options);

/// Reads the style that an output asks for and takes over what it wants measured; a style for what is no picture is a
/// usage error.
void apply_style(const std::string& path, OutputOptions& options, ExportOptions& settings, Session& session);

/// Adds the measures by which a style sizes and colours to those that are asked for.
void add_measures(const PictureStyle& style, std::vector<std::string>& names);

/// The part of a graph that a style does not hide; the settings take over what the whole graph calls the places and
/// speakers of its edges, which may be hidden themselves. Where nothing is left there is a warning (`style-empty`).
Graph without_hidden(const Graph& graph, ExportOptions& settings, Session& session);

}  // namespace graphwright::cli
