#include "dot_records.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"

#include "dot_places.hpp"
#include "html_label.hpp"
#include "record_label.hpp"

namespace graphwright {
namespace {

/// Something that is wrong with a label or a port, the text as it stands.
struct Fault {
  enum class Kind : std::uint8_t { refused_label, cut_label, missing_port };
  Kind kind;
  DotNode node;
  std::string text;
  std::string_view why;
};

/// Gathers the faults, and holds the ports of those nodes at whose ports edges end.
class RecordExaminer {
 public:
  void examine_label(const DotNode& node) {
    if (!node.is_record) return;
    const RecordLabel label = parse_record_label(node.label, node.is_html);
    if (!label.fault.empty()) add(Fault::Kind::refused_label, node, node.label, label.fault);
    if (label.fault.empty() && label.is_cut) add(Fault::Kind::cut_label, node, node.label);
  }

  void examine_port(const DotNode& node, std::string_view port) {
    port = port.substr(0, port.find(':'));
    if (port.empty() || is_compass_point(port)) return;
    const std::optional<std::set<std::string>>& ports = ports_of(node);
    const bool minds_no_case = node.is_html && !node.is_record;
    if (ports && !ports->contains(minds_no_case ? ascii_lower(port) : std::string(port)))
      add(Fault::Kind::missing_port, node, port);
  }

  const std::vector<Fault>& faults() const { return faults_; }

 private:
  /// Nothing where the label is refused, which is said and leaves no ports.
  const std::optional<std::set<std::string>>& ports_of(const DotNode& node) {
    const auto [at, is_new] = ports_.try_emplace(node.name);
    if (is_new) at->second = read_ports(node);
    return at->second;
  }

  static std::optional<std::set<std::string>> read_ports(const DotNode& node) {
    if (!node.is_record && !node.is_html) return std::set<std::string>{};
    if (!node.is_record) {
      std::optional<HtmlLabel> label = read_html_label(node.label);
      return label ? std::optional(std::move(label->ports)) : std::nullopt;
    }
    RecordLabel label = parse_record_label(node.label, node.is_html);
    return label.fault.empty() ? std::optional(std::move(label.ports)) : std::nullopt;
  }

  void add(Fault::Kind kind, const DotNode& node, std::string_view text, std::string_view why = {}) {
    faults_.push_back({kind, node, std::string(text), why});
  }

  std::map<std::string_view, std::optional<std::set<std::string>>> ports_;
  std::vector<Fault> faults_;
};

std::string message_of(const Fault& fault) {
  switch (fault.kind) {
    case Fault::Kind::refused_label:
      return fmt::format("Graphviz refuses the record label of '{}' and draws the name instead: {}", fault.node.name,
                         fault.why);
    case Fault::Kind::cut_label:
      return fmt::format(
          "Graphviz drops the record label of '{}' from the first '}}' that closes nothing; write "
          "'\\}}' for the letter",
          fault.node.name);
    case Fault::Kind::missing_port:
      break;
  }
  return fmt::format("Graphviz finds no port '{}' at '{}', and takes the edge to the node itself", fault.text,
                     fault.node.name);
}

std::string_view word_of(Fault::Kind kind) {
  return kind == Fault::Kind::refused_label ? "refused" : kind == Fault::Kind::cut_label ? "cut" : "missing";
}

/// Finds the places of some faults in the text; nothing else needs them, so that a fine file is not walked through.
class FaultPlaces {
 public:
  FaultPlaces(const std::vector<Fault>& faults, std::string_view bytes, FileId file)
      : places_(bytes, file, nodes_of(faults)) {
    for (const Fault& fault : faults) place(fault);
  }

  /// Reports in the order of the text, since a finding speaks of its first place.
  void report(DoctorFindings& findings) const {
    for (const auto& [location, fault] : in_order_)
      findings.add(fault->kind == Fault::Kind::missing_port ? "graphviz-port" : "graphviz-record", location,
                   message_of(*fault), word_of(fault->kind));
  }

 private:
  static std::set<std::string, std::less<>> nodes_of(const std::vector<Fault>& faults) {
    std::set<std::string, std::less<>> nodes;
    for (const Fault& fault : faults) nodes.emplace(fault.node.name);
    return nodes;
  }

  void place(const Fault& fault) {
    const std::string node(fault.node.name);
    if (fault.kind != Fault::Kind::missing_port) {
      in_order_.emplace(places_.label(node, fault.text), &fault);
    } else if (may_have_ports(fault.node) || !places_.is_bare(node, fault.text)) {
      // Of others the doctor says that the name lacks quotation marks.
      in_order_.emplace(places_.port(node, fault.text), &fault);
    }
  }

  DotPlaces places_;
  std::multimap<Location, const Fault*> in_order_;
};

}  // namespace

bool is_compass_point(std::string_view word) {
  constexpr std::array<std::string_view, 10> points{"n", "ne", "e", "se", "s", "sw", "w", "nw", "c", "_"};
  return std::find(points.begin(), points.end(), word) != points.end();
}

void examine_records(const DotGraph& graph, std::string_view bytes, FileId file, DoctorFindings& findings) {
  RecordExaminer examiner;
  graph.for_each_node([&](const DotNode& node) { examiner.examine_label(node); });
  graph.for_each_port([&](const DotNode& node, std::string_view port) { examiner.examine_port(node, port); });
  if (!examiner.faults().empty()) FaultPlaces(examiner.faults(), bytes, file).report(findings);
}

}  // namespace graphwright
