#include "graphwright/query_results.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "graphwright/ntriples_text.hpp"
#include "graphwright/store.hpp"

namespace graphwright {
namespace {

using Json = nlohmann::ordered_json;

constexpr int max_depth = 100;

ResultTerm parse_term(const Json& json, int depth = 0) {
  ResultTerm term;
  const std::string type = json.at("type");
  if (type == "triple") {
    if (depth == max_depth) throw StoreError("the store's answer nests triple terms too deeply");
    term.kind = ResultTerm::Kind::triple;
    for (const char* part : {"subject", "predicate", "object"})
      term.parts.push_back(parse_term(json.at("value").at(part), depth + 1));
    return term;
  }
  term.text = json.at("value");
  if (type == "uri") {
    term.kind = ResultTerm::Kind::iri;
  } else if (type == "bnode") {
    term.kind = ResultTerm::Kind::blank;
  } else {
    // "typed-literal" is how older stores, Virtuoso among them, call a literal with a datatype.
    term.kind = ResultTerm::Kind::literal;
    term.language = json.value("xml:lang", "");
    term.datatype = json.value("datatype", "");
  }
  return term;
}

QueryResults parsed(const Json& json) {
  QueryResults results;
  if (json.contains("boolean")) {
    results.truth = json.at("boolean").get<bool>();
    return results;
  }
  results.variables = json.at("head").at("vars").get<std::vector<std::string>>();
  for (const Json& binding : json.at("results").at("bindings")) {
    std::vector<ResultTerm> row;
    for (const std::string& name : results.variables) {
      const auto bound = binding.find(name);
      row.push_back(bound == binding.end() ? ResultTerm{} : parse_term(*bound));
    }
    results.rows.push_back(std::move(row));
  }
  // Virtuoso 7.2 answers ASK with a table of one number.
  if (results.variables == std::vector<std::string>{"__ASK_RETVAL"})
    return {{}, {}, !results.rows.empty() && results.rows.front().front().text != "0"};
  return results;
}

TermView view(const ResultTerm& term) {
  if (term.kind == ResultTerm::Kind::iri) return TermView::iri(term.text);
  if (term.kind == ResultTerm::Kind::blank) return TermView::blank(term.text);
  if (!term.language.empty()) return TermView::tagged_literal(term.text, term.language);
  return TermView::literal(term.text, term.datatype);
}

/// What CSV and tables show: the text alone (SPARQL 1.1 Query Results CSV and TSV, 3.2).
std::string plain_text(const ResultTerm& term) {
  if (term.kind == ResultTerm::Kind::blank) return "_:" + term.text;
  return term.kind == ResultTerm::Kind::triple ? result_text(term) : term.text;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string field = "\"";
  for (const char byte : text) {
    if (byte == '"') field += '"';
    field += byte;
  }
  return field + '"';
}

template <typename Field>
void write_row(const std::vector<std::string>& fields, std::string_view separator, std::string_view end, Output& output,
               const Field& field) {
  for (std::size_t column = 0; column < fields.size(); ++column) {
    if (column != 0) output.write(separator);
    output.write(field(fields[column]));
  }
  output.write(end);
}

template <typename Text>
std::vector<std::string> texts(const std::vector<ResultTerm>& row, const Text& text) {
  std::vector<std::string> fields;
  fields.reserve(row.size());
  for (const ResultTerm& term : row) fields.push_back(text(term));
  return fields;
}

/// CSV has no form for ASK; its truth is the one field of the one row.
QueryResults as_rows(const QueryResults& results) {
  if (!results.truth) return results;
  QueryResults rows{{"boolean"}, {}, {}};
  rows.rows.push_back({{ResultTerm::Kind::literal, *results.truth ? "true" : "false", {}, {}, {}}});
  return rows;
}

void write_csv(const QueryResults& results, Output& output) {
  write_row(results.variables, ",", "\r\n", output, csv_field);
  for (const auto& row : results.rows) write_row(texts(row, plain_text), ",", "\r\n", output, csv_field);
}

void write_tsv(const QueryResults& results, Output& output) {
  const auto as_is = [](const std::string& text) { return text; };
  write_row(results.variables, "\t", "\n", output, [](const std::string& name) { return "?" + name; });
  for (const auto& row : results.rows) write_row(texts(row, result_text), "\t", "\n", output, as_is);
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// The text made safe for a terminal and a single line.
std::string cell(const ResultTerm& term) {
  std::string text = plain_text(term);
  for (char& byte : text)
    if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) byte = ' ';
  return text;
}

void write_table(const QueryResults& results, Output& output) {
  std::vector<std::vector<std::string>> lines{results.variables};
  for (const auto& row : results.rows) lines.push_back(texts(row, cell));
  std::vector<std::size_t> widths(results.variables.size());
  for (const auto& line : lines)
    for (std::size_t column = 0; column < line.size(); ++column)
      widths[column] = std::max(widths[column], width(line[column]));
  std::vector<std::string> rule;
  rule.reserve(widths.size());
  for (const std::size_t one : widths) rule.emplace_back(one, '-');
  lines.insert(lines.begin() + 1, rule);
  for (const auto& line : lines) {
    for (std::size_t column = 0; column < line.size(); ++column) {
      output.write(line[column]);
      if (column + 1 != line.size()) output.write(std::string(widths[column] - width(line[column]) + 2, ' '));
    }
    output.write("\n");
  }
}

Json json_term(const ResultTerm& term) {
  if (term.kind == ResultTerm::Kind::triple)
    return {{"type", "triple"},
            {"value",
             {{"subject", json_term(term.parts[0])},
              {"predicate", json_term(term.parts[1])},
              {"object", json_term(term.parts[2])}}}};
  const char* const type = term.kind == ResultTerm::Kind::iri     ? "uri"
                           : term.kind == ResultTerm::Kind::blank ? "bnode"
                                                                  : "literal";
  Json json{{"type", type}, {"value", term.text}};
  if (!term.language.empty()) json["xml:lang"] = term.language;
  if (!term.datatype.empty()) json["datatype"] = term.datatype;
  return json;
}

void write_json(const QueryResults& results, Output& output) {
  Json json{{"head", Json::object()}};
  if (results.truth) {
    json["boolean"] = *results.truth;
  } else {
    json["head"]["vars"] = results.variables;
    Json bindings = Json::array();
    for (const auto& row : results.rows) {
      Json binding = Json::object();
      for (std::size_t column = 0; column < row.size(); ++column)
        if (row[column].kind != ResultTerm::Kind::unbound) binding[results.variables[column]] = json_term(row[column]);
      bindings.push_back(std::move(binding));
    }
    json["results"]["bindings"] = std::move(bindings);
  }
  output.write(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace

QueryResults parse_results(std::string_view json) {
  try {
    return parsed(Json::parse(json));
  } catch (const nlohmann::json::exception&) {
    throw StoreError("the store's answer is no SPARQL result in JSON, or it ends early");
  }
}

std::string result_text(const ResultTerm& term) {
  if (term.kind == ResultTerm::Kind::unbound) return {};
  if (term.kind == ResultTerm::Kind::triple)
    return fmt::format("<<( {} {} {} )>>", result_text(term.parts[0]), result_text(term.parts[1]),
                       result_text(term.parts[2]));
  std::string text;
  append_ntriples(view(term), text);
  return text;
}

void write_results(const QueryResults& results, ResultsFormat format, Output& output) {
  if (format == ResultsFormat::json) {
    write_json(results, output);
  } else if (format == ResultsFormat::csv) {
    write_csv(as_rows(results), output);
  } else if (format == ResultsFormat::tsv) {
    write_tsv(as_rows(results), output);
  } else if (results.truth) {
    output.write(*results.truth ? "true\n" : "false\n");
  } else {
    write_table(results, output);
  }
}

}  // namespace graphwright
