graph [
  directed 1
  multigraph 1
  name "Talks and wars"
  node [ id 0 label "Antony Blinken" key "antony-blinken" name "Antony Blinken" type "Person" iri "https://example.org/antony-blinken" label_en "Antony Blinken" ]
  node [ id 1 label "Armenia" key "armenia" name "Armenia" type "Polity" types "[&quot;Polity&quot;, &quot;Place&quot;]" iri "https://example.org/armenia" label_en "Armenia" label_hy "&#1344;&#1377;&#1397;&#1377;&#1405;&#1407;&#1377;&#1398;" sameAs "http://www.wikidata.org/entity/Q399" iso_code "AM" population 3000000 ]
  node [ id 2 label "Azerbaijan" key "azerbaijan" name "Azerbaijan" type "Polity" iri "https://example.org/azerbaijan" alias "[&quot;AZE&quot;, &quot;Azerbaijan Republic&quot;]" population 10000000 ]
  node [ id 3 label "georgia" key "georgia" name "georgia" iri "https://example.org/georgia" ]
  node [ id 4 label "modality-note" key "modality-note" name "modality-note" iri "https://example.org/modality-note" comment "A bare statement beside claims" ]
  node [ id 5 label "Washington" key "washington" name "Washington" type "Place" iri "https://example.org/washington" label_en "Washington" ]
  edge [ source 0 target 1 key "fact-19a3e043edfc5f22e4a3880144dece02" label "hosted talks with" type "hosted-talks" iri "https://w3id.org/graphwright/diplomacy#hosted-talks" weight 1.0 time "2022-11-07" earliest "2022-11-07" latest "2022-11-07" place "washington" modality "asserted" sources "brief" quotes "was host to two colleagues" offsets "10-36" rule "dip:rule-hosts" ]
  edge [ source 1 target 2 key "fact-0623e0301d9145158cf8dfb0c5f41ea4" label "fought a war with" type "fought-war-with" iri "https://w3id.org/graphwright/diplomacy#fought-war-with" weight 2.0 time "199X" earliest "1990-01-01" latest "1999-12-31" modality "asserted" confidence 0.9 sources "[&quot;brief&quot;, &quot;report&quot;]" quotes "[&quot;fought a war against Azerbaijan&quot;, &quot;Baku and Yerevan at war&quot;]" offsets "[&quot;100-131&quot;, &quot;5-28&quot;]" confidences "[&quot;0.9&quot;, &quot;0.75&quot;]" ]
  edge [ source 1 target 2 key "fact-57f0a4998b3e06b13d597fc6bbedb742" label "fought a war with" type "fought-war-with" iri "https://w3id.org/graphwright/diplomacy#fought-war-with" weight 1.0 time "2020" earliest "2020-01-01" latest "2020-12-31" modality "asserted" sources "brief" quotes "War came back in 2020." offsets "200-222" ]
  edge [ source 1 target 2 key "fact-61bedc62a09f579b6d7f1170bfe364f5" label "met with" type "met-with" iri "https://w3id.org/graphwright/diplomacy#met-with" weight 1.0 time "2022-11-07" earliest "2022-11-07" latest "2022-11-07" modality "asserted" rule "dip:rule-met" ]
  edge [ source 2 target 1 key "eac94152132f85818" label "attacked" type "attacked" iri "https://w3id.org/graphwright/diplomacy#attacked" weight 1.0 ]
]
