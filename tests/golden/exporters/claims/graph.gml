graph [
  directed 1
  multigraph 1
  name "Who says what"
  node [ id 0 label "armenia" key "armenia" name "armenia" type "Polity" iri "https://example.org/armenia" ]
  node [ id 1 label "Azerbaijan" key "azerbaijan" name "Azerbaijan" type "Polity" iri "https://example.org/azerbaijan" label_en "Azerbaijan" ]
  node [ id 2 label "Ned Price" key "ned-price" name "Ned Price" type "Person" iri "https://example.org/ned-price" ]
  node [ id 3 label "talks" key "talks" name "talks" type "Talks" iri "https://example.org/talks" ]
  node [ id 4 label "unclassified" key "unclassified" name "unclassified" iri "https://example.org/unclassified" ]
  node [ id 5 label "United States" key "united-states" name "United States" type "Polity" iri "https://example.org/united-states" label_en "United States" ]
  edge [ source 0 target 1 key "fact-7230485a9e3f75ecddec6dceddbd4db6" label "signed-agreement-with" type "signed-agreement-with" iri "https://w3id.org/graphwright/diplomacy#signed-agreement-with" weight 1.0 time "../2022" latest "2022-12-31" speaker "united-states" modality "hypothetical" ]
  edge [ source 0 target 1 key "fact-66b1f4e2038ed54dffb13f96260052de" label "signed-agreement-with" type "signed-agreement-with" iri "https://w3id.org/graphwright/diplomacy#signed-agreement-with" weight 1.0 time "2022-11~" earliest "2022-11-01" latest "2022-11-30" modality "hypothetical" ]
  edge [ source 1 target 0 key "fact-c7c613ac8a3709a6762551e9e9b89bb8" label "attacked" type "attacked" iri "https://w3id.org/graphwright/diplomacy#attacked" weight 1.0 time "2022-09-13" earliest "2022-09-13" latest "2022-09-13" speaker "armenia" modality "attributed" sources "report.a3386408b39c4b98" quotes "towns inside Armenia" offsets "1-21" ]
  edge [ source 1 target 0 key "fact-0f57012f44d523f87badb6f1ee20b719" label "attacked" type "attacked" iri "https://w3id.org/graphwright/diplomacy#attacked" weight 1.0 time "2022-09-13" earliest "2022-09-13" latest "2022-09-13" speaker "azerbaijan" modality "denied" ]
  edge [ source 2 target 0 key "fact-4571f2cfe37b832c5c0aeb9197246cc3" label "praised" type "praised" iri "https://w3id.org/graphwright/diplomacy#praised" weight 1.0 time "1992/.." earliest "1992-01-01" speaker "ned-price" modality "asserted" ]
  edge [ source 3 target 0 key "fact-cb0287d3afde171c775b5993befc23ce" label "talks-guest" type "talks-guest" iri "https://w3id.org/graphwright/diplomacy#talks-guest" weight 1.0 time "2022-11-07/2022-11-08" earliest "2022-11-07" latest "2022-11-08" modality "asserted" ]
  edge [ source 4 target 0 key "e7e07d206a2c90a54" label "backs" type "backs" iri "https://w3id.org/graphwright/diplomacy#backs" weight 1.0 ]
]
