graph.stamp: \
  in\ put/graph.yaml \
  in\ put/mine.ttl \
  in\ put/re\#port.txt \
  in\ put/facts.yaml \
  in\ put/$$more.nt

in\ put/graph.yaml:

in\ put/mine.ttl:

in\ put/re\#port.txt:

in\ put/facts.yaml:

in\ put/$$more.nt:
