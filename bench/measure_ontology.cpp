#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "graphwright/builtin_ontology.hpp"
#include "graphwright/byte_source.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/owl_rl.hpp"
#include "graphwright/reader.hpp"
#include "graphwright/shacl.hpp"

namespace {

using namespace graphwright;

/// What the rows of `bench/compare` derive: inverse, symmetric, subclass, subproperty and chains over the roles.
constexpr std::string_view axioms_text =
    "@prefix dip: <https://w3id.org/graphwright/diplomacy#> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "dip:met-with a owl:SymmetricProperty .\n"
    "dip:ceasefire-with a owl:SymmetricProperty .\n"
    "dip:fought-war-with a owl:SymmetricProperty .\n"
    "dip:hosted-talks owl:inverseOf dip:talks-hosted-by .\n"
    "dip:represents owl:inverseOf dip:represented-by .\n"
    "dip:Person rdfs:subClassOf dip:Actor . dip:Polity rdfs:subClassOf dip:Actor .\n"
    "dip:Organization rdfs:subClassOf dip:Actor . dip:ArmedGroup rdfs:subClassOf dip:Actor .\n"
    "dip:City rdfs:subClassOf dip:Place . dip:Region rdfs:subClassOf dip:Place .\n"
    "dip:Talks rdfs:subClassOf dip:Event .\n"
    "dip:talks-guest rdfs:subPropertyOf dip:talks-participant .\n"
    "dip:talks-host owl:inverseOf dip:host-of-talks .\n"
    "dip:hosted-talks owl:propertyChainAxiom ( dip:host-of-talks dip:talks-guest ) .\n";

/// A hierarchy of many short branches, whose transitive closure is measured.
constexpr std::string_view transitive_text =
    "<https://w3id.org/graphwright/diplomacy#region-part-of> a <http://www.w3.org/2002/07/owl#TransitiveProperty> .\n";

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void read(const std::string& format, ByteSource& source, Graph& graph) {
  Diagnostics diagnostics;
  GraphBuilder builder(graph);
  find_reader(format)->read(source, {}, builder, diagnostics);
}

Graph read_text(std::string_view turtle) {
  Graph graph;
  read("turtle", *memory_source(turtle), graph);
  return graph;
}

Graph read_file(const std::string& path) {
  Graph graph;
  read("ntriples", *open_source(path), graph);
  return graph;
}

void measure_infer(const std::string& path, std::string_view turtle) {
  Graph graph = read_file(path);
  const Graph axioms = read_text(turtle);
  Diagnostics diagnostics;
  const double begin = cpu_seconds();
  const InferenceCounts counts =
      infer_owl_rl(graph, axioms, {}, {.scope = OwlRlScope::whole, .max_derived = 200'000'000}, diagnostics);
  const double seconds = cpu_seconds() - begin;
  const auto derived = static_cast<double>(counts.relations + counts.others);
  std::printf("cpu=%.6f derived=%.0f derived_a_second=%.0f\n", seconds, derived, derived / seconds);
}

void measure_validate(const std::string& path, std::size_t threads) {
  Graph graph = read_file(path);
  Diagnostics diagnostics;
  const shacl::Shapes shapes(read_text(builtin_ontology("diplomacy-shapes").front().turtle), graph.terms(),
                             diagnostics);
  const double begin = cpu_seconds();
  const double wall = wall_seconds();
  const shacl::Report report = shacl::validate(graph, shapes, threads);
  std::printf("cpu=%.6f wall=%.6f results=%zu\n", cpu_seconds() - begin, wall_seconds() - wall, report.results.size());
}

bool measure(std::string_view work, const std::string& path, std::size_t threads) {
  if (work == "infer")
    measure_infer(path, axioms_text);
  else if (work == "transitive")
    measure_infer(path, transitive_text);
  else if (work == "validate")
    measure_validate(path, threads);
  else
    return false;
  return true;
}

}  // namespace

/// Loads N-Triples and says how long inference, a transitive closure or validation by the built-in shapes, on so many
/// threads, takes.
int main(int count, char** arguments) {
  try {
    const std::size_t threads = count == 4 ? std::stoul(arguments[3]) : 1;
    if ((count == 3 || count == 4) && measure(arguments[1], arguments[2], threads)) return 0;
    std::fputs("usage: measure_ontology infer|transitive|validate FILE.nt [THREADS]\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "measure_ontology: %s\n", error.what());
  }
  return 2;
}
