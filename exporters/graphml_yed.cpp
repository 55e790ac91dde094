#include <algorithm>
#include <array>

#include "graphwright/graph_file_iris.hpp"

#include "attributes.hpp"
#include "graphml_flavour.hpp"
#include "placement.hpp"
#include "xml_fragment.hpp"

namespace graphwright {
namespace {

constexpr std::string_view shape_name(Shape shape) {
  switch (shape) {
    case Shape::pill:
      return "roundrectangle";
    case Shape::ellipse:
      return "ellipse";
    case Shape::hexagon:
      return "hexagon";
    case Shape::octagon:
      return "octagon";
    case Shape::note:
    case Shape::tab:
      return "rectangle";
    case Shape::folder:
      return "trapezoid2";
    default:
      return "rectangle";
  }
}

constexpr std::string_view line_type(LineStyle style) {
  switch (style) {
    case LineStyle::attributed:
      return "dashed";
    case LineStyle::hypothetical:
    case LineStyle::denied:
      return "dotted";
    default:
      return "line";
  }
}

/// yEd shows what it is told to draw: shapes with labels, colours and places, and lines with labels.
class YedFlavour : public GraphmlFlavour {
 public:
  explicit YedFlavour(const PropertyGraph& graph) : graph_(graph), picture_(graph), placed_(place_nodes(graph)) {}

  std::string_view namespaces() const override {
    return R"( xmlns:y="http://www.yworks.com/xml/graphml" xmlns:yed="http://www.yworks.com/xml/yed/3")";
  }

  void write_keys(Output& output) const override {
    output.write(
        "  <key id=\"nodegraphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
        "  <key id=\"edgegraphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n");
  }

  bool hides_node_column(std::uint32_t column) const override {
    return column >= NodeAttributes::first_own &&
           is_in_drawings(graph_, graph_.columns()[column - NodeAttributes::first_own].property);
  }

  void write_node_data(std::uint32_t node, Output& output, XmlText& text) override {
    if (write_given("nodegraphics", graph_.foreign().drawing(graph_.resource(node)), output)) return;
    const Placed& place = placed_.nodes[node];
    const ClassStyle style = picture_.style(node);
    const std::string given = given_color(graph_, node);
    output.write("      <data key=\"nodegraphics\"><y:ShapeNode><y:Geometry");
    attribute("height", coordinate_text(place.height), output, text);
    attribute("width", coordinate_text(place.width), output, text);
    attribute("x", coordinate_text(place.x - place.width / 2), output, text);
    attribute("y", coordinate_text(place.y - place.height / 2), output, text);
    const std::string fill = given.empty() ? std::string(style.fill) : given;
    output.write("/><y:Fill");
    attribute("color", fill, output, text);
    output.write(" transparent=\"false\"/><y:BorderStyle");
    attribute("color", style.line, output, text);
    output.write(R"( type="line" width="1.0"/><y:NodeLabel)");
    if (is_dark(fill)) attribute("textColor", "#FFFFFF", output, text);
    output.put('>');
    text.content(graph_.label(graph_.resource(node)));
    output.write("</y:NodeLabel><y:Shape");
    attribute("type", shape_name(style.shape), output, text);
    output.write("/></y:ShapeNode></data>\n");
  }

  void write_edge_data(std::uint32_t edge, Output& output, XmlText& text) override {
    if (write_given("edgegraphics", graph_.foreign_drawing(edge), output)) return;
    const RelationGraph::Edge ends = graph_.edge(edge);
    output.write("      <data key=\"edgegraphics\"><y:PolyLineEdge><y:LineStyle");
    attribute("color", picture_.style(ends.source).line, output, text);
    attribute("type", line_type(picture_.line_style(edge)), output, text);
    output.write(R"( width="1.0"/><y:Arrows source="none")");
    attribute("target", graph_.is_symmetric(edge) ? "none" : "standard", output, text);
    output.write("/><y:EdgeLabel>");
    const std::string_view words = graph_.relation_label(graph_.predicate(edge));
    const std::string time = picture_.time(edge);
    text.content(words);
    if (!words.empty() && !time.empty()) output.write(", ");
    text.content(time);
    output.write("</y:EdgeLabel></y:PolyLineEdge></data>\n");
  }

 private:
  /// Writes the drawing of the file that the graph was read from, if it has one.
  bool write_given(std::string_view key, TermId drawing, Output& output) const {
    const std::string_view xml = drawing == TermId::none ? std::string_view{} : graph_.graph().view(drawing).text;
    if (xml.empty() || !is_xml_fragment(xml)) return false;
    output.write("      <data key=\"");
    output.write(key);
    output.write("\">");
    output.write(xml);
    output.write("</data>\n");
    return true;
  }
  static void attribute(std::string_view name, std::string_view value, Output& output, XmlText& text) {
    output.put(' ');
    output.write(name);
    output.write("=\"");
    text.attribute(value);
    output.put('"');
  }

  const PropertyGraph& graph_;
  Picture picture_;
  Placement placed_;
};

}  // namespace

bool is_in_drawings(const PropertyGraph& graph, TermId property) {
  constexpr std::array<std::string_view, 6> drawn{iri::gw::x,      iri::gw::y,     iri::gw::width,
                                                  iri::gw::height, iri::gw::color, iri::gw::shape};
  if (graph.foreign().drawing_count() == 0) return false;
  return std::find(drawn.begin(), drawn.end(), graph.graph().view(property).text) != drawn.end();
}

bool has_all_drawings(const PropertyGraph& graph) {
  if (graph.foreign().drawing_count() == 0) return false;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node)
    if (graph.foreign().drawing(graph.resource(node)) == TermId::none) return false;
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge)
    if (graph.foreign_drawing(edge) == TermId::none) return false;
  return true;
}

std::unique_ptr<GraphmlFlavour> make_yed_flavour(const PropertyGraph& graph) {
  return std::make_unique<YedFlavour>(graph);
}

}  // namespace graphwright
