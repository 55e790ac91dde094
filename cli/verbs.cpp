#include <array>

#include "verb.hpp"

namespace graphwright::cli {
namespace {

constexpr auto table = std::to_array<Verb>({
    {"build", "Build a graph from its manifest and write all its exports", declare_build, true},
    {"canonicalize", "Write the canonical N-Quads of a dataset, blank nodes named by RDFC-1.0", declare_canonicalize},
    {"check", "Check files against an ontology without writing anything", declare_check, true},
    {"completion", "Write what completes the command line in bash, zsh or fish", declare_completion},
    {"convert", "Convert files from one format to another", declare_convert},
    {"diff", "Show how two graphs differ, fact by fact", declare_diff, true},
    {"docs", "Write a page on an ontology: its classes, relations and attributes", declare_docs},
    {"doctor", "Say what the readers of graph files will refuse or drop of a file", declare_doctor},
    {"explain", "Explain the code of a message", declare_explain},
    {"extract", "Read news text and draft facts with their quotes", declare_extract},
    {"formats", "List the formats that can be read and written", declare_formats},
    {"infer", "Derive what follows from files and ontologies (OWL 2 RL, and rules of your own)", declare_infer, true},
    {"init", "Make a small working project in a new folder", declare_init},
    {"manual", "Write the manual pages", declare_manual},
    {"merge", "Join several graphs into one, what is the same thing under one name", declare_merge, true},
    {"pull", "Fetch graphs from a SPARQL store", declare_pull},
    {"push", "Send graphs to a SPARQL store", declare_push, true},
    {"query", "Ask a SPARQL store or files a query", declare_query, true},
    {"select", "Choose a part of a graph: what is near, between, of a class, a source, a time", declare_select, true},
    {"stats", "Count classes, relations, degrees, components and evidence", declare_stats, true},
    {"why", "Show why a fact holds, down to the quotes, or which shape is broken", declare_why, true},
});

}  // namespace

std::span<const Verb> verbs() { return table; }

}  // namespace graphwright::cli
