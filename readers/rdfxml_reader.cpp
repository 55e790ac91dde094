#include "rdfxml_reader.hpp"

#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "graphwright/iri.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "rdfxml_names.hpp"
#include "rdfxml_terms.hpp"
#include "white_space.hpp"
#include "xml_events.hpp"
#include "xml_literal.hpp"

namespace graphwright {
namespace {

using namespace rdfxml;

/// What elements inherit: base, language, direction and version.
struct Scope {
  std::shared_ptr<const BaseIri> base;
  std::string language;
  bool has_wrong_language = false;
  Direction direction = Direction::none;
  bool is_version_12 = false;
};

/// What an open element waits for.
enum class Expects : std::uint8_t {
  document,      // the document element
  nodes,         // rdf:RDF: node elements
  properties,    // a node element, or a property element with parseType="Resource"
  text_or_node,  // a property element that may turn out either way
  nothing_more,  // a property element that has its object
  typed_text,    // a property element with rdf:datatype
  xml,           // parseType="Literal"
  collection,    // parseType="Collection"
  triple,        // parseType="Triple"
  skip,          // something that was reported already
};

/// An open element.
struct Frame {
  Expects expects = Expects::skip;
  Scope scope{};
  OwnedTerm subject{};    // of the properties inside
  OwnedTerm owner{};      // property elements: the subject of the property
  OwnedTerm predicate{};  // property elements
  OwnedTerm object{};
  OwnedTerm reified{};     // rdf:ID of a property element
  OwnedTerm annotation{};  // rdf:annotation or rdf:annotationNodeID
  std::string text{};
  OwnedTerm datatype{};
  std::vector<OwnedTerm> members{};
  std::vector<OwnedTriple> captured{};
  std::size_t next_member = 1;
  bool is_property = false;
  Location location{};
};

/// The attributes of an element, sorted into what RDF/XML gives a meaning to.
struct Attributes {
  std::optional<std::string_view> id, about, node_id, resource, datatype, parse_type, annotation, annotation_node_id;
  struct Property {
    OwnedTerm predicate;
    std::string_view value;
  };
  std::vector<Property> properties;
  std::optional<std::string> error;
};

class RdfXmlReader : public XmlHandler {
 public:
  RdfXmlReader(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
      : options_(options), sink_(sink), diagnostics_(diagnostics) {
    Frame& document = frames_.emplace_back();
    document.expects = Expects::document;
    document.scope.base = std::make_shared<const BaseIri>(options.base);
  }

  void start(const XmlElement& element) override {
    Frame& parent = frames_.back();
    if (parent.expects == Expects::xml) {
      literal_.start(element);
      return;
    }
    if (parent.expects != Expects::skip) announce_prefixes(element);
    switch (parent.expects) {
      case Expects::document:
        return start_root(element);
      case Expects::nodes:
      case Expects::text_or_node:
      case Expects::collection:
      case Expects::triple:
        return start_node(element);
      case Expects::properties:
        return start_property(element);
      case Expects::nothing_more:
      case Expects::typed_text:
        return refuse(element, "no element may stand here");
      default:
        frames_.emplace_back();
    }
  }

  void end() override {
    if (literal_.depth() > 0) {
      literal_.end();
      return;
    }
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (!captures_.empty() && captures_.back() == frames_.size()) captures_.pop_back();
    if (frame.expects == Expects::skip) return;
    if (frame.is_property) end_property(frame);
  }

  void text(std::string_view text) override {
    Frame& frame = frames_.back();
    if (frame.expects == Expects::xml) return literal_.text(text);
    if (frame.expects == Expects::text_or_node || frame.expects == Expects::typed_text) {
      frame.text.append(text);
      return;
    }
    if (frame.expects == Expects::skip || is_blank_text(text)) return;
    error(frame.location, "no text may stand directly in this element");
    frame.expects = Expects::skip;
  }

  void comment(std::string_view text) override {
    if (frames_.back().expects == Expects::xml) literal_.comment(text);
  }

  void instruction(std::string_view target, std::string_view data) override {
    if (frames_.back().expects == Expects::xml) literal_.instruction(target, data);
  }

 private:
  void error(Location location, std::string message) { diagnostics_.error("syntax", location, std::move(message)); }

  /// Reports what is wrong with an element and leaves it out with all that is in it.
  void refuse(const XmlElement& element, std::string message) {
    error(element.location, std::move(message));
    frames_.emplace_back();
  }

  void announce_prefixes(const XmlElement& element) {
    for (const XmlNamespace& one : element.namespaces)
      if (!one.iri.empty() && is_right_namespace(one, element.location)) sink_.prefix(one.prefix, one.iri);
  }

  bool is_right_namespace(const XmlNamespace& one, Location location) {
    const auto fault = options_.lenient ? std::nullopt : find_iri_error(one.iri);
    if (!fault && has_scheme(one.iri)) return true;
    error(location, fmt::format("the namespace '{}' is not an IRI: {}", one.iri, fault.value_or("it is relative")));
    wrong_namespaces_.emplace(one.iri);
    return false;
  }

  /// The IRI that an element or attribute is named by; wrong where its namespace was.
  OwnedTerm named(std::string_view ns, std::string_view local) const {
    OwnedTerm term = OwnedTerm::iri(std::string(ns).append(local));
    term.wrong = !wrong_namespaces_.empty() && wrong_namespaces_.contains(ns);
    return term;
  }

  Scope scope_of(const XmlElement& element) {
    Scope scope = frames_.back().scope;
    for (const XmlAttribute& one : element.attributes) {
      if (one.ns == xml_ns && one.local == "base")
        scope.base = std::make_shared<const BaseIri>(scope.base->empty() ? std::string(one.value)
                                                                         : scope.base->resolve(one.value));
      else if (one.ns == xml_ns && one.local == "lang")
        set_language(one.value, scope, element.location);
      else if (one.ns == its_ns && one.local == "dir")
        scope.direction = one.value == "ltr" ? Direction::ltr : one.value == "rtl" ? Direction::rtl : Direction::none;
      else if (one.ns == rdf_ns && one.local == "version")
        scope.is_version_12 = one.value.starts_with("1.2");
    }
    return scope;
  }

  void set_language(std::string_view tag, Scope& scope, Location location) {
    scope.language = tag;
    scope.has_wrong_language = !tag.empty() && !is_language_tag(tag);
    if (scope.has_wrong_language) error(location, fmt::format("'{}' is not a language tag", tag));
  }

  Attributes attributes_of(const XmlElement& element) const {
    Attributes result;
    for (const XmlAttribute& one : element.attributes) {
      if (one.ns == xml_ns || one.ns == its_ns) continue;
      if (one.ns.empty() && !is_rdf_attribute_without_prefix(one.local)) {
        // Names that begin with "xml" belong to XML itself (RDF 1.1 XML Syntax, 6.1.4).
        if (!options_.lenient && !one.local.starts_with("xml"))
          result.error = fmt::format("the attribute '{}' has no namespace", one.local);
        continue;
      }
      if (one.ns == rdf_ns || one.ns.empty())
        add_rdf_attribute(one, result);
      else
        result.properties.push_back({named(one.ns, one.local), one.value});
    }
    return result;
  }

  static void add_rdf_attribute(const XmlAttribute& one, Attributes& result) {
    if (one.local == "ID")
      result.id = one.value;
    else if (one.local == "about")
      result.about = one.value;
    else if (one.local == "nodeID")
      result.node_id = one.value;
    else if (one.local == "resource")
      result.resource = one.value;
    else if (one.local == "datatype")
      result.datatype = one.value;
    else if (one.local == "parseType")
      result.parse_type = one.value;
    else if (one.local == "annotation")
      result.annotation = one.value;
    else if (one.local == "annotationNodeID")
      result.annotation_node_id = one.value;
    else if (one.local == "version")
      return;
    else if (is_forbidden_attribute(one.local))
      result.error = fmt::format("rdf:{} may not be an attribute", one.local);
    else
      result.properties.push_back({OwnedTerm::iri(std::string(rdf_ns).append(one.local)), one.value});
  }

  /// Files of graphs often have the suffix .xml too.
  void start_root(const XmlElement& element) {
    if (element.ns == rdf_ns && element.local == "RDF") return start_rdf(element);
    if (element.local == "graphml" || element.local == "gexf")
      return refuse(element, fmt::format("this is a file of {0}, not of RDF/XML: read it with -i {0}", element.local));
    start_node(element);
  }

  void start_rdf(const XmlElement& element) {
    Frame frame;
    frame.expects = Expects::nodes;
    frame.scope = scope_of(element);
    frame.location = element.location;
    for (const XmlAttribute& one : element.attributes)
      if (one.ns == rdf_ns && one.local != "version")
        return refuse(element, fmt::format("rdf:RDF has no attribute rdf:{}", one.local));
    frames_.push_back(std::move(frame));
  }

  /// Node elements (RDF 1.1 XML Syntax, 7.2.11).
  void start_node(const XmlElement& element) {
    if (element.ns.empty()) return refuse(element, fmt::format("the element '{}' has no namespace", element.local));
    if (element.ns == rdf_ns && is_forbidden_node(element.local))
      return refuse(element, fmt::format("rdf:{} may not be a node element", element.local));
    if (frames_.back().expects == Expects::text_or_node && !is_blank_text(frames_.back().text))
      return refuse(element, "text and an element stand side by side");
    const Attributes attributes = attributes_of(element);
    if (const auto fault = node_fault(attributes)) return refuse(element, *fault);
    Frame frame;
    frame.expects = Expects::properties;
    frame.scope = scope_of(element);
    frame.location = element.location;
    frame.subject = subject_of(attributes, frame.scope, element.location);
    give_to_parent(frame.subject);
    frames_.push_back(std::move(frame));
    const Frame& node = frames_.back();
    if (element.ns != rdf_ns || element.local != "Description")
      emit(node.subject, OwnedTerm::iri(std::string(iri::rdf::type)), named(element.ns, element.local),
           element.location);
    emit_property_attributes(attributes, node.subject, node.scope, element.location);
  }

  static std::optional<std::string> node_fault(const Attributes& attributes) {
    if (attributes.error) return attributes.error;
    if (attributes.id.has_value() + attributes.about.has_value() + attributes.node_id.has_value() > 1)
      return "only one of rdf:ID, rdf:about and rdf:nodeID may stand on a node element";
    if (attributes.resource || attributes.datatype || attributes.parse_type || attributes.annotation ||
        attributes.annotation_node_id)
      return "rdf:resource, rdf:datatype, rdf:parseType and rdf:annotation stand on property elements only";
    return std::nullopt;
  }

  OwnedTerm subject_of(const Attributes& attributes, const Scope& scope, Location location) {
    if (attributes.id) return id_iri(*attributes.id, scope, location);
    if (attributes.about) return resolve(*attributes.about, scope, location);
    if (attributes.node_id) return named_blank(*attributes.node_id, location);
    return fresh_blank();
  }

  /// Hands a node element to the property element around it.
  void give_to_parent(const OwnedTerm& subject) {
    Frame& parent = frames_.back();
    if (parent.expects == Expects::text_or_node) {
      parent.object = subject;
      parent.expects = Expects::nothing_more;
    } else if (parent.expects == Expects::collection) {
      parent.members.push_back(subject);
    }
  }

  void emit_property_attributes(const Attributes& attributes, const OwnedTerm& subject, const Scope& scope,
                                Location location) {
    for (const Attributes::Property& one : attributes.properties) {
      const bool is_type = one.predicate.text == iri::rdf::type;
      emit(subject, one.predicate,
           is_type ? resolve(one.value, scope, location) : plain_literal(std::string(one.value), scope), location);
    }
  }

  static OwnedTerm plain_literal(std::string text, const Scope& scope) {
    OwnedTerm term = OwnedTerm::typed(std::move(text), {});
    if (scope.language.empty()) return term;
    term.tagged = true;
    term.qualifier = scope.language;
    term.wrong = scope.has_wrong_language;
    if (scope.is_version_12) term.direction = scope.direction;
    return term;
  }

  /// Property elements (RDF 1.1 XML Syntax, 7.2.14 to 7.2.21).
  void start_property(const XmlElement& element) {
    if (element.ns.empty()) return refuse(element, fmt::format("the element '{}' has no namespace", element.local));
    if (element.ns == rdf_ns && is_forbidden_property(element.local))
      return refuse(element, fmt::format("rdf:{} may not be a property element", element.local));
    const Attributes attributes = attributes_of(element);
    if (const auto fault = property_fault(attributes)) return refuse(element, *fault);
    Frame& parent = frames_.back();
    Frame frame;
    frame.is_property = true;
    frame.scope = scope_of(element);
    frame.location = element.location;
    frame.owner = parent.subject;
    frame.predicate = element.ns == rdf_ns && element.local == "li"
                          ? OwnedTerm::iri(fmt::format("{}_{}", rdf_ns, parent.next_member++))
                          : named(element.ns, element.local);
    if (attributes.id) frame.reified = id_iri(*attributes.id, frame.scope, element.location);
    if (attributes.annotation) frame.annotation = resolve(*attributes.annotation, frame.scope, element.location);
    if (attributes.annotation_node_id) frame.annotation = named_blank(*attributes.annotation_node_id, element.location);
    set_expectation(attributes, frame);
    frames_.push_back(std::move(frame));
  }

  static std::optional<std::string> property_fault(const Attributes& attributes) {
    if (attributes.error) return attributes.error;
    if (attributes.about) return "rdf:about stands on node elements only";
    if (attributes.annotation && attributes.annotation_node_id)
      return "only one of rdf:annotation and rdf:annotationNodeID may stand on a property element";
    const bool has_object = attributes.resource || attributes.node_id || !attributes.properties.empty();
    if (attributes.parse_type && (has_object || attributes.datatype))
      return "nothing but rdf:ID may stand beside rdf:parseType";
    if (attributes.datatype && has_object)
      return "rdf:datatype may not stand beside rdf:resource, rdf:nodeID or properties";
    if (attributes.resource && attributes.node_id)
      return "only one of rdf:resource and rdf:nodeID may stand on a property element";
    return std::nullopt;
  }

  /// Decides by the attributes what the content of a property element is.
  void set_expectation(const Attributes& attributes, Frame& frame) {
    frame.expects = Expects::text_or_node;
    if (attributes.parse_type) return set_parse_type(*attributes.parse_type, frame);
    if (attributes.datatype) {
      frame.expects = Expects::typed_text;
      frame.datatype = resolve(*attributes.datatype, frame.scope, frame.location);
    } else if (attributes.resource || attributes.node_id || !attributes.properties.empty()) {
      frame.expects = Expects::nothing_more;
      frame.object = attributes.resource  ? resolve(*attributes.resource, frame.scope, frame.location)
                     : attributes.node_id ? named_blank(*attributes.node_id, frame.location)
                                          : fresh_blank();
      emit_property_attributes(attributes, frame.object, frame.scope, frame.location);
    }
  }

  void set_parse_type(std::string_view type, Frame& frame) {
    if (type == "Resource") {
      frame.expects = Expects::properties;
      frame.object = fresh_blank();
      frame.subject = frame.object;
    } else if (type == "Collection") {
      frame.expects = Expects::collection;
    } else if (type == "Triple" && frame.scope.is_version_12) {
      frame.expects = Expects::triple;
      captures_.push_back(frames_.size());
    } else {
      frame.expects = Expects::xml;
      literal_ = XmlLiteralWriter();
    }
  }

  void end_property(Frame& frame) {
    switch (frame.expects) {
      case Expects::text_or_node:
        frame.object = plain_literal(std::move(frame.text), frame.scope);
        break;
      case Expects::typed_text:
        frame.object = OwnedTerm::typed(std::move(frame.text), std::move(frame.datatype.text));
        frame.object.wrong = frame.datatype.wrong;
        break;
      case Expects::xml:
        frame.object = OwnedTerm::typed(literal_.take(), std::string(rdf_ns) + "XMLLiteral");
        break;
      case Expects::collection:
        return end_collection(frame);
      case Expects::triple:
        if (frame.captured.size() != 1)
          return error(frame.location,
                       fmt::format("rdf:parseType=\"Triple\" needs exactly one triple, not {}", frame.captured.size()));
        frame.object = OwnedTerm::triple_term(std::move(frame.captured.front()));
        break;
      default:
        break;
    }
    emit_property(frame);
  }

  /// Collections (RDF 1.1 XML Syntax, 7.2.19).
  void end_collection(Frame& frame) {
    std::vector<OwnedTerm> cells;
    for (std::size_t i = 0; i < frame.members.size(); ++i) cells.push_back(fresh_blank());
    const OwnedTerm nil = OwnedTerm::iri(std::string(iri::rdf::nil));
    frame.object = cells.empty() ? nil : cells.front();
    emit_property(frame);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      emit(cells[i], OwnedTerm::iri(std::string(iri::rdf::first)), frame.members[i], frame.location);
      emit(cells[i], OwnedTerm::iri(std::string(iri::rdf::rest)), i + 1 < cells.size() ? cells[i + 1] : nil,
           frame.location);
    }
  }

