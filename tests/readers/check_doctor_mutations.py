#!/usr/bin/env python3
"""What the doctor says of small files, each with one thing changed, held against the readers themselves: it says that
NetworkX or igraph will refuse a file if and only if they do. Where the file is no graph to us either, an error will do.

check_doctor_mutations.py PROGRAM
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]
READERS = {"NetworkX": "import networkx\nread = networkx.read_{form}", "igraph": "import igraph\nread = igraph.Graph.Read_GraphML"}
READ_ALL = """{reader}
import pathlib, sys, warnings
warnings.simplefilter("ignore")
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    try:
        read(str(path))
        print("read")
    except Exception:
        print("refused")
"""
REFUSALS = ("will refuse", "will find no graph", "does not know")

GRAPHML = '''<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="node" attr.name="size" attr.type="int"/>
  <key id="d2" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d3" for="node" attr.name="ok" attr.type="boolean"/>
  <graph id="G" edgedefault="directed">
    <node id="a"><data key="d0">A</data><data key="d1">3</data><data key="d3">true</data></node>
    <node id="b"/>
    <edge id="e" source="a" target="b"><data key="d2">1.5</data></edge>
  </graph>
</graphml>
'''

# What is replaced, and by what.
GRAPHML_CHANGES = [
    ("", ""),
    ('<key id="d0"', '<key id="z"/><key id="d0"'),
    ('<key id="d0"', '<key id="z" attr.name="q"/><key id="d0"'),
    ('<key id="d0"', '<key id="z" attr.name="q" attr.type="int"/><key id="d0"'),
    ('<key id="d0"', '<key id="z" attr.name="q" for="nodes"/><key id="d0"'),
    ('<key id="d0"', '<key id="z" attr.name="q" attr.type="foo" for="port"/><key id="d0"'),
    ('key id="d0" for="node"', 'key id="d0"'),
    ('key id="d0" for="node"', 'key id="d0" for="nodes"'),
    ('key id="d0" for="node"', 'key id="d0" for=""'),
    ('key id="d0" for="node"', 'key id="d0" for="all"'),
    ('key id="d0" for="node"', 'key id="d9" for="port" attr.name="x" attr.type="string"/><key id="d0" for="node"'),
    ('key id="d0" for="node"', 'key id="d9" for="endpoint" attr.name="x" attr.type="string"/><key id="d0" for="node"'),
    ('key id="d3" for="node"', 'key for="node"'),
    ('<key id="d0"', '<key for="node" attr.name="z" attr.type="string"/><key id="d0"'),
    ('<key id="d0"', '<key id="d0" for="edge" attr.name="z" attr.type="string"/><key id="d0"'),
    ('attr.name="size" attr.type="int"/>', 'attr.name="size" attr.type="int"><default>many</default></key>'),
    ('attr.name="size" attr.type="int"/>', 'attr.name="size" attr.type="int"><default/></key>'),
    ('attr.name="size" attr.type="int"/>', 'attr.name="size" attr.type="int" yfiles.type="q"><default>many</default></key>'),
    ('attr.name="size" attr.type="int"/>', 'attr.name="size" attr.type="date" yfiles.type="q"/>'),
    ('attr.name="size" attr.type="int"/>', 'attr.name="size" attr.type="int"><default> </default></key>'),
    ('attr.name="size" attr.type="int"/>', 'attr.name="size" attr.type="int"><default>3</default></key>'),
    ('attr.name="size" attr.type="int"/>', 'attr.name="size" attr.type="int"><default> 3 </default></key>'),
    ('attr.name="ok" attr.type="boolean"/>', 'attr.name="ok" attr.type="boolean"><default>yes</default></key>'),
    ('attr.name="ok" attr.type="boolean"/>', 'attr.name="ok" attr.type="boolean"><default/></key>'),
    ('attr.name="weight" attr.type="double"/>', 'attr.name="weight" attr.type="double"><default>x</default></key>'),
    ('attr.name="weight" attr.type="double"/>', 'attr.name="weight" attr.type="double"><default/></key>'),
    ('attr.name="label" attr.type="string"', 'attr.name="label"'),
    ('<key id="d0"', '<key id="d8" for="node" attr.name="z"/><key id="d0"'),
    ('attr.name="label"', 'attr.name=""'),
    ('attr.name="label" ', ""),
    ("1.5", "1e400"),
    ("1.5", "-1e400"),
    ("1.5", "1e-400"),
    ("1.5", "INF"),
    ("1.5", "0x10"),
    (">3<", ">1_000<"),
    (">3<", ">\uff13<"),
    (">3<", ">\u0663<"),
    (">3<", ">\u00b3<"),
    (">3<", ">1e3<"),
    (">3<", ">1.5<"),
    (">3<", ">99999999999999999999999<"),
    (">3<", "> 3 <"),
    (">3<", "><"),
    (">3<", "> <"),
    (">true<", "><"),
    (">true<", "> <"),
    (">true<", ">yes<"),
    (">true<", "> true <"),
    ("1.5", ""),
    ("1.5", "1,5"),
    ("1.5", "1.5 m"),
    ('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', "<graphml >"),
    ('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', "<graphml>"),
    ("http://graphml.graphdrawing.org/xmlns", "http://graphml.graphdrawing.org/xmlns/graphml"),
    (' edgedefault="directed"', ""),
    ('edgedefault="directed"', 'edgedefault="Directed"'),
    ('<edge id="e"', '<edge id="e" directed="false"'),
    ('edgedefault="directed">', 'edgedefault="undirected">\n<edge source="a" target="b" directed="true"/>'),
    ('edgedefault="directed"', 'edgedefault="undirected"'),
    ('<edge id="e"', '<edge id="e" directed="0"'),
    ('edgedefault="directed">', 'edgedefault="undirected">\n<edge source="a" target="b" directed="1"/>'),
    ('<edge id="e"', '<edge id="e" directed="False"'),
    ('<edge id="e"', '<edge id="e" directed=" true "'),
    ('<edge id="e"', '<edge id="e" directed="maybe"'),
    ('edgedefault="directed">', 'edgedefault="undirected">\n<edge source="a" target="b" directed="True"/>'),
    ('<edge id="e"', '<edge source="b" target="a" directed="false"/><edge id="e"'),
    ('<node id="b"/>',
     '<node id="b"><graph edgedefault="undirected"><node id="c"/><edge source="c" target="a"/></graph></node>'),
    ("</graphml>", '<graph edgedefault="directed"><node id="z"/></graph></graphml>'),
    ('<edge id="e"', '<edge id="e" source="a" target="b"/><edge id="e"'),
    ('<edge id="e" source="a" target="b">', '<edge source="a" target="b"/><edge id="e" source="a" target="b">'),
    ('key="d0"', 'key="q"'),
    ('key="d2"', 'key="q"'),
    ('key="d1"', 'key="d2"'),
    (">A<", ">A<b/>B<"),
    ('<node id="b"/>', '<node id="b"><port name="p"/></node>'),
    ('<node id="b"/>', '<node id="b"/><hyperedge><endpoint node="a"/></hyperedge>'),
    ('<key id="d1" for="node" attr.name="size"', '<key id="d1" for="node" attr.name="label"'),
    ('    <node id="a">', '    <key id="k" for="node" attr.name="k" attr.type="string"/><node id="a">'),
    ("</graphml>", '<key id="k" for="node" attr.name="k" attr.type="string"/></graphml>'),
    ("1.5", "1e-310"),
    ("1.5", "1.7976931348623157e308"),
    ('<node id="b"/>',
     '<node id="b"><graph edgedefault="undirected"><node id="c"/></graph></node><edge source="a" target="b" directed="false"/>'),
    ("</graphml>", '<graph edgedefault="directed"><node id="z"><data key="d1">many</data></node></graph></graphml>'),
    ('<node id="b"/>',
     '<node id="b"><graph edgedefault="undirected"><node id="c"><data key="d1">many</data></node></graph></node>'),
    ('edgedefault="directed">', 'edgedefault="directed"><data key="d1">many</data>'),
    ('edgedefault="directed">', 'edgedefault="directed"><data key="q">1</data>'),
    ('edgedefault="directed">', 'edgedefault="directed"><data>1</data>'),
    ("  <graph", '  <data key="q">many</data><graph'),
    ('<key id="d0"', '<key id="g" for="graph" attr.name="year" attr.type="int"/><key id="d0"'),
    ("  <graph", '<key id="g" for="graph" attr.name="year" attr.type="int"/><graph id="F"><data key="g">x</data></graph><graph'),
    ('attr.name="ok" attr.type="boolean"/>', 'attr.name="ok" attr.type="boolean"><default>on</default></key>'),
    (">true<", ">on<"),
    (">true<", ">NO<"),
    (">true<", ">2<"),
    (">true<", ">+1<"),
    (">true<", ">-1<"),
    (">true<", ">1.5<"),
    (">true<", ">99999999999999999999<"),
    ('attr.name="label" attr.type="string"', 'attr.name="label" attr.type=""'),
    ('key id="d0" for="node"', 'key id="d0" for="node" attr.name="x" attr.type="int"/><key id="d0" for="node"'),
    ('key id="d3"', 'key id="d0"'),
    ('key id="d3"', 'key id="d1"'),
    ('key id="d3" for="node"', 'key id="d0" for="edge"'),
    ('key="d3"', 'key="d2"'),
    ('<data key="d3">', "<data>"),
    ('<data key="d2">1.5', "<data>true"),
    ('<data key="d2">', "<data>"),
    ('<data key="d0">A</data><data key="d1">', "<data>"),
    ('<node id="b"/>', '<node id="b"><default>many</default></node>'),
    ('<node id="b"/>', '<node id="b"><key id="d9" for="node" attr.name="x" attr.type="date"/></node>'),
    ("</graphml>", '<key id="d9" for="node" attr.name="x" attr.type="date"/></graphml>'),
    ('key="d0">A<', 'key="d9">A<'),
    ('<key id="d1" for="node" attr.name="size" attr.type="int"/>', ""),
    ('<node id="b"/>',
     '<node id="b"><graph edgedefault="undirected"><node id="c"/></graph><data key="d1">many</data></node>'),
    ('<node id="b"/>', '<node id="b"><port name="p"><data key="d1">many</data></port></node>'),
    ('<key id="d3" for="node"', '<key id="d3" for="all"'),
    ('<key id="d1" for="node" attr.name="size" attr.type="int"/>',
     '<key id="d1" for="all" attr.name="size" attr.type="int"><default>many</default></key>'),
    ("<graph id", '<graph xmlns="urn:x" id'),
    ("<graph id", '<graph xmlns="" id'),
    (">3</data>", '>3</data><data key="d7">x</data>'),
    ('"d1" for="node" attr.name="size" attr.type="int"/>', '"d9" for="node" attr.name="z" attr.type="int"/>'),
]
# A key behind the graph, which NetworkX knows all the same.
GRAPHML_LATE = GRAPHML.replace("</graphml>", '<key id="d7" for="node" attr.name="late" attr.type="int"/></graphml>')
GRAPHML_LATE_CHANGES = [(">A<", f">A</data><data key=\"d7\">{value}<") for value in ("3", "x", "", " ")]

GEXF = '''<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node">
      <attribute id="0" title="size" type="integer"/>
      <attribute id="1" title="ok" type="boolean"/>
      <attribute id="3" title="share" type="double"/>
      <attribute id="4" title="name" type="string"/>
    </attributes>
    <attributes class="edge">
      <attribute id="2" title="since" type="integer"/>
    </attributes>
    <nodes>
      <node id="a" label="A"><attvalues><attvalue for="0" value="3"/><attvalue for="1" value="true"/><attvalue for="3" value="0.5"/><attvalue for="4" value="x"/></attvalues><viz:color r="1" g="2" b="3"/><viz:position x="1" y="2" z="3"/><viz:size value="2"/></node>
      <node id="b" label="B"/>
    </nodes>
    <edges>
      <edge id="e" source="a" target="b" weight="2"><attvalues><attvalue for="2" value="1999"/></attvalues></edge>
    </edges>
  </graph>
</gexf>
'''

GEXF_CHANGES = [
    ("", ""),
    ('<edge id="e"', '<edge id="e" type="undirected"'),
    ('<edge id="e"', '<edge id="e" type="directed"'),
    ('<edge id="e"', '<edge id="e" type="mutual"'),
    ('<edge id="e"', '<edge id="e" type="dir"'),
    ('defaultedgetype="directed"', 'defaultedgetype="undirected"'),
    ('<edge id="e"', '<edge id="e" type="directed"'),
    ('defaultedgetype="directed"', 'defaultedgetype="mutual"'),
    ('defaultedgetype="directed"', 'defaultedgetype="odd"'),
    ('title="name" type="string"', 'title="name" type="integer"'),
    ('title="size" type="integer"', 'title="size" type="integer"'),
    ('title="name" type="string"', 'title="name" type="long"'),
    ('title="size" type="integer"', 'title="size" type="long"'),
    ('title="name" type="string"', 'title="name" type="float"'),
    ('title="size" type="integer"', 'title="size" type="float"'),
    ('title="name" type="string"', 'title="name" type="double"'),
    ('title="size" type="integer"', 'title="size" type="double"'),
    ('title="name" type="string"', 'title="name" type="boolean"'),
    ('title="size" type="integer"', 'title="size" type="boolean"'),
    ('title="name" type="string"', 'title="name" type="string"'),
    ('title="size" type="integer"', 'title="size" type="string"'),
    ('title="name" type="string"', 'title="name" type="anyURI"'),
    ('title="size" type="integer"', 'title="size" type="anyURI"'),
    ('title="name" type="string"', 'title="name" type="liststring"'),
    ('title="size" type="integer"', 'title="size" type="liststring"'),
    ('title="name" type="string"', 'title="name" type="date"'),
    ('title="size" type="integer"', 'title="size" type="date"'),
    ('title="name" type="string"', 'title="name" type="dateTime"'),
    ('title="size" type="integer"', 'title="size" type="dateTime"'),
    ('title="name" type="string"', 'title="name" type="biginteger"'),
    ('title="size" type="integer"', 'title="size" type="biginteger"'),
    ('title="name" type="string"', 'title="name" type="bigdecimal"'),
    ('title="size" type="integer"', 'title="size" type="bigdecimal"'),
    ('title="name" type="string"', 'title="name" type="byte"'),
    ('title="size" type="integer"', 'title="size" type="byte"'),
    ('title="name" type="string"', 'title="name" type="short"'),
    ('title="size" type="integer"', 'title="size" type="short"'),
    ('title="name" type="string"', 'title="name" type="char"'),
    ('title="size" type="integer"', 'title="size" type="char"'),
    ('title="name" type="string"', 'title="name" type="number"'),
    ('title="size" type="integer"', 'title="size" type="number"'),
    ('title="name" type="string"', 'title="name" type="listinteger"'),
    ('title="size" type="integer"', 'title="size" type="listinteger"'),
    ('title="name" type="string"', 'title="name" type=""'),
    ('title="size" type="integer"', 'title="size" type=""'),
    ('title="name" type="string"', 'title="name"'),
    ('title="name" type="string"', 'type="string"'),
    ('<attribute id="4" ', "<attribute "),
    ('for="0" value="3"', 'for="0" value="1.5"'),
    ('for="0" value="3"', 'for="0" value=""'),
    ('for="0" value="3"', 'for="0" value="many"'),
    ('for="0" value="3"', 'for="0" value=" 3 "'),
    ('for="0" value="3"', 'for="0" value="1e3"'),
    ('for="0" value="3"', 'for="0" value="99999999999999"'),
    ('for="0" value="3"', 'for="0" value="+3"'),
    ('for="0" value="3"', 'for="0" value="null"'),
    ('for="0" value="3"', 'for="0" value="NaN"'),
    ('for="3" value="0.5"', 'for="3" value="1,5"'),
    ('for="3" value="0.5"', 'for="3" value=""'),
    ('for="3" value="0.5"', 'for="3" value="many"'),
    ('for="3" value="0.5"', 'for="3" value=" 3 "'),
    ('for="3" value="0.5"', 'for="3" value="1e3"'),
    ('for="3" value="0.5"', 'for="3" value="INF"'),
    ('for="3" value="0.5"', 'for="3" value="null"'),
    ('for="3" value="0.5"', 'for="3" value="NaN"'),
    ('for="3" value="0.5"', 'for="3" value="1e400"'),
    ('for="1" value="true"', 'for="1" value="yes"'),
    ('for="1" value="true"', 'for="1" value=""'),
    ('for="1" value="true"', 'for="1" value="TRUE"'),
    ('for="1" value="true"', 'for="1" value="0"'),
    ('for="1" value="true"', 'for="1" value="1"'),
    ('for="1" value="true"', 'for="1" value=" true "'),
    ('for="1" value="true"', 'for="1" value="null"'),
    ('for="4"', 'for="9"'),
    ('for="4" ', ""),
    ('for="4"', 'for="2"'),
    ('for="4" value="x"', 'for="4"'),
    ('for="0" value="3"', 'for="0"'),
    ('<attributes class="node">', "<attributes>"),
    ('<attributes class="node">', '<attributes class="nodes">'),
    ('weight="2"', 'weight="heavy"'),
    ('weight="2"', 'weight="1,5"'),
    ('weight="2"', 'weight=""'),
    ('weight="2"', 'weight=" 2 "'),
    ('<viz:size value="2"/>', '<viz:size value="big"/>'),
    ('<viz:size value="2"/>', '<viz:size value=""/>'),
    ('<viz:size value="2"/>', "<viz:size/>"),
    ('b="3"', 'b="x"'),
    ('b="3"', ""),
    ('<viz:color r="1" g="2" b="3"/>', '<viz:color xmlns:viz="urn:x/viz" r="1" g="2"/>'),
    ("<graph ", '<graph xmlns="http://www.gexf.net/1.1draft"/><graph><edges><edge source="a" target="b" type="directed"/></edges></graph><graph '),
    ("<graph ", '<graph xmlns="http://www.gexf.net/1.1draft"><edges><edge source="a" target="b" type="directed"/></edges></graph><graph '),
    ('r="1" g="2" b="3"', 'hex="#010203"'),
    ('b="3"', 'b="3.5"'),
    ('b="3"', 'b="3" a="0.5"'),
    ('b="3"', 'b="3" a="x"'),
    ('b="3"', 'b="300"'),
    ('x="1"', 'x="left"'),
    ('z="3"', ""),
    ('x="1"', 'x="1,5"'),
    ('<viz:size value="2"/>', '<viz:shape value="disc"/>'),
    ('<attvalues><attvalue for="2" value="1999"/></attvalues>', '<viz:thickness value="x"/>'),
    ('<attvalues><attvalue for="2" value="1999"/></attvalues>', '<viz:thickness value="2"/>'),
    ('<attvalues><attvalue for="2" value="1999"/></attvalues>', '<viz:color r="1" g="2" b="x"/>'),
    ("http://www.gexf.net/1.2draft/viz", "http://gexf.net/1.3/viz"),
    ('<node id="b" label="B"', '<node id="b" label="B" start="x"'),
    ('mode="static"', 'mode="dynamic"'),
    (' label="B"', ""),
    ('mode="static"', 'mode="static" idtype="integer"'),
    ('<edge id="e"', '<edge id="e" source="a" target="b"/><edge id="e"'),
    ('<edge id="e"', "<edge"),
    ('<edge id="e"', '<edge id="f" source="a" target="b"/><edge id="e"'),
    ('<node id="b" label="B"/>', '<node id="b" label="B" pid="a"/>'),
    ('<node id="b" label="B"/>', '<node id="b" label="B"><parents><parent for="a"/></parents></node>'),
    ('<node id="b" label="B"/>', '<node id="b" label="B"><nodes><node id="c" label="C"/></nodes></node>'),
    ('<node id="b" label="B"/>', '<node id="b" label="B"><spells><spell start="x"/></spells></node>'),
    ('<attribute id="0" title="size" type="integer"/>',
     '<attribute id="0" title="size" type="integer"><default>many</default></attribute>'),
    ('<attribute id="0" title="size" type="integer"/>',
     '<attribute id="0" title="size" type="integer"><default>7</default></attribute>'),
    ('<attribute id="1" title="ok" type="boolean"/>',
     '<attribute id="1" title="ok" type="boolean"><default>yes</default></attribute>'),
    ('<attribute id="0" title="size" type="integer"/>',
     '<attribute id="0" title="size" type="integer"><default/></attribute>'),
    ('<edge id="e"', '<edge id="f" source="b" target="a" type="undirected"/><edge id="e"'),
    ('<edge id="e"', '<edge id="e" label="x" kind="k" start="1"'),
    ("</graph>", '<attributes class="node"><attribute id="7" title="z" type="string"/></attributes></graph>'),
    ('id="4" title="name"', 'id="4" title="size"'),
    ("</graph>", '<attributes class="node"><attribute id="7" title="z" type="date"/></attributes></graph>'),
    ('for="4" value="x"', 'for="7" value="x"'),
    ('<node id="b" label="B"/>',
     '<node id="b" label="B"><edges><edge source="a" target="b" type="undirected"/></edges></node>'),
    ('<node id="b" label="B"/>', '<node id="b" label="B"><attvalue for="9" value="x"/></node>'),
    ('<node id="b" label="B"/>', '<node id="b" label="B"/><default>many</default>'),
    ('<node id="b" label="B"/>', '<node id="b" label="B"><attvalues/><attvalues><attvalue for="9" value="x"/></attvalues></node>'),
    ("</graph>", '<edges><edge source="a" target="b" type="undirected"/></edges></graph>'),
    ("</gexf>", '<graph><edges><edge source="a" target="b" type="directed"/></edges></graph></gexf>'),
    ("</gexf>", '<attributes class="none"/></gexf>'),
    ("<nodes>", '<nodes><attributes class="none"/>'),
    ('id="2" title="since" type="integer"', 'id="weight" title="weight" type="string"'),
    ('for="2" value="1999"', 'for="weight" value="1999"'),
    ('for="2" value="1999"', 'for="weight" value="heavy"'),
    ('mode="static"', 'mode="dynamic" timeformat="boolean" start="3"'),
    ('<node id="b" label="B"', '<node id="b" label="B" start=""'),
    ("<graph ", '<graph xmlns="urn:x" '),
    ("<graph ", '<graph xmlns="" '),
    ("<graph ", '<graph xmlns="http://www.gexf.net/1.1draft" '),
]
# Times, and an attribute that is declared behind its values.
GEXF_LATE = GEXF.replace('mode="static"', 'mode="dynamic" timeformat="boolean"').replace(
    "</graph>", '<attributes class="node"><attribute id="7" title="z" type="integer"/></attributes></graph>')
GEXF_LATE_CHANGES = [('for="4" value="x"', f'for="7" value="{value}"') for value in ("3", "x", "")]
GEXF_LATE_CHANGES += [('id="b" label="B"', 'id="b" label="B" start="3"')]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def refused_by(reader, form, folder):
    code = READ_ALL.format(reader=READERS[reader].format(form=form))
    done = subprocess.run(["/usr/bin/python3", "-c", code, folder], capture_output=True, text=True, check=True)
    return [line == "refused" for line in done.stdout.splitlines()]


def findings(path):
    done = subprocess.run([PROGRAM, "doctor", path], capture_output=True, text=True)
    return [line for line in done.stderr.splitlines() if ": warning: " in line or ": error: " in line]


class Mutations(unittest.TestCase):
    def compare(self, form, base, changes, readers):
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder) / f"{number:03}.{form}" for number in range(len(changes))]
            for path, (old, new) in zip(paths, changes):
                self.assertIn(old, base)
                path.write_text(base.replace(old, new, 1), encoding="utf-8")
            said = [findings(path) for path in paths]
            for reader in readers:
                refused = refused_by(reader, form, folder)
                self.assertGreater(sum(refused), len(changes) // 4)
                for (old, new), lines, is_refused in zip(changes, said, refused, strict=True):
                    with self.subTest(reader=reader, old=old, new=new):
                        self.assert_said(reader, lines, is_refused)

    def assert_said(self, reader, lines, is_refused):
        named = [line for line in lines if f": warning: {reader} " in line and any(words in line for words in REFUSALS)]
        has_error = any(": error: " in line for line in lines)
        self.assertTrue(bool(named) == is_refused or (is_refused and has_error), lines)

    def test_graphml(self):
        self.compare("graphml", GRAPHML, GRAPHML_CHANGES, ["NetworkX", "igraph"])

    def test_keys_behind_the_graph(self):
        self.compare("graphml", GRAPHML_LATE, GRAPHML_LATE_CHANGES, ["NetworkX"])

    def test_gexf(self):
        self.compare("gexf", GEXF, GEXF_CHANGES, ["NetworkX"])

    def test_attributes_behind_their_values(self):
        self.compare("gexf", GEXF_LATE, GEXF_LATE_CHANGES, ["NetworkX"])


if __name__ == "__main__":
    for module in ("networkx", "igraph"):
        if subprocess.run(["/usr/bin/python3", "-c", f"import {module}"], capture_output=True).returncode != 0:
            skip(f"python3-{module} is not installed")
    unittest.main(argv=[sys.argv[0]])
