import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports each file as Gephi does when nothing is set, and prints what it made of it. */
public class GephiCheck {
  public static void main(String[] paths) throws Exception {
    for (String path : paths) {
      ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
      projects.newProject();
      ImportController imports = Lookup.getDefault().lookup(ImportController.class);
      Container container = imports.importFile(new File(path));
      imports.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
      print(new File(path).getName(),
          Lookup.getDefault().lookup(GraphController.class).getGraphModel(projects.getCurrentWorkspace()));
    }
  }

  private static void print(String name, GraphModel model) {
    Graph graph = model.getGraph();
    System.out.printf("%s: %d nodes, %d edges, %s%s%n", name, graph.getNodeCount(), graph.getEdgeCount(),
        model.isMixed() ? "mixed" : model.isDirected() ? "directed" : "undirected", model.isDynamic() ? ", dynamic" : "");
    System.out.println("  node columns:" + columns(model.getNodeTable()));
    System.out.println("  edge columns:" + columns(model.getEdgeTable()));
    List<String> lines = new ArrayList<>();
    for (Node one : graph.getNodes()) lines.add(String.format("  node %s '%s' %d,%d,%d", one.getId(), one.getLabel(),
        Math.round(one.r() * 255), Math.round(one.g() * 255), Math.round(one.b() * 255)));
    for (Edge one : graph.getEdges()) lines.add(String.format("  edge %s %s %s %s '%s' %s weight %.1f %s", one.getId(),
        one.getSource().getId(), one.isDirected() ? "->" : "--", one.getTarget().getId(), one.getLabel(),
        one.getTypeLabel(), one.getWeight(), time(one)));
    Collections.sort(lines);
    for (String one : lines) System.out.println(one);
  }

  private static String columns(Table table) {
    List<String> names = new ArrayList<>();
    for (Column one : table) names.add(one.getTitle() + ":" + one.getTypeClass().getSimpleName());
    Collections.sort(names);
    return " " + String.join(", ", names);
  }

  private static String time(Edge edge) {
    Object set = edge.getAttribute("timeset");
    return set == null ? "always" : set.toString();
  }
}
