#include <gtest/gtest.h>

#include "reading.hpp"

namespace graphwright {
namespace {

const std::string prefix = "@prefix : <a:> .\n";
const std::string declared = "prefix  a:\n";

/// Statements behind `@prefix : <a:> .`, and messages; IRIs `<a:x>` are shown as `:x` to be read easily.
std::string read(std::string_view text, HowToRead how = {}) {
  const Reading reading = read_text("turtle", prefix + std::string(text), how);
  std::string shown = reading.calls + reading.messages;
  if (const auto at = shown.find(declared); at != std::string::npos) shown.erase(at, declared.size());
  for (std::size_t at = 0; (at = shown.find("<a:", at)) != std::string::npos;) {
    shown.erase(at, 2);
    shown.erase(shown.find('>', at), 1);
  }
  for (const auto& [iri, name] : {std::pair{"<http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
                                  std::pair{"<http://www.w3.org/2001/XMLSchema#", "xsd:"}}) {
    for (std::size_t at = 0; (at = shown.find(iri, at)) != std::string::npos;) {
      shown.replace(at, std::string_view(iri).size(), name);
      shown.erase(shown.find('>', at), 1);
    }
  }
  return shown;
}

TEST(Turtle, ReadsPredicateAndObjectLists) {
  EXPECT_EQ(read(":s :p :a, :b ; :q :c ; ; a :d ; .\n:t :p :e."),
            ":s :p :a .\n:s :p :b .\n:s :q :c .\n:s rdf:type :d .\n:t :p :e .\n");
}

TEST(Turtle, ReadsEachFormOfLiteral) {
  EXPECT_EQ(read(":s :p 'a', \"b\", '''c'd''e\n\"f''', \"\"\"g\"h\"\"i'\\n\"\"\", 'x'@en-GB--rtl, 'y'^^:d, 'z' ^^ "
                 "<a:e>, 'w' @fr ."),
            ":s :p \"a\" .\n:s :p \"b\" .\n:s :p \"c'd''e\\n\\\"f\" .\n:s :p \"g\\\"h\\\"\\\"i'\\n\" .\n"
            ":s :p \"x\"@en-gb--rtl .\n:s :p \"y\"^^:d .\n:s :p \"z\"^^:e .\n:s :p \"w\"@fr .\n");
  EXPECT_EQ(read(":s :p '', '''''', '\\'\\u0041\\U0001F600', '''\\'''' ."),
            ":s :p \"\" .\n:s :p \"\" .\n:s :p \"'A\xF0\x9F\x98\x80\" .\n:s :p \"'\" .\n");
}

TEST(Turtle, ReadsNumbersAndBooleans) {
  EXPECT_EQ(read(":s :p 1, -2, +03, 4.5, -.6, 7e8, 9.E-1, .1e+2, true, false, 10."),
            ":s :p \"1\"^^xsd:integer .\n:s :p \"-2\"^^xsd:integer .\n:s :p \"+03\"^^xsd:integer .\n"
            ":s :p \"4.5\"^^xsd:decimal .\n:s :p \"-.6\"^^xsd:decimal .\n:s :p \"7e8\"^^xsd:double .\n"
            ":s :p \"9.E-1\"^^xsd:double .\n:s :p \".1e+2\"^^xsd:double .\n:s :p \"true\"^^xsd:boolean .\n"
            ":s :p \"false\"^^xsd:boolean .\n:s :p \"10\"^^xsd:integer .\n");
}

TEST(Turtle, ReadsNamesOfEveryForm) {
  EXPECT_EQ(read(": :a.b :c:d, :1e, :%41x, :\\~\\.\\-\\,x, :a\\%, :\xC3\xA9\xC2\xB7, :_x .\n@prefix x.y: <a:> .\nx.y:s "
                 "x.y:a. x.y:b ."),
            ": :a.b :c:d .\n: :a.b :1e .\n: :a.b :%41x .\n: :a.b :~.-,x .\n: :a.b :a% .\n: :a.b :\xC3\xA9\xC2\xB7 .\n"
            ": :a.b :_x .\nprefix x.y a:\nerror 4:12 expected an object, found '.' [syntax]\n"
            "error 4:20 expected a predicate, found '.' [syntax]\n");
}

TEST(Turtle, KeepsTheDotOutOfNamesAndLabels) {
  EXPECT_EQ(read("_:a.b :p _:c.\n_:1 :p :x\\..\n:a :p :b.c."), "_:a.b :p _:c .\n_:1 :p :x. .\n:a :p :b.c .\n");
}

TEST(Turtle, ReadsBlankNodesAndTheirProperties) {
  EXPECT_EQ(read("[] :p [ ] .\n[ :p :a ; :q [ :r :b ] ] .\n[ :p :c ] :q :d .\n:s :p [ :q :e ], :f ."),
            "_:ba1 :p _:ba2 .\n_:ba3 :p :a .\n_:ba3 :q _:ba4 .\n_:ba4 :r :b .\n_:ba5 :p :c .\n_:ba5 :q :d .\n"
            ":s :p _:ba6 .\n_:ba6 :q :e .\n:s :p :f .\n");
}

TEST(Turtle, ReadsCollections) {
  EXPECT_EQ(read(":s :p () .\n() :p :o .\n:s :p ( :a 1 ) .\n( [ :q :b ] ( ) ) :p ( ( :c ) ) ."),
            ":s :p rdf:nil .\nrdf:nil :p :o .\n"
            "_:ba1 rdf:first :a .\n_:ba1 rdf:rest _:ba2 .\n_:ba2 rdf:first \"1\"^^xsd:integer .\n"
            "_:ba2 rdf:rest rdf:nil .\n:s :p _:ba1 .\n"
            "_:ba4 rdf:first _:ba3 .\n_:ba3 :q :b .\n_:ba4 rdf:rest _:ba5 .\n_:ba5 rdf:first rdf:nil .\n"
            "_:ba5 rdf:rest rdf:nil .\n_:ba6 rdf:first :c .\n_:ba6 rdf:rest rdf:nil .\n_:ba7 rdf:first _:ba6 .\n"
            "_:ba7 rdf:rest rdf:nil .\n_:ba4 :p _:ba7 .\n");
}

TEST(Turtle, ReadsTripleTermsAndReifiedTriples) {
  EXPECT_EQ(read(":s :p <<( :a :b <<( _:x a 'y'@en )>> )>> .\n<< :a :b :c ~ :r >> :q :z .\n:s :p << [] :b [] ~ >> "
                 ".\n<< << :a :b :c >> :d 1 ~ _:i >> ."),
            ":s :p <<( :a :b <<( _:x rdf:type \"y\"@en )>> )>> .\n"
            ":r rdf:reifies <<( :a :b :c )>> .\n:r :q :z .\n"
            "_:ba3 rdf:reifies <<( _:ba1 :b _:ba2 )>> .\n:s :p _:ba3 .\n"
            "_:ba4 rdf:reifies <<( :a :b :c )>> .\n_:i rdf:reifies <<( _:ba4 :d \"1\"^^xsd:integer )>> .\n");
}

TEST(Turtle, ReadsReifiersAndAnnotations) {
  EXPECT_EQ(read(":s :p :o ~ :r ~ {| :q :z |} {| :t :u |}, :o2 ~ [] ; :v :w {| :x :y {| :a :b |} ; |} ."),
            ":s :p :o .\n:r rdf:reifies <<( :s :p :o )>> .\n_:ba1 rdf:reifies <<( :s :p :o )>> .\n_:ba1 :q :z .\n"
            "_:ba2 rdf:reifies <<( :s :p :o )>> .\n_:ba2 :t :u .\n:s :p :o2 .\n_:ba3 rdf:reifies <<( :s :p :o2 )>> .\n"
            ":s :v :w .\n_:ba4 rdf:reifies <<( :s :v :w )>> .\n_:ba4 :x :y .\n"
            "_:ba5 rdf:reifies <<( _:ba4 :x :y )>> .\n_:ba5 :a :b .\n");
}

TEST(Turtle, ReadsDirectivesOfBothStyles) {
  const Reading reading =
      read_text("turtle",
                "@base <http://a/b/c> . @prefix x: <d#> . BASE <../e> prEfix y: <f/> VERSION '1.2'\n"
                "@version \"1.2\" .\nx:s y:p <#o>.",
                {.base = "http://z/"});
  EXPECT_EQ(reading.calls,
            "base http://a/b/c\nprefix x http://a/b/d#\nbase http://a/e\nprefix y http://a/f/\n"
            "<http://a/b/d#s> <http://a/f/p> <http://a/e#o> .\n");
  EXPECT_EQ(reading.messages, "");
}

TEST(Turtle, KeepsGeneratedLabelsApartFromThoseOfTheFile) {
  EXPECT_EQ(read("_:ba1 :p [] .\n[] :p _:bba1 ."), "_:ba1 :p _:bbba1 .\n_:bbba2 :p _:bba1 .\n");
  const std::string late = "[] :p :o .\n#" + std::string(200, 'x') + "\n_:ba1 :p _:ba1_ , _:bax1 .\n";
  EXPECT_EQ(read(late, {.block_bytes = 64}), "_:ba1 :p :o .\n_:ba1_ :p _:ba1__ .\n_:ba1_ :p _:bax1 .\n");
}

TEST(Turtle, GivesThePlaceOfEachObject) {
  EXPECT_EQ(read("\n:s :p :a,\r\n  'long' , '''x\ny''', :b\r;\r\r :\xC3\xA9 [\n:q :c ] .", {.with_locations = true}),
            "3:7 :s :p :a .\n4:3 :s :p \"long\" .\n4:12 :s :p \"x\\ny\" .\n5:7 :s :p :b .\n8:5 :s :\xC3\xA9 _:ba1 .\n"
            "9:4 _:ba1 :q :c .\n");
}

TEST(Turtle, SaysWhatIsWrongWithAStatement) {
  EXPECT_EQ(read("'s' :p :o ."), "error 2:1 a literal cannot be the subject [syntax]\n");
  EXPECT_EQ(read("1 :p :o ."), "error 2:1 a literal cannot be the subject [syntax]\n");
  EXPECT_EQ(read("s :p :o ."), "error 2:1 expected a statement, found 's' [syntax]\n");
  EXPECT_EQ(read(":s _:p :o ."), "error 2:4 a blank node cannot be the predicate [syntax]\n");
  EXPECT_EQ(read(":s 'p' :o ."), "error 2:4 expected a predicate, found a string [syntax]\n");
  EXPECT_EQ(read(":s A :o ."), "error 2:4 expected a predicate, found 'A' [syntax]\n");
  EXPECT_EQ(read(":s :p ."), "error 2:7 expected an object, found '.' [syntax]\n");
  EXPECT_EQ(read(":s :p True ."), "error 2:7 expected an object, found 'True' [syntax]\n");
  EXPECT_EQ(read(":s :p :o"), ":s :p :o .\nerror 2:9 expected ',', ';' or '.', found the end of the input [syntax]\n");
  EXPECT_EQ(read(":s :p :o :q"), ":s :p :o .\nerror 2:10 expected ',', ';' or '.', found a prefixed name [syntax]\n");
  EXPECT_EQ(read("[] ."), "error 2:4 expected a predicate, found '.' [syntax]\n");
  EXPECT_EQ(read("( :a ) ."),
            "_:ba1 rdf:first :a .\n_:ba1 rdf:rest rdf:nil .\nerror 2:8 expected a predicate, found '.' [syntax]\n");
  EXPECT_EQ(read("; :p :o ."), "error 2:1 expected a statement, found ';' [syntax]\n");
  EXPECT_EQ(read(":s ; :p :o ."), "error 2:4 expected a predicate, found ';' [syntax]\n");
  EXPECT_EQ(read("{ :s :p :o }"), "error 2:1 expected a statement, found '{': is this TriG? [syntax]\n");
  EXPECT_EQ(read(":s :p x:o ."), "error 2:7 the prefix 'x:' was not declared [syntax]\n");
  EXPECT_EQ(read("<s> :p :o ."), "error 2:1 <s> is relative, but there is no base IRI; --base gives one [syntax]\n");
}

TEST(Turtle, SaysWhatIsWrongWithNesting) {
  EXPECT_EQ(read(":s :p [ :q :o .\n:t :p :u ."),
            ":s :p _:ba1 .\n_:ba1 :q :o .\n:t :p :u .\nerror 2:15 expected ',', ';' or ']', found '.' [syntax]\n");
  EXPECT_EQ(read(":s :p ( :o ."), "_:ba1 rdf:first :o .\nerror 2:12 expected an item or ')', found '.' [syntax]\n");
  EXPECT_EQ(read(":s :p [ ; ] ."), ":s :p _:ba1 .\nerror 2:9 expected a predicate or ']', found ';' [syntax]\n");
  EXPECT_EQ(read(":s :p :o {| |} ."),
            ":s :p :o .\n_:ba1 rdf:reifies <<( :s :p :o )>> .\nerror 2:13 expected a predicate, found '|}' [syntax]\n");
  EXPECT_EQ(read(":s :p << :a :b >> ."), "error 2:16 expected an object, found '>>' [syntax]\n");
  EXPECT_EQ(read(":s :p << :a :b :c ~ :d ~ :e >> ."), "error 2:24 expected '>>', found '~' [syntax]\n");
  EXPECT_EQ(read(":s :p << :a :b ( ) >> ."), "error 2:16 a collection cannot stand here [syntax]\n");
  EXPECT_EQ(read(":s :p << :a :b [ :c :d ] >> ."), "error 2:18 only an empty [] can stand here [syntax]\n");
  EXPECT_EQ(read(":s :p <<( << :a :b :c >> :b :c )>> ."),
            "error 2:11 a reified triple cannot stand in a triple term [syntax]\n");
  EXPECT_EQ(read("<<( :a :b :c )>> :p :o ."), "error 2:1 a triple term cannot be the subject [syntax]\n");
  EXPECT_EQ(read(":s :p <<( :a :b :c >> ."), "error 2:20 expected ')>>', found '>>' [syntax]\n");
  EXPECT_EQ(read(":s :p (((((1))))) .", {.max_depth = 5}), "error 2:11 nested deeper than 5 [limit]\n");
}

TEST(Turtle, NotesWhereWhatIsOpenBegins) {
  RecordingSink sink;
  Diagnostics diagnostics;
  const auto source = memory_source("<a:s> <a:p> (\n[ <a:q> 1 ");
  find_reader("turtle")->read(*source, {}, sink, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  ASSERT_EQ(diagnostics.all()[0].notes.size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].notes[0].location.line, 2U);
  EXPECT_EQ(diagnostics.all()[0].notes[0].location.column, 1U);
}

TEST(Turtle, SaysWhatIsWrongWithAToken) {
  EXPECT_EQ(read(":s :p 'o\n ."), "error 2:7 this string is not closed on its line [syntax]\n");
  EXPECT_EQ(read(":s :p '''o'' ."), "error 2:7 this string is not closed [syntax]\n");
  EXPECT_EQ(read(":s :p 'a\\zb' ."), "error 2:9 'z' is no escape that the grammar knows after a backslash [syntax]\n");
  EXPECT_EQ(read(":s :p <a:b c> ."), "error 2:11 an IRI must not contain a space [syntax]\n");
  EXPECT_EQ(read(":s :p :a%4 ."), "error 2:9 '%' must be followed by two hexadecimal digits [syntax]\n");
  EXPECT_EQ(read(":s :p :a\\x ."), "error 2:9 'x' cannot be escaped in a name [syntax]\n");
  EXPECT_EQ(read("@prefix x.: <b:> ."), "error 2:10 a prefix must not end in '.' [syntax]\n");
  EXPECT_EQ(read(":s :p :-a ."), ":s :p : .\nerror 2:8 expected digits behind the sign [syntax]\n");
  EXPECT_EQ(read(":s :p 'o'^ :d ."), "error 2:10 expected '^^' and a datatype [syntax]\n");
  EXPECT_EQ(read(":s :p 'o'^^'d' ."), "error 2:12 expected the IRI of a datatype, found a string [syntax]\n");
  EXPECT_EQ(read(":s :p ! ."), "error 2:7 unexpected '!' [syntax]\n");
  EXPECT_EQ(read(":s => :o ."), "error 2:4 unexpected '=' [syntax]\n");
  EXPECT_EQ(read(":s :p :o | ."), ":s :p :o .\nerror 2:10 unexpected '|' [syntax]\n");
  EXPECT_EQ(read("@prefix x: <b:>\n:s :p x:o ."),
            "prefix x b:\nerror 3:1 expected '.' at the end of the directive, found a prefixed name [syntax]\n");
  EXPECT_EQ(read("@Prefix x: <b:> .\n"), "error 2:1 unknown directive '@Prefix' [syntax]\n");
  EXPECT_EQ(read("@prefix x <b:> .\n"), "error 2:9 expected a prefix that ends in ':', found 'x' [syntax]\n");
  EXPECT_EQ(read("@base :x .\n"), "error 2:7 expected the base IRI, found a prefixed name [syntax]\n");
  EXPECT_EQ(read("VERSION 1.2\n"), "error 2:9 expected a version in quotes, found a decimal [syntax]\n");
  EXPECT_EQ(read("VERSION '''1.2'''\n"), "error 2:9 expected a version in quotes, found a long string [syntax]\n");
}

TEST(Turtle, GoesOnAtTheNextStatement) {
  EXPECT_EQ(read(":s :p 1 , 'a\\x.' , \"b. \" . :t :p 2 .\n:u :p .\n:v :p 3 .\n:w :p !.. # no. \n:x :p 4 .\n:y "
                 ":p\n@prefix z: <z:> .\nz: :p 5 ."),
            ":s :p \"1\"^^xsd:integer .\n:t :p \"2\"^^xsd:integer .\n:v :p \"3\"^^xsd:integer .\n"
            ":x :p \"4\"^^xsd:integer .\nprefix z z:\n<z:> :p \"5\"^^xsd:integer .\n"
            "error 2:13 'x' is no escape that the grammar knows after a backslash [syntax]\n"
            "error 3:7 expected an object, found '.' [syntax]\n"
            "error 5:7 unexpected '!' [syntax]\n"
            "error 8:1 expected an object, found '@prefix' [syntax]\n");
}

TEST(Turtle, RefusesWhatIsNotUtf8) {
  EXPECT_EQ(read(":s :p 'caf\xE9' .\n:t :p 1 . # \xFF\n:u :p :\xC3\x28 .\n:v :p '\xD5\x80' ."),
            ":t :p \"1\"^^xsd:integer .\n:u :p : .\n:v :p \"\xD5\x80\" .\n"
            "error 2:11 the byte 0xE9 is not UTF-8 here [encoding]\n"
            "error 3:13 the byte 0xFF is not UTF-8 here [encoding]\n"
            "error 4:8 the byte 0xC3 is not UTF-8 here [encoding]\n");
}

TEST(Turtle, RefusesTokensBeyondTheLimit) {
  EXPECT_EQ(
      read(":s :p '''" + std::string(5000, 'x') + "''' .\n:t :p :u .", {.block_bytes = 64, .max_token_bytes = 1000}),
      ":t :p :u .\nerror 2:7 this token is longer than 1000 bytes [limit]\n");
}

TEST(Turtle, MendsWhatRealFilesDoIfAsked) {
  EXPECT_EQ(read("<x y> rdfs:label '\\d'@en_GB ; :p '\xE9' .", {.lenient = true}),
            "<x%20y> <http://www.w3.org/2000/01/rdf-schema#label> \"\\\\d\"@en-gb .\n<x%20y> :p \"\xEF\xBF\xBD\" .\n"
            "warning 2:1 <x%20y> stays relative, since there is no base IRI [mended]\n"
            "warning 2:3 a space in an IRI is percent-encoded [mended]\n"
            "warning 2:7 the prefix 'rdfs:' was not declared and is read as <http://www.w3.org/2000/01/rdf-schema#> "
            "[mended]\n"
            "warning 2:19 a backslash that begins no escape is kept as it is [mended]\n"
            "warning 2:22 '_' in a language tag is read as '-' [mended]\n"
            "warning 2:0 1 bytes from this line on are not UTF-8 and are read as U+FFFD [mended]\n");
}

/// Statements, errors and their places must not depend on how the bytes arrive.
TEST(Turtle, GivesTheSameForAnyChunkAndBlock) {
  const std::string text =
      "\xEF\xBB\xBF@prefix ex: <http://a/> .\r\n@base <http://b/c/> . # comment \xF0\x9F\x98\x80 .\r"
      "ex:s\\~x ex:p \"\xD5\x80\\u00e9\xE2\x82\xAC\"@en-GB--ltr, 'x' ^^\r\n ex:d , 1.5e+3 , -.5 , 12 , true ;\r\n\n"
      " a [ ex:q ( 1 <../d> [] ) ; ex:\xC3\xA9.\xC3\xA9 '''long\r\n''string''' ] .\n"
      "<<ex:a ex:b <<( _:l.l a \"z\" )>> ~_:r>> ex:c ex:%41 {| ex:e ex:f |} ~ ex:g .\n"
      "ex:bad ex:p \"open\n, \"more\" .\n"
      "ex:bad2 ex:p \"\xFF\" . ex:t ex:p << ex:a ex:b ex:c >> .\n"
      "_:x ex:p ex:" +
      std::string(300, 'o') + " , \"\"\"" + std::string(300, '\'') +
      "x\"\"\" .\n"
      "VERSION \"1.2\" PREFIX q.q: <http://q/> q.q: q.q:a.b q.q:\xE2\x82\xAC .\n"
      "ex:last ex:p";
  const auto run = [&](std::size_t chunk, std::size_t block) {
    const Reading reading = read_text("turtle", text, {.with_locations = true, .chunk = chunk, .block_bytes = block});
    return reading.calls + reading.messages;
  };
  const std::string expected = run(0, 1 << 17);
  EXPECT_NE(expected.find("error 14:13 expected an object, found the end of the input"), std::string::npos) << expected;
  for (const std::size_t chunk : {1, 2, 3, 7, 64})
    for (const std::size_t block : {1, 64, 128, 192, 320, 1024})
      EXPECT_EQ(run(chunk, block), expected) << chunk << ' ' << block;
}

std::string read_trig(std::string_view text, HowToRead how = {}) {
  const Reading reading = read_text("trig", text, how);
  return reading.calls + reading.messages;
}

TEST(TriG, ReadsGraphsOfEveryForm) {
  EXPECT_EQ(read_trig("{ <a:s> <a:p> 'd' }\n<a:g> { <a:s> <a:p> 'e' . <a:s> <a:p> 'f' . }\nGRAPH _:g { }\n"
                      "graph [] { <a:s> <a:p> 'g' }\n[] { <a:s> <a:p> 'h' }\n<a:s> <a:p> 'i' .\n[ <a:p> 'j' ] .\n"
                      "_:g {[ <a:p> 'k' ]}"),
            "<a:s> <a:p> \"d\" .\n<a:s> <a:p> \"e\" <a:g> .\n<a:s> <a:p> \"f\" <a:g> .\n<a:s> <a:p> \"g\" _:ba1 .\n"
            "<a:s> <a:p> \"h\" _:ba2 .\n<a:s> <a:p> \"i\" .\n_:ba3 <a:p> \"j\" .\n_:ba4 <a:p> \"k\" _:g .\n");
}

TEST(TriG, SaysWhatIsWrongWithAGraph) {
  EXPECT_EQ(read_trig("<a:g> { <a:s> <a:p> <a:o> "),
            "<a:s> <a:p> <a:o> <a:g> .\nerror 1:27 expected ',', ';' or '.', found the end of the input [syntax]\n"
            "error 1:27 expected '}' at the end of the graph, found the end of the input [syntax]\n");
  EXPECT_EQ(read_trig("<a:g> { <a:h> { } }"),
            "error 1:15 expected a predicate, found '{' [syntax]\n"
            "error 1:19 unexpected '}' [syntax]\n");
  EXPECT_EQ(
      read_trig("( 1 ) { }"),
      "_:ba1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
      "_:ba1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n"
      "error 1:7 expected a predicate, found '{' [syntax]\n");
  EXPECT_EQ(read_trig("GRAPH { }"), "error 1:7 expected the name of a graph, found '{' [syntax]\n");
  EXPECT_EQ(read_trig("GRAPH <a:g> <a:s>"),
            "error 1:13 expected '{' behind the name of a graph, found an IRI [syntax]\n");
  EXPECT_EQ(read_trig("{ @prefix x: <x:> . }"), "error 1:3 '@prefix' cannot stand within a graph [syntax]\n");
  EXPECT_EQ(read_trig("}"), "error 1:1 unexpected '}' [syntax]\n");
}

TEST(TriG, StaysInTheGraphAfterAnError) {
  EXPECT_EQ(
      read_trig(
          "<a:g> { <a:s> <a:p> . <a:s> <a:p> 1 . <a:s> <a:p> }\n<a:s> <a:p> 2 .\n<a:h> { <a:s> ! }\n<a:s> <a:p> 3 ."),
      "<a:s> <a:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> <a:g> .\n"
      "<a:s> <a:p> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
      "<a:s> <a:p> \"3\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
      "error 1:21 expected an object, found '.' [syntax]\n"
      "error 1:51 expected an object, found '}' [syntax]\n"
      "error 3:15 unexpected '!' [syntax]\n");
}

}  // namespace
}  // namespace graphwright