  void emit_property(const Frame& frame) {
    emit(frame.owner, frame.predicate, frame.object, frame.location);
    if (!frame.reified.is_absent()) {
      const auto say = [&](std::string_view predicate, const OwnedTerm& object) {
        emit(frame.reified, OwnedTerm::iri(std::string(predicate)), object, frame.location);
      };
      say(iri::rdf::type, OwnedTerm::iri(std::string(iri::rdf::statement)));
      say(iri::rdf::subject, frame.owner);
      say(iri::rdf::predicate, frame.predicate);
      say(iri::rdf::object, frame.object);
    }
    if (!frame.annotation.is_absent())
      emit(frame.annotation, OwnedTerm::iri(std::string(iri::rdf::reifies)),
           OwnedTerm::triple_term({frame.owner, frame.predicate, frame.object}), frame.location);
  }

  void emit(const OwnedTerm& subject, const OwnedTerm& predicate, const OwnedTerm& object, Location location) {
    if (!captures_.empty()) {
      frames_[captures_.back()].captured.push_back({subject, predicate, object});
      return;
    }
    if (subject.wrong || predicate.wrong || object.wrong) return;
    inner_.clear();
    sink_.statement({borrow(subject, inner_), borrow(predicate, inner_), borrow(object, inner_), {}, location});
  }

