#include "fixture.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>

#include "graphwright/utf8.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::string_view base = "https://example.org/";

/// A line of words, split at spaces outside quotes and angle brackets.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    bool is_quoted = false;
    for (; at < line.size() && (is_quoted || line[at] != ' '); ++at) {
      if (line[at] == '\\')
        ++at;
      else if (line[at] == '"')
        is_quoted = !is_quoted;
    }
    words.push_back(line.substr(begin, at - begin));
  }
  return words;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      plain += text[at];
      continue;
    }
    const char escape = text[++at];
    if (escape == 'u') {
      append_utf8(static_cast<char32_t>(std::stoul(std::string(text.substr(at + 1, 4)), nullptr, 16)), plain);
      at += 4;
    } else {
      plain += escape == 'n' ? '\n' : escape == 't' ? '\t' : escape == 'r' ? '\r' : escape;
    }
  }
  return plain;
}

/// One fact or statement with the lines that speak of it.
struct Block {
  std::vector<std::string> statement;
  std::vector<std::vector<std::string>> details;
  bool is_fact = false;
};

class FixtureReader {
 public:
  FixtureReader(Fixture& fixture, unsigned order) : fixture_(fixture), order_(order) {}

  void read(const std::string& text) {
    fixture_.options.base = base;
    for (const auto& [name, iri] : well_known_prefixes().by_name()) prefixes_.add(name, iri);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      if (!line.empty() && line.front() != '#') read_line(words_of(line));
    if (order_ != 0) std::shuffle(blocks_.begin(), blocks_.end(), std::mt19937(order_));
    for (const Block& block : blocks_) add(block);
  }

 private:
  void read_line(const std::vector<std::string>& words) {
    static const std::vector<std::string_view> details{"time",    "place", "speaker",  "modality",
                                                       "edge-id", "graph", "evidence", "derived"};
    const std::string& first = words.front();
    if (first == "fact")
      blocks_.push_back({{words.begin() + 1, words.end()}, {}, true});
    else if (std::find(details.begin(), details.end(), first) != details.end() && words.size() > 1)
      blocks_.back().details.push_back(words);
    else if (!read_option(words))
      blocks_.push_back({words, {}, false});
  }

  bool read_option(const std::vector<std::string>& words) {
    const std::string& first = words.front();
    ExportOptions& options = fixture_.options;
    if (words.size() == 1) {
      if (first == "claims")
        options.view.claims = true;
      else if (first == "events")
        options.events = true;
      else if (first == "attributed")
        options.view.assert_attributed = true;
      else if (first == "cluster")
        options.cluster = "class";
      else if (first == "derived-none")
        options.view.derived = Derived::none;
      else if (first == "derived-all")
        options.view.derived = Derived::all;
      else
        throw std::runtime_error("fixture: unknown line '" + first + "'");
      return true;
    }
    if (first == "title")
      options.title = unescaped(words[1].substr(1, words[1].size() - 2));
    else if (first == "flavour")
      options.flavour = words[1];
    else if (first == "label")
      options.profile.labels[iri(words[1])] = unescaped(words[2].substr(1, words[2].size() - 2));
    else if (words.size() > 3)
      return false;
    else if (first == "prefix")
      prefixes_.add(words[1], words[2]), fixture_.graph.prefixes().add(words[1], words[2]);
    else if (words.size() > 2)
      return false;
    else if (first == "node")
      fixture_.graph.add_node(term(words[1]));
    else if (first == "event")
      options.profile.event_classes.push_back(iri(words[1]));
    else if (first == "symmetric")
      options.profile.symmetric_properties.push_back(iri(words[1]));
    else if (first == "attribute")
      options.profile.attribute_properties.push_back(iri(words[1]));
    else if (first == "hidden")
      options.profile.hidden_properties.push_back(iri(words[1]));
    else if (first == "class-order")
      options.profile.class_order.push_back(iri(words[1]));
    else
      return false;
    return true;
  }

  std::string iri(std::string_view word) const {
    if (word == "a") return std::string(iri::rdf::type);
    if (word.front() == '<') return std::string(word.substr(1, word.size() - 2));
    if (auto expanded = prefixes_.expand(word)) return *expanded;
    return std::string(base).append(word);
  }

  TermId term(std::string_view word) {
    TermTable& terms = fixture_.graph.terms();
    if (word.starts_with("_:")) return terms.intern(TermView::blank(word.substr(2)));
    if (word.front() != '"') return terms.intern_iri(iri(word));
    const std::size_t close = word.rfind('"');
    const std::string text = unescaped(word.substr(1, close - 1));
    const std::string_view rest = word.substr(close + 1);
    if (rest.starts_with("@")) return terms.intern(TermView::tagged_literal(text, rest.substr(1)));
    if (rest.starts_with("^^")) return terms.intern(TermView::literal(text, iri(rest.substr(2))));
    return terms.intern(TermView::literal(text));
  }

  void add(const Block& block) {
    Statement statement{term(block.statement.at(0)), term(block.statement.at(1)), term(block.statement.at(2))};
    Fact fact;
    for (const auto& words : block.details) {
      const std::string& word = words.at(1);
      if (words[0] == "graph") statement.graph = term(word);
      if (words[0] == "time") fact.time = fixture_.graph.terms().intern(TermView::literal(word, iri::edtf));
      if (words[0] == "place") fact.place = term(word);
      if (words[0] == "speaker") fact.speaker = term(word);
      if (words[0] == "edge-id") fact.edge = fixture_.graph.terms().intern(TermView::literal(word));
      if (words[0] == "modality")
        fact.modality = static_cast<Modality>(std::find(modality_names.begin(), modality_names.end(), word) -
                                              modality_names.begin());
    }
    Premise conclusion;
    if (block.is_fact) {
      conclusion.fact = fixture_.graph.add_fact(statement, fact);
      conclusion.statement = fixture_.graph.fact(conclusion.fact).statement;
    } else {
      conclusion.statement = fixture_.graph.add_statement(statement);
    }
    for (const auto& words : block.details) {
      if (words[0] == "evidence") add_evidence(conclusion.fact, words);
      if (words[0] == "derived") fixture_.graph.add_derivation({conclusion, term(words[1]), {}, words.size() < 3});
    }
  }

  void add_evidence(FactId fact, const std::vector<std::string>& words) {
    Evidence evidence{.fact = fact, .source = term(words.at(1))};
    if (words.size() > 2) evidence.quote = term(words[2]);
    if (words.size() > 4) evidence.begin = static_cast<std::uint32_t>(std::stoul(words[3]));
    if (words.size() > 4) evidence.end = static_cast<std::uint32_t>(std::stoul(words[4]));
    if (words.size() > 5) evidence.confidence = std::stof(words[5]);
    fixture_.graph.add_evidence(evidence);
  }

  Fixture& fixture_;
  unsigned order_;
  PrefixMap prefixes_;
  std::vector<Block> blocks_;
};

}  // namespace

Fixture read_fixture(const std::string& text, unsigned order) {
  Fixture fixture;
  FixtureReader(fixture, order).read(text);
  return fixture;
}

Fixture read_fixture_file(const std::string& path, unsigned order) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("fixture: cannot read " + path);
  return read_fixture(std::string(std::istreambuf_iterator<char>(file), {}), order);
}

std::string exported(const Fixture& fixture, std::string_view format, ExportSummary* summary) {
  StringOutput output;
  const std::unique_ptr<Exporter> exporter = find_exporter(format)->open(output, fixture.options);
  exporter->write(fixture.graph);
  if (summary != nullptr) *summary = exporter->summary();
  return output.take();
}

}  // namespace graphwright
