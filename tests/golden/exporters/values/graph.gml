graph [
  directed 1
  multigraph 1
  node [ id 0 label "b" key "b" name "b" iri "https://example.org/b" int32 -7 int64 1 mixed "7" real "-Infinity" several "[&quot;[1]&quot;]" truth 0 ]
  node [ id 1 label "c" key "c" name "c" iri "https://example.org/c" real "NaN" several "plain" ]
  node [ id 2 label "d" key "d" name "d" iri "https://example.org/d" real 3.0 ]
  node [ id 3 label "e" key "e" name "e" iri "https://example.org/e" ]
  node [ id 4 label "m" key "m" name "m" iri "https://example.org/m" x_Label "Case" beyond "9223372036854775808" day "1990-01-01" x_id "an id" int32 2147483647 int64 9223372036854775807 mixed "true" page "https://example.org/page" real 1.5 said "ok" said_en "[&quot;hello&quot;, &quot;hi&quot;]" said_fr "salut" several "[1.5, 2, &quot;text \&quot;quoted\&quot;&quot;, true]" x_size 7 truth 1 weight "heavy" wrong "seven" ]
]