  OwnedTerm resolve(std::string_view reference, const Scope& scope, Location location) {
    OwnedTerm term = OwnedTerm::iri(scope.base->empty() ? std::string(reference) : scope.base->resolve(reference));
    const auto fault = options_.lenient ? std::nullopt : find_iri_error(term.text);
    if (fault)
      error(location, fmt::format("'{}' is not an IRI: {}", reference, *fault));
    else if (!has_scheme(term.text))
      error(location, fmt::format("'{}' is relative and there is no base IRI", reference));
    term.wrong = fault || !has_scheme(term.text);
    return term;
  }

  /// rdf:ID: a name that stands once in the document for each base (RDF 1.1 XML Syntax, 5.3 and 7.2.22).
  OwnedTerm id_iri(std::string_view id, const Scope& scope, Location location) {
    if (!is_ncname(id)) error(location, fmt::format("rdf:ID '{}' is not a name (NCName)", id));
    OwnedTerm iri = resolve("#" + std::string(id), scope, location);
    if (!iri.wrong && !ids_.insert(iri.text).second)
      error(location, fmt::format("rdf:ID '{}' stands a second time", id));
    return iri;
  }

  OwnedTerm fresh_blank() { return OwnedTerm::blank(fmt::format("anon{}", ++blank_count_)); }

