#include "gexf_doctor.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"
#include "graphwright/xsd_value.hpp"

#include "gexf_networkx_doctor.hpp"
#include "parallel_edges.hpp"
#include "xml_events.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 25> types{
    "integer",   "long",       "double",   "float",      "boolean",     "bigdecimal",     "biginteger",
    "byte",      "char",       "short",    "liststring", "listboolean", "listinteger",    "listlong",
    "listfloat", "listdouble", "listbyte", "listshort",  "listchar",    "listbigdecimal", "listbiginteger",
    "string",    "anyURI",     "date",     "dateTime"};

/// Of what is no finite number Gephi, in Java, reads these words, and none of XSD's.
bool is_endless(std::string_view time) { return time == "Infinity" || time == "-Infinity"; }

/// Whether a time is of the format of its graph (GEXF 1.3, timeformat-type and time-type).
///
/// Gephi reads a day as its first moment, so that days and moments stand for each other; it does not mind whether
/// `dateTime` has a capital letter, and takes an endless time in each. Formats of its own, and no format, take each
/// kind of time.
bool is_time(std::string_view format, std::string_view time) {
  if (is_endless(time)) return true;
  if (format == "integer") return is_valid_lexical_form(iri::xsd::integer, time);
  if (format == "double") return is_finite_number(time);
  if (format == "date" || format == "dateTime" || format == "datetime") return is_day_or_moment(time);
  return is_finite_number(time) || is_day_or_moment(time);
}

/// What is wrong with a time that is none.
std::string no_time(std::string_view format, std::string_view time) {
  if (format.empty()) return fmt::format("'{}' is no time: neither a number nor a date that exists", time);
  return fmt::format("'{}' is no time of the format '{}', which the graph declares", time, format);
}

class GexfDoctor : public XmlHandler {
 public:
  GexfDoctor(DoctorFindings& findings, std::string graph_ns)
      : findings_(findings), networkx_(findings, std::move(graph_ns)) {}

  void start(const XmlElement& element) override {
    networkx_.start(element);
    if (element.local == "graph") examine_graph(element);
    if (element.local == "attribute") examine_attribute(element);
    if (element.local == "nodes") has_nodes_ = true;
    if (element.local == "edge") examine_edge(element);
    if (element.local == "node" || element.local == "edge" || element.local == "spell" || element.local == "attvalue")
      examine_times(element);
  }
  void end() override { networkx_.end(); }
  void text(std::string_view text) override { networkx_.text(text); }
  void close() {
    networkx_.close();
    parallel_.report(findings_);
  }

 private:
  void examine_graph(const XmlElement& element) {
    is_dynamic_ = local_attribute(element, "mode") == "dynamic";
    is_directed_ = local_attribute(element, "defaultedgetype") == "directed";
    format_ = local_attribute(element, "timeformat");
  }

  void examine_attribute(const XmlElement& element) {
    if (has_nodes_)
      findings_.add("gephi-key-order", element.location, "Gephi ignores attributes that are declared behind the nodes");
    const std::string_view type = local_attribute(element, "type");
    if (std::find(types.begin(), types.end(), type) == types.end())
      findings_.add("gephi-type", element.location, fmt::format("Gephi drops attributes of type '{}'", type), type);
  }

  void examine_edge(const XmlElement& element) {
    const std::string_view type = local_attribute(element, "type");
    if (is_directed_ && type == "undirected")
      findings_.add("gephi-direction", element.location,
                    "Gephi drops undirected edges: the graph says defaultedgetype=\"directed\"");
    parallel_.add(std::string(local_attribute(element, "source")), std::string(local_attribute(element, "target")),
                  std::string(local_attribute(element, "kind")), type.empty() ? is_directed_ : type == "directed",
                  element.location);
  }

  void examine_times(const XmlElement& element) {
    for (const char* name : {"start", "end", "startopen", "endopen", "timestamp"}) {
      const std::string_view time = local_attribute(element, name);
      if (time.empty()) continue;
      if (!is_dynamic_)
        findings_.add("gephi-time", element.location, "Gephi ignores times: the mode of the graph is not dynamic",
                      "mode");
      if (std::string_view(name).ends_with("open"))
        findings_.add("gephi-time", element.location, fmt::format("GEXF 1.3 has no '{}'; newer Gephi ignores it", name),
                      "open");
      if (!is_time(format_, time)) findings_.add("gephi-time", element.location, no_time(format_, time), "format");
      bool& has_this = std::string_view(name) == "timestamp" ? has_moments_ : has_intervals_;
      has_this = true;
      if (has_moments_ && has_intervals_)
        findings_.add("gephi-time", element.location, "Gephi refuses intervals beside moments", "mixed");
    }
  }

  DoctorFindings& findings_;
  GexfNetworkxDoctor networkx_;
  ParallelEdges parallel_;
  std::string format_;
  bool has_nodes_ = false;
  bool is_dynamic_ = false;
  bool is_directed_ = false;
  bool has_moments_ = false;
  bool has_intervals_ = false;
};

}  // namespace

void examine_gexf(std::string_view bytes, const ReadOptions& options, DoctorFindings& findings) {
  GexfDoctor doctor(findings, graph_namespace_of_networkx(bytes, options));
  Diagnostics said_by_the_reader;
  if (read_xml(*memory_source(bytes), options, doctor, said_by_the_reader)) doctor.close();
}

}  // namespace graphwright
