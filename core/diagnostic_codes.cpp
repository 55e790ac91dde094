#include <algorithm>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

const std::vector<DiagnosticCode>& diagnostic_codes() {
  static const std::vector<DiagnosticCode> codes{
      // In the order of the alphabet.
      {"absent-output",
       "`build --check` found no file where the manifest has an export. Run `graphwright build` and commit "
       "what it writes."},
      {"ambiguous-name",
       "Two names of the ontology end alike, for instance a class of your own and one of the built-in "
       "ontology. In fact files the short name means the first; write the other with its prefix or as an IRI "
       "in angle brackets."},
      {"bad-base",
       "All names of entities are appended to the base of the manifest, so it ends in '/', '#' or ':'. "
       "Otherwise https://example.org/g and armenia would make https://example.org/garmenia."},
      {"bad-decisions",
       "A file of decisions, X.decisions.tsv beside X.draft.yaml, is a table that 'graphwright extract --review' "
       "writes: two head lines, then one decision a line with 14 fields between tabs. Nothing is written while it "
       "has errors. Mend the line, or delete it to be asked again."},
      {"bad-iri",
       "An IRI here is absolute: it begins with a scheme such as https: and holds no spaces, quotation marks or "
       "angle brackets (RFC 3987). In fact files it stands in angle brackets: <https://example.org/x>."},
      {"bad-language", "A language is a tag of letters, digits and hyphens: en, hy, pt-BR (RFC 5646)."},
      {"bad-literal",
       "A value does not belong to its datatype: a number in words, a day that does not exist, a language on "
       "what is no text. The ontology says which datatype an attribute takes."},
      {"bad-name",
       "A name is made of letters, digits, '-', '_' and '.', and begins and ends with a letter or digit: "
       "ned-price. What people read is the label; write it there as you like."},
      {"bad-names",
       "A line of a file of names (extract --names) is KIND | name | other names | adjectives | capitals; KIND is "
       "polity, place, organization, alliance, group or person."},
      {"bad-path",
       "Exports are written into the output directory and nowhere else. Name a file below it, and choose the "
       "directory with --output."},
      {"bad-rule",
       "A rule of a file of rules (extract --rules) has seven fields between bars and an example sentence that "
       "proves it: the rule must find the facts that stand behind the example (docs/extraction.md)."},
      {"canonicalize-triple-term",
       "RDFC-1.0 is defined for RDF 1.1 and has no canonical form for triple terms. Write the statements about "
       "statements as rdf:Statement nodes first (convert --lift --statements rdf11)."},
      {"canonicalize-work-limit",
       "The blank nodes of the dataset look alike from so many sides that telling them apart would take very long; "
       "graphs can be made to exhaust RDFC-1.0 in this way. --max-work raises the limit; naming some of the blank "
       "nodes removes the cause."},
      {"conflicting-keys",
       "Two keys say the same thing twice or cannot stand together: 'speaker' and 'according-to', 'quote' and "
       "'evidence', a 'prefix' without the one quote that it belongs to. Keep one of them."},
      {"contradictory-ontology",
       "The ontology contradicts itself: a class below two that exclude each other can have no members, a relation "
       "that is said to hold both ways and one way only can hold nowhere. Take one of the axioms back; the notes "
       "show them."},
      {"control-character",
       "A text file holds a byte that is no text, such as U+0000. Often the file is not what its name says, or "
       "was damaged."},
      {"dangling-edge",
       "An edge begins or ends at a node that the graph file does not have. Readers differ in what they make of "
       "it: some add the node, some drop the edge. Add the node, or mend the id."},
      {"dangling-reference",
       "A fact names a place or speaker below the graph's own base IRI that is declared nowhere. Declare it, "
       "or mend the name."},
      {"diff-limit",
       "The two graphs differ, and so many of their blank nodes look alike that matching them was ended before it was "
       "done. Each fact shown does differ under the matching that was found, but a better one may show fewer. "
       "--max-work raises the limit; naming some of the blank nodes removes the cause."},
      {"diff-undecided",
       "The two graphs seem to hold the same, but their blank nodes look alike from so many sides that telling whether "
       "one graph is the other would take very long, so nothing is shown. --max-work raises the limit; naming some of "
       "the blank nodes removes the cause."},
      {"disjoint",
       "A resource belongs to two classes that exclude each other (owl:disjointWith, "
       "owl:AllDisjointClasses), such as a person that is also a place. Mostly two things share one name."},
      {"domain",
       "The subject of a relation is of a class that the ontology does not admit there (rdfs:domain). Either "
       "the relation was meant for something else, or its two ends are exchanged, or the subject lacks a "
       "class. What has no class that the ontology knows is not checked."},
      {"duplicate-definition",
       "Each entity and each event is declared once, in one file. The first declaration is kept. Put what "
       "belongs together in one place, or give the second one a name of its own."},
      {"duplicate-export", "Two exports of the manifest have the same file name, so one would overwrite the other."},
      {"duplicate-id",
       "Two nodes, edges or keys of a graph file have one id. Two nodes are an error, since nobody can tell "
       "which one an edge means; of edges both are kept, of keys the first."},
      {"duplicate-key",
       "A key stands once in its block. YAML parsers that take the second value hide the first; here the first "
       "is kept and the second is an error."},
      {"empty-article",
       "An article without words: an empty file, or a page whose text stands in none of its paragraphs."},
      {"entity-expected",
       "A relation leads from an entity to an entity, but here is text. Declare the other end as an entity and "
       "write its name, or use an attribute of the ontology."},
      {"fact-line",
       "A fact is a line of three words: subject relation object. Names have no spaces; text, which only "
       "attributes take, stands in double quotes: elwha-dam finished \"1913\"."},
      {"impossible-date", "The day or month does not exist, such as 2024-02-30."},
      {"incomplete-rule",
       "A rule of the ontology lacks a part: a gw:SharedRoleRule needs gw:role and gw:yields, a "
       "gw:RepresentationRule gw:via and gw:appliesTo. The rule is not used."},
      {"inconsistent",
       "Facts and ontology together say what cannot be: one thing in two classes that exclude each other, two "
       "values of which there may be one, the same that is different. The message stands at the last of the facts; "
       "the notes show the others, and the rule is that of OWL 2 RL (OWL 2 Profiles, 4.3)."},
      {"inference-limit",
       "The ontology entails more statements than the limit allows, mostly because a transitive relation "
       "connects a great many things, or a rule tries too many combinations. Derive less (--derived relations), "
       "raise --max-derived of 'infer', or give the premises of the rule more in common."},
      {"jsonld",
       "The document breaks a rule of JSON-LD 1.1; the message begins with the name that the specification gives to "
       "the error. The node in which it stands is left out with what is in it; reading goes on behind it."},
      {"jsonld-left-out",
       "JSON-LD demands that this be left out: a key that the context gives no meaning, a value without a property, "
       "an IRI that is none, a blank node as predicate, a base direction that RDF 1.1 cannot carry. It is said once "
       "for each key."},
      {"lift-left",
       "A node speaks of a statement in our vocabulary (gw:time, gw:modality, gw:hasEvidence, ...), but cannot be "
       "turned into a fact without losing something: more is said of it, other statements refer to it, or its parts "
       "contradict each other. It stays data; nothing is lost."},
      {"literal-expected",
       "An attribute takes text, a number or a date, not an entity. In a fact line it stands in double quotes; "
       "of an entity or event it stands under 'attributes'."},
      {"loss",
       "The format cannot carry something that the graph holds; the message counts it. The file is written all "
       "the same, without it. With --fail-on-loss it is an error. docs/formats.md says what each format cannot "
       "carry."},
      {"lost-decision",
       "A person accepted or wrote a fact of an article, and the article has changed: no sentence of it has at least "
       "three of four words of the quote. The fact is left out of the draft, and its line stays in the file of "
       "decisions; delete the line if the fact is not wanted any more."},
      {"mapping-name",
       "A class, relation or attribute in a mapping is a name of its vocabulary (met-with), a name under a prefix "
       "(schema:url) or an IRI in angle brackets."},
      {"mapping-template",
       "In a mapping {column} stands for the value of a column, and {column|filter} for what a filter makes of it: "
       "slug, date, dmy, mdy, or a map under 'values'. Braces themselves are doubled."},
      {"measure-sampled",
       "Betweenness and closeness follow the shortest paths from every node, which takes nodes times edges. For a "
       "graph of this size they were followed from some nodes only and the values are estimates; the same nodes are "
       "drawn each time. Select a part of the graph to have exact values."},
      {"merge-blank-nodes",
       "Blank nodes of which several inputs say exactly the same are made one. Here the blank nodes of one input look "
       "alike from so many sides that naming them by what is said of them would take very long, so they are kept as "
       "nodes of their own."},
      {"merge-conflict",
       "A property has at most one value at a time (owl:FunctionalProperty), but the merged graph states two for the "
       "same resource. Both are kept. Either one is wrong, or they hold at different times that nobody states, or two "
       "things were taken for one."},
      {"missing-key",
       "A key without which the rest makes no sense is absent: 'class' of an entity, 'facts' of a block, 'base' "
       "and 'inputs' of a manifest. docs/fact_files.md lists all keys."},
      {"missing-source",
       "The file of a source cannot be opened, so no quote from it can be checked. Paths are relative to the "
       "folder of the manifest."},
      {"missing-speaker",
       "An attributed fact is one that somebody states, so it names that somebody: 'speaker: NAME', or "
       "'according-to: NAME' for both at once."},
      {"missing-value", "A key has nothing after its colon. Write the value, or take the key away."},
      {"missing-version",
       "Each manifest and fact file says which version of the form it is written in: 'graphwright: 1', best in "
       "its first line. So later versions can still read it."},
      {"not-english",
       "News text is read in English only; a text in which hardly any English articles and prepositions stand is "
       "left alone rather than guessed at."},
      {"not-utf8",
       "Text files are UTF-8. Save the file in that encoding; from others, iconv converts: iconv -f LATIN1 -t "
       "UTF-8 FILE."},
      {"quote-ambiguous",
       "The words stand more than once in the source, and the first place is taken. Write a longer quote, or "
       "what stands just before or after it as 'prefix' or 'suffix'."},
      {"quote-not-found",
       "A quote must stand in its source word for word. Line breaks, spaces, the shape of quotation marks and "
       "dashes, and Unicode normalisation make no difference; letters, capitals and punctuation do. The note "
       "says how far it goes."},
      {"quote-unchecked",
       "The source is named by a URL only. Save its text beside the manifest and name it as 'file' of the "
       "source, and its quotes are checked and get their offsets."},
      {"quote-without-source",
       "A quote, or a confidence, belongs to a source. Write 'source: NAME' at the top of the fact file, in the "
       "block or in the evidence."},
      {"outside-time",
       "What belongs to something lies within its time, but the two are dated so that they share no day: an event "
       "outside its conflict. One of the dates is wrong, or it belongs elsewhere. The notes show both dates."},
      {"range",
       "The object of a relation is of a class that the ontology does not admit there, or a text where a "
       "resource is needed, or a value of another datatype (rdfs:range)."},
      {"remote-context",
       "The document takes its context, or a part of it, from another address. Nothing is ever fetched, so that the "
       "same input gives the same output. Put the context itself in the place of its address, or name a file that "
       "holds it with --expand-context and take the address away."},
      {"reversed-interval", "An interval goes from the earlier to the later time: 1998/2000."},
      {"select-ambiguous",
       "Several things are called what a selection names. Name the one that is meant by its IRI in angle brackets, or "
       "by a prefixed name."},
      {"select-empty",
       "Nothing meets all conditions of a selection together, so the export is empty. What has no time, source or "
       "confidence does not meet a condition on it; steps and paths lead along the edges that the export shows."},
      {"select-no-condition",
       "A selection names no condition, or only how many steps lead away from nothing, so that it would choose the "
       "whole graph. Add a condition, or leave the selection out."},
      {"select-one-end",
       "Both ends of a path are one thing, perhaps because two names mean the same. Name two different things; what "
       "lies around one is chosen by 'near'."},
      {"select-unknown-name",
       "Nothing is called what a selection names: no IRI, no prefixed name, no name below the base, no local name and "
       "no label. Only what the export shows as nodes and edges can be selected by."},
      {"rule-syntax",
       "A rule file is Notation3 in part: prefixes as in Turtle and rules { ?x ex:parent ?y . ?y ex:brother ?z } => "
       "{ ?x ex:uncle ?z } . with names, literals and variables. The rule is left out; docs/ontology.md has the form."},
      {"rule-unsafe",
       "A rule concludes something about a variable that stands in none of its premises, or nothing at all. Rules make "
       "no new things, so that they always come to an end; name each variable of the conclusion in a premise."},
      {"shape",
       "A statement, or the lack of one, breaks a SHACL shape. The message names the constraint; the note shows "
       "where the shape is declared. A shape of severity sh:Violation makes an error, any other a warning."},
      {"shape-entailment",
       "The shapes graph asks with sh:entailment that something be inferred before it is checked (SHACL, 1.5). That "
       "is not done behind your back: infer first (graphwright infer) and check the result."},
      {"shape-ill-formed",
       "A shape has a parameter that SHACL does not allow it (SHACL, appendix A: for instance two sh:path, or a "
       "sh:pattern that is not a regular expression). The shape is left out; the others are checked."},
      {"shape-recursive",
       "A shape refers to itself, directly or through others. SHACL leaves open what that means (3.4.3), so the "
       "shape is left out. Write the recursion as a property path (sh:zeroOrMorePath) instead."},
      {"source-changed",
       "The SHA-256 in the manifest is not that of the file: somebody changed the text since. Check that the "
       "quotes still say what the facts say, then write the new hash."},
      // What readers of graph files do, as the doctor says it.
      {"cytoscape-directed",
       "Cytoscape knows one direction for all edges, that of the graph. Undirected edges among directed ones "
       "look directed there; say in an attribute that they are not."},
      {"cytoscape-interaction",
       "Cytoscape takes the type of an edge from an attribute named 'interaction' and shows '-' without it. Our "
       "GraphML has it."},
      {"cytoscape-order", "Cytoscape builds edges as it reads, so nodes come first. Most other readers do not mind."},
      {"cytoscape-prefix",
       "Cytoscape compares the names of elements with their prefix, so 'g:node' is no node. Declare the "
       "namespace of GraphML as the default one."},
      {"gephi-direction",
       "Gephi drops undirected edges, without a word, where the graph has defaultedgetype=\"directed\". Leave the "
       "default out and write the type of each edge, as our GEXF does."},
      {"gephi-dot",
       "Gephi reads of DOT only label, color, pos, style and weight; all other attributes are lost. Give it GEXF "
       "or GraphML."},
      {"gephi-key-order",
       "Gephi makes its columns before it reads the first node; what is declared later is ignored. Declare keys "
       "before the graph."},
      {"gephi-merge",
       "Gephi adds up edges of the same source, target and kind when it imports, unless the edge merge strategy "
       "is set to none. Give parallel edges different kinds (in GraphML the attribute label of the edge), as our "
       "GEXF and --flavour gephi do."},
      {"gephi-time",
       "Times in GEXF count only where the graph is dynamic, in the format that it declares, all intervals or "
       "all moments: integer and double are numbers, date and dateTime are written 2022-11-07 and "
       "2022-11-07T09:00:00Z and have to exist. Otherwise the timeline of Gephi stays empty without a word."},
      {"gephi-type", "Gephi drops a column whose type it does not know, with a message in its import report."},
      {"gexf-open",
       "GEXF before 1.3 had intervals without their first or last moment. Times are days here, and GEXF 1.3 has only "
       "intervals that hold both ends, so that such an interval is read as one that does."},
      {"gexf-parent",
       "A node of GEXF says that it lies in another (pid, parents). That one has to be in the file, and cannot lie in "
       "the first: no other format could write such a node down."},
      {"gexf-value-time",
       "A value of an attribute in GEXF can say when it holds: by a day or a time of day, or by a number on a scale of "
       "the file's own. A statement here holds at days only. The value is kept without its time."},
      {"graph-tool-type",
       "graph-tool needs attr.type on each key, and refuses the file where one has none. Write the type, string where "
       "no other fits."},
      {"graphviz-charset",
       "Graphviz reads UTF-8 unless charset says otherwise, and guesses Latin-1 at bytes that are none, label by "
       "label. Write the file in UTF-8, or charset=latin1 in the graph."},
      {"graphviz-cluster",
       "lhead and ltail make an edge end at a cluster, but only where the graph has compound=true, and a subgraph of "
       "that name, which begins with cluster."},
      {"graphviz-color",
       "Colors are names of X11 or SVG (lightblue, gray50), # and two hexadecimal digits for red, green, blue and "
       "perhaps opacity, three numbers from 0 to 1 for hue, saturation and value, or lists of these with colons. For "
       "any other dot takes black."},
      {"graphviz-escape",
       "In labels Graphviz puts the name of the node for \\N, of the graph for \\G, of the edge for \\E, and so "
       "on. Double the backslash where the letters themselves are meant."},
      {"graphviz-html",
       "A label between < and > is markup for Graphviz: & is &amp;, each tag is closed, and its elements are TABLE, "
       "TR, TD, FONT, BR, IMG, B, I, U, O, S, SUB, SUP, HR and VR. Rows and lines stand in tables, cells in rows, "
       "pictures in cells, and a table stands alone, in a cell or in one of B, I, U, O and FONT. Only cells can be "
       "empty, and characters have the names of HTML 4. Otherwise dot refuses the label."},
      {"graphviz-layout",
       "layout names one of the engines of Graphviz: dot, neato, fdp, sfdp, circo, twopi, osage, patchwork or nop. "
       "At any other word nothing is drawn."},
      {"graphviz-port",
       "In a name without quotation marks a colon begins a port, so a:http is the node a. Put the name in "
       "quotation marks. Where a port is meant, it has to stand in the label of its node: <http> before the text of a "
       "field of a record, PORT=\"http\" in a table. Otherwise the edge ends at the node itself."},
      {"graphviz-record",
       "The label of a node of the shape record or Mrecord is a small language: | divides fields, { and } turn the "
       "direction of those between them, <name> before a text is a port. Where it is wrong, dot says 'bad label "
       "format' and draws the name of the node instead. Put a backslash before { } | < > where the letters are meant."},
      {"graphviz-shape",
       "Shapes have fixed names, with capitals where Graphviz has them (box, Mrecord). For any other a box is drawn."},
      {"igraph-all",
       "igraph reads keys for nodes, edges or graphs; one for 'all' is ignored with its values. Declare it once "
       "for each."},
      {"igraph-id",
       "igraph keeps the ids of a file in an attribute 'id', and warns where the file has one of that name. Call "
       "it otherwise."},
      {"igraph-key",
       "igraph refuses the whole file where a key has no id, does not say what it is for, or is for something that "
       "GraphML does not know. Write id and for=\"node\", \"edge\" or \"graph\". A second key of one id is refused, "
       "or, next to the first one, makes igraph count wrong, so that values go to other keys. A value without a key "
       "goes to the key of the value before it."},
      {"igraph-name",
       "Two keys of one name for the same things fall together in readers that go by names; newer igraph refuses "
       "them."},
      {"igraph-namespace",
       "igraph takes elements without a namespace and those in that of GraphML; in any other it finds no graph. "
       "Declare http://graphml.graphdrawing.org/xmlns on the root element."},
      {"igraph-nested",
       "igraph reads the nodes and edges of one graph. Nested and further graphs and hyperedges are dropped."},
      {"igraph-type",
       "igraph refuses the whole file where a key has a type other than boolean, int, long, float, double and "
       "string; a key without a type is ignored with its values, and an empty type is taken for boolean."},
      {"igraph-undeclared",
       "igraph drops, without a word, a value whose key is not declared before the graph for the kind of thing that "
       "has it. Declare the key for nodes and for edges where both have it."},
      {"igraph-value",
       "igraph refuses the whole file at a value that is no number, or one too large or too small for a double, where "
       "its key says that it is a number, and at a boolean other than true, false, yes, no and whole numbers. Mend the "
       "value, or declare the key as a string."},
      {"networkx-class",
       "NetworkX stops at attributes of a GEXF file that are for neither nodes nor edges. Write class=\"node\" or "
       "class=\"edge\"."},
      {"networkx-default",
       "NetworkX keeps defaults apart and gives them to no node; Cytoscape ignores them. Write the values out, "
       "as we do."},
      {"networkx-hyperedge",
       "NetworkX has edges between two nodes only, and refuses a file with hyperedges. Write a node for each "
       "hyperedge and an edge to each of its ends, as our other formats do."},
      {"networkx-edge-id",
       "NetworkX tells parallel edges apart by their ids, and keeps the last one of those that share one. Give each "
       "edge an id of its own, or none."},
      {"networkx-mixed",
       "NetworkX has graphs with or without directions: it refuses the file where an edge says another direction "
       "than the edgedefault or defaultedgetype of its graph. In GraphML it knows the directions true and false only; "
       "where an edge says another in other words ('1', 'True'), it takes it for one like all others of the graph."},
      {"networkx-name", "NetworkX names attributes by attr.name, and refuses the file where a key has none."},
      {"networkx-namespace",
       "NetworkX finds elements by their namespace. Declare that of the format on the root element. A bare <graphml> "
       "without any attribute is taken all the same."},
      {"networkx-nested",
       "NetworkX gives the first graph of a file; what is nested in nodes or edges, but for the groups of yEd, and "
       "further graphs are dropped. Of nodes that are nested in nodes of a GEXF file it keeps the nodes, but not their "
       "edges. Write all edges in "
       "one 'edges' of the graph."},
      {"networkx-time",
       "NetworkX reads times of a GEXF file as values of the type that timeformat names: date, double and integer. It "
       "stops where no format is declared, and at dateTime."},
      {"networkx-type", "NetworkX stops with a KeyError at a type that it does not know."},
      {"networkx-undeclared", "NetworkX stops at a value whose key is not declared in the root element."},
      {"networkx-value",
       "NetworkX stops at a value or default that is not of the type of its key, be it blank: a whole number for int "
       "and long, a number for float and double, true, false, 0 or 1 for boolean. Mend the value, or declare the key "
       "as a string."},
      {"yed-drawing",
       "yEd shows what it is told to draw. Without drawings (yfiles.type nodegraphics) all nodes lie on one spot "
       "without labels; write --flavour yed."},
      {"encoding",
       "The input is not UTF-8 here, though its format demands it. Often the file is Latin-1 or Windows-1252; "
       "convert it, for example with `iconv -f latin1 -t utf8`. With --lenient each such byte is read as U+FFFD."},
      {"limit",
       "The input goes beyond a limit that guards against hostile files: too deep, too long, or too often expanded. "
       "If the file is to be trusted, raise the limit, for example with --max-depth."},
      {"mended",
       "Lenient reading took something that the grammar forbids and read it as the message says. Mend the file, "
       "or read on with --lenient knowing that other programs may refuse it or take it otherwise."},
      {"stale-output",
       "`build --check` found that the file is not what the build would write now: an input changed and nobody "
       "built again, or somebody edited the export. Run `graphwright build` and commit what it writes."},
      {"store-differs",
       "The store does not hold what was sent, or did not send what it holds: it lost triples, had others in the "
       "graph, took two for the same (some stores rewrite numbers and dates), or cut a long answer short."},
      {"store-not-allowed",
       "The manifest takes a part of its graph from a SPARQL store. A store learns who asks, and a manifest may come "
       "from somebody else, so only stores are asked that the command line names: --allow-store with the address as "
       "the manifest writes it."},
      {"store-not-counted",
       "The default graph of this kind of store shows all its graphs, so a count of it says nothing. Name a graph with "
       "--graph, or compare with --verify content."},
      {"style-empty",
       "What a style hides under 'hide' leaves no node to draw. Name fewer classes, or leave 'unconnected' out."},
      {"style-template",
       "The template of a label in a style file holds the names of values in braces, and parts in square brackets that "
       "are left out where a value is not known: {label}[ ({iso-code})]. A brace or bracket that stands for itself is "
       "written twice (docs/styles.md). A name that is no value of a line but nearly one is taken for an attribute, "
       "and doubted."},
      {"style-unknown-name",
       "A style names a class or relation that neither the graph nor the ontology has: it changes nothing. Names are "
       "the last part of an IRI, prefix:name or <IRI> (docs/styles.md)."},
      {"style-unused",
       "A style file says how pictures look; the export that names it is no picture. Remove the key, or move it to an "
       "export of DOT, SVG or HTML."},
      {"syntax",
       "The input breaks the grammar of its format at this place. Reading goes on at the next statement, so "
       "that later errors are found too; nothing of the broken statement is kept."},
      {"tab-indentation",
       "YAML is indented with spaces; how wide a tab is, nobody knows. Editors can replace tabs by spaces."},
      {"table-header",
       "The first line of a table names its columns, each once. A table of nodes has a column 'id', a table of edges "
       "'source' and 'target'; the headers of Gephi and of neo4j-admin are known too. Any other table needs a mapping "
       "(docs/formats.md, CSV and TSV)."},
      {"table-quote",
       "A field that holds a comma, a quotation mark or a line end stands in quotation marks, and those within it are "
       "written twice: \"a \"\"b\"\"\" (RFC 4180). With --lenient a quotation mark within a field that does not "
       "begin with one is taken as it is."},
      {"table-row",
       "Each row of a table has as many fields as its header. Often a comma or a line end stands in a field without "
       "quotation marks around it. With --lenient short rows are filled up. The row is left out."},
      {"table-value", "A field of a table does not hold what its column must. The row is left out."},
      {"time-syntax",
       "A time is written in EDTF, level 1 (ISO 8601-2): 2022-11-07, 2022-11, 2022, 199X, 1992~, 1998/2000, "
       "../2020."},
      {"too-deep",
       "The input is nested deeper than anything that makes sense. The limit keeps hostile input from "
       "exhausting memory."},
      {"too-large", "The file is larger than what is read whole. Split it; inputs of a manifest are a list."},
      {"two-holders",
       "Two persons hold the same office of the same body at times that share a day. Where one followed the other, let "
       "the first time end before the second begins; where both hold it, make two offices of it."},
      {"undeclared-key",
       "A value of a graph file names a key that the file does not declare, so its type is not known. It is read "
       "as text. Other readers drop it or refuse the file; declare the key before the graph."},
      {"unfit-fact",
       "Facts were drafted whose relation the ontology in force does not know, or whose parties are not of its domain "
       "and range; they are left out of the draft. The message shows the first."},
      {"unknown-class",
       "The ontologies of the manifest have no class of this name. Classes are written as they are declared, "
       "capitals included. A class of another vocabulary is written with its prefix."},
      {"unknown-column",
       "A mapping uses a column that the table does not have. Column names are compared letter by letter; perhaps the "
       "table has another layout, or another delimiter."},
      {"unknown-attribute",
       "An XML attribute that the format does not have, or not at this element. It is left out, and said once for "
       "each element and name. Values of nodes and edges stand in elements: 'data' in GraphML, 'attvalue' in GEXF."},
      {"unknown-element",
       "An element that the format does not have, or not in this place. It is left out with all that it holds, "
       "and said once for each name."},
      {"unknown-entity",
       "A name stands in a fact, but no fact file declares it under 'entities' or 'events' and no other input "
       "speaks of it. It is said once, where the name first stands."},
      {"unknown-format", "No format has this name; `graphwright formats` lists them."},
      {"unknown-key",
       "The form has no such key here. docs/fact_files.md lists all keys. In an event each other key is a role, "
       "that is a relation of the ontology."},
      {"unknown-ontology",
       "An ontology is a built-in one (diplomacy) or an RDF file with a suffix that is known, such as .ttl."},
      {"unknown-prefix",
       "A prefixed name such as wd:Q399 needs its prefix under 'prefixes' of the manifest. A full IRI stands in "
       "angle brackets."},
      {"unknown-relation",
       "The ontologies of the manifest have no relation or attribute of this name. A property of another "
       "vocabulary is written with its prefix: schema:knows."},
      {"unknown-source", "A fact file names a source that the manifest does not list under 'sources'."},
      {"unknown-type",
       "A key of a graph file has a type that the format does not have; its values are read as text. GraphML has "
       "boolean, int, long, float, double and string."},
      {"unknown-word", "Only certain words may stand here; the message lists them."},
      {"unsupported-axiom",
       "The ontology says something that neither checks nor inference use, such as a restriction on the "
       "number of values. Nothing is wrong with it; it is only said so that you do not rely on it."},
      {"wrong-order",
       "What ends something cannot come before that begins: a cease-fire before its war. The notes show both dates."},
      {"wrong-type",
       "Here stands a list, a map or a text where the form asks for something else. docs/fact_files.md shows "
       "the form of each key."},
      {"wrong-version", "The file is written in another version of the form than this program reads."},
      {"yaml-anchor",
       "Anchors, aliases and tags of YAML are not part of the form: a block shares what would be repeated, and "
       "all values are text. Text that begins with '&', '*' or '!' stands in quotation marks."},
      {"yaml-documents",
       "One file holds one YAML document. Lines that begin at a different depth than those before can look like "
       "a second one."},
      {"yaml-syntax",
       "The file is no YAML from this place on, so the rest of it is not read. Often a text needs quotation "
       "marks, a bracket is not closed, or a line is indented differently from its neighbours."},
  };
  return codes;
}

const DiagnosticCode* find_diagnostic_code(std::string_view code) {
  const auto& codes = diagnostic_codes();
  const auto at = std::find_if(codes.begin(), codes.end(), [&](const DiagnosticCode& one) { return one.code == code; });
  return at == codes.end() ? nullptr : &*at;
}

}  // namespace graphwright