  /// Labels of the file stay as they are unless they look like ours or cannot be written elsewhere.
  OwnedTerm named_blank(std::string_view label, Location location) {
    if (!is_ncname(label)) {
      error(location, fmt::format("rdf:nodeID '{}' is not a name (NCName)", label));
      OwnedTerm term = OwnedTerm::blank({});
      term.wrong = true;
      return term;
    }
    if (!label.starts_with("anon") && !label.ends_with('.')) return OwnedTerm::blank(std::string(label));
    const auto [at, is_new] = renamed_.try_emplace(std::string(label));
    if (is_new) at->second = fresh_blank().text;
    return OwnedTerm::blank(at->second);
  }

  const ReadOptions& options_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::vector<Frame> frames_;
  std::vector<std::size_t> captures_;
  XmlLiteralWriter literal_;
  std::set<std::string, std::less<>> ids_;
  std::set<std::string, std::less<>> wrong_namespaces_;
  std::unordered_map<std::string, std::string> renamed_;
  std::deque<TripleView> inner_;
  std::size_t blank_count_ = 0;
};

}  // namespace

void read_rdfxml(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  RdfXmlReader reader(options, sink, diagnostics);
  read_xml(source, options, reader, diagnostics);
  sink.finish();
}

}  // namespace graphwright
